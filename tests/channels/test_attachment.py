from __future__ import annotations

import io

import pypdf
import pypdfium2
import pytest
from PIL import Image
from PIL import PngImagePlugin
from pypdf.generic import DictionaryObject
from pypdf.generic import NameObject
from pypdf.generic import TextStringObject

from disclosure.channels import attachment
from tests.reading.pdfs import pdf

PHONE = "138" + "00138123"


def picture(form: str) -> bytes:
    """A picture with everything a camera or a program hides in one, and bytes behind its end."""
    drawn = Image.new("RGB", (40, 30), "white")
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = f"王甲一 {PHONE}"
    exif.get_ifd(0x8825)[1] = "N"
    if form == "PNG":
        words = PngImagePlugin.PngInfo()
        words.add_text("Comment", PHONE)
        words.add_itxt("Author", f"王甲一{PHONE}")
        drawn.save(out, form, pnginfo=words, exif=exif, icc_profile=PHONE.encode())
    else:
        drawn.save(out, form, exif=exif, comment=PHONE.encode(), icc_profile=PHONE.encode())
    return out.getvalue() + PHONE.encode()


@pytest.mark.parametrize(("form", "path"), [("PNG", "a/attachment-1.png"), ("JPEG", "a/attachment-1.jpg")])
def test_nothing_but_the_picture_leaves(form: str, path: str) -> None:
    made = attachment.render(picture(form), path)
    assert PHONE.encode() not in made
    with Image.open(io.BytesIO(made)) as shown:
        assert (shown.size, shown.format) == ((40, 30), form)
        assert not shown.getexif()
        assert not set(shown.info) & {"comment", "Comment", "Author", "icc_profile", "exif"}
    end = b"IEND\xaeB`\x82" if form == "PNG" else b"\xff\xd9"
    assert made.endswith(end)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04", b"GIF89a", b"\xff\xd8\xff\xe0broken"])
def test_what_is_no_picture_is_not_published(data: bytes) -> None:
    assert attachment.render(data, "a/attachment-1.png") == b""


def test_pictures_and_pdfs_have_a_place_on_the_web() -> None:
    assert set(attachment.ENDINGS) == {".png", ".jpg", ".jpeg", ".pdf"}


def test_a_pdf_becomes_pictures_of_its_pages_and_nothing_else() -> None:
    book, out = pypdf.PdfWriter(clone_from=io.BytesIO(pdf("石桥村预算说明", "第二页"))), io.BytesIO()
    book.add_metadata({"/Author": f"王甲一 {PHONE}"})
    book.root_object[NameObject("/OpenAction")] = DictionaryObject({NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject(PHONE)})
    book.add_attachment("名单.txt", PHONE.encode())
    book.write(out)
    made = attachment.render(out.getvalue(), "a/attachment-1.pdf")
    shown = pypdf.PdfReader(io.BytesIO(made))
    assert len(shown.pages) == 2
    assert [page.extract_text() for page in shown.pages] == ["", ""]
    assert not shown.attachments
    assert set(shown.metadata or {}) <= {"/CreationDate", "/ModDate"}
    assert not {"/Names", "/OpenAction", "/AcroForm"} & set(shown.trailer["/Root"])
    assert [round(float(edge)) for edge in shown.pages[0].mediabox[2:]] == [595, 842]
    first = pypdfium2.PdfDocument(made)[0].render(scale=1).to_pil().convert("L")
    assert first.getextrema()[0] < 128
    assert attachment.render(out.getvalue(), "a/attachment-1.pdf") == made


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04", b"\x89PNG\r\n"])
def test_what_is_no_pdf_is_not_published(data: bytes) -> None:
    assert attachment.render(data, "a/attachment-1.pdf") == b""
