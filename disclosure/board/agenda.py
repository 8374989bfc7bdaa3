"""What each place will owe: the periods still to be filed with their days, what is owed when it happens, what comes down.

A pure function; the days are told by the very rules that later tell the duties, only earlier.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from typing import NamedTuple

from disclosure.basis.workdays import counted
from disclosure.board.calendar_duties import asks
from disclosure.board.calendar_duties import is_gone
from disclosure.board.calendar_duties import is_required
from disclosure.board.calendar_duties import settled
from disclosure.board.calendar_duties import standing_ask
from disclosure.board.deadline import chosen
from disclosure.board.event_duties import EVENTS
from disclosure.board.fulfil import Ask
from disclosure.board.fulfil import open_until
from disclosure.board.fulfil import settle
from disclosure.board.model import Brief
from disclosure.board.model import Duty
from disclosure.board.model import Place
from disclosure.board.model import Settings
from disclosure.board.model import Status
from disclosure.board.world import ONE_DAY
from disclosure.board.world import World
from disclosure.board.world import exempted
from disclosure.board.world import is_of_tomorrow
from disclosure.board.world import is_so
from disclosure.board.world import make_world
from disclosure.catalogue.effective import asked_at
from disclosure.catalogue.effective import in_force
from disclosure.catalogue.model import Catalogue
from disclosure.catalogue.model import Category
from disclosure.catalogue.model import Due

AHEAD = timedelta(days=400)
"""How much later than its last day a stretch is looked at from: what is due before its period's end has then ended."""

class Item(NamedTuple):
    """A period to be filed: the duty as it will be, what asks for it, and the rule its day is told by."""

    duty: Duty
    ask: Ask
    rule: Due


class Waiting(NamedTuple):
    """What is owed once it happens (``standing``: always), with the rule that says within how many days."""

    law: Category
    rule: Due
    standing: bool = False


@dataclass(frozen=True, slots=True)
class Agenda:
    """What a place owes from ``first`` to ``last``.

    ``items``: with a day, by that day. ``undated``: periods whose day follows from something else (a meeting), the
    next one of each. ``waiting``: what is owed when it happens, and what must always be there.
    """

    place: Place
    first: date
    last: date
    items: tuple[Item, ...]
    undated: tuple[Item, ...]
    waiting: tuple[Waiting, ...]

    def __bool__(self) -> bool:
        """Tell whether anything stands on it."""
        return bool(self.items or self.undated or self.waiting)


class Closing(NamedTuple):
    """A day on which something posted ends: its objection window (``window``), or the days it must stay on the board."""

    duty: Duty
    day: date
    window: bool


def year_from(first: date) -> date:
    """Return the last of the twelve months that begin on ``first``."""
    return (first.replace(year=first.year + 1) if (first.month, first.day) != (2, 29) else date(first.year + 1, 3, 1)) - ONE_DAY


def agendas(
    settings: Settings, catalogue: Catalogue, places: dict[str, Place], briefs: Iterable[Brief], first: date, last: date
) -> dict[str, Agenda]:
    """Return by path what every place that still is owes from ``first`` to ``last``, as things stand on ``first``.

    A filing dated after ``first`` does not exist yet, so what it will fulfil is still owed.
    """
    here = [brief for brief in briefs if not is_of_tomorrow(brief, first)]
    world = make_world(settings, catalogue, places, here, last + AHEAD)
    now = make_world(settings, catalogue, places, (), first)
    by_level = {level: asked_at(catalogue, level) for level in {place.level for place in places.values()}}
    owed: dict[str, list[Item]] = {path: [] for path in places}
    for path in sorted(places):
        for category in by_level[places[path].level]:
            for item in _items(world, places[path], category, first, last):
                owed[item.duty.place].append(item)
    return {
        path: _agenda(now, place, owed[path], by_level[place.level], first, last)
        for path, place in sorted(places.items())
        if not is_gone(now, place)
    }


def _agenda(now: World, place: Place, owed: Sequence[Item], categories: Sequence[Category], first: date, last: date) -> Agenda:
    dated = sorted((item for item in owed if item.duty.due_on), key=_by_day)
    undated = {(item.duty.category, item.duty.item): item for item in sorted(owed, key=_by_day, reverse=True) if not item.duty.due_on}
    waiting = tuple(one for category in categories for one in _waiting(now, place, category))
    return Agenda(place, first, last, tuple(dated), tuple(sorted(undated.values(), key=_by_day)), waiting)


def _by_day(item: Item) -> tuple[date, date, str, str]:
    return item.duty.due_on or item.ask.period.last, item.ask.period.last, item.duty.category, item.duty.item


def _items(world: World, place: Place, category: Category, first: date, last: date) -> Iterator[Item]:
    """Yield what no filing fulfils and is due in the stretch."""
    wanted = [ask for ask in asks(world, place, category) if _falls(ask, first, last)]
    for ask, duty in settled(world, place, category, wanted):
        if duty.status is not Status.EXEMPT and not duty.filings:
            yield Item(duty, ask, _rule(ask))
    standing = standing_ask(world, place, category) if "standing" in category.cadence.rhythms else None
    if standing and standing.deadline.on and _falls(standing, first, last) and not world.kept.get((place.path, category.id)):
        duty = settle(world, place, standing, None, exempted(category, place))
        if duty.status is not Status.EXEMPT:
            yield Item(duty, standing, _rule(standing, standing=True))


def _falls(ask: Ask, first: date, last: date) -> bool:
    day = ask.deadline.on
    return first <= day <= last if day else open_until(ask) >= first and ask.period.last <= last


def _rule(ask: Ask, *, standing: bool = False) -> Due:
    """Return the rule that told the day; where the one wanted needs a day nobody knows yet, the one in its place.

    What must always be there counts from the day the place began, whatever the rule calls it.
    """
    rule = chosen(ask.law.due, ask.stage, ask.rhythm)
    while rule.fallback is not None and (rule.event or rule.form == "same_day") and not standing:
        rule = rule.fallback
    return rule


def _waiting(now: World, place: Place, category: Category) -> Iterator[Waiting]:
    """Yield what a place owes when it happens, as the law is on the first day."""
    rhythms = category.cadence.rhythms
    eventful = bool(category.follows or EVENTS.intersection(rhythms))
    if place.level not in category.level or not (eventful or "standing" in rhythms):
        return
    law = now.law(category, now.profile_of(place), now.today, now.today)
    asked = is_required(now, place, category) or (eventful and _on_condition(law, place))
    if not asked or not in_force(category, now.today) or exempted(category, place):
        return
    if eventful:
        yield Waiting(law, chosen(law.due, "", "event"))
    if "standing" in rhythms:
        yield Waiting(law, chosen(law.due, "", "standing"), standing=True)


def _on_condition(law: Category, place: Place) -> bool:
    """Tell whether what is owed only under a condition is owed here."""
    return bool(law.required_when) and is_so(law.required_when, place)


def closings(catalogue: Catalogue, duties: Iterable[Duty], briefs: Iterable[Brief], today: date) -> tuple[Closing, ...]:
    """Return what ends from today on, by day: objection windows still open, and posters that may then come down."""
    told = {brief.filing_id: brief for brief in briefs}
    found: set[Closing] = set()
    for duty in duties:
        if duty.window == "open" and (end := _window_end(catalogue, duty, told.get(duty.filing_id))):
            found.add(Closing(duty, end, window=True))
        elif duty.take_down_due and duty.take_down_due >= today and duty.taken_down_on is None:
            found.add(Closing(duty, duty.take_down_due, window=False))
    first = {(one.duty.filing_id, one.window): one for one in sorted(found, key=_closing_order, reverse=True)}
    return tuple(sorted(first.values(), key=_closing_order))


def _closing_order(one: Closing) -> tuple[date, str, str, str, str]:
    return one.day, one.duty.category, one.duty.period, one.duty.item, one.duty.filing_id


def _window_end(catalogue: Catalogue, duty: Duty, brief: Brief | None) -> date | None:
    """Return the last day objections are taken: as stated, else counted from the first day it stood."""
    if brief is not None and brief.window:
        return brief.window[1]
    shown = min((day for day in (duty.posted_on, duty.published_on) if day), default=None)
    category = catalogue.categories[duty.category]
    return counted(shown, category.objection_days, category.objection_unit) if shown else None
