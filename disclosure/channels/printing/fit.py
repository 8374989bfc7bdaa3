"""The largest letters that fit, the fewest sheets that are still legible, and which line stands on which sheet."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass

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
from disclosure.channels.printing.prosefit import prose_atoms
from disclosure.channels.printing.strips import Piece
from disclosure.channels.printing.strips import Strip
from disclosure.channels.printing.strips import filled
from disclosure.channels.printing.strips import spread

Cut = Callable[[Sequence[Strip]], tuple[Strip, ...]]

MOST_SHEETS = 60
_SHORT = 8
_FEW_WRAPS = 2
_FULL = 0.85
"""A sheet this full needs no larger letters at the price of more lines that wrap."""
_LARGER = 1.06
"""How much larger letters must get to be worth that price."""
_UNDIVIDED = 0.85
"""How much smaller letters may get so that no block is divided between sheets."""
_WIDOWS = 2
"""A block that is divided leaves more than so many lines on either sheet."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a poster is set: letters in points, padding above and below and at the sides in mm, the pieces on each sheet.

    ``fill``: how much of the sheets is filled, from 0 to 1.
    """

    letter: float
    pad: float
    side: float
    sheets: tuple[tuple[Piece, ...], ...]
    strips: tuple[Strip, ...]
    fill: float = 1.0

    @property
    def wraps(self) -> int:
        """How many lines words need beyond one a row."""
        return sum(strip.grid.wraps for strip in self.strips if strip.grid)

    @property
    def cramped(self) -> bool:
        """True where a row of a table takes more than two lines or its head more than two for a level."""
        grids = [strip for strip in self.strips if strip.grid]
        return any(atom.extra > 1 for strip in grids for atom in strip.atoms) or any(
            strip.grid.head_lines - strip.head_rows > 1 for strip in grids if strip.grid
        )


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
        groups = tuple(at for at, line in enumerate(grid.lines) if line.kind == "grp") if grid.look == "list" else ()
        again = found.atoms[groups[0]].height if groups else 0.0
        return Strip(self._title(grid, letter), head, len(grid.heads), atoms, columns, 5 * form.scale, found, groups, again)

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
        size = form.notes(letter) if prose.small else min(letter, form.prose_largest)
        room = (self.room - (columns - 1) * form.column_gap) / columns
        above = self._title(prose, letter) + (0.0 if prose.small or prose.title else form.rule_head + 3 * form.scale)
        return Strip(above, 0.0, 0, prose_atoms(prose, mm(size), room), columns, 5 * form.scale)


def _kept_together(atoms: Sequence[Atom], foot: int) -> tuple[Atom, ...]:
    """Keep totals with each other and the lines before them, and never leave one or two lines alone on a sheet."""
    found = list(atoms)
    last = len(found) - 1
    for at in (*range(max(0, last - foot - _WIDOWS), last), *range(min(_WIDOWS, last))):
        found[at] = found[at]._replace(keep=True)
    return tuple(found)


def _undivided(strips: Sequence[Strip]) -> tuple[Strip, ...]:
    """Return the strips as they are when no block may go on on the next sheet; lists in columns may."""
    return tuple(strip if strip.columns > 1 else strip._replace(atoms=tuple(atom._replace(keep=True) for atom in strip.atoms)) for strip in strips)


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
    """Return the plan with the largest letters; blocks stand undivided where that costs little."""
    rooms = _rooms(frame, count)
    found = _poured(setter, rooms, bounds, columns, tuple)
    main = sum(isinstance(block, Grid) and block.look not in ("facts", "total") for block in setter.blocks)
    if found is None or count == 1 or main < 2:
        return found
    least = max(bounds[0], half_points(found.letter * _UNDIVIDED))
    whole = _poured(setter, rooms, (least, bounds[1]), columns, _undivided)
    return whole if whole is not None and all(whole.sheets) else found


def _poured(setter: Setter, rooms: Sequence[float], bounds: tuple[float, float], columns: tuple[int, ...], cut: Cut) -> Plan | None:
    """Return the plan with the largest letters of which few rows wrap, of more where sheets would stay half empty."""
    least, most = bounds
    form = setter.form

    def fits(letter: float) -> bool:
        strips = setter.strips(letter, columns)
        return strips is not None and spread(cut(strips), rooms, form.pad_least) is not None

    letter = _search(fits, least, most)
    best: Plan | None = None
    for few, heads in _patience(setter.blocks) if letter else ():
        size = _fewer_wraps(setter, letter, least, columns, (few, heads))
        strips = setter.strips(size, columns)
        plan = _padded(size, setter.padding(columns), cut(strips), rooms, form) if strips else None
        if plan is not None and (best is None or size >= best.letter * _LARGER):
            best = plan
        if few and (best is None or best.fill >= _FULL or size == letter):
            break
    return best


def _patience(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Yield how many lines may wrap and how many more lines the heads may take, ever more of them."""
    rows = sum(len(block.lines) for block in blocks if not isinstance(block, Prose) and block.look != "facts")
    lists = all(isinstance(block, Prose) or block.look in ("list", "total") for block in blocks)
    yield 0, 0 if lists else 1
    yield _FEW_WRAPS, 0 if lists else 1
    yield max(_FEW_WRAPS, rows // 4), 1
    yield max(_FEW_WRAPS, rows // 2), 1
    yield max(_FEW_WRAPS, rows * 2 if rows <= _SHORT else rows // 2), 2


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


def _fewer_wraps(setter: Setter, letter: float, least: float, columns: tuple[int, ...], patience: tuple[int, int]) -> float:
    """Return the largest size at which few more rows wrap, and heads, than must at the least legible size."""

    def wraps(size: float) -> int:
        return sum(strip.grid.wraps for strip in setter.strips(size, columns) or () if strip.grid)

    def heads(size: float) -> int:
        return max((strip.grid.head_lines - strip.head_rows for strip in setter.strips(size, columns) or () if strip.grid), default=0)

    def tallest(size: float) -> int:
        return max((atom.extra for strip in setter.strips(size, columns) or () if strip.grid for atom in strip.atoms), default=0)

    few, low, tall = max(patience[0], wraps(least)), max(patience[1], heads(least)), max(1, tallest(least))
    return _search(lambda size: wraps(size) <= few and heads(size) <= low and tallest(size) <= tall, least, letter)


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
    even = _even_rooms(strips, rooms, pad)
    sheets = spread(strips, even, pad)
    return Plan(letter, pad, side, sheets, strips, filled(strips, rooms, pad)) if sheets else None


def _even_rooms(strips: tuple[Strip, ...], rooms: Sequence[float], pad: float) -> Sequence[float]:
    """Return the least equal share of every sheet that still takes everything: none stands half empty beside a full one."""
    if len(rooms) == 1:
        return rooms
    low, high = 0.0, 1.0
    for _ in range(12):
        middle = (low + high) / 2
        if spread(strips, [room * middle for room in rooms], pad) is None:
            low = middle
        else:
            high = middle
    return [room * high for room in rooms]
