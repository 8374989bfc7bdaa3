from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.numbers import read_amount
from disclosure.basis.values import Amount
from disclosure.reading.numformat import is_date_format
from disclosure.reading.numformat import sections_of
from disclosure.reading.numformat import show
from disclosure.reading.numformat import show_general
from disclosure.reading.numformat import show_text
from disclosure.reading.serialdate import EPOCH_1900


@pytest.mark.parametrize(
    ("number", "code", "shown"),
    [
        ("1234.5", "General", "1234.5"),
        ("1234567.891", "0", "1234568"),
        ("1234.5", "0.00", "1234.50"),
        ("1234567.8", "#,##0.00", "1,234,567.80"),
        ("999", "#,##0", "999"),
        ("0", "#,##0.00", "0.00"),
        ("0", "#", ""),
        ("0.5", "#.##", ".5"),
        ("0.93197", "0%", "93%"),
        ("0.93197", "0.00%", "93.20%"),
        ("-5", "#,##0.00", "-5.00"),
        ("-0.001", "0.00", "0.00"),
        ("-5", "#,##0.00_);(#,##0.00)", "(5.00)"),
        ("0", '#,##0;-#,##0;"-"', "-"),
        ("5", ';;;', ""),
        ("1234", '"¥"#,##0.00', "¥1,234.00"),
        ("1234", "[$¥-804]#,##0", "¥1,234"),
        ("12345", "#,##0,", "12"),
        ("12345", '0!.0,"万"', "1.2万"),
        ("7", "000", "007"),
        ("30", '0"年"', "30年"),
        ("1234.5", "[Red]0.0", "1234.5"),
        ("150", '[>=100]0"多";0"少"', "150多"),
        ("50", '[>=100]0"多";0"少"', "50少"),
        ("12345", "0.00E+00", "1.23E+04"),
        ("3.10", "0.0#", "3.1"),
        ("5", "_ * #,##0_ ", " 5 "),
        ("5", "0\\ 亩", "5 亩"),
        ("2.5", "@", "2.5"),
    ],
)
def test_numbers_are_shown_as_the_sheet_shows_them(number: str, code: str, shown: str) -> None:
    assert show(Decimal(number), code, EPOCH_1900) == shown


@pytest.mark.parametrize(
    ("number", "shown"),
    [("0", "0"), ("4683.9", "4683.9"), ("0.333333333333333", "0.333333333"), ("123456789012", "1.23457E+11"), ("-12.50", "-12.5"), ("0.000001", "1E-06"), ("93678", "93678")],
)
def test_general_shows_at_most_eleven_signs(number: str, shown: str) -> None:
    assert show_general(Decimal(number)) == shown


def test_texts_may_have_words_around_them() -> None:
    assert show_text("甲", '0;0;0;@"村"') == "甲村"
    assert show_text("甲", "0.00") == "甲"
    assert show_text("甲", "") == "甲"


def test_days_are_told_from_numbers() -> None:
    assert [is_date_format(code) for code in ("yyyy-mm-dd", 'm"月"d"日"', "[h]:mm", "0.00", "General", "0.00E+00", '"日"0', "#,##0")] == [True, True, True] + [False] * 5
    assert len(sections_of("0;-0;;@")) == 4


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=6), st.sampled_from([("0", 0), ("0.00", 2), ("#,##0.00", 2), ("#,##0", 0), ("0.000", 3)]))
def test_what_is_shown_is_the_number_rounded(number: Decimal, form: tuple[str, int]) -> None:
    found = read_amount(show(number, form[0], EPOCH_1900))
    assert isinstance(found, Amount)
    assert abs(found.number - number) <= Decimal(1).scaleb(-form[1]) / 2
    assert found.decimals == form[1]
