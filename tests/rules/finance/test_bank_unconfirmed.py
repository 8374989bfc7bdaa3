"""What the bank says is not what the books say: asked about only where nothing in the filing says why."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.rules.engine import findings
from disclosure.rules.finance.bank_unconfirmed import RULE
from tests.rules.desk import HOME
from tests.rules.desk import check

HEAD = "类别: 其他公示\n期间: 2026-Q3\n上栏日期: 2026-10-12\n公开日期: 2026-10-12\n"
SIGNED = "签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}\n"
CASH = (
    "类别: 现金和银行存款\n期间: 2026-Q3\n上栏日期: 2026-10-12\n公开日期: 2026-10-12\n期初余额: 8,060.00\n账户: |\n"
    "  账户名称 | 开户行 | 账号末四位 | 期初 | 本期增加 | 本期减少 | 期末 | 对账单或盘点余额 | 未达账项 | 未达说明 | 对账日期\n"
    "  {name} | 农商行 | 0425 | 8,060.00 | 0.00 | 0.00 | 8,060.00 | {bank} | {gap} | {why} | {day}\n期末余额: 8,060.00\n"
)


def asked(root: Path, text: str, words: str = "") -> list[str]:
    files = {f"{HOME}/a.yaml": text} | ({"catalogue/words.yaml": words} if words else {})
    return [one.slug for one in check(root, files).diagnostics]


def facts(book: str = "112,136.46元", bank: str = "114,136.46元", more: str = "", rest: str = "") -> str:
    return f"{HEAD}数据:\n  银行存款账面余额: {book}\n  银行对账单余额: {bank}\n{more}{rest}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (facts(), 1),
        (facts(bank="112,136.46元"), 0),
        (facts(bank="11.21万元"), 0),
        (facts(bank="约11万元"), 0),
        (facts(bank="无"), 0),
        (f"{HEAD}数据:\n  银行存款: 112,136.46元\n  银行对账单份数: 3份\n", 0),
        (facts(more="  未达账项: 2,000.00元\n"), 0),
        (facts(more="  未达账项: 0元\n"), 1),
        (facts(more="  未达账项: 无\n"), 1),
        (facts(more="  差额原因: 支票 10 月 9 日才兑付\n"), 0),
        (facts(rest="注: 有 2,000.00 元在途。\n"), 0),
    ],
)
def test_facts(text: str, found: int, tmp_path: Path) -> None:
    assert asked(tmp_path, text).count(RULE.slug) == found


@pytest.mark.parametrize(
    ("name", "bank", "gap", "why", "day", "found"),
    [
        ("村级工程专户", "8,060.00", "0.00", "", "2026-09-30", []),
        ("村级工程专户", "8,060.00", "0.00", "", "", []),
        ("村级工程专户", "8,060.00", "0.00", "", "2026-10-08", []),
        ("村级工程专户", "8,060.00", "0.00", "", "2026-08-30", []),
        ("村级工程专户", "8,060.00", "0.00", "", "2026-08-29", [RULE.slug]),
        ("一年期定期存单", "8,060.00", "0.00", "", "2026-01-05", []),
        ("库存现金", "8,060.00", "0.00", "", "2026-01-05", []),
        ("村级工程专户", "8,690.00", "−630.00", "支票未兑付", "2026-09-30", []),
        ("村级工程专户", "8,690.00", "−630.00", "", "2026-09-30", []),
        ("村级工程专户", "8,690.00", "0.00", "", "2026-09-30", ["relation-off"]),
        ("村级工程专户", "8,690.00", "", "", "2026-09-30", ["blank-required"]),
    ],
)
def test_accounts_one_cause_one_finding(name: str, bank: str, gap: str, why: str, day: str, found: list[str], tmp_path: Path) -> None:
    text = CASH.format(name=name, bank=bank, gap=gap, why=why, day=day) + SIGNED
    assert asked(tmp_path, text) == found


def test_the_township_sets_the_days(tmp_path: Path) -> None:
    text = CASH.format(name="村级工程专户", bank="8,060.00", gap="0.00", why="", day="2026-08-29") + SIGNED
    assert asked(tmp_path / "a", text, "bank_statement_days: [60天]\n") == []
    assert asked(tmp_path / "b", text.replace("2026-08-29", "2026-09-20"), "bank_statement_days: [5天]\n") == [RULE.slug]


@pytest.mark.parametrize(
    ("heads", "row", "label", "found"),
    [
        ("账户 | 账面余额(元) | 银行对账单余额(元) | 原因", "基本户 | 100.00 | 90.00 |", "存款", 1),
        ("账户 | 账面余额(元) | 银行对账单余额(元) | 原因", "基本户 | 100.00 | 90.00 | 支票未兑付", "存款", 0),
        ("账户 | 账面余额(元) | 银行对账单余额(元) | 备注", "基本户 | 100.00 | 90.00 | 手续费 10 元未记账", "存款", 0),
        ("组 | 银行存款/账面数额 | 银行存款/实存数额 | 库存现金/账面数额 | 库存现金/实存数额", "一组 | 100.00 | 90.00 | 30.00 | 20.00", "清理", 1),
        ("物资 | 账面数额(元) | 实存数额(元)", "水泥 | 100.00 | 90.00", "库存物资", 0),
    ],
)
def test_tables_of_no_category(heads: str, row: str, label: str, found: int, tmp_path: Path) -> None:
    text = f"{HEAD}单位: 元\n表:\n  - 名: {label}\n    行: |\n      {heads}\n      {row}\n"
    assert asked(tmp_path, text).count(RULE.slug) == found


def test_what_is_for_the_board_only_tells_no_sums(tmp_path: Path) -> None:
    checked = check(tmp_path, {f"{HOME}/不公开/a.yaml": CASH.format(name="专户", bank="8,060.00", gap="0.00", why="", day="2026-07-31") + SIGNED})
    (shown,) = [one for one in findings(checked.diagnostics, checked.board) if one.slug == RULE.slug]
    assert "2026-07-31" in shown.message
    assert "8,060" not in shown.message + shown.excerpt
