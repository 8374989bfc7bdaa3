"""The example on every category file reads without a finding, is in time, and breaks when a figure in it is changed."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal

import pytest

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.span import Span
from disclosure.basis.values import Amount
from disclosure.basis.values import Day
from disclosure.basis.values import Period
from disclosure.board.arithmetic import in_base
from disclosure.board.deadline import deadline
from disclosure.board.evaluate import breaches
from disclosure.board.filing import read_filing
from disclosure.board.model import Filing
from disclosure.board.model import Place
from disclosure.board.model import Settings
from disclosure.board.model import Shelf
from disclosure.board.relation import Relation
from disclosure.board.relation import cells_of
from disclosure.board.relation import sides
from disclosure.board.relations import of_identity
from disclosure.board.resolve import Scope
from disclosure.catalogue.effective import due_for
from disclosure.catalogue.effective import effective
from disclosure.catalogue.formula import Identity
from disclosure.catalogue.model import Category
from disclosure.reading.table import Cell
from disclosure.reading.yaml import read_yaml

from .helpers import SHIPPED

DEEP = [one for one in SHIPPED.categories.values() if one.depth == "deep"]
EVERY = pytest.mark.parametrize("category", DEEP, ids=[one.id for one in DEEP])
PLACE = Place("qinghe/shiqiao", "shiqiao", "石桥村", "village", "青禾镇/石桥村", Span("青禾镇/石桥村/place.yaml"))


class Alone(Shelf):
    """A shelf on which nothing came before."""

    def earlier(self, filing: Filing) -> tuple[Filing, ...]:  # noqa: ARG002 (the shape of the real one)
        """Return nothing."""
        return ()


def read(text: str) -> tuple[Filing, list[Diagnostic]]:
    path = "青禾镇/石桥村/a.yaml"
    result = read_filing(read_yaml(text.encode(), path), path, PLACE, SHIPPED, {})
    assert result.filing is not None, result.diagnostics
    return result.filing, result.diagnostics


def broken(filing: Filing) -> bool:
    shelf = Alone({PLACE.path: PLACE}, Settings(), SHIPPED, (filing,))
    return bool(breaches(filing, shelf))


def money(filing: Filing) -> list[Cell]:
    """Return every cell that holds an amount of money."""
    cells = [fact.cell for fact in filing.facts if fact.kind == "money"]
    for table in filing.tables:
        kinds = [column.kind for column in table.columns]
        cells += [cell for row in table.rows for cell, kind in zip(row.cells, kinds, strict=True) if kind == "money"]
    return [cell for cell in cells if isinstance(cell.value, Amount)]


@EVERY
def test_an_example_reads_without_a_finding_and_adds_up(category: Category) -> None:
    filing, found = read(category.example)
    assert not found
    assert filing.category is category
    assert not broken(filing)


@EVERY
def test_an_example_is_signed_and_in_time(category: Category) -> None:
    filing = read(category.example)[0]
    assert filing.posted_on is not None
    assert ("web" in category.media) == (filing.published_on is not None)
    signed = {signature.role: signature.date for signature in filing.signatures if signature.name}
    assert set(category.sign) <= set(signed)
    assert all(day is not None and day <= filing.posted_on for day in signed.values())
    law = effective(SHIPPED, category, "chongqing", period_end=filing.period.last, posting_day=filing.posted_on)
    days = {fact.id: fact.cell.value.date for fact in filing.facts if fact.kind == "date"}  # type: ignore[union-attr]
    due = deadline(law, filing.period, days)
    assert due_for(law).form == "none" or (due.on is not None and filing.posted_on <= due.on)


@EVERY
def test_an_example_shows_what_the_category_asks_for(category: Category) -> None:
    filing = read(category.example)[0]
    assert {fact.id for fact in category.facts if fact.required} <= {fact.id for fact in filing.facts}
    assert {table.id for table in category.tables} <= {table.id for table in filing.tables}
    for table in category.tables:
        filed = filing.table(table.id)
        assert filed is not None
        for column in table.columns:
            cells = [row.cells[filed.column(column.id)].text for row in filed.rows if row.role == "item"]
            assert not column.required or all(str(text).strip() for text in cells), column.label


@EVERY
def test_nine_of_ten_changed_amounts_are_noticed(category: Category) -> None:
    """An amount that is 7.31 off breaks an identity, a total or a running balance."""
    cells = money(read(category.example)[0])
    missed = [cell for cell in cells if not broken(read(_changed(category.example, cell))[0])]
    assert len(missed) <= 0.1 * len(cells), [cell.text for cell in missed]


def _changed(text: str, cell: Cell) -> str:
    assert isinstance(cell.value, Amount)
    typed = text[cell.span.start : cell.span.end]
    wrong = re.sub(r"[−\d][\d,.]*", f"{cell.value.number + Decimal('7.31'):,}", typed, count=1)
    assert wrong != typed
    return text[: cell.span.start] + wrong + text[cell.span.end :]


@EVERY
def test_every_identity_says_something_about_the_example(category: Category) -> None:
    """None of them is silent for ever: something in the example takes part, unless it looks back at an earlier filing."""
    filing = read(category.example)[0]
    known = {fact.id for fact in filing.facts} | {fact.label for fact in filing.facts}
    known |= {name for table in filing.tables for name in (table.id, table.label)}
    for identity in category.identities:
        words = set(re.findall(r"[^\W\d]\w*", identity.text)) - {"sum", "count"}
        assert words & known, identity.text


@EVERY
def test_every_identity_breaks_when_one_of_its_cells_is_changed(category: Category) -> None:
    for identity in category.identities:
        if "previous." in identity.text:
            continue
        told = [one for one in said(identity, category.example) if sides(one, in_base)]
        assert told, identity.text
        cells = {cell.span[:3]: cell for one in told for cell in cells_of(one)}
        texts = [text for cell in cells.values() for text in moved(category.example, cell)]
        assert any(one.broken() for text in texts for one in said(identity, text)), identity.text


def said(identity: Identity, text: str) -> list[Relation]:
    filing = read(text)[0]
    shelf = Alone({PLACE.path: PLACE}, Settings(), SHIPPED, (filing,))
    return list(of_identity(identity, Scope(filing, shelf, own=False), None, []))


def moved(text: str, cell: Cell) -> list[str]:
    """Return the text with a figure or a day in it much too great, and much too small."""
    before, typed, after = text[: cell.span.start], text[cell.span.start : cell.span.end], text[cell.span.end :]
    if isinstance(cell.value, Amount):
        wrong = [f"{cell.value.number + step:,}" for step in (Decimal(9007), Decimal(-9007))]
        return [before + re.sub(r"[−\d][\d,.]*", one, typed, count=1) + after for one in wrong]
    if isinstance(cell.value, Day | Period):
        day = cell.value.date if isinstance(cell.value, Day) else cell.value.first
        days = [day + step * timedelta(20_000) for step in (1, -1)]
        return [f"{before}{day}{after}" for day in days]
    return []
