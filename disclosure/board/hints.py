"""Which of several figures that could mend a sum most likely is the wrong one, told by how people mistype.

A sign put the wrong way round, a row whose own product comes to what is missing, two digits that changed places.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from disclosure.basis.private import Private
from disclosure.basis.units import scale
from disclosure.board.arithmetic import Key
from disclosure.board.arithmetic import amount_of
from disclosure.board.arithmetic import in_base
from disclosure.board.arithmetic import key_of
from disclosure.board.blame import Group
from disclosure.board.blame import Suspect
from disclosure.board.blame import judge
from disclosure.board.model import Filing
from disclosure.board.relation import HALF_CENT
from disclosure.board.relation import cells_of
from disclosure.reading.table import Cell
from disclosure.reading.table import Role
from disclosure.reading.table import Row
from disclosure.reading.table import Table

SIGN = "正负号写反了就差这么多"
SWAP = "相邻两位数字写颠倒了就差这么多"
MANY = 400
"""Among more suspects some digits fit by chance."""

ENOUGH = 3
"""So many other rows must agree before a row's product is believed."""

_FACTORS = frozenset(("area", "count", "quantity"))


class Hint(NamedTuple):
    """The figure and its change that explain a cause, and in words why; ``suspect`` None when only the words are known."""

    suspect: Suspect | None
    because: str


NONE = Hint(None, "")


def hint(group: Group, filing: Filing) -> Hint:
    """Return which of a cause's suspects most likely is wrong, if just one looks mistyped in one of these ways."""
    cells = {key_of(cell): cell for relation in group.relations for cell in cells_of(relation)}
    suspects = _suspects(group)
    if len(suspects) > MANY or any(isinstance(cell.value, Private) for cell in cells.values()):
        return NONE
    known = [(suspect, cells[suspect.key]) for suspect in suspects if suspect.key in cells]
    signs = [suspect for suspect, cell in known if _negated(cell, suspect.step)]
    if len(signs) == 1:
        return Hint(signs[0], SIGN)
    summed = all(relation.template.rounding == "sum" for relation in group.relations)
    products = list(_by_product({suspect.key: suspect for suspect, _ in known}, filing)) if summed else []
    if len(products) == 1:
        return products[0]
    swaps = [suspect for suspect, cell in known if swapped(cell, suspect.step)]
    return Hint(swaps[0], SWAP) if len(swaps) == 1 else NONE


def _suspects(group: Group) -> list[Suspect]:
    """Return the suspects; where no single cell mends all, those of the one relation that speaks."""
    if group.suspects or len(group.relations) > 1:
        return list(group.suspects)
    judged = judge(group.speaker, broken=True)
    if judged is None or judged.curved:
        return []
    found = [Suspect(key, -judged.residual / slope) for key, slope in judged.slopes.items() if slope]
    return [one for one in found if not judged.absurd(*one)]


def _negated(cell: Cell, step: Decimal) -> bool:
    number = in_base(cell)
    return bool(number) and number is not None and step == -2 * number


def swapped(cell: Cell, step: Decimal) -> bool:
    """Return whether a change makes two neighbouring digits of a cell change places."""
    amount = amount_of(cell)
    if amount is None or amount.low is not None:
        return False
    one, other = (_digits(number, amount.decimals) for number in (amount.number, amount.number + step / scale(amount.unit)))
    if one is None or other is None or len(one) != len(other):
        return False
    apart = [place for place, (mine, theirs) in enumerate(zip(one, other, strict=True)) if mine != theirs]
    return len(apart) == 2 and apart[1] == apart[0] + 1 and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]


def _digits(number: Decimal, decimals: int) -> str | None:
    """Return the digits of a number with so many decimals, None where it has more; a sign stays in front."""
    shifted = number.scaleb(decimals)
    return str(int(shifted)) if shifted == shifted.to_integral_value() else None


def _by_product(suspects: dict[Key, Suspect], filing: Filing) -> Iterator[Hint]:
    """Yield the suspects that are what two figures beside them come to, in a table where they are so in every other row."""
    for table in filing.tables:
        rows = [row for row in table.rows if row.role is Role.ITEM]
        for target, column in enumerate(table.columns):
            if column.kind == "money" and any(key_of(row.cells[target]) in suspects for row in rows):
                for size, rate in _pairs(table):
                    odd = _odd_row(rows, (size, rate, target))
                    suspect = suspects.get(key_of(odd.cells[target])) if odd is not None else None
                    if odd is not None and suspect is not None and _comes_to(odd, (size, rate, target), suspect.step):
                        yield Hint(suspect, f"同一行的{table.columns[size].label} × {table.columns[rate].label}也是这个数")


def _pairs(table: Table) -> Iterator[tuple[int, int]]:
    rates = [index for index, column in enumerate(table.columns) if column.kind == "rate"]
    sizes = [index for index, column in enumerate(table.columns) if column.kind in _FACTORS]
    return ((size, rate) for rate in rates for size in sizes)


def _odd_row(rows: list[Row], places: tuple[int, int, int]) -> Row | None:
    """Return the only row whose product is not what it states, None where there are several or too few to tell."""
    judged = [(row, _comes_to(row, places)) for row in rows]
    odd = [row for row, holds in judged if holds is False]
    return odd[0] if len(odd) == 1 and sum(holds is True for _, holds in judged) >= ENOUGH else None


def _comes_to(row: Row, places: tuple[int, int, int], step: Decimal = Decimal(0)) -> bool | None:
    """Return whether size times rate is the money of a row, changed by ``step``; None where one of them is no figure."""
    size, rate, money = (amount_of(row.cells[place]) for place in places)
    if size is None or rate is None or money is None or money.low is not None:
        return None
    readings = (size.base * rate.base, size.number * rate.number)
    return any(abs(product - money.base - step) <= HALF_CENT for product in readings)
