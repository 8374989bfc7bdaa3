"""Plan, frame and content become what the template prints: sheets with their pieces, every size already decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from disclosure.channels.printing import measure
from disclosure.channels.printing.content import Block
from disclosure.channels.printing.content import Cell
from disclosure.channels.printing.content import Grid
from disclosure.channels.printing.content import Head
from disclosure.channels.printing.content import Line
from disclosure.channels.printing.content import Paragraph
from disclosure.channels.printing.content import Prose
from disclosure.channels.printing.fit import Piece
from disclosure.channels.printing.fit import Plan
from disclosure.channels.printing.fit import Strip
from disclosure.channels.printing.frame import Frame
from disclosure.channels.printing.metrics import OPENING
from disclosure.channels.printing.metrics import plain


class SheetRow(NamedTuple):
    """A row for the template: its classes, its rules, its cells with the style an indented one needs."""

    css: str
    rule: str
    cells: tuple[tuple[Cell, str], ...]


class SheetTable(NamedTuple):
    """One table element: its width and those of its columns in mm with the white space before them, its head, its rows.

    ``lead``: white space before the first column, mm, by which the table hangs out to the left.
    """

    lead: float
    width: float
    widths: tuple[str, ...]
    heads: tuple[tuple[Head, ...], ...]
    rows: tuple[SheetRow, ...]


class SheetList(NamedTuple):
    """Items of one list that stand together, or a single paragraph (``tag`` then its own)."""

    tag: str
    first: int
    items: tuple[str, ...]


class SheetPiece(NamedTuple):
    """What stands of one block on a sheet, in ``tables`` or ``texts``, one for each column of the sheet.

    ``look``: ledger list total plain facts | prose notes. ``width``: mm, of a column of text.
    """

    id: str
    look: str
    title: str
    hung: bool
    continued: bool
    fresh: bool
    tables: tuple[SheetTable, ...] = ()
    texts: tuple[tuple[SheetList, ...], ...] = ()
    width: float = 0.0
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of paper."""

    number: int
    of: int
    pieces: tuple[SheetPiece, ...]

    @property
    def first(self) -> bool:
        """True for the sheet that bears the sentence."""
        return self.number == 1

    @property
    def last(self) -> bool:
        """True for the sheet that bears the foot."""
        return self.number == self.of


def sheets_of(blocks: Sequence[Block], plan: Plan | None, frame: Frame) -> tuple[Sheet, ...]:
    """Return the sheets of a poster; one without pieces where there is nothing but a sentence."""
    if plan is None:
        return (Sheet(1, 1, ()),)
    count = len(plan.sheets)
    return tuple(Sheet(at, count, tuple(_pieces(blocks, plan, pieces, frame))) for at, pieces in enumerate(plan.sheets, 1))


def _pieces(blocks: Sequence[Block], plan: Plan, pieces: Sequence[Piece], frame: Frame) -> list[SheetPiece]:
    made = []
    for at, piece in enumerate(pieces):
        block, strip = blocks[piece.block], plan.strips[piece.block]
        common = (block.title, block.title[:1] in OPENING, piece.start > 0, at == 0)
        if isinstance(block, Grid):
            tables = _tables(block, strip, piece, plan.side)
            made.append(SheetPiece(f"{block.id}-{piece.start}", block.look, *common, tables, columns=strip.columns))
        else:
            look = "notes" if block.small else "prose"
            made.append(SheetPiece(f"{block.id}-{piece.start}", look, *common, (), _texts(block, piece), _column_width(strip, frame), strip.columns))
    return made


def _tables(grid: Grid, strip: Strip, piece: Piece, side: float) -> tuple[SheetTable, ...]:
    found = strip.grid
    if found is None:
        return ()
    lead = 2 * side
    widths = tuple(f"{width + (0 if at else lead):.3f}" for at, width in enumerate(found.widths))
    total = sum(map(float, widths))
    rules = _rules(grid)
    starts = (piece.start, *piece.ends)
    heads = tuple(tuple(head._replace(css=_head_class(head.css)) for head in row) for row in found.heads)
    return tuple(
        SheetTable(round(lead, 3), round(total, 3), widths, heads, _rows(grid, rules, start, end))
        for start, end in zip(starts, piece.ends, strict=False)
        if end > start
    )


def _rows(grid: Grid, rules: Sequence[str], start: int, end: int) -> tuple[SheetRow, ...]:
    rows = []
    for at in range(start, end):
        line = grid.lines[at]
        rule = rules[at]
        if at == end - 1 and rule in ("none", "hair", "five"):
            rule = "mid"
        top = "heavy-top " if at == start and not grid.heads else ""
        rows.append(SheetRow(_class(line), top + rule, _cells(grid, line)))
    return tuple(rows)


def _class(line: Line) -> str:
    return "tot" if line.bold else line.kind if line.kind in ("of", "under") else ""


def _cells(grid: Grid, line: Line) -> tuple[tuple[Cell, str], ...]:
    made = []
    for at, cell in enumerate(line.cells):
        if cell is not None:
            indent = f"border-left:{line.level * measure.INDENT:g}em solid transparent" if line.level and at == grid.label_at else ""
            hung = "text-indent:-.5em" if plain(cell.html)[:1] in OPENING else ""
            css = _cell_class(cell.css, grid, line) + (" close" if line.close else "")
            made.append((cell._replace(css=css), ";".join(filter(None, (indent, hung)))))
    return tuple(made)


def _head_class(css: str) -> str:
    return " ".join(name for name in css.split() if name in ("r", "g", "far", "gap"))


def _cell_class(css: str, grid: Grid, line: Line) -> str:
    """Return the class of a cell: figures say by themselves whether they are a ledger's (f), bold (b) or of-which (o).

    One class each instead of selectors that look at the row and the table: there are hundreds of cells.
    """
    classes = css.split()
    if "r" in classes:
        marks = ("f" if grid.look == "ledger" else "", "b" if line.bold else "", "o" if line.kind == "of" else "")
        return "r" + "".join(marks)
    if line.kind == "of" and css:
        return f"{classes[0]}o"
    return css


def _rules(grid: Grid) -> tuple[str, ...]:
    """Return the rule under each line: hair, five (every fifth item), mid, heavy, none before what belongs to it."""
    rules, items = [], 0
    last = len(grid.lines) - 1
    body = len(grid.lines) - grid.foot
    for at, line in enumerate(grid.lines):
        items += line.kind == "item"
        following = grid.lines[at + 1] if at < last else None
        if following is not None and following.kind in ("of", "under"):
            rules.append("none")
        elif at == last:
            rules.append("heavy" if line.bold else "mid")
        elif at == body - 1:
            rules.append("heavy")
        elif line.bold:
            rules.append("mid")
        else:
            rules.append("five" if grid.five and items and items % 5 == 0 else "hair")
    return tuple(rules)


def _column_width(strip: Strip, frame: Frame) -> float:
    gaps = (strip.columns - 1) * frame.form.column_gap
    return round((frame.form.main_width - gaps) / strip.columns - 0.01, 2)


def _texts(prose: Prose, piece: Piece) -> tuple[tuple[SheetList, ...], ...]:
    starts = (piece.start, *piece.ends)
    return tuple(_parts(prose.paragraphs[start:end]) for start, end in zip(starts, piece.ends, strict=False) if end > start)


def _parts(paragraphs: Sequence[Paragraph]) -> tuple[SheetList, ...]:
    parts: list[SheetList] = []
    mark = ""
    for paragraph in paragraphs:
        if paragraph.list and paragraph.list == mark:
            parts[-1] = _joined(parts[-1], paragraph)
        else:
            tag = paragraph.list.split(".")[0] if paragraph.tag == "li" else paragraph.tag
            parts.append(SheetList(tag, paragraph.number, (paragraph.html,)))
        mark = paragraph.list
    return tuple(parts)


def _joined(part: SheetList, paragraph: Paragraph) -> SheetList:
    """Add an item to its list; put a cut paragraph together again where its pieces meet."""
    if paragraph.tag == "li":
        return part._replace(items=(*part.items, paragraph.html))
    return part._replace(items=(part.items[0] + paragraph.html,))
