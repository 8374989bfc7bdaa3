"""Until when something must be out: the day the rule gives, the working day it moves to, and why, in words."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from datetime import timedelta
from functools import cache
from typing import NamedTuple

from disclosure.basis.period import Period
from disclosure.basis.workdays import add_workdays
from disclosure.basis.workdays import next_workday
from disclosure.basis.workdays import previous_workday
from disclosure.catalogue.model import DEFAULT
from disclosure.catalogue.model import LOCAL
from disclosure.catalogue.model import Category
from disclosure.catalogue.model import Due

ONE_DAY = timedelta(days=1)
NO_DAYS: Mapping[str, date] = {}


class Deadline(NamedTuple):
    """``raw``: the computed day; ``on``: the same moved to a working day; both None where no day can be told.

    ``source``: law, local or default. ``note``: what the holiday calendar could not tell. ``words``: the rule in words.
    ``basis``: the citations the day rests on, () where only the category's all together do.
    """

    raw: date | None = None
    on: date | None = None
    source: str = "default"
    note: str = ""
    words: str = ""
    basis: tuple[str, ...] = ()


def deadline(
    category: Category, period: Period, days: Mapping[str, date] = NO_DAYS, *, stage: str = "", rhythm: str = ""
) -> Deadline:
    """Return when a filing of ``category`` (already effective at the period's end) is due for ``period``.

    ``days`` holds the days of events by fact id or label; '' is the day of the event itself. ``stage`` or ``rhythm``
    choose where the category has a due for each.
    """
    due = chosen(category.due, stage, rhythm)
    anchor = _anchor(due, category, period, days)
    while anchor is None and due.fallback is not None:
        due = due.fallback
        anchor = _anchor(due, category, period, days)
    own = due.basis or (category.source_of("due", stage, rhythm) if due.source == "law" else ())
    return _deadline(due, period, anchor)._replace(basis=tuple(one for one in own if one not in (LOCAL, DEFAULT)))


def chosen(due: Due, stage: str, rhythm: str) -> Due:
    """Return the due of a stage or rhythm where there is one for each."""
    stages = dict(due.stages)
    found = stages.get(stage) or stages.get(rhythm)
    return found or (replace(due, stages=()) if due.stages else due)


def _anchor(due: Due, category: Category, period: Period, days: Mapping[str, date]) -> date | None:
    """Return the day a due counts from; None when the event's day is not known."""
    if due.anchor == "period_start":
        return period.first - ONE_DAY
    if due.form not in ("after", "before", "same_day") or due.anchor == "period_end":
        return days.get("", period.last) if due.form == "same_day" else period.last
    for name in (due.anchor, *_other_names(due.anchor, category), ""):
        if name in days:
            return days[name]
    return None


def _other_names(anchor: str, category: Category) -> tuple[str, ...]:
    return next(((fact.id, fact.label) for fact in category.facts if anchor in (fact.id, fact.label)), ())


@cache
def _deadline(due: Due, period: Period, anchor: date | None) -> Deadline:
    """Return the deadline of a due; cached, as a hundred villages ask the same."""
    words = in_words(due)
    if due.form == "none" or anchor is None:
        return Deadline(source=due.source, words=words)
    raw, note = _raw(due, period, anchor)
    move = previous_workday if due.form == "before" else next_workday
    on, beyond = move(raw)
    return Deadline(raw, on, due.source, note or beyond, words)


def _raw(due: Due, period: Period, anchor: date) -> tuple[date, str]:
    """Return the computed day and what the holiday calendar could not tell; counting begins on the day after."""
    if due.form == "day":
        return _day_of(due, period.last), ""
    if due.form == "date":
        return _next_date(due.anchor, period.first - ONE_DAY if due.own_year else period.last), ""
    if due.form == "same_day":
        return anchor, ""
    count = -due.count if due.form == "before" else due.count
    return add_workdays(anchor, count) if due.unit == "workdays" else (anchor + count * ONE_DAY, "")


_MONTHS = {"this_month": 0, "next_month": 1, "previous_month": -1}


def _day_of(due: Due, end: date) -> date:
    """Return day n of the month meant, told from the period's last month; the month's last day where it has no day n."""
    step = 3 - (end.month - 1) % 3 if due.anchor == "next_quarter" else _MONTHS[due.anchor]
    count = end.year * 12 + end.month - 1 + step
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(due.count, calendar.monthrange(year, month)[1]))


def _next_date(text: str, end: date) -> date:
    """Return the first such day (MM-DD) after a day: the period's end, or the last before its beginning."""
    month, day = (int(part) for part in text.split("-"))
    year = end.year if (month, day) > (end.month, end.day) else end.year + 1
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


EDGE_WORDS = {"period_end": "期末", "period_start": "期初"}

_OF = {"this_month": "当月", "next_month": "次月", "previous_month": "上月", "next_quarter": "下季度首月"}


def in_words(due: Due) -> str:
    """Return the rule as a villager says it: 期末后15日内, 次月20日前, 会议日期前10日; and how it was understood."""
    return _bare_words(due) + (f"（{due.note}）" if due.note else "")


def _bare_words(due: Due) -> str:
    unit = "个工作日" if due.unit == "workdays" else "日"
    anchor = EDGE_WORDS.get(due.anchor, due.anchor)
    if due.form == "after":
        return f"{anchor}后{due.count}{unit}内"
    if due.form == "before":
        return f"{anchor}前{due.count}{unit}"
    if due.form == "day":
        return f"{_OF[due.anchor]}{due.count}日前"
    if due.form == "date":
        month, day = (int(part) for part in due.anchor.split("-"))
        return f"{'当年' if due.own_year else ''}{month}月{day}日前"
    return "当日" if due.form == "same_day" else "没有规定期限"
