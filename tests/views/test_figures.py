"""Figures are shown as filed, and their points stand one under another."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.numbers import read_amount
from disclosure.basis.values import Absent
from disclosure.basis.values import Amount
from disclosure.reading.table import Column
from disclosure.views import figures

PLAIN = st.decimals(min_value=-10**9, max_value=10**9, places=3, allow_nan=False).map(lambda number: f"{number:f}")


@pytest.mark.parametrize(
    ("typed", "unit", "shown"),
    [
        ("6210", "元", "6,210"),
        ("6210.0", "元", "6,210.0"),
        ("-5", "元", "−5"),
        ("1157.97", "元", "1,157.97"),
        ("5.9万多元", "元", "5.9万多元"),
        ("近300", "元", "近300"),
        ("20万元", "元", "20万元"),
        ("887+2674", "人", "887+2674"),
        ("300元至800元", "元", "300元至800元"),
        ("无", "元", "无"),
        ("未列", "元", "未列"),
        ("", "元", ""),
    ],
)
def test_as_filed(typed: str, unit: str, shown: str) -> None:
    assert figures.figure(typed, read_amount(typed, unit), unit) == shown


@given(PLAIN)
def test_what_is_shown_reads_as_what_was_typed(typed: str) -> None:
    value = read_amount(typed, "元")
    assert isinstance(value, Amount)
    assert Decimal(figures.plain_number(figures.figure(typed, value, "元"))) == Decimal(typed)


@given(st.lists(st.sampled_from(["1", "12.5", "0.25", "1,000.123456", "无", "", "近300"]), min_size=1, max_size=8))
def test_points_align(shown: list[str]) -> None:
    padded = [text + pad for text, pad in zip(shown, figures.pads(shown), strict=True)]
    behind = set()
    for text in padded:
        bare = text.strip()
        if figures.places(bare) >= 0:
            whole = bare.partition(".")[0]
            behind.add(len(text) - len(whole))
    assert len(behind) <= 1


def test_padding_is_invisible_and_falls_away() -> None:
    assert figures.pads(["1", "1.25"]) == ["\u2008\u2007\u2007", ""]
    assert ("1" + figures.pads(["1", "1.25"])[0]).strip() == "1"


def test_total_in_the_columns_unit() -> None:
    amounts = [Amount(Decimal("1.5"), "万元"), Amount(Decimal(500), "元"), Absent.BLANK]
    assert figures.total(amounts, "万元") == Decimal("1.55")
    assert figures.total([*amounts, "若干"], "万元") is None


def test_money_without_a_unit_is_yuan() -> None:
    assert figures.unit_of(Column("a", "金额", "money")) == "元"
    assert figures.unit_of(Column("a", "户数", "count")) == ""


@pytest.mark.parametrize(("text", "number"), [("1,234.50", "1234.50"), ("−6,057.88", "-6057.88"), ("10%", ""), ("近300", ""), ("", "")])
def test_plain_number(text: str, number: str) -> None:
    assert figures.plain_number(text) == number
