"""Sheets of plain values as one workbook: text stays text and never becomes a formula; equal sheets give equal bytes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from datetime import datetime
from decimal import Decimal
from typing import Any
from typing import NamedTuple

from disclosure.views.assessment import Sheet
from disclosure.views.assessment import Value

_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed stamp, so that equal content gives equal bytes
_AS_TYPED = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_HEAD_LINE = 2
_WIDE = 20
"""Letters from which on a column's words are broken into lines."""
_MOST_LETTERS = 32_767


class Formats(NamedTuple):
    """How cells look, by what they hold."""

    bold: Any
    head: Any
    note: Any
    share: Any
    day: Any
    wrap: Any
    plain: Any


def workbook(title: str, sheets: Sequence[Sheet]) -> bytes:
    """Return an .xlsx with a sheet for each: its title, how to read it, heads that stay in sight, rows that can be sifted."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _AS_TYPED)
    book.set_properties({"title": title, "created": _MADE})
    formats = Formats(
        book.add_format({"bold": True, "font_size": 14}),
        book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"}),
        book.add_format({"font_color": "#55534b"}),
        book.add_format({"num_format": "0.0", "valign": "top"}),
        book.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"}),
        book.add_format({"text_wrap": True, "valign": "top"}),
        book.add_format({"valign": "top"}),
    )
    for sheet in sheets:
        _fill(book.add_worksheet(sheet.name), sheet, title, formats)
    book.close()
    return out.getvalue()


def _fill(page: Any, sheet: Sheet, title: str, formats: Formats) -> None:
    page.write_string(0, 0, title, formats.bold)
    page.write_string(1, 0, sheet.note, formats.note)
    for at, (head, width) in enumerate(sheet.heads):
        page.write_string(_HEAD_LINE, at, head, formats.head)
        page.set_column(at, at, width)
    for line, row in enumerate(sheet.rows, _HEAD_LINE + 1):
        for at, value in enumerate(row):
            _put(page, line, at, value, formats, wide=sheet.heads[at][1] >= _WIDE)
    page.freeze_panes(_HEAD_LINE + 1, 1)
    page.autofilter(_HEAD_LINE, 0, _HEAD_LINE + len(sheet.rows), len(sheet.heads) - 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(_HEAD_LINE)


def _put(page: Any, line: int, at: int, value: Value, formats: Formats, *, wide: bool) -> None:
    if isinstance(value, str):
        if value:
            page.write_string(line, at, value[:_MOST_LETTERS], formats.wrap if wide else formats.plain)
    elif isinstance(value, Decimal):
        page.write_number(line, at, float(value), formats.share)
    elif isinstance(value, date):
        page.write_datetime(line, at, datetime(value.year, value.month, value.day), formats.day)  # noqa: DTZ001 - a day has no zone
    elif value is not None:
        page.write_number(line, at, value, formats.plain)
