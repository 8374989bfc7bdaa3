"""What a filing with several tables comes to: its facts that sum up the tables, and what is left of them.

Found by the category's identities: «received = sum(receipts.amount)», «left = received - given».
"""

from __future__ import annotations

from typing import NamedTuple

from disclosure.basis.values import Amount
from disclosure.board.model import Fact
from disclosure.board.model import Filing
from disclosure.catalogue.formula import Binary
from disclosure.catalogue.formula import Call
from disclosure.catalogue.formula import Expression
from disclosure.catalogue.formula import Identity
from disclosure.catalogue.formula import Name

_FEWEST = 2


class Wholes(NamedTuple):
    """One fact for each table, what is left of them (None where nothing says), and whether that goes on from the period before."""

    sums: tuple[Fact, ...]
    left: Fact | None
    carried: bool


def wholes_of(filing: Filing) -> Wholes | None:
    """Return what the tables of a filing come to, None unless at least two of them are summed up by facts."""
    found: dict[str, Fact] = {}
    for identity in filing.category.identities:
        table, name = _summed(identity)
        fact = filing.fact(name) if table and table not in found else None
        if fact is not None and fact not in found.values() and fact.personal is None and isinstance(fact.cell.value, Amount):
            found[table] = fact
    if len(found) < _FEWEST:
        return None
    left, carried = _left(filing, {fact.id for fact in found.values()})
    return Wholes(tuple(found.values()), left, carried)


def _summed(identity: Identity) -> tuple[str, str]:
    """Return the table and the fact of «fact = sum(table.column)», else two empty strings."""
    if identity.operators != ("=",):
        return "", ""
    left, right = identity.sides
    plain = isinstance(left, Name) and len(left.parts) == 1 and not left.previous
    if not plain or not isinstance(right, Call) or right.function != "sum" or right.where is not None:
        return "", ""
    return (right.body.parts[0], left.parts[0]) if isinstance(right.body, Name) and isinstance(left, Name) else ("", "")


def _left(filing: Filing, sums: set[str]) -> tuple[Fact | None, bool]:
    """Return the fact that one of the identities makes of these sums, and whether an opening figure goes into it."""
    for identity in filing.category.identities:
        left = identity.sides[0]
        if identity.operators != ("=",) or not isinstance(left, Name) or left.previous:
            continue
        names = _names(identity.sides[1])
        fact = filing.fact(left.parts[0]) if len(names & sums) >= _FEWEST else None
        if fact is not None and fact.personal is None and isinstance(fact.cell.value, Amount):
            return fact, bool(names - sums)
    return None, False


def _names(node: Expression) -> set[str]:
    """Return the facts that are added up or taken away in an expression."""
    if isinstance(node, Binary):
        return _names(node.left) | _names(node.right)
    return {node.parts[0]} if isinstance(node, Name) and len(node.parts) == 1 and not node.previous else set()
