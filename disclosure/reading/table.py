"""Columns, cells, rows and tables: what shaping gives and everything above speaks of. Immutable."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from disclosure.basis.private import Private
from disclosure.basis.span import Span
from disclosure.basis.values import Value

_UNIT = re.compile(r"[(（][^()（）]*[)）]$")


def without_unit(name: str) -> str:
    """Return the name of a column without the unit in brackets behind it: 水费(元) is 水费."""
    return _UNIT.sub("", name)


@dataclass(frozen=True, slots=True)
class Personal:
    """What each medium may show of a personal column or fact: ``show``, ``mask`` or ``hide``."""

    board: str = "show"
    web: str = "mask"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table, from the catalogue or made from a head cell.

    ``id`` is the ASCII id in a category, else the leaf label. ``group`` holds the heading levels above the leaf.
    ``kind`` is one of FORMAT §7's kinds. ``unit`` is the unit the head states ('' when it states none).
    ``additive``: 'yes', 'no' (a balance, a rate, a code), or 'periods' (人数 不跨期: adds over rows, not periods).
    ``distinct``: a head-count in which one payee may stand twice, so its total is not a sum.
    ``claim``: a total that the head cell itself states (村数171个). ``legend``: what its printed number says of it (5=4-2).
    ``standing``: what a new filing takes over from the last one: 'yes' the same cell, a column's id that column's cell.
    """

    id: str
    label: str
    kind: str = "text"
    unit: str = ""
    required: bool = False
    total: bool = False
    of: str = ""
    min_length: int = 0
    group: tuple[str, ...] = ()
    personal: Personal | None = None
    width: str = ""
    align: str = ""
    distinct: bool = False
    additive: str = "yes"
    of_which: bool = False
    note: str = ""
    number: str = ""
    claim: str = ""
    span: Span | None = None
    legend: str = ""
    standing: str = ""

    @property
    def path(self) -> str:
        """Heading levels and leaf label joined by «/»: the name formulas and mapping rows may use."""
        return "/".join((*self.group, self.label))

class Cell(NamedTuple):
    """A cell keeps its value, the exact characters typed, and where; in a personal column both are Private."""

    value: Value | Private[Value]
    text: str | Private[str]
    span: Span


class Role(StrEnum):
    """What a row is: an item that adds up, part of the row above, a total of its own level, or never added."""

    ITEM = "item"
    OF_WHICH = "of_which"
    TOTAL = "total"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class Row:
    """One row; ``cells`` stand as the table's columns do.

    ``level``: 0 for top, one more for each leading full-width space. ``parent``: index of the row it is part of
    (分项 or 其中 of), -1 for none. ``number``: the speakable number («17», «17-1»), '' for totals, parts and rates.
    ``label``: first cell that is not 序号, spaces dropped, without 其中/@ marks.
    """

    cells: tuple[Cell, ...]
    span: Span
    role: Role = Role.ITEM
    level: int = 0
    parent: int = -1
    number: str = ""
    label: str = ""


class Standing(NamedTuple):
    """How a row stands in one panel of a table, as its label there tells; the fields are those of :class:`Row`."""

    role: Role
    level: int
    parent: int
    number: str
    label: str


class Side(NamedTuple):
    """One panel of a table whose panels stand side by side.

    ``columns`` and ``rows`` are indices into the table; rows with nothing in this panel are left out. ``standings``
    are those of ``rows``; a ``parent`` there is an index into ``rows``.
    """

    columns: tuple[int, ...]
    rows: tuple[int, ...]
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """版式: changes looks, never data. ``panels`` are labels set side by side."""

    transposed: bool = False
    panels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table as filed. ``excerpt`` (摘录): rows are only some of all, so totals are not compared.

    ``subtotal``: label of the column whose equal values form groups with derived subtotals (小计), '' for none.
    ``source``: path of the row file it came from, '' when it stands in the filing itself. ``sides``: its panels, ()
    for a table that is not set side by side; there the roles of ``rows`` are those that the first panel tells.
    """

    id: str
    label: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    span: Span
    layout: Layout = Layout()
    subtotal: str = ""
    excerpt: bool = False
    source: str = ""
    sides: tuple[Side, ...] = ()

    def column(self, name: str) -> int:
        """Return the index of the column with this id, label, path or printed number (#5), else -1."""
        for index, column in enumerate(self.columns):
            if name in (column.id, column.label, column.path) or (column.number and name == f"#{column.number}"):
                return index
        return -1

    def columns_named(self, head: str) -> list[int]:
        """Return the indices of all columns that a head cell as typed may mean, its unit in brackets or not."""
        typed = "".join(head.split())
        names = {head.strip(), typed, without_unit(typed)}
        return [index for index, column in enumerate(self.columns) if names & {column.id, column.label, column.path}]
