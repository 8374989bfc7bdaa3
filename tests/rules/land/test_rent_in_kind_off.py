"""Rent in kind priced: quantity times price, to the digit typed; what may be rounded or told otherwise is silent."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.span import Span
from disclosure.basis.values import Amount
from disclosure.reading.table import Cell
from disclosure.reading.table import Column
from disclosure.rules.land.rent_in_kind_off import RULE
from disclosure.rules.land.rent_in_kind_off import check_filing
from tests.rules.desk import HOME
from tests.rules.desk import check
from tests.rules.hand import filing
from tests.rules.hand import shelf
from tests.rules.hand import table

HEADS = "稻谷(斤) | 稻谷价格(元/斤) | 折价(元)"


def asked(root: Path, heads: str, *rows: str, more: str = "") -> list[str]:
    body = "".join(f"      地块{at} | {row}\n" for at, row in enumerate(rows))
    text = f"类别: 其他公示\n期间: 2026\n上栏日期: 2026-11-06\n公开日期: 2026-11-06\n表:\n  - 名: 甲\n    行: |\n      地块 | {heads}\n{body}{more}"
    return [one.slug for one in check(root, {f"{HOME}/a.yaml": text}).diagnostics]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("5,000 | 1.31 | 6,550.00", 0),
        ("5,003 | 1.31 | 6,554", 0),
        ("5,003 | 1.31 | 6,553", 0),
        ("5,003 | 1.31 | 6,553.9", 0),
        ("5,000 | 1.31 | 7,550.00", 1),
        ("5,000 | 1.31 | 约7,550", 0),
        ("5,000 | 1.31 | ", 0),
        ("5,000 | 1.31 | 6,553.00", 0),
        ("2500公斤 | 1.31 | 6,550.00", 0),
        ("5,000 | 2.62元/公斤 | 6,550.00", 0),
        ("5,000 | 1.31 | 0.655万元", 0),
    ],
)
def test_quantity_times_price(row: str, found: int, tmp_path: Path) -> None:
    assert asked(tmp_path, HEADS, row).count(RULE.slug) == found


def test_a_price_another_row_holds_to_the_last_digit_is_not_rounded(tmp_path: Path) -> None:
    assert asked(tmp_path, HEADS, "5,000 | 1.31 | 6,553.00", "35 | 1.31 | 45.85").count(RULE.slug) == 1


@pytest.mark.parametrize(
    ("heads", "row", "found"),
    [
        ("每亩稻谷(斤/亩) | 稻谷价格(元/斤) | 每亩折价(元/亩)", "400 | 1.31 | 524.00", 0),
        ("每亩稻谷(斤/亩) | 稻谷价格(元/斤) | 每亩折价(元/亩)", "400 | 1.31 | 542.00", 1),
        ("每亩稻谷(斤/亩) | 稻谷价格(元/斤) | 折价(元)", "400 | 1.31 | 5,240.00", 0),
        ("稻谷(斤) | 小麦(斤) | 价格(元/斤) | 折价(元)", "400 | 100 | 1.31 | 5,240.00", 0),
        ("稻谷(斤) | 价格(元/斤) | 扣水费(元) | 折款(元)", "400 | 1.31 | 24.00 | 500.00", 0),
        ("稻谷(斤) | 价格(元) | 折价(元)", "400 | 1.31 | 5,240.00", 0),
    ],
)
def test_only_where_one_of_each_stands(heads: str, row: str, found: int, tmp_path: Path) -> None:
    assert asked(tmp_path, heads, row).count(RULE.slug) == found


def test_one_cause_one_finding(tmp_path: Path) -> None:
    found = asked(tmp_path, HEADS, "5,000 | 1.31 | 6,550.00", "1,000 | 1.31 | 1,130.00", more="      合计 | 6,000 | | 7,860.00\n")
    assert found == ["total-off"]


QUANTITIES, PRICES = st.decimals(1, 10**6, places=2), st.decimals("0.01", 10, places=2)


@given(QUANTITIES, PRICES, st.integers(0, 4))
def test_what_is_rounded_at_any_digit_is_right(quantity: Decimal, price: Decimal, decimals: int) -> None:
    worth = round(quantity * price, decimals)
    columns = (Column("a", "稻谷", "quantity", "斤"), Column("b", "价格", "rate", "元/斤"), Column("c", "折价", "money", "元"))
    cells = [
        Cell(Amount(number, unit, digits), str(number), Span("a", 1, at + 1, at, at + 1))
        for at, (number, unit, digits) in enumerate([(quantity, "斤", 2), (price, "元/斤", 2), (worth, "元", decimals)])
    ]
    one = filing(tables=(table(columns, cells),))
    assert not list(check_filing(one, shelf(one)))
