"""The words of a PDF, and whether they are all there is to read in it: what decides if it may be drawn anew for the web.

A page that is a picture, that hides its letters or that carries notes and forms shows what the privacy guard cannot read,
so such a file stays at the office. Everything that cannot be told counts as unreadable.
"""

from __future__ import annotations

from typing import Any
from typing import NamedTuple

MOST_BYTES = 20_000_000
MOST_PAGES = 40
_MOST_OBJECTS = 20_000
_MOST_LETTERS = 200_000
_PICTURE_SHARE = 4
"""Pictures that cover more than a quarter of a page are what the page is about; a smaller one is a seal or a letterhead."""

_SYMBOLS = (0xF020, 0xF0FF)


class PdfWords(NamedTuple):
    """What was read: the words of all pages, and why the file may not be published ('' when it may)."""

    text: str
    barred: str


def read_pdf(data: bytes) -> PdfWords:
    """Return the words of a PDF; never raises: what cannot be opened has none and is barred."""
    if len(data) > MOST_BYTES:
        return PdfWords("", "文件太大")
    try:
        import pypdfium2
    except ImportError:
        return PdfWords("", "这台电脑上还不能读 PDF")
    try:
        book = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return PdfWords("", "有密码" if "password" in str(error).lower() else "PDF 打不开")
    try:
        return _read(book)
    except (pypdfium2.PdfiumError, ValueError, OSError, RuntimeError):
        return PdfWords("", "PDF 打不开")
    finally:
        book.close()


def _read(book: Any) -> PdfWords:
    texts: list[str] = []
    barred = ""
    if len(book) > MOST_PAGES:
        barred = f"超过 {MOST_PAGES} 页"
    for number in range(min(len(book), MOST_PAGES)):
        page = book[number]
        text, why = _page(page)
        texts.append(text)
        barred = barred or why
        page.close()
    words = "\n".join(texts)
    return PdfWords(words[:_MOST_LETTERS], barred or ("字太多" if len(words) > _MOST_LETTERS else ""))


def _page(page: Any) -> tuple[str, str]:
    """Return the words of one page, and why it cannot be read whole."""
    from pypdfium2 import raw

    shown = page.get_textpage()
    letters = shown.count_chars()
    text = "" if letters <= 0 else shown.get_text_range().replace("\r\n", "\n").replace("\r", "\n")
    unknown = letters > _MOST_LETTERS or any(_unknown(raw, shown.raw, at) for at in range(max(0, letters)))
    shown.close()
    if raw.FPDFPage_CountObjects(page.raw) > _MOST_OBJECTS:
        return text, "画得太复杂"
    if any(_more_than_a_link(raw, page.raw, at) for at in range(raw.FPDFPage_GetAnnotCount(page.raw))):
        return text, "有批注、印章或表单"
    if _pictures(raw, page) * _PICTURE_SHARE > _area((0, 0, *page.get_size())):
        return text, "有扫描的页"
    if not text.strip():
        return text, "有读不出字的页"
    return text, "有读不出的字" if unknown else ""


def _unknown(raw: Any, shown: Any, at: int) -> bool:
    """Tell whether what a letter stands for cannot be told: no letter, one of a font's own, a stand-in.

    Marks of symbol fonts (U+F020 to U+F0FF: ticks, bullets) are known unless they could be figures or letters.
    """
    code = raw.FPDFText_GetUnicode(shown, at)
    if _SYMBOLS[0] <= code <= _SYMBOLS[1]:
        return chr(code & 0xFF).isalnum()
    own = 0xE000 <= code <= 0xF8FF or code >= 0xF0000
    return code in (0, 0xFFFD, 0xFFFE, 0xFFFF) or own or raw.FPDFText_HasUnicodeMapError(shown, at) == 1


def _more_than_a_link(raw: Any, page: Any, at: int) -> bool:
    note = raw.FPDFPage_GetAnnot(page, at)
    if not note:
        return True
    kind = raw.FPDFAnnot_GetSubtype(note)
    raw.FPDFPage_CloseAnnot(note)
    return bool(kind != raw.FPDF_ANNOT_LINK)


def _pictures(raw: Any, page: Any) -> int:
    """Return the area that pictures cover, those within groups as well; overlapping ones count twice."""
    return sum(_shown_area(one) for one in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,)))


def _shown_area(one: Any) -> int:
    """Return what an object covers of the page: each group it lies in stretches it."""
    area, group = _area(one.get_bounds()), one.container
    while group is not None:
        across, up, along, down, *_ = group.get_matrix().get()
        area, group = int(area * abs(across * down - up * along)) + 1, group.container
    return area


def _area(bounds: Any) -> int:
    left, bottom, right, top = bounds
    return int(max(0, right - left) * max(0, top - bottom))
