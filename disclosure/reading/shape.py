"""Grid and columns to a table: values, roles, levels, labels, the numbers rows are called by. Nothing is derived here."""

from __future__ import annotations

import re
from collections.abc import Mapping as Map
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from typing import Required
from typing import TypedDict
from typing import Unpack

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.period import Period
from disclosure.basis.units import is_money
from disclosure.basis.values import Amount
from disclosure.reading.cells import DITTOS
from disclosure.reading.cells import Body
from disclosure.reading.cells import column_cells
from disclosure.reading.heads import Draft
from disclosure.reading.heads import Wish
from disclosure.reading.heads import drafts_of
from disclosure.reading.heads import money_unit
from disclosure.reading.labels import ADDED
from disclosure.reading.labels import SERIALS
from disclosure.reading.labels import kind_of_unit
from disclosure.reading.nodes import Grid
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import RawCell
from disclosure.reading.nodes import RawRow
from disclosure.reading.nodes import Sequence
from disclosure.reading.panels import panels_of
from disclosure.reading.panels import side_units
from disclosure.reading.roles import Flat
from disclosure.reading.roles import Label
from disclosure.reading.roles import Place
from disclosure.reading.roles import flatten
from disclosure.reading.roles import is_sum_word
from disclosure.reading.roles import places_of
from disclosure.reading.roles import read_label
from disclosure.reading.roles import with_serials
from disclosure.reading.table import Cell
from disclosure.reading.table import Column
from disclosure.reading.table import Layout
from disclosure.reading.table import Role
from disclosure.reading.table import Row
from disclosure.reading.table import Table
from disclosure.reading.unitsof import row_units
from disclosure.reading.unitsof import turned


class Asked(TypedDict, total=False):
    """What a filing and its category say of a table; only ``id`` and ``label`` must be given.

    ``columns`` the category's (None: an uncatalogued table) · ``corrections`` 栏 · ``extra`` 栏+ · ``numbers`` 栏号 ·
    ``unit`` 单位 · ``within`` the filing's period · ``subtotal`` 小计 · ``excerpt`` 摘录 · ``source`` the row file ·
    ``choices`` the catalogue's lists by name.
    """

    id: Required[str]
    label: Required[str]
    columns: tuple[Column, ...] | None
    corrections: Mapping | None
    extra: Mapping | None
    numbers: Sequence | None
    unit: str
    within: Period | None
    layout: Layout
    subtotal: str
    excerpt: bool
    source: str
    choices: Map[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Order:
    """The same with every default filled in."""

    id: str
    label: str
    columns: tuple[Column, ...] | None = None
    corrections: Mapping | None = None
    extra: Mapping | None = None
    numbers: Sequence | None = None
    unit: str = ""
    within: Period | None = None
    layout: Layout = field(default_factory=Layout)
    subtotal: str = ""
    excerpt: bool = False
    source: str = ""
    choices: Map[str, tuple[str, ...]] = field(default_factory=dict)


def shape(grid: Grid, **asked: Unpack[Asked]) -> tuple[Table, list[Diagnostic]]:
    """Return the table that a grid makes and everything that is wrong with its heads and cells."""
    order = _Order(**asked)
    unit = order.unit or grid.unit
    numbers, rows = _numbers_row(grid) if order.numbers is None else ((), grid.rows)
    flats = flatten(rows)
    raws, texts, repeating = _crossed(flats, len(grid.heads))
    wish = Wish(order.columns, order.corrections, order.extra, order.numbers, unit, order.label, tuple(map(tuple, texts)), numbers)
    drafts, problems = drafts_of(grid.heads, wish)
    ordered = [texts[draft.source] if draft.source >= 0 else [""] * len(flats) for draft in drafts]
    places = _places(flats, drafts, ordered)
    units = row_units(drafts, ordered, places, money_unit(unit))
    beside = side_units(panels_of(tuple(draft.column for draft in drafts)), ordered)
    spans = [flat.raw.span for flat in flats]
    body = Body(spans, raws, texts, repeating, _told_by(places), units, beside, grid.heads, order.within, order.choices)
    columns = []
    for position, draft in enumerate(drafts):
        cells, found = column_cells(position, draft, body)
        columns.append(cells)
        problems += found
    heads = tuple(_headed(draft, cells) for draft, cells in zip(drafts, columns, strict=True)) if units or beside else tuple(draft.column for draft in drafts)
    table = Table(
        id=order.id, label=order.label, columns=heads, rows=_rows(flats, places, columns), span=grid.span,
        layout=order.layout, subtotal=order.subtotal, excerpt=order.excerpt, source=order.source,
    )  # fmt: skip
    return table, problems


def _headed(draft: Draft, cells: list[Cell]) -> Column:
    """Return the column as its rows' units have it.

    One that says nothing of what it counts is in the unit that all rows bring; one of money by its 单位 alone is not
    where every row brings another: 期初 of 水泥(吨).
    """
    column = draft.column
    units = {value.unit for cell in cells if isinstance(value := cell.value, Amount)}
    if column.kind == "quantity" and not column.unit and len(units) == 1 and "" not in units and turned(draft):
        unit = units.pop()
        return replace(column, kind=kind_of_unit(unit), unit=unit)
    if draft.firm or column.kind != "money":
        return column
    return replace(column, kind="quantity", unit="") if units and not any(unit == column.unit or is_money(unit) for unit in units) else column


Crossed = tuple[list[tuple[RawCell | None, ...]], list[list[str]], frozenset[int]]


def _crossed(flats: list[Flat], width: int) -> Crossed:
    """Return the cells and the texts of every column, and which columns have cells that say «as above» (〃).

    Such a cell has the text above it among the texts.
    """
    if not flats:
        return [()] * width, [[] for _ in range(width)], frozenset()
    raws = list(zip(*[flat.raw.cells for flat in flats], strict=True))
    texts = [[cell.text if cell is not None else "" for cell in cells] for cells in raws]
    repeating = frozenset(index for index, column in enumerate(texts) if not DITTOS.isdisjoint(column))
    return raws, [_repeated(column) if index in repeating else column for index, column in enumerate(texts)], repeating


def _told_by(places: list[Place]) -> dict[int, frozenset[int]]:
    """Return, by column, the rows that are no items because a cell of that column says so."""
    found: dict[int, set[int]] = {}
    for index, place in enumerate(places):
        if place.role is not Role.ITEM:
            found.setdefault(place.lead, set()).add(index)
    return {column: frozenset(rows) for column, rows in found.items()}


def _repeated(texts: list[str]) -> list[str]:
    """Put the text above into cells that say so; one with nothing above it stays."""
    found: list[str] = []
    for text in texts:
        found.append(found[-1] if found and text in DITTOS else text)
    return found


_NUMBER_CELL = re.compile(r"[(（]?([0-9]{1,2})[)）]?(?:\s*=.*)?")
_NUMBER_WORDS = frozenset({"", "甲", "乙", "丙", "丁", "戊", "栏次", "行次", "栏号", "无", "—", "-"})
_SURE = 5
"""How many numbers in a row make a first row plainly one of column numbers, where no word or formula says so."""


def _numbers_row(grid: Grid) -> tuple[tuple[str, ...], tuple[RawRow, ...]]:
    """Take off a first row that only numbers the columns (栏次 1 2 3 4 5=4-2): the numbers, and the rows that remain."""
    if not grid.rows or len(grid.heads) < 3:
        return (), grid.rows
    texts = [cell.text.strip() if cell is not None else "" for cell in grid.rows[0].cells]
    matches = [_NUMBER_CELL.fullmatch(text) for text in texts]
    numbers = [int(match[1]) for match in matches if match]
    odd = [text for text, match in zip(texts, matches, strict=True) if not match and text not in _NUMBER_WORDS]
    plain = len(numbers) >= _SURE or any("=" in text or text.startswith("栏") for text in texts)
    if odd or not plain or len(numbers) < 3 or numbers != list(range(numbers[0], numbers[0] + len(numbers))) or numbers[0] > 1:
        return (), grid.rows
    return tuple(text if match else "" for text, match in zip(texts, matches, strict=True)), grid.rows[1:]


def _places(flats: list[Flat], drafts: tuple[Draft, ...], texts: list[list[str]]) -> list[Place]:
    """Return the place of every row, from its label or from the cell that says 合计 in the label's stead."""
    serials = [i for i, draft in enumerate(drafts) if draft.column.label in SERIALS or draft.column.id == "序号"]
    label = next((i for i, draft in enumerate(drafts) if i not in serials and (draft.source >= 0 or not draft.strict)), -1)
    if label < 0:
        return places_of(flats, [Label(Role.ITEM, 0, "")] * len(flats), [-1] * len(flats))
    others = [i for i, draft in enumerate(drafts) if i != label and draft.source >= 0 and draft.column.kind not in ADDED]
    others = sorted((i for i in others if _tells("".join(texts[i]))), key=lambda index: index not in serials)
    column = drafts[label].column
    panels = panels_of(tuple(draft.column for draft in drafts))
    beside = frozenset(index for panel in panels if label not in panel for index in panel)
    leads = _leads(label, texts, others, beside)
    said = texts[label] if leads is None else [texts[lead][row] for row, lead in enumerate(leads)]
    labels = [read_label(text, person=column.kind == "person", silent=column.personal is not None) for text in said]
    for index, flat in enumerate(flats):
        if flat.raw.role == "total":
            labels[index] = labels[index]._replace(role=Role.TOTAL)
    if serials:
        labels = with_serials(labels, texts[serials[0]])
    return places_of(flats, labels, leads or [label] * len(flats))


def _leads(label: int, texts: list[list[str]], others: list[int], beside: frozenset[int]) -> list[int] | None:
    """Return for each row the column that tells its role: where another cell says 合计 that one, None when none does.

    合计 may stand in 序号, or among the words of a ledger's last line; 其中 in the summary of a line without a date.
    What the other side of a table says (``beside``) tells only of rows that are blank on this one.
    """
    leads = [label] * len(texts[label])
    for column in reversed(others):
        for row, text in enumerate(texts[column]):
            if text and _tells_role(text, texts[label][row]) and not (column in beside and texts[label][row]):
                leads[row] = column
    return leads if others else None


_MARKS = ("其中", "#其中", "@")


def _tells_role(text: str, label: str) -> bool:
    """Tell whether a cell says what the row is, where the label is blank or says something else."""
    if "计" in text and is_sum_word(text):
        return "合计" not in label
    return not label and text.lstrip(" \u3000").startswith(_MARKS)


def _tells(words: str) -> bool:
    """Return whether a column of words may tell the role of a row whose label is blank or says nothing."""
    return any(mark in words for mark in ("计", "其中", "@"))


def _rows(flats: list[Flat], places: list[Place], columns: list[list[Cell]]) -> tuple[Row, ...]:
    """Put the cells of the columns together as rows; items of their own are numbered from 1."""
    found, number = [], 0
    crossed = zip(*columns, strict=True) if columns else [()] * len(flats)
    for flat, place, cells in zip(flats, places, crossed, strict=True):
        own = place.role is Role.ITEM and place.parent < 0
        number += own
        found.append(Row(tuple(cells), flat.raw.span, place.role, place.level, place.parent, str(number) if own else "", place.label))
    return tuple(found)
