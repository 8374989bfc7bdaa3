"""How villagers' opinions were answered, as far as briefs can tell: counts and days, nobody's name and no word of theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from disclosure.basis.period import Period
from disclosure.basis.period import parse_period
from disclosure.board.model import Brief
from disclosure.board.standing import replaced
from disclosure.board.world import is_of_tomorrow

RECEIVED, ANSWERED = "received", "answered"
"""The facts a filing counts its opinions and replies in."""


class Replies(NamedTuple):
    """Counts of opinions. ``timed`` replies have both days told; ``within`` of them came within the days allowed.

    ``longest``: most days a reply took, -1 where none can be told. ``overdue``: open ones beyond the days allowed.
    """

    filings: int = 0
    raised: int = 0
    answered: int = 0
    timed: int = 0
    within: int = 0
    longest: int = -1
    overdue: int = 0

    @property
    def open(self) -> int:
        """How many are not answered yet."""
        return self.raised - self.answered

    def plus(self, other: Replies) -> Replies:
        """Return both together."""
        summed = [mine + its for mine, its in zip(self, other, strict=True)]
        return Replies(*summed)._replace(longest=max(self.longest, other.longest))


def replies(briefs: Iterable[Brief], since: date, today: date, limit: int = 0) -> Replies:
    """Return what became of the opinions told by filings of periods that end on ``since`` or later.

    ``limit``: within how many days an answer is due, 0 where no rule says it. Filings superseded, held back or dated
    after today do not count. An opinion told as open and, asked on the same day, again later counts once.
    """
    counted = _counted(briefs, since, today)
    whole = Replies()
    for at, brief in enumerate(counted):
        again = Counter(asked for later in counted[at + 1 :] for asked, _ in later.replies)
        whole = whole.plus(_one(brief, again, today, limit))
    return whole


def _counted(briefs: Iterable[Brief], since: date, today: date) -> list[Brief]:
    """Return the filings that count, by the end of their periods."""
    here = [brief for brief in briefs if not brief.held and not brief.secret and not is_of_tomorrow(brief, today)]
    gone = replaced(here)
    kept = [(period, brief) for brief in here if brief.filing_id not in gone and (period := parse_period(brief.period))]
    recent = [pair for pair in kept if pair[0].last >= since]
    return [brief for _, brief in sorted(recent, key=_order)]


def _order(pair: tuple[Period, Brief]) -> tuple[date, str]:
    return pair[0].last, pair[1].filing_id


def _one(brief: Brief, again: Counter[date], today: date, limit: int) -> Replies:
    """Return the counts of one filing; ``again``: the days of opinions that later filings tell of."""
    took, waiting, carried = [], [], 0
    for asked, answered in brief.replies:
        if answered is not None and answered <= today:
            took.append((answered - asked).days)
        elif again[asked]:
            again[asked] -= 1
            carried += 1
        else:
            waiting.append((today - asked).days)
    told = len(took) + len(waiting)
    raised = max(told, int(brief.facts.get(RECEIVED, 0)) - carried)
    answered_count = min(raised, max(len(took), int(brief.facts.get(ANSWERED, 0))))
    return Replies(
        1,
        raised,
        answered_count,
        len(took),
        sum(limit > 0 and days <= limit for days in took),
        max(took, default=-1),
        sum(0 < limit < days for days in waiting),
    )
