"""A wide table of a few rows is turned: each row becomes a column, each column a line with its name before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from disclosure.channels.printing.content import Block
from disclosure.channels.printing.content import Cell
from disclosure.channels.printing.content import Column
from disclosure.channels.printing.content import Grid
from disclosure.channels.printing.content import Line
from disclosure.channels.printing.lists import heads_of
from disclosure.channels.printing.metrics import natural
from disclosure.channels.printing.metrics import plain

_MOST_ROWS = 4
_LEAST_COLUMNS = 7
_WORDS = 6.0
"""A cell wider than this, in em, is words that want to stand at the left."""


def turned(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with every wide table of a few rows turned."""
    return tuple(_turned(block) if isinstance(block, Grid) and _may_turn(block) else block for block in blocks)


def _may_turn(grid: Grid) -> bool:
    own = len(grid.lines) - grid.foot
    return (
        grid.look == "plain"
        and len(grid.heads) == 1
        and len(grid.columns) >= _LEAST_COLUMNS
        and 0 < own <= _MOST_ROWS
        and grid.foot <= 1
        and all(line.kind == "item" for line in grid.lines[:own])
        and all(cell is not None and cell.cols == 1 for line in grid.lines for cell in line.cells)
    )


def _turned(grid: Grid) -> Grid:
    numbered = grid.columns[0].css == "n"
    css = "x" if _has_words(grid) else "r"
    first = grid.columns[grid.label_at]
    names = [_name(line, grid.label_at, numbered) for line in grid.lines]
    columns = (Column(first.label, "", "s d"), *(Column(name, "", css) for name in names))
    lines = [_measure(grid, at, css) for at in range(len(grid.columns)) if at != grid.label_at and not (numbered and at == 0)]
    return replace(grid, columns=columns, heads=(heads_of(columns),), lines=tuple(lines), foot=0, label_at=0, five=False)


def _has_words(grid: Grid) -> bool:
    return any(
        natural(cell.html) > _WORDS
        for line in grid.lines
        for at, cell in enumerate(line.cells)
        if cell is not None and at != grid.label_at and not grid.columns[at].stiff
    )


def _name(line: Line, label: int, numbered: bool) -> str:
    """Return «1 袁永福»: what stands over a row's column."""
    number, name = line.cells[0], line.cells[label]
    words = (number.html if numbered and number is not None else "", name.html if name is not None else "")
    return " ".join(plain(text) for text in words if text)


def _measure(grid: Grid, at: int, css: str) -> Line:
    """Return one column as a line: its name with its unit, then its cells."""
    column = grid.columns[at]
    name = f"{column.label}<small> {column.unit}</small>" if column.unit else column.label
    cells = [line.cells[at] for line in grid.lines]
    return Line("item", (Cell(name, "d"), *(Cell(cell.html if cell is not None else "", css) for cell in cells)))
