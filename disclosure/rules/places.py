"""What several rules ask of a filing: where one of its keys stands, its places up to the county, the law it is posted under."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.basis.span import Span
from disclosure.basis.span import whole_file
from disclosure.board.model import Filing
from disclosure.board.model import Place
from disclosure.board.model import Shelf
from disclosure.catalogue.effective import category_for
from disclosure.catalogue.model import Category


def key_span(filing: Filing, *names: str) -> Span:
    """Return where the first of these keys stands in the filing, else its whole file."""
    return next((filing.keys[name] for name in names if name in filing.keys), whole_file(filing.source.path))


def shown_span(filing: Filing) -> Span:
    """Return where the day stands on which the filing was first shown."""
    if filing.posted_on is not None and filing.posted_on == filing.first_shown:
        return key_span(filing, "posted_on", "上栏日期")
    return key_span(filing, "published_on", "公开日期")


def chain_of(path: str, shelf: Shelf) -> Iterator[Place]:
    """Yield a place and those above it, as far as the shelf knows them."""
    while path:
        place = shelf.places.get(path)
        if place is not None:
            yield place
        path = place.parent if place is not None and place.parent else path.rpartition("/")[0]


def profile_of(path: str, shelf: Shelf) -> str:
    """Return the local profile that holds in a place: its own, else that of a place above it, else the site's."""
    return next((place.profile for place in chain_of(path, shelf) if place.profile), shelf.settings.profile)


def posting_category(filing: Filing, shelf: Shelf, day: date) -> Category:
    """Return the category as the law and the local profile have it on the day of posting."""
    return category_for(shelf.catalogue, filing.category, profile_of(filing.place, shelf), day)


def reposted_from(filing: Filing) -> str:
    """Return the office whose document a filing repeats (转载), '' where it is the place's own."""
    return (filing.reposted[0] or "原发文机关") if filing.reposted else ""
