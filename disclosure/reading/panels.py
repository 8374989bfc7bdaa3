"""Tables set side by side in one: 指标名称 | 代码 | 数量 ‖ 指标名称 | 代码 | 数量. Each side has labels, roles and units of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from disclosure.basis.text import normalise_label
from disclosure.reading.labels import NUMERIC
from disclosure.reading.labels import REMARKS
from disclosure.reading.roles import Label
from disclosure.reading.roles import read_label
from disclosure.reading.roles import unit_of_label
from disclosure.reading.table import Column
from disclosure.reading.table import Role
from disclosure.reading.table import Side
from disclosure.reading.table import Table

Panel = tuple[int, ...]
_OPPOSED = tuple((re.compile(one), re.compile(other)) for one, other in (("收", "支"), ("资产", "负债"), ("来源", "运用|使用|用途|去向|占用"), ("借方", "贷方")))
_FEWEST = 4
"""Two panels have a label and a figure each."""


def panels_of(columns: tuple[Column, ...]) -> tuple[Panel, ...]:
    """Return the columns of each side where the heads alone tell them, () for a table that is not set side by side.

    Sides are headings that begin with a column of the same name that holds words: 收入/项目 … 支出/项目 ….
    """
    runs = _headed(columns)
    firsts = [columns[run[0]] for run in runs]
    alike = len({normalise_label(first.label) for first in firsts}) == 1
    worded = all(first.kind not in NUMERIC for first in firsts)
    return tuple(runs) if runs and alike and worded else ()


def panels_in(columns: tuple[Column, ...], texts: Sequence[Sequence[str]], names: tuple[str, ...] = ()) -> tuple[Panel, ...]:
    """Return the columns of each side as heads, cells or 版式 并排 (``names``) tell them, () where nothing plainly does.

    ``texts`` are the cells by column. Heads of other names (收入/项目 … 支出/功能科目, 资产 … 负债和所有者权益) make
    sides where each has a total of its own and the second speaks for itself.
    """
    if len(columns) < _FEWEST:
        return ()
    told = panels_of(columns)
    if told:
        return told
    runs = _headed(columns) or _alike(columns)
    labels = [label_of(columns, run) for run in runs]
    if not runs or min(labels) < 0:
        return ()
    if names and all(_called(columns, run, name) for run, name in zip(runs, names, strict=False)) and len(names) == len(runs):
        return tuple(runs)
    if any("计" not in "".join(texts[label]) for label in labels):
        return ()
    if not all(_self_standing(columns, texts, run, label) for run, label in zip(runs, labels, strict=True)):
        return ()
    said = [[read_label(text) for text in texts[label]] for label in labels]
    return tuple(runs) if _each_totalled(said) and (_apart(said) or _own_order(said) or _opposed(columns, runs) or _same_heads(columns, runs)) else ()


def label_of(columns: tuple[Column, ...], panel: Panel) -> int:
    """Return the column that names the rows of a panel, its first of words beside figures; -1 for none, or where it names persons."""
    if not any(columns[index].kind in NUMERIC for index in panel):
        return -1
    label = next((index for index in panel if columns[index].kind not in NUMERIC and columns[index].kind != "code"), -1)
    return label if label >= 0 and columns[label].kind in ("text", "place", "choice") and columns[label].personal is None else -1


def _self_standing(columns: tuple[Column, ...], texts: Sequence[Sequence[str]], run: Panel, label: int) -> bool:
    """Tell whether a side names every line in which it states a figure."""
    figures = [texts[index] for index in run if columns[index].kind in NUMERIC]
    return all(name.strip() or not any(map(str.strip, row)) for name, *row in zip(texts[label], *figures, strict=True))


def _headed(columns: tuple[Column, ...]) -> list[Panel]:
    """Return the runs of columns under one heading, [] where a column has none or a heading comes twice."""
    if not columns or not all(column.group for column in columns):
        return []
    runs = [tuple(run) for _, run in groupby(range(len(columns)), key=lambda index: columns[index].group[0])]
    distinct = len({columns[run[0]].group[0] for run in runs}) == len(runs)
    return runs if len(runs) > 1 and distinct else []


def _alike(columns: tuple[Column, ...]) -> list[Panel]:
    """Return runs of columns of the same sorts, words and codes before figures, [] where there are no two such runs."""
    end = len(columns) - (normalise_label(columns[-1].label) in REMARKS)
    starts = [index for index in range(1, end) if columns[index].kind not in NUMERIC and columns[index - 1].kind in NUMERIC]
    if not starts or any(column.group for column in columns):
        return []
    runs = [tuple(range(start, stop)) for start, stop in zip([0, *starts], [*starts, end], strict=True)]
    sorts = {tuple("n" if columns[index].kind in NUMERIC else "c" if columns[index].kind == "code" else "w" for index in run) for run in runs}
    return [*runs[:-1], (*runs[-1], *range(end, len(columns)))] if len(sorts) == 1 else []


def _called(columns: tuple[Column, ...], run: Panel, name: str) -> bool:
    first = columns[run[0]]
    return first.group[0] == name if first.group else any(columns[index].label.startswith(name) for index in run)


def _each_totalled(said: list[list[Label]]) -> bool:
    return all(any(label.role is Role.TOTAL for label in side) for side in said)


def _apart(said: list[list[Label]]) -> bool:
    """Tell whether a total of a later side stands beside something else on the first."""
    return any(label.role is Role.TOTAL and label.text != first.text for side in said[1:] for label, first in zip(side, said[0], strict=True))


def _own_order(said: list[list[Label]]) -> bool:
    """Tell whether the lines of every side are numbered or set in."""
    return all(any(label.style >= 0 or label.spaces for label in side) for side in said)


def _same_heads(columns: tuple[Column, ...], runs: list[Panel]) -> bool:
    """Tell whether every side has the very same heads: 项目, 金额, 项目, 金额."""
    return len({tuple(normalise_label(columns[index].path) for index in run) for run in runs}) == 1


def _opposed(columns: tuple[Column, ...], runs: list[Panel]) -> bool:
    """Tell whether two sides are called by opposites: 收入 and 支出, 资产 and 负债."""
    names = ["/".join((*columns[run[0]].group, columns[run[0]].label)) for run in runs]
    return len(names) == len(("left", "right")) and any(one.search(names[0]) and other.search(names[1]) for one, other in _OPPOSED)


def side_of(table: Table, side: Side) -> Table:
    """Return one side as a table: its columns and rows alone, the rows in the roles that its own labels tell."""
    columns = tuple(table.columns[index] for index in side.columns)
    rows = []
    for index, standing in zip(side.rows, side.standings, strict=True):
        row = table.rows[index]
        cells = tuple(row.cells[column] for column in side.columns)
        rows.append(replace(row, cells=cells, role=standing.role, level=standing.level, parent=standing.parent, number=standing.number, label=standing.label))
    return replace(table, columns=columns, rows=tuple(rows), sides=())


def parts_of(table: Table) -> list[Table]:
    """Return each side as a table, or the table itself where it has none."""
    return [side_of(table, side) for side in table.sides] or [table]


def beside(table: Table, column: int) -> tuple[Table, int]:
    """Return the side that a column belongs to and its index there; the table and the index where there are no sides."""
    for side in table.sides:
        if column in side.columns:
            return side_of(table, side), side.columns.index(column)
    return table, column


def side_units(panels: Iterable[Panel], texts: list[list[str]]) -> dict[int, list[str]]:
    """Return by column of every side but the first the units its own labels bring: 耕地面积(亩)."""
    found: dict[int, list[str]] = {}
    for panel in tuple(panels)[1:]:
        units = [unit_of_label(text.strip()) for text in texts[panel[0]]]
        found.update(dict.fromkeys(panel, units))
    return found
