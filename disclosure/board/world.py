"""What duties are told from: filings by place and category, what supersedes what, who succeeds whom, the law of a day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import timedelta
from typing import NamedTuple

from disclosure.basis.period import Period
from disclosure.basis.period import parse_period
from disclosure.basis.workdays import counted
from disclosure.board.fields import is_yes
from disclosure.board.model import Brief
from disclosure.board.model import Place
from disclosure.board.model import Settings
from disclosure.board.standing import replaced
from disclosure.catalogue.effective import POSTING_LAW_FROM
from disclosure.catalogue.effective import at_level
from disclosure.catalogue.effective import effective
from disclosure.catalogue.model import Catalogue
from disclosure.catalogue.model import Category

ONE_DAY = timedelta(days=1)
KNOWN_CONDITIONS = {"financially_busy": "财务往来较多"}


class Kept(NamedTuple):
    """A filing that counts today, with its period read."""

    brief: Brief
    period: Period

    def shown(self, media: tuple[str, ...]) -> date | None:
        """Return the first day it stood in a medium the category has."""
        board = self.brief.posted_on if "board" in media else None
        web = self.brief.published_on if "web" in media else None
        return min(board, web) if board and web else board or web


@dataclass(frozen=True, slots=True)
class World:
    """Everything of one run that duties look up; the two caches save asking the law a hundred times the same."""

    settings: Settings
    catalogue: Catalogue
    places: dict[str, Place]
    today: date
    kept: dict[tuple[str, str], list[Kept]]
    successors: dict[str, Place]
    epochs: list[date]
    laws: dict[tuple[str, str, str, int, int], Category] = field(default_factory=dict)
    board_ends: dict[tuple[str, str, str, date, date], date | None] = field(default_factory=dict)
    asks: dict[tuple[object, ...], tuple[object, ...]] = field(default_factory=dict)

    def law(self, category: Category, profile: str, period_end: date, posting_day: date) -> Category:
        """Return the category as it binds on these days; the same between two days on which laws change."""
        key = (category.id, category.owner, profile, bisect_right(self.epochs, period_end), bisect_right(self.epochs, posting_day))
        found = self.laws.get(key)
        if found is None:
            found = effective(self.catalogue, category, profile, period_end=period_end, posting_day=posting_day)
            self.laws[key] = found
        return found

    def board_until(self, category_id: str, place: Place, period_end: date, posted: date) -> date | None:
        """Return the last day a filing must stay on the board, by the law of the day it was posted; None when none asks."""
        profile = self.profile_of(place)
        key = (category_id, place.level, profile, period_end, posted)
        if key not in self.board_ends:
            category = at_level(self.catalogue.categories[category_id], place.level)
            law = self.law(category, profile, period_end, posted)
            days = law.keep_board_days
            self.board_ends[key] = counted(posted, days, law.keep_board_unit) if days else None
        return self.board_ends[key]

    def profile_of(self, place: Place) -> str:
        """Return the place's local profile: its own, the nearest above it, else the site's."""
        here: Place | None = place
        while here is not None:
            if here.profile:
                return here.profile
            here = self.places.get(here.parent)
        return self.settings.profile

    def start_of(self, place: Place) -> date | None:
        """Return the day from which a place owes anything: its own 起, else the site's."""
        return place.start or self.settings.start


def make_world(
    settings: Settings, catalogue: Catalogue, places: dict[str, Place], briefs: Iterable[Brief], today: date
) -> World:
    """Gather what duties look up; filings of tomorrow and superseded ones do not count."""
    here = [brief for brief in briefs if not is_of_tomorrow(brief, today)]
    gone = replaced(here)
    kept: dict[tuple[str, str], list[Kept]] = {}
    periods = {text: parse_period(text) for text in {brief.period for brief in here}}
    for brief in here:
        period = periods[brief.period]
        if period is not None and brief.filing_id not in gone:
            kept.setdefault((brief.place, brief.category), []).append(Kept(brief, period))
    successors = {old: place for place in places.values() for old in place.succeeds}
    return World(settings, catalogue, places, today, kept, successors, _epochs(catalogue))


def is_of_tomorrow(brief: Brief, today: date) -> bool:
    """Return whether a filing is dated, and only with days to come."""
    days = (brief.published_on, brief.posted_on, brief.issued_on)
    return any(days) and all(day is None or day > today for day in days)


def _epochs(catalogue: Catalogue) -> list[date]:
    """Return the days on which some article begins or ceases to hold."""
    days = {POSTING_LAW_FROM}
    for citation in catalogue.citations.values():
        days.update(day for day in (citation.in_force_from,) if day)
        days.update(day + ONE_DAY for day in (citation.in_force_to,) if day and day < date.max)
    return sorted(days)


def is_so(condition: str, place: Place) -> bool:
    """Return whether a condition holds in a place, as its 情况 says."""
    names = (condition, KNOWN_CONDITIONS.get(condition, ""))
    return any(is_yes(place.conditions[name]) for name in names if name in place.conditions)


TOWNSHIP = ("township", "county")
"""Levels that may excuse by themselves what the law asks for."""


def exempted(category: Category, place: Place) -> bool:
    """Return whether the place names the category under 不适用, of what is essential with who approved it."""
    if not place.exemptions:
        return False
    names = (category.id, category.name, *category.aliases)
    return any(exemption[0] in names and is_granted(exemption, category, place) for exemption in place.exemptions)


def is_granted(exemption: tuple[str, str, str], category: Category, place: Place) -> bool:
    """Return whether a place may say this is not for it: of what is essential a village only with the township's word."""
    return not category.essential or place.level in TOWNSHIP or bool(exemption[2].strip())
