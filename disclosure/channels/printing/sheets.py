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
from disclosure.channels.printing.fit import Plan
from disclosure.channels.printing.frame import Frame
from disclosure.channels.printing.frame import mm
from disclosure.channels.printing.metrics import OPENING
from disclosure.channels.printing.metrics import evened
from disclosure.channels.printing.metrics import plain
from disclosure.channels.printing.strips import Piece
from disclosure.channels.printing.strips import Strip

_EVEN_LEAST = 0.5


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


def sheets_of(blocks: Sequence[Block], plan: Plan | None, frame: Frame, tagged: bool = True) -> tuple[Sheet, ...]:
    """Return the sheets of a poster; one without pieces where there is nothing but a sentence.

    Unless it is ``tagged`` for screen readers, a blank before a figure is no cell of its own: fewer boxes to lay out.
    """
    if plan is None:
        return (Sheet(1, 1, ()),)
    count = len(plan.sheets)
    shared = _Shared(plan, frame, tagged)
    return tuple(Sheet(at, count, tuple(_pieces(blocks, shared, pieces))) for at, pieces in enumerate(plan.sheets, 1))


class _Shared(NamedTuple):
    """What all sheets share."""

    plan: Plan
    frame: Frame
    tagged: bool


def _pieces(blocks: Sequence[Block], shared: _Shared, pieces: Sequence[Piece]) -> list[SheetPiece]:
    made = []
    for at, piece in enumerate(pieces):
        block, strip = blocks[piece.block], shared.plan.strips[piece.block]
        common = (block.title, block.title[:1] in OPENING, piece.start > 0, at == 0)
        if isinstance(block, Grid):
            tables = _tables(block, strip, piece, shared)
            made.append(SheetPiece(f"{block.id}-{piece.start}", block.look, *common, tables, columns=strip.columns))
        else:
            look = "notes" if block.small else "prose"
            made.append(SheetPiece(f"{block.id}-{piece.start}", look, *common, (), _texts(block, piece), _column_width(strip, shared.frame), strip.columns))
    return made


class _Setting(NamedTuple):
    """What the rows of a table share: the rule under each, the room of each column in em, the sizes of letters."""

    rules: Sequence[str]
    rooms: Sequence[float]
    scale: measure.Scale
    tagged: bool


def _tables(grid: Grid, strip: Strip, piece: Piece, shared: _Shared) -> tuple[SheetTable, ...]:
    found, plan = strip.grid, shared.plan
    if found is None:
        return ()
    lead = 2 * plan.side
    widths = tuple(f"{width + (0 if at else lead):.3f}" for at, width in enumerate(found.widths))
    total = sum(map(float, widths))
    rooms = [(width - gap) / mm(plan.letter) for width, gap in zip(found.widths, measure.gutters(grid, plan.side), strict=True)]
    setting = _Setting(_rules(grid), rooms, measure.scale_of(grid, shared.frame.form, plan.letter), shared.tagged)
    starts = (piece.start, *piece.ends)
    heads = tuple(tuple(head._replace(css=_head_class(head.css)) for head in row) for row in found.heads)
    tables = [
        SheetTable(round(lead, 3), round(total, 3), widths, heads, _rows(grid, setting, start, end))
        for start, end in zip(starts, piece.ends, strict=False)
        if end > start
    ]
    group = strip.group_at(piece.start)
    if group >= 0:
        tables[0] = tables[0]._replace(rows=(_again(grid, group, setting), *tables[0].rows))
    return tuple(tables)


def _again(grid: Grid, at: int, setting: _Setting) -> SheetRow:
    """Return the head of a group that goes on on this sheet: its name without its sums."""
    name = next(cell for cell in grid.lines[at].cells if cell is not None and cell.html)
    cells = (Cell(f"{name.html}（续）", name.css, len(grid.columns)), *[None] * (len(grid.columns) - 1))
    return SheetRow("tot", "mid", _cells(grid, Line("grp", cells), setting))


def _rows(grid: Grid, setting: _Setting, start: int, end: int) -> tuple[SheetRow, ...]:
    rows = []
    for at in range(start, end):
        line = grid.lines[at]
        rule = setting.rules[at]
        if at == end - 1 and rule in ("none", "hair", "five"):
            rule = "mid"
        top = "heavy-top " if at == start and not grid.heads else ""
        rows.append(SheetRow(_class(line), top + rule, _cells(grid, line, setting)))
    return tuple(rows)


def _class(line: Line) -> str:
    return "tot" if line.bold else line.kind if line.kind in ("of", "under") else ""


def _cells(grid: Grid, line: Line, setting: _Setting) -> tuple[tuple[Cell, str], ...]:
    made = []
    for at, cell in enumerate(line.cells):
        if cell is not None:
            indent = f"border-left:{line.level * measure.INDENT:g}em solid transparent" if line.level and at == grid.label_at else ""
            hung = "text-indent:-.5em" if plain(cell.html)[:1] in OPENING else ""
            css = _cell_class(cell.css, grid, line) + (" close" if line.close else "")
            even = _evened(grid, line, at, setting) if cell.cols == 1 and not grid.columns[at].stiff else ""
            made.append((cell._replace(css=css), ";".join(filter(None, (indent, hung, even)))))
    return tuple(made) if setting.tagged else tuple(_joined_blanks(made))


def _joined_blanks(cells: Sequence[tuple[Cell, str]]) -> list[tuple[Cell, str]]:
    """Return cells with blanks before a figure taken into its cell, where it stands at the same right edge."""
    made: list[tuple[Cell, str]] = []
    blank = 0
    for cell, style in cells:
        right = cell.css[:1] == "r"
        if right and not cell.html:
            blank += 1
        else:
            joins = right and cell.css.split()[0] not in ("ro", "rfo")
            if blank and not joins:
                made += [(Cell("", "r", blank), "")]
            made.append((cell._replace(cols=cell.cols + blank) if joins else cell, style))
            blank = 0
    return [*made, (Cell("", "r", blank), "")] if blank else made


def _evened(grid: Grid, line: Line, at: int, setting: _Setting) -> str:
    """Return the style by which words that need several lines stand in even ones."""
    cell, room = line.cells[at], setting.rooms[at]
    if cell is None or len(cell.html) < room * 0.9:
        return ""
    size = measure.size_of(cell, line, setting.scale)
    inner = room / size - (line.level * measure.INDENT if at == grid.label_at else 0.0)
    spare = inner - evened(cell.html, inner, "bold" if line.bold else "sans")
    return f"padding-right:{spare:.2f}em" if spare > _EVEN_LEAST else ""


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
