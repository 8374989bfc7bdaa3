"""One table cut into the parts that stand side by side, as read or as 版式 并排 has it; looks, never data."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from disclosure.reading.panels import side_of
from disclosure.reading.table import Side
from disclosure.reading.table import Table

T = TypeVar("T")


def split_panels(table: Table) -> list[Table]:
    """Return the sides a table was read in, else what 版式 并排 names: rows with what hangs under them, or values of a column."""
    if table.sides:
        return [_side(table, side, f"{table.id}-{at}") for at, side in enumerate(table.sides, 1)]
    for way in (_by_heads, _by_rows, _by_values):
        parts = [part for part in (way(table, name) for name in table.layout.panels) if part is not None]
        if len(parts) == len(table.layout.panels):
            return parts
    return []


def _side(table: Table, side: Side, name: str) -> Table:
    part = side_of(table, side)
    heads = {column.group[:1] for column in part.columns}
    if len(heads) > 1 or () in heads:
        return replace(part, id=name, label="")
    group = part.columns[0].group[0]
    columns = tuple(replace(column, group=column.group[1:]) for column in part.columns)
    return replace(part, id=f"{table.id}-{group}", label=group, columns=columns)


def _by_heads(table: Table, name: str) -> Table | None:
    at = [index for index, column in enumerate(table.columns) if column.group[:1] == (name,)]
    if not at:
        return None
    columns = tuple(replace(table.columns[index], group=table.columns[index].group[1:]) for index in at)
    rows = tuple(replace(row, cells=tuple(row.cells[index] for index in at)) for row in table.rows if any(row.cells[index].text for index in at))
    return replace(table, id=f"{table.id}-{name}", label=name, columns=columns, rows=rows)


def _by_values(table: Table, name: str) -> Table | None:
    for index, column in enumerate(table.columns):
        if column.personal is None and any(row.cells[index].text == name for row in table.rows):
            rows = tuple(replace(row, cells=_without(row.cells, index), parent=-1) for row in table.rows if row.cells[index].text == name)
            return replace(table, id=f"{table.id}-{name}", label=name, columns=_without(table.columns, index), rows=rows)
    return None


def _without(items: tuple[T, ...], index: int) -> tuple[T, ...]:
    return (*items[:index], *items[index + 1 :])


def _by_rows(table: Table, name: str) -> Table | None:
    for at, row in enumerate(table.rows):
        if name in (row.label, row.label.lstrip("一二三四五六七八九十、")):
            end = next((index for index in range(at + 1, len(table.rows)) if table.rows[index].level <= row.level), len(table.rows))
            if end > at + 1:
                return replace(table, id=f"{table.id}-{name}", label=name, rows=table.rows[at:end])
    return None
