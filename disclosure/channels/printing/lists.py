"""Lists of names for paper: groups as head rows with their sums, a rate that never changes said once, totals in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from markupsafe import escape

from disclosure.basis.numbers import print_amount
from disclosure.channels.printing.content import Cell
from disclosure.channels.printing.content import Column
from disclosure.channels.printing.content import Grid
from disclosure.channels.printing.content import Head
from disclosure.channels.printing.content import Line
from disclosure.channels.printing.metrics import natural
from disclosure.channels.printing.metrics import plain

_LEAST_ROWS = 18
_WIDEST_NAME = 12
_MOST_COLUMNS = 6
_LEAST_IN_GROUP = 3
_GROUP = re.compile(r"组别|.*小组|.*组|自然村|村庄")
_RATE = re.compile(r".*(标准|单价|定额)")
_FIGURE = re.compile(r"[−-]?[0-9][0-9,]*(?:\.[0-9]+)?")
_COUNTED = re.compile(r"[0-9,]+ *([^0-9，。]+)")


class Said(NamedTuple):
    """What a list says once instead of in every row: label, figure as markup, unit."""

    label: str
    html: str
    unit: str


def is_list(lines: Sequence[Line], columns: int, several_levels: bool) -> bool:
    """Tell whether rows may run in several columns of the sheet: many short rows under a simple head."""
    if several_levels or len(lines) < _LEAST_ROWS or any(line.kind in ("of", "under", "edge") for line in lines):
        return False
    widths = [natural(cell.html) for line in lines for cell in line.cells if cell is not None and "s" in cell.css.split()]
    return max(widths, default=0) <= _WIDEST_NAME and columns <= _MOST_COLUMNS


def tidied(grid: Grid, count: str) -> tuple[Grid, tuple[Said, ...]]:
    """Return a list without a rate that is the same in every row, and its groups as head rows; and the rates.

    ``count``: how many the list names («72 户»), for the word that counts a group's.
    """
    if grid.look != "list":
        return grid, ()
    rates = [at for at, column in enumerate(grid.columns) if _RATE.fullmatch(column.label) and _same(grid, at)]
    said = tuple(_said_once(grid, at) for at in rates)
    return _hung(_grouped(_without(grid, rates), count)), said


def _same(grid: Grid, at: int) -> bool:
    """Tell whether a column of figures says one thing in every row and nothing in the totals."""
    own = len(grid.lines) - grid.foot
    items = {_text(line, at) for line in grid.lines[:own] if line.kind == "item"}
    others = {_text(line, at) for line in grid.lines if line.kind != "item"}
    return "r" in grid.columns[at].css.split() and len(items) == 1 and items != {""} and others <= {"", *items}


def _text(line: Line, at: int) -> str:
    cell = line.cells[at]
    return plain(cell.html) if cell is not None else ""


def _said_once(grid: Grid, at: int) -> Said:
    cell = next(line.cells[at] for line in grid.lines if line.kind == "item")
    return Said(grid.columns[at].label, cell.html if cell is not None else "", grid.columns[at].unit)


def _without(grid: Grid, gone: Sequence[int]) -> Grid:
    """Return the grid without some of its columns."""
    if not gone:
        return grid
    kept = [at for at in range(len(grid.columns)) if at not in gone]
    columns = tuple(grid.columns[at] for at in kept)
    lines = tuple(line._replace(cells=tuple(line.cells[at] for at in kept)) for line in grid.lines)
    return replace(grid, columns=columns, heads=(heads_of(columns),), lines=lines, label_at=kept.index(grid.label_at))


def heads_of(columns: Sequence[Column]) -> tuple[Head, ...]:
    """Return the only row of a simple head."""
    return tuple(Head(column.label, column.unit, column.css, 1, 1, at) for at, column in enumerate(columns))


def _grouped(grid: Grid, count: str) -> Grid:
    """Return the grid with the column that names groups turned into head rows, where each group stands in one run."""
    at = next((at for at, column in enumerate(grid.columns) if at != grid.label_at and _GROUP.fullmatch(column.label)), -1)
    own = len(grid.lines) - grid.foot
    runs = [(name, list(run)) for name, run in groupby(grid.lines[:own], lambda line: _text(line, at))] if at >= 0 else []
    names = [name for name, _ in runs]
    plainly = all(line.kind == "item" for line in grid.lines[:own]) and not any(_text(line, at) for line in grid.lines[own:])
    if len(runs) < 2 or not plainly or "" in names or len(set(names)) < len(names) or own < _LEAST_IN_GROUP * len(runs):
        return grid
    summed = _summed(grid, own)
    word = found[1] if (found := _COUNTED.fullmatch(count)) else ""
    lines: list[Line] = []
    for name, run in runs:
        lines += [_group_head(grid, name, run, summed, word), *run]
    return _without(replace(grid, lines=(*lines, *grid.lines[own:])), [at])


def _summed(grid: Grid, own: int) -> list[int]:
    """Return the columns a group can be summed in: the totals have a figure there, and every row a figure or nothing."""
    totals = grid.lines[own:]
    return [
        at
        for at, column in enumerate(grid.columns)
        if "r" in column.css.split()
        and any(_FIGURE.fullmatch(_text(line, at)) for line in totals)
        and all(not _text(line, at) or _FIGURE.fullmatch(_text(line, at)) for line in grid.lines[:own])
    ]


def _group_head(grid: Grid, name: str, run: Sequence[Line], summed: Sequence[int], word: str) -> Line:
    cells: list[Cell | None] = [Cell("", column.css) for column in grid.columns]
    for at in summed:
        cells[at] = Cell(_sum([_text(line, at) for line in run]), grid.columns[at].css)
    counted = f" {len(run)}\u00a0{escape(word)}" if word else ""
    cells[grid.label_at] = Cell(f"{escape(name)}{counted}", "s")
    return Line("grp", tuple(cells), keep=True)


def _sum(figures: Sequence[str]) -> str:
    amounts = [Decimal(text.replace(",", "").replace("−", "-")) for text in figures if text]
    places = max((len(text.partition(".")[2]) for text in figures), default=0)
    return print_amount(sum(amounts, Decimal(0)), places) if amounts else ""


def _hung(grid: Grid) -> Grid:
    """Let a group's name begin under the numbers: names then need no more room than a name."""
    if not grid.columns or grid.columns[0].css != "n":
        return grid
    return replace(grid, lines=tuple(_hung_line(line, grid.label_at) for line in grid.lines))


def _hung_line(line: Line, label: int) -> Line:
    name = line.cells[label]
    if line.kind != "grp" or name is None:
        return line
    return line._replace(cells=(name._replace(cols=label + 1), *[None] * label, *line.cells[label + 1 :]))


def total_grid(grid: Grid) -> tuple[Grid, Grid] | None:
    """Return a list without its totals, and these as a line of words below: no column need be as wide as a sum."""
    if grid.look != "list" or not grid.foot:
        return None
    own = len(grid.lines) - grid.foot
    lines = tuple(Line("tot", (Cell(_said(grid, line), "s"),)) for line in grid.lines[own:])
    below = Grid(f"{grid.id}-total", "", "total", (Column("", "", "s"),), (), lines, five=False)
    return replace(grid, lines=grid.lines[:own], foot=0), below


def _said(grid: Grid, line: Line) -> str:
    """Return «合计 面积 402.98 亩，金额 37,235.38 元»."""
    figures = []
    for at, (column, cell) in enumerate(zip(grid.columns, line.cells, strict=True)):
        if cell is not None and cell.html and at != grid.label_at and column.css != "n":
            unit = f"\u00a0{column.unit}" if column.unit else ""
            figures.append(f"{escape(column.label)} {cell.html}{unit}")
    label = line.cells[grid.label_at]
    return f"{label.html if label else ''} {'，'.join(figures)}"
