"""What a category requires and a filing leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.desk import HOME
from tests.rules.desk import check

HEAD = "类别: {category}\n期间: 2026-Q3\n上栏日期: 2026-10-09\n公开日期: 2026-10-09\n签字: {{制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}}\n{rest}"
LEDGER = "收支明细: |\n  日期 | 凭证号 | 摘要 | 收入 | 支出 | 余额\n  9-18 | 记-002 | 购办公用品2批 | — | 621.00 | 379.00\n"


def names(root: Path, category: str, rest: str) -> list[object]:
    found = check(root, {f"{HOME}/a.yaml": HEAD.format(category=category, rest=rest)}).diagnostics
    return [one.arguments["names"] for one in found if one.slug == "required-left-out"]


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ("", ["「期初余额」、「期末余额」、表「收支明细」"]),
        (LEDGER + "期初余额: 1,000.00\n", ["「期末余额」"]),
        (LEDGER + "期初余额: 1,000.00\n期末余额:\n", ["「期末余额」"]),
        (LEDGER + "期初余额: 1,000.00\n期末余额: 379.00\n", []),
        ("期初余额: 0\n期末余额: 0\n", ["表「收支明细」"]),
    ],
)
def test_a_ledger_without_its_balances_is_half_a_ledger(tmp_path: Path, rest: str, told: list[object]) -> None:
    assert names(tmp_path, "财务收支明细", rest) == told


def test_a_nil_report_owes_no_figures(tmp_path: Path) -> None:
    assert names(tmp_path, "债权债务", "本期无: 本季度没有收支\n") == []


def test_opinions_without_a_word_are_no_answer(tmp_path: Path) -> None:
    assert len(names(tmp_path, "意见建议及答复", "")) == 1


def test_a_nil_report_of_accounts_still_states_the_balance(tmp_path: Path) -> None:
    assert names(tmp_path, "财务收支汇总", "本期无: 本季度没有收支\n") == ["「期初余额」、「收入合计」、「支出合计」、「期末余额」"]


def test_a_key_of_every_filing_is_no_misspelling(tmp_path: Path) -> None:
    """「标题」 is near 「议题」, and is itself."""
    found = check(tmp_path, {f"{HOME}/a.yaml": HEAD.format(category="成员大会通知与决定", rest="标题: 成员大会通知\n")}).diagnostics
    assert any("「议题」" in str(one.arguments["names"]) for one in found if one.slug == "required-left-out")
