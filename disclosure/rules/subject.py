"""What a finding is about, told from where it stands: place, category, period, filing, row and column."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace
from functools import cached_property

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Subject
from disclosure.basis.span import Span
from disclosure.board.model import Filing
from disclosure.board.model import Place
from disclosure.board.model import Shelf
from disclosure.reading.table import Row
from disclosure.reading.table import Table

_NESTED = 40
"""How many rows that begin before a place are asked whether they hold it: more parts than any row has."""


@dataclass(frozen=True)
class Map:
    """Where everything of one filing stands; made once per filing that has a finding, not per finding.

    Not slotted: the two look-ups are made when first asked for.
    """

    filing: Filing

    @cached_property
    def _rows(self) -> dict[str, list[tuple[int, int, Row, Table]]]:
        """Rows by path, sorted by where they start (offset in a text, row number in a workbook)."""
        rows: dict[str, list[tuple[int, int, Row, Table]]] = {}
        for table in self.filing.tables:
            for row in table.rows:
                rows.setdefault(row.span.path, []).append((*_extent(row.span), row, table))
        for found in rows.values():
            found.sort(key=lambda entry: entry[:2])
        return rows

    @cached_property
    def _facts(self) -> tuple[tuple[Span, str], ...]:
        pairs = [(fact.cell.span, fact.label) for fact in self.filing.facts]
        return tuple(pairs + [(fact.key_span, fact.label) for fact in self.filing.facts])

    def row_at(self, span: Span) -> tuple[Row, Table] | None:
        """Return the innermost row that holds this place."""
        entries = self._rows.get(span.path, [])
        at = _extent(span)[0]
        upto = bisect_right(entries, at, key=lambda entry: entry[0])
        for _, end, row, table in reversed(entries[max(upto - _NESTED, 0) : upto]):
            if at < end:
                return row, table
        return None

    def fact_at(self, span: Span) -> str:
        """Return the label of the fact that stands at this place, else ''."""
        return next((label for at, label in self._facts if at.path == span.path and _meets(at, span)), "")

    def placed(self, diagnostic: Diagnostic) -> Diagnostic:
        """Return the diagnostic with its subject, and with the argument ``column`` where it stands in a cell."""
        subject = diagnostic.subject
        row, column = subject.row, ""
        found = self.row_at(diagnostic.span)
        if found is not None:
            row = row or found[0].number
            whole = diagnostic.span == found[0].span and len(found[0].cells) > 1
            column = "" if whole else _column_at(found[0], found[1], diagnostic.span)
        else:
            column = self.fact_at(diagnostic.span)
        arguments = diagnostic.arguments
        if column and "column" not in arguments and "label" not in arguments:
            arguments = {**arguments, "column": column}
        return replace(diagnostic, subject=subject_of(self.filing, row), arguments=arguments)


def subject_of(filing: Filing, row: str = "") -> Subject:
    """Return what a finding in this filing is about."""
    return Subject(filing.place, filing.category.id, filing.period.canonical, filing.id, row)


class Atlas:
    """The shelf's filings and places by the paths they were read from."""

    def __init__(self, shelf: Shelf) -> None:
        self._maps: dict[str, Map] = {}
        self._places = sorted(shelf.places.values(), key=lambda place: len(place.folder), reverse=True)
        self._by_id: dict[str, Map] = {}
        for filing in shelf.filings:
            found = self._by_id.setdefault(filing.id, Map(filing))
            found = found if found.filing is filing else Map(filing)
            for path in paths_of(filing):
                self._maps.setdefault(path, found)

    def filing_at(self, path: str) -> Filing | None:
        """Return the filing that was read from this file, else None."""
        return self._maps[path].filing if path in self._maps else None

    def placed(self, diagnostic: Diagnostic) -> Diagnostic:
        """Return the diagnostic with as much of its subject as its path tells, or the filing it was found in."""
        found = self._maps.get(diagnostic.span.path)
        said = diagnostic.subject.filing_id
        if said and (found is None or found.filing.id != said):
            found = self._by_id.get(said, found)
        if found is not None:
            return found.placed(diagnostic)
        if diagnostic.subject.place:
            return diagnostic
        place = self.place_at(diagnostic.span.path)
        return replace(diagnostic, subject=Subject(place=place.path)) if place else diagnostic

    def place_at(self, path: str) -> Place | None:
        """Return the innermost place whose folder holds this path, else None."""
        return next((place for place in self._places if _inside(path, place.folder)), None)


def _inside(path: str, folder: str) -> bool:
    return folder in ("", ".") or path.startswith(f"{folder}/")


def paths_of(filing: Filing) -> Iterable[str]:
    """Return the path of a filing and of every row file it names."""
    return dict.fromkeys([filing.source.path, *(table.source for table in filing.tables if table.source)])


def _column_at(row: Row, table: Table, span: Span) -> str:
    for column, cell in zip(table.columns, row.cells, strict=False):
        if cell.span.path == span.path and _meets(cell.span, span):
            return column.label
    return ""


def _meets(at: Span, span: Span) -> bool:
    if at.cell or span.cell:
        return at.cell == span.cell
    return at.end > at.start and at.start <= span.start < at.end


def _extent(span: Span) -> tuple[int, int]:
    """Return where a span begins and ends: offsets in a text; in a workbook its row and the next."""
    return (span.line, span.line + 1) if span.cell or span.end <= span.start else (span.start, span.end)
