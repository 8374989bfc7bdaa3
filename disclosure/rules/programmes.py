"""The lists of who gets what, by category: the table, the column of names, and the columns that set two rows of one person apart."""

from __future__ import annotations

from disclosure.board.entries import Entry
from disclosure.board.entries import entries
from disclosure.board.model import Filing

LISTS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "subs.arable": ("list", "head", ()),
    "subs.grain": ("list", "grower", ("crop",)),
    "subs.eco": ("list", "head", ("kind",)),
    "subs.rtf": ("list", "head", ("location", "tree")),
    "aid.elder": ("list", "name", ()),
}

STANDARDS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "subs.arable": ("list", "standard", ()),
    "subs.grain": ("list", "standard", ("crop",)),
    "subs.eco": ("list", "standard", ("kind",)),
    "subs.rtf": ("list", "standard", ("tree",)),
    "aid.elder": ("list", "standard", ("band",)),
    "land.comp": ("payments", "standard", ("land",)),
}
"""Where the rate of a programme stands, and by what it may differ."""


def listed(filing: Filing) -> tuple[Entry, ...]:
    """Return the rows of a programme's list, none where the filing is no such list."""
    return entries(filing, LISTS[filing.category.id][0]) if filing.category.id in LISTS else ()
