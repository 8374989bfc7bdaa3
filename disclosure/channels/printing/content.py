"""What stands on a poster before anybody knows how large: title, sentences, grids, paragraphs, foot. Plain records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Column(NamedTuple):
    """A printed column: classes (n number, d day, r figures, s words that name the row, a small words, x words)."""

    label: str
    unit: str
    css: str

    @property
    def stiff(self) -> bool:
        """True where nothing wraps: figures, numbers, days."""
        return not {"r", "n", "d"}.isdisjoint(self.css.split())


class Head(NamedTuple):
    """A cell of the table's head; ``column`` is the leaf's index, -1 for a heading over several.

    ``lines``: the text as it is broken once widths are known; '' last where the unit has a line of its own.
    """

    text: str
    unit: str
    css: str
    cols: int = 1
    rows: int = 1
    column: int = -1
    lines: tuple[str, ...] = ()


class Cell(NamedTuple):
    """A cell: markup, class, columns it spans."""

    html: str
    css: str = ""
    cols: int = 1


class Line(NamedTuple):
    """A row. ``kind``: item tot edge grp of rate, or under: parts or a note that belong to the row above.

    ``keep``: stays with the next row. ``close``: the next row is such a note. A cell None is covered by the one before.
    """

    kind: str
    cells: tuple[Cell | None, ...]
    keep: bool = False
    level: int = 0
    close: bool = False

    @property
    def bold(self) -> bool:
        """True where the whole row is set bold."""
        return self.kind in ("tot", "edge", "grp")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table for paper. ``look``: ledger | list | plain | facts. ``foot``: how many last lines are totals.

    ``columns_most``: into how many columns the sheet may be cut for it (1: the table takes the full width).
    """

    id: str
    title: str
    look: str
    columns: tuple[Column, ...]
    heads: tuple[tuple[Head, ...], ...]
    lines: tuple[Line, ...]
    foot: int = 0
    label_at: int = 0
    columns_most: int = 1
    five: bool = True


class Paragraph(NamedTuple):
    """A piece of prose: ``tag`` p h2 h3 li quote note table; ``list`` tells which list an item is of, and its number."""

    html: str
    tag: str = "p"
    list: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs one under another; ``small`` for notes. ``columns_most`` as for a grid."""

    id: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    small: bool = False

    @property
    def columns_most(self) -> int:
        """Into how many columns prose may be cut: notes stand in one."""
        return 1 if self.small else 2


Block = Grid | Prose


class Box(NamedTuple):
    """A box to sign in."""

    role: str
    name: str
    day: str
    opinion: str
    corner: str


class Side(NamedTuple):
    """A short list beside the table: a head and rows of (words, figure)."""

    title: str
    rows: tuple[tuple[str, str], ...]


class Hero(NamedTuple):
    """A sentence that takes the place of a table: kind missing | held | nil."""

    kind: str
    sentence: str
    more: tuple[str, ...] = ()
    seal: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """Everything a poster says. Markup where the name ends in ``html`` or the view gave markup, else plain words."""

    title: str
    language: str
    who: str
    when: str
    what: str
    kind: str
    subtitle: str = ""
    sum_html: str = ""
    lead_html: str = ""
    sides: tuple[Side, ...] = ()
    blocks: tuple[Block, ...] = ()
    foot: tuple[str, ...] = ()
    boxes: tuple[Box, ...] = ()
    ask: tuple[str, ...] = ()
    ask_title: str = ""
    phones: tuple[tuple[str, str], ...] = ()
    qr: str = ""
    qr_words: tuple[str, ...] = ()
    posted: tuple[str, ...] = ()
    code: str = ""
    hero: Hero | None = None
