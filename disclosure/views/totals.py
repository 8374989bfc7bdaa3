"""Rows this program works out: the total nobody typed, opening and closing of a cash book, subtotals of groups (小计)."""

from __future__ import annotations

from itertools import groupby

from disclosure.basis.numbers import print_amount
from disclosure.basis.period import Period
from disclosure.reading.labels import ADDED
from disclosure.reading.table import Role
from disclosure.reading.table import Row
from disclosure.views import ledger as books
from disclosure.views import mask
from disclosure.views.cells import derived
from disclosure.views.cells import label_cell
from disclosure.views.columns import Seen
from disclosure.views.draft import Draft
from disclosure.views.draft import balance_at
from disclosure.views.figures import pads
from disclosure.views.figures import places
from disclosure.views.figures import total
from disclosure.views.model import RowView
from disclosure.views.words import total_of

_HOUSEHOLDS = ("户主", "农户")


def derived_foot(draft: Draft, period: Period) -> list[RowView]:
    """Return the total row a table did not state itself; none for an excerpt, a single row, or a total stated elsewhere."""
    rows = _items(draft.table.rows)
    if len(rows) < 2 or draft.table.excerpt or any(row.role is Role.TOTAL and row.level == 0 for row in draft.table.rows):
        return []
    sums = _sums(draft, rows, free=False)
    return [made_row(draft, "total", total_of(period) if draft.setting.ledger else "合计", sums)] if sums else []


def edge(draft: Draft, label: str, value: object) -> RowView:
    """Return the opening or closing row of a cash book: its figure stands in the balance column."""
    number = total([value], "元")
    return made_row(draft, "edge", label, {balance_at(draft): books.printed(number) if number is not None else ""})


def with_subtotals(draft: Draft, body: list[RowView]) -> list[RowView]:
    """Put a head with the group's own sums before each group of equal values; a personal column never groups."""
    at = draft.table.column(draft.table.subtotal)
    if at < 0 or draft.table.columns[at].personal is not None:
        return body
    rows = draft.table.rows[: len(body)]
    made: list[RowView] = []
    start = 0
    for key, run in groupby(mask.text(row.cells[at], "text", "show").strip() for row in rows):
        end = start + sum(1 for _ in run)
        members = _items(rows[start:end])
        if key and members:
            made.append(made_row(draft, "group", _group_label(draft, key, len(members)), _sums(draft, members, free=True)))
        made.extend(body[start:end])
        start = end
    return made


def _group_label(draft: Draft, key: str, size: int) -> str:
    return f"{key} {size} 户" if any(seen.column.label in _HOUSEHOLDS for seen in draft.columns) else key


def _items(rows: tuple[Row, ...]) -> list[Row]:
    return [row for row in rows if row.role is Role.ITEM and row.parent < 0]


def _sums(draft: Draft, rows: list[Row], *, free: bool) -> dict[int, str]:
    """Return by position the printed sums of columns that are totalled; ``free``: also of those that merely add up."""
    found = {}
    for position, seen in enumerate(draft.columns):
        if _is_summed(seen, free):
            number = total((row.cells[seen.at].value for row in rows), seen.column.unit)
            if number is not None:
                found[position] = print_amount(number, max(draft.decimals[position], 0))
    return found


def _is_summed(seen: Seen, free: bool) -> bool:
    column = seen.column
    if seen.at < 0 or seen.how != "show":
        return False
    return column.total or (free and column.additive == "yes" and column.kind in ADDED and not column.of_which)


def made_row(draft: Draft, role: str, label: str, figures: dict[int, str]) -> RowView:
    """Return a row of derived figures, each with its point under its column's."""
    cells = []
    for position, seen in enumerate(draft.columns):
        if position == draft.label:
            cells.append(label_cell(label, seen.css, draft.setting))
        else:
            text = figures.get(position, "")
            cells.append(derived(seen, text, draft.setting, _pad_to(text, draft.decimals[position])))
    return RowView("", "", role, 0, tuple(cells), label)


def _pad_to(text: str, most: int) -> str:
    """Return the invisible characters that bring a derived figure's point under the column's."""
    return pads([text, f"0.{'0' * most}"])[0] if 0 <= places(text) < most else ""
