"""Every form of due, counted from the day after, moved to a working day, never later for «before»."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.period import Period
from disclosure.basis.period import parse_period
from disclosure.board.deadline import deadline
from disclosure.board.deadline import in_words
from disclosure.catalogue.model import Category
from disclosure.catalogue.model import Due
from disclosure.catalogue.model import FactSpec
from tests.board.making import catalogue

BASE = replace(catalogue().categories["fin.ledger"], facts=(FactSpec("meeting", "会议日期", "date"),))


def with_due(due: Due) -> Category:
    return replace(BASE, due=due)


def period(text: str) -> Period:
    found = parse_period(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("due", "text", "raw", "on"),
    [
        (Due("after", "period_end", 15), "2026-Q1", "2026-04-15", "2026-04-15"),
        (Due("after", "period_end", 15), "2026-03", "2026-04-15", "2026-04-15"),
        (Due("after", "period_end", 10), "2026-09", "2026-10-10", "2026-10-10"),  # a Saturday that is worked
        (Due("after", "period_end", 2), "2026-09", "2026-10-02", "2026-10-08"),  # the October holiday
        (Due("after", "period_end", 20, "workdays"), "2026-03", "2026-04-29", "2026-04-29"),
        (Due("day", "next_month", 20), "2026-03", "2026-04-20", "2026-04-20"),
        (Due("day", "this_month", 25), "2026-03", "2026-03-25", "2026-03-25"),
        (Due("day", "previous_month", 25), "2026-03", "2026-02-25", "2026-02-25"),
        (Due("day", "next_quarter", 15), "2026-02", "2026-04-15", "2026-04-15"),
        (Due("day", "next_quarter", 15), "2026-Q4", "2027-01-15", "2027-01-15"),
        (Due("day", "next_month", 31), "2026-01", "2026-02-28", "2026-02-28"),
        (Due("date", "04-30"), "2025", "2026-04-30", "2026-04-30"),
        (Due("date", "04-30"), "2026-03", "2026-04-30", "2026-04-30"),
        (Due("same_day", "period_end", 0), "2026-03-05", "2026-03-05", "2026-03-05"),
    ],
)
def test_every_form(due: Due, text: str, raw: str, on: str) -> None:
    found = deadline(with_due(due), period(text))
    assert (found.raw, found.on) == (date.fromisoformat(raw), date.fromisoformat(on)) or found.note


def test_counting_begins_on_the_day_after_the_event() -> None:
    category = with_due(Due("after", "会议日期", 15, source="law"))
    found = deadline(category, period("2026-03"), {"meeting": date(2026, 3, 5)})
    assert found.raw == date(2026, 3, 20)
    assert (found.source, found.words) == ("law", "会议日期后15日内")
    assert deadline(category, period("2026-03"), {"会议日期": date(2026, 3, 5)}).raw == found.raw
    assert deadline(category, period("2026-03"), {"": date(2026, 3, 5)}).raw == found.raw


def test_before_moves_to_the_working_day_before() -> None:
    category = with_due(Due("before", "会议日期", 10))
    found = deadline(category, period("2025"), {"会议日期": date(2026, 3, 25)})
    assert (found.raw, found.on) == (date(2026, 3, 15), date(2026, 3, 13))  # a Sunday


@given(st.dates(date(2024, 2, 1), date(2026, 11, 30)), st.integers(1, 40), st.sampled_from(["days", "workdays"]))
def test_before_is_never_moved_later_and_after_never_earlier(day: date, count: int, unit: str) -> None:
    days = {"会议日期": day}
    before = deadline(with_due(Due("before", "会议日期", count, unit)), period("2025"), days)
    after = deadline(with_due(Due("after", "会议日期", count, unit)), period("2025"), days)
    assert before.raw is not None
    assert before.on is not None
    assert after.raw is not None
    assert after.on is not None
    assert before.on <= before.raw <= day - timedelta(days=count if unit == "days" else 1)
    assert after.on >= after.raw >= day + timedelta(days=count)


def test_an_unknown_anchor_falls_back_or_tells_no_day() -> None:
    fallback = Due("after", "period_end", 120, source="default")
    category = with_due(Due("before", "会议日期", 10, source="law", fallback=fallback))
    assert deadline(category, period("2025")).raw == date(2026, 4, 30)
    assert deadline(category, period("2025")).source == "default"
    bare = deadline(with_due(Due("after", "批准日期", 20, "workdays", "law")), period("2025"))
    assert (bare.raw, bare.on, bare.source) == (None, None, "law")


def test_none_has_no_day() -> None:
    assert deadline(with_due(Due("none", "", 0)), period("2025")).on is None


def test_stages_and_rhythms_have_their_own() -> None:
    due = Due("none", "", 0, stages=(("预算", Due("after", "period_end", 1)), ("event", Due("after", "period_end", 2))))
    category = with_due(due)
    assert deadline(category, period("2026-03"), stage="预算").raw == date(2026, 4, 1)
    assert deadline(category, period("2026-03"), rhythm="event").raw == date(2026, 4, 2)
    assert deadline(category, period("2026-03"), stage="决算").raw is None


def test_beyond_the_calendar_it_is_not_moved_and_says_so() -> None:
    found = deadline(with_due(Due("after", "period_end", 15)), period("2039-03"))
    assert found.raw == found.on == date(2039, 4, 15)
    assert found.note


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (Due("after", "period_end", 15), "期末后15日内"),
        (Due("after", "批准日期", 20, "workdays"), "批准日期后20个工作日内"),
        (Due("before", "会议日期", 10), "会议日期前10日"),
        (Due("day", "next_month", 20), "次月20日前"),
        (Due("date", "04-30"), "4月30日前"),
        (Due("same_day", "period_end", 0), "当日"),
        (Due("none", "", 0), "没有规定期限"),
    ],
)
def test_in_words(due: Due, words: str) -> None:
    assert in_words(due) == words
