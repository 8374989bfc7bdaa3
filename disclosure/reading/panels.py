"""Tables set side by side in one: 指标名称 | 代码 | 数量 ‖ 指标名称 | 代码 | 数量. Each side has labels, roles and units of its own."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from disclosure.basis.text import normalise_label
from disclosure.reading.labels import NUMERIC
from disclosure.reading.nodes import RawRow
from disclosure.reading.roles import Flat
from disclosure.reading.roles import places_of
from disclosure.reading.roles import read_label
from disclosure.reading.roles import unit_of_label
from disclosure.reading.table import Column
from disclosure.reading.table import Table

Panel = tuple[int, ...]


def panels_of(columns: tuple[Column, ...]) -> tuple[Panel, ...]:
    """Return the columns of each side, () for a table that is not set side by side.

    Sides are headings that begin with a column of the same name that holds words: 收入/项目 … 支出/项目 ….
    """
    if not columns or not columns[0].group or not all(column.group for column in columns):
        return ()
    runs = [tuple(run) for _, run in groupby(range(len(columns)), key=lambda index: columns[index].group[0])]
    firsts = [columns[run[0]] for run in runs]
    alike = len({normalise_label(first.label) for first in firsts}) == 1 and len({first.group[0] for first in firsts}) == len(runs)
    worded = all(first.kind not in NUMERIC for first in firsts)
    return tuple(runs) if len(runs) > 1 and alike and worded else ()


def side_of(table: Table, panel: Panel) -> Table:
    """Return one side as a table: its columns alone, its rows in the roles that its own labels tell."""
    columns = tuple(table.columns[index] for index in panel)
    labels = [read_label(_text(row.cells[panel[0]].text)) for row in table.rows]
    places = places_of([Flat(RawRow((), row.span)) for row in table.rows], labels, [0] * len(labels))
    rows = [
        replace(row, cells=tuple(row.cells[index] for index in panel), role=place.role, level=place.level, parent=place.parent, label=place.label)
        for row, place in zip(table.rows, places, strict=True)
    ]
    return replace(table, columns=columns, rows=tuple(rows))


def side_units(panels: tuple[Panel, ...], texts: list[list[str]]) -> dict[int, list[str]]:
    """Return by column of every side but the first the units its own labels bring: 耕地面积(亩)."""
    found: dict[int, list[str]] = {}
    for panel in panels[1:]:
        units = [unit_of_label(text.strip()) for text in texts[panel[0]]]
        found.update(dict.fromkeys(panel, units))
    return found


def _text(text: object) -> str:
    return text if isinstance(text, str) else ""
