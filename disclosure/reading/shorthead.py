"""A head that lost a name: all rows have a cell more than it, and would be read one column off from there on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.span import Span
from disclosure.reading.columnnames import look_up
from disclosure.reading.columnnames import names_in
from disclosure.reading.nodes import Grid
from disclosure.reading.nodes import RawCell
from disclosure.reading.nodes import RawRow
from disclosure.reading.table import Column

_ODD_ONE_IN = 5
"""One row in so many may be of another width and nearly all still agree."""

_SURE = 2
"""One row with a cell too many may be a slip of the row as well; so many are none."""


def too_wide(rows: Sequence[tuple[list[RawCell], Span]], width: int) -> tuple[RawRow, ...]:
    """Return the rows as typed, at one width, where nearly all have the same number of cells more than the head; else ()."""
    filled = [(cells, span) for cells, span in rows if any(cell.text for cell in cells)]
    widest = max((_filled(cells) for cells, _ in filled), default=0)
    agreeing = sum(len(cells) >= widest for cells, _ in filled)
    if widest <= width or (len(filled) - agreeing) * _ODD_ONE_IN > len(filled):
        return ()
    return tuple(RawRow((*cells[:widest], *[None] * (widest - len(cells))), span) for cells, span in filled)


def _filled(cells: list[RawCell]) -> int:
    return max((index + 1 for index, cell in enumerate(cells) if cell.text), default=0)


class _Gap(NamedTuple):
    """Where in a head a column's name is missing, and the name that stands before it (else behind it)."""

    column: Column
    at: int
    before: str
    after: str


def with_head(grid: Grid, problems: list[Diagnostic], columns: tuple[Column, ...] | None, table: str) -> tuple[Grid, list[Diagnostic]]:
    """Return the grid with the missing name put into its head where the category tells which; without heads where nothing does.

    One finding stands for all rows that are too wide.
    """
    if not grid.wide:
        return grid, problems
    lacking = len(grid.wide[0].cells) - len(grid.heads)
    untyped = _untyped(grid.heads, columns or ())
    required = [column for column in untyped if column.required]
    known = required[0] if lacking == 1 and len(required) == 1 else None
    if known is None and len(grid.wide) < _SURE:
        return grid, problems
    gap = _gap(grid.heads, known, columns or ()) if known else None
    others = "、".join(column.label for column in untyped) if known is None else ""
    told = _finding(grid, table, lacking, known, gap, others)
    kept = [*(one for one in problems if one.slug != "row-width"), told]
    if gap is None:
        return Grid((), (), grid.span), kept
    return replace(grid, heads=_filled_in(grid.heads, gap), rows=grid.wide, wide=()), kept


def _finding(grid: Grid, table: str, lacking: int, known: Column | None, gap: _Gap | None, others: str) -> Diagnostic:
    shown = {
        "table": table,
        "expected": len(grid.heads),
        "found": len(grid.heads) + lacking,
        "column": known.label if known else "",
        "lacking": "" if known else lacking,
        "before": gap.before if gap else "",
        "after": gap.after if gap else "",
        "unplaced": "" if gap else "照原表",
        "others": others,
    }
    return Diagnostic("head-short", grid.heads[0].span, shown)


def _untyped(heads: tuple[RawCell, ...], columns: tuple[Column, ...]) -> list[Column]:
    names = names_in(columns)
    typed = [look_up(head.text, names) for head in heads]
    return [column for column in columns if column not in typed]


def _gap(heads: tuple[RawCell, ...], column: Column, columns: tuple[Column, ...]) -> _Gap | None:
    """Return where a column is missing: between its neighbours of the category, which must stand side by side."""
    names = names_in(columns)
    typed = {one.id: index for index, head in enumerate(heads) if (one := look_up(head.text, names)) is not None}
    own = columns.index(column)
    before = next((typed[one.id] for one in reversed(columns[:own]) if one.id in typed), None)
    after = next((typed[one.id] for one in columns[own + 1 :] if one.id in typed), None)
    if before is not None and (after is None or after == before + 1):
        return _Gap(column, before + 1, heads[before].text, "")
    return _Gap(column, after, "", heads[after].text) if before is None and after is not None else None


def _filled_in(heads: tuple[RawCell, ...], gap: _Gap) -> tuple[RawCell, ...]:
    near = heads[gap.at - 1].span if gap.at else heads[0].span
    offset = near.end if gap.at else near.start
    place = near._replace(column=near.column + offset - near.start, start=offset, end=offset)
    return (*heads[: gap.at], RawCell(gap.column.label, place), *heads[gap.at :])
