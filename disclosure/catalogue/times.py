"""All that a category states of time, from its keys and from the phrase of a published list that may hold several of them."""

from __future__ import annotations

from typing import NamedTuple

from disclosure.catalogue.fields import Entries
from disclosure.catalogue.fields import Entry
from disclosure.catalogue.fields import Found
from disclosure.catalogue.fields import days_by
from disclosure.catalogue.fields import not_read
from disclosure.catalogue.fields import span_of_days
from disclosure.catalogue.fields import text
from disclosure.catalogue.fields import texts
from disclosure.catalogue.fields import words
from disclosure.catalogue.model import Cadence
from disclosure.catalogue.model import Category
from disclosure.catalogue.model import Due
from disclosure.catalogue.stated import HAPPENING
from disclosure.catalogue.stated import Stated
from disclosure.catalogue.stated import agreed
from disclosure.catalogue.timing import read_cadence
from disclosure.catalogue.timing import read_keep
from disclosure.catalogue.timing import read_timed
from disclosure.catalogue.timing import resting
from disclosure.catalogue.told import NO_DAYS
from disclosure.catalogue.told import Days
from disclosure.catalogue.told import Refusal
from disclosure.catalogue.told import Told

SHIPPED = "disclosure/catalogue/"
"""Where the program's own categories come from."""

REPLY = words("reply", "village, township, county")


class Times(NamedTuple):
    """How often, until when, how long on the board and the web, how long open to objections, answered within how many days."""

    cadence: Cadence
    due: Due
    objection: Days
    keep: Days
    web: str
    reply: tuple[tuple[str, int], ...]


def read_times(
    known: Entries, dates: tuple[str, ...], levels: tuple[str, ...], base: Category | None, found: Found
) -> Times:
    """Return the times of a category; ``dates``: the labels of its facts that hold a day, ``levels``: who publishes it.

    What is not read leaves in force what held before: the ``base`` it extends, else the product's default.
    """
    said = read_cadence(known.get("cadence"), found)
    if said is None and "cadence" in known and base is not None:
        said = base.cadence
    entry = known.get("due")
    own = entry is None or entry.value.span.path.startswith(SHIPPED)
    told = read_timed(entry, found, Stated(said, dates), "law" if own else "local")
    cadence = said or told.cadence or HAPPENING
    keep, web = read_keep(known.get("keep_posted"), found)
    return Times(
        cadence,
        _due(told, known, base, own=own),
        said_of(told.objection, span_of_days(known.get("objection"), found), ("公示期", "objection"), entry, found),
        said_of(told.keep, keep, ("张贴的天数", "keep_posted"), entry, found),
        web or told.web,
        days_by(known.get("reply"), REPLY, found) if "reply" in known else _reply(told, levels),
    )


def _due(told: Told, known: Entries, base: Category | None, *, own: bool) -> Due:
    """Return the category's day; one that a county wrote is local, and rests on what the county cites."""
    if told.due is None:
        return base.due if base is not None else Due()
    return told.due if own else resting(told.due, texts(known.get("basis"), []))


def said_of(told: Days, stated: Days, names: tuple[str, str], entry: Entry | None, found: Found) -> Days:
    """Return the days a key of its own states, else those of the phrase; where the two disagree that is a finding."""
    both = agreed(told, stated, *names)
    if not isinstance(both, Refusal):
        return both
    if entry is not None:
        found.append(not_read(entry, text(entry, []), both))
    return stated


def _reply(told: Told, levels: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """Return the days a phrase gives for answering, for each level that publishes; workdays stay with its due."""
    if told.reply == NO_DAYS or told.reply[1] != "days":
        return ()
    answering = dict.fromkeys("village" if level == "group" else level for level in levels)
    return tuple((level, told.reply[0]) for level in answering)
