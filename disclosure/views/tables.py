"""A table as filed becomes a table ready to print: heads, rows with their roles, derived totals, edges, corrections."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from disclosure.basis.numbers import print_amount
from disclosure.board.model import Filing
from disclosure.reading.labels import ADDED
from disclosure.reading.table import Column
from disclosure.reading.table import Role
from disclosure.reading.table import Row
from disclosure.reading.table import Table
from disclosure.views import ledger as books
from disclosure.views import mask
from disclosure.views.cells import Setting
from disclosure.views.cells import column_cells
from disclosure.views.cells import derived
from disclosure.views.cells import label_cell
from disclosure.views.columns import Seen
from disclosure.views.columns import has_levels
from disclosure.views.columns import head_label
from disclosure.views.columns import is_numbered
from disclosure.views.columns import least_width
from disclosure.views.columns import phone_label
from disclosure.views.columns import seen as seen_columns
from disclosure.views.columns import style as style_of
from disclosure.views.figures import pads
from disclosure.views.figures import places
from disclosure.views.figures import total
from disclosure.views.figures import unit_of
from disclosure.views.model import CellView
from disclosure.views.model import ColumnView
from disclosure.views.model import GroupHead
from disclosure.views.model import NoteUnder
from disclosure.views.model import RowView
from disclosure.views.model import TableView
from disclosure.views.panels import split_panels
from disclosure.views.words import total_of

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
    """A table while it is built: shown columns, the cells of every row, the position of the naming column."""

    table: Table
    columns: list[Seen]
    cells: list[tuple[CellView, ...]]
    label: int
    setting: Setting
    widths: list[int]


def table_view(table: Table, frame: Frame) -> TableView:
    """Return the table in the frame's medium; panels when its 版式 sets parts side by side."""
    if table.layout.panels:
        parts = split_panels(table)
        if len(parts) > 1:
            panels = tuple(_single(part, frame._replace(anchor=f"{frame.anchor}p{at}-")) for at, part in enumerate(parts, 1))
            return TableView(table.id, table.label, "", "panels", (), (), (), (), panels=panels)
    return _single(table, frame)


def _single(table: Table, frame: Frame) -> TableView:
    draft = _draft(table, frame)
    flow = books.flow_of(frame.filing, table) if draft.setting.ledger else None
    running = books.balances(flow, table) if flow else None
    if running is not None and not any("bal" in seen.css for seen in draft.columns):
        draft = _with_balance(draft, running)
    body, foot = _rows(draft, frame)
    if not foot:
        foot = _derived_foot(draft, frame)
    if flow and running is not None and any("bal" in seen.css for seen in draft.columns):
        body = [_edge(draft, flow.opening.label, flow.opening.cell.value), *body]
        foot = [*foot, _edge(draft, flow.closing.label, flow.closing.cell.value)]
    style, scroll = style_of(table, draft.columns, draft.widths, draft.setting.ledger)
    return TableView(
        id=_html_id(frame, table),
        label=table.label,
        caption=_caption(draft, frame, style),
        style=style,
        columns=tuple(_column_view(seen, draft.setting.ledger) for seen in draft.columns),
        groups=_groups([seen.column.group for seen in draft.columns]),
        body=tuple(body),
        foot=tuple(foot),
        proof=books.proof(flow, table) if flow and running is not None else "",
        count=_count(table, frame.noun),
        numbered=is_numbered(table),
        label_at=draft.label,
        scroll=scroll,
    )


def _html_id(frame: Frame, table: Table) -> str:
    ascii_id = table.id if table.id.isascii() and table.id.replace("_", "").isalnum() else "table"
    return f"{frame.anchor}{ascii_id}"


def _draft(table: Table, frame: Frame) -> Draft:
    columns, label, is_book = seen_columns(table, frame.medium)
    units = {unit_of(seen.column) for seen in columns if seen.css[0] == "r"}
    setting = Setting(frame.medium, frame.filing.period, is_book, len(units) > 1)
    made = [column_cells(seen, table.rows, setting) for seen in columns]
    widths = [least_width(seen, column.printed) for seen, column in zip(columns, made, strict=True)]
    columns = [seen._replace(css=column.css) for seen, column in zip(columns, made, strict=True)]
    rows = list(zip(*(column.cells for column in made), strict=True)) if made else [()] * len(table.rows)
    return Draft(table, columns, rows, label, setting, widths)


def _with_balance(draft: Draft, running: Sequence[Decimal | None]) -> Draft:
    """Add the running balance this program worked out, as the last column of figures."""
    at = max((position for position, seen in enumerate(draft.columns) if seen.css[0] == "r"), default=len(draft.columns) - 1) + 1
    seen = Seen(-1, _BALANCE, "show", "r bal")
    printed = [books.printed(number) if number is not None else "" for number in running]
    cells = [(*row[:at], derived(seen, text, draft.setting), *row[at:]) for row, text in zip(draft.cells, printed, strict=True)]
    columns = [*draft.columns[:at], seen, *draft.columns[at:]]
    return draft._replace(columns=columns, cells=cells, widths=[*draft.widths[:at], least_width(seen, printed), *draft.widths[at:]])


def _column_view(seen: Seen, is_book: bool) -> ColumnView:
    column = seen.column
    return ColumnView(column.id, head_label(column, is_book), unit_of(column), seen.css, phone_label(column, is_book))


def _groups(paths: Sequence[tuple[str, ...]]) -> tuple[tuple[GroupHead, ...], ...]:
    """Return the heading levels above the leaves, outermost first; neighbours under one head are joined."""
    depth = max(map(len, paths), default=0)
    levels = []
    for level in range(depth):
        keys = [path[: level + 1] if len(path) > level else () for path in paths]
        runs = [(key, len(list(run))) for key, run in groupby(keys)]
        levels.append(tuple(GroupHead(key[level] if key else "", count) for key, count in runs))
    return tuple(levels)


def _rows(draft: Draft, frame: Frame) -> tuple[list[RowView], list[RowView]]:
    """Return (body, foot): the totals that stand last go to the foot."""
    rows = draft.table.rows
    last = len(rows)
    while last > 0 and rows[last - 1].role is Role.TOTAL and rows[last - 1].level == 0:
        last -= 1
    parts = _parts(draft)
    views = [_row(draft, frame, at, parts.get(at, ())) for at in range(len(rows))]
    body = views[:last]
    if draft.table.subtotal:
        body = _with_subtotals(draft, body)
    return body, views[last:]


def _row(draft: Draft, frame: Frame, at: int, parts: tuple[tuple[str, str], ...]) -> RowView:
    row = draft.table.rows[at]
    cells = draft.cells[at]
    role = row.role.value
    if row.role is Role.OF_WHICH:
        cells = _of_which(cells, draft.label)
    elif row.role is Role.TOTAL:
        cells = _named(cells, draft.label)
    elif role == "item" and _heads_group(draft, at):
        role = "group"
    if not row.number:
        return RowView("", "", role, row.level, cells, row.label, "", parts)
    spoken = f"{frame.spoken} 第 {row.number} 行{frame.ask}" if frame.spoken else ""
    return RowView(row.number, f"{frame.anchor}r{row.number}", role, row.level, cells, row.label, spoken, parts, frame.under.get(row.number, ()))


_CHAPTER = re.compile(r"[一二三四五六七八九十]+[、.．]")


def _heads_group(draft: Draft, at: int) -> bool:
    """Tell whether a row only heads what follows: it has no figure, and lines hang under it or it is a chapter (一、)."""
    rows = draft.table.rows
    if any(not cell.empty for cell in draft.cells[at] if cell.css[0] == "r"):
        return False
    return (at + 1 < len(rows) and rows[at + 1].level > rows[at].level) or bool(_CHAPTER.match(rows[at].label))


def _of_which(cells: tuple[CellView, ...], label: int) -> tuple[CellView, ...]:
    """Say 其中 before a part that does not say it itself."""
    named = cells[label]
    if named.html.startswith("其中"):
        return cells
    return (*cells[:label], named._replace(html=Markup("其中 ") + named.html, empty=False), *cells[label + 1 :])


def _named(cells: tuple[CellView, ...], label: int) -> tuple[CellView, ...]:
    """Bring the word 合计 under the naming column where it was typed beside it."""
    at = next((index for index, cell in enumerate(cells) if not cell.empty and cell.css[0] != "r"), label)
    if at == label or not cells[label].empty:
        return cells
    moved = list(cells)
    moved[label] = cells[at]._replace(css=cells[label].css, label=cells[label].label)
    moved[at] = cells[at]._replace(html=Markup(), empty=True, text="", width=0)
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


def _counted(draft: Draft) -> list[Row]:
    return [row for row in draft.table.rows if row.role is Role.ITEM and row.parent < 0]


def _sums(draft: Draft, rows: list[Row], free: bool = False) -> dict[int, str]:
    """Return for the positions of columns that are totalled the printed sum, at the most decimals typed.

    ``free``: also columns that nobody asked to total but that add up.
    """
    found = {}
    for position, seen in enumerate(draft.columns):
        column = seen.column
        wanted = column.total or (free and column.additive == "yes" and column.kind in ADDED and not column.of_which)
        if seen.index < 0 or not wanted or seen.how != "show":
            continue
        number = total((row.cells[seen.index].value for row in rows), seen.column.unit)
        if number is not None:
            typed = [places(str(row[position].html).rstrip()) for row in draft.cells]
            found[position] = print_amount(number, max(max(typed, default=0), 0))
    return found


def _derived_foot(draft: Draft, frame: Frame) -> list[RowView]:
    """Return the total row a table did not state itself; none for an excerpt, a single row, or a total above."""
    rows = _counted(draft)
    if len(rows) < 2 or draft.table.excerpt or any(row.role is Role.TOTAL and row.level == 0 for row in draft.table.rows):
        return []
    sums = _sums(draft, rows)
    if not sums:
        return []
    label = total_of(frame.filing.period) if draft.setting.ledger else "合计"
    return [_made_row(draft, "total", label, sums)]


def _made_row(draft: Draft, role: str, label: str, figures: dict[int, str]) -> RowView:
    cells = []
    for position, seen in enumerate(draft.columns):
        if position == draft.label:
            cells.append(label_cell(label, draft.setting))
        else:
            text = figures.get(position, "")
            cells.append(derived(seen, text, draft.setting, _pad_to(draft, position, text)))
    return RowView("", "", role, 0, tuple(cells), label)


def _pad_to(draft: Draft, position: int, text: str) -> str:
    """Return the invisible characters that bring a derived figure's point under the column's."""
    most = max((places(str(row[position].html).rstrip()) for row in draft.cells if not row[position].empty), default=-1)
    have = places(text)
    return pads([text, f"0.{'0' * most}"])[0] if have >= 0 and most > have else ""


def _edge(draft: Draft, label: str, value: object) -> RowView:
    at = next(position for position, seen in enumerate(draft.columns) if "bal" in seen.css)
    number = total([value], "元")
    return _made_row(draft, "edge", label, {at: books.printed(number) if number is not None else ""})


def _with_subtotals(draft: Draft, body: list[RowView]) -> list[RowView]:
    """Put a head with the group's own sums before each group of equal values (小计)."""
    at = draft.table.column(draft.table.subtotal)
    if at < 0:
        return body
    rows = draft.table.rows[: len(body)]
    keys = [mask.text(row.cells[at], "text", "show").strip() if draft.table.columns[at].personal is None else "" for row in rows]
    made: list[RowView] = []
    start = 0
    for key, run in groupby(keys):
        size = len(list(run))
        members = [row for row in rows[start : start + size] if row.role is Role.ITEM and row.parent < 0]
        if key and members:
            made.append(_made_row(draft, "group", f"{key} {len(members)} 户" if _by_household(draft) else key, _sums(draft, members, free=True)))
        made.extend(body[start : start + size])
        start += size
    return made


def _by_household(draft: Draft) -> bool:
    return any(seen.column.label in ("户主", "农户") for seen in draft.columns)


def _counted(draft: Draft) -> list[Row]:
    return [row for row in draft.table.rows if row.role is Role.ITEM and row.parent < 0]


def _sums(draft: Draft, rows: list[Row]) -> dict[int, str]:
    """Return for the positions of columns that are totalled the printed sum, at the most decimals typed."""
    found = {}
    for position, seen in enumerate(draft.columns):
        if seen.index < 0 or not seen.column.total or seen.how != "show":
            continue
        number = total((row.cells[seen.index].value for row in rows), seen.column.unit)
        if number is not None:
            typed = [places(str(row[position].html).rstrip()) for row in draft.cells]
            found[position] = print_amount(number, max(max(typed, default=0), 0))
    return found


def _derived_foot(draft: Draft, frame: Frame) -> list[RowView]:
    """Return the total row a table did not state itself; none for an excerpt, a single row, or a total above."""
    rows = _counted(draft)
    if len(rows) < 2 or draft.table.excerpt or any(row.role is Role.TOTAL and row.level == 0 for row in draft.table.rows):
        return []
    sums = _sums(draft, rows)
    if not sums:
        return []
    label = total_of(frame.filing.period) if draft.setting.ledger else "合计"
    return [_made_row(draft, "total", label, sums)]


def _made_row(draft: Draft, role: str, label: str, figures: dict[int, str]) -> RowView:
    cells = []
    for position, seen in enumerate(draft.columns):
        if position == draft.label:
            cells.append(label_cell(label, draft.setting))
        else:
            text = figures.get(position, "")
            cells.append(derived(seen, text, draft.setting, _pad_to(draft, position, text)))
    return RowView("", "", role, 0, tuple(cells), label)


def _pad_to(draft: Draft, position: int, text: str) -> str:
    """Return the invisible characters that bring a derived figure's point under the column's."""
    most = max((places(str(row[position].html).rstrip()) for row in draft.cells if not row[position].empty), default=-1)
    have = places(text)
    return pads([text, f"0.{'0' * most}"])[0] if have >= 0 and most > have else ""


def _edge(draft: Draft, label: str, value: object) -> RowView:
    at = next(position for position, seen in enumerate(draft.columns) if "bal" in seen.css)
    number = total([value], "元")
    return _made_row(draft, "edge", label, {at: books.printed(number) if number is not None else ""})


def _with_subtotals(draft: Draft, body: list[RowView]) -> list[RowView]:
    """Put a head with the group's own sums before each group of equal values (小计)."""
    at = draft.table.column(draft.table.subtotal)
    if at < 0:
        return body
    rows = draft.table.rows[: len(body)]
    keys = [mask.text(row.cells[at], "text", "show").strip() if draft.table.columns[at].personal is None else "" for row in rows]
    made: list[RowView] = []
    start = 0
    for key, run in groupby(keys):
        size = len(list(run))
        members = [row for row in rows[start : start + size] if row.role is Role.ITEM and row.parent < 0]
        if key and members:
            made.append(_made_row(draft, "group", f"{key} {len(members)} 户" if _by_household(draft) else key, _sums(draft, members)))
        made.extend(body[start : start + size])
        start += size
    return made


def _by_household(draft: Draft) -> bool:
    return any(seen.column.label in ("户主", "农户") for seen in draft.columns)


def has_levels(table: Table) -> bool:
    """Tell whether a table is a statement: lines under lines, spoken of by their names and not by numbers."""
    return any(row.level for row in table.rows)


def _count(table: Table, noun: str) -> str:
    items = sum(1 for row in table.rows if row.role is Role.ITEM and row.parent < 0)
    return f"{items} {noun}" if items and noun and not has_levels(table) else ""


def _caption(draft: Draft, frame: Frame, style: str) -> str:
    """Return «收支明细，16 笔。单位：元。点行号可记下这一行，便于提问。»."""
    words = [draft.table.label] if draft.table.label else []
    count = _count(draft.table, frame.noun)
    if count:
        words.append(count)
    text = "，".join(words) + ("（摘录）" if draft.table.excerpt else "")
    units = {unit_of(seen.column) for seen in draft.columns if seen.css[0] == "r"}
    sentences = [text] if text else []
    if len(units) == 1 and (unit := units.pop()):
        sentences.append(f"单位：{unit}")
    if any(seen.index < 0 for seen in draft.columns):
        sentences.append("余额由期初逐笔算出")
    if draft.setting.ledger and frame.medium == mask.WEB:
        sentences.append("点行号可记下这一行，便于提问")
    return "。".join(sentences) + ("。" if sentences else "")
