"""How much of what fell due has been published: a score per place and quarter, its trend, and the gate before praise."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_DOWN
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from disclosure.basis.period import Period
from disclosure.basis.period import parse_period
from disclosure.basis.period import quarter_period
from disclosure.board.model import Duty
from disclosure.board.model import Status

TREND = 4
"""Quarters a trend tells of, the one of the day itself among them."""

_UNCOUNTED = (Status.DUE, Status.EXEMPT)
_LEAST, _MOST = 1, 3
_TENTH = Decimal("0.1")
_HUNDRED = Decimal(100)


class Score(NamedTuple):
    """Counts of what fell due. ``late`` is part of ``done``; ``points`` and ``reached`` are weighted 3, 2 or 1 an item."""

    owed: int = 0
    done: int = 0
    late: int = 0
    essential: int = 0
    essential_missing: int = 0
    points: int = 0
    reached: int = 0

    @property
    def missing(self) -> int:
        """How many items are overdue and not there."""
        return self.owed - self.done

    @property
    def prompt(self) -> int:
        """How many items were there on time."""
        return self.done - self.late

    @property
    def percent(self) -> Decimal | None:
        """Return the completeness, 0 to 100 with one decimal, rounded down so that 100 means that nothing is missing.

        None where nothing fell due.
        """
        return _share(self.reached, self.points)

    @property
    def on_time(self) -> Decimal | None:
        """Return which part of the items was there on time, 0 to 100, by number; None where nothing fell due."""
        return _share(self.prompt, self.owed)

    def plus(self, other: Score) -> Score:
        """Return the score of both together."""
        return Score(*(mine + its for mine, its in zip(self, other, strict=True)))


class Turn(NamedTuple):
    """A quarter and what became of the items that fell due in it."""

    quarter: Period
    score: Score


class Badge(StrEnum):
    """What may be said in praise; nothing while an essential item is missing, of whatever quarter."""

    NONE = ""
    ESSENTIAL = "essential"
    COMPLETE = "complete"
    PROMPT = "prompt"


class Standing(NamedTuple):
    """Where a place stands: its last quarters, oldest first, that of the day last; and the essential items it still owes."""

    turns: tuple[Turn, ...]
    essential_missing: int
    missing: int

    @property
    def now(self) -> Turn:
        """The quarter of the day."""
        return self.turns[-1]

    @property
    def earlier_missing(self) -> int:
        """How many items of earlier quarters are still missing."""
        return self.missing - self.now.score.missing

    @property
    def badge(self) -> Badge:
        """What may be said of this quarter."""
        score = self.now.score
        if self.essential_missing or not score.owed:
            return Badge.NONE
        if score.missing:
            return Badge.ESSENTIAL
        return Badge.COMPLETE if score.late else Badge.PROMPT


Scores = dict[Period, Score]
"""Scores by the quarter in which the items fell due."""


def scores(duties: Iterable[Duty]) -> Scores:
    """Return the score of every quarter in which something fell due, in order; what is not due yet and what is exempt do not count."""
    counts: dict[tuple[int, int], list[int]] = {}
    for duty in duties:
        if duty.status in _UNCOUNTED:
            continue
        quarter = _quarter(duty)
        if quarter is not None:
            found = counts.get(quarter)
            if found is None:
                found = counts[quarter] = [0] * len(Score._fields)
            _count(duty, found)
    return {_period(*quarter): Score(*counts[quarter]) for quarter in sorted(counts)}


def by_place(duties: Iterable[Duty]) -> dict[str, list[Duty]]:
    """Return the duties of each place."""
    found: dict[str, list[Duty]] = {}
    for duty in duties:
        found.setdefault(duty.place, []).append(duty)
    return found


def standing(duties: Iterable[Duty], today: date) -> Standing:
    """Return where the places stand whose duties these are."""
    found = scores(duties)
    turns = tuple(Turn(quarter, found.get(quarter, Score())) for quarter in _last(today))
    whole = total(found.values())
    return Standing(turns, whole.essential_missing, whole.missing)


def together(many: Sequence[Standing]) -> Standing:
    """Return where several places stand together; at least one, all of the same day."""
    rows = zip(*(stand.turns for stand in many), strict=True)
    turns = tuple(Turn(row[0].quarter, total(turn.score for turn in row)) for row in rows)
    return Standing(turns, sum(stand.essential_missing for stand in many), sum(stand.missing for stand in many))


def total(many: Iterable[Score]) -> Score:
    """Return the score of all together."""
    found = Score()
    for one in many:
        found = found.plus(one)
    return found


def _count(duty: Duty, counts: list[int]) -> None:
    """Add one duty to the counts, which stand as the fields of Score do."""
    points = min(max(duty.weight, _LEAST), _MOST)
    counts[0] += 1
    counts[5] += points
    if duty.essential:
        counts[3] += 1
    if duty.status is Status.MISSING:
        counts[4] += duty.essential
        return
    counts[1] += 1
    counts[6] += points
    if duty.status is Status.LATE:
        counts[2] += 1


def _quarter(duty: Duty) -> tuple[int, int] | None:
    """Return year and number of the quarter in which a duty fell due; where no day can be told, of the end of its period."""
    day = duty.due_on or duty.due_raw or _end(duty.period)
    return (day.year, (day.month + 2) // 3) if day else None


@cache
def _end(period: str) -> date | None:
    found = parse_period(period)
    return found.last if found else None


_period = cache(quarter_period)


@cache
def _last(today: date) -> tuple[Period, ...]:
    """Return the quarters of a trend, that of the day last."""
    quarters = [_period(today.year, (today.month + 2) // 3)]
    while len(quarters) < TREND:
        quarters.insert(0, quarters[0].previous())
    return tuple(quarters)


def _share(part: int, whole: int) -> Decimal | None:
    return (_HUNDRED * part / whole).quantize(_TENTH, ROUND_DOWN) if whole else None
