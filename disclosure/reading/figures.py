"""A table's figures as plain decimals: what each cell adds, what rows are parts of what."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from disclosure.basis.private import Private
from disclosure.basis.rounding import tail
from disclosure.basis.units import dimension
from disclosure.basis.units import scale
from disclosure.basis.values import Absent
from disclosure.basis.values import Amount
from disclosure.reading.labels import ADDED
from disclosure.reading.labels import is_plainly_added
from disclosure.reading.steps import sign_of
from disclosure.reading.table import Cell
from disclosure.reading.table import Column
from disclosure.reading.table import Role
from disclosure.reading.table import Table

ZERO = Decimal(0)
_DITTOS = ("〃", "同上")


class Figure(NamedTuple):
    """What one cell adds. ``measure``: what may be added to it; ``state``: figure, blank, none, unstated or words.

    ``qualifier``: 约 近 余 …, or ~ for a range. ``repeated``: the cell only says «as above».
    """

    state: str
    value: Decimal = ZERO
    measure: str = ""
    qualifier: str = ""
    repeated: bool = False


class Sum(NamedTuple):
    """Figures added. ``known`` False when a cell holds words, mixes measures or is only about so much."""

    value: Decimal
    measure: str
    filled: int
    blanks: int
    unstated: int
    known: bool


_STATES = {Absent.BLANK: "blank", Absent.NONE: "none", Absent.UNSTATED: "unstated"}
_ABSENT = {absent: Figure(state) for absent, state in _STATES.items()}
_WORDS = Figure("words")


@cache
def measure_of(unit: str, kind: str) -> str:
    """Return what figures in a unit may be added to: 'money', 'area' …; things counted only to things of the same name."""
    if not unit:
        return "money" if kind == "money" else ""
    found = dimension(unit)
    return unit if found in ("count", "") else found


def is_added(column: Column) -> bool:
    """Tell whether a column's cells add up to a total: no rates, codes or balances, nobody counted twice."""
    return column.kind in ADDED and column.additive != "no" and not column.distinct


def is_sure(column: Column) -> bool:
    """Tell whether a column's total must be a sum, by its category or its words; another may state an average or the last one."""
    return column.total or is_plainly_added(column.label) or any(map(is_plainly_added, column.group[-1:]))


def figure_of(cell: Cell, kind: str, unit: str = "") -> Figure:
    """Return what a cell adds; a bare number takes ``unit``, the one its neighbours are written in."""
    value = cell.value.reveal() if isinstance(cell.value, Private) else cell.value
    if isinstance(value, Amount):
        own = value.unit or unit
        size = scale(own)
        base = value.number if size == 1 else value.number * size
        return Figure("figure", base, measure_of(own, kind), "~" if value.low is not None else value.qualifier, cell.text in _DITTOS)
    return _ABSENT[value] if isinstance(value, Absent) else _WORDS


_TIMES = {"人次": "人", "户次": "户", "家次": "家"}
_PERIOD = re.compile(r"(?:(?:20)?[0-9]{2}年度?)?(?:[0-9一二三四五六七八九十]{1,3}月份?|第?[一二三四1-4]季度|[上下]半年)?")


def periods_of(table: Table) -> list[int]:
    """Return the rows that are months, quarters or years where all are (but for an average); what stands in them happens one after another."""
    items = [index for index, row in enumerate(table.rows) if row.role is Role.ITEM and "平均" not in row.label]
    labels = [table.rows[index].label for index in items]
    return items if len(items) > 1 and all(label and _PERIOD.fullmatch(label) for label in labels) else []


class Figures:
    """The figures of a table, column by column as they are asked for, and the tree its rows make."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.children: dict[int, list[int]] = {}
        for index, row in enumerate(table.rows):
            if row.role is Role.ITEM:
                self.children.setdefault(row.parent, []).append(index)
        self._columns: dict[int, list[Figure]] = {}

    def column(self, index: int) -> list[Figure]:
        """Return the figure of every row in one column."""
        found = self._columns.get(index)
        if found is None:
            column = self.table.columns[index]
            cells = [row.cells[index] for row in self.table.rows]
            unit = "" if column.unit else _one_unit(cells)
            found = [figure_of(cell, column.kind, unit) for cell in cells]
            self._columns[index] = self._with_times(found)
        return self._columns[index]

    def _with_times(self, figures: list[Figure]) -> list[Figure]:
        """Return figures with a total in 人次 over months in 人 set against them: whoever comes twice counts twice."""
        if not any(figure.measure in _TIMES for figure in figures) or not periods_of(self.table):
            return figures
        totals = (row.role is Role.TOTAL for row in self.table.rows)
        return [figure._replace(measure=_TIMES.get(figure.measure, figure.measure)) if total else figure for figure, total in zip(figures, totals, strict=True)]

    def at(self, row: int, column: int) -> Figure:
        """Return one figure."""
        return self.column(column)[row]

    def effective(self, row: int, column: int) -> Figure:
        """Return what a row adds: its own figure, or where it has none the sum of its parts; 减： rows take away."""
        figure = self.column(column)[row]
        if figure.state == "blank" and row in self.children:
            parts = self.added(self.children[row], column)
            if parts.filled:
                return Figure("figure" if parts.known else "words", parts.value, parts.measure)
        if figure.value > 0 and sign_of(self.table.rows[row].label) == "减":
            return figure._replace(value=-figure.value)
        return figure

    def added(self, rows: Iterable[int], column: int, *, repeated: bool = True) -> Sum:
        """Add up a column over rows; ``repeated`` False leaves out cells that only say «as above»."""
        total, count, blanks, unstated, known = ZERO, 0, 0, 0, True
        measures = set()
        figures, tree, rows_of = self.column(column), self.children, self.table.rows
        for row in rows:
            figure = figures[row]
            if (figure.state == "blank" and row in tree) or (figure.state == "figure" and "减" in rows_of[row].label[:2]):
                figure = self.effective(row, column)
            if figure.state == "figure":
                if repeated or not figure.repeated:
                    total += figure.value
                    count += 1
                    measures.add(figure.measure)
                    known = known and not figure.qualifier
            else:
                blanks += figure.state == "blank"
                unstated += figure.state == "unstated"
                known = known and figure.state != "words"
        measures.discard("")
        return Sum(total, next(iter(measures), ""), count, blanks, unstated, known and len(measures) < 2)

    def tail(self, rows: Iterable[int], column: int) -> Decimal:
        """Return how far rounding may drive a total and its rows apart, all of them given (board: rounding-tail)."""
        cells = (self.table.rows[row].cells[column].value for row in rows)
        return tail(value for value in cells if isinstance(value, Amount))


def _one_unit(cells: list[Cell]) -> str:
    """Return the one unit that the cells of a column without a unit are written in, '' when several or none."""
    units = {cell.value.unit for cell in cells if isinstance(cell.value, Amount)} - {""}
    return units.pop() if len(units) == 1 else ""
