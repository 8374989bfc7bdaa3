"""What «previous» means: the last earlier filing of the same kind, unless the period between is missing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from disclosure.board.standing import replaced

if TYPE_CHECKING:
    from disclosure.board.model import Filing
    from disclosure.board.model import Shelf

CALENDAR = frozenset(("month", "quarter", "half", "year"))
LONGEST_MERGER = 93
"""A merger falls into some month or quarter that neither the old nor the new place files: at most a quarter and a day."""


def earlier(shelf: Shelf, filing: Filing) -> tuple[Filing, ...]:
    """Return the last earlier filing of the same category, owner and place; for a merged place the last of each.

    Empty where there is none, and where the period between is missing: then nobody can tell what was carried over.
    """
    own = _last_before(shelf, filing, filing.place)
    place = shelf.places.get(filing.place)
    if own is not None or place is None or not place.succeeds:
        return (own,) if own is not None and follows_on(own, filing) else ()
    merged = [_last_before(shelf, filing, old) for old in place.succeeds]
    found = tuple(one for one in merged if one is not None and follows_on(one, filing, merged=True))
    return found if len(found) == len(merged) else ()


def _last_before(shelf: Shelf, filing: Filing, place: str) -> Filing | None:
    """Return the last filing of a place before this one: same category, owner and (where there are any) stage."""
    before = [
        other
        for other in shelf.filings
        if other.category.id == filing.category.id
        and other.place == place
        and other.period.last < filing.period.first
        and other.owner == filing.owner
        and other.stage == filing.stage
    ]
    if not before:
        return None
    gone = replaced(shelf.filings)
    standing = [other for other in before if other.id not in gone]
    return max(standing, key=lambda one: (one.period.last, one.first_shown or date.min, one.id), default=None)


def follows_on(before: Filing, after: Filing, *, merged: bool = False) -> bool:
    """Tell whether no period is missing between two filings; only periods of the calendar leave visible gaps.

    Where places were ``merged``, the last of the old and the first of the new may leave out part of a quarter.
    """
    if before.period.unit not in CALENDAR or after.period.unit not in CALENDAR:
        return True
    gap = (after.period.first - before.period.last).days
    return gap == 1 or (merged and gap <= LONGEST_MERGER)
