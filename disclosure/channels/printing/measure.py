"""How wide and how high a grid or prose stands at one letter size: estimated from widths of text, nothing laid out.

Heights are in mm without the padding that rows share out later; ``em`` is the letter size in mm.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from disclosure.channels.printing.content import Cell
from disclosure.channels.printing.content import Column
from disclosure.channels.printing.content import Grid
from disclosure.channels.printing.content import Head
from disclosure.channels.printing.content import Line
from disclosure.channels.printing.formats import SMALL
from disclosure.channels.printing.formats import SMALLEST
from disclosure.channels.printing.formats import UNIT
from disclosure.channels.printing.formats import Format
from disclosure.channels.printing.metrics import BOLD_FIGURES
from disclosure.channels.printing.metrics import count_lines
from disclosure.channels.printing.metrics import longest
from disclosure.channels.printing.metrics import natural
from disclosure.channels.printing.metrics import width
from disclosure.channels.printing.titles import balanced

LEADING = 1.25
INDENT = 1.0
FAR = 2.0
"""More padding, in paddings, before words that follow figures."""
_ASCENT = 0.625 + 0.436
_DESCENT = 0.625 - 0.436
_SHIFT = 2.6
_UNIT_GAP = 0.4
_SLACK = 0.06
_HEAD_LINES = 3
_WRAPPING = 6.0


class Atom(NamedTuple):
    """What is never cut: height without padding, whether it stays with the next, lines too many, paddings it has."""

    height: float
    keep: bool = False
    extra: int = 0
    pads: int = 0


@dataclass(frozen=True, slots=True)
class Measured:
    """A grid at one letter size: its columns in mm, its head with labels cut into lines, one atom for each line.

    ``head``: height of the head in mm, ``head_lines``: in lines; ``wraps``: lines that words need beyond one a row.
    """

    widths: tuple[float, ...]
    heads: tuple[tuple[Head, ...], ...]
    head: float
    head_lines: int
    atoms: tuple[Atom, ...]
    wraps: int

    @property
    def width(self) -> float:
        """Total width, mm."""
        return sum(self.widths)


class Scale(NamedTuple):
    """Sizes in em of a table's letters: figures, small words (accounts, parts, answers), units in the head."""

    figures: float
    small: float
    unit: float


def scale_of(grid: Grid, form: Format, letter: float) -> Scale:
    """Return the sizes of what is larger or smaller in this grid; nothing comes out below the smallest letter."""
    least = min(1.0, SMALLEST / letter)
    return Scale(form.figures if grid.look == "ledger" else 1.0, max(SMALL, least), max(UNIT, least))


def _size(css: str, line_kind: str, bold: bool, scale: Scale) -> float:
    classes = css.split()
    if not {"qa", "part", "a"}.isdisjoint(classes):
        return scale.small
    if line_kind == "of":
        return scale.small
    if "r" in classes:
        return scale.figures * (BOLD_FIGURES if bold else 1.0)
    return 1.0


def size_of(cell: Cell, line: Line, scale: Scale) -> float:
    """Return how large a cell stands, in em of its table's letters."""
    return _size(cell.css, line.kind, line.bold, scale)


def _face(bold: bool, css: str) -> str:
    return "bold" if bold or css in ("n",) else "sans"


def cell_width(cell: Cell, line: Line, scale: Scale, indent: bool) -> float:
    """Return the width a cell wants on one line, in em of the table's letters."""
    bold = line.bold or (line.level == 0 and "strong" in cell.css)
    size = _size(cell.css, line.kind, bold, scale)
    own = natural(cell.html, _face(bold, cell.css)) * size
    shift = _SHIFT * size if line.kind == "of" and "r" in cell.css.split() else 0.0
    return own + shift + (line.level * INDENT if indent else 0.0)


class Wants(NamedTuple):
    """What the columns of a grid want, in em: ``wishes`` with heads on one, two, three lines, and the very least."""

    wishes: tuple[tuple[float, ...], ...]
    least: tuple[float, ...]


def wants(grid: Grid, scale: Scale) -> Wants:
    """Return the widths the columns want; independent of the letter size, so worked out once."""
    bodies = [body_wants(grid, at, scale) for at in range(len(grid.columns))]
    wishes = []
    for lines in range(1, _HEAD_LINES + 1):
        wish = [max(body, head_width(column, scale, lines)) for column, (body, _) in zip(grid.columns, bodies, strict=True)]
        _widen_for_groups(grid, wish)
        wishes.append(tuple(wish))
    least = [
        max(smallest, head_width(column, scale, _HEAD_LINES)) if _wraps(column, body) else wish
        for column, (body, smallest), wish in zip(grid.columns, bodies, wishes[-1], strict=True)
    ]
    return Wants(tuple(wishes), tuple(min(low, wish) for low, wish in zip(least, wishes[-1], strict=True)))


def head_width(column: Column, scale: Scale, lines: int) -> float:
    """Return the least width in em at which a column's head stands on ``lines`` lines, its unit included."""
    unit = (width(column.unit) + _UNIT_GAP) * scale.unit if column.unit else 0.0
    best = _label_width(column.label, column.unit, scale)
    for count in range(1, lines + 1):
        widths = [natural(line, "bold") for line in balanced(column.label, count)]
        best = min(best, max(*widths, widths[-1] + unit))
        if count < lines and unit:
            best = min(best, max(*widths, unit))
    return best if column.label else 0.0


def body_wants(grid: Grid, at: int, scale: Scale) -> tuple[float, float]:
    """Return (width a column wants for its cells, width it can do with), in em."""
    body = smallest = 0.0
    for line in grid.lines:
        cell = line.cells[at]
        if cell is None or cell.cols > 1 or not cell.html:
            continue
        want = cell_width(cell, line, scale, at == grid.label_at)
        body = max(body, want)
        if want > smallest:
            smallest = max(smallest, min(want, longest(cell.html) + line.level * INDENT, 9.0), min(want, 4.0))
    return body, smallest


def _wraps(column: Column, body: float) -> bool:
    return body > _WRAPPING and not column.stiff


def _label_width(label: str, unit: str, scale: Scale) -> float:
    beside = (width(unit) + _UNIT_GAP) * scale.unit if unit else 0.0
    return natural(label, "bold") + beside if label else 0.0


def _widen_for_groups(grid: Grid, widths: list[float]) -> None:
    """Make the columns under a heading together as wide as the heading."""
    for row in grid.heads:
        at = 0
        for head, first in placed(grid, row):
            at = first
            if head.cols > 1 and head.column < 0:
                want = natural(head.text, "bold") + 0.5
                have = sum(widths[at : at + head.cols])
                for place in range(at, at + head.cols):
                    widths[place] += max(0.0, want - have) / head.cols


def placed(grid: Grid, row: Sequence[Head]) -> list[tuple[Head, int]]:
    """Return the heads of one level with the first column each stands over."""
    level = grid.heads.index(tuple(row))
    taken = {
        head.column
        for above in grid.heads[:level]
        for head in above
        if head.column >= 0
    }
    placed, at = [], 0
    for head in row:
        while at in taken:
            at += 1
        placed.append((head, at))
        at += head.cols
    return placed


def gutters(grid: Grid, padding: float) -> list[float]:
    """Return the white space before each column in mm: none before the first."""
    return [
        (2 * padding if at else 0.0) + (FAR * padding if "far" in column.css.split() else 0.0)
        for at, column in enumerate(grid.columns)
    ]


def column_widths(grid: Grid, want: Wants, em: float, room: float, padding: float) -> tuple[float, ...] | None:
    """Return the widths in mm that fill ``room`` mm, None where even wrapped the table is too wide."""
    space = gutters(grid, padding)
    net = (room - sum(space)) / em
    for wish in want.wishes:
        safe = [own + _SLACK for own in wish]
        if sum(safe) <= net:
            grown = _spread(grid, safe, net)
            return tuple((own * em + gap) for own, gap in zip(grown, space, strict=True))
    shared = _share(want.least, want.wishes[-1], net - _SLACK * len(want.least))
    if shared is None:
        return None
    return tuple(((own + _SLACK) * em + gap) for own, gap in zip(shared, space, strict=True))


def _spread(grid: Grid, wish: Sequence[float], net: float) -> list[float]:
    """Give what is over to the columns of words most, to figures some, to numbers and days none."""
    weights = [_weight(column, own) for column, own in zip(grid.columns, wish, strict=True)]
    over, total = net - sum(wish), sum(weights)
    if not total:
        return [own + over / len(wish) for own in wish]
    return [own + over * weight / total for own, weight in zip(wish, weights, strict=True)]


def _weight(column: Column, own: float) -> float:
    classes = column.css.split()
    if "n" in classes or "d" in classes or "gap" in classes or "k" in classes:
        return 0.3 if "gap" in classes else 0.0
    if "r" in classes:
        return 0.22 * own
    return 0.3 * own if "a" in classes else own


def _share(least: Sequence[float], wish: Sequence[float], net: float) -> list[float] | None:
    """Return widths that sum to ``net``: every column at its least, the rest by how much more each wants."""
    over = net - sum(least)
    if over < 0:
        return None
    shares = list(least)
    lacks = {at: most - low for at, (low, most) in enumerate(zip(least, wish, strict=True)) if most > low}
    while over > 1e-6 and lacks:
        total = sum(lacks.values())
        full = [at for at, lack in lacks.items() if over * lack / total >= lack - 1e-9]
        for at, lack in lacks.items():
            shares[at] += min(lack, over * lack / total)
        over = net - sum(shares)
        lacks = {at: wish[at] - shares[at] for at in lacks if at not in full}
    return shares


class Prepared(NamedTuple):
    """What does not depend on the letter size: the wishes of the columns, and of each line its height and its cells.

    ``heights``: of each line in em while nothing wraps. ``cells``: of each line (column, width in em) of what may wrap.
    """

    wants: Wants
    heights: tuple[float, ...]
    cells: tuple[tuple[tuple[int, float], ...], ...]


def prepared(grid: Grid, scale: Scale) -> Prepared:
    """Return what is worked out once for a grid at one set of scales."""
    heights, cells = [], []
    for line in grid.lines:
        sizes = [_size(cell.css, line.kind, line.bold, scale) for cell in line.cells if cell is not None and cell.html]
        heights.append(max(sizes, default=0.0) * LEADING)
        cells.append(tuple(_may_wrap(grid, line, scale)))
    return Prepared(wants(grid, scale), tuple(heights), tuple(cells))


def _may_wrap(grid: Grid, line: Line, scale: Scale) -> Iterator[tuple[int, float]]:
    for at, cell in enumerate(line.cells):
        if cell is not None and cell.html and not grid.columns[at].stiff:
            own = float("inf") if cell.cols > 1 or "<br" in cell.html else cell_width(cell, line, scale, at == grid.label_at)
            yield at, own


def measured(grid: Grid, known: Prepared, em: float, room: float, padding: float, scale: Scale) -> Measured | None:
    """Return the grid set at ``em`` mm letters in ``room`` mm, None where it is too wide."""
    widths = column_widths(grid, known.wants, em, room, padding)
    if widths is None:
        return None
    space = gutters(grid, padding)
    net = [(own - gap) / em - _SLACK for own, gap in zip(widths, space, strict=True)]
    atoms = []
    for line, height, cells in zip(grid.lines, known.heights, known.cells, strict=True):
        if all(own <= net[at] + _SLACK / 2 for at, own in cells):
            atoms.append(Atom(height * em, line.keep, 0, _pads(line)))
        else:
            atoms.append(_atom(grid, line, net, em, scale, space))
    heads = tuple(tuple(_set_head(head, net, scale) for head in row) for row in grid.heads)
    lines = _lines_of_heads(heads)
    return Measured(widths, heads, lines * LEADING * em, lines, tuple(atoms), sum(atom.extra for atom in atoms))


def _pads(line: Line) -> int:
    return (0 if line.kind in ("under", "of") else 1) + (0 if line.close else 1)


def _set_head(head: Head, net: Sequence[float], scale: Scale) -> Head:
    return head if head.column < 0 else head._replace(lines=head_lines(head, net[head.column], scale))


def _lines_of_heads(heads: Sequence[Sequence[Head]]) -> int:
    """Return how many lines high the head is; a leaf that spans up shares the lines of the levels it spans."""
    lines = [1] * len(heads)
    for level, row in enumerate(heads):
        for head in row:
            spare = sum(lines[level + 1 : level + head.rows]) if head.rows > 1 else 0
            lines[level] = max(lines[level], len(head.lines) - spare)
    return sum(lines)


def head_lines(head: Head, room: float, scale: Scale) -> tuple[str, ...]:
    """Return a head's words in the even lines that stand in ``room`` em; '' last where the unit needs a line of its own."""
    room += _SLACK
    if _label_width(head.text, head.unit, scale) <= room:
        return (head.text,)
    unit = (width(head.unit) + _UNIT_GAP) * scale.unit if head.unit else 0.0
    found: list[tuple[str, ...]] = []
    for count in range(1, 7):
        lines = balanced(head.text, count)
        if all(natural(line, "bold") <= room for line in lines):
            found.append(lines if natural(lines[-1], "bold") + unit <= room else (*lines, ""))
    return min(found, key=_roughness) if found else lines


def _roughness(lines: Sequence[str]) -> tuple[bool, int, bool]:
    """Return how badly a head is broken: characters alone on a line, lines, the unit alone on the last."""
    return len(lines) > 1 and any(len(line) == 1 for line in lines), len(lines), not lines[-1]


def _atom(grid: Grid, line: Line, net: Sequence[float], em: float, scale: Scale, space: Sequence[float]) -> Atom:
    above = below = 0.0
    extra = 0
    for at, cell in enumerate(line.cells):
        if cell is None or not cell.html:
            continue
        size = _size(cell.css, line.kind, line.bold, scale)
        room = net[at] if cell.cols == 1 else sum(net[at : at + cell.cols]) + sum(space[at + 1 : at + cell.cols]) / em
        count = _cell_lines(grid, line, at, cell, room, size)
        extra = max(extra, count - 1 if line.kind != "under" else 0)
        above = max(above, _ASCENT * size)
        below = max(below, (_DESCENT + (count - 1) * LEADING) * size)
    return Atom((above + below) * em, line.keep, extra, _pads(line))


def _cell_lines(grid: Grid, line: Line, at: int, cell: Cell, room: float, size: float) -> int:
    if at == grid.label_at:
        room -= line.level * INDENT
    face = _face(line.bold, cell.css)
    if len(cell.html) * size <= room * 0.9 or natural(cell.html, face) * size <= room + _SLACK / 2:
        return 1 + cell.html.count("<br")
    return count_lines(cell.html, (room + _SLACK / 2) / size, face)
