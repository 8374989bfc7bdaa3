from __future__ import annotations

import itertools
from datetime import date
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.period import Day
from disclosure.basis.period import Period
from disclosure.basis.period import as_of
from disclosure.basis.period import day_period
from disclosure.basis.period import parse_period
from disclosure.basis.period import period_of
from disclosure.basis.period import periods_between
from disclosure.basis.period import read_day
from disclosure.basis.period import span
from disclosure.basis.period import stretches_between

DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))
UNITS = st.sampled_from(["year", "half", "quarter", "month", "day"])
SIDES = st.builds(period_of, UNITS, DAYS)
SPANS = (
    st.tuples(SIDES, SIDES).map(sorted).filter(lambda pair: pair[0].last <= pair[1].last).map(lambda pair: span(*pair))
)
PERIODS = st.one_of(SIDES, st.builds(as_of, SIDES), SPANS)


def parsed(text: str) -> Period:
    period = parse_period(text)
    assert period is not None, text
    return period


@pytest.mark.parametrize(
    ("texts", "canonical"),
    [
        ("2026 2026年 2026年度 二〇二六年 ２０２６年度", "2026"),
        ("2010年度 二0一0年度 二○一○年", "2010"),
        ("2026-H1 2026H1 2026-h1 2026年上半年 2026上半年 2026年度上半年", "2026-H1"),
        ("2026-H2 2026年下半年", "2026-H2"),
        ("2026-Q1 2026Q1 2026年第一季度 2026年一季度 2026年第1季度 2026年1季度 2026年Q1 2026第一季度", "2026-Q1"),
        ("2026-03 2026-3 2026.3 2026/3 2026年3月 2026年03月 2026年三月 2026年3月份 二〇二六年三月", "2026-03"),
        ("2026-10 二〇二六年十月", "2026-10"),
        (
            "2026-03-05 2026-3-5 2026.3.5 2026.03.05 2026/3/5 2026:03:05 2026年3月5日 2026年3月5号 二〇二六年三月五日 ２０２６年３月５日",
            "2026-03-05",
        ),
        ("2013-01-28 二〇一三年一月二十八日", "2013-01-28"),
        ("2018-09-01 2018.9.1", "2018-09-01"),
        ("2023-07-31 2023/7/31", "2023-07-31"),
        ("2020-07-15 2020:07:15", "2020-07-15"),
        (
            "2026-03-05/2026-03-11 2026-03-05_2026-03-11 2026-03-05—2026-03-11 2026-03-05——2026-03-11 2026-03-05－2026-03-11 2026-03-05至2026-03-11 2026-03-05~2026-03-11 2026-03-05～2026-03-11 "
            "2026-03-05到2026-03-11 2026-03-05--2026-03-11 2026-03-05-2026-03-11 2026.3.5-2026.3.11 2026.3.5-3.11 2026/3/5-2026/3/11 2026年3月5日至2026年3月11日 2026年3月5日至3月11日 2026年3月5日-11日 2026年3月5日—11日",
            "2026-03-05/2026-03-11",
        ),
        ("2021-12/2022-01 2021年12月—2022年1月 2021年12月至2022年1月 2021.12-2022.1", "2021-12/2022-01"),
        ("2026-01/2026-06 2026年1-6月 2026年1—6月 2026年1月至6月 2026年1月-6月", "2026-01/2026-06"),
        ("2008-H2/2010 2008年下半年至2010年", "2008-H2/2010"),
        ("2020/2024 2020-2024 2020—2024 2020年至2024年 2020至2024年", "2020/2024"),
        ("2005/2006 2005-2006", "2005/2006"),
        ("截至2023-04 截至2023年4月 截止2023年4月 截至2023年4月底 截至2023年4月末 截至2023.4", "截至2023-04"),
        ("截至2023-04-30 截至2023年4月30日止", "截至2023-04-30"),
        ("截至2023 截至2023年底 截至2023年末", "截至2023"),
        ("2026-03 2026-03/2026-03", "2026-03"),
    ],
)
def test_every_form(texts: str, canonical: str) -> None:
    assert {text: parsed(text).canonical for text in texts.split()} == dict.fromkeys(texts.split(), canonical)


@pytest.mark.parametrize(
    "text",
    [
        "2023828",
        "20230828",
        "20238月份",
        "202303",
        "2026-13",
        "2026-00",
        "2026-02-30",
        "2025-02-29",
        "2026-Q5",
        "2026-H3",
        "2026-Q0",
        "截至4月",
        "4月",
        "3-05",
        "2022-01/2021-12",
        "2026-03-11/2026-03-05",
        "2026年13月",
        "2026年第五季度",
        "1026",
        "3026",
        "二六年三月",
        "2024年(第一批)",
        "长期",
        "截至2023-04/2023-05",
        "2026-03-05/",
        "/2026",
        "2026//",
        "2026-03-05/11",
        "2026年3月5日至31月",
        "2026年3月5日至2月30日",
        "2130705",
        "2026学年",
        "2026-W03",
        "",
        " ",
    ],
)
def test_what_is_no_period(text: str) -> None:
    assert parse_period(text) is None


@given(PERIODS)
def test_the_canonical_form_reads_as_itself(period: Period) -> None:
    assert parsed(period.canonical) == period
    assert parsed(period.words()) == period
    if period.unit != "as_of":
        assert parsed(period.path()) == period
    assert "/" not in period.path()


@given(DAYS, UNITS)
def test_periods_tile_the_calendar(day: date, unit: str) -> None:
    period = period_of(unit, day)
    after = period_of(unit, period.last + timedelta(days=1))
    assert period.contains(day)
    assert after.first == period.last + timedelta(days=1)
    assert after.previous() == period
    assert period < after


@pytest.mark.parametrize(("unit", "count"), [("half", 2), ("quarter", 4), ("month", 12)])
@given(year=st.integers(1901, 2150))
def test_parts_tile_the_year(unit: str, count: int, year: int) -> None:
    whole = period_of("year", date(year, 1, 1))
    parts = periods_between(unit, whole.first, whole.last)
    assert len(parts) == count
    assert (parts[0].first, parts[-1].last) == (whole.first, whole.last)
    assert all(one.last + timedelta(days=1) == two.first for one, two in itertools.pairwise(parts))
    assert all(whole.contains(part) and not part.contains(whole) for part in parts)


@given(DAYS, st.integers(0, 900), st.sampled_from(["year", "half", "quarter", "month", "day"]))
def test_periods_between_are_those_that_begin_and_end_inside(start: date, days: int, unit: str) -> None:
    end = start + timedelta(days=days)
    expected = {period_of(unit, start + timedelta(days=offset)) for offset in range(days + 1)}
    assert periods_between(unit, start, end) == sorted(
        period for period in expected if period.first >= start and period.last <= end
    )


def test_every_two_months() -> None:
    found = stretches_between(2, date(2026, 1, 15), date(2026, 7, 1))
    assert [period.canonical for period in found] == ["2026-03/2026-04", "2026-05/2026-06"]
    assert [period.canonical for period in stretches_between(24, date(2025, 1, 1), date(2028, 1, 1))] == [
        "2026-01/2027-12"
    ]


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ("2026-Q1", "2025-Q4"),
        ("2026-H1", "2025-H2"),
        ("2026-01", "2025-12"),
        ("2026-03-01", "2026-02-28"),
        ("2021-12/2022-01", "2021-10/2021-11"),
        ("2026-03-05/2026-03-11", "2026-02-26/2026-03-04"),
        ("2020/2024", "2015/2019"),
        ("截至2023-04", "截至2023-03"),
        ("截至2023", "截至2022"),
        ("2008-H2/2010", "2006-01/2008-06"),
    ],
)
def test_the_period_before(period: str, before: str) -> None:
    assert parsed(period).previous().canonical == before


@given(PERIODS.filter(lambda period: 2 * period.first.year - period.last.year > 1902))
def test_the_period_before_ends_where_this_one_begins(period: Period) -> None:
    before = period.previous()
    assert before < period
    assert parsed(before.canonical) == before
    assert before.last + timedelta(days=1) == period.first


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2026-10", "2026年10月"),
        ("2026-Q1", "2026年第一季度"),
        ("2026-H2", "2026年下半年"),
        ("2026", "2026年"),
        ("2026-03-05", "2026年3月5日"),
        ("2026-03-05/2026-03-11", "2026年3月5日至3月11日"),
        ("2021-12/2022-01", "2021年12月至2022年1月"),
        ("2026-01/2026-06", "2026年1月至6月"),
        ("2020/2024", "2020年至2024年"),
        ("截至2023-04", "截至2023年4月"),
    ],
)
def test_words(period: str, words: str) -> None:
    assert parsed(period).words() == words
    assert str(parsed(period)) == period


def test_contains() -> None:
    march = parsed("2026-03")
    assert march.contains(Day(date(2026, 3, 31), exact=False))
    assert parsed("2026-03-05/2026-03-11").contains(Day(date(2026, 3, 31), exact=False))
    assert not march.contains(Day(date(2026, 2, 28), exact=False))
    assert parsed("截至2023-04").contains(date(2020, 1, 1))
    assert not parsed("截至2023-04").contains(date(2023, 5, 1))
    assert parsed("2026-Q1").contains(march)
    assert not march.contains(parsed("2026-Q1"))


@given(DAYS, st.sampled_from(["{m}-{d:02}", "{m}-{d}", "{m:02}-{d:02}", "{m}.{d}", "{m}/{d}", "{m}月{d}日", "{d}日"]))
def test_a_day_without_its_year_takes_the_periods(day: date, shape: str) -> None:
    text = shape.format(m=day.month, d=day.day)
    assert read_day(text, period_of("month", day)) == Day(day)
    assert read_day(text) == "bad-value"


@given(
    DAYS,
    st.sampled_from(["{y}-{m:02}-{d:02}", "{y}年{m}月{d}日", "{y}.{m}.{d}", "{y}/{m}/{d}", "{y}-{m}-{d} 10:30:00"]),
)
def test_a_day_typed_in_full_is_returned_as_it_is(day: date, shape: str) -> None:
    assert read_day(shape.format(y=day.year, m=day.month, d=day.day), parsed("2026-03")) == Day(day)


@pytest.mark.parametrize(
    ("text", "within", "result"),
    [
        ("", "2026-03", None),
        ("2026-03", "2026-03", Day(date(2026, 3, 31), exact=False)),
        ("2026年2月", "2026-03", Day(date(2026, 2, 28), exact=False)),
        ("3月", "2026-Q1", Day(date(2026, 3, 31), exact=False)),
        ("三月五日", "2026", Day(date(2026, 3, 5))),
        ("12-31", "2025-11/2026-02", Day(date(2025, 12, 31))),
        ("1-31", "2025-11/2026-02", Day(date(2026, 1, 31))),
        ("4-01", "2026-03", "date-outside-period"),
        ("2-29", "2026", "date-outside-period"),
        ("2-29", "2024", Day(date(2024, 2, 29))),
        ("3-05", "2020/2024", "bad-value"),
        ("3-05", "截至2023-04", Day(date(2023, 3, 5))),
        ("5-05", "截至2023-04", "date-outside-period"),
        ("5日", "2026-Q1", "bad-value"),
        ("31日", "2026-02", "bad-value"),
        ("13-01", "2026", "bad-value"),
        ("2-30", "2026", "bad-value"),
        ("2023828", "2023", "bad-value"),
        ("45123", "2023", "bad-value"),
        ("2026", "2026", "bad-value"),
        ("2026-Q1", "2026", "bad-value"),
        ("3月5日-7日", "2026", "bad-value"),
    ],
)
def test_days(text: str, within: str, result: Day | str | None) -> None:
    assert read_day(text, parsed(within)) == result


@given(st.text("0123456789-/.:年月日季度上下半至~—H Q截第一十", max_size=14) | st.text(max_size=12))
def test_nothing_typed_breaks_the_reader(text: str) -> None:
    parse_period(text)
    read_day(text, parsed("2026-03"))


def test_periods_are_values() -> None:
    assert {day_period(date(2026, 3, 5)), parsed("2026.3.5")} == {parsed("2026-03-05")}
