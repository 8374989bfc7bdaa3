"""Grid and columns to a table: values, roles, levels, labels, the numbers rows are called by. Nothing is derived here."""

from __future__ import annotations

from collections.abc import Mapping as Map
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from typing import Required
from typing import TypedDict
from typing import Unpack

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.period import Period
from disclosure.basis.span import Span
from disclosure.basis.text import normalise_label
from disclosure.basis.units import is_money
from disclosure.basis.values import Amount
from disclosure.reading.cells import DITTOS
from disclosure.reading.cells import Body
from disclosure.reading.cells import column_cells
from disclosure.reading.codes import coded
from disclosure.reading.codes import names_of
from disclosure.reading.codes import with_codes
from disclosure.reading.codes import with_indents
from disclosure.reading.heads import Draft
from disclosure.reading.heads import Wish
from disclosure.reading.heads import drafts_of
from disclosure.reading.heads import money_unit
from disclosure.reading.heads import with_money
from disclosure.reading.labels import ADDED
from disclosure.reading.labels import SERIALS
from disclosure.reading.labels import kind_of_unit
from disclosure.reading.nodes import Grid
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import RawCell
from disclosure.reading.nodes import Sequence
from disclosure.reading.numbering import numbers_row
from disclosure.reading.panels import Panel
from disclosure.reading.panels import panels_in
from disclosure.reading.panels import side_units
from disclosure.reading.roles import Flat
from disclosure.reading.roles import Label
from disclosure.reading.roles import Place
from disclosure.reading.roles import flatten
from disclosure.reading.roles import is_sum_word
from disclosure.reading.roles import is_total_label
from disclosure.reading.roles import may_be_sum_word
from disclosure.reading.roles import places_of
from disclosure.reading.roles import read_label
from disclosure.reading.roles import with_decimals
from disclosure.reading.roles import with_groups
from disclosure.reading.roles import with_serials
from disclosure.reading.roles import with_whole
from disclosure.reading.steps import with_steps
from disclosure.reading.table import Cell
from disclosure.reading.table import Column
from disclosure.reading.table import Layout
from disclosure.reading.table import Role
from disclosure.reading.table import Row
from disclosure.reading.table import Side
from disclosure.reading.table import Standing
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
    numbers, rows = numbers_row(grid) if order.numbers is None else ((), grid.rows)
    flats = flatten(rows)
    raws, texts, repeating = _crossed(flats, len(grid.heads))
    wish = Wish(order.columns, order.corrections, order.extra, order.numbers, unit, order.label, tuple(map(tuple, texts)), numbers)
    drafts, problems = drafts_of(grid.heads, wish)
    ordered = [texts[draft.source] if draft.source >= 0 else [""] * len(flats) for draft in drafts]
    panels = panels_in(tuple(draft.column for draft in drafts), ordered, order.layout.panels)
    drafts, problems = _apart(drafts, problems, panels)
    places = _places(flats, drafts, ordered, frozenset(index for panel in panels[1:] for index in panel))
    units = row_units(drafts, ordered, places, money_unit(unit))
    beside = side_units(panels, ordered)
    unitless = frozenset(beside) if units else frozenset(range(len(drafts)))
    drafts = with_money(drafts, ordered, money_unit(unit), frozenset(at for at in unitless if not any(beside.get(at, ()))))
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
        sides=tuple(_side(flats, drafts, ordered, panel) for panel in panels),
    )  # fmt: skip
    return table, problems


def _apart(drafts: tuple[Draft, ...], problems: list[Diagnostic], panels: tuple[Panel, ...]) -> tuple[tuple[Draft, ...], list[Diagnostic]]:
    """Return the columns of later sides with ids of their own, and the problems without heads that each side has: 年初数 of 资产, of 负债."""
    if not panels:
        return drafts, problems
    own: dict[Span, str] = {}
    found = list(drafts)
    for number, panel in enumerate(panels):
        names = [normalise_label(drafts[index].column.path) for index in panel]
        seen = {normalise_label(drafts[index].column.path) for before in panels[:number] for index in before}
        for index, name in zip(panel, names, strict=True):
            column = drafts[index].column
            if name in seen and names.count(name) == 1 and column.span is not None:
                own[column.span] = f"{column.id}{number + 1}"
                found[index] = replace(drafts[index], column=replace(column, id=own[column.span]))
    return tuple(found), [one for one in problems if one.slug != "duplicate-column" or one.span not in own]


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


def _places(flats: list[Flat], drafts: tuple[Draft, ...], texts: list[list[str]], beside: frozenset[int] = frozenset()) -> list[Place]:
    """Return the place of every row, from its label or from the cell that says 合计 in the label's stead.

    ``beside``: the columns of the other sides of a table set side by side.
    """
    serials = [i for i, draft in enumerate(drafts) if draft.column.label in SERIALS or draft.column.id == "序号"]
    label = next((i for i, draft in enumerate(drafts) if i not in serials and (draft.source >= 0 or not draft.strict)), -1)
    if label < 0:
        return places_of(flats, [Label(Role.ITEM, 0, "")] * len(flats), [-1] * len(flats))
    others = [i for i, draft in enumerate(drafts) if i != label and draft.source >= 0 and draft.column.kind not in ADDED]
    others = sorted((i for i in others if _tells("".join(texts[i]))), key=lambda index: index not in serials)
    column = drafts[label].column
    leads = _leads(label, texts, others, beside)
    said = texts[label] if leads is None else [texts[lead][row] for row, lead in enumerate(leads)]
    labels = [read_label(text, person=column.kind == "person", silent=column.personal is not None) for text in said]
    for index, flat in enumerate(flats):
        if flat.raw.role == "total":
            labels[index] = labels[index]._replace(role=Role.TOTAL)
    if serials:
        labels = with_serials(labels, texts[serials[0]])
    named = serials or [index for index, draft in enumerate(drafts) if index != label and draft.column.kind in ("person", "text")]
    if named:
        labels = with_groups(labels, said, texts[named[0]])
    labels = with_decimals(labels)
    labels = _nested(labels, tuple(draft.column for draft in drafts), texts, label)
    added = [texts[index] for index, draft in enumerate(drafts) if draft.column.kind in ADDED]
    return with_steps(places_of(flats, with_whole(labels, column.label), leads or [label] * len(flats)), added)


def _nested(labels: list[Label], columns: tuple[Column, ...], texts: list[list[str]], label: int) -> list[Label]:
    """Return labels as deep as account codes, or the names beside them, tell."""
    if not any(column.kind == "code" and column.id != "序号" for column in columns):
        return labels
    codes = coded(columns, texts)
    return with_codes(labels, codes, names_of(columns, texts, label), label) if codes else with_indents(labels, columns, texts, label)


def _side(flats: list[Flat], drafts: tuple[Draft, ...], texts: list[list[str]], panel: Panel) -> Side:
    """Return one side of a table: the rows that say something there, as that side's own labels have them."""
    rows = tuple(row for row in range(len(flats)) if any(texts[column][row].strip() for column in panel))
    own = [[texts[column][row] for row in rows] for column in panel]
    places = _places([Flat(flats[row].raw) for row in rows], tuple(drafts[column] for column in panel), own)
    standings = [Standing(place.role, place.level, place.parent, number, place.label) for place, number in zip(places, _numbers(places), strict=True)]
    return Side(panel, rows, tuple(standings))


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
    if is_sum_word(text):
        return "合计" not in label
    return not label and (is_total_label(text) or text.lstrip(" \u3000").startswith(_MARKS))


def _tells(words: str) -> bool:
    """Return whether a column of words may tell the role of a row whose label is blank or says nothing."""
    return may_be_sum_word(words) or any(mark in words for mark in ("其中", "@"))


def _numbers(places: list[Place]) -> list[str]:
    """Return the number each row is called by: items of their own from 1, '' for others; parts of a row below are their own."""
    found, number = [], 0
    for index, place in enumerate(places):
        own = place.role is Role.ITEM and (place.parent < 0 or place.parent > index)
        number += own
        found.append(str(number) if own else "")
    return found


def _rows(flats: list[Flat], places: list[Place], columns: list[list[Cell]]) -> tuple[Row, ...]:
    """Put the cells of the columns together as rows."""
    crossed = zip(*columns, strict=True) if columns else [()] * len(flats)
    return tuple(
        Row(tuple(cells), flat.raw.span, place.role, place.level, place.parent, number, place.label)
        for flat, place, number, cells in zip(flats, places, _numbers(places), crossed, strict=True)
    )
