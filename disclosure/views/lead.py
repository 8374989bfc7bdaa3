"""The paragraph under the sentence: against last time, the three largest, corrections and where they stand."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from markupsafe import Markup
from markupsafe import escape

from disclosure.basis.units import scale
from disclosure.basis.values import Amount
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.reading.table import Role
from disclosure.reading.table import Row
from disclosure.reading.table import Table
from disclosure.views import corrections
from disclosure.views import ledger as books
from disclosure.views import mask
from disclosure.views.columns import label_index
from disclosure.views.columns import visible
from disclosure.views.counting import main_table
from disclosure.views.figures import total
from disclosure.views.words import money
from disclosure.views.words import num

_CLAUSE = re.compile(r"[，,。；;（(：:]")
_BEFORE = {"month": "上月末", "quarter": "上季末", "half": "上半年末", "year": "上年末"}
_ENOUGH = 4


class Large(NamedTuple):
    """One of the largest entries: its words, its figure, its speakable number."""

    words: str
    figure: str
    number: str


def paragraph(filing: Filing, shelf: Shelf, entries: tuple[Large, ...]) -> Markup:
    """Return the lead: change, three largest, corrections; empty where there is nothing to say."""
    if filing.nil:
        return Markup()
    return Markup("").join([_change(filing, shelf), _largest_words(filing, entries), _corrected(filing)])


def _change(filing: Filing, shelf: Shelf) -> Markup:
    table = main_table(filing)
    flow = books.flow_of(filing, table) if table else None
    if flow:
        opening, closing = flow.opening.cell.value, flow.closing.cell.value
        if isinstance(opening, Amount) and isinstance(closing, Amount):
            return _difference(closing.base - opening.base, _BEFORE.get(filing.period.unit, "期初"))
        return Markup()
    return _against_last(filing, table, shelf) if table else Markup()


def _difference(change: Decimal, than: str) -> Markup:
    if not change:
        return Markup("与{}持平。").format(than)
    return Markup("比{}{} {}。").format(than, "多" if change > 0 else "少", num(money(abs(change))))


def _against_last(filing: Filing, table: Table, shelf: Shelf) -> Markup:
    """Compare the one total of money with the last filing of the same category."""
    at = _money_column(table)
    earlier = shelf.earlier(filing) if at >= 0 else ()
    if len(earlier) != 1 or earlier[0].period.unit != filing.period.unit or earlier[0].stage != filing.stage:
        return Markup()
    before = earlier[0].table(table.id)
    place = before.column(table.columns[at].id) if before else -1
    now, then = _sum(table, at), _sum(before, place) if before and place >= 0 else None
    if now is None or then is None or before is None:
        return Markup()
    change = now * scale(table.columns[at].unit) - then * scale(before.columns[place].unit)
    return _difference(change, f"上期（{earlier[0].period.words()}）")


def _money_column(table: Table) -> int:
    columns = [at for at, column in enumerate(table.columns) if column.kind == "money" and column.total]
    return columns[0] if len(columns) == 1 and not table.excerpt and not table.sides else -1


def _items(table: Table) -> list[Row]:
    return [row for row in table.rows if row.role is Role.ITEM and row.parent < 0 and row.level == 0]


def _sum(table: Table, at: int) -> Decimal | None:
    return total((row.cells[at].value for row in _items(table)), table.columns[at].unit)


def largest(filing: Filing, medium: str) -> tuple[Large, ...]:
    """Return the three largest outgoings of a cash book, or entries of a table that names no persons."""
    table = main_table(filing)
    if table is None or len(_items(table)) < _ENOUGH or mask.withheld(filing, medium):
        return ()
    shown = visible(table, medium)
    if not shown:
        return ()
    label, column, _ = shown[label_index(shown)]
    flow = books.flow_of(filing, table)
    at = flow.minus[0] if flow and len(flow.minus) == 1 else _money_column(table)
    if at < 0 or column.kind in ("person", "phone") or column.personal is not None:
        return ()
    entries = [(row.cells[at].value, row) for row in _items(table)]
    amounts = [(value, row) for value, row in entries if isinstance(value, Amount) and value.number > 0]
    top = sorted(amounts, key=lambda pair: -pair[0].base)[:3]
    return tuple(Large(_short(mask.text(row.cells[label], column.kind, "show")), money(value.number, value.unit or "元", value.decimals), row.number) for value, row in top)


def _short(text: str) -> str:
    """Return the first clause of a summary: enough to know which entry is meant."""
    clause = _CLAUSE.split(text.strip(), 1)[0].strip()
    return clause if 2 <= len(clause) <= 14 else text.strip()[:14]


def _largest_words(filing: Filing, entries: tuple[Large, ...]) -> Markup:
    if len({entry.words for entry in entries}) < 3:
        return Markup()
    table = main_table(filing)
    name = "三笔支出" if table and books.flow_of(filing, table) else "三项"
    listed = Markup("，").join(Markup("{} {}").format(escape(entry.words), num(entry.figure)) for entry in entries)
    return Markup("最大的{}：{}。").format(name, listed)


def _corrected(filing: Filing) -> Markup:
    if not filing.corrections:
        return Markup()
    rows = corrections.rows(filing)
    text = Markup("更正 {}").format(num(f"{len(filing.corrections)} 处"))
    if not rows:
        return text + "。"
    links = Markup("、").join(Markup('<a href="#r{}">{}</a>').format(row, row) for row in rows)
    return text + Markup("，在第 {} 行。").format(links)
