"""The one cell among many suspects that was typed in 元 for 万元 or the reverse: a factor of ten thousand mends all."""

from __future__ import annotations

from decimal import Decimal

from disclosure.basis.private import Private
from disclosure.basis.units import is_money
from disclosure.board.arithmetic import ONE
from disclosure.board.arithmetic import amount_of
from disclosure.board.arithmetic import key_of
from disclosure.board.blame import Group
from disclosure.board.relation import cells_of
from disclosure.reading.table import Cell

FACTOR = Decimal(10_000)
_NEAR = Decimal("0.005")


def slipped(group: Group) -> tuple[Cell, Decimal] | None:
    """Return the cell and what it would have to hold (元), None where no single cell of money is off by that factor."""
    cells = {key_of(cell): cell for relation in group.relations for cell in cells_of(relation)}
    found = [(cells[suspect.key], wanted) for suspect in group.suspects if (wanted := _wanted(cells.get(suspect.key), suspect.step))]
    return found[0] if len(found) == 1 else None


def _wanted(cell: Cell | None, step: Decimal) -> Decimal | None:
    amount = amount_of(cell) if cell is not None and not isinstance(cell.value, Private) else None
    if amount is None or not amount.base or not is_money(amount.unit or "元"):
        return None
    ratio = (amount.base + step) / amount.base
    return amount.base + step if any(abs(ratio / factor - 1) <= _NEAR for factor in (FACTOR, ONE / FACTOR)) else None
