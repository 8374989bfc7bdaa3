"""Workbooks as they are displayed, and hostile ones refused with a plain clause."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from disclosure.reading.ooxml import UnreadableError
from disclosure.reading.ooxml import column_number
from disclosure.reading.ooxml import open_workbook
from disclosure.reading.ooxml import read_sheet
from disclosure.reading.sheet import column_letters
from tests.reading.books import MAIN
from tests.reading.books import parts
from tests.reading.books import simple
from tests.reading.books import workbook


def read(data: bytes) -> dict[str, str]:
    """What each cell shows, by its name."""
    book = open_workbook(data)
    sheet = read_sheet(book, book.sheets[0], "明细.xlsx").sheet
    return {f"{column_letters(c)}{r}": cell.text for r, row in sheet.rows.items() for c, cell in row.items()}


def cell_of(data: bytes, name: str) -> Any:
    book = open_workbook(data)
    sheet = read_sheet(book, book.sheets[0], "明细.xlsx").sheet
    return next(cell for row in sheet.rows.values() for cell in row.values() if cell.span.cell == f"石滩村!{name}")


def test_a_cell_is_what_the_sheet_displays() -> None:
    def fill(book: Any, sheet: Any) -> None:
        money, day, share = (book.add_format({"num_format": code}) for code in ("#,##0.00", 'yyyy"年"m"月"d"日"', "0.00%"))
        sheet.write("A1", "　村名 ")
        sheet.write("B1", 12000.5, money)
        sheet.write_datetime("C1", date(2026, 3, 5), day)
        sheet.write("D1", 0.93197, share)
        sheet.write("E1", 4683.9)
        sheet.write("F1", 1.1 * 3)
        sheet.write("G1", True)
        sheet.write_rich_string("H1", "金", book.add_format({"bold": True}), "额")
        sheet.write_formula("I1", "=1+1", money, 2)
        sheet.write_formula("J1", '="合"', None, "合")
        sheet.write("K1", "0123")

    shown = read(workbook(fill))
    assert shown == {
        "A1": "　村名", "B1": "12,000.50", "C1": "2026年3月5日", "D1": "93.20%", "E1": "4683.9", "F1": "3.3", "G1": "是", "H1": "金额", "I1": "2.00", "J1": "合", "K1": "0123",
    }  # fmt: skip


def test_places_name_the_cell() -> None:
    cell = cell_of(simple([[None, "村"], [None, "甲"]]), "B2")
    assert (cell.span.path, cell.span.line, cell.span.column, cell.span.cell) == ("明细.xlsx", 2, 2, "石滩村!B2")


def test_a_formula_without_a_value_and_an_error_are_broken() -> None:
    sheet = '<sheetData><row r="1"><c r="A1"><f>SUM(B1)</f></c><c r="B1"><f>1</f><v></v></c><c r="C1" t="e"><v>#REF!</v></c><c r="D1" t="str"><f>""</f><v></v></c></row></sheetData>'
    data = parts(sheet)
    assert [(cell_of(data, name).text, cell_of(data, name).broken) for name in ("A1", "B1", "C1")] == [("", True), ("", True), ("#REF!", True)]
    assert "D1" not in read(data)


STYLES = '<numFmts><numFmt numFmtId="164" formatCode="#,##0,"/><numFmt numFmtId="165" formatCode=";;;"/><numFmt numFmtId="166" formatCode="0!.0,&quot;万&quot;"/></numFmts><cellXfs>' + "".join(
    f'<xf numFmtId="{number}"/>' for number in (0, 2, 164, 165, 166, 31, 10)
) + "</cellXfs>"


@pytest.mark.parametrize(
    ("style", "raw", "text", "stored"),
    [
        (1, "1120.505", "1120.51", ""),
        (1, "4683.8999999999996", "4683.90", ""),
        (2, "12345.678", "12", "12345.678"),
        (3, "500", "", "500"),
        (4, "12345", "1.2万", ""),
        (5, "46086", "2026年3月5日", ""),
        (6, "0.93197", "93.20%", ""),
        (0, "123456789012", "1.23457E+11", "123456789012"),
        (0, "0.30000000000000004", "0.3", ""),
    ],
)
def test_a_number_that_is_not_what_it_shows_keeps_the_stored_one(style: int, raw: str, text: str, stored: str) -> None:
    cell = cell_of(parts(f'<sheetData><row><c r="A1" s="{style}"><v>{raw}</v></c></row></sheetData>', styles=STYLES), "A1")
    assert (cell.text, cell.stored) == (text, stored)


def test_cells_without_references_follow_each_other() -> None:
    sheet = '<sheetData><row><c><v>1</v></c><c t="inlineStr"><is><t>甲_x000D_乙</t></is></c></row><row><c t="s"><v>0</v></c><c t="s"><v>9</v></c></row></sheetData>'
    strings = '<si><r><t>合</t></r><rPh><t>he</t></rPh><r><t>计</t></r></si>'
    assert read(parts(sheet, strings=strings)) == {"A1": "1", "B1": "甲\r乙", "A2": "合计"}


def test_hidden_rows_and_columns_are_left_out_and_named() -> None:
    def fill(_book: Any, sheet: Any) -> None:
        for row in range(4):
            for column in range(3):
                sheet.write(row, column, f"{row}{column}")
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_row(9, None, None, {"hidden": True})
        sheet.set_column(1, 1, None, None, {"hidden": True})

    book = open_workbook(workbook(fill))
    found = read_sheet(book, book.sheets[0], "明细.xlsx")
    assert (found.hidden_rows, found.hidden_columns) == ((3,), (2,))
    assert sorted(found.sheet.rows) == [1, 2, 4]
    assert set(found.sheet.rows[1]) == {1, 3}


def test_merged_ranges_and_the_other_calendar() -> None:
    sheet = '<sheetData><row r="1"><c r="A1" s="5"><v>0</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B3"/><mergeCell ref="C1"/></mergeCells>'
    data = parts(sheet, styles=STYLES, book='<workbookPr date1904="1"/>')
    book = open_workbook(data)
    assert [tuple(m) for m in read_sheet(book, book.sheets[0], "甲").sheet.merges] == [(1, 1, 3, 2)]
    assert read(data)["A1"] == "1904年1月1日"


BOMB = f"<worksheet {MAIN}><sheetData>".encode() + b" " * (65 * 1024 * 1024) + b"</sheetData></worksheet>"
ENTITY = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "cc">]><worksheet><sheetData/></worksheet>'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04broken", "损坏"),
        (parts("<sheetData>"), "损坏"),
        (parts("", extra={"xl/worksheets/sheet1.xml": BOMB}), "64 MB"),
        (parts("", extra={"xl/worksheets/sheet1.xml": ENTITY}), "声明"),
        (parts("", extra={"xl/worksheets/sheet1.xml": "<worksheet/>".encode("utf-16")}), "声明"),
        (parts('<sheetData><row r="1"><c r="XFZ1"><v>1</v></c></row></sheetData>'), "太多"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_cannot_be_read_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        read(data)


def test_an_archive_that_is_no_workbook() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    with pytest.raises(UnreadableError, match="工作表"):
        open_workbook(out.getvalue())


SMALL = parts('<sheetData><row r="1"><c r="A1" s="1"><v>3.5</v></c><c r="B1" t="s"><v>0</v></c></row></sheetData>', styles=STYLES, strings="<si><t>村</t></si>")


@settings(max_examples=40)
@given(st.data())
def test_a_damaged_workbook_is_read_or_refused_and_never_more(data: st.DataObject) -> None:
    whole = bytearray(SMALL)
    for place in data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=8)):
        whole[place] = data.draw(st.integers(0, 255))
    try:
        read(bytes(whole))
    except UnreadableError as fault:
        assert str(fault)


def test_letters_of_columns() -> None:
    assert [column_letters(n) for n in (1, 26, 27, 703)] == ["A", "Z", "AA", "AAA"]
    assert all(column_number(column_letters(n)) == n for n in range(1, 800))
