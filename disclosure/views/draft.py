"""A table half made: the columns a medium shows with the cells of every row, before rows get roles and totals."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from disclosure.board.model import Filing
from disclosure.reading.table import Column
from disclosure.reading.table import Table
from disclosure.views import ledger as books
from disclosure.views.cells import Setting
from disclosure.views.cells import column_cells
from disclosure.views.cells import derived
from disclosure.views.columns import Seen
from disclosure.views.columns import least_width
from disclosure.views.columns import seen as seen_columns
from disclosure.views.figures import places
from disclosure.views.figures import unit_of
from disclosure.views.model import CellView
from disclosure.views.model import NoteUnder

_BALANCE = Column(id="balance", label="余额", kind="money", unit="元", additive="no")


class Frame(NamedTuple):
    """What a table takes from its filing: anchors, what is spoken, notes under its rows, words of its caption."""

    filing: Filing
    medium: str
    spoken: str
    ask: str
    anchor: str
    under: dict[str, tuple[NoteUnder, ...]]
    noun: str


class Draft(NamedTuple):
    """``label``: position of the naming column. ``widths``: least thousandths of an em. ``decimals``: most typed, -1 for words."""

    table: Table
    columns: list[Seen]
    cells: list[tuple[CellView, ...]]
    label: int
    setting: Setting
    widths: list[int]
    decimals: list[int]


def draft_of(table: Table, frame: Frame) -> Draft:
    """Return the columns the frame's medium shows, with their cells."""
    columns, label, is_book = seen_columns(table, frame.medium)
    units = {unit_of(seen.column) for seen in columns if seen.css[0] == "r"}
    setting = Setting(frame.medium, frame.filing.period, is_book, len(units) > 1)
    made = [column_cells(seen, table.rows, setting) for seen in columns]
    widths = [least_width(seen, column.printed) for seen, column in zip(columns, made, strict=True)]
    columns = [seen._replace(css=column.css) for seen, column in zip(columns, made, strict=True)]
    rows: list[tuple[CellView, ...]] = list(zip(*(column.cells for column in made), strict=True)) if made else [()] * len(table.rows)
    return Draft(table, columns, rows, label, setting, widths, [column.decimals for column in made])


def with_balance(draft: Draft, running: Sequence[Decimal | None]) -> Draft:
    """Add the running balance this program worked out, as the last column of figures."""
    at = max((position for position, seen in enumerate(draft.columns) if seen.css[0] == "r"), default=len(draft.columns) - 1) + 1
    seen = Seen(-1, _BALANCE, "show", "r bal")
    printed = [books.printed(number) if number is not None else "" for number in running]
    return draft._replace(
        columns=[*draft.columns[:at], seen, *draft.columns[at:]],
        cells=[(*row[:at], derived(seen, text, draft.setting), *row[at:]) for row, text in zip(draft.cells, printed, strict=True)],
        widths=[*draft.widths[:at], least_width(seen, printed), *draft.widths[at:]],
        decimals=[*draft.decimals[:at], max(map(places, printed), default=0), *draft.decimals[at:]],
    )


def balance_at(draft: Draft) -> int:
    """Return the position of the balance column, -1 where there is none."""
    return next((position for position, seen in enumerate(draft.columns) if "bal" in seen.css), -1)
