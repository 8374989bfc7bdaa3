"""What a new filing takes over from the last one: facts its category continues, rows that stand from period to period."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from disclosure.basis.numbers import read_amount
from disclosure.basis.period import Period
from disclosure.basis.private import HIDDEN
from disclosure.basis.private import Private
from disclosure.basis.values import Absent
from disclosure.basis.values import Amount
from disclosure.basis.values import Day
from disclosure.board.model import Filing
from disclosure.board.model import Place
from disclosure.board.model import Shelf
from disclosure.board.standing import replaced
from disclosure.catalogue.formula import Identity
from disclosure.catalogue.formula import Name
from disclosure.catalogue.model import Category
from disclosure.catalogue.model import TableSpec
from disclosure.reading.table import Column
from disclosure.reading.table import Role
from disclosure.reading.table import Row
from disclosure.reading.table import Table

_DITTO = ("〃", "同上")
_INDENT = "\u3000"


def last_filing(shelf: Shelf, place: Place, category: Category, period: Period) -> Filing | None:
    """Return the last filing before a period of the same place and category; None where several could be meant."""
    gone = replaced(shelf.filings)
    before = [
        filing
        for filing in shelf.filings
        if filing.place == place.path and filing.category.id == category.id and filing.period.last < period.first
    ]
    standing = [filing for filing in before if filing.id not in gone] or before
    end = max((filing.period.last for filing in standing), default=None)
    latest = [filing for filing in standing if filing.period.last == end]
    return latest[0] if len(latest) == 1 else None


def follows_on(previous: Filing, period: Period) -> bool:
    """Tell whether nothing lies between a filing's period and this one: only then do its figures go on."""
    return (period.first - previous.period.last).days == 1


def facts_carried(category: Category, previous: Filing) -> dict[str, str]:
    """Return the facts, by label, that the category says continue one of the filing before."""
    found = {}
    for identity in category.identities:
        here, there = _continued(identity)
        spec = next((fact for fact in category.facts if here in (fact.id, fact.label)), None)
        fact = previous.fact(there) if there else None
        if spec is not None and fact is not None and isinstance(fact.cell.text, str) and fact.cell.text:
            found[spec.label] = fact.cell.text
    return found


def rows_carried(category: Category, previous: Filing, *, figures: bool) -> dict[str, list[list[str]]]:
    """Return the rows of every standing table as cell texts, one per column of the category, by table id.

    ``figures``: whether columns that continue another one (期初余额 from 期末余额) are filled; rows in which all of
    those are zero are over and left out.
    """
    found = {}
    for spec in category.tables:
        table = previous.table(spec.id)
        if table is not None and any(column.standing for column in spec.columns):
            found[spec.id] = list(_rows(spec, table, figures=figures))
    return {name: rows for name, rows in found.items() if rows}


def _continued(identity: Identity) -> tuple[str, str]:
    """Return (fact, fact of the filing before) for «opening = previous.closing», ('', '') for anything else."""
    match identity.sides:
        case (Name((here,), previous=False), Name((there,), previous=True)):
            return here, there
        case (Name((there,), previous=True), Name((here,), previous=False)):
            return here, there
    return "", ""


def _rows(spec: TableSpec, table: Table, *, figures: bool) -> Iterator[list[str]]:
    above = [""] * len(table.columns)
    for row in table.rows:
        above = [_text(row, at, column, above[at]) for at, column in enumerate(table.columns)]
        if row.role in (Role.ITEM, Role.OF_WHICH) and not _is_over(spec, table, row):
            cells = [_taken(spec, column, table, above, figures=figures) for column in spec.columns]
            yield _indented(cells, row)


def _taken(spec: TableSpec, column: Column, table: Table, texts: list[str], *, figures: bool) -> str:
    """Return what a column takes over of a row given as texts."""
    source = column.id if column.standing == "yes" else column.standing
    at = table.column(source) if source else -1
    if at < 0 or (source != column.id and not figures):
        return ""
    home = next((one for one in spec.columns if one.id == source), column)
    return _in_unit(texts[at], table.columns[at], home)


def _is_over(spec: TableSpec, table: Table, row: Row) -> bool:
    """Tell whether every figure that goes on is zero: a debt that was paid."""
    names = {column.standing for column in spec.columns} - {"", "yes"}
    found = [_amount(row, table.column(name)) for name in names if table.column(name) >= 0]
    return bool(found) and all(number == 0 for number in found)


def _amount(row: Row, at: int) -> Decimal | None:
    value = row.cells[at].value
    plain = value.reveal() if isinstance(value, Private) else value
    return plain.number if isinstance(plain, Amount) else None


def _text(row: Row, at: int, column: Column, above: str) -> str:
    """Return a cell as it can be written again in any period: days with their year, 同上 as what stood above."""
    cell = row.cells[at]
    value = cell.value.reveal() if isinstance(cell.value, Private) else cell.value
    text = (cell.text.reveal() if isinstance(cell.text, Private) else cell.text).strip()
    if text in _DITTO:
        return above
    if value is Absent.BLANK or HIDDEN in text:
        return ""
    if isinstance(value, Day) and column.kind == "date":
        return value.date.isoformat() if value.exact else value.date.isoformat()[:7]
    return text.replace("|", "｜").replace("\n", " ")


def _in_unit(text: str, column: Column, home: Column) -> str:
    """Return a figure with its unit where the last filing's column was in another one (万元) than the category's."""
    unit = column.unit or ""
    if not text or unit == home.unit or (column.kind == "money" and {unit, home.unit} <= {"", "元"}):
        return text
    read = read_amount(text)
    return f"{text}{unit}" if isinstance(read, Amount) and not read.unit else text


def _indented(cells: list[str], row: Row) -> list[str]:
    """Return the cells with the label set in as deep as its row stands, and 其中 before a part that is never added."""
    at = next((index for index, text in enumerate(cells) if text), -1)
    if at < 0 or (not row.level and row.role is Role.ITEM):
        return cells
    label = cells[at].lstrip(_INDENT)
    label = label if row.role is Role.ITEM or label.startswith("其中") else f"其中：{label}"
    return [*cells[:at], _INDENT * row.level + label, *cells[at + 1 :]]
