"""Duties of the calendar: the periods that have ended, by the rhythm that binds the place."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from datetime import date
from datetime import timedelta
from functools import cache

from disclosure.basis.period import Period
from disclosure.basis.period import as_of
from disclosure.basis.period import month_period
from disclosure.basis.period import periods_between
from disclosure.basis.period import stretches_between
from disclosure.board.deadline import chosen
from disclosure.board.deadline import deadline
from disclosure.board.fulfil import Answer
from disclosure.board.fulfil import Ask
from disclosure.board.fulfil import duty_of
from disclosure.board.fulfil import settle
from disclosure.board.fulfil import shelved
from disclosure.board.model import Duty
from disclosure.board.model import Place
from disclosure.board.world import ONE_DAY
from disclosure.board.world import World
from disclosure.board.world import exempted
from disclosure.board.world import is_so
from disclosure.catalogue.effective import in_force
from disclosure.catalogue.model import Category

UNITS = ("month", "quarter", "half", "year")
LONGEST = timedelta(days=366)


def calendar_duties(world: World, place: Place, category: Category) -> Iterator[Duty]:
    """Yield what a place owes of one category by the calendar."""
    for _, duty in settled(world, place, category, asks(world, place, category)):
        yield duty


def settled(world: World, place: Place, category: Category, wanted: Sequence[Ask]) -> Iterator[tuple[Ask, Duty]]:
    """Yield each ask with the duty it is, answered by what was filed."""
    if not wanted:
        return
    kept, exempt = shelved(world.kept.get((place.path, category.id), ())), exempted(category, place)
    heir = world.successors.get(place.path)
    told, ended = _told_by_events(place, category, wanted), world.today - ONE_DAY
    for at, asked in enumerate(wanted):
        ask = _counted_from(asked, told[at]) if at in told else asked
        if ask.period.last > ended and not _is_over(ask, ended):
            continue
        duty = duty_of(world, place, ask, kept, exempt)
        yield ask, _inherited(world, place, heir, ask) if heir is not None and not duty.filings else duty


def _told_by_events(place: Place, category: Category, wanted: Sequence[Ask]) -> dict[int, date]:
    """Return the days place.yaml names for what counts from a day of its own: each is that of what would be due next."""
    told: dict[int, date] = {}
    for event in place.events if any(ask.anchored for ask in wanted) else ():
        if event.category not in (category.id, category.name, *category.aliases):
            continue
        meant = [
            (ask.deadline.raw or date.max, at)
            for at, ask in enumerate(wanted)
            if ask.anchored and at not in told and event.stage in ("", ask.stage)
            and ask.period.first <= event.date <= (ask.deadline.raw or date.max)
        ]  # fmt: skip
        if meant:
            told[min(meant)[1]] = event.date
    return told


def _counted_from(ask: Ask, day: date) -> Ask:
    return ask._replace(deadline=deadline(ask.law, ask.period, {"": day}, stage=ask.stage, rhythm=ask.rhythm))


def _inherited(world: World, place: Place, heir: Place, ask: Ask) -> Duty:
    """Return what a merged place left undone as the duty of the place that succeeds it."""
    kept = shelved(world.kept.get((heir.path, ask.law.id), ()))
    exempt = exempted(ask.law, heir) or exempted(ask.law, place)
    return duty_of(world, heir, ask._replace(item=place.name), kept, exempt)


def asks(world: World, place: Place, category: Category) -> tuple[Ask, ...]:
    """Return the periods a place owes; places with the same start, profile and conditions share one list."""
    start, end = world.start_of(place), _end(world, place)
    if start is None or not is_required(world, place, category):
        return ()
    conditions = tuple(is_so(condition, place) for condition, _ in category.cadence.when)
    key = (category.id, category.owner, world.profile_of(place), start, end, bool(place.succeeds), conditions)
    found = world.asks.get(key)
    if found is None:
        found = world.asks[key] = tuple(_asks(world, place, category, start, end))
    return found  # type: ignore[return-value]  # the cache is shared by callers that each know what they keep in it


def _end(world: World, place: Place) -> date:
    """Return the last day a period may end on: yesterday, or the place's own 止."""
    ended = world.today - ONE_DAY
    heir = world.successors.get(place.path)
    last = place.end or (heir.start - ONE_DAY if heir is not None and heir.start else None)
    return min(ended, last) if last else ended


def is_required(world: World, place: Place, category: Category) -> bool:
    """Tell whether a category is owed by a place at all, by the law of the day and the place's conditions."""
    law = world.law(category, world.profile_of(place), world.today, world.today)
    return law.required == "always" or (law.required == "when" and is_so(law.required_when, place))


def _asks(world: World, place: Place, category: Category, start: date, end: date) -> Iterator[Ask]:
    """Yield one ask for each ended period (and stage) in whose time its rhythm binds the place."""
    profile = world.profile_of(place)
    found: list[Ask] = []
    for rhythm, period in _candidates(category, place, start, end):
        law = world.law(category, profile, period.last, period.last)
        if rhythm in rhythms(law, place) and in_force(category, period.last):
            found += [ask for ask in _staged(law, rhythm, period) if period.last <= end or ask.anchored or _is_over(ask, end)]
    yield from sorted(found, key=lambda ask: (ask.period.first, ask.period.last, ask.stage))


def _is_over(ask: Ask, end: date) -> bool:
    """Tell whether the day of a period that still runs is over: a plan is due early in its own year."""
    return ask.deadline.on is not None and ask.deadline.on <= end


def _staged(law: Category, rhythm: str, period: Period) -> list[Ask]:
    """Return the ask, or one for each stage that has a due of its own."""
    stages = [stage for stage, _ in law.due.stages if stage in law.stages]
    asked: list[Ask] = []
    for stage in stages or [""]:
        due = chosen(law.due, stage, rhythm)
        day = deadline(law, period, stage=stage, rhythm=rhythm)
        asked.append(Ask(law, period, day, "calendar", stage, stage, rhythm, bool(due.event)))
    return asked


def _candidates(category: Category, place: Place, start: date, end: date) -> Iterator[tuple[str, Period]]:
    """Yield every period that has begun and may be owed; a place that succeeds others owes the one in which it began, too."""
    early = start - LONGEST if place.succeeds else start
    for unit in UNITS:
        for period in _between(unit, early, end + LONGEST):
            if period.first <= end and period.last >= start:
                yield unit, period
    if category.cadence.every_months:
        for period in stretches_between(category.cadence.every_months, early, end):
            if period.first >= start or period.last >= start:
                yield f"every {category.cadence.every_months}", period


@cache
def _between(unit: str, start: date, end: date) -> tuple[Period, ...]:
    return tuple(periods_between(unit, start, end))


def rhythms(law: Category, place: Place) -> set[str]:
    """Return the calendar rhythms that bind a place: a condition that is true puts its rhythm in the base's place."""
    met = [rhythm for condition, rhythm in law.cadence.when if is_so(condition, place)]
    base = [rhythm for rhythm in law.cadence.rhythms if rhythm not in UNITS]
    timed = [rhythm for rhythm in law.cadence.rhythms if rhythm in UNITS]
    every = [f"every {law.cadence.every_months}"] if law.cadence.every_months else []
    return {*base, *(met or timed), *(() if met else every)}


def standing_ask(world: World, place: Place, category: Category) -> Ask | None:
    """Return what asks for something that must always be public, from the place's start on; None where nothing does."""
    start = world.start_of(place)
    if start is None or start > world.today or not is_required(world, place, category) or is_gone(world, place):
        return None
    law = world.law(category, world.profile_of(place), world.today, world.today)
    if "standing" not in law.cadence.rhythms or not in_force(category, world.today):
        return None
    since = as_of(month_period(start.year, start.month))
    return Ask(law, since, deadline(law, since, {"": start}, rhythm="standing"), rhythm="standing")


def standing_duty(world: World, place: Place, category: Category) -> Iterator[Duty]:
    """Yield the one duty of something that must always be public: a filing that has not been superseded."""
    ask = standing_ask(world, place, category)
    if ask is None:
        return
    kept = sorted(world.kept.get((place.path, category.id), []), key=lambda one: (one.period, one.brief.filing_id))
    answer = None
    if kept:
        start = world.start_of(place) or kept[0].period.last
        days = {"": start, **{name: max(day, start) for name, day in kept[0].brief.days.items()}}
        told = deadline(ask.law, ask.period, days, rhythm="standing")
        shown, first = min(((one.shown(ask.law.media) or date.max, one) for one in kept), key=lambda pair: pair[0])
        late = told.on is not None and told.on < shown < date.max
        main = first if late else kept[-1]
        ask = ask._replace(period=main.period, deadline=told)
        answer = Answer(main, tuple(kept), shown if shown < date.max else None)
    yield settle(world, place, ask, answer, exempted(category, place))


def is_gone(world: World, place: Place) -> bool:
    """Return whether the place no longer is."""
    return place.path in world.successors or (place.end is not None and place.end < world.today)
