"""The workbook that `new --xlsx` lays beside a filing: a sheet per table, heads locked, cells that keep what is typed."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from disclosure.basis.numbers import read_amount
from disclosure.basis.text import display_width
from disclosure.basis.values import Amount
from disclosure.catalogue.blank import HEAD_ROW
from disclosure.catalogue.blank import column_note
from disclosure.catalogue.blank import head
from disclosure.catalogue.model import Category
from disclosure.catalogue.model import TableSpec
from disclosure.catalogue.reference import kind_words
from disclosure.reading.table import Column

FORMATS = {"money": "#,##0.00", "count": "#,##0", "quantity": "General", "area": "General", "rate": "General"}
"""Number formats by kind; every other kind is text, so that 0012, 3-05 and 4.35% stay as they are typed."""

LAST_ROW = 5000
_CHOICES = "选项"
_MOST_DIGITS = 15
_INLINE = 255
_WIDTHS = {"money": 14, "date": 12, "count": 9, "person": 14, "text": 22, "code": 15, "place": 16}
_SIGNS = re.compile(r"[\[\]:*?/\\']")
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed stamp, so that equal content gives equal bytes
_YES_NO = ["是", "否"]
_PROTECTION = {
    "format_cells": True, "format_columns": True, "format_rows": True, "insert_rows": True, "delete_rows": True, "sort": True, "autofilter": True,
}  # fmt: skip


def sheet_names(category: Category) -> dict[str, str]:
    """Return the name of each table's sheet by table id: its label, fit for a sheet and unlike the others."""
    found: dict[str, str] = {}
    for table in category.tables:
        name = _SIGNS.sub(" ", table.label).strip()[:28] or "表"
        taken = {*found.values(), _CHOICES}
        found[table.id] = name if name not in taken else f"{name} {len(found) + 1}"
    return found


def workbook(
    category: Category,
    *,
    title: str,
    choices: Mapping[str, Sequence[str]],
    rows: Mapping[str, Sequence[Sequence[str]]],
) -> bytes:
    """Return an .xlsx with one sheet per table of a category, ``rows`` already in it; equal input gives equal bytes.

    ``title`` stands in the first row of each sheet, the heads in the second. No cell is ever a formula.
    """
    import xlsxwriter

    out = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, {"in_memory": True, **plain})
    book.set_properties({"title": title, "created": _MADE})
    names = sheet_names(category)
    sheets = {table.id: book.add_worksheet(names[table.id]) for table in category.tables}
    ranges = _choice_ranges(book, category, choices)
    for table in category.tables:
        _heads(sheets[table.id], book, table, title, choices)
        _body(sheets[table.id], book, table, ranges)
        _rows(sheets[table.id], book, table, rows.get(table.id, ()))
    book.close()
    return out.getvalue()


def _heads(sheet: Any, book: Any, table: TableSpec, title: str, choices: Mapping[str, Sequence[str]]) -> None:
    """Write title and heads, locked and always in view, each head with a comment saying what goes in."""
    heading = book.add_format({"bold": True, "locked": True, "font_size": 13})
    style = {"locked": True, "text_wrap": True, "valign": "bottom", "bottom": 2, "bg_color": "#F1F1EA"}
    formats = {must: book.add_format({**style, "bold": must}) for must in (True, False)}
    row = HEAD_ROW - 1
    sheet.set_row(0, 22, heading)
    sheet.write_string(0, 0, f"{title} {table.label}", heading)
    for at, column in enumerate(table.columns):
        sheet.write_string(row, at, head(column), formats[column.required])
        sheet.write_comment(row, at, comment(column, choices), {"author": "", "x_scale": 1.6, "font_size": 10})
    sheet.freeze_panes(HEAD_ROW, 0)
    sheet.protect("", _PROTECTION)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, row)


def comment(column: Column, choices: Mapping[str, Sequence[str]]) -> str:
    """Return what the comment on a head says: the kind, whether it must be filled, who sees it, what to mind."""
    how = {"date": "写成 2026-03-05 或 3-05", "code": "照原样写，前面的 0 不会丢", "yes_no": "写 是 或 否", "percent": "写成 4.35%"}
    unit = "元" if column.kind == "money" else ""
    words = (kind_words(column.kind, column.unit or unit), how.get(column.kind, ""), column_note(column, choices))
    return "\n".join(filter(None, words))


def _body(sheet: Any, book: Any, table: TableSpec, ranges: Mapping[str, object]) -> None:
    """Unlock the cells below the heads, give each column its format and width, and lists to choose from."""
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, _width(column), _format(book, column))
        source = _YES_NO if column.kind == "yes_no" else ranges.get(column.of)
        if source:
            refusal = {"error_title": "不在词表里", "error_message": "请从下拉的词里选一个。"}
            sheet.data_validation(HEAD_ROW, at, LAST_ROW, at, {"validate": "list", "source": source, **refusal})
    sheet.ignore_errors({"number_stored_as_text": f"A1:{_letters(len(table.columns))}{LAST_ROW}"})


def _letters(count: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(max(0, count - 1)))


def _format(book: Any, column: Column) -> Any:
    wraps = {"text_wrap": True} if column.width == "wide" else {}
    return book.add_format({"locked": False, "num_format": FORMATS.get(column.kind, "@"), "valign": "top", **wraps})


def _width(column: Column) -> int:
    usual = {"wide": 36, "narrow": 11}.get(column.width) or _WIDTHS.get(column.kind, 13)
    return max(usual, min(24, display_width(head(column)) + 2))


def _choice_ranges(book: Any, category: Category, choices: Mapping[str, Sequence[str]]) -> dict[str, object]:
    """Return the source of each list: the words themselves, or where they stand on a hidden sheet when they are many."""
    asked = {column.of for table in category.tables for column in table.columns if column.of in choices}
    found: dict[str, object] = {name: list(choices[name]) for name in asked}
    long = sorted(name for name in asked if len(",".join(choices[name])) > _INLINE or any("," in word for word in choices[name]))
    if not long:
        return found
    sheet = book.add_worksheet(_CHOICES)
    sheet.hide()
    for at, name in enumerate(long):
        for line, word in enumerate(choices[name]):
            sheet.write_string(line, at, word)
        letters = _letters(at + 1)
        found[name] = f"={_CHOICES}!${letters}$1:${letters}${len(choices[name])}"
    return found


def _rows(sheet: Any, book: Any, table: TableSpec, rows: Sequence[Sequence[str]]) -> None:
    formats = [_format(book, column) for column in table.columns]
    for line, row in enumerate(rows, HEAD_ROW):
        for at, (column, text) in enumerate(zip(table.columns, row, strict=True)):
            number = _number(text) if column.kind in FORMATS else None
            if number is not None:
                sheet.write_number(line, at, number, formats[at])
            elif text:
                sheet.write_string(line, at, text, formats[at])


def _number(text: str) -> float | None:
    """Return a figure that a cell shows as it was filed; None for one with words, a unit or too many digits."""
    read = read_amount(text)
    if not isinstance(read, Amount) or read.unit or read.qualifier or read.low is not None or read.terms:
        return None
    fits = len(read.number.as_tuple().digits) <= _MOST_DIGITS and read.decimals <= 2
    return float(read.number) if fits else None
