"""The rows of a shipped table by the ids of its columns: figures, days and words, whether they are personal or not."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from disclosure.basis.private import Private
from disclosure.basis.span import Span
from disclosure.basis.values import Amount
from disclosure.basis.values import Day
from disclosure.basis.values import Value
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.board.standing import replaced
from disclosure.reading.table import Cell
from disclosure.reading.table import Role
from disclosure.reading.table import Row
from disclosure.reading.table import Table


class Entry(NamedTuple):
    """One item row; a column the table does not have reads as blank. ``text`` reveals: never put it in a message."""

    table: Table
    row: Row
    at: Mapping[str, int]
    """Where the columns stand, by id."""

    def cell(self, name: str) -> Cell | None:
        """Return the cell of the column with this id, None where there is no such column."""
        at = self.at.get(name)
        return self.row.cells[at] if at is not None and at < len(self.row.cells) else None

    def has(self, name: str) -> bool:
        """Tell whether the table has this column."""
        return name in self.at

    def value(self, name: str) -> Value | None:
        """Return what the cell holds, revealed, None where there is no such column."""
        at = self.at.get(name)
        if at is None or at >= len(self.row.cells):
            return None
        value = self.row.cells[at].value
        return value.reveal() if isinstance(value, Private) else value

    def amount(self, name: str) -> Decimal | None:
        """Return an exact figure in base units; a rough one (约, a range) and a blank give None."""
        return exact(self.value(name))

    def day(self, name: str) -> date | None:
        """Return an exact day; one known to the month only gives None."""
        value = self.value(name)
        return value.date if isinstance(value, Day) and value.exact else None

    def text(self, name: str) -> str:
        """Return the words of a cell without any spaces."""
        at = self.at.get(name)
        if at is None or at >= len(self.row.cells):
            return ""
        words = self.row.cells[at].text
        return "".join((words.reveal() if isinstance(words, Private) else words).split())

    def span(self, name: str) -> Span:
        """Return where the cell stands, the row where it holds nothing."""
        cell = self.cell(name)
        return cell.span if cell is not None and self.text(name) else self.row.span


def exact(value: Value | None) -> Decimal | None:
    """Return the figure of an exact amount in base units, else None."""
    return value.base if isinstance(value, Amount) and not value.qualifier and value.low is None else None


def entries(filing: Filing, table: str) -> tuple[Entry, ...]:
    """Return the item rows of a filing's table with this id, parts of other rows left out."""
    found = next((one for one in filing.tables if one.id == table), None)
    return () if found is None else entries_of(found)


def entries_of(table: Table) -> tuple[Entry, ...]:
    """Return the item rows of a table, parts of other rows left out."""
    at: dict[str, int] = {}
    for index, column in enumerate(table.columns):
        at.setdefault(column.id, index)
    return tuple(Entry(table, row, at) for row in table.rows if row.role is Role.ITEM and row.parent < 0)


def fact(filing: Filing, name: str) -> Decimal | None:
    """Return a fact's exact figure in base units, else None."""
    found = filing.fact(name)
    if found is None:
        return None
    value = found.cell.value
    return exact(value.reveal() if isinstance(value, Private) else value)


def fact_day(filing: Filing, name: str) -> date | None:
    """Return the exact day a fact tells, else None."""
    found = filing.fact(name)
    value = found.cell.value if found is not None else None
    return value.date if isinstance(value, Day) and value.exact else None


def fact_text(filing: Filing, name: str) -> str:
    """Return the words of a fact without spaces, '' where it is not stated."""
    found = filing.fact(name)
    if found is None:
        return ""
    words = found.cell.text
    return "".join((words.reveal() if isinstance(words, Private) else words).split())


def current(shelf: Shelf, *categories: str) -> Iterator[Filing]:
    """Yield the filings of the shelf's places in these categories that no newer one supersedes."""
    gone = replaced(shelf.filings)
    for filing in shelf.filings:
        if filing.category.id in categories and filing.id not in gone and not filing.nil:
            yield filing


def superseded(filing: Filing, shelf: Shelf) -> bool:
    """Tell whether a newer filing stands in this one's stead."""
    return any(other.supersedes == filing.id for other in shelf.filings)


def money(number: Decimal) -> str:
    """Return a sum of money as it is said in a message."""
    return f"{number:,.2f}"


def number_of(entry: Entry) -> str:
    """Return «第 4 号», or the line where a row has no number."""
    return f"第 {entry.row.number} 号" if entry.row.number else f"第 {entry.row.span.line} 行"
