"""The privacy guard: the whole text of a filing, its row files and its path, read once for numbers of persons."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from itertools import accumulate

from disclosure.basis.accounts import find_accounts
from disclosure.basis.accounts import find_under_heads
from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.office import OFFICE_LABEL
from disclosure.basis.office import is_office_line
from disclosure.basis.private import Found
from disclosure.basis.private import Private
from disclosure.basis.private import find_mailboxes
from disclosure.basis.private import find_personal
from disclosure.basis.span import Span
from disclosure.basis.span import whole_file
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.board.model import Source
from disclosure.reading.table import Column
from disclosure.reading.table import Table
from disclosure.rules.labelled import account_cells
from disclosure.rules.reaching import BOARD
from disclosure.rules.reaching import place_of
from disclosure.rules.scan import hits_in
from disclosure.rules.subject import Map
from disclosure.rules.subject import subject_of

SLUGS = {
    "id_card": "id-card-exposed",
    "bank_card": "bank-card-exposed",
    "phone": "phone-exposed",
    "account": "account-number-exposed",
    "mailbox": "mailbox-exposed",
}
HOLDING = (
    "id-card-exposed", "bank-card-exposed", "phone-exposed", "account-number-exposed",
    "home-address-exposed", "illness-exposed", "minor-exposed", "relief-name-exposed",
)  # fmt: skip
"""The findings that hold a filing back: nothing of it is published until they are mended."""


def holds(diagnostic: Diagnostic) -> bool:
    """Tell whether a finding holds its filing back; words that only the board would show are warned about."""
    return diagnostic.slug in HOLDING and diagnostic.arguments.get("reach") != BOARD

_BREAK = "|\n"
_ESCAPE = re.compile(r"\\[uUx]")


def exposed_in_filing(filing: Filing) -> Iterator[Diagnostic]:
    """Yield a finding for every number of a person in a filing: text with keys, notes and comments; files it names; path.

    Each is told as this filing's own, also where it stands in a row file that another filing names too.
    """
    told: set[tuple[str, Span]] = set()
    subject = subject_of(filing)
    for one in _in_filing(filing):
        if (one.slug, one.span) not in told:
            told.add((one.slug, one.span))
            yield replace(one, subject=subject)


def _in_filing(filing: Filing) -> Iterator[Diagnostic]:
    where = Map(filing)
    yield from exposed_in_text(filing.source, where)
    for table in filing.tables:
        if table.source:
            yield from _in_row_file(table, filing)
    for number, near in account_cells(filing):
        yield Diagnostic(SLUGS["account"], place_of(filing, number, near), {"where": "明细文件" if near.cell else "正文"})
    yield from _in_papers(filing)
    if "\\" in filing.source.text and _ESCAPE.search(filing.source.text):
        yield from _behind_escapes(filing)
    if filing.body and _MARKUP.search(filing.body):
        yield from _behind_markup(filing)


def _in_papers(filing: Filing) -> Iterator[Diagnostic]:
    """Yield numbers in what stands in a row file or an attachment beside the table that was read."""
    if not filing.papers:
        return
    cells = (_text(cell.text) for table in filing.tables if table.source for row in table.rows for cell in row.cells)
    known = "\n".join(map(_digits, cells))
    told: set[tuple[str, str]] = set()
    for text, span, where in sorted(filing.papers, key=lambda paper: (not paper[1].cell, paper[2] == "文档属性")):
        for hit in numbers_in(text):
            digits = _digits(text[hit.start : hit.end])
            if digits in known or (hit.kind == "phone" and is_office_line(text, hit.start)):
                continue
            if span.cell or (span.path, digits) not in told:
                told.add((span.path, digits))
                yield Diagnostic(SLUGS[hit.kind], span, {"where": where})


def numbers_in(text: str) -> list[Found]:
    """Return every number of a person in a text, accounts and mailboxes with digits among them, none twice."""
    hits = hits_in(text)
    accounts = [one for one in find_accounts(text) if not any(one.start < hit.end and hit.start < one.end for hit in hits)]
    return [*hits, *accounts, *find_mailboxes(text)]


def check_filing(filing: Filing, shelf: Shelf) -> Iterable[Diagnostic]:
    """Return the findings of the privacy guard; the shelf is not asked."""
    del shelf
    return exposed_in_filing(filing)


def exposed_in_text(source: Source, where: Map | None = None) -> Iterator[Diagnostic]:
    """Yield a finding for every number of a person in a text and in its path; hotlines and office lines may stand."""
    for hit in (*find_personal(source.path), *find_accounts(source.path)):
        yield Diagnostic(SLUGS[hit.kind], whole_file(source.path), {"where": "文件名或文件夹名"})
    under = find_under_heads(source.text) if where is None else []
    for hit in [*numbers_in(source.text), *under]:
        span = _span(source, hit)
        if _broken(source.text, hit) and not _stated(source.text[hit.start : hit.end], where):
            continue
        if hit.kind == "phone" and _is_office(source.text, hit, span, where):
            continue
        yield Diagnostic(SLUGS[hit.kind], span, {"where": "正文"})


def _span(source: Source, hit: Found) -> Span:
    line = source.text.count("\n", 0, hit.start) + 1
    column = hit.start - source.text.rfind("\n", 0, hit.start)
    return Span(source.path, line, column, hit.start, hit.end)


def _broken(text: str, hit: Found) -> bool:
    """Tell whether a number runs over a tab or a line break: then it may be two neighbours that only look like one."""
    inside = text[hit.start : hit.end]
    return "\n" in inside or "\t" in inside


def _stated(typed: str, where: Map | None) -> bool:
    """Tell whether one single value holds all the digits of a broken number (a folded line), or none was read."""
    if where is None:
        return True
    digits = _digits(typed)
    return any(digits in _digits(text) and find_personal(text) for text, _ in _values(where.filing))


def _digits(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _is_office(text: str, hit: Found, span: Span, where: Map | None) -> bool:
    """Tell whether a phone is a hotline or a work line: by the words before it, its column, or its fact."""
    if is_office_line(text, hit.start):
        return True
    if where is None:
        return False
    found = where.row_at(span)
    if found is None:
        label = where.fact_at(span)
        fact = where.filing.fact(label) if label else None
        return fact is not None and (bool(OFFICE_LABEL.search(label)) or _public_fact(where.filing, fact.id))
    row, table = found
    for column, cell in zip(table.columns, row.cells, strict=False):
        if cell.span.path == span.path and cell.span.start <= span.start < cell.span.end:
            return _public_column(where.filing, table, column)
    return False


def _public_fact(filing: Filing, name: str) -> bool:
    return any(
        spec.id == name and spec.kind == "phone" and (spec.personal is None or spec.personal.web == "show")
        for spec in filing.category.facts
    )


def _public_column(filing: Filing, table: Table, column: Column) -> bool:
    """Tell whether a column holds lines of offices: its label says so, or the catalogue shows it to everybody."""
    if OFFICE_LABEL.search(column.label):
        return True
    given = next((spec for spec in filing.category.tables if spec.id == table.id), None)
    described = given is not None and any(spec.id == column.id for spec in given.columns)
    return described and column.kind == "phone" and (column.personal is None or column.personal.web == "show")


def _in_row_file(table: Table, filing: Filing) -> Iterator[Diagnostic]:
    """Read all heads and cells as one text (each cut off from the next), so that a clean file costs one look."""
    heads = [(column, "", column.span or table.span) for column in table.columns]
    cells = [(column, cell.text, cell.span) for row in table.rows for column, cell in zip(table.columns, row.cells, strict=True)]
    texts = [*map(_head, table.columns), *(_text(text) for _, text, _ in cells)]
    joined = _BREAK.join(texts)
    hits = numbers_in(joined)
    if not hits:
        return
    starts = [0, *accumulate(len(text) + len(_BREAK) for text in texts)]
    places = [*heads, *cells]
    for hit in hits:
        column, _, span = places[bisect_right(starts, hit.start) - 1]
        if hit.kind != "phone" or not _public_column(filing, table, column):
            yield Diagnostic(SLUGS[hit.kind], span, {"where": "明细文件"})


def _head(column: Column) -> str:
    return " ".join((*column.group, column.label, column.unit, column.claim, column.note))


def _behind_escapes(filing: Filing) -> Iterator[Diagnostic]:
    r"""Yield numbers that only show once «\u0031» in a quoted text has been read."""
    known = {_digits(filing.source.text[hit.start : hit.end]) for hit in hits_in(filing.source.text)}
    for text, span in _values(filing):
        for hit in find_personal(text):
            if _digits(text[hit.start : hit.end]) not in known:
                yield Diagnostic(SLUGS[hit.kind], span, {"where": "正文"})


_MARKUP = re.compile(r"<!--.*?-->|<[^>]{0,200}>|&#?\w{1,8};|[*_`~\\]|\]\([^)]{0,200}\)|\[", re.DOTALL)
"""What Markdown and HTML take away, so that digits on both sides of it are read as one number."""


def _behind_markup(filing: Filing) -> Iterator[Diagnostic]:
    """Yield numbers of the text that only show once it is printed: 138**0013**8123."""
    shown = _MARKUP.sub(lambda mark: unescape(mark[0]) if mark[0][0] == "&" else "", filing.body)
    known = {_digits(filing.source.text[hit.start : hit.end]) for hit in numbers_in(filing.source.text)}
    for hit in numbers_in(shown):
        if _digits(shown[hit.start : hit.end]) not in known and not (hit.kind == "phone" and is_office_line(shown, hit.start)):
            yield Diagnostic(SLUGS[hit.kind], filing.body_span or filing.span, {"where": "正文"})


def _values(filing: Filing) -> Iterator[tuple[str, Span]]:
    """Yield every text of a filing that could be published, as read, with where it stands."""
    head = (filing.title, filing.document_no, filing.matter, filing.issuer, filing.nil, filing.follow_up)
    yield from ((text, filing.span) for text in head if text)
    yield from filing.notes
    yield filing.body, filing.body_span or filing.span
    yield from ((fact.label + " | " + _text(fact.cell.text), fact.cell.span) for fact in filing.facts)
    yield from ((signature.name, signature.span) for signature in filing.signatures)
    for table in filing.tables:
        if not table.source:
            yield from ((_text(cell.text), cell.span) for row in table.rows for cell in row.cells)


def _text(text: str | Private[str]) -> str:
    return text.reveal() if isinstance(text, Private) else text
