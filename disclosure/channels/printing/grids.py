"""A table of a view becomes a grid for paper: no vouchers, parts said in one line, notes under their row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from markupsafe import escape

from disclosure.channels.printing.content import Block
from disclosure.channels.printing.content import Cell
from disclosure.channels.printing.content import Column
from disclosure.channels.printing.content import Grid
from disclosure.channels.printing.content import Head
from disclosure.channels.printing.content import Line
from disclosure.channels.printing.lists import is_list
from disclosure.channels.printing.metrics import inline
from disclosure.channels.printing.metrics import natural
from disclosure.channels.printing.metrics import plain
from disclosure.views.model import CellView
from disclosure.views.model import FactView
from disclosure.views.model import RowView
from disclosure.views.model import TableView

_KINDS = {"item": "item", "of_which": "of", "total": "tot", "edge": "edge", "rate": "rate", "group": "grp"}
_DAY = re.compile(r"(\d{1,2})月(\d{1,2}日)")
_MOST_PARTS = 3
_TURNED = 14
_RARE = 0.34
"""A column of words that fewer of the rows fill takes more room than it gives."""
_NUMBER = Column("号", "", "n")


def grids(table: TableView, several: bool, month: str = "") -> tuple[Grid, ...]:
    """Return the grid of a table; several for panels that cannot stand side by side.

    ``month``: the month («10») that is the whole period of the filing: a cash book's days need not repeat it.
    """
    if table.panels:
        parts = [_plain_grid(panel, True) for panel in table.panels]
        return (_beside(table, parts, several),) if len(parts) == 2 else tuple(parts)
    if "transposed" in table.style and not table.groups and len(table.body) + len(table.foot) <= _TURNED:
        return (_turned(table, several),)
    return (_plain_grid(table, several, month),)


def _plain_grid(table: TableView, several: bool, month: str = "") -> Grid:
    kept = _kept(table)
    shift = 1 if table.numbered else 0
    columns = ([_NUMBER] if shift else []) + _columns(table, kept)
    label = shift + next((place for place, at in enumerate(kept) if at >= table.label_at), 0)
    short_days = _short_days(table, kept, month)
    if short_days >= 0:
        columns[shift + short_days] = columns[shift + short_days]._replace(label="日")
    body = _lines(table, table.body, kept, label, short_days)
    foot = _lines(table, table.foot, kept, label, short_days)
    look = "ledger" if _is_ledger(table) else "list" if is_list(body, len(table.columns), bool(table.groups)) else "plain"
    return Grid(
        id=table.id,
        title=_title(table, several),
        look=look,
        columns=tuple(columns),
        heads=_heads(table, kept, columns, shift),
        lines=(*body, *foot),
        foot=len(foot),
        label_at=label,
        columns_most=3 if look == "list" else 1,
        five=len(body) >= 6 and look != "list",
    )


def _is_ledger(table: TableView) -> bool:
    return table.style.startswith("ledger")


def _kept(table: TableView) -> list[int]:
    """Return the columns that are printed as such: no vouchers, and no words that few rows of a cash book have."""
    rare = _rare(table)
    return [at for at, column in enumerate(table.columns) if "vo" not in column.css.split() and at not in rare]


def _rare(table: TableView) -> tuple[int, ...]:
    """Return the columns of words in a cash book that few rows fill: these rows say them in a line below."""
    if not _is_ledger(table) or table.groups:
        return ()
    return tuple(at for at in range(len(table.columns)) if at != table.label_at and _is_rare(table, at))


def _is_rare(table: TableView, at: int) -> bool:
    if _kind(table.columns[at].css) != "x" or "vo" in table.columns[at].css.split():
        return False
    filled = [row.role for row in (*table.body, *table.foot) if at >= len(row.cells) or not row.cells[at].empty]
    return set(filled) == {"item"} and len(filled) <= _RARE * len(table.body)


def _columns(table: TableView, kept: Sequence[int]) -> list[Column]:
    columns: list[Column] = []
    for at in kept:
        column = table.columns[at]
        css = "s" if at == table.label_at else _kind(column.css)
        after = bool(columns) and "r" in columns[-1].css.split() and css != "r"
        columns.append(Column(column.label, column.unit, f"{css} far" if after else css))
    return columns


def _kind(css: str) -> str:
    """Return which of our kinds a view's column is: figures, days, names of rows, accounts, any words."""
    classes = css.split()
    return next((kind for kind in ("r", "d", "s", "a") if kind in classes), "x")


def _title(table: TableView, several: bool) -> str:
    head = table.caption.split("。")[0] or table.label
    return head if several or "（摘录）" in head else ""


def _short_days(table: TableView, kept: Sequence[int], month: str) -> int:
    """Return which kept column of a cash book holds days of this month and no other, else -1."""
    for place, at in enumerate(kept):
        if month and _is_ledger(table) and table.columns[at].label == "日期":
            found = [_DAY.fullmatch(plain(row.cells[at].html)) for row in table.body if not row.cells[at].empty]
            return place if {day[1] if day else "" for day in found} == {month} else -1
    return -1


def _lines(table: TableView, rows: Sequence[RowView], kept: Sequence[int], label: int, days: int) -> list[Line]:
    lines: list[Line] = []
    skip = 0
    rows = _unmerged(table, rows)
    for at, row in enumerate(rows):
        if skip:
            skip -= 1
            continue
        skip = _said_in_line(table, rows, at)
        lines.extend(_row_lines(table, row, kept, (label, days), bool(skip)))
    return [_kept_with_next(line, lines[at + 1] if at + 1 < len(lines) else None) for at, line in enumerate(lines)]


def _unmerged(table: TableView, rows: Sequence[RowView]) -> Sequence[RowView]:
    """Return rows in which a cell merged down stands in its first row and is blank below: a sheet may end anywhere."""
    if not any(cell.rows > 1 for row in rows for cell in row.cells):
        return rows
    covered = [0] * len(table.columns)
    made = []
    for row in rows:
        own = iter(row.cells)
        short = len(row.cells) < len(covered)
        cells = []
        for at, left in enumerate(covered):
            if left and short:
                covered[at] -= 1
                cells.append(CellView("", table.columns[at].css, "", True))
            else:
                cell = next(own)
                covered[at] = cell.rows - 1
                cells.append(cell._replace(rows=1))
        made.append(replace(row, cells=tuple(cells)))
    return made


def _kept_with_next(line: Line, following: Line | None) -> Line:
    keep = line.kind == "grp" or (following is not None and following.kind in ("of", "under"))
    close = following is not None and following.kind == "under"
    return line._replace(keep=keep and following is not None, close=close)


def _said_in_line(table: TableView, rows: Sequence[RowView], at: int) -> int:
    """Return how many rows of parts behind this row its one line of parts stands for."""
    parts = rows[at].parts
    following = rows[at + 1 : at + 1 + len(parts)]
    if not 0 < len(parts) <= _MOST_PARTS or len(following) < len(parts):
        return 0
    simple = all(row.role == "of_which" and _figures(row) <= 1 and _words(table, row) == 0 for row in following)
    return len(parts) if simple else 0


def _figures(row: RowView) -> int:
    return sum(not cell.empty and cell.css.startswith("r") for cell in row.cells)


def _words(table: TableView, row: RowView) -> int:
    return sum(not cell.empty and not cell.css.startswith("r") and at != table.label_at for at, cell in enumerate(row.cells))


def _row_lines(table: TableView, row: RowView, kept: Sequence[int], places: tuple[int, int], inline_parts: bool) -> list[Line]:
    columns = _columns(table, kept)
    label, days = places
    shift = 1 if table.numbered else 0
    cells = [_cell(row.cells[at], column.css) for at, column in zip(kept, columns, strict=True)]
    if days >= 0:
        cells[days] = cells[days]._replace(html=_DAY.sub(r"\2", plain(str(cells[days].html))))
    if shift:
        cells.insert(0, Cell(row.number, "n"))
    lines = [Line(_KINDS.get(row.role, "item"), tuple(cells), level=row.level)]
    said = [_parts(row.parts)] if inline_parts else []
    said += [f"{escape(table.columns[at].label)} {row.cells[at].html}" for at in _rare(table) if not row.cells[at].empty]
    if said:
        lines.append(_note("　".join(said), "part", label, len(cells)))
    return lines + [_note(note.html, f"qa {note.kind}", label, len(cells)) for note in row.under]


def _cell(cell: CellView, css: str) -> Cell:
    return Cell(inline(cell.html), css)


def _parts(parts: tuple[tuple[str, str], ...]) -> str:
    said = [f"{inline(words)} {figure}".strip() for words, figure in parts]
    return "，".join([said[0], *(text.removeprefix("其中").strip() for text in said[1:])])


def _note(html: str, kind: str, label: int, columns: int) -> Line:
    cells: list[Cell | None] = [Cell("") for _ in range(label)]
    return Line("under", (*cells, Cell(inline(html), f"s {kind}", cols=columns - label), *[None] * (columns - label - 1)))


def _heads(table: TableView, kept: Sequence[int], columns: Sequence[Column], shift: int) -> tuple[tuple[Head, ...], ...]:
    """Return the rows of the head; a leaf without headings above it spans up to the top."""
    depth = len(table.groups)
    paths = [("",) * depth] * shift + _paths(table, kept)
    rows = []
    for level in range(depth + 1):
        row: list[Head] = []
        keys = [_head_key(path, level, at) for at, path in enumerate(paths)]
        for key, run in groupby(range(len(columns)), keys.__getitem__):
            places = list(run)
            if key[0] == "group":
                row.append(Head(str(key[-1]), "", "g", len(places)))
            elif key[0] == "leaf":
                column = columns[places[0]]
                row.append(Head(column.label, column.unit, column.css, 1, depth + 1 - level, places[0]))
        rows.append(tuple(row))
    return tuple(rows)


def _head_key(path: tuple[str, ...], level: int, at: int) -> tuple[object, ...]:
    depth = next((i for i, text in enumerate(path) if not text), len(path))
    if level < depth:
        return ("group", path[: level + 1], path[level])
    return ("leaf", at) if level == depth else ("covered", at)


def _paths(table: TableView, kept: Sequence[int]) -> list[tuple[str, ...]]:
    levels = [[head.text for head in level for _ in range(head.columns)] for level in table.groups]
    return [tuple(level[at] if at < len(level) else "" for level in levels) for at in kept]


def _turned(table: TableView, several: bool) -> Grid:
    """Return the table with its rows as columns (版式 转置): each line one measure with its own unit."""
    rows = [*table.body, *table.foot]
    at = table.label_at
    first = table.columns[at]
    columns = [Column(first.label, "", "s"), *(Column(plain(row.cells[at].html), "", "r") for row in rows)]
    lines = [Line("item", (Cell("号", "s"), *(Cell(f"<b>{row.number}</b>" if row.number else "", "r") for row in rows)))] if table.numbered else []
    for place, column in enumerate(table.columns):
        if place == at:
            continue
        name = f'{column.label}<small> {column.unit}</small>' if column.unit else column.label
        cells = [Cell(name, "s"), *(Cell(inline(row.cells[place].html), "r") for row in rows)]
        lines.append(Line("item", tuple(cells)))
    heads = (tuple(Head(column.label, "", column.css, 1, 1, place) for place, column in enumerate(columns)),)
    return Grid(table.id, _title(table, several), "plain", tuple(columns), heads, tuple(lines), five=False)


def _beside(table: TableView, parts: Sequence[Grid], several: bool) -> Grid:
    """Return two panels as one grid: left and right halves of the same lines, totals on the last lines of both."""
    left, right = parts
    gap = Column("", "", "gap")
    columns = (*left.columns, gap, *right.columns)
    depth = max(len(left.heads), len(right.heads))
    named = any(panel.label for panel in table.panels)
    gap_head = Head("", "", "gap", 1, depth + named, len(left.columns))
    heads: list[tuple[Head, ...]] = [(Head(left.title, "", "g", len(left.columns)), gap_head, Head(right.title, "", "g", len(right.columns)))] if named else []
    heads.extend((*_level(left, level, depth, 0), *((gap_head,) if not named and level == 0 else ()), *_level(right, level, depth, len(left.columns) + 1)) for level in range(depth))
    body = max(len(left.lines) - left.foot, len(right.lines) - right.foot)
    foot = max(left.foot, right.foot)
    rows = [_pair(left, right, at, body, foot) for at in range(body + foot)]
    return Grid(table.id, table.label if several else "", "plain", columns, tuple(heads), tuple(rows), foot, left.label_at)


def _level(grid: Grid, level: int, depth: int, shift: int) -> tuple[Head, ...]:
    short = depth - len(grid.heads)
    if level < len(grid.heads) - 1:
        return grid.heads[level]
    if level != len(grid.heads) - 1:
        return ()
    return tuple(head._replace(rows=head.rows + short, column=head.column + shift if head.column >= 0 else -1) for head in grid.heads[level])


def _pair(left: Grid, right: Grid, at: int, body: int, foot: int) -> Line:
    halves = [_half(grid, at, body, foot) for grid in (left, right)]
    kinds = {half.kind for half in halves if half.kind}
    kind = kinds.pop() if len(kinds) == 1 else "item"
    sides = [_alone(half, grid.label_at, strong=half.bold and kind == "item") for grid, half in zip((left, right), halves, strict=True)]
    return Line(kind, (*sides[0], Cell("", "gap"), *sides[1]))


def _alone(half: Line, label: int, *, strong: bool) -> tuple[Cell | None, ...]:
    """Return the cells of half a line, set in and bold by themselves: the other half may stand otherwise."""
    return tuple(None if cell is None else _set_alone(cell, half.level if at == label else 0, strong) for at, cell in enumerate(half.cells))


def _set_alone(cell: Cell, level: int, strong: bool) -> Cell:
    if not cell.html:
        return cell
    css = f"{cell.css} strong" if strong and cell.css[:1] != "r" else cell.css
    return cell._replace(html="\u3000" * level + (f"<b>{cell.html}</b>" if strong else cell.html), css=css)


def _half(grid: Grid, at: int, body: int, foot: int) -> Line:
    """Return the line of one half that stands at this height, an empty one where the half has no more."""
    own = len(grid.lines) - grid.foot
    place = at if at < body else own + at - body - (foot - grid.foot)
    inside = (at < own) if at < body else place >= own
    if inside:
        return grid.lines[place]
    return Line("", tuple(Cell("", column.css) for column in grid.columns))


def facts_grid(facts: Sequence[FactView], beside: int) -> Grid:
    """Return facts as lines of label and value, ``beside`` pairs on a line."""
    pairs = [(Cell(fact.label, "k"), Cell(inline(str(fact.html) + _unit(fact)), "v")) for fact in facts]
    return _facts(pairs, beside)


def _unit(fact: FactView) -> str:
    return f"\u00a0{fact.unit}" if fact.unit else ""


def facts_beside(facts: Sequence[FactView], room: float, alone: bool) -> int:
    """Return how many facts stand on one line: what fits ``room`` em, one where facts are all there is."""
    if not facts or (alone and len(facts) <= 10):
        return 1
    for beside in range(min(2 if alone else 4, len(facts)), 1, -1):
        even = -(-len(facts) // -(-len(facts) // beside))
        if sum(_pair_width(facts[at::even]) for at in range(even)) <= room:
            return even
    return 1


def _pair_width(facts: Sequence[FactView]) -> float:
    label = max(natural(fact.label) for fact in facts)
    return label + min(max(natural(str(fact.html) + _unit(fact)) for fact in facts), 24) + 3


def with_narrow_facts(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with half as many facts beside each other."""
    return tuple(_narrow(block) if isinstance(block, Grid) and block.look == "facts" else block for block in blocks)


def _narrow(grid: Grid) -> Grid:
    beside = len(grid.columns) // 2
    cells = [cell for line in grid.lines for cell in line.cells if cell is not None]
    pairs = [pair for pair in zip(cells[::2], cells[1::2], strict=True) if pair[0].html]
    return _facts(pairs, (beside + 1) // 2) if beside > 1 else grid


def _facts(pairs: Sequence[tuple[Cell, Cell]], beside: int) -> Grid:
    blank = (Cell("", "k"), Cell("", "v"))
    lines = []
    for start in range(0, len(pairs), beside):
        row = [*pairs[start : start + beside], *[blank] * (start + beside - len(pairs))]
        lines.append(Line("item", tuple(cell for pair in row for cell in pair)))
    columns = (Column("", "", "k"), Column("", "", "v")) * beside
    return Grid("facts", "", "facts", columns, (), tuple(lines), five=False)
