"""Both sides of public money: what the township says it gave beside what the village says came and was paid out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from disclosure.basis.period import Period
from disclosure.basis.period import parse_period
from disclosure.board.flow import Flow
from disclosure.board.lookups import GIVEN
from disclosure.board.lookups import GIVERS
from disclosure.board.lookups import PAID
from disclosure.board.lookups import RECEIVED
from disclosure.board.model import Board
from disclosure.board.model import Brief
from disclosure.board.standing import replaced


class Side(NamedTuple):
    """A sum and the filing that tells it."""

    brief: Brief
    flow: Flow


class Pair(NamedTuple):
    """One programme of one village: ``given`` by the level above, ``taken`` as the village tells it (``side``).

    ``off`` is True where the two differ for certain: same paper or same programme and period, nothing left out.
    """

    place: str
    side: str
    given: tuple[Side, ...]
    taken: tuple[Side, ...]
    off: bool

    @property
    def gave(self) -> Decimal:
        """What the level above says it gave."""
        return sum((one.flow.amount for one in self.given), Decimal(0))

    @property
    def took(self) -> Decimal:
        """What the village says."""
        return sum((one.flow.amount for one in self.taken), Decimal(0))


def pairs(board: Board) -> tuple[Pair, ...]:
    """Return every sum that a level above says it gave a village, beside the village's own figures, by place."""
    gone = replaced(board.briefs)
    told = [Side(brief, flow) for brief in board.briefs if brief.filing_id not in gone for flow in brief.flows]
    given: dict[tuple[str, str], list[Side]] = {}
    for one in told:
        key = _key(one)
        if one.flow.side == GIVEN and key:
            given.setdefault((one.flow.place, key), []).append(one)
    taken: dict[str, list[Side]] = {}
    for one in told:
        if one.flow.side != GIVEN:
            taken.setdefault(one.flow.place, []).append(one)
    found = []
    for (place, _), sides in given.items():
        whole = board.places[place].level in GIVERS if place in board.places else False
        below = [one for path, ones in taken.items() if path.startswith(f"{place}/") for one in ones]
        found.append(_whole(board, place, sides, below) if whole else _pair(board, place, sides, taken.get(place, [])))
    return tuple(sorted(found, key=lambda pair: (pair.place, pair.given[0].brief.period, pair.given[0].flow.words)))


def _key(one: Side) -> str:
    """Return what the two sides know a sum by: its paper, else its programme and period."""
    if one.flow.document:
        return one.flow.document
    return f"{one.flow.programme} {one.brief.period}" if one.flow.programme else ""


def _pair(board: Board, place: str, given: list[Side], here: list[Side]) -> Pair:
    came = list(_receipts(given, here))
    if came:
        return Pair(place, RECEIVED, tuple(given), tuple(came), _receipt_off(board, given, came))
    paid = list(_payments(given, here))
    return Pair(place, PAID if paid else RECEIVED, tuple(given), tuple(paid), _payment_off(given, paid))


def _whole(board: Board, place: str, given: list[Side], below: list[Side]) -> Pair:
    """Compare what a township says was paid out in all with what its villages say, village by village."""
    paid = list(_payments(given, below))
    told = {one.flow.place for one in paid}
    villages = [one for one in board.places.values() if one.level == "village" and not one.end and one.path.startswith(f"{place}/")]
    complete = all(one.path in told for one in villages) and not any(one.flow.partial for one in paid)
    more = sum(one.flow.amount for one in paid) > sum(one.flow.amount for one in given)
    return Pair(place, PAID, tuple(given), tuple(paid), bool(paid) and _differ(given, paid) and (complete or more))


def _receipts(given: list[Side], here: list[Side]) -> Iterator[Side]:
    number = given[0].flow.document
    for one in here:
        if number and one.flow.side == RECEIVED and one.flow.document == number:
            yield one


def _payments(given: list[Side], here: list[Side]) -> Iterator[Side]:
    """Yield what the village paid out under the one programme all given rows name: same paper, or same period."""
    names = {one.flow.programme for one in given}
    if len(names) != 1 or "" in names:
        return
    for one in here:
        same_paper = one.flow.document == given[0].flow.document or not (one.flow.document and given[0].flow.document)
        if one.flow.side == PAID and one.flow.programme in names and same_paper and one.brief.period == given[0].brief.period:
            yield one


def _receipt_off(board: Board, given: list[Side], came: list[Side]) -> bool:
    """Tell whether sums differ although the village's last account reaches the giver's period and misses no earlier part."""
    first = min(came, key=lambda one: _period(one.brief).first)
    accounts = [brief for brief in board.briefs if brief.place == first.brief.place and brief.category == first.brief.category]
    reached = max(_period(brief).last for brief in accounts) >= max(_period(one.brief).last for one in given)
    return reached and not first.flow.partial and _differ(given, came)


def _payment_off(given: list[Side], paid: list[Side]) -> bool:
    """Tell whether sums differ; where only a part of the village is listed, only more than was given is too much."""
    if not paid:
        return False
    part = any(one.flow.partial for one in paid)
    more = sum(one.flow.amount for one in paid) > sum(one.flow.amount for one in given)
    return _differ(given, paid) and (more or not part)


def _differ(given: list[Side], taken: list[Side]) -> bool:
    """Tell whether the sums differ; several filings of the giver may tell one sum again, so any of them may agree."""
    took = sum((one.flow.amount for one in taken), Decimal(0))
    by_filing: dict[str, Decimal] = {}
    for one in given:
        by_filing[one.brief.filing_id] = by_filing.get(one.brief.filing_id, Decimal(0)) + one.flow.amount
    return took not in (sum(by_filing.values(), Decimal(0)), *by_filing.values())


def _period(brief: Brief) -> Period:
    found = parse_period(brief.period)
    if found is None:
        raise ValueError(brief.period)
    return found
