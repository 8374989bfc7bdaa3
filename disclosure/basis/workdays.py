"""Working days by the State Council's holiday calendar; beyond its data days are not moved, and the answer says so."""

from __future__ import annotations

from datetime import date
from datetime import timedelta
from functools import cache
from typing import NamedTuple

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5
_FIXED = frozenset(((1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)))
"""Month and day of the holidays that fall on the same days every year (全国年节及纪念日放假办法, 2024 revision)."""


class _Calendar(NamedTuple):
    """Days off on weekdays, days worked on weekends, and the first and last day the data cover."""

    holidays: frozenset[date]
    extra_workdays: frozenset[date]
    first: date
    last: date


@cache
def _calendar() -> _Calendar:
    from chinese_calendar import constants

    holidays, workdays = frozenset(constants.holidays), frozenset(constants.workdays)
    years = {day.year for day in holidays}
    return _Calendar(holidays, workdays, date(min(years), 1, 1), date(max(years), 12, 31))


def calendar_range() -> tuple[date, date]:
    """Return the first and last day the holiday calendar knows."""
    return _calendar().first, _calendar().last


@cache
def is_workday(day: date) -> bool | None:
    """Tell whether ``day`` is a working day, None where the calendar has no data."""
    known = _calendar()
    if not known.first <= day <= known.last:
        return None
    return day in known.extra_workdays or (day.weekday() < _SATURDAY and day not in known.holidays)


def _beyond(tail: str) -> str:
    return f"超出国务院放假安排数据(到{_calendar().last.year}年),{tail}"


def next_workday(day: date) -> tuple[date, str]:
    """Return ``day`` or the first working day after it, and a note ('' unless the calendar's data end before)."""
    return _moved(day, _ONE_DAY)


def previous_workday(day: date) -> tuple[date, str]:
    """Return ``day`` or the last working day before it, and a note as for :func:`next_workday`."""
    return _moved(day, -_ONE_DAY)


def _moved(day: date, step: timedelta) -> tuple[date, str]:
    moved = day
    while is_workday(moved) is False:
        moved += step
    return (day, _beyond("未顺延")) if is_workday(moved) is None else (moved, "")


def counted(day: date, count: int, unit: str) -> date:
    """Return the day that many ``days`` or ``workdays`` after ``day``, itself not counted (Civil Code 201)."""
    return add_workdays(day, count)[0] if unit == "workdays" else day + count * _ONE_DAY


def days_in(first: date, last: date, unit: str) -> int:
    """Return how many ``days`` or ``workdays`` there are from one day to another, both counted."""
    days = (last - first).days + 1
    if unit != "workdays":
        return days
    return sum(_works(first + step * _ONE_DAY) for step in range(days))


def _works(day: date) -> bool:
    """Tell whether a day is a working day; beyond the calendar's data by weekday and the holidays of fixed date."""
    known = is_workday(day)
    return day.weekday() < _SATURDAY and (day.month, day.day) not in _FIXED if known is None else known


def add_workdays(day: date, count: int) -> tuple[date, str]:
    """Return the ``count``-th working day after ``day`` (before it when negative); ``day`` itself is not counted.

    Beyond the calendar's data Monday to Friday count as working days, holidays of fixed date left out, and the note says so.
    """
    step = _ONE_DAY if count >= 0 else -_ONE_DAY
    note, left = "", abs(count)
    while left:
        day += step
        if is_workday(day) is None:
            note = _beyond("按周一至周五计算")
        left -= _works(day)
    return day, note
