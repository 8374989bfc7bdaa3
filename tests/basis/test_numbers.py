from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.numbers import Problem
from disclosure.basis.numbers import print_amount
from disclosure.basis.numbers import read_amount
from disclosure.basis.values import Absent
from disclosure.basis.values import Amount
from tests.basis.invented import BANK_CARDS


def read(text: str, unit: str = "元") -> tuple[str, str]:
    amount = read_amount(text, unit)
    assert isinstance(amount, Amount), amount
    return str(amount.number), amount.unit


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("6210", "6210", "元"),
        ("6,210.00", "6210.00", "元"),
        ("4370070.9", "4370070.9", "元"),
        ("263.460", "263.460", "元"),
        ("1,234,567.891", "1234567.891", "元"),
        ("0", "0", "元"),
        ("0.00", "0.00", "元"),
        ("007", "7", "元"),
        (" 12 ", "12", "元"),
        ("\u3000６２１０", "6210", "元"),
        ("１２，０００．００", "12000.00", "元"),
        ("￥1,200.00", "1200.00", "元"),
        ("¥ 1,200", "1200", "元"),
        ("人民币5000元整", "5000", "元"),
        ("￥12,000.00元", "12000.00", "元"),
        ("-5", "-5", "元"),
        ("−5", "-5", "元"),
        ("－5", "-5", "元"),
        ("－￥5.00", "-5.00", "元"),
        ("￥-5", "-5", "元"),
        ("(5.00)", "-5.00", "元"),
        ("（5.00）", "-5.00", "元"),
        ("(5.00元)", "-5.00", "元"),
        ("+5", "5", "元"),
        ("20万元", "20", "万元"),
        ("20 万元", "20", "万元"),
        ("12桶", "12", "桶"),
        ("12人次", "12", "人次"),
        ("8.6万", "8.6", "万元"),
        ("150万", "150", "万元"),
        ("3千", "3", "千元"),
        ("1.5亿", "1.5", "亿元"),
        ("3千元", "3", "千元"),
        ("3000瓦", "3000", "瓦"),
        ("3千瓦", "3", "千瓦"),
        ("0.5亩", "0.5", "亩"),
        ("500元/人·月", "500", "元/人·月"),
        ("1.5万元/年", "1.5", "万元/年"),
        ("3元。", "3", "元"),
        ("3.5。", "3.5", "元"),
        ("10%", "10", "%"),
        ("0.84%", "0.84", "%"),
        ("10％", "10", "%"),
        ("0.5‰", "0.5", "‰"),
        ("增长35.24%", "35.24", "%"),
        ("同比增长5%", "5", "%"),
        ("下降3.2%", "-3.2", "%"),
        ("比上年减少2万元", "-2", "万元"),
        ("+35.24%", "35.24", "%"),
        ("伍万元整", "50000.00", "元"),
        ("三十二户", "32", "户"),
        ("十户", "10", "户"),
        ("两万元", "20000", "元"),
        ("三", "3", "元"),
        ("零", "0", "元"),
    ],
)
def test_spellings(text: str, number: str, unit: str) -> None:
    assert read(text) == (number, unit)


@pytest.mark.parametrize(
    ("text", "column", "unit"),
    [
        ("150万", "万元", "万元"),
        ("1.2万", "人", "万人"),
        ("1.2万", "", "万"),
        ("1.2万", "%", "万"),
        ("1.2万", "元/亩", "万元/亩"),
        ("5", "万元", "万元"),
        ("5元", "万元", "元"),
        ("持平", "%", "%"),
        ("持平", "", "%"),
    ],
)
def test_the_unit_typed_wins_over_the_columns(text: str, column: str, unit: str) -> None:
    assert read(text, column)[1] == unit


@pytest.mark.parametrize(
    ("text", "number", "unit", "qualifier"),
    [
        ("5.9万多元", "5.9", "万元", "多"),
        ("3000余元", "3000", "元", "余"),
        ("300多户", "300", "户", "多"),
        ("近5万元", "5", "万元", "近"),
        ("约300元", "300", "元", "约"),
        ("约20余人", "20", "人", "约"),
        ("300元左右", "300", "元", "左右"),
        ("三百多人", "300", "人", "多"),
        ("不足5万元", "5", "万元", "不足"),
    ],
)
def test_qualifiers_are_kept(text: str, number: str, unit: str, qualifier: str) -> None:
    amount = read_amount(text, "元")
    assert isinstance(amount, Amount)
    assert (str(amount.number), amount.unit, amount.qualifier) == (number, unit, qualifier)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("300元至800元", "300", "800", "元"),
        ("300至800元", "300", "800", "元"),
        ("300-800元", "300", "800", "元"),
        ("300~800", "300", "800", "元"),
        ("300——800", "300", "800", "元"),
        ("3-5万元", "3", "5", "万元"),
        ("10%到15%", "10", "15", "%"),
    ],
)
def test_ranges(text: str, low: str, high: str, unit: str) -> None:
    amount = read_amount(text, "元")
    assert isinstance(amount, Amount)
    assert (amount.number, amount.low, amount.high, amount.unit) == (Decimal(low), Decimal(low), Decimal(high), unit)


@pytest.mark.parametrize(
    ("text", "number", "terms"),
    [("887+2674", "3561", 2), ("887＋2674", "3561", 2), ("1.5 + 2 + 3.25", "6.75", 3), ("887元+2674元", "3561", 2)],
)
def test_typed_sums(text: str, number: str, terms: int) -> None:
    amount = read_amount(text, "元")
    assert isinstance(amount, Amount)
    assert (amount.number, len(amount.terms), amount.unit) == (Decimal(number), terms, "元")
    assert sum(amount.terms) == amount.number


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("", Absent.BLANK),
        (" \u3000", Absent.BLANK),
        ("无", Absent.NONE),
        ("无。", Absent.NONE),
        ("未列", Absent.UNSTATED),
    ],
)
def test_three_ways_of_holding_nothing(text: str, absent: Absent) -> None:
    assert read_amount(text, "元") is absent


@pytest.mark.parametrize(
    "text",
    [
        ",867.48",
        "0,867.48",
        "1.2.3",
        "12,34",
        "12,00元",
        "1,2345",
        "12 000",
        "1, 200.00",
        "5.",
        ".5",
        "1e5",
        "1.2E+05",
        "####",
        "#REF!",
        "#DIV/0!",
        "#N/A",
        "1234567890123456",
        "，867.48",
    ],
)
def test_digits_that_make_no_number(text: str) -> None:
    assert read_amount(text, "元") == Problem("bad-value", {"text": text})


@pytest.mark.parametrize(
    "text",
    [
        "2300补差",
        "机动地",
        "3户5人",
        "350(含税)",
        "—",
        "/",
        "3-05",
        "800-300",
        "1/3",
        "2×3",
        "NaN",
        "Infinity",
        "1_000",
        "0x1F",
        "三五户",
        "下降至5%",
        "887+",
        "887+补差",
        "(-5)",
        "5元+3亩",
        "-",
    ],
)
def test_words_and_unknown_units_make_the_cell_text(text: str) -> None:
    assert read_amount(text, "元") is None


@given(BANK_CARDS)
def test_a_card_number_in_a_sum_column_is_not_repeated(number: str) -> None:
    problem = read_amount(number, "元")
    assert problem == Problem("bad-value", {"text": "●●●"})


SUMS = st.decimals(min_value=Decimal("-9999999999999"), max_value=Decimal("9999999999999"), places=2)


@given(st.one_of(SUMS, st.decimals(min_value=-9999, max_value=9999, places=6)))
def test_what_is_printed_is_read_again(number: Decimal) -> None:
    amount = read_amount(print_amount(number), "元")
    assert isinstance(amount, Amount)
    assert amount.number == number
    assert amount.decimals == max(0, -int(number.as_tuple().exponent))


@given(SUMS, st.sampled_from(["{:,f}", "{:f}", "￥{:,f}", "{:,f}元", " {:f} ", "{:f}。"]))
def test_every_spelling_gives_the_number(number: Decimal, shape: str) -> None:
    amount = read_amount(shape.format(number), "元")
    assert isinstance(amount, Amount)
    assert (amount.number, amount.decimals, amount.unit) == (number, 2, "元")


@given(st.text(max_size=12), st.sampled_from(["", "元", "万元", "%"]))
def test_nothing_typed_breaks_the_reader(text: str, unit: str) -> None:
    assert isinstance(read_amount(text, unit), Amount | Absent | Problem | None)


@given(st.text("0123456789.,+-万元亩多约%（)至 ", max_size=10))
def test_a_number_read_is_made_of_the_digits_typed(text: str) -> None:
    amount = read_amount(text, "元")
    if isinstance(amount, Amount) and not amount.terms and amount.low is None:
        typed = "".join(character for character in text if character.isdigit())
        assert int(typed) == abs(amount.number.scaleb(amount.decimals))


@pytest.mark.parametrize(
    ("number", "decimals", "text"),
    [
        ("1234567.5", None, "1,234,567.5"),
        ("1234567.5", 2, "1,234,567.50"),
        ("-5", None, "−5"),
        ("0", 2, "0.00"),
        ("0.005", 2, "0.01"),
        ("1E+3", None, "1,000"),
        ("-0.00", None, "0.00"),
        ("-0.001", 2, "0.00"),
    ],
)
def test_print_amount(number: str, decimals: int | None, text: str) -> None:
    assert print_amount(Decimal(number), decimals) == text
