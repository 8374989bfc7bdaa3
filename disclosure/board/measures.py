"""Whether both sides of a product measure the same thing, and how its numbers are meant where they do not.

1.5 吨 at 4,600 元 is 6,900 元: the price is one for the unit in which the quantity is told. 12.5 米 by 9.6 米 is 120
平方米, though areas are reckoned in 亩. Money is always reckoned in 元, so that a slip of 万元 stays a finding.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from functools import lru_cache

from disclosure.basis.units import dimension
from disclosure.basis.units import normalise_unit
from disclosure.basis.units import scale
from disclosure.board.arithmetic import ONE
from disclosure.board.arithmetic import Cells
from disclosure.board.arithmetic import Const
from disclosure.board.arithmetic import Minus
from disclosure.board.arithmetic import Node
from disclosure.board.arithmetic import Operation
from disclosure.board.arithmetic import Reader
from disclosure.board.arithmetic import SumRows
from disclosure.board.arithmetic import amount_of
from disclosure.board.arithmetic import in_base
from disclosure.reading.table import Cell

Powers = tuple[tuple[str, int], ...]
"""Measures with their powers, in order: 元/亩 is area to the power -1; money and counts are left out."""

_SIZED = frozenset(("area", "weight", "length", "volume", "energy", "power"))
_GEOMETRY = {"length": 1, "area": 2, "volume": 3}
_SQUARE_METRE = scale("平方米")


def plain_reader(left: Node, right: Node, row: Cells) -> Reader | None:
    """Return how the numbers of a product are meant where its sides do not measure the same, None where they do."""
    ours, theirs = dict(_powers(left, row)), dict(_powers(right, row))
    odd = {name for name in (*ours, *theirs) if ours.get(name, 0) != theirs.get(name, 0)}
    if not odd:
        return None
    metric = odd <= _GEOMETRY.keys() and _degree(ours.items()) == _degree(theirs.items())
    return _reader(frozenset(odd), metric)


def _degree(powers: Iterable[tuple[str, int]]) -> int:
    return sum(_GEOMETRY.get(name, 0) * power for name, power in powers)


@lru_cache(maxsize=64)
def _reader(odd: frozenset[str], metric: bool) -> Reader:
    def read(cell: Cell) -> Decimal | None:
        number, amount = in_base(cell), amount_of(cell)
        return number if number is None or amount is None else number * _factor(amount.unit, odd, metric)

    return read


@cache
def _factor(unit: str, odd: frozenset[str], metric: bool) -> Decimal:
    """Return what turns a number in base units into one in metres, or into one as printed in the odd measures."""
    factor = ONE
    for atom, power in _atoms(unit):
        if dimension(atom) in odd:
            one = (_SQUARE_METRE if dimension(atom) == "area" else ONE) if metric else scale(atom)
            factor *= one ** -power
    return factor


def _powers(node: Node, row: Cells) -> Powers:
    """Return what a formula measures, () for bare numbers."""
    if isinstance(node, Const):
        return ()
    if isinstance(node, Minus):
        return _powers(node.body, row)
    if isinstance(node, SumRows):
        return next((found for each in node.rows if (found := _powers(node.body, each))), ())
    if isinstance(node, Operation):
        one, other = _powers(node.left, row), _powers(node.right, row)
        return (one or other) if node.operator in "+-" else _times(one, other, 1 if node.operator == "×" else -1)
    units = (amount.unit for cell in node.cells(row) if (amount := amount_of(cell)) is not None)
    return _of_unit(next(units, ""))


def _times(one: Powers, other: Powers, sign: int) -> Powers:
    found = dict(one)
    for name, power in other:
        found[name] = found.get(name, 0) + sign * power
    return tuple((name, power) for name, power in found.items() if power)


@cache
def _of_unit(unit: str) -> Powers:
    found: Powers = ()
    for atom, power in _atoms(unit):
        if dimension(atom) in _SIZED:
            found = _times(found, ((dimension(atom), 1),), power)
    return found


@cache
def _atoms(unit: str) -> tuple[tuple[str, int], ...]:
    """Return the single units a unit is made of, those below the bar with power -1."""
    upper, *lower = normalise_unit(unit).split("/")
    below = [atom for part in lower for atom in part.replace(".", "·").split("·") if atom]
    return ((upper, 1), *((atom, -1) for atom in below)) if upper else ()
