"""The largest letters that fit, the fewest sheets that are still legible, and which line stands on which sheet."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from disclosure.channels.printing import measure
from disclosure.channels.printing.content import Block
from disclosure.channels.printing.content import Grid
from disclosure.channels.printing.content import Prose
from disclosure.channels.printing.formats import SMALLEST
from disclosure.channels.printing.formats import Format
from disclosure.channels.printing.formats import half_points
from disclosure.channels.printing.frame import Frame
from disclosure.channels.printing.frame import mm
from disclosure.channels.printing.measure import Atom
from disclosure.channels.printing.measure import Measured
from disclosure.channels.printing.prosefit import prose_atoms

MOST_SHEETS = 60
_FEW_WRAPS = 2


class Strip(NamedTuple):
    """A block at one letter size: heights of title and head, atoms, columns it is cut into."""

    title: float
    head: float
    head_rows: int
    atoms: tuple[Atom, ...]
    columns: int
    gap: float
    grid: Measured | None = None


class Piece(NamedTuple):
    """The lines of one block on one sheet: from ``start``, one end for each column."""

    block: int
    start: int
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """How a poster is set: letters in points, padding above and below and at the sides in mm, the pieces on each sheet."""

    letter: float
    pad: float
    side: float
    sheets: tuple[tuple[Piece, ...], ...]
    strips: tuple[Strip, ...]

    @property
    def wraps(self) -> int:
        """How many lines words need beyond one a row."""
        return sum(strip.grid.wraps for strip in self.strips if strip.grid)


class Setter:
    """Measures the blocks of one poster at any letter size; what does not depend on the size is worked out once."""

    def __init__(self, blocks: Sequence[Block], form: Format, room: float) -> None:
        self.blocks = blocks
        self.form = form
        self.room = room
        self._prepared: dict[tuple[int, measure.Scale], measure.Prepared] = {}
        self._known: dict[tuple[float, tuple[int, ...]], tuple[Strip, ...] | None] = {}

    def strips(self, letter: float, columns: tuple[int, ...]) -> tuple[Strip, ...] | None:
        """Return every block measured at ``letter`` points, None where a table is too wide."""
        key = (letter, columns)
        if key not in self._known:
            self._known[key] = self._measured(letter, columns)
        return self._known[key]

    def _measured(self, letter: float, columns: tuple[int, ...]) -> tuple[Strip, ...] | None:
        strips: list[Strip] = []
        for at, (block, count) in enumerate(zip(self.blocks, columns, strict=True)):
            strip = self._prose(block, letter, count) if isinstance(block, Prose) else self._grid(at, block, letter, columns)
            if strip is None:
                return None
            strips.append(strip)
        return tuple(strips)

    def _title(self, block: Block, letter: float) -> float:
        return mm(max(self.form.label, letter) * 1.4) + 2 * self.form.scale if block.title else 0.0

    def _grid(self, at: int, grid: Grid, letter: float, choice: tuple[int, ...]) -> Strip | None:
        form, columns = self.form, choice[at]
        room = (self.room - (columns - 1) * form.column_gap) / columns
        padding = self.padding(choice)
        scale = measure.scale_of(grid, form, min(letter, form.legible))
        found = measure.measured(grid, self._known_of(at, grid, scale), mm(letter), room, padding, scale)
        if found is None:
            return None
        head = found.head + form.rule_head + form.rule_mid
        atoms = _kept_together(found.atoms, grid.foot)
        return Strip(self._title(grid, letter), head, len(grid.heads), atoms, columns, 5 * form.scale, found)

    def padding(self, choice: tuple[int, ...]) -> float:
        """Return half the white space between columns, mm: closer where a table is cut into columns of the sheet."""
        cut = any(count > 1 and isinstance(block, Grid) for block, count in zip(self.blocks, choice, strict=True))
        return self.form.cell_list if cut else self.form.cell

    def _known_of(self, at: int, grid: Grid, scale: measure.Scale) -> measure.Prepared:
        if (at, scale) not in self._prepared:
            self._prepared[at, scale] = measure.prepared(grid, scale)
        return self._prepared[at, scale]

    def _prose(self, prose: Prose, letter: float, columns: int) -> Strip:
        form = self.form
        size = form.small if prose.small else min(letter, form.prose_largest)
        room = (self.room - (columns - 1) * form.column_gap) / columns
        above = self._title(prose, letter) + (0.0 if prose.small or prose.title else form.rule_head + 3 * form.scale)
        return Strip(above, 0.0, 0, prose_atoms(prose, mm(size), room), columns, 5 * form.scale)


def _kept_together(atoms: Sequence[Atom], foot: int) -> tuple[Atom, ...]:
    """Keep totals with the line before them and with each other, and never leave the first line alone."""
    found = list(atoms)
    last = len(found) - 1
    for at in range(max(0, last - foot), last):
        found[at] = found[at]._replace(keep=True)
    if last >= 2:
        found[0] = found[0]._replace(keep=True)
    return tuple(found)


def _height(strip: Strip, start: int, end: int, pad: float) -> float:
    return sum(atom.height + atom.pads * pad for atom in strip.atoms[start:end])


def _column(strip: Strip, start: int, room: float, pad: float) -> int:
    """Return where a column that begins at ``start`` ends: as much as fits, cut only where lines may part."""
    used, end = 0.0, start
    for at in range(start, len(strip.atoms)):
        used += strip.atoms[at].height + strip.atoms[at].pads * pad
        if used > room + 1e-6:
            break
        if not strip.atoms[at].keep or at == len(strip.atoms) - 1:
            end = at + 1
    return end


def _columns(strip: Strip, start: int, room: float, pad: float) -> tuple[int, ...]:
    """Return the ends of the columns that begin at ``start``."""
    ends: list[int] = []
    for _ in range(strip.columns):
        end = _column(strip, ends[-1] if ends else start, room, pad)
        ends.append(end)
    return tuple(ends)


def _even_columns(strip: Strip, start: int, room: float, pad: float) -> tuple[tuple[int, ...], float]:
    """Return (ends, height): columns as even as they go when the rest of the block fits, else full ones."""
    full = _columns(strip, start, room, pad)
    if full[-1] < len(strip.atoms) or strip.columns == 1:
        return full, max(_height(strip, low, high, pad) for low, high in zip((start, *full), full, strict=False))
    low = _height(strip, start, len(strip.atoms), pad) / strip.columns
    high = room
    for _ in range(16):
        middle = (low + high) / 2
        if _columns(strip, start, middle, pad)[-1] >= len(strip.atoms):
            high = middle
        else:
            low = middle
    ends = _columns(strip, start, high, pad)
    return ends, max(_height(strip, one, two, pad) for one, two in zip((start, *ends), ends, strict=False))


def _pieces(strips: Sequence[Strip], rooms: Sequence[float], pad: float) -> Iterator[tuple[int, Piece, float]]:
    """Yield (sheet, piece, height used): block after block, sheet after sheet; stops where the sheets are used up."""
    sheet, left, fresh = 0, rooms[0], True
    for at, strip in enumerate(strips):
        start = 0
        while start < len(strip.atoms):
            above = strip.title + strip.head + strip.head_rows * 2 * pad + (0 if fresh else strip.gap)
            ends, height = _even_columns(strip, start, left - above, pad)
            if ends[-1] > start:
                yield sheet, Piece(at, start, ends), above + height
                start, left, fresh = ends[-1], left - above - height, False
            elif fresh:
                return
            if start < len(strip.atoms):
                sheet, fresh = sheet + 1, True
                if sheet == len(rooms):
                    return
                left = rooms[sheet]


def spread(strips: Sequence[Strip], rooms: Sequence[float], pad: float) -> tuple[tuple[Piece, ...], ...] | None:
    """Return the pieces of each sheet (none on sheets not needed) when all lines find a place, else None."""
    sheets: list[list[Piece]] = [[] for _ in rooms]
    done = [0] * len(strips)
    for sheet, piece, _ in _pieces(strips, rooms, pad):
        sheets[sheet].append(piece)
        done[piece.block] = piece.ends[-1]
    if any(end < len(strip.atoms) for end, strip in zip(done, strips, strict=True)):
        return None
    return tuple(map(tuple, sheets))


def _rooms(frame: Frame, count: int) -> list[float]:
    return [frame.room(at == 0, at == count - 1) for at in range(count)]


def fitted(blocks: Sequence[Block], frame: Frame, most: float = 0.0, least_sheets: int = 1) -> Plan | None:
    """Return the plan with the fewest sheets of legible letters, and on these the largest; None when nothing fits.

    ``most``: letters no larger than this (after a layout that failed); ``least_sheets``: no fewer sheets than this.
    """
    if not blocks:
        return None
    form = frame.form
    setter = Setter(blocks, form, form.main_width)
    most = most or form.largest
    for letter in (form.legible, *_smaller(form.legible)):
        if letter > most:
            continue
        for count in range(least_sheets, MOST_SHEETS + 1):
            found = _largest(setter, frame, count, (letter, most))
            if found is not None:
                return found
            if not _can(setter, letter):
                break
    return None


def _smaller(letter: float) -> Iterator[float]:
    size = letter - 0.5
    while size >= SMALLEST:
        yield size
        size -= 0.5


def _can(setter: Setter, letter: float) -> bool:
    return any(setter.strips(letter, columns) is not None for columns in column_choices(setter.blocks))


def column_choices(blocks: Sequence[Block]) -> tuple[tuple[int, ...], ...]:
    """Return the ways to cut the blocks into columns: lists in one, two or three, prose in one or two."""
    most = max((block.columns_most for block in blocks), default=1)
    return tuple(tuple(min(count, block.columns_most) for block in blocks) for count in range(1, most + 1))


def _largest(setter: Setter, frame: Frame, count: int, bounds: tuple[float, float]) -> Plan | None:
    """Return the plan with the largest letters on exactly ``count`` sheets over every way of cutting into columns."""
    best: Plan | None = None
    for columns in column_choices(setter.blocks):
        found = _largest_in(setter, frame, count, bounds, columns)
        if found is not None and (best is None or found.letter > best.letter):
            best = found
    return best


def _largest_in(setter: Setter, frame: Frame, count: int, bounds: tuple[float, float], columns: tuple[int, ...]) -> Plan | None:
    rooms = _rooms(frame, count)
    least, most = bounds

    def fits(letter: float) -> bool:
        strips = setter.strips(letter, columns)
        return strips is not None and spread(strips, rooms, frame.form.pad_least) is not None

    letter = _search(fits, least, most)
    if not letter:
        return None
    letter = _fewer_wraps(setter, letter, least, columns)
    strips = setter.strips(letter, columns)
    return _padded(letter, setter.padding(columns), strips, rooms, frame.form) if strips else None


def _search(fits: Callable[[float], bool], least: float, most: float) -> float:
    """Return the largest half-point size between the bounds for which ``fits`` holds, 0 when not even the least."""
    if not fits(least):
        return 0.0
    low, high = int(least * 2), int(half_points(most) * 2)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(middle / 2):
            low = middle
        else:
            high = middle - 1
    return low / 2


def _fewer_wraps(setter: Setter, letter: float, least: float, columns: tuple[int, ...]) -> float:
    """Return the largest size at which few more rows wrap than must at the least legible size."""

    def wraps(size: float) -> int:
        return sum(strip.grid.wraps for strip in setter.strips(size, columns) or () if strip.grid)

    def heads(size: float) -> int:
        return max((strip.grid.head_lines - strip.head_rows for strip in setter.strips(size, columns) or () if strip.grid), default=0)

    lists = all(isinstance(block, Prose) or block.look in ("list", "total") for block in setter.blocks)
    few, low = max(_FEW_WRAPS, wraps(least)), max(0 if lists else 1, heads(least))
    return _search(lambda size: wraps(size) <= few and heads(size) <= low, least, letter)


def _padded(letter: float, side: float, strips: tuple[Strip, ...], rooms: Sequence[float], form: Format) -> Plan | None:
    """Return the plan with the height that is left shared out between the rows, and evenly between the sheets."""
    low, high = form.pad_least, form.pad_most
    if spread(strips, rooms, high) is None:
        for _ in range(9):
            middle = (low + high) / 2
            if spread(strips, rooms, middle) is None:
                high = middle
            else:
                low = middle
    else:
        low = high
    pad = int(low * 100) / 100
    sheets = spread(strips, _even_rooms(strips, rooms, pad), pad) or spread(strips, rooms, pad)
    return Plan(letter, pad, side, sheets, strips) if sheets else None


def _even_rooms(strips: tuple[Strip, ...], rooms: Sequence[float], pad: float) -> Sequence[float]:
    """Return the lowest equal height that still takes everything: sheets alike full instead of a last one half empty."""
    if len(rooms) == 1:
        return rooms
    low, high = 0.0, max(rooms)
    for _ in range(12):
        middle = (low + high) / 2
        if spread(strips, [min(room, middle) for room in rooms], pad) is None:
            low = middle
        else:
            high = middle
    return [min(room, high) for room in rooms]
