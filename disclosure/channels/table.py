"""The table channel: each table of a filing as CSV, all of them as one workbook; numbers stay numbers, text stays text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

from disclosure.channels.artifact import Artifact
from disclosure.views.figures import plain_number
from disclosure.views.model import CellView
from disclosure.views.model import FilingView
from disclosure.views.model import RowView
from disclosure.views.model import TableView

NAME = "table"
_RISKY = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_TAG = re.compile(r"<[^>]*>")
_SHEET = re.compile(r"[\[\]:*?/\\']")
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed stamp, so that equal content gives equal bytes
_MOST_DIGITS = 15


def artifacts(view: FilingView) -> tuple[Artifact, ...]:
    """Return one CSV for each table and one workbook; none where there are no rows to give away."""
    tables = _tables(view)
    if not tables:
        return ()
    stem = _stem(view)
    names = [f"{stem}{'' if at == 0 else f'-{at + 1}'}.csv" for at in range(len(tables))] + [f"{stem}.xlsx"]
    return tuple(Artifact(name, NAME, place=view.place, category=view.category, period=view.period, filing_id=view.filing_id) for name in names)


def names(view: FilingView) -> list[str]:
    """Return «（收入）» for each CSV in the order of ``artifacts``, to tell several apart; '' for the only one.

    A side of a table that has no name is called by the head of its lines: 资产, 负债和所有者权益.
    """
    tables = _tables(view)
    return [f"（{part.label or part.columns[part.label_at].label}）" if len(tables) > 1 else "" for part in tables]


def render(view: FilingView, path: str) -> bytes:
    """Return the file of ``view`` that stands at ``path`` (one of ``artifacts``)."""
    if path.endswith(".xlsx"):
        return _workbook(view)
    paths = [artifact.path for artifact in artifacts(view)]
    return _csv(_tables(view)[paths.index(path)])


def _stem(view: FilingView) -> str:
    """Return the path without ending: the folder of the page, and a name that still tells what it is in a download folder."""
    folder = view.path.removesuffix("/index.html")
    parts = folder.split("/")
    return f"{folder}/{'_'.join(parts[-3:])}"


def _tables(view: FilingView) -> list[TableView]:
    return [part for table in view.tables for part in (table.panels or (table,)) if part.body or part.foot]


def _rows(table: TableView) -> Iterator[RowView]:
    """Yield the rows that were filed: what this program worked out itself is left out."""
    for row in (*table.body, *table.foot):
        if any(cell.text for cell in row.cells):
            yield row


def _filed(table: TableView) -> list[int]:
    """Return the positions of the columns that were filed."""
    rows = list(_rows(table))
    return [at for at in range(len(table.columns)) if any(row.cells[at].text for row in rows)]


def _heads(table: TableView) -> list[str]:
    heads = []
    for at in _filed(table):
        column = table.columns[at]
        name = column.label_short if table.groups else column.label
        heads.append(f"{name}({column.unit})" if column.unit else name)
    return ["号", *heads]


def _csv(table: TableView) -> bytes:
    """Return a table as CSV with BOM, as Excel and WPS open it; cells that look like formulas are made text."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_guarded(head) for head in _heads(table)])
    filed = _filed(table)
    for row in _rows(table):
        writer.writerow([row.number, *(_csv_cell(row.cells[at], at == table.label_at, row.level) for at in filed)])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _csv_cell(cell: CellView, naming: bool, level: int) -> str:
    number = _number(cell)
    if number:
        return number
    return _guarded("　" * level + cell.text.lstrip("　") if naming and level else cell.text)


def _number(cell: CellView) -> str:
    """Return a cell of figures as a plain number as printed on the page, '' for words."""
    if not cell.css.startswith("r"):
        return ""
    return plain_number(_TAG.sub("", cell.html).strip()) or plain_number(cell.text)


def _guarded(text: str) -> str:
    return f"'{text}" if text.startswith(_RISKY) else text


def _workbook(view: FilingView) -> bytes:
    """Return one workbook with a sheet for each table; equal views give equal bytes."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    title = f"{view.place_name} {view.period_words} {view.category_name}"
    book.set_properties({"title": title, "comments": f"核对码 {view.code}", "created": _MADE})
    formats: dict[int, Any] = {-1: book.add_format({"bold": True})}
    used: set[str] = set()
    for table in _tables(view):
        sheet = book.add_worksheet(_sheet_name(table.label or view.category_name, used))
        _fill(sheet, book, formats, table, title)
    book.close()
    return out.getvalue()


def _sheet_name(label: str, used: set[str]) -> str:
    name = _SHEET.sub(" ", label)[:28] or "表"
    while name.lower() in used:
        name = f"{name[:26]} {len(used) + 1}"
    used.add(name.lower())
    return name


def _fill(sheet: Any, book: Any, formats: dict[int, Any], table: TableView, title: str) -> None:
    filed = _filed(table)
    sheet.write_string(0, 0, title, formats[-1])
    for at, head in enumerate(_heads(table)):
        sheet.write_string(1, at, head, formats[-1])
    for line, row in enumerate(_rows(table), 2):
        sheet.write_string(line, 0, row.number)
        for at, position in enumerate(filed, 1):
            _put(sheet, book, formats, line, at, row.cells[position])
    sheet.freeze_panes(2, 0)
    for at, position in enumerate(filed, 1):
        sheet.set_column(at, at, 32 if position == table.label_at else 14)


def _put(sheet: Any, book: Any, formats: dict[int, Any], line: int, at: int, cell: CellView) -> None:
    """Write a figure as a number with the decimals it was filed with, anything else as text."""
    number = _number(cell)
    if not number or len(number) > _MOST_DIGITS:
        sheet.write_string(line, at, cell.text)
        return
    places = len(number.partition(".")[2])
    if places not in formats:
        formats[places] = book.add_format({"num_format": "#,##0" + ("." + "0" * places if places else "")})
    sheet.write_number(line, at, float(Decimal(number)), formats[places])
