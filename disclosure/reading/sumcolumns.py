"""Which columns a 合计 column adds up, and which column a 其中 column is part of; silent where that is not plain."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from disclosure.basis.text import normalise_label
from disclosure.basis.units import is_money
from disclosure.reading.figures import ZERO
from disclosure.reading.figures import Figures
from disclosure.reading.figures import is_added
from disclosure.reading.labels import ADDED
from disclosure.reading.labels import TOTALS
from disclosure.reading.table import Column
from disclosure.reading.table import Role
from disclosure.reading.table import Table

Operands = tuple[int, ...]


def is_total_column(column: Column) -> bool:
    """Tell whether a column is called a total: 合计, 小计, or stands under a heading 合计."""
    names = (column.label, *column.group)
    return any(normalise_label(name) in TOTALS for name in names)


def whole_of(table: Table, index: int) -> int:
    """Return the column that a 其中 column is part of: the one its group names, else the next counted one on its left; -1 for none."""
    column = table.columns[index]
    if not column.of_which or column.kind not in ADDED:
        return -1
    for other, candidate in enumerate(table.columns):
        if column.group and other != index and candidate.kind in ADDED and normalise_label(candidate.path) == normalise_label("/".join(column.group)):
            return other
    if column.group and not column.group[-1].startswith("其中"):
        return -1
    left = [i for i in range(index) if table.columns[i].kind in ADDED and not table.columns[i].of_which and _alike(table.columns[i], column)]
    return left[-1] if left and table.columns[left[-1]].group == column.group[:-1] else -1


def _alike(one: Column, other: Column) -> bool:
    """Tell whether two columns hold the same thing: one unit (or money in any), one kind unless only guessed from cells."""
    same_unit = one.unit == other.unit or (is_money(one.unit or "元") and is_money(other.unit or "元") and one.kind == other.kind == "money")
    return same_unit and (one.kind == other.kind or "quantity" in (one.kind, other.kind))


def column_totals(figures: Figures) -> Iterator[tuple[int, Operands]]:
    """Yield every 合计 column with the columns it adds up, where that holds in most rows and so is what is meant."""
    columns = figures.table.columns
    for target, column in enumerate(columns):
        if is_total_column(column) and is_added(column) and not column.of_which:
            found = _chosen(figures, target, _candidates(columns, target))
            if found:
                yield target, found


def _candidates(columns: tuple[Column, ...], target: int) -> list[Operands]:
    """Return the sets of columns a total may add up, the plainest first."""
    column = columns[target]
    alike = [i for i, c in enumerate(columns) if i != target and is_added(c) and not c.of_which and _alike(c, column)]
    pool = [i for i in alike if not is_total_column(columns[i])]
    if any(normalise_label(name) in TOTALS for name in column.group):
        return [tuple(i for i in pool if columns[i].group and columns[i].group != column.group), tuple(pool)]
    if column.group:
        inside = tuple(i for i in pool if columns[i].group == column.group)
        return [inside, tuple(i for i in pool if columns[i].group[: len(column.group)] == column.group)]
    left = _runs([i for i in pool if i < target])
    right = _runs([i for i in pool if i > target][::-1])
    totals = tuple(i for i in alike if is_total_column(columns[i]))
    return [*left, *right, tuple(pool), totals]


def _runs(pool: list[int]) -> list[Operands]:
    """Return the columns nearest to the total, all of them first, then ever fewer, at least two."""
    return [tuple(sorted(pool[start:])) for start in range(max(0, len(pool) - 1))]


def _chosen(figures: Figures, target: int, candidates: list[Operands]) -> Operands:
    """Return the set that holds in more than half of the rows that can be compared, in most rows of all sets.

    Half of the rows are enough for the plainest set and for the columns under one heading, which the head says belong together.
    """
    best: Operands = ()
    best_held = 0
    columns = figures.table.columns
    for place, operands in enumerate(candidates):
        if len(operands) < 2:
            continue
        held, compared = _held(figures, target, operands)
        meant = place == 0 or _is_heading(columns, operands)
        plain = held * 2 > compared or (meant and held * 2 == compared)
        if held and plain and held > best_held:
            best, best_held = operands, held
    return best


def _is_heading(columns: tuple[Column, ...], operands: Operands) -> bool:
    """Tell whether these are all the added columns under one heading: 已参保人数/一档, 二档, 特殊对象."""
    group = columns[operands[0]].group
    return bool(group) and operands == tuple(i for i, c in enumerate(columns) if c.group == group and is_added(c) and not c.of_which)


def _held(figures: Figures, target: int, operands: Operands) -> tuple[int, int]:
    """Count in how many rows a total agrees with the columns, and in how many it could be compared."""
    totals = figures.column(target)
    parts = [figures.column(column) for column in operands]
    held = compared = 0
    for index, row in enumerate(figures.table.rows):
        total = totals[index]
        if total.state != "figure" or row.role is Role.RATE:
            continue
        cells = [part[index] for part in parts]
        if any(cell.state in ("words", "unstated") for cell in cells) or not any(cell.state == "figure" for cell in cells):
            continue
        added: Decimal = sum((cell.value for cell in cells), ZERO)
        compared += 1
        held += added == total.value
    return held, compared
