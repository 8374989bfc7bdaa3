"""The markup of the rows of a table, joined in Python: a template may loop over cells itself, but this is ten times as fast."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup
from markupsafe import escape

from disclosure.views.model import RowView
from disclosure.views.model import TableView


def table_rows(rows: Iterable[RowView], table: TableView) -> Markup:
    """Return the <tr> of each row with roles for phones (where CSS makes rows blocks), and what stands under it.

    Cells are already escaped markup; labels and spoken numbers are escaped here.
    """
    return Markup("\n".join([_row(row, table) for row in rows]))  # noqa: S704 - every piece was escaped where it was made


@lru_cache(maxsize=4096)
def _attribute(text: str) -> str:
    return str(escape(text))


def _row(row: RowView, table: TableView) -> str:
    level = f" l{row.level}" if row.level else ""
    anchor = f' id="{row.anchor}"' if row.anchor else ""
    parts = [f'<tr{anchor} class="{row.role}{level}" role="row">', _number(row) if table.numbered else ""]
    asked = f'<span class="ask">报号：{escape(row.spoken)}</span>' if row.spoken else ""
    naming = table.label_at
    for at, (html, css, label, empty, *_) in enumerate(row.cells):
        if empty:
            parts.append(f'<td class="{css} e"></td>')
        elif label:
            parts.append(f'<td class="{css}" role="cell" data-l="{_attribute(label)}">{html}{asked if at == naming else ""}</td>')
        else:
            parts.append(f'<td class="{css}" role="cell">{html}{asked if at == naming else ""}</td>')
    parts.append("</tr>")
    parts.extend(_under(note.html, row, table) for note in row.under)
    return "".join(parts)


def _number(row: RowView) -> str:
    if not row.number:
        return '<td class="n e"></td>'
    return f'<th class="n" scope="row" role="rowheader"><a href="#{row.anchor}">{row.number}</a></th>'


def _under(html: str, row: RowView, table: TableView) -> str:
    """Return the row that stands under another one: it begins below the naming column."""
    before = ('<td class="n e"></td>' if table.numbered else "") + (f'<td class="e" colspan="{table.label_at}"></td>' if table.label_at else "")
    return f'<tr class="under" role="row">{before}<td class="s" role="cell" colspan="{len(row.cells) - table.label_at}"><span class="qa">{html}</span></td></tr>'
