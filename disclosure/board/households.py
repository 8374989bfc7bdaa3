"""What lets a row of a list of who gets what be known again in another village's list, without telling whose it is.

A name alone proves nothing: in thirty villages many bear the same. A row can be known again where a figure in it says
something (three digits or more), a second one stands beside it, and no other row of its own list has the same figures;
lists of one or two rows prove nothing. Then name and figures are made
into a digest keyed by a secret of this machine. Rows with a note of their own and names half masked take no part.
"""

from __future__ import annotations

import hashlib
import struct
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from disclosure.basis.names import is_person
from disclosure.basis.span import Span
from disclosure.basis.values import Amount
from disclosure.basis.values import Day
from disclosure.basis.values import Period
from disclosure.board.entries import Entry
from disclosure.board.entries import entries_of
from disclosure.board.model import Filing
from disclosure.reading.table import Column
from disclosure.reading.table import Table

SUBJECTS = ("subsidy", "aid")
"""Subjects under which lists of who gets what are filed."""

Figure = Decimal | Day | Period | None

_MEASURES = ("area", "quantity", "money")
_MOMENTS = ("period", "date")
_TELLING = 3
_LEAST_ROWS = 3
_LEAST_FIGURES = 2
_BYTES = 8
_LONGEST = 10
_ROW = struct.Struct(f"<{_BYTES}sII")


class Household(NamedTuple):
    """A row that could be known again: ``mark`` says whether it is the same as another, ``row`` is its speakable number."""

    mark: bytes
    row: str
    span: Span


def households(filing: Filing, key: bytes) -> tuple[tuple[str, bytes], ...]:
    """Return (file, rows packed) of every list of a filing; :func:`unpacked` reads them.

    ``key`` makes the digests ones that nobody can try guesses against who does not have it; without one there are none.
    """
    if not key or filing.category.subject not in SUBJECTS or filing.nil or filing.reposted:
        return ()
    lists = ((table.source or filing.source.path, _packed(table, key)) for table in filing.tables)
    return tuple((path, rows) for path, rows in lists if rows)


def unpacked(path: str, rows: bytes) -> Iterator[Household]:
    """Yield the rows that :func:`households` packed of the file at ``path``."""
    for mark, line, number in _ROW.iter_unpack(rows):
        yield Household(mark, str(number) if number else "", Span(path, line))


def note_of(entry: Entry) -> str:
    """Return what a row's note says, '' where it has none: a note explains what would be asked about."""
    return (entry.text("note") if "note" in entry.at else "") or (entry.text("备注") if "备注" in entry.at else "")


def _packed(table: Table, key: bytes) -> bytes:
    who = next((column.id for column in table.columns if column.kind == "person"), "")
    measured = [column.id for column in table.columns if _sets_apart(column)]
    if not who or len(measured) < _LEAST_FIGURES:
        return b""
    rows = [(entry, tuple([_figure(entry, name) for name in measured])) for entry in entries_of(table)]
    if len(rows) < _LEAST_ROWS:
        return b""
    common = Counter(figures for _, figures in rows)
    apart = ((entry, figures) for entry, figures in rows if common[figures] == 1 and _say_enough(figures))
    return b"".join(_row(entry, (name, *map(_said, figures)), key) for entry, figures in apart if (name := entry.text(who)) and is_person(name) and not note_of(entry))


def _sets_apart(column: Column) -> bool:
    return (column.kind in _MEASURES and column.additive != "no") or column.kind in _MOMENTS


def _figure(entry: Entry, name: str) -> Figure:
    value = entry.value(name)
    return value.base if isinstance(value, Amount) else value if isinstance(value, Day | Period) else None


def _say_enough(figures: tuple[Figure, ...]) -> bool:
    telling = any(isinstance(one, Decimal) and len(one.normalize().as_tuple().digits) >= _TELLING for one in figures)
    return telling and sum(one is not None for one in figures) >= _LEAST_FIGURES


def _said(figure: Figure) -> str:
    return format(figure.normalize(), "f") if isinstance(figure, Decimal) else "" if figure is None else str(figure)


def _row(entry: Entry, words: tuple[str, ...], key: bytes) -> bytes:
    number = int(entry.row.number) if entry.row.number.isdecimal() and len(entry.row.number) < _LONGEST else 0
    digest = hashlib.blake2b("\n".join(words).encode("utf-8", "surrogatepass"), digest_size=_BYTES, key=key[:32], person=b"household").digest()
    return _ROW.pack(digest, entry.row.span.line, number)
