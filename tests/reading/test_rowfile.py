"""Row files as accountants keep them, and files that are not what their name says."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.diagnostic import Diagnostic
from disclosure.reading.nodes import Grid
from disclosure.reading.rowfile import LARGEST
from disclosure.reading.rowfile import decoded
from disclosure.reading.rowfile import grid_of_csv
from disclosure.reading.rowfile import grid_of_file
from disclosure.reading.rowfile import grid_of_xlsx
from disclosure.reading.sheet import Options
from tests.reading.books import compound
from tests.reading.books import old_workbook
from tests.reading.books import parts
from tests.reading.books import simple
from tests.reading.books import workbook
from tests.reading.papers import slugs

ROWS: list[list[object]] = [["户主", "金额(元)"], ["孙甲一", 1120.5], ["合计", 1120.5]]
WANTED = [["户主", "金额(元)"], ["孙甲一", "1120.5"], ["合计", "1120.5"]]
TEXT = "户主,金额(元)\n孙甲一,1120.5\n合计,1120.5\n"


def texts(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in grid.heads], *([cell.text if cell else "-" for cell in row.cells] for row in grid.rows)]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("明细.csv", TEXT.encode()),
        ("明细.csv", TEXT.encode("utf-8-sig")),
        ("明细.CSV", TEXT.replace(",", "\t").encode()),
        ("明细.csv", TEXT.replace(",", ";").encode()),
        ("明细.txt", TEXT.replace(",", "\t").encode()),
        ("明细.txt", TEXT.replace(",", " | ").encode()),
        ("明细.xlsx", simple(ROWS)),
        ("明细.et", simple(ROWS)),
        ("明细.xlsm", simple(ROWS)),
    ],
)
def test_every_kind_of_row_file_says_the_same(name: str, data: bytes) -> None:
    grid, problems = grid_of_file(data, f"石滩村/{name}")
    assert (texts(grid), problems) == (WANTED, [])


def test_an_old_workbook_says_the_same_with_an_info() -> None:
    grid, problems = grid_of_file(old_workbook(ROWS), "石滩村/明细.xls")
    assert texts(grid) == WANTED
    assert [(p.slug, p.arguments) for p in problems] == [("old-workbook", {"name": "明细.xls"})]


@pytest.mark.parametrize(("encoding", "name"), [("gb18030", "GB18030"), ("utf-16", "UTF-16")])
def test_other_encodings_are_read_with_a_warning(encoding: str, name: str) -> None:
    grid, problems = grid_of_csv(TEXT.encode(encoding), "明细.csv")
    assert texts(grid) == WANTED
    assert [(p.slug, p.arguments) for p in problems] == [("not-utf8", {"name": "明细.csv", "encoding": name})]


def reason(name: str, data: bytes) -> str:
    grid, (problem,) = grid_of_file(data, name)
    assert (grid.rows, problem.slug, problem.arguments["name"]) == ((), "row-file-unreadable", name)
    return str(problem.arguments["reason"])


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("甲.csv", simple(ROWS), "扩展名"),
        ("甲.csv", old_workbook(ROWS), "扩展名"),
        ("甲.csv", b"\x00\x01\x02\xff", "不是文本"),
        ("甲.csv", "甲\0乙".encode(), "不是文本"),
        ("甲.xlsx", TEXT.encode(), "不是工作簿"),
        ("甲.xls", b"<html><table>", "网页"),
        ("甲.xlsx", b"", "空"),
        ("甲.xlsx", compound("EncryptedPackage", b"x"), "密码"),
        ("甲.xls", compound("Other", b"x"), "损坏"),
        ("甲.xlsx", b"PK\x03\x04", "损坏"),
        ("甲.csv", b" " * (LARGEST + 1), "32 MB"),
    ],
)
def test_what_cannot_be_read_is_one_plain_finding(name: str, data: bytes, words: str) -> None:
    assert words in reason(name, data)


def two_sheets(book: Any, sheet: Any) -> None:
    sheet.write_row("A1", ["村", "人数"])
    sheet.write_row("A2", ["甲", 3])
    other = book.add_worksheet("说明")
    other.write_row("A1", ["项目", "金额"])
    other.write_row("A2", ["乙", 4])


def test_the_sheet_is_the_one_asked_for_else_the_first_with_an_info() -> None:
    data = workbook(two_sheets)
    grid, problems = grid_of_xlsx(data, "甲.xlsx", sheet="说 明")
    assert (texts(grid)[0], problems) == (["项目", "金额"], [])
    grid, (problem,) = grid_of_xlsx(data, "甲.xlsx")
    assert (texts(grid)[0], problem.slug, problem.arguments["others"]) == (["村", "人数"], "other-sheets", "说明")
    _, (problem,) = grid_of_xlsx(data, "甲.xlsx", sheet="说名")
    assert (problem.slug, problem.arguments["suggestion"]) == ("unknown-sheet", "说明")


def test_a_hidden_sheet_asked_for_and_a_first_sheet_that_is_empty() -> None:
    def fill(book: Any, sheet: Any) -> None:
        other = book.add_worksheet("底稿")
        other.write_row("A1", ["村", "人数"])
        other.write_row("A2", ["甲", 3])
        other.hide()
        third = book.add_worksheet("正表")
        third.write_row("A1", ["村", "户数"])
        third.write_row("A2", ["甲", 3])

    data = workbook(fill)
    assert slugs(grid_of_xlsx(data, "甲.xlsx", sheet="底稿")[1]) == ["hidden-cells"]
    grid, problems = grid_of_xlsx(data, "甲.xlsx")
    assert (texts(grid)[0], problems) == (["村", "户数"], [])


def problems_of(fill: Any, **options: Any) -> list[Diagnostic]:
    return grid_of_xlsx(workbook(fill), "石滩村/甲.xlsx", **options)[1]


def test_what_a_sheet_hides_is_told() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_row("A1", ["村", "人数", "金额(元)"])
        for row in range(1, 5):
            sheet.write_row(row, 0, [f"村{row}", row, row])
        sheet.write("C2", 12345, book.add_format({"num_format": "#,##0,"}))
        sheet.write_formula("C3", "=1+1", None, "")
        sheet.set_row(3, None, None, {"hidden": True})
        sheet.set_column(1, 1, None, None, {"hidden": True})

    found = problems_of(fill)
    assert [(p.slug, p.span.cell, p.span.line, p.span.column) for p in found] == [
        ("hidden-cells", "石滩村!A4", 4, 1),
        ("hidden-cells", "石滩村!B1", 1, 2),
        ("hidden-decimals", "石滩村!C2", 2, 3),
        ("formula-without-value", "石滩村!C3", 3, 3),
    ]
    assert found[0].arguments == {"what": "行", "names": "第4行", "sheet": "石滩村"}
    assert found[1].arguments["names"] == "B列"
    assert found[2].arguments == {"cell": "石滩村!C2", "shown": "12", "stored": "12345"}


def test_a_formula_without_a_value_is_told_at_its_cell() -> None:
    data = parts('<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>村</t></is></c><c r="B1" t="inlineStr"><is><t>金额</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="B2"><f>1</f></c></row></sheetData>')
    grid, (problem,) = grid_of_xlsx(data, "甲.xlsx")
    assert (problem.slug, problem.span.cell, problem.arguments["shown"]) == ("formula-without-value", "石滩村!B2", "")
    assert texts(grid)[1] == ["甲", ""]


def test_options_reach_every_kind_of_file() -> None:
    source = "某村公示\n村,C级,\n,户数,资金\n甲,1,2\n,1,2\n"
    grid, problems = grid_of_file(source.encode(), "甲.csv", Options(head_rows="2-3", total_row="5", renames={"村": "村名"}))
    assert (texts(grid)[0], [row.role for row in grid.rows], problems) == (["村名", "C级/户数", "C级/资金"], ["", "total"], [])


@given(st.binary(max_size=300), st.sampled_from(["甲.csv", "甲.txt", "甲.xlsx", "甲.xls"]))
def test_no_bytes_make_it_stumble(data: bytes, name: str) -> None:
    grid, problems = grid_of_file(data, name)
    assert grid.heads or problems


def test_text_without_a_mark_is_utf8() -> None:
    assert decoded("村".encode(), "甲.csv") == ("村", [])
