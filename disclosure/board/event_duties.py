"""Duties of what happened: events a place names, events its filings tell, and what must follow another notice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from datetime import date

from disclosure.basis.period import Period
from disclosure.basis.period import day_period
from disclosure.basis.workdays import add_workdays
from disclosure.basis.workdays import next_workday
from disclosure.board.calendar_duties import UNITS
from disclosure.board.calendar_duties import rhythms
from disclosure.board.deadline import Deadline
from disclosure.board.deadline import deadline
from disclosure.board.fulfil import Answer
from disclosure.board.fulfil import Ask
from disclosure.board.fulfil import settle
from disclosure.board.model import Duty
from disclosure.board.model import Place
from disclosure.board.world import ONE_DAY
from disclosure.board.world import Kept
from disclosure.board.world import World
from disclosure.board.world import exempted
from disclosure.board.world import is_so
from disclosure.catalogue.effective import in_force
from disclosure.catalogue.model import Category

EVENTS = frozenset(("event", "term"))


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened on a day and must be told; ``within``: the days a following notice has."""

    day: date | None
    matter: str
    period: Period
    kept: Kept | None = None
    within: tuple[int, str] = (0, "days")
    stage: str = ""


def event_duties(world: World, place: Place, category: Category) -> Iterator[Duty]:
    """Yield the event duties of one category in one place, in the order of their periods."""
    free = _event_filings(world, place, category)
    found: list[Duty] = []
    for happening in (*_named(world, place, category), *_followed(world, place, category)):
        told = _telling(happening, free)
        free = [one for one in free if one not in told]
        for step in _steps(world, place, category, happening):
            own = [one for one in told if not step.stage or one.brief.stage == step.stage]
            found += _duty(world, place, category, step, own)
    for one in free if _told_by_filings(world, place, category) else ():
        day = one.period.last if one.period.unit == "day" else None
        found += _duty(world, place, category, Happening(day, one.brief.matter, one.period, one), [one])
    yield from sorted(found, key=lambda duty: (duty.period, duty.item, duty.filing_id))


def _steps(world: World, place: Place, category: Category, happening: Happening) -> Iterator[Happening]:
    """Yield a happening once for each stage it asks for: the one it names, else all that count from the same day."""
    day = happening.day or happening.period.last
    law = world.law(category, world.profile_of(place), day, day)
    stages = {stage: due.event for stage, due in law.due.stages if stage in law.stages}
    named = happening.stage in stages or happening.within[0]
    asked = [happening.stage] if named or not stages else list(stages) if len(set(stages.values())) == 1 else list(stages)[:1]
    for stage in asked:
        yield replace(happening, stage=stage)


def _told_by_filings(world: World, place: Place, category: Category) -> bool:
    """Return whether a filing of the category is itself the news that something happened which must be told."""
    law = world.law(category, world.profile_of(place), world.today, world.today)
    return law.required != "optional" and bool(EVENTS.intersection(law.cadence.rhythms) or law.follows)


def _event_filings(world: World, place: Place, category: Category) -> list[Kept]:
    """Return the filings that tell an event, not one of the calendar's periods."""
    kept = world.kept.get((place.path, category.id), [])
    if not kept:
        return []
    law = world.law(category, world.profile_of(place), world.today, world.today)
    timed = rhythms(law, place).intersection(UNITS)
    return [one for one in kept if one.period.unit not in timed]


def _named(world: World, place: Place, category: Category) -> Iterator[Happening]:
    """Yield the events place.yaml names that have happened; those that only tell the day of a period's duty are not news."""
    law = world.law(category, world.profile_of(place), world.today, world.today)
    timed = not category.follows and not EVENTS.intersection(law.cadence.rhythms)
    if timed and any(due.event for due in (law.due, *(own for _, own in law.due.stages))):
        return
    for event in place.events:
        if event.category in (category.id, category.name, *category.aliases) and event.date <= world.today:
            yield Happening(event.date, event.matter, day_period(event.date), stage=event.stage)


def _followed(world: World, place: Place, category: Category) -> Iterator[Happening]:
    """Yield what must follow each filing (and named event) of the category this one comes after."""
    if not category.follows or not _wanted(world, place, category):
        return
    first = world.catalogue.find(category.follows)
    if first is None:
        return
    for one in world.kept.get((place.path, first.id), []):
        day = one.shown(first.media) or one.brief.issued_on or one.period.last
        if day <= world.today:
            yield Happening(day, one.brief.matter, day_period(day), None, category.follows_within)
    for happening in _named(world, place, first):
        yield Happening(happening.day, happening.matter, happening.period, None, category.follows_within)


def _wanted(world: World, place: Place, category: Category) -> bool:
    """Return whether a following notice is owed at all: the one before it has already shown that the matter arose."""
    law = world.law(category, world.profile_of(place), world.today, world.today)
    return law.required != "optional" or (bool(law.required_when) and is_so(law.required_when, place))


def _telling(happening: Happening, free: list[Kept]) -> list[Kept]:
    """Return the filings that tell of a happening: of the same matter; where none is named, around its day."""
    if happening.matter:
        same = [one for one in free if one.brief.matter == happening.matter]
        if same:
            return same
    day = happening.day
    unnamed = [one for one in free if not (happening.matter and one.brief.matter)]
    around = [one for one in unnamed if day and one.period.first <= day <= one.period.last]
    if around:
        return around
    after = [one for one in unnamed if day and happening.within[0] and one.period.last >= day]
    return sorted(after, key=lambda one: one.period)[:1]


def _duty(world: World, place: Place, category: Category, happening: Happening, told: list[Kept]) -> list[Duty]:
    """Return the duty a happening brings, none while no law asks for it."""
    first = min(told, key=lambda one: (one.period, one.brief.filing_id)) if told else None
    period = first.period if first else happening.period
    law = world.law(category, world.profile_of(place), period.last, period.last)
    start = world.start_of(place)
    if not in_force(category, period.last) or (start is not None and period.last < start):
        return []
    stage = first.brief.stage if first else happening.stage
    due = _due(law, period, happening, first, stage)
    item = happening.matter or (first.brief.batch if first else "")
    item = f"{item} {stage}".strip() if not first else item
    ask = Ask(law, period, due, "event", item, stage)
    found = None
    if first:
        shown = min((day for one in told if (day := one.shown(law.media))), default=None)
        found = Answer(first, tuple(told), shown)
    return [settle(world, place, ask, found, exempted(category, place))]


def _due(law: Category, period: Period, happening: Happening, first: Kept | None, stage: str) -> Deadline:
    """Return the deadline of a happening: the days a following notice has, else the category's due."""
    count, unit = happening.within
    if count and happening.day:
        raw, note = add_workdays(happening.day, count) if unit == "workdays" else (happening.day + count * ONE_DAY, "")
        on, beyond = next_workday(raw)
        words = f"前一公告后{count}{'个工作日' if unit == 'workdays' else '日'}内"
        return Deadline(raw, on, law.due.source, note or beyond, words)
    days = dict(first.brief.days) if first else {}
    if happening.day:
        days.setdefault("", happening.day)
    counted = day_period(happening.day) if happening.day and not happening.kept else period
    return deadline(law, counted, days, stage=stage, rhythm="event")
