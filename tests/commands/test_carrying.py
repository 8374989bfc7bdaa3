from __future__ import annotations

import re
from pathlib import Path

import pytest

from disclosure import cli
from tests.rules.desk import PLACE
from tests.rules.desk import SITE

DEBTS = """\
类别: 债权债务
期间: 2026-Q2
上栏日期: 2026-07-09
公开日期: 2026-07-09
债权: |
  债务人 | 事由 | 发生时间 | 原额(万元) | 期初余额 | 本期增加 | 本期减少 | 期末余额 | 备注
  鲁长庚 | 鱼塘承包费欠缴 | 2025-12 | 1.2 | 4,800.00 | 0.00 | 1,800.00 | 3,000.00 | 催过
  农机合作社 | 〃 | 2026-06-30 | 0.72 | 3,600.00 | 0.00 | 3,600.00 | 0.00 |
  合计 | | | | 8,400.00 | 0.00 | 5,400.00 | 3,000.00 |
债权合计: 3,000.00
债务合计: 0.00
"""

LEASES = """\
类别: asset.lease
期间: 2026-Q2
上栏日期: 2026-07-09
公开日期: 2026-07-09
合同:
  - {合同号: "007", 标的: 二组|鱼塘, 面积: 24亩, 承租人: 鲁长庚, 起始日期: 2023-01-01, 到期日期: 2027-12-31, 年租: "9,600.00", 应收租金: "4,800.00", 已缴: "4,800.00", 欠缴: 0}
  - {合同号: "008", 标的: 三组机动地, 面积: 48, 承租人: 同上, 起始日期: 2023-01-01, 到期日期: 2027-12-31, 年租: 100.00, 应收租金: 0, 已缴: 0, 欠缴: 0}
年租合计: 9,700.00
应收合计: 4,800.00
已缴合计: 4,800.00
欠缴合计: 0.00
"""


def made(root: Path, files: dict[str, str], *words: str) -> str:
    """Write a village's files and return the new filing's text."""
    for name, text in {"site.yaml": SITE, "石桥村/place.yaml": PLACE, **files}.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    before = set(root.rglob("*.yaml"))
    assert cli.main(["new", *words, "-C", str(root)]) == 0
    (path,) = set(root.rglob("*.yaml")) - before
    return path.read_text("utf-8")


def rows_of(text: str, table: str) -> list[list[str]]:
    """Return the cells below the head of a pasted table."""
    block = re.search(rf"(?m)^{table}: \|\n  .*\n((?:  .*\n)*)", text)
    assert block
    return [[cell.strip() for cell in line.split("|")] for line in block[1].splitlines()]


def test_debts_go_on_with_their_balance_and_paid_ones_do_not(tmp_path: Path) -> None:
    text = made(tmp_path, {"石桥村/债.yaml": DEBTS}, "债权债务", "石桥村", "2026-Q3")
    (row,) = rows_of(text, "债权")
    assert row[:5] == ["鲁长庚", "鱼塘承包费欠缴", "2025-12", "1.2万元", "3,000.00"]
    assert not any(row[5:])
    assert rows_of(text, "债务") == []
    assert "债权合计: 3,000.00" not in text


def test_after_a_gap_the_rows_stand_but_no_figure_goes_on(tmp_path: Path) -> None:
    text = made(tmp_path, {"石桥村/债.yaml": DEBTS}, "债权债务", "石桥村", "2026-Q4")
    (row,) = rows_of(text, "债权")
    assert row[:5] == ["鲁长庚", "鱼塘承包费欠缴", "2025-12", "1.2万元", ""]


def test_leases_are_copied_and_what_was_paid_is_not(tmp_path: Path) -> None:
    text = made(tmp_path, {"石桥村/租.yaml": LEASES}, "asset.lease", "石桥村", "2026-Q3")
    first, second = rows_of(text, "合同")
    assert first[:6] == ["007", "二组｜鱼塘", "", "", "24亩", "鲁长庚"]
    assert second[5] == "鲁长庚"
    assert first[9:] == ["9,600.00", "", "", ""]


def test_what_lay_in_the_private_folder_is_not_copied_out_of_it(tmp_path: Path) -> None:
    made(tmp_path, {"石桥村/不公开/债.yaml": DEBTS}, "债权债务", "石桥村", "2026-Q3")
    assert [path.parent.name for path in tmp_path.rglob("2026年第三季度*.yaml")] == ["不公开"]


@pytest.mark.parametrize("more", ["批次: 第二批\n", "主体: 村民委员会\n批次: 二\n"])
def test_where_two_could_be_meant_nothing_is_taken(tmp_path: Path, more: str) -> None:
    files = {"石桥村/债.yaml": DEBTS, "石桥村/债二.yaml": more + DEBTS}
    assert rows_of(made(tmp_path, files, "债权债务", "石桥村", "2026-Q3"), "债权") == []


def test_what_was_superseded_hands_nothing_on(tmp_path: Path) -> None:
    newer = "批次: 重报\n替代: shiqiao/fin.debt/2026-Q2\n" + DEBTS.replace("鲁长庚", "吕长庚")
    text = made(tmp_path, {"石桥村/债.yaml": DEBTS, "石桥村/新.yaml": newer}, "债权债务", "石桥村", "2026-Q3")
    assert rows_of(text, "债权")[0][0] == "吕长庚"
