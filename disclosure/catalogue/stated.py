"""A phrase of a published list beside what the rest of its file states: whether its day can be known, and which key is whose."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from disclosure.catalogue.model import Cadence
from disclosure.catalogue.model import Due
from disclosure.catalogue.reference import cadence_words
from disclosure.catalogue.told import CALENDAR
from disclosure.catalogue.told import EVENTS
from disclosure.catalogue.told import Days
from disclosure.catalogue.told import Refusal
from disclosure.catalogue.told import Told
from disclosure.catalogue.told import weeks

HAPPENING = Cadence(("event",))


class Stated(NamedTuple):
    """What a file states beside its phrase; a category's ``dates`` are the labels of its facts that hold a day.

    ``dates`` is None where nobody knows them yet (a profile's rule speaks of many categories): no day is asked after.
    """

    cadence: Cadence | None = None
    dates: tuple[str, ...] | None = None


ANYTHING = Stated()


def settled(told: Told, stated: Stated) -> Told | Refusal:
    """Return a phrase with its due counted from days that can be known here, or why it cannot stand beside the rest."""
    contradicted = _contradicted(told, stated.cadence)
    if contradicted:
        return contradicted
    if stated.dates is None and told.due is not None and told.due.stages:
        return Refusal("一句里说了两种周期", "分成两条规则，match 里各写各的 cadence")
    cadence = stated.cadence or told.cadence or (None if stated.dates is None else HAPPENING)
    if told.due is None or cadence is None:
        return told
    timed = cadence.every_months > 0 or any(rhythm in CALENDAR for rhythm in rhythms_of(cadence))
    if told.fits != EVENTS:
        return _of_calendar(told, cadence)
    if not timed:
        return _counted(told, stated)
    if told.due.form == "same_day" or not _known(told.due, stated):
        return _beside_calendar(told, cadence, stated.dates)
    return _counted(told, stated)


def rhythms_of(cadence: Cadence) -> tuple[str, ...]:
    """Return every rhythm a cadence may have, whatever the conditions."""
    return tuple(dict.fromkeys((*cadence.rhythms, *(rhythm for _, rhythm in cadence.when))))


def _contradicted(told: Told, cadence: Cadence | None) -> Refusal | None:
    """Return why a phrase's own rhythm cannot stand beside the stated one; 及时 and 长期 go with any."""
    said = told.cadence
    if said is None or cadence is None:
        return None
    if told.due is not None and told.due.stages:
        missing = [rhythm for rhythm in rhythms_of(said) if rhythm not in rhythms_of(cadence)]
    elif told.due is None and said != Cadence(("standing",)):
        missing = [rhythm for rhythm in said.rhythms if rhythm not in rhythms_of(cadence)]
        missing += ["every"] if said.every_months != cadence.every_months and said.every_months else []
    else:
        missing = []
    return _other_rhythm(said, cadence) if missing else None


def _other_rhythm(said: Cadence, cadence: Cadence) -> Refusal:
    wanted = f"{{every: {said.every_months} months}}" if said.every_months else ", ".join(rhythms_of(said))
    wanted = f"[{wanted}]" if len(rhythms_of(said)) > 1 else wanted
    return Refusal(
        f"这里说的是{cadence_words(said)}，周期写的却是{cadence_words(cadence)}", f"周期（cadence）: {wanted}"
    )


def _of_calendar(told: Told, cadence: Cadence) -> Told | Refusal:
    """Return the phrase where the cadence has a rhythm its day can be counted for."""
    bound = [rhythm for rhythm in rhythms_of(cadence) if rhythm in CALENDAR] or list(cadence.rhythms)
    if not told.fits or set(bound) & set(told.fits) or cadence.every_months:
        return told
    if told.cadence:
        return _other_rhythm(told.cadence, cadence)
    return Refusal(
        f"几号前要看周期，周期写的却是{cadence_words(cadence)}",
        "{after: period_end, days: 15}（发生后15日内），或周期写 month、quarter",
    )


def _known(due: Due, stated: Stated) -> bool:
    return stated.dates is None or _date(due.anchor, stated.dates) != ""


def _date(anchor: str, dates: tuple[str, ...]) -> str:
    """Return the fact that holds the day a phrase counts from: by its name, or by the end of it (经人大批准: 批准日期)."""
    stem = _stem(anchor)
    ends = (label for label in sorted(dates, key=len, reverse=True) if _stem(label) and stem.endswith(_stem(label)))
    return anchor if anchor in dates else next(ends, "")


def _stem(label: str) -> str:
    return label.removesuffix("期").removesuffix("日").removesuffix("时间")


def _counted(told: Told, stated: Stated) -> Told:
    """Return the phrase counted from a fact of the category where it has it; the default holds while no day is known."""
    due = told.due
    if due is None or stated.dates is None or due.form == "same_day":
        return told
    return told._replace(due=replace(due, anchor=_date(due.anchor, stated.dates) or due.anchor, fallback=Due()))


def _beside_calendar(told: Told, cadence: Cadence, dates: tuple[str, ...] | None) -> Told | Refusal:
    """Return the phrase for what happens only; the calendar's periods keep their default. Refused where nothing happens."""
    due = told.due
    if due is None or not any(rhythm in EVENTS for rhythm in cadence.rhythms):
        return _answered(told) if told.reply[0] else _unknowable(due, cadence)
    if dates is None:
        return told
    own = replace(due, fallback=Due()) if due.form != "same_day" else due
    stages = tuple((one, own if one in EVENTS else Due()) for one in rhythms_of(cadence))
    return told._replace(due=Due("none", "", 0, source=due.source, stages=stages))


def _answered(told: Told) -> Told | Refusal:
    """Return what says only how soon to answer, beside a calendar's period: no due of its own."""
    count, unit = told.reply
    if unit == "days":
        return told._replace(due=None)
    return Refusal(
        f"说的是多少个工作日内答复，答复按自然日算，{count}个工作日约{weeks(count)}天",
        f"reply: {{village: {weeks(count)} days}}",
    )


def _unknowable(due: Due | None, cadence: Cadence) -> Refusal:
    often = cadence_words(cadence)
    if due is None or due.form == "same_day":
        return Refusal(
            f"说的是事情发生的当天，周期写的却是{often}",
            "周期加上 event（发生一次公开一次），或 {after: period_end, days: 15}（期末后15日内）",
        )
    return Refusal(
        f"周期是{often}，「{due.anchor}」是哪一天，这一类的数据里没有",
        f"在 数据（facts）里加一项 {{label: {due.anchor}, kind: date}}，或周期加上 event，或 {{after: period_end, days: 15}}（期末后15日内）",
    )


def agreed(told: Days, stated: Days | None, what: str, key: str) -> Days | Refusal:
    """Return the days that hold where a phrase and a key of its own both state them: the key's, unless it says fewer."""
    if stated is None or not stated[0] or not told[0]:
        return told if stated is None or not stated[0] else stated
    if stated[1] == told[1] and stated[0] >= told[0]:
        return stated
    unit = "workdays" if told[1] == "workdays" else "days"
    return Refusal(f"{what}这里说的和「{key}」写的不一样", f"{key}: {told[0]} {unit}")
