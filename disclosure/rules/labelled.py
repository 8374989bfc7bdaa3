"""Account numbers that the head of their column gives away: passbooks, social-security and benefit cards."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.basis.accounts import accounts_in
from disclosure.basis.accounts import is_account_label
from disclosure.basis.accounts import of_office
from disclosure.basis.private import Private
from disclosure.basis.private import find_personal
from disclosure.basis.span import Span
from disclosure.board.model import Filing
from disclosure.reading.table import Row


def account_cells(filing: Filing) -> Iterator[tuple[str, Span]]:
    """Yield (account number, its cell) for every number under such a head, and for facts so called.

    Rows about an office's own account may stand, and numbers that say by themselves what they are are told elsewhere.
    """
    for table in filing.tables:
        columns = [index for index, column in enumerate(table.columns) if is_account_label(column.label)]
        for row in table.rows if columns else ():
            if not of_office(_words(row)):
                for index in columns:
                    yield from _numbers(row.cells[index].text, row.cells[index].span)
    for fact in filing.facts:
        if is_account_label(fact.label) and not of_office(" ".join((fact.label, *(_text(one.cell.text) for one in filing.facts)))):
            yield from _numbers(fact.cell.text, fact.cell.span)


def _numbers(text: str | Private[str], span: Span) -> Iterator[tuple[str, Span]]:
    typed = _text(text)
    if not find_personal(typed):
        yield from ((typed[hit.start : hit.end], span) for hit in accounts_in(typed))


def _words(row: Row) -> str:
    return " ".join(_text(cell.text) for cell in row.cells)


def _text(text: str | Private[str]) -> str:
    return text.reveal() if isinstance(text, Private) else text
