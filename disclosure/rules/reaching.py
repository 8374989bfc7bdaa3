"""How far what stands in a filing gets: to the web, to the board only, or nowhere; and rows read as lines about a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from disclosure.basis.names import is_person
from disclosure.basis.private import Private
from disclosure.basis.private import strip_secret
from disclosure.basis.span import Span
from disclosure.board.model import Filing
from disclosure.reading.table import Column
from disclosure.reading.table import Personal
from disclosure.reading.table import Role
from disclosure.reading.table import Table

WEB, BOARD, NOWHERE = "web", "board", ""
_DEFAULTS = {
    "person": Personal(board="show", web="mask"),
    "phone": Personal(board="hide", web="hide"),
    "id_card": Personal(board="hide", web="hide"),
    "bank_card": Personal(board="hide", web="hide"),
}
_OPEN = Personal(board="show", web="show")
_OFFICIAL = re.compile(
    r"经手|经办|证明|审批|审核|批准|责任|负责|答复|承办|保管|联系|带班|值班|监督|复核|制表|出纳|会计|主持|记录|派工|网格|管护|落实|办理"
)
_PEOPLE = re.compile(r"姓名|户主|(?:学生|幼儿|儿童|孩子|小孩|被监护人|对象)(?:姓名)?$")


class Piece(NamedTuple):
    """A cell or fact: under what label, its text as read, where, and how far it gets in full."""

    column: Column
    text: str
    span: Span
    reach: str


class Line(NamedTuple):
    """One row (or all facts together) with the pieces in it that name a villager; officers do not count."""

    pieces: tuple[Piece, ...]
    names: tuple[Piece, ...]
    table: Table | None


def on_web(filing: Filing) -> bool:
    """Tell whether more than counts and totals of a filing is published on the web."""
    return not filing.secret and "web" in filing.category.media and filing.category.audience != "party"


def shown(kind: str, personal: Personal | None) -> Personal:
    """Return what each medium shows of a column or fact of this kind."""
    return personal or _DEFAULTS.get(kind, _OPEN)


def reach_of(filing: Filing, kind: str, personal: Personal | None) -> str:
    """Return how far the full text of a column or fact gets: web, board or nowhere."""
    how = shown(kind, personal)
    if how.web == "show" and on_web(filing):
        return WEB
    return BOARD if how.board == "show" else NOWHERE


def prose_reach(filing: Filing) -> str:
    """Return how far running text gets."""
    return WEB if on_web(filing) else BOARD


def plain(text: str | Private[str]) -> str:
    """Return a text as typed, what 【私:…】 marks left out."""
    return strip_secret(text.reveal() if isinstance(text, Private) else text)


def names_column(column: Column) -> bool:
    """Tell whether a column names villagers: a person's column that is not an officer's."""
    if _OFFICIAL.search(column.label):
        return False
    return column.kind == "person" or _PEOPLE.search(column.label) is not None


def lines_of(filing: Filing) -> Iterator[Line]:
    """Yield every row of every table that names people, and the facts as one line when one of them names somebody."""
    for table in filing.tables:
        naming = [index for index, column in enumerate(table.columns) if names_column(column)]
        if naming:
            yield from _rows(filing, table, naming)
    facts = tuple(
        Piece(Column(fact.id, fact.label, fact.kind), plain(fact.cell.text), fact.cell.span, reach_of(filing, fact.kind, fact.personal))
        for fact in filing.facts
    )
    names = tuple(piece for piece in facts if names_column(piece.column) and is_person(piece.text))
    if names:
        yield Line(facts, names, None)


def _rows(filing: Filing, table: Table, naming: list[int]) -> Iterator[Line]:
    reaches = [reach_of(filing, column.kind, column.personal) for column in table.columns]
    for row in table.rows:
        if row.role is Role.TOTAL or not any(is_person(plain(row.cells[index].text)) for index in naming):
            continue
        pieces = tuple(
            Piece(column, plain(cell.text), cell.span, reach)
            for column, cell, reach in zip(table.columns, row.cells, reaches, strict=True)
        )
        yield Line(pieces, tuple(pieces[index] for index in naming if is_person(pieces[index].text)), table)


def joined(words: str) -> str:
    """Return the words of a PDF as one sentence: its lines break names, and what a list is of stands far above it."""
    return re.sub(r"\s*\n\s*|[。；;！!？?]", "", words)


def prose_of(filing: Filing) -> Iterator[tuple[str, Span]]:
    """Yield every running text of a filing as read, with where it stands: head, notes, body, attached PDFs, facts and cells of text.

    The lines of a PDF are one text: a list has its heading far above its names.
    """
    keys = filing.keys
    heads = {
        "title": filing.title, "matter": filing.matter, "batch": filing.batch, "nil": filing.nil, "follow_up": filing.follow_up,
        "issuer": filing.issuer, "document_no": filing.document_no,
    }  # fmt: skip
    yield from ((strip_secret(text), keys.get(name, filing.span)) for name, text in heads.items() if text)
    yield from ((strip_secret(text), span) for text, span in filing.notes)
    if filing.body:
        yield filing.body, filing.body_span or filing.span
    yield from ((joined(one.words), one.span) for one in filing.attachments if one.words and not one.barred)
    yield from ((plain(fact.cell.text), fact.cell.span) for fact in filing.facts if fact.kind == "text" and not fact.personal)
    for table in filing.tables:
        spoken = [index for index, column in enumerate(table.columns) if column.kind == "text" and column.personal is None]
        yield from ((plain(row.cells[index].text), row.cells[index].span) for row in table.rows for index in spoken)


def place_of(filing: Filing, word: str, near: Span) -> Span:
    """Return where a word stands in the source at or after ``near``; ``near`` itself where it cannot be told."""
    if near.cell or near.path != filing.source.path:
        return near
    text = filing.source.text
    first = near.start if near.end > near.start else 0
    at = text.find(word, first, near.end + 400 if near.end > first else len(text))
    if at < 0:
        return near
    line = text.count("\n", 0, at) + 1
    return Span(near.path, line, at - text.rfind("\n", 0, at), at, at + len(word))
