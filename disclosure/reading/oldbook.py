"""Old workbooks (.xls, .et) through calamine: stored values as text. The floats it gives stay in this module."""

from __future__ import annotations

import datetime
import io
from decimal import Decimal
from typing import Any
from typing import NamedTuple

from disclosure.basis.span import Span
from disclosure.reading.nodes import RawCell
from disclosure.reading.ooxml import UnreadableError
from disclosure.reading.sheet import Merge
from disclosure.reading.sheet import Sheet
from disclosure.reading.sheet import column_letters


class OldBook(NamedTuple):
    """An old workbook opened: its sheets' names, those that can be seen, and calamine's handle."""

    names: tuple[str, ...]
    visible: tuple[str, ...]
    handle: Any


def open_old(data: bytes) -> OldBook:
    """Return the old workbook in ``data``; raises UnreadableError with a plain clause."""
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        visible = tuple(meta.name for meta in book.sheets_metadata if str(meta.visible).endswith(".Visible"))
        return OldBook(tuple(book.sheet_names), visible, book)
    except Exception as fault:
        raise UnreadableError(_WHY) from fault


_WHY = "文件已损坏或设了密码，请用表格软件另存为 .xlsx"


def read_old(book: OldBook, name: str, path: str) -> Sheet:
    """Return a sheet's stored values as text cells; raises UnreadableError."""
    try:
        source = book.handle.get_sheet_by_name(name)
        rows, merges = source.to_python(skip_empty_area=False), source.merged_cell_ranges or []
    except Exception as fault:
        raise UnreadableError(_WHY) from fault
    merged = tuple(Merge(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in merges)
    return Sheet(path, _stored(rows, path, name), merged, name)


def _stored(rows: list[list[Any]], path: str, name: str) -> dict[int, dict[int, RawCell]]:
    found: dict[int, dict[int, RawCell]] = {}
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            text = stored_text(value)
            if text:
                span = Span(path, number, column, 0, 0, f"{name}!{column_letters(column)}{number}")
                found.setdefault(number, {})[column] = RawCell(text, span)
    return found


def stored_text(value: object) -> str:
    """Return a stored value as text: the shortest digits that give the same float, days as yyyy-mm-dd."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        text = f"{Decimal(repr(value)):f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    if isinstance(value, datetime.datetime | datetime.date):
        return value.isoformat()[:10]
    return str(value).strip(" \t\r\n\u00a0")
