"""Rows ready to print: their role, their number, what stands under them, their 其中 in one line for posters."""

from __future__ import annotations

from markupsafe import Markup

from disclosure.reading.steps import STEP
from disclosure.reading.table import Role
from disclosure.views.cells import label_cell
from disclosure.views.draft import Draft
from disclosure.views.draft import Frame
from disclosure.views.model import CellView
from disclosure.views.model import RowView

_NOTHING = Markup()
_PART = Markup("其中 ")


def row_views(draft: Draft, frame: Frame) -> tuple[list[RowView], list[RowView]]:
    """Return (body, foot): the totals that stand last go to the foot."""
    rows = draft.table.rows
    last = len(rows)
    while last > 0 and rows[last - 1].role is Role.TOTAL and rows[last - 1].level == 0:
        last -= 1
    parts = _parts(draft)
    views = [_row(draft, frame, at, parts.get(at, ())) for at in range(len(rows))]
    return views[:last], views[last:]


def _row(draft: Draft, frame: Frame, at: int, parts: tuple[tuple[str, str], ...]) -> RowView:
    row = draft.table.rows[at]
    cells = draft.cells[at]
    role = row.role.value
    if row.role is Role.OF_WHICH:
        cells = _of_which(cells, draft.label)
    elif row.role is Role.TOTAL:
        cells = _named(cells, draft, row.label)
    elif role == "item" and _heads_group(draft, at):
        role = "group"
    if not row.number:
        return RowView("", "", role, row.level, cells, row.label, "", parts)
    spoken = f"{frame.spoken} 第 {row.number} 行{frame.ask}" if frame.spoken else ""
    return RowView(row.number, f"{frame.anchor}r{row.number}", role, row.level, cells, row.label, spoken, parts, frame.under.get(row.number, ()))


def _heads_group(draft: Draft, at: int) -> bool:
    """Tell whether a row only heads what follows: it has no figure, and lines hang under it; those of a chapter (一、) go up to the next."""
    following = draft.table.rows[at + 1] if at + 1 < len(draft.table.rows) else None
    if following is None or following.role is not Role.ITEM:
        return False
    row = draft.table.rows[at]
    if following.level <= row.level and (not STEP.match(row.label) or STEP.match(following.label)):
        return False
    return all(cell.empty for cell in draft.cells[at] if cell.css[0] == "r")


def _of_which(cells: tuple[CellView, ...], label: int) -> tuple[CellView, ...]:
    """Say 其中 before a part that does not say it itself."""
    named = cells[label]
    if named.html.startswith("其中"):
        return cells
    return (*cells[:label], named._replace(html=_PART + named.html, empty=False), *cells[label + 1 :])


def _named(cells: tuple[CellView, ...], draft: Draft, words: str) -> tuple[CellView, ...]:
    """Bring the word 合计 under the naming column where it was typed beside it, or in a column that is not shown."""
    label = draft.label
    at = next((index for index, cell in enumerate(cells) if not cell.empty and cell.css[0] != "r"), -1)
    if at < 0:
        named = label_cell(words, cells[label].css, draft.setting)._replace(text=words)
        return (*cells[:label], named, *cells[label + 1 :]) if words and cells[label].empty and cells[label].css[0] != "r" else cells
    if at == label or not cells[label].empty:
        return cells
    moved = list(cells)
    moved[label] = cells[at]._replace(css=cells[label].css, label=cells[label].label)
    moved[at] = cells[at]._replace(html=_NOTHING, empty=True, text="", width=0)
    return tuple(moved)


def _parts(draft: Draft) -> dict[int, tuple[tuple[str, str], ...]]:
    """Return for each row its 其中 as (words, figure), for posters that print them in one line."""
    found: dict[int, list[tuple[str, str]]] = {}
    for at, row in enumerate(draft.table.rows):
        if row.role is Role.OF_WHICH and row.parent >= 0:
            figure = next((cell for cell in draft.cells[at] if cell.css[0] == "r" and not cell.empty), None)
            words = str(draft.cells[at][draft.label].html)
            found.setdefault(row.parent, []).append((words, str(figure.html).rstrip() if figure else ""))
    return {at: tuple(parts) for at, parts in found.items()}
