"""A marked workbook: comments where they belong, colour over the old look, and every other part untouched."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from disclosure.channels.marking.book import Unmarkable
from disclosure.channels.marking.book import marked
from disclosure.channels.marking.remark import Place
from disclosure.channels.marking.remark import Remark
from disclosure.reading.ooxml import open_workbook
from disclosure.reading.ooxml import read_sheet
from tests.reading.books import MAIN
from tests.reading.books import RELATED as R
from tests.reading.books import parts
from tests.reading.books import simple
from tests.reading.books import workbook

WRONG = Remark("error", "金额对不上", "写的是 5.00，应是 6.00。", "改这一格。\n或者改合计。")
ODD = Remark("warning", "日期不在期间里", "写的是 <6-05> & 别的")
_X = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def parsed(data: bytes) -> ET.Element:
    return ET.fromstring(data)  # noqa: S314 -- our own bytes


def read(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == len(set(archive.namelist()))
        return {name: archive.read(name) for name in archive.namelist()}


def shown(data: bytes) -> list[dict[int, dict[int, str]]]:
    """What our own reader sees in every sheet."""
    book = open_workbook(data)
    sheets = [read_sheet(book, entry, "x.xlsx").sheet for entry in book.sheets]
    return [{row: {column: cell.text for column, cell in cells.items()} for row, cells in sheet.rows.items()} for sheet in sheets]


def comments(part: bytes) -> dict[str, str]:
    found = {}
    for one in parsed(part).iter(f"{_X}comment"):
        assert one.get("ref") not in found
        found[one.get("ref", "")] = "".join(text.text or "" for text in one.iter(f"{_X}t"))
    return found


def fills(data: bytes, sheet: str = "xl/worksheets/sheet1.xml") -> dict[str, str]:
    """The colour of every cell that has one."""
    entries = read(data)
    look = parsed(entries["xl/styles.xml"])
    colours = [node.find(f".//{_X}fgColor") for node in look.iter(f"{_X}fill")]
    styles = [int(node.get("fillId", "0")) for node in (look.find(f"{_X}cellXfs") or ())]
    found = {}
    for cell in parsed(entries[sheet]).iter(f"{_X}c"):
        colour = colours[styles[int(cell.get("s", "0"))]]
        if colour is not None:
            found[cell.get("r", "")] = colour.get("rgb", "")
    return found


def rich(book: Any, sheet: Any) -> None:
    """All that a library would lose: formulas, formats, a hidden sheet, merged cells, lists to choose from."""
    money = book.add_format({"num_format": "#,##0.00", "bold": True, "border": 1, "locked": False})
    sheet.merge_range("A1:C1", "石滩村 <收支> & 明细")
    sheet.write_row("A2", ["日期", "摘要", "金额"])
    sheet.write_row("A3", ["3-05", "机动地承包费"])
    sheet.write_number("C3", 5, money)
    sheet.write_formula("C4", "=SUM(C3:C3)*2", money, 10)
    sheet.set_row(6, None, money)
    sheet.set_row(8, None, None, {"hidden": True})
    sheet.data_validation("B3:B9", {"validate": "list", "source": ["甲", "乙"]})
    sheet.conditional_format("C3:C9", {"type": "cell", "criteria": ">", "value": 3, "format": money})
    sheet.autofilter("A2:C4")
    sheet.set_header("&C村务")
    sheet.add_table("E2:F4")
    other = book.add_worksheet("藏")
    other.hide()
    other.write("A1", "不给看")


def test_comment_colour_and_nothing_else() -> None:
    data = workbook(rich)
    made = marked(data, {Place("石滩村", 3, 3): [WRONG], Place("石滩村", 3, 1): [ODD], Place("石滩村", 7, 2): [WRONG, ODD]})
    before, after = read(data), read(made)
    changed = {"xl/worksheets/sheet1.xml", "xl/styles.xml", "[Content_Types].xml", "xl/worksheets/_rels/sheet1.xml.rels"}
    assert {name for name in before if before[name] != after[name]} == changed
    assert set(after) - set(before) == {"xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"}
    assert shown(made) == shown(data)
    told = comments(after["xl/comments1.xml"])
    assert told["C3"] == "错误：金额对不上\n写的是 5.00，应是 6.00。\n怎么改：改这一格。\n或者改合计。\n"
    assert "写的是 <6-05> & 别的" in told["A3"]
    assert set(told) == {"A3", "C3", "B7"}
    assert fills(made) == {"C3": "FFFFC7CE", "A3": "FFFFE699", "B7": "FFFFC7CE"}
    page = after["xl/worksheets/sheet1.xml"].decode()
    assert page.index("<legacyDrawing") < page.index("<tableParts")
    assert "<f>SUM(C3:C3)*2</f>" in page


def test_the_twin_keeps_the_rest_of_the_look() -> None:
    made = marked(workbook(rich), {Place("石滩村", 3, 3): [WRONG], Place("石滩村", 7, 2): [WRONG]})
    look = parsed(read(made)["xl/styles.xml"])
    styles = list(look.find(f"{_X}cellXfs") or ())
    page = parsed(read(made)["xl/worksheets/sheet1.xml"])
    cells = {cell.get("r"): int(cell.get("s", "0")) for cell in page.iter(f"{_X}c")}
    twin, old = dict(styles[cells["C3"]].attrib), dict(styles[cells["C4"]].attrib)
    assert twin.pop("fillId") != old.pop("fillId")
    assert twin.pop("applyFill") == "1"
    assert twin == old
    assert cells["B7"] == cells["C3"]
    assert [child.tag for child in styles[cells["C3"]]] == [child.tag for child in styles[cells["C4"]]]
    assert int((look.find(f"{_X}cellXfs") or ET.Element("x")).get("count", "0")) == len(styles)


def test_where_a_remark_can_be_seen() -> None:
    made = marked(workbook(rich), {Place("石滩村", 1, 3): [WRONG], Place("石滩村", 9, 1): [WRONG], Place(): [ODD], Place("没有", 4, 4): [ODD]})
    told = comments(read(made)["xl/comments1.xml"])
    assert set(told) == {"A1", "A8", "D4"}
    assert "金额对不上" in told["A1"]
    assert "日期不在期间里" in told["A1"]


def test_comments_that_are_there_stay() -> None:
    def fill(book: Any, sheet: Any) -> None:
        rich(book, sheet)
        sheet.write_comment("C3", "会计自己的话")
        sheet.write_comment("A2", "别的话")

    data = workbook(fill)
    made = marked(data, {Place("石滩村", 3, 3): [WRONG], Place("石滩村", 4, 3): [ODD]})
    before, after = read(data), read(made)
    assert set(before) == set(after)
    (part,) = [name for name in after if re.search(r"/comments\d+\.xml$", name)]
    told = comments(after[part])
    assert told["C3"].startswith("会计自己的话\n错误：金额对不上")
    assert told["A2"] == "别的话"
    assert set(told) == {"A2", "C3", "C4"}
    (boxes,) = [name for name in after if name.endswith(".vml")]
    numbers = re.findall(rb'id="_x0000_s(\d+)"', after[boxes])
    assert len(numbers) == len(set(numbers)) == 3
    assert after[boxes].count(b"<v:shapetype") == 1
    parsed(after[boxes])
    again = marked(made, {Place("石滩村", 3, 3): [ODD]})
    assert comments(read(again)[part])["C3"].count("怎么改") == 1
    assert "日期不在期间里" in comments(read(again)[part])["C3"]


def test_two_sheets_get_boxes_with_numbers_of_their_own() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write("A1", "甲")
        book.add_worksheet("二").write("A1", "乙")

    made = marked(workbook(fill), {Place("石滩村", 1, 1): [WRONG], Place("二", 1, 1): [WRONG]})
    boxes = [data for name, data in sorted(read(made).items()) if name.endswith(".vml")]
    assert [re.findall(rb'data="([\d,]+)"', box) for box in boxes] == [[b"1"], [b"2"]]
    assert [re.findall(rb'id="_x0000_s(\d+)"', box) for box in boxes] == [[b"1025"], [b"2049"]]


def test_more_boxes_than_a_block_holds() -> None:
    made = marked(simple([["甲"]]), {Place("石滩村", row, 1): [WRONG] for row in range(1, 1101)})
    box = read(made)["xl/drawings/vmlDrawing1.vml"]
    assert b'data="1,2"' in box
    assert len(set(re.findall(rb'id="_x0000_s(\d+)"', box))) == 1100


PLAIN = '<sheetData><row><c t="inlineStr"><is><t>摘要</t></is></c><c><v>5</v></c></row><row r="4"/><row r="7" spans="1:2"><c r="B7"><v>1</v></c></row></sheetData>'


def test_parts_that_leave_out_what_they_may() -> None:
    made = marked(parts(PLAIN), {Place("石滩村", row, column): [WRONG] for row, column in [(1, 2), (1, 3), (2, 1), (4, 2), (7, 1), (9, 1)]})
    assert shown(made) == shown(parts(PLAIN))
    assert set(comments(read(made)["xl/comments1.xml"])) == {"B1", "C1", "A2", "B4", "A7", "A9"}
    page = parsed(read(made)["xl/worksheets/sheet1.xml"])
    assert [row.get("r") for row in page.iter(f"{_X}row")] == [None, "2", "4", "7", "9"]
    assert [cell.get("r") for cell in page.iter(f"{_X}c")] == [None, None, "C1", "A2", "B4", "A7", "B7", "A9"]
    assert "relationships/styles" in read(made)["xl/_rels/workbook.xml.rels"].decode()


def test_prefixes_are_kept() -> None:
    sheet = f'<x:worksheet xmlns:x="{_X[1:-1]}"><x:sheetData/></x:worksheet>'
    look = f'<x:styleSheet xmlns:x="{_X[1:-1]}"><x:fills count="0"/><x:cellXfs></x:cellXfs></x:styleSheet>'
    data = parts("", extra={"xl/worksheets/sheet1.xml": sheet.encode(), "xl/styles.xml": look.encode()})
    after = read(marked(data, {Place("石滩村", 2, 2): [WRONG]}))
    assert '<x:row r="2"><x:c r="B2" s="1"/></x:row>' in after["xl/worksheets/sheet1.xml"].decode()
    assert "<x:legacyDrawing" in after["xl/worksheets/sheet1.xml"].decode()
    assert parsed(after["xl/styles.xml"]).find(f"{_X}cellXfs/{_X}xf[@fillId='2']") is not None


NOTES = f"""<comments {MAIN}><authors><author>王</author></authors><commentList>
<comment ref="A1" authorId="0"><text><t>自己的话</t></text></comment><comment ref="$B$1" authorId="0"><text/></comment>
<comment ref="C1" authorId="0"><text><r><t>读</t></r><rPh sb="0" eb="1"><t>du</t></rPh></text></comment></commentList></comments>"""
RELATED = '<Relationships><Relationship Id="rId1" Type="http://x/comments" Target="/xl/notes.xml"/></Relationships>'


def test_comments_of_other_programs_without_a_drawing() -> None:
    extra = {"xl/notes.xml": NOTES.encode(), "xl/worksheets/_rels/sheet1.xml.rels": RELATED.encode()}
    made = read(marked(parts(PLAIN, extra=extra), {Place("石滩村", 1, column): [WRONG] for column in (1, 2, 3, 4)}))
    assert "xl/comments1.xml" not in made
    text = made["xl/notes.xml"].decode()
    assert '<text><r><t>自己的话</t></r><r><t xml:space="preserve">\n</t></r><r><rPr><b/>' in text
    assert re.search(r'ref="C1" authorId="0"><text><r><t>读</t></r><r>.*</r><rPh sb="0" eb="1"><t>du</t></rPh></text>', text, re.DOTALL)
    assert re.search(r'ref="\$B\$1" authorId="0"><text><r>.*?</r></text>', text, re.DOTALL)
    assert 'ref="D1" authorId="1"' in text
    assert '<author>王</author><author>核对</author>' in text
    assert made["xl/drawings/vmlDrawing1.vml"].count(b"<v:shape ") == 4
    assert 'Id="rId2"' in made["xl/worksheets/_rels/sheet1.xml.rels"].decode()


def test_a_drawing_of_buttons_gets_the_boxes_too() -> None:
    sheet = f"<sheetData/><legacyDrawing {R} r:id='rId7'/>"
    drawing = b'<?xml version="1.0"?><xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="_x0000_s1030"><br></v:shape></xml>'
    related = '<Relationships><Relationship Id="rId7" Type="http://x/vmlDrawing" Target="../drawings/old.vml"/></Relationships>'
    extra = {"xl/drawings/old.vml": drawing, "xl/worksheets/_rels/sheet1.xml.rels": related.encode()}
    made = read(marked(parts(sheet, extra=extra), {Place("石滩村", 1, 1): [WRONG]}))
    box = made["xl/drawings/old.vml"]
    assert box.startswith(drawing[:-6])
    assert b'id="_x0000_s1031"' in box
    assert b'<v:shape xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x=' in box
    assert made["xl/worksheets/sheet1.xml"].count(b"legacyDrawing") == 1
    extra["xl/drawings/old.vml"] = b"<xml"
    with pytest.raises(Unmarkable):
        marked(parts(sheet, extra=extra), {Place("石滩村", 1, 1): [WRONG]})
    del extra["xl/drawings/old.vml"]
    with pytest.raises(Unmarkable):
        marked(parts(sheet, extra=extra), {Place("石滩村", 1, 1): [WRONG]})


def test_a_strict_workbook_stays_strict() -> None:
    strict = f'<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><cols><col min="1" max="2" style="0" hidden="1"/></cols>{PLAIN}</worksheet>'
    made = read(marked(parts("", extra={"xl/worksheets/sheet1.xml": strict.encode()}), {Place("石滩村", 1, 1): [WRONG]}))
    assert b"http://purl.oclc.org/ooxml/officeDocument/relationships/comments" in made["xl/worksheets/_rels/sheet1.xml.rels"]
    assert b'<comment ref="C1"' in made["xl/comments1.xml"]
    assert b"purl.oclc.org" in made["xl/comments1.xml"]


@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.xml", "xl/styles.xml"])
def test_what_cannot_be_edited_safely_is_refused(name: str) -> None:
    strange = f'<?xml version="1.0" encoding="latin-1"?><worksheet {MAIN}><sheetData/></worksheet>'
    with pytest.raises(Unmarkable):
        marked(parts(PLAIN, extra={name: strange.encode()}), {Place("石滩村", 1, 1): [WRONG]})
    with pytest.raises(Unmarkable):
        marked(b"\xd0\xcf\x11\xe0", {Place("石滩村", 1, 1): [WRONG]})


def test_no_sign_that_xml_cannot_hold() -> None:
    remark = Remark("info", "写\x07法", "a\x00b _x0041_ \u202e", "")
    told = comments(read(marked(simple([["甲"]]), {Place("石滩村", 1, 1): [remark]}))["xl/comments1.xml"])
    assert told["A1"] == "提示：写法\nab _x005F_x0041_ \n"


CELLS = st.one_of(st.none(), st.text("甲乙<>&\"' =+", max_size=6), st.integers(-(10**6), 10**6))


@settings(max_examples=40, deadline=None)
@given(
    rows=st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=6),
    places=st.dictionaries(
        st.tuples(st.integers(1, 9), st.integers(1, 30)), st.lists(st.builds(Remark, st.sampled_from(["error", "warning", "info"]), st.text(max_size=9), st.text(max_size=40), st.text(max_size=9)), min_size=1, max_size=3), min_size=1, max_size=6,
    ),
    noted=st.lists(st.tuples(st.integers(1, 9), st.integers(1, 30)), max_size=3, unique=True),
)  # fmt: skip
def test_marking_keeps_every_cell_and_every_other_part(
    rows: list[list[object]], places: Mapping[tuple[int, int], list[Remark]], noted: list[tuple[int, int]]
) -> None:
    def fill(_book: Any, sheet: Any) -> None:
        for row, cells in enumerate(rows):
            for column, value in enumerate(cells):
                if value is not None:
                    sheet.write(row, column, value) if isinstance(value, int) else sheet.write_string(row, column, value)
        for row, column in noted:
            sheet.write_comment(row - 1, column - 1, "会计的话")

    data = workbook(fill)
    remarks = {Place("石滩村", *spot): found for spot, found in places.items()}
    made = marked(data, remarks)
    assert made == marked(data, remarks)
    before, after = read(data), read(made)
    may = ("xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/styles.xml", "[Content_Types].xml")
    assert {name for name in before if before[name] != after[name] and "omments" not in name and not name.endswith(".vml")} <= set(may)
    assert list(before) == list(after)[: len(before)]
    assert shown(made) == shown(data)
    for part in after:
        parsed(after[part])
    (part,) = [name for name in after if re.search(r"/comments\d*\.xml$", name)]
    names = {f"{xlsxwriter.utility.xl_col_to_name(column - 1)}{row}" for row, column in {*places, *noted}}
    assert set(comments(after[part])) == names
    assert set(fills(made)) == {f"{xlsxwriter.utility.xl_col_to_name(column - 1)}{row}" for row, column in places}
    old, new = (CalamineWorkbook.from_filelike(io.BytesIO(one)).get_sheet_by_index(0).to_python(skip_empty_area=False) for one in (data, made))
    assert [[cell for cell in row if cell != ""] for row in new if any(cell != "" for cell in row)] == [[cell for cell in row if cell != ""] for row in old if any(cell != "" for cell in row)]
