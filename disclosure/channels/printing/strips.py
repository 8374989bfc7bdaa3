"""Which line stands on which sheet: measured blocks are poured into sheets and columns, cut only where lines may part."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from typing import NamedTuple

from disclosure.channels.printing.measure import Atom
from disclosure.channels.printing.measure import Measured


class Strip(NamedTuple):
    """A block at one letter size: heights of title and head, atoms, columns it is cut into.

    ``groups``: which atoms are heads of groups; a sheet that begins inside a group repeats its head, ``again`` mm high.
    """

    title: float
    head: float
    head_rows: int
    atoms: tuple[Atom, ...]
    columns: int
    gap: float
    grid: Measured | None = None
    groups: tuple[int, ...] = ()
    again: float = 0.0

    def group_at(self, start: int) -> int:
        """Return the atom of the group a sheet that begins at ``start`` stands in the midst of, -1 for none."""
        if not start or start in self.groups:
            return -1
        return max((at for at in self.groups if at < start), default=-1)


class Piece(NamedTuple):
    """The lines of one block on one sheet: from ``start``, one end for each column."""

    block: int
    start: int
    ends: tuple[int, ...]


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


def _lead(strip: Strip, start: int, pad: float) -> float:
    """Return the height of the head that a sheet repeats when it begins inside a group."""
    return strip.again + 2 * pad if strip.group_at(start) >= 0 else 0.0


def _columns(strip: Strip, start: int, room: float, pad: float) -> tuple[int, ...]:
    """Return the ends of the columns that begin at ``start``; the first has the head of its group above it."""
    ends: list[int] = []
    for at in range(strip.columns):
        end = _column(strip, ends[-1] if ends else start, room - (0 if at else _lead(strip, start, pad)), pad)
        ends.append(end)
    return tuple(ends)


def _even_columns(strip: Strip, start: int, room: float, pad: float) -> tuple[tuple[int, ...], float]:
    """Return (ends, height): columns as even as they go when the rest of the block fits, else full ones."""
    full = _columns(strip, start, room, pad)
    if full[-1] < len(strip.atoms) or strip.columns == 1:
        return full, _tallest(strip, start, full, pad)
    low = (_height(strip, start, len(strip.atoms), pad) + _lead(strip, start, pad)) / strip.columns
    high = room
    for _ in range(16):
        middle = (low + high) / 2
        if _columns(strip, start, middle, pad)[-1] >= len(strip.atoms):
            high = middle
        else:
            low = middle
    ends = _columns(strip, start, high, pad)
    return ends, _tallest(strip, start, ends, pad)


def _tallest(strip: Strip, start: int, ends: Sequence[int], pad: float) -> float:
    lead = _lead(strip, start, pad)
    heights = [_height(strip, low, high, pad) for low, high in zip((start, *ends), ends, strict=False)]
    return max(heights[0] + lead, *heights) if heights else 0.0


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




def filled(strips: Sequence[Strip], rooms: Sequence[float], pad: float) -> float:
    """Return how much of the sheets the lines fill, from 0 to 1."""
    return sum(height for _, _, height in _pieces(strips, rooms, pad)) / sum(rooms)
