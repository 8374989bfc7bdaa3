"""The words of a PDF, and whether they are all there is to read in it: what decides if it may be drawn anew for the web.

A page that is a picture, that hides its letters or that carries notes and forms shows what the privacy guard cannot read,
so such a file stays at the office. Everything that cannot be told counts as unreadable. Reading is done by a process of its own.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from contextlib import suppress
from ctypes import byref
from ctypes import c_uint
from functools import lru_cache
from pathlib import Path
from typing import Any
from typing import NamedTuple
from unicodedata import normalize

from disclosure.basis.exposure import find_personal
from disclosure.basis.private import find_secrets
from disclosure.reading.pdfstacks import is_stacked

MOST_BYTES = 20_000_000
MOST_PAGES = 40
_MOST_OBJECTS = 20_000
_MOST_LETTERS = 200_000
_PICTURE_SHARE = 25
"""A seal or a letterhead takes less than this part of a page; what is larger may be a copy of something with numbers on it."""

_MOST_CURVES = 100
"""Points of curves on a page, three to a curve: a few round corners have some, a line of outlined letters hundreds."""

_MOST_SECONDS = 30
_DEEPEST = 6
_ACCOUNTS = re.compile("身份证|证件号|[账帐卡]号|一卡通|存折")
_LONG = re.compile(r"(?<![0-9,.])[0-9]{8,}(?![0-9,.])")

_SYMBOLS = (0xF020, 0xF0FF)


class PdfWords(NamedTuple):
    """What was read: the words of all pages, and why the file may not be published ('' when it may)."""

    text: str
    barred: str


@lru_cache(maxsize=1)
def read_pdf(data: bytes) -> PdfWords:
    """Return the words of a PDF; never raises: what cannot be opened, or takes too long, has none and is barred."""
    if len(data) > MOST_BYTES:
        return PdfWords("", "文件太大")
    told = worked("read", data)
    return PdfWords(*json.loads(told)) if told else PdfWords("", "PDF 打不开")


def worked(task: str, data: bytes) -> bytes:
    """Return what a process of its own makes of a PDF («read»: words; «draw»: its pages drawn anew), b'' for nothing.

    A file of a few lines can keep a reader busy for hours, fill the memory or bring it down; then only that process ends.
    """
    start = f"import sys; sys.path.insert(0, sys.argv[1]); from {__package__}.pdfworker import main; main(sys.argv[2])"
    home = str(Path(__file__).parents[2])
    with suppress(subprocess.TimeoutExpired, OSError):
        done = subprocess.run((sys.executable, "-c", start, home, task), input=data, capture_output=True, timeout=_MOST_SECONDS, check=False)
        return done.stdout if done.returncode == 0 else b""
    return b""


def read_here(data: bytes) -> PdfWords:
    """Return the same without a process of its own: what that process does."""
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
    words = normalize("NFKC", "\n".join(texts))
    return PdfWords(words[:_MOST_LETTERS], barred or ("字太多" if len(words) > _MOST_LETTERS else _risk(words)))


def _risk(words: str) -> str:
    """Return why words that were read may still not go out: a number broken over lines, a column of accounts, a 【私:…】."""
    joined = re.sub(r"\s*\n\s*", "", words)
    whole = sum(len(find_personal(line)) for line in words.split("\n"))
    if max(len(find_personal(joined)), len(find_personal(words))) > whole:
        return "有断成两行的号码"
    if _ACCOUNTS.search(words) and _LONG.search(words):
        return "有账号或证件号一栏"
    return "有【私】的记号" if find_secrets(words) else ""


def _page(page: Any) -> tuple[str, str]:
    """Return the words of one page, and why it cannot be read whole."""
    from pypdfium2 import raw

    if raw.FPDFPage_CountObjects(page.raw) > _MOST_OBJECTS:
        return "", "画得太复杂"
    shown = page.get_textpage()
    letters = max(0, shown.count_chars())
    if letters > _MOST_LETTERS:
        shown.close()
        return "", "字太多"
    text = shown.get_text_range().replace("\r\n", "\n").replace("\r", "\n") if letters else ""
    unknown = any(_unknown(raw, shown.raw, at) for at in range(letters))
    stacked = is_stacked(raw, shown.raw, letters)
    shown.close()
    if any(_more_than_a_link(raw, page.raw, at) for at in range(raw.FPDFPage_GetAnnotCount(page.raw))):
        return text, "有批注、印章或表单"
    drawn = _drawn(raw, page)
    if drawn or not text.strip():
        return text, drawn or "有读不出字的页"
    return text, "有读不出的字" if unknown else "有断成几行的号码" if stacked else ""


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


def _drawn(raw: Any, page: Any) -> str:
    """Return why what is drawn on a page may hold words that nobody read; '' for lines, boxes and a seal."""
    area = curves = 0
    for seen, one in enumerate(page.get_objects(max_depth=_DEEPEST)):
        if seen > _MOST_OBJECTS or one.type == raw.FPDF_PAGEOBJ_SHADING or one.level >= _DEEPEST - 1:
            return "画得太复杂"
        if one.type == raw.FPDF_PAGEOBJ_IMAGE:
            area += _shown_area(one)
        elif one.type == raw.FPDF_PAGEOBJ_PATH and not _is_plain(raw, one.raw):
            return "画得太复杂"
        elif one.type == raw.FPDF_PAGEOBJ_PATH:
            curves += _curves(raw, one.raw)
    if area * _PICTURE_SHARE > _area((0, 0, *page.get_size())):
        return "有扫描的页"
    return "有画成图形的字" if curves > _MOST_CURVES else ""


def _is_plain(raw: Any, path: Any) -> bool:
    """Tell whether a path is filled with one colour: a pattern may show anything."""
    parts = [c_uint() for _ in "rgba"]
    return bool(raw.FPDFPageObj_GetFillColor(path, *map(byref, parts)))


def _curves(raw: Any, path: Any) -> int:
    """Return how many curves a path has: letters turned into outlines have many, rules and boxes none."""
    count = min(max(0, raw.FPDFPath_CountSegments(path)), _MOST_CURVES * 4)
    return sum(raw.FPDFPathSegment_GetType(raw.FPDFPath_GetPathSegment(path, at)) == raw.FPDF_SEGMENT_BEZIERTO for at in range(count))


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
