"""Days and periods: what 期间 can say, how the canonical form is written, which periods lie between two days."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from functools import lru_cache
from typing import NamedTuple

from disclosure.basis.dates import MONTHS
from disclosure.basis.dates import Side
from disclosure.basis.dates import plain
from disclosure.basis.dates import read_range
from disclosure.basis.dates import read_short_day
from disclosure.basis.dates import read_side
from disclosure.basis.dates import strip_as_of

_ONE_DAY = timedelta(days=1)
_NUMERALS = "〇一二三四"


class Day(NamedTuple):
    """A date; ``exact`` is False when only the month was given (then ``date`` is its last day)."""

    date: date
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included, and its canonical spelling (FORMAT §6).

    ``unit``: year half quarter month day span as_of term. An ``as_of`` period tells how things stood at the end of
    a year, month or day; its ``first`` is the first day of that unit.
    """

    first: date
    last: date
    unit: str
    canonical: str

    def contains(self, other: date | Day | Period) -> bool:
        """Tell whether a day, or the whole of a period, lies inside; a day known to the month, when the month touches.

        For an as-of period every day up to its end is inside, since it speaks of all that came before.
        """
        if isinstance(other, Period):
            return self.first <= other.first and other.last <= self.last
        day, exact = (other.date, other.exact) if isinstance(other, Day) else (other, True)
        start = day if exact else day.replace(day=1)
        if self.unit == "as_of":
            return start <= self.last
        return start <= self.last and day >= self.first

    def previous(self) -> Period:
        """Return the period of the same length just before this one."""
        if self.unit == "as_of":
            return as_of(_plain_period(self).previous())
        if self.unit in MONTHS:
            return period_of(self.unit, self.first - _ONE_DAY)
        if _whole_months(self):
            return _stretch(_shift(self.first, -_months_in(self)), _months_in(self), self.unit)
        end = self.first - _ONE_DAY
        return (
            day_period(end) if self.unit == "day" else span(day_period(end - (self.last - self.first)), day_period(end))
        )

    def words(self) -> str:
        """Return the period as a villager says it: 2026年10月, 2026年第一季度, 2026年3月5日至3月11日."""
        if self.unit == "as_of":
            return "截至" + _side_words(self.canonical.removeprefix("截至"))
        left, _, right = self.canonical.partition("/")
        if not right:
            return _side_words(left)
        words = _side_words(right)
        alike = left[:4] == right[:4] and len(left) == len(right) > 4 and left[5:6].isdigit() and right[5:6].isdigit()
        return f"{_side_words(left)}至{words[5:] if alike else words}"

    def path(self) -> str:
        """Return the canonical form fit for a file path: / becomes _."""
        return self.canonical.replace("/", "_")

    def __str__(self) -> str:
        return self.canonical

    def __hash__(self) -> int:
        return hash(self.canonical)

    def __lt__(self, other: Period) -> bool:
        return (self.first, self.last, self.canonical) < (other.first, other.last, other.canonical)


def _side_words(canonical: str) -> str:
    year, _, rest = canonical.partition("-")
    if not rest:
        return f"{year}年"
    if rest[0] == "Q":
        return f"{year}年第{_NUMERALS[int(rest[1])]}季度"
    if rest[0] == "H":
        return f"{year}年{'上下'[int(rest[1]) - 1]}半年"
    month, _, day = rest.partition("-")
    return f"{year}年{int(month)}月" + (f"{int(day)}日" if day else "")


def year_period(year: int) -> Period:
    """Return a calendar year."""
    return Period(date(year, 1, 1), date(year, 12, 31), "year", f"{year}")


def half_period(year: int, half: int) -> Period:
    """Return the first or second half of a year."""
    return _months(year, half * 6 - 5, 6, "half", f"{year}-H{half}")


def quarter_period(year: int, quarter: int) -> Period:
    """Return quarter 1 to 4 of a year."""
    return _months(year, quarter * 3 - 2, 3, "quarter", f"{year}-Q{quarter}")


def month_period(year: int, month: int) -> Period:
    """Return a calendar month."""
    return _months(year, month, 1, "month", f"{year}-{month:02}")


def day_period(day: date) -> Period:
    """Return one day as a period."""
    return Period(day, day, "day", day.isoformat())


def _months(year: int, month: int, count: int, unit: str, canonical: str) -> Period:
    end = month + count - 1
    return Period(date(year, month, 1), date(year, end, calendar.monthrange(year, end)[1]), unit, canonical)


def span(left: Period, right: Period) -> Period:
    """Return the stretch from the start of ``left`` to the end of ``right``; years to years make a term."""
    if left.canonical == right.canonical:
        return left
    unit = "term" if left.unit == right.unit == "year" else "span"
    return Period(left.first, right.last, unit, f"{left.canonical}/{right.canonical}")


def as_of(period: Period) -> Period:
    """Return the statement of how things stood at the end of ``period``."""
    return Period(period.first, period.last, "as_of", f"截至{period.canonical}")


def period_of(unit: str, day: date) -> Period:
    """Return the year, half, quarter, month or day that ``day`` lies in."""
    if unit == "year":
        return year_period(day.year)
    if unit == "half":
        return half_period(day.year, (day.month + 5) // 6)
    if unit == "quarter":
        return quarter_period(day.year, (day.month + 2) // 3)
    return month_period(day.year, day.month) if unit == "month" else day_period(day)


def _plain_period(period: Period) -> Period:
    """Return the year, half, quarter, month or day that has just these ends."""
    units = {count: unit for unit, count in MONTHS.items()}
    return period_of(units[_months_in(period)] if period.first < period.last else "day", period.first)


def _of_side(side: Side) -> Period:
    if side.unit == "day":
        return day_period(date(side.year, side.number, side.day))
    if side.unit == "year":
        return year_period(side.year)
    make = {"half": half_period, "quarter": quarter_period, "month": month_period}[side.unit]
    return make(side.year, side.number)


@lru_cache(maxsize=65536)
def parse_period(text: str) -> Period | None:
    """Return the period that ``text`` states in any form of FORMAT §6, None when it states none or an impossible one."""
    text = plain(text)
    rest = strip_as_of(text)
    if rest is not None:
        side = read_side(rest)
        return as_of(_of_side(side)) if side else None
    side = read_side(text)
    if side:
        return _of_side(side)
    pair = read_range(text)
    if pair is None:
        return None
    left, right = _of_side(pair[0]), _of_side(pair[1])
    return span(left, right) if left.first <= right.first and left.last <= right.last else None


@lru_cache(maxsize=65536)
def read_day(text: str, within: Period | None = None) -> Day | str | None:
    """Return the day in ``text``, None for a blank, or the slug of what is wrong with it.

    ``bad-value``: no date, an impossible one, or one without a year that nothing supplies. ``date-outside-period``:
    typed without its year, and no year puts it inside ``within``. A date typed in full is returned as it is.
    """
    text = plain(text)
    if not text:
        return None
    side = read_side(text)
    if side:
        if side.unit not in ("day", "month"):
            return "bad-value"
        return Day(_of_side(side).last, exact=side.unit == "day")
    short = read_short_day(text)
    if short is None or within is None:
        return "bad-value"
    return _dated(short[0], short[1], within)


def _dated(month: int, day: int, within: Period) -> Day | str:
    """Put a month and day (either 0 when not typed) into the one year of ``within`` that holds it."""
    years = [within.last.year] if within.unit == "as_of" else list(range(within.first.year, within.last.year + 1))
    if not month and (within.first.year, within.first.month) == (within.last.year, within.last.month):
        month = within.first.month
    possible = [found for found in (_try(year, month, day) for year in years) if found]
    if not possible and not _try(2000, month, day):
        return "bad-value"
    inside = [found for found in possible if within.contains(found)]
    if len(inside) == 1:
        return inside[0]
    return "bad-value" if inside else "date-outside-period"


def _try(year: int, month: int, day: int) -> Day | None:
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    if day > last:
        return None
    return Day(date(year, month, day or last), exact=day > 0)


def _shift(first: date, months: int) -> date:
    count = first.year * 12 + first.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def _whole_months(period: Period) -> bool:
    return period.first.day == 1 and (period.last + _ONE_DAY).day == 1 and period.unit != "day"


def _months_in(period: Period) -> int:
    return (period.last.year - period.first.year) * 12 + period.last.month - period.first.month + 1


def _stretch(first: date, months: int, unit: str = "") -> Period:
    """Return the period of ``months`` months from ``first`` (a first of a month), in its simplest canonical form."""
    if unit == "term":
        return span(year_period(first.year), year_period(first.year + months // 12 - 1))
    name = next((name for name, count in MONTHS.items() if count == months and (first.month - 1) % count == 0), "")
    if name and not unit:
        return period_of(name, first)
    return span(period_of("month", first), period_of("month", _shift(first, months - 1)))


def stretches_between(months: int, start: date, end: date) -> list[Period]:
    """Return the stretches of so many months, counted from January of year 0, that begin on or after ``start`` and end by ``end``."""
    return list(_stretches(months, start, end))


def _stretches(months: int, start: date, end: date) -> Iterator[Period]:
    count = start.year * 12 + start.month - 1
    first = _shift(date(1, 1, 1), count - count % months - 12)
    while True:
        period = _stretch(first, months)
        if period.last > end:
            return
        if period.first >= start:
            yield period
        first = _shift(first, months)


def periods_between(unit: str, start: date, end: date) -> list[Period]:
    """Return the years, halves, quarters, months or days that begin on or after ``start`` and end on or before ``end``."""
    if unit == "day":
        return [day_period(start + timedelta(days=offset)) for offset in range((end - start).days + 1)]
    return stretches_between(MONTHS[unit], start, end)
