"""The tree that reading YAML gives: every scalar is text, every node knows where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from disclosure.basis.span import Span


class Scalar(NamedTuple):
    """Text exactly as typed (quotes removed). ``style`` is '' plain, ' " quoted, | or > block.

    ``lines`` is set for block scalars: for each line of ``text`` the span of its first character to its last,
    so that a cell inside a pasted table has an exact place.
    """

    text: str
    span: Span
    style: str = ""
    lines: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Sequence:
    """A YAML list; ``flow`` when written with brackets."""

    items: tuple[Node, ...]
    span: Span
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Mapping:
    """A YAML mapping in the order typed; a key that stands twice stands twice here too."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span
    flow: bool = False

    def get(self, *names: str) -> Node | None:
        """Return the node behind the first of ``names`` that is there, else None."""
        for name in names:
            for key, node in self.entries:
                if key.text == name:
                    return node
        return None

    def __iter__(self) -> Iterator[tuple[Scalar, Node]]:
        return iter(self.entries)


Node = Scalar | Sequence | Mapping


class RawCell(NamedTuple):
    """A cell before its column is known: the characters shown, where, and for a workbook the stored number.

    ``stored`` is the number as text when the workbook's own value differs from what it shows by more than half
    a unit of the last digit shown; ``broken`` is True for a formula without a value.
    """

    text: str
    span: Span
    stored: str = ""
    broken: bool = False


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row before shaping: cells by head (mapping rows) or by position, with its 其中/分项 rows beneath it.

    ``parts`` holds (kind, row) with kind 'of_which' (其中) or 'part' (分项). ``role`` is 'total' where the filing
    says so beside the row (合计行 of a row file).
    """

    cells: tuple[RawCell | None, ...]
    span: Span
    parts: tuple[tuple[str, RawRow], ...] = ()
    role: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """The common form of the three spellings of rows: one head row and body rows of equal width.

    ``heads`` are head cells with levels joined by ``/`` (a literal slash is ``／``), as in FORMAT §3. ``unit`` is
    what a line above the table of a row file states (单位:万元). ``wide``: the rows as typed where nearly all have the
    same number of cells more than the head.
    """

    heads: tuple[RawCell, ...]
    rows: tuple[RawRow, ...]
    span: Span
    unit: str = ""
    wide: tuple[RawRow, ...] = ()
