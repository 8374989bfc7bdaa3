"""A table as filed becomes a table ready to print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from heapq import nlargest
from itertools import groupby

from disclosure.basis.text import em_width
from disclosure.reading.table import Table
from disclosure.views import ledger as books
from disclosure.views import mask
from disclosure.views.columns import Seen
from disclosure.views.columns import has_levels
from disclosure.views.columns import head_label
from disclosure.views.columns import is_numbered
from disclosure.views.columns import phone_label
from disclosure.views.columns import style as style_of
from disclosure.views.counting import count
from disclosure.views.draft import Draft
from disclosure.views.draft import Frame
from disclosure.views.draft import balance_at
from disclosure.views.draft import draft_of
from disclosure.views.draft import with_balance
from disclosure.views.figures import unit_of
from disclosure.views.model import CellView
from disclosure.views.model import ColumnView
from disclosure.views.model import GroupHead
from disclosure.views.model import RowView
from disclosure.views.model import TableView
from disclosure.views.panels import split_panels
from disclosure.views.rows import row_views
from disclosure.views.totals import derived_foot
from disclosure.views.totals import edge
from disclosure.views.totals import with_subtotals
from disclosure.views.words import safe

_LONG = 20
"""Rows after which a browser may show a table before all of it has arrived."""


def table_view(table: Table, frame: Frame) -> TableView:
    """Return the table in the frame's medium; panels when its heads or its 版式 set parts side by side."""
    parts = split_panels(table) if table.layout.panels or table.sides else []
    if len(parts) > 1:
        panels = tuple(_single(part, frame._replace(anchor=f"{frame.anchor}p{at}-")) for at, part in enumerate(parts, 1))
        return TableView(_html_id(frame, table), table.label, "", "panels", (), (), (), (), panels=panels)
    return _single(table, frame)


def _single(table: Table, frame: Frame) -> TableView:
    draft = draft_of(table, frame)
    flow = books.flow_of(frame.filing, table) if draft.setting.ledger else None
    running = books.balances(flow, table) if flow else None
    if running is not None and balance_at(draft) < 0:
        draft = with_balance(draft, running)
    body, foot = row_views(draft, frame)
    if table.subtotal:
        body = with_subtotals(draft, body)
    foot = foot or derived_foot(draft, frame.filing.period)
    proof = ""
    if flow and running is not None:
        body, foot = _between_edges(draft, flow, body, foot)
        proof = books.proof(flow, table)
    style, scroll = style_of(table, draft.columns, draft.widths, draft.setting.ledger)
    return TableView(
        id=_html_id(frame, table),
        label=table.label,
        caption=_caption(draft, frame),
        style=style,
        columns=_column_views(draft, [*body, *foot]),
        groups=_groups([seen.column.group for seen in draft.columns]),
        body=tuple(body),
        foot=tuple(foot),
        proof=proof,
        count=_count(table, frame.noun),
        numbered=is_numbered(table),
        label_at=draft.label,
        scroll=scroll,
    )


def _between_edges(draft: Draft, flow: books.Flow, body: list[RowView], foot: list[RowView]) -> tuple[list[RowView], list[RowView]]:
    opening = edge(draft, flow.opening.label, flow.opening.cell.value)
    return [opening, *body], [*foot, edge(draft, flow.closing.label, flow.closing.cell.value)]


def _html_id(frame: Frame, table: Table) -> str:
    ascii_id = table.id if table.id.isascii() and table.id.replace("_", "").isalnum() else "table"
    return f"{frame.anchor}{ascii_id}"


def _column_views(draft: Draft, rows: list[RowView]) -> tuple[ColumnView, ...]:
    views = (_column_view(seen, draft.setting.ledger) for seen in draft.columns)
    if draft.setting.medium != mask.WEB or len(rows) <= _LONG:
        return tuple(views)
    whole = [row.cells for row in rows if len(row.cells) == len(draft.columns)]
    return tuple(replace(view, widest=_widest([row[at] for row in whole])) for at, view in enumerate(views))


def _column_view(seen: Seen, is_book: bool) -> ColumnView:
    column = seen.column
    unit = "" if column.claim else unit_of(column)
    return ColumnView(column.id, head_label(column, is_book) + column.claim, unit, seen.css, phone_label(column, is_book) + column.claim)


def _widest(cells: list[CellView]) -> str:
    """Return the line of text that takes most room; only the longest few are measured."""
    longest = nlargest(3, dict.fromkeys(str(cell.html) for cell in cells), key=len)
    lines = [safe(line).striptags() for html in longest for line in html.split("<br>")]
    return max(lines, key=em_width, default="")


def _groups(paths: Sequence[tuple[str, ...]]) -> tuple[tuple[GroupHead, ...], ...]:
    """Return the heading levels above the leaves, outermost first; neighbours under one head are joined."""
    depth = max(map(len, paths), default=0)
    levels = []
    for level in range(depth):
        keys = [path[: level + 1] if len(path) > level else () for path in paths]
        runs = [(key, len(list(run))) for key, run in groupby(keys)]
        levels.append(tuple(GroupHead(key[level] if key else "", count) for key, count in runs))
    return tuple(levels)


def _count(table: Table, noun: str) -> str:
    items = count(table)
    return f"{items} {noun}" if items and noun and not has_levels(table) else ""


def _caption(draft: Draft, frame: Frame) -> str:
    """Return «收支明细，16 笔。单位：元。点行号可记下这一行，便于提问。»."""
    table = draft.table
    text = "，".join(filter(None, (table.label, _count(table, frame.noun)))) + ("（摘录）" if table.excerpt else "")
    claims = [f"{seen.column.label}{seen.column.claim}" for seen in draft.columns if seen.column.claim]
    units = {unit_of(seen.column) for seen in draft.columns if seen.css[0] == "r"}
    sentences = [text] if text else []
    sentences += ["、".join(claims)] if claims else []
    if len(units) == 1 and (unit := units.pop()):
        sentences.append(f"单位：{unit}")
    if any(seen.at < 0 for seen in draft.columns):
        sentences.append("余额由期初逐笔算出")
    if draft.setting.ledger and frame.medium == mask.WEB:
        sentences.append("点行号可记下这一行，便于提问")
    return "。".join(sentences) + ("。" if sentences else "")
