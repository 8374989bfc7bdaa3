"""What is due: the catalogue crossed with places and the calendar, joined with what was filed. A pure function."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date

from disclosure.board.calendar_duties import calendar_duties
from disclosure.board.calendar_duties import standing_duty
from disclosure.board.event_duties import EVENTS
from disclosure.board.event_duties import event_duties
from disclosure.board.model import Brief
from disclosure.board.model import Duty
from disclosure.board.model import Place
from disclosure.board.model import Settings
from disclosure.board.world import World
from disclosure.board.world import make_world
from disclosure.catalogue.effective import asked_at
from disclosure.catalogue.model import Catalogue
from disclosure.catalogue.model import Category


def duties(
    settings: Settings, catalogue: Catalogue, places: dict[str, Place], briefs: Iterable[Brief], today: date
) -> tuple[Duty, ...]:
    """Return every duty of the site on a day, sorted by place, category and period (FORMAT §8).

    Listed are periods that have ended and events that have happened, from a place's 起 (else the site's) on.
    """
    world = make_world(settings, catalogue, places, briefs, today)
    by_level = {level: asked_at(catalogue, level) for level in {place.level for place in places.values()}}
    here = [places[path] for path in sorted(places)]
    found = [duty for place in here for category in by_level[place.level] for duty in _of(world, place, category)]
    if world.successors:
        found.sort(key=lambda duty: (duty.place, duty.category, duty.period, duty.item))
    return tuple(found)


def _of(world: World, place: Place, category: Category) -> Iterator[Duty]:
    yield from calendar_duties(world, place, category)
    if "standing" in category.cadence.rhythms:
        yield from standing_duty(world, place, category)
    if place.events or category.follows or EVENTS.intersection(category.cadence.rhythms):
        yield from event_duties(world, place, category)
