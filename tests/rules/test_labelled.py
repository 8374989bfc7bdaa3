from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.rules.engine import findings
from tests.rules.desk import HOME
from tests.rules.desk import check

HEAD = "类别: 其他公示\n期间: 2026-03\n上栏日期: 2026-04-06\n公开日期: 2026-04-06\n"
SLUG = "account-number-exposed"
NUMBER = "2012" + "34567890"


def found(root: Path, text: str, **more: str) -> list[tuple[int, str]]:
    checked = check(
        root, {f"{HOME}/公开件.yaml": HEAD + text, **{f"{HOME}/{name}": body for name, body in more.items()}}
    )
    told = [one for one in findings(checked.diagnostics, checked.board) if one.slug == SLUG]
    assert all(NUMBER not in f"{one.message}{one.excerpt}{one.help}" for one in told)
    assert all(brief.held == bool(told) for brief in checked.board.briefs)
    return [(one.line, one.severity) for one in told]


def table(head: str, row: str) -> str:
    return f"表:\n  - 名: 名单\n    行: |\n      {head}\n      {row}\n"


@pytest.mark.parametrize("label", ["一卡通账号", "社保卡号", "存折号", "银行账号"])
def test_the_head_of_a_column_gives_a_number_away(tmp_path: Path, label: str) -> None:
    assert found(tmp_path / "a", table(f"户主 | {label} | 金额(元)", f"王甲一 | {NUMBER} | 3.00")) == [(9, "error")]
    assert found(tmp_path / "b", f"表:\n  - 名: 名单\n    行: [{{户主: 王甲一, {label}: {NUMBER}, 金额: 3.00}}]\n") == [
        (7, "error")
    ]
    assert found(tmp_path / "c", f"数据: {{{label}: {NUMBER}}}\n") == [(5, "error")]
    assert found(
        tmp_path / "d", "表: [{名: 名单, 行: 行.csv}]\n", **{"行.csv": f"户主,{label},金额(元)\n王甲一,{NUMBER},3.00\n"}
    ) == [(2, "error")]


@pytest.mark.parametrize(
    "text",
    [
        table("户主 | 账号末四位 | 金额(元)", "王甲一 | 7890 | 3.00"),
        table("户主 | 一卡通账号 | 金额(元)", "王甲一 | 2012****7890 | 3.00"),
        table("账户名称 | 账号 | 金额(元)", f"石桥村股份经济合作社 | {NUMBER} | 3.00"),
        table("凭证号 | 摘要 | 金额(元)", f"{NUMBER} | 路灯维修 | 3.00"),
    ],
)
def test_what_may_stand(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


def test_files_that_give_no_filing_are_guarded_too(tmp_path: Path) -> None:
    text = f"户主: [\n表: |\n  户主 | 存折号\n  王甲一 | {NUMBER}\n"
    told = check(tmp_path, {f"{HOME}/坏.yaml": text}).diagnostics
    assert SLUG in {one.slug for one in told}
