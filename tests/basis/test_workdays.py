from __future__ import annotations

from datetime import date
from datetime import timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.workdays import add_workdays
from disclosure.basis.workdays import calendar_range
from disclosure.basis.workdays import is_workday
from disclosure.basis.workdays import next_workday
from disclosure.basis.workdays import previous_workday

KNOWN = st.dates(date(2004, 2, 1), date(2025, 11, 1))


@given(KNOWN)
def test_the_state_councils_calendar(day: date) -> None:
    assert is_workday(day) == chinese_calendar.is_workday(day)  # type: ignore[no-untyped-call]


def test_golden_week() -> None:
    assert next_workday(date(2025, 10, 1)) == (date(2025, 10, 9), "")
    assert previous_workday(date(2025, 10, 8)) == (date(2025, 9, 30), "")
    assert next_workday(date(2025, 9, 28)) == (date(2025, 9, 28), "")  # a Sunday worked in exchange
    assert add_workdays(date(2025, 9, 30), 3) == (date(2025, 10, 11), "")


@given(KNOWN)
def test_moved_days_are_the_nearest_working_days(day: date) -> None:
    for moved, step in ((next_workday(day)[0], 1), (previous_workday(day)[0], -1)):
        assert is_workday(moved)
        between = [day + timedelta(days=step * offset) for offset in range(abs((moved - day).days))]
        assert not any(is_workday(other) for other in between)


@given(KNOWN, st.integers(0, 20))
def test_adding_counts_from_the_day_after(day: date, count: int) -> None:
    end, note = add_workdays(day, count)
    between = [day + timedelta(days=offset) for offset in range(1, (end - day).days + 1)]
    assert (sum(bool(is_workday(other)) for other in between), note) == (count, "")
    assert add_workdays(next_workday(end)[0], -count)[0] <= next_workday(end)[0]


@pytest.mark.parametrize("count", [1, 5, -3])
def test_beyond_the_data_nothing_is_moved_and_it_says_so(count: int) -> None:
    first, last = calendar_range()
    sunday = date(last.year + 3, 1, 1)
    sunday += timedelta(days=6 - sunday.weekday())
    for moved, note in (next_workday(sunday), previous_workday(sunday)):
        assert moved == sunday
        assert note == f"超出国务院放假安排数据(到{last.year}年),未顺延"
    moved, note = add_workdays(sunday, count)
    assert moved.weekday() < 5
    assert note.startswith(f"超出国务院放假安排数据(到{last.year}年)")
    assert is_workday(first - timedelta(days=1)) is None


def test_a_holiday_that_runs_into_the_unknown_is_not_moved() -> None:
    last = calendar_range()[1]
    moved, note = next_workday(last)
    assert bool(note) == (moved == last and not is_workday(last))
