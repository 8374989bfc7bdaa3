"""How the rows of a table hang together: which stand on top, which are parts of another, which cells make a total."""

from __future__ import annotations

from collections.abc import Callable

from disclosure.basis.text import normalise_label
from disclosure.basis.units import dimension
from disclosure.basis.values import Absent
from disclosure.board.arithmetic import Cells
from disclosure.board.arithmetic import amount_of
from disclosure.board.arithmetic import bare
from disclosure.reading.panels import beside
from disclosure.reading.table import Cell
from disclosure.reading.table import Column
from disclosure.reading.table import Role
from disclosure.reading.table import Row
from disclosure.reading.table import Table

NUMERIC = frozenset(("money", "quantity", "area", "rate", "percent", "share", "count", "change", "ratio"))
ADDS_UP = frozenset(("money", "quantity", "area", "count", "share"))
PAYEES = frozenset(("户", "人", "名", "位", "户次", "人次", "人口"))

Wanted = Callable[[Row], bool]


def adds_up(column: Column) -> bool:
    """Return whether the cells of a column make a sum at all."""
    return column.kind in ADDS_UP and column.additive != "no"


def children(table: Table) -> dict[int, list[int]]:
    """Return for each row the items it is made of; -1 holds those on top. 其中, totals and rates hang nowhere."""
    found: dict[int, list[int]] = {-1: []}
    for index, row in enumerate(table.rows):
        if row.role is Role.ITEM:
            found.setdefault(_item_above(table, row.parent), []).append(index)
    return found


def _item_above(table: Table, parent: int) -> int:
    """Return the item a row is part of; a total that stands first is no whole of its own."""
    while parent >= 0 and table.rows[parent].role is Role.TOTAL:
        parent = table.rows[parent].parent
    return parent


def top_rows(table: Table) -> list[Row]:
    """Return the items on top: what count() counts."""
    return [table.rows[index] for index in children(table)[-1]]


def addends(table: Table, column: int, wanted: Wanted | None = None) -> Cells:
    """Return the cells whose sum is the column's total, on its own side; a row that states nothing is told by its parts."""
    if table.sides:
        table, column = beside(table, column)
    if all(row.parent < 0 for row in table.rows):
        return tuple(
            row.cells[column] for row in table.rows if row.role is Role.ITEM and (wanted is None or wanted(row))
        )
    return tuple(_told(table, children(table), -1, column, wanted))


def _told(table: Table, below: dict[int, list[int]], above: int, column: int, wanted: Wanted | None) -> list[Cell]:
    cells: list[Cell] = []
    for index in below.get(above, ()):
        row = table.rows[index]
        if bare(row.cells[column]) is Absent.BLANK and index in below:
            cells += _told(table, below, index, column, wanted)
        elif wanted is None or wanted(row):
            cells.append(row.cells[column])
    return cells


def one_measure(cells: Cells) -> bool:
    """Return whether cells can be added: 桶 and 袋 cannot, 元 and 万元 can."""
    units = {amount.unit for cell in cells if (amount := amount_of(cell)) is not None}
    return len(units) < 2 or len({_measure(unit) for unit in units if unit}) < 2


def _measure(unit: str) -> str:
    kind = dimension(unit)
    return unit.lstrip("万亿") if kind in ("count", "") else kind


def rows_labelled(table: Table, name: str) -> list[Row]:
    """Return the rows with this label; where none has it, those whose label has it behind its ordinal (一、 (一) 1、)."""
    wanted = normalise_label(name)
    exact = [row for row in table.rows if normalise_label(row.label) == wanted]
    return exact or [row for row in table.rows if _without_ordinal(normalise_label(row.label)) == wanted]


def _without_ordinal(label: str) -> str:
    head = label.lstrip("(0123456789一二三四五六七八九十")
    return head.lstrip(")、.:") if head != label else label


def payees(table: Table, row: Row) -> int:
    """Return how many payees a row sums over: its own head-count where it states one, else the items of the table."""
    counts = [
        int(amount.number)
        for column, cell in zip(table.columns, row.cells, strict=True)
        if column.kind == "count" and (amount := amount_of(cell)) is not None and (amount.unit or column.unit) in PAYEES
    ]
    return max([*counts, len(top_rows(table))])
