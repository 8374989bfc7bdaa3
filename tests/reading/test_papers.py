from __future__ import annotations

import io
import zipfile
import zlib
from datetime import date

import pytest
import xlsxwriter

from disclosure.reading.papers import Piece
from disclosure.reading.papers import pieces
from tests.basis.invented import id_card

NUMBER = id_card("500113", date(1961, 3, 5), "012")
PHONE = "138" + "00138123"


def book(*, sheet: str = "台账", spots: tuple[str, ...] = ()) -> bytes:
    """A workbook with the phone in each of the places named."""
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True})
    page = made.add_worksheet(sheet)
    page.write(0, 0, "姓名")
    if "cell" in spots:
        page.write(1, 1, f"王甲一 {PHONE}")
    if "number" in spots:
        page.write_number(2, 2, int(PHONE))
    if "runs" in spots:
        page.write_rich_string(3, 0, "电话", made.add_format({"bold": True}), PHONE[:5], PHONE[5:])
    if "comment" in spots:
        page.write_comment(4, 0, f"找 {PHONE}")
    if "box" in spots:
        page.insert_textbox(5, 5, f"找 {PHONE}")
    if "header" in spots:
        page.set_header(f"&L{PHONE}")
    if "author" in spots:
        made.set_properties({"author": f"王甲一{PHONE}"})
    if "hidden" in spots:
        hidden = made.add_worksheet("藏")
        hidden.hide()
        hidden.write(0, 0, f"王甲一 {PHONE}")
    made.close()
    return out.getvalue()


def read(data: bytes, path: str = "石桥村/名单.xlsx") -> tuple[Piece, ...]:
    return pieces(data, path, "明细文件")


@pytest.mark.parametrize(
    ("spot", "where", "cell"),
    [
        ("cell", "明细文件", "B2"), ("number", "明细文件", "C3"), ("runs", "明细文件", "A4"), ("comment", "批注", ""), ("box", "文本框", ""), ("header", "页眉页脚", ""),
        ("author", "文档属性", ""), ("hidden", "明细文件", "A1"),
    ],
)  # fmt: skip
def test_every_corner_of_a_workbook_is_read(spot: str, where: str, cell: str) -> None:
    found = read(book(spots=(spot,)))
    assert any(PHONE in one.text and (one.where, one.span.cell) == (where, cell) for one in found)


def test_names_of_sheets_are_read() -> None:
    assert "工作表名" in {one.where for one in read(book(sheet=f"台账{PHONE}"))}


def test_a_clean_workbook_gives_nothing() -> None:
    assert read(book()) == ()


def test_lines_of_texts_have_their_places() -> None:
    (found,) = read(f"户主,金额\n王甲一,200\n联系,{PHONE}\n".encode("gb18030"), "行.csv")
    assert (found.span.line, found.text) == (3, f"联系,{PHONE}")


def test_words_of_documents_are_read_over_their_runs() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f"<w:p><w:r><w:t>{NUMBER[:6]}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{NUMBER[6:]}</w:t></w:r></w:p>",
        )
        archive.writestr("word/_rels/document.xml.rels", f'<R Target="tel:{PHONE}"/>')
    texts = " ".join(one.text for one in read(out.getvalue(), "附件.docx"))
    assert NUMBER in texts
    assert PHONE in texts


def test_plain_strings_of_a_pdf_are_read() -> None:
    page = f"BT ({NUMBER[:9]}) Tj ET BT [({PHONE[:4]}) -20 ({PHONE[4:]})] TJ ET".encode()
    data = b"%PDF-1.7\n1 0 obj<</Filter/FlateDecode>>stream\n" + zlib.compress(page) + b"\nendstream\n%%EOF"
    assert any(PHONE in one.text for one in read(data, "附件.pdf"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04broken",
        b"%PDF-1.4",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 40,
        b"\xff\xd8\xff" + PHONE.encode(),
    ],
)
def test_broken_files_and_pictures_give_nothing_and_no_fault(data: bytes) -> None:
    for ending in ("xlsx", "xls", "pdf", "docx", "jpg"):
        assert read(data, f"x.{ending}") == ()
