"""What a filing says that is looked up beside it: sums that another level speaks of too, and last days of contracts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from collections.abc import Iterator
from decimal import Decimal

from disclosure.basis.private import Private
from disclosure.basis.private import strip_secret
from disclosure.basis.span import Span
from disclosure.board.entries import entries
from disclosure.board.entries import exact
from disclosure.board.entries import fact
from disclosure.board.entries import fact_text
from disclosure.board.flow import Flow
from disclosure.board.flow import Term
from disclosure.board.model import Filing
from disclosure.board.model import Place
from disclosure.board.model import Shelf
from disclosure.catalogue.model import Catalogue
from disclosure.reading.table import Column
from disclosure.reading.table import Role
from disclosure.reading.table import Row
from disclosure.reading.table import Table

GIVEN, RECEIVED, PAID = "given", "received", "paid"
GIVERS = ("township", "county")
_SUMS = ("拨付金额", "拨款金额", "下达金额", "分配金额", "发放金额", "补贴金额", "拨付", "金额")
_DOCUMENTS = ("文号", "资金文号", "拨款文号", "下达文号", "政策依据")
_WORDS = ("用途", "项目", "补贴", "补贴名称", "资金名称", "项目名称")
_MONEY = ("money",)
_PROGRAMME_NAME = 4
"""The shortest name of a category by which words may speak of it."""


def terms(filing: Filing) -> tuple[Term, ...]:
    """Return the last days of the contracts of a list of leases, leaving out what a later contract goes on with."""
    rows = entries(filing, "leases") if filing.category.id == "asset.lease" else ()
    starts = [(entry.text("asset"), entry.day("start")) for entry in rows]
    found = []
    for entry in rows:
        until = entry.day("end")
        renewed = until and any(name == entry.text("asset") and start and start > until for name, start in starts)
        if until and not renewed:
            found.append(Term(entry.row.number, entry.span("end"), until))
    return tuple(found)


def flows(filing: Filing, shelf: Shelf) -> tuple[Flow, ...]:
    """Return the sums of public money of a filing that the level above or below speaks of too; nobody's name."""
    place = shelf.places.get(filing.place)
    if filing.nil or place is None:
        return ()
    if place.level in GIVERS:
        return tuple(_given(filing, shelf))
    if filing.category.id == "fund.transfer":
        return tuple(_received(filing))
    return tuple(_paid(filing)) if filing.category.id.startswith("subs.") else ()


def document(text: str) -> str:
    """Return the number of a paper in one spelling («云财农〔2026〕12号»), '' for what is none."""
    told = re.sub(r"[\s　]", "", unicodedata.normalize("NFKC", text))
    told = re.sub(r"[\[(【〔﹝〈<]", "〔", re.sub(r"[\])】〕﹞〉>]", "〕", told))
    return told if re.search(r"〔(?:19|20)\d\d〕", told) else ""


def programme(words: str, catalogue: Catalogue) -> str:
    """Return the id of the subsidy whose name stands in these words, the longest where several do; '' for none."""
    names = [
        (len(name), category.id)
        for category in catalogue.categories.values()
        if category.id.startswith("subs.")
        for name in (category.name, *category.aliases)
        if len(name) >= _PROGRAMME_NAME and name in words
    ]
    return max(names)[1] if names else ""


def _received(filing: Filing) -> Iterator[Flow]:
    for entry in entries(filing, "funds"):
        amount, number = entry.amount("received"), document(entry.text("document"))
        if amount is not None and number:
            partial = (entry.amount("carried") or Decimal(0)) != 0
            yield Flow(RECEIVED, filing.place, number, "", strip_secret(entry.text("purpose")), amount, entry.span("received"), partial)


def _paid(filing: Filing) -> Iterator[Flow]:
    found, amount = filing.fact("amount"), fact(filing, "amount")
    if found is not None and amount is not None:
        number = document(fact_text(filing, "document") or filing.document_no)
        part = bool(filing.batch or filing.matter or filing.stage)
        yield Flow(PAID, filing.place, number, filing.category.id, filing.category.name, amount, found.cell.span, part)


def _given(filing: Filing, shelf: Shelf) -> Iterator[Flow]:
    """Yield what a township's table says each village below it was given, or of one programme all of them together."""
    below = {_bare(place.name): place for place in shelf.places.values() if place.path.startswith(f"{filing.place}/")}
    for table in filing.tables:
        items = [row for row in table.rows if row.role is Role.ITEM and row.parent < 0]
        where, what = _place_column(table, items, below), _sum_column(table)
        for row in items if what >= 0 else ():
            place = shelf.places[filing.place] if where < 0 else below.get(_bare(_plain(row, where)))
            value = row.cells[what].value
            amount = None if isinstance(value, Private) else exact(value)
            if place is not None and amount is not None:
                made = _flow(filing, table, row, place, amount, row.cells[what].span, shelf.catalogue)
                if where >= 0 or (made.programme and made.document):
                    yield made


def _flow(filing: Filing, table: Table, row: Row, place: Place, amount: Decimal, span: Span, catalogue: Catalogue) -> Flow:
    number = _named(table, row, _DOCUMENTS) or fact_text(filing, "document") or filing.document_no
    about = _named(table, row, _WORDS) or filing.matter or table.label
    said = " ".join((_named(table, row, _WORDS), filing.matter, table.label, filing.title))
    return Flow(GIVEN, place.path, document(number), programme(said, catalogue), strip_secret(about), amount, span)


def _place_column(table: Table, items: list[Row], below: dict[str, Place]) -> int:
    """Return the first column in which most rows name a place below, -1 where there is none."""
    for index, column in enumerate(table.columns):
        named = sum(_bare(_plain(row, index)) in below for row in items) if _is_words(column) else 0
        if named and 2 * named >= len(items):
            return index
    return -1


def _is_words(column: Column) -> bool:
    return column.kind in ("text", "place") and column.personal is None


def _sum_column(table: Table) -> int:
    """Return the column of what was given: the one so called, else the only one of money; -1 where it is not clear."""
    sums = [index for index, column in enumerate(table.columns) if column.kind in _MONEY]
    for name in _SUMS:
        for index in sums:
            if table.columns[index].label == name:
                return index
    return sums[0] if len(sums) == 1 else -1


def _named(table: Table, row: Row, labels: Iterable[str]) -> str:
    for label in labels:
        index = next((at for at, column in enumerate(table.columns) if column.label == label), -1)
        if index >= 0 and (said := _plain(row, index)):
            return said
    return ""


def _plain(row: Row, index: int) -> str:
    text = row.cells[index].text if index < len(row.cells) else ""
    return "" if isinstance(text, Private) else re.sub(r"[\s　]", "", text)


def _bare(name: str) -> str:
    """Return a village's name as tables shorten it: without 民委员会 and 社区居委会."""
    return re.sub(r"(?:村民|居民)?委员会$|(?:村|居)委会$", "", name)
