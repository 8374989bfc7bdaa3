from __future__ import annotations

import io

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from disclosure.reading import pdftext
from disclosure.reading.pdftext import read_here
from disclosure.reading.pdftext import read_pdf
from disclosure.reading.pdftext import worked
from tests.reading.pdfs import pdf

WORDS = "石桥村 2026 年预算说明\n收入 12,000.00 元"


def inline(width: int, height: int) -> str:
    """A picture of one pixel, stretched."""
    return f"q {width} 0 0 {height} 100 100 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n"


def test_the_words_of_all_pages_are_read() -> None:
    read = read_here(pdf(WORDS, "第二页"))
    assert read.barred == ""
    assert read.text.split("\n") == ["石桥村 2026 年预算说明", "收入 12,000.00 元", "第二页"]


def test_a_seal_may_stand_on_a_page_but_a_scan_is_a_picture() -> None:
    assert read_here(pdf(WORDS, drawn=inline(120, 120))).barred == ""
    assert read_here(pdf(WORDS, drawn=inline(500, 700))).barred == "有扫描的页"
    assert read_here(pdf(WORDS, drawn=inline(120, 120) * 2)).barred == "有扫描的页"


def test_letters_turned_into_outlines_are_not_read() -> None:
    letter = "100 100 m " + "110 110 120 110 130 100 c " * 10 + "f\n"
    assert read_here(pdf(WORDS, drawn=letter)).barred == ""
    assert read_here(pdf(WORDS, drawn=letter * 20)).barred == "有画成图形的字"


def test_a_shading_may_show_anything() -> None:
    shading = "/Shading<</S <</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 1 1]/Function<</FunctionType 2/Domain[0 1]/C0[0]/C1[1]/N 1>>>>>>"
    assert read_here(pdf(WORDS, drawn="/S sh\n", resources=shading)).barred == "画得太复杂"


def test_a_number_broken_over_lines_bars_the_file() -> None:
    phone = "138" + "00138123"
    assert read_here(pdf(f"电话 {phone[:7]}\n{phone[7:]} 备注")).barred == "有断成两行的号码"
    cell = "BT /F1 12 Tf 300 {} Td <{}> Tj ET\n"
    stacked = "".join(cell.format(700 - 14 * at, part.encode("utf-16-be").hex()) for at, part in enumerate((phone[:6], phone[6:])))
    between = cell.format(700, "王甲一".encode("utf-16-be").hex()).replace("300", "100") + cell.format(686, "一组".encode("utf-16-be").hex()).replace("300", "400")
    assert read_here(pdf(WORDS, drawn=stacked + between)).barred in ("有断成几行的号码", "有断成两行的号码")
    sums = "".join(cell.format(700 - 14 * at, f"{figure}".encode("utf-16-be").hex()) for at, figure in enumerate(("138,001.00", "38,123.00")))
    assert read_here(pdf(WORDS, drawn=sums)).barred == ""


@pytest.mark.parametrize(("text", "why"), [("一卡通账号\n6012345678901", "有账号或证件号一栏"), ("找他【私：肺癌】", "有【私】的记号")])
def test_some_words_bar_the_file(text: str, why: str) -> None:
    assert read_here(pdf(f"{WORDS}\n{text}")).barred == why


def test_a_process_of_its_own_reads_the_same_and_may_be_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_pdf(pdf(WORDS)) == read_here(pdf(WORDS))
    assert worked("read", b"%PDF-1.7") != b""
    deep = pdf(WORDS, drawn="/A BMC\n" * 100_000)
    assert read_pdf(deep).barred
    monkeypatch.setattr(pdftext, "_MOST_SECONDS", 0)
    assert worked("read", pdf(WORDS)) == b""


def test_a_picture_in_a_group_counts_as_large_as_it_is_shown() -> None:
    whole = io.BytesIO()
    book = pypdf.PdfWriter()
    page = book.add_page(pypdf.PdfReader(io.BytesIO(pdf(WORDS))).pages[0])
    form = pypdf.generic.DecodedStreamObject()
    form.set_data(b"q 1 0 0 1 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q")
    form.update({pypdf.generic.NameObject(key): value for key, value in {
        "/Type": pypdf.generic.NameObject("/XObject"),
        "/Subtype": pypdf.generic.NameObject("/Form"),
        "/BBox": pypdf.generic.ArrayObject(map(pypdf.generic.NumberObject, (0, 0, 1, 1))),
    }.items()})  # fmt: skip
    page["/Resources"][pypdf.generic.NameObject("/XObject")] = pypdf.generic.DictionaryObject({pypdf.generic.NameObject("/G"): book._add_object(form)})  # type: ignore[index]
    page.merge_page(pypdf.PdfReader(io.BytesIO(pdf("", drawn="q 590 0 0 840 0 0 cm /G Do Q"))).pages[0])
    book.write(whole)
    assert read_here(whole.getvalue()).barred == "有扫描的页"


def test_a_page_without_words_cannot_be_read() -> None:
    assert read_here(pdf(WORDS, "")).barred == "有读不出字的页"
    assert read_here(pdf("", drawn="100 100 m 200 300 l S")).barred == "有读不出字的页"


def test_a_scan_from_a_phone_is_not_read() -> None:
    out = io.BytesIO()
    Image.new("RGB", (600, 800), "white").save(out, "PDF")
    read = read_here(out.getvalue())
    assert read.text.strip() == ""
    assert read.barred == "有扫描的页"


@pytest.mark.parametrize("text", ["13\uf038"])
def test_letters_nobody_can_name_bar_the_file(text: str) -> None:
    assert read_here(pdf(f"{WORDS}\n{text}")).barred == "有读不出的字"


def test_ticks_of_symbol_fonts_are_no_letters() -> None:
    assert read_here(pdf(f"{WORDS}\n\uf0b7 第一条")).barred == ""


def test_a_font_that_keeps_its_letters_to_itself_bars_the_file() -> None:
    assert read_here(pdf(WORDS, readable=False)).barred in ("有读不出的字", "有读不出字的页")


@pytest.mark.parametrize("kind", ["Stamp", "FreeText", "Text", "Widget", "Popup"])
def test_what_is_stuck_on_a_page_bars_the_file(kind: str) -> None:
    note = f"<</Type/Annot/Subtype/{kind}/Rect[10 10 50 50]/Contents(x)>>"
    assert read_here(pdf(WORDS, notes=note)).barred == "有批注、印章或表单"


def test_links_may_stay() -> None:
    assert read_here(pdf(WORDS, notes="<</Type/Annot/Subtype/Link/Rect[10 10 50 50]/A<</S/URI/URI(https://example.cn)>>>>")).barred == ""


def test_a_password_bars_the_file() -> None:
    book, out = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(WORDS))), io.BytesIO()
    book.encrypt("1234", algorithm="RC4-128")
    book.write(out)
    assert read_here(out.getvalue()) == ("", "有密码")


def test_long_and_large_files_are_barred(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_here(pdf(*[WORDS] * 41)).barred == "超过 40 页"
    monkeypatch.setattr(pdftext, "MOST_BYTES", 100)
    assert read_pdf(pdf("长")) == ("", "文件太大")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04", pdf(WORDS)[:200], b"%PDF-1.7\n" + b"\0" * 500])
def test_what_is_broken_is_barred(data: bytes) -> None:
    assert read_here(data) == ("", "PDF 打不开")


def test_a_file_without_pages_is_barred() -> None:
    assert read_here(pdf()).barred


@given(st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), min_size=1, max_size=30))
def test_no_damage_makes_it_stop(changes: list[tuple[int, int]]) -> None:
    data = bytearray(pdf(WORDS))
    for at, byte in changes:
        data[at % len(data)] = byte
    read = read_here(bytes(data))
    assert read.text or read.barred
