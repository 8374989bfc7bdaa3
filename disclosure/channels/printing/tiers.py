"""A table too wide for its sheet becomes two or more, one under the other: number and name stand in each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from disclosure.channels.printing import measure
from disclosure.channels.printing.content import Block
from disclosure.channels.printing.content import Cell
from disclosure.channels.printing.content import Grid
from disclosure.channels.printing.content import Head
from disclosure.channels.printing.content import Line
from disclosure.channels.printing.formats import MM_PER_PT
from disclosure.channels.printing.formats import SMALL
from disclosure.channels.printing.formats import UNIT
from disclosure.channels.printing.formats import Format

MOST = 6
_WIDE = 8
_TITLE = "续栏（行号与上表相同）"


def tiered(blocks: Sequence[Block], form: Format) -> tuple[Block, ...]:
    """Return the blocks with every table that cannot stand in legible letters cut into tiers that can."""
    made: list[Block] = []
    for block in blocks:
        made.extend(_tiers(block, form) if isinstance(block, Grid) and block.look != "facts" else (block,))
    return tuple(made)


def halved(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with every wide table in two tiers."""
    made: list[Block] = []
    for block in blocks:
        wide = isinstance(block, Grid) and block.look == "plain" and len(block.columns) >= _WIDE
        made.extend(cut(block, 2) if isinstance(block, Grid) and wide else (block,))
    return tuple(made)


def _tiers(grid: Grid, form: Format) -> tuple[Grid, ...]:
    for count in range(1, MOST + 1):
        parts = cut(grid, count)
        if all(_stands(part, form) for part in parts):
            return parts
    return (grid,)


def _stands(grid: Grid, form: Format) -> bool:
    scale = measure.scale_of(grid, form, form.legible)
    em = form.legible * MM_PER_PT
    return measure.column_widths(grid, measure.wants(grid, scale), em, form.main_width, form.cell) is not None


def cut(grid: Grid, count: int) -> tuple[Grid, ...]:
    """Return the grid in ``count`` tiers of about equal width, cut between headings; itself for one."""
    kept = [at for at, column in enumerate(grid.columns) if column.css == "n" or at == grid.label_at]
    runs = _runs(grid, kept)
    if count <= 1 or len(runs) < count:
        return (grid,)
    widths = [sum(_width(grid, at) for at in run) for run in runs]
    goal = sum(widths) / count
    tiers: list[list[int]] = [[]]
    used = 0.0
    for left, (run, width) in enumerate(zip(runs, widths, strict=True)):
        if (tiers[-1] and (used + width / 2 > goal * len(tiers)) and len(tiers) < count) or len(runs) - left == count - len(tiers):
            tiers.append([])
        tiers[-1].extend(run)
        used += width
    return tuple(_tier(grid, sorted({*kept, *tier}), at) for at, tier in enumerate(tiers) if tier)


def _width(grid: Grid, at: int) -> float:
    scale = measure.Scale(1.0, SMALL, UNIT)
    body, _ = measure.body_wants(grid, at, scale)
    return min(12.0, max(body, measure.head_width(grid.columns[at], scale, 2))) + 1.0


def _runs(grid: Grid, kept: Sequence[int]) -> list[list[int]]:
    """Return the other columns, those under one heading together."""
    together: dict[int, int] = {}
    for row in grid.heads[:1]:
        for head, first in measure.placed(grid, row):
            together.update(dict.fromkeys(range(first, first + head.cols), first))
    runs: dict[int, list[int]] = {}
    for at in range(len(grid.columns)):
        if at not in kept:
            runs.setdefault(together.get(at, at), []).append(at)
    return list(runs.values())


def _tier(grid: Grid, columns: Sequence[int], tier: int) -> Grid:
    places = {at: place for place, at in enumerate(columns)}
    lines = [line for line in (_line(line, columns, tier) for line in grid.lines) if line is not None]
    own = len(lines) - grid.foot
    foot = [line for line in lines[own:] if _says_more(line, places[grid.label_at])]
    return replace(
        grid,
        id=f"{grid.id}-{tier}" if tier else grid.id,
        title=grid.title if not tier else _TITLE,
        columns=tuple(grid.columns[at] for at in columns),
        heads=_heads(grid, places),
        lines=(*lines[:own], *foot),
        foot=len(foot),
        label_at=places[grid.label_at],
        columns_most=1,
    )


def _says_more(line: Line, label: int) -> bool:
    return any(cell is not None and cell.html for at, cell in enumerate(line.cells) if at != label)


def _heads(grid: Grid, places: dict[int, int]) -> tuple[tuple[Head, ...], ...]:
    rows = []
    for row in grid.heads:
        made = []
        for head, first in measure.placed(grid, row):
            inside = [at for at in range(first, first + head.cols) if at in places]
            if inside:
                made.append(head._replace(cols=len(inside), column=places[head.column] if head.column >= 0 else -1))
        rows.append(tuple(made))
    return tuple(rows)


def _line(line: Line, columns: Sequence[int], tier: int) -> Line | None:
    """Return the cells of a line that belong to a tier; notes under a row stand in the first tier alone."""
    if line.kind == "under":
        return None if tier else line._replace(cells=_note(line, len(columns)))
    cells = [line.cells[at] for at in columns]
    return line._replace(cells=tuple(cells), keep=line.keep and (not tier or line.kind == "grp"), close=line.close and not tier)


def _note(line: Line, count: int) -> tuple[Cell | None, ...]:
    at = next(place for place, cell in enumerate(line.cells) if (cell is not None and cell.cols > 1) or (cell is not None and cell.html))
    note = line.cells[at]
    lead = min(at, count - 1)
    blank: list[Cell | None] = [Cell("")] * lead
    return (*blank, note._replace(cols=count - lead) if note else None, *[None] * (count - lead - 1))
