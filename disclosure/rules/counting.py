"""Counts so small that they name somebody: one or two persons in a category of which only totals go on the web."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator
from decimal import Decimal

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.span import Span
from disclosure.basis.values import Amount
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.catalogue.model import Catalogue
from disclosure.reading.table import Table
from disclosure.rules.circumstances import sick
from disclosure.rules.reaching import names_column
from disclosure.rules.reaching import on_web
from disclosure.rules.reaching import plain

SLUG = "small-count-exposed"
FEWEST = 3
_UNITS = ("人", "户", "名", "位")
_COUNTS = re.compile(r"人数|户数|人口")
_CHILDREN = re.compile(r"孤儿|事实无人抚养|困境儿童|未成年")


def check_filing(filing: Filing, shelf: Shelf) -> Iterable[Diagnostic]:
    """Return the counts of one or two that the web would show of people in need or ill."""
    if not on_web(filing):
        if "web" not in filing.category.media and filing.category.subject == "aid" and filing.category.audience != "party":
            yield from _totals(filing)
        return
    for table in filing.tables:
        if not any(names_column(column) for column in table.columns):
            yield from _cells(table, shelf.catalogue)


def _totals(filing: Filing) -> Iterator[Diagnostic]:
    """Yield the facts of a board-only list that its page on the web does tell: so many households, so many persons."""
    for fact in filing.facts:
        if _is_count(fact.kind, fact.unit, fact.label) and _is_few(fact.cell.value):
            yield _told(fact.cell.span, fact.label)


def _cells(table: Table, catalogue: Catalogue) -> Iterator[Diagnostic]:
    counts = [index for index, column in enumerate(table.columns) if _is_count(column.kind, column.unit, column.path)]
    ill = sick(catalogue)
    for index in counts:
        column = table.columns[index]
        always = _is_sensitive(f"{table.label} {column.path}", ill)
        for row in table.rows:
            cell = row.cells[index]
            if _is_few(cell.value) and (always or _is_sensitive(" ".join(_words(plain(one.text)) for one in row.cells), ill)):
                yield _told(cell.span, column.label)


def _words(text: str) -> str:
    return text if len(text) <= 40 else ""


def _is_sensitive(words: str, ill: re.Pattern[str]) -> bool:
    return ill.search(words) is not None or _CHILDREN.search(words) is not None


def _is_count(kind: str, unit: str, label: str) -> bool:
    return kind in ("count", "quantity") and (unit in _UNITS or _COUNTS.search(label) is not None)


def _is_few(value: object) -> bool:
    return isinstance(value, Amount) and Decimal(0) < value.base < FEWEST


def _told(span: Span, label: str) -> Diagnostic:
    return Diagnostic(SLUG, span, {"column": label})
