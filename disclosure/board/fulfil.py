"""Which filings fulfil a duty, and where the duty stands because of them."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from datetime import date
from datetime import timedelta
from typing import NamedTuple

from disclosure.basis.period import Period
from disclosure.basis.workdays import counted
from disclosure.board.deadline import Deadline
from disclosure.board.deadline import deadline
from disclosure.board.model import Duty
from disclosure.board.model import Place
from disclosure.board.model import Status
from disclosure.board.world import ONE_DAY
from disclosure.board.world import Kept
from disclosure.board.world import World
from disclosure.catalogue.model import Category


class Ask(NamedTuple):
    """Something asked for: ``law`` is the category as it binds; ``source`` calendar or event.

    ``anchored``: the day is told from a fact (会议日期), so the filing itself may tell a better one.
    """

    law: Category
    period: Period
    deadline: Deadline
    source: str = "calendar"
    item: str = ""
    stage: str = ""
    rhythm: str = ""
    anchored: bool = False


class Answer(NamedTuple):
    """The filings that fulfil a duty: ``main`` stands for them; ``shown`` is when they all stood."""

    main: Kept
    all: tuple[Kept, ...]
    shown: date | None


Shelved = Mapping[str, Sequence[Kept]]
"""A place's filings of one category by canonical period."""


def shelved(kept: Iterable[Kept]) -> Shelved:
    """Return filings by their period, for looking up many periods."""
    found: dict[str, list[Kept]] = {}
    for one in kept:
        found.setdefault(one.brief.period, []).append(one)
    return found


def answer(period: Period, kept: Shelved, media: tuple[str, ...]) -> Answer | None:
    """Return what fulfils a period: a filing of it, one that contains it, else filings that together cover it."""
    whole = kept.get(period.canonical)
    if not whole:
        every = [one for each in kept.values() for one in each]
        whole = [one for one in every if fulfils(one.period, period)]
        if not whole:
            return _jointly(period, every, media)
    if len(whole) == 1:
        return Answer(whole[0], tuple(whole), whole[0].shown(media))
    main = min(whole, key=lambda one: (one.shown(media) or date.max, one.brief.filing_id))
    return Answer(main, tuple(whole), main.shown(media))


def fulfils(filed: Period, asked: Period) -> bool:
    """Return whether a filing for one period tells all of another; as-of tells the period that ends on its day."""
    if filed.unit == "as_of":
        return filed.last == asked.last
    return filed.first <= asked.first and filed.last >= asked.last


def _jointly(period: Period, every: Sequence[Kept], media: tuple[str, ...]) -> Answer | None:
    """Return the filings of shorter periods that together leave no day out; the last one shown completes them."""
    parts = sorted((one for one in every if period.contains(one.period)), key=lambda one: one.period)
    if not parts or not _covers(parts, period):
        return None
    main = max(parts, key=lambda one: (one.shown(media) or date.min, one.brief.filing_id))
    return Answer(main, tuple(parts), main.shown(media))


def _covers(parts: Sequence[Kept], period: Period) -> bool:
    """Return whether stretches, sorted by their first day, leave no day of the period out."""
    upto = period.first
    for one in parts:
        if one.period.first > upto:
            return False
        upto = max(upto, one.period.last + ONE_DAY)
    return upto > period.last


def settle(world: World, place: Place, ask: Ask, found: Answer | None, exempt: bool) -> Duty:
    """Return the duty with its status, in the order FORMAT §8 decides it."""
    law, due = ask.law, ask.deadline
    cited = tuple(dict.fromkeys((*law.basis[:1], *due.basis, *law.basis)))  # what must be told, then until when
    if found is None:
        return Duty(
            place.path, law.id, ask.period.canonical, ask.item, ask.source, due.on, due.raw, due.source, law.essential,
            Status.EXEMPT if exempt else _open(ask, world.today), citation=cited, calendar_note=due.note,
            owner=law.owner, subject=law.subject, weight=law.weight,
        )  # fmt: skip
    brief, every = found.main.brief, found.all
    single = len(every) == 1
    nil = brief.nil if single else all(one.brief.nil for one in every)
    held = brief.held if single else any(one.brief.held for one in every)
    window = _window(world, ask, found) if brief.window or law.objection_days else None
    return Duty(
        place.path, law.id, ask.period.canonical, ask.item, ask.source, due.on, due.raw, due.source, law.essential,
        Status.EXEMPT if exempt else _status(due, found.shown, nil), nil, held, _window_word(window, world.today),
        _take_down(world, place, ask, found, window), tuple([one.brief.filing_id for one in every]), brief.path,
        brief.filing_id, brief.published_on, brief.posted_on, brief.taken_down_on, cited, due.note,
        brief.owner or law.owner, law.subject, law.weight,
    )  # fmt: skip


def _status(due: Deadline, shown: date | None, nil: bool) -> Status:
    if shown is not None and due.on is not None and shown > due.on:
        return Status.LATE
    return Status.NIL if nil else Status.PUBLISHED


def _open(ask: Ask, today: date) -> Status:
    return Status.DUE if today <= (ask.deadline.on or open_until(ask)) else Status.MISSING


def open_until(ask: Ask) -> date:
    """Return until when a period whose day nobody can tell is not missing: until the next one has passed."""
    return ask.period.last + max(ask.period.last - ask.period.first, timedelta(days=30))


def _window(world: World, ask: Ask, found: Answer) -> tuple[date, date] | None:
    """Return the objection window that has begun: as stated, else counted from the first day it stood."""
    stated = found.main.brief.window
    if stated is None and found.shown:
        stated = (found.shown, counted(found.shown, ask.law.objection_days, ask.law.objection_unit))
    return stated if stated and stated[0] <= world.today else None


def _window_word(window: tuple[date, date] | None, today: date) -> str:
    if window is None:
        return ""
    return "open" if today <= window[1] else "ended"


def _take_down(
    world: World, place: Place, ask: Ask, found: Answer, window: tuple[date, date] | None
) -> date | None:
    """Return the last day it must stay on the board: the days of the law of the day it was posted, and the window."""
    posted = found.main.brief.posted_on
    if posted is None:
        return None
    until = world.board_until(ask.law.id, place, ask.period.last, posted)
    stated = found.main.brief.window or window
    if stated is None:
        return until
    return max(until, stated[1]) if until else stated[1]


def duty_of(world: World, place: Place, ask: Ask, kept: Shelved, exempt: bool) -> Duty:
    """Return the duty for an ask, answered by the place's filings of that category."""
    if ask.stage:
        kept = shelved(one for each in kept.values() for one in each if one.brief.stage == ask.stage)
    found = answer(ask.period, kept, ask.law.media)
    if ask.anchored and found is not None and found.main.brief.days:
        days = found.main.brief.days
        ask = ask._replace(deadline=deadline(ask.law, ask.period, days, stage=ask.stage, rhythm=ask.rhythm))
    return settle(world, place, ask, found, exempt)
