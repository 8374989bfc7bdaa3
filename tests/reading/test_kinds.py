from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.period import month_period
from disclosure.basis.period import parse_period
from disclosure.basis.span import Span
from disclosure.basis.values import Absent
from disclosure.basis.values import Amount
from disclosure.basis.values import Day
from disclosure.reading.kinds import Trouble
from disclosure.reading.kinds import amount_of
from disclosure.reading.kinds import findings_of
from disclosure.reading.kinds import read_cell
from disclosure.reading.kinds import reader_for
from tests.basis.invented import PHONES

HERE = Span("甲.yaml", 3, 5)
MARCH = month_period(2026, 3)


def slug_of(kind: str, text: str, unit: str = "") -> str:
    _, found = read_cell(kind, text, unit, HERE, MARCH)
    return found[0].slug if found else ""


@pytest.mark.parametrize(
    ("text", "unit", "base", "own"),
    [
        ("12,000.00", "元", "12000.00", "元"),
        ("1.2", "万元", "12000", "万元"),
        ("20万元", "元", "200000", "万元"),
        ("１２，０００．００", "", "12000.00", ""),
        ("￥5", "", "5", "元"),
        ("−5", "", "-5", ""),
        ("(5.00)", "", "-5.00", ""),
        ("640.00。", "", "640.00", ""),
    ],
)
def test_money_is_read_from_the_characters(text: str, unit: str, base: str, own: str) -> None:
    value, found = read_cell("money", text, unit, HERE)
    assert isinstance(value, Amount)
    assert (value.base, value.unit, found) == (Decimal(base), own, [])


@pytest.mark.parametrize("kind", ["money", "quantity", "date", "period", "text", "code", "person", "choice"])
def test_blank_nothing_and_unstated_are_three_facts(kind: str) -> None:
    read = reader_for(kind, choices=("甲",))
    assert [read(""), read("无"), read("未列")] == [Absent.BLANK, Absent.NONE, Absent.UNSTATED]


def test_zero_is_a_fourth() -> None:
    assert amount_of(read_cell("money", "0", "", HERE)[0]) == 0
    assert amount_of(Absent.BLANK) is None


@pytest.mark.parametrize("text", [",867.48", "1.2.3", "12,00", "1200O.00", "12OO", "1O0"])
def test_digits_that_make_no_number_are_bad(text: str) -> None:
    assert slug_of("money", text) == "bad-value"


@pytest.mark.parametrize("text", ["2300补差", "3名竞投者 7轮", "12筐把"])
def test_a_unit_nobody_knows_makes_the_cell_words(text: str) -> None:
    assert read_cell("quantity", text, "", HERE) == (text, [])


def test_words_are_bad_where_figures_are_stated_and_words_where_they_were_guessed() -> None:
    assert slug_of("money", "见附件") == "bad-value"
    assert reader_for("money", strict=False)("见附件") == "见附件"


def test_a_dash_says_nothing_and_is_no_fault() -> None:
    assert reader_for("money")("—") is Absent.NONE
    assert reader_for("date")("/") is Absent.NONE
    assert reader_for("period")("-") is Absent.NONE


def test_a_unit_of_another_kind_is_told() -> None:
    _, (found,) = read_cell("money", "20亩", "元", HERE)
    assert (found.slug, found.arguments["unit"], found.arguments["expected"]) == ("unit-mismatch", "亩", "元")
    assert read_cell("quantity", "20亩", "", HERE)[1] == []


def test_a_sum_typed_as_its_terms_is_an_info() -> None:
    value, (found,) = read_cell("money", "887+2674", "元", HERE)
    assert amount_of(value) == 3561
    assert (found.slug, found.arguments["value"]) == ("sum-typed", "3,561")


@pytest.mark.parametrize(("text", "day"), [("3-05", date(2026, 3, 5)), ("3月5日", date(2026, 3, 5)), ("2026-03-05", date(2026, 3, 5)), ("2025.12.31", date(2025, 12, 31))])
def test_a_date_takes_its_year_from_the_period(text: str, day: date) -> None:
    assert read_cell("date", text, "", HERE, MARCH) == (Day(day), [])


def test_dates_that_cannot_be() -> None:
    assert slug_of("date", "4-05") == "date-outside-period"
    assert slug_of("date", "2023828") == "bad-value"
    assert slug_of("date", "长期") == "bad-value"
    read = reader_for("date", strict=False)
    assert read("长期") == "长期"
    assert isinstance(read("2023828"), Trouble)


def test_a_date_known_to_the_month_is_an_info() -> None:
    value, (found,) = read_cell("date", "2024-03", "", HERE)
    assert value == Day(date(2024, 3, 31), exact=False)
    assert found.slug == "date-month-only"


def test_periods_and_a_month_within_the_filings_year() -> None:
    assert read_cell("period", "2026年第一季度", "", HERE)[0] == parse_period("2026-Q1")
    assert read_cell("period", "3月", "", HERE, parse_period("2026"))[0] == MARCH
    assert slug_of("period", "某时") == "bad-value"


def test_choices_are_compared_without_spaces_and_suggested() -> None:
    choices = ("公益支出", "管理费用")
    assert read_cell("choice", "公益 支出", "", HERE, None, choices) == ("公益支出", [])
    _, (found,) = read_cell("choice", "公益之出", "", HERE, None, choices)
    assert (found.slug, found.arguments["suggestion"], found.arguments["choices"]) == ("unknown-choice", "公益支出", "公益支出、管理费用")


def test_of_a_long_list_the_nearest_words_are_told_and_how_many_there_are() -> None:
    choices = (*(f"第{number}号" for number in range(20)), "管理费用", "维修费")
    _, (found,) = read_cell("choice", "修理修补费", "", HERE, None, choices)
    assert str(found.arguments["choices"]).startswith("维修费、管理费用、第0号、")
    assert str(found.arguments["choices"]).endswith("等 22 种")
    assert found.arguments["count"] == "22"


def test_yes_and_no() -> None:
    assert [reader_for("yes_no")(text) for text in ("是", "√", "否", "无", "")] == [True, True, False, False, Absent.BLANK]
    assert slug_of("yes_no", "也许") == "bad-value"


def test_percent_ratio_and_change() -> None:
    assert amount_of(reader_for("percent")("93.20")) == Decimal("0.9320")
    assert amount_of(reader_for("percent")("100%")) == 1
    assert reader_for("ratio")("6:4") == "6:4"
    assert amount_of(reader_for("change")("下降5%")) == Decimal("-0.05")


@given(PHONES)
def test_texts_of_findings_show_no_number_of_a_person(phone: str) -> None:
    (found,) = findings_of(Trouble("x", "bad-value"), "money", phone, "金额", HERE)
    assert phone not in str(found.arguments)
    (hidden,) = findings_of(Trouble("x", "bad-value"), "money", "孙甲一", "户主", HERE, personal=True)
    assert "孙" not in str(hidden.arguments)


@given(st.text(max_size=30), st.sampled_from(["money", "quantity", "percent", "date", "period", "yes_no", "choice", "text", "person", "ratio"]))
def test_no_text_makes_a_reader_stumble(text: str, kind: str) -> None:
    value, found = read_cell(kind, text, "元" if kind == "money" else "", HERE, MARCH, ("甲", "乙"))
    assert value is not None
    assert len(found) <= 1
