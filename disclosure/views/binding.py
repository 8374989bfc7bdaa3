"""The law that binds a filing, looked up once for all filings of the same days: it is asked twice for every page."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from datetime import timedelta
from functools import lru_cache

from disclosure.board.model import Filing
from disclosure.board.model import Place
from disclosure.board.model import Settings
from disclosure.board.model import Shelf
from disclosure.catalogue.effective import POSTING_LAW_FROM
from disclosure.catalogue.effective import effective
from disclosure.catalogue.model import Catalogue
from disclosure.catalogue.model import Category

_ONE_DAY = timedelta(days=1)


class _Same:
    """A catalogue by its identity: it is far too large to compare, and there is one in a run."""

    __slots__ = ("catalogue",)

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.catalogue is self.catalogue

    def __hash__(self) -> int:
        return id(self.catalogue)


@lru_cache(maxsize=4)
def _epochs(same: _Same) -> tuple[date, ...]:
    """Return the days on which some article begins or ceases to hold."""
    days = {POSTING_LAW_FROM}
    for citation in same.catalogue.citations.values():
        days.update(filter(None, (citation.in_force_from, citation.in_force_to and citation.in_force_to + _ONE_DAY)))
    return tuple(sorted(days))


@lru_cache(maxsize=4096)
def _law(same: _Same, category: str, profile: str, ended: int, posted: int) -> Category:
    days = (date.min, *_epochs(same))
    return effective(same.catalogue, same.catalogue.categories[category], profile, period_end=days[ended], posting_day=days[posted])


def law_of(catalogue: Catalogue, category: Category, profile: str, period_end: date, posting_day: date) -> Category:
    """Return ``effective(…)``, the same for all days between two on which a law changes."""
    same = _Same(catalogue)
    if catalogue.categories.get(category.id) is not category:
        return effective(catalogue, category, profile, period_end=period_end, posting_day=posting_day)
    epochs = _epochs(same)
    return _law(same, category.id, profile, bisect_right(epochs, period_end), bisect_right(epochs, posting_day))


def profile_of(place: Place | None, places: dict[str, Place], settings: Settings) -> str:
    """Return the local profile a place follows: its own, that of the nearest place above, else the site's."""
    while place is not None:
        if place.profile:
            return place.profile
        place = places.get(place.parent)
    return settings.profile


def bound(filing: Filing, shelf: Shelf) -> Category:
    """Return the filing's category as it binds the place on the day it was shown."""
    shown = filing.first_shown or filing.period.last
    return law_of(shelf.catalogue, filing.category, shelf_profile(filing, shelf), filing.period.last, shown)


def bound_when_due(filing: Filing, shelf: Shelf) -> Category:
    """Return the category as it binds at the end of the period: what duties go by."""
    return law_of(shelf.catalogue, filing.category, shelf_profile(filing, shelf), filing.period.last, filing.period.last)


def shelf_profile(filing: Filing, shelf: Shelf) -> str:
    """Return the local profile of a filing's place."""
    return profile_of(shelf.places.get(filing.place), shelf.places, shelf.settings)
