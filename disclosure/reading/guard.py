"""Bytes to text: sizes, foreign files, encodings and characters that no one can see are settled before anything parses."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import groupby
from itertools import islice
from typing import NamedTuple

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Fix
from disclosure.basis.span import whole_file
from disclosure.reading.lines import Lines
from disclosure.reading.lines import lines_of

MAX_BYTES = 8_000_000
"""A filing is a few kilobytes; beyond this a file is a mistake or an attack."""

_MAGIC = (
    (b"PK\x03\x04", "Excel 或 Word 文件（.xlsx、.docx）、压缩包"),
    (b"\xd0\xcf\x11\xe0", "旧版 Excel 或 Word 文件（.xls、.doc、.wps）"),
    (b"%PDF", "PDF 文件"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "照片"),
    (b"GIF8", "图片"),
    (b"Rar!", "压缩包"),
    (b"7z\xbc\xaf", "压缩包"),
    (b"\x1f\x8b", "压缩包"),
)
_MOST_ODD = 20_000
"""Unseen characters looked at in one file: who has mended these will see the next."""

_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")

_ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|\r(?!\n)"
)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufff9-\ufffc]")
_JOINERS = frozenset("\u200c\u200d\u200e\u200f")
_LOST = "\ufffd"
_OUR_SCRIPT = re.compile("[\x00-\x7f\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
"""Han, ASCII and full-width signs: a joiner beside one of them joins nothing (beside emoji or Uyghur letters it may)."""

_BLANKED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]|\r(?!\n)")


class _Odd(NamedTuple):
    slug: str
    line: int
    start: int
    end: int


def decode(data: bytes, path: str) -> tuple[str | None, list[Diagnostic]]:
    """Return the text of a file (without BOM) and what is wrong with its bytes and characters; None when it is no text.

    UTF-8 is expected; GB18030 is read with a warning. Offsets of all later spans count code points of this text:
    control characters are blanks in it, a lone CR is a line break where the file has no other.
    """
    refused = _refused(data)
    if refused is not None:
        return None, [Diagnostic(refused[0], whole_file(path), {"kind": refused[1], **too_large(len(data))})]
    text, diagnostics = _text_of(data, path)
    if text is None or is_plain(text):
        return text, diagnostics
    return _without_odd(text, path, diagnostics)


def too_large(size: int) -> dict[str, object]:
    """Return the arguments of ``too-large`` in megabytes."""
    return {"size": f"{Decimal(size) / 1_000_000:.1f}", "limit": f"{MAX_BYTES // 1_000_000}"}


def is_plain(text: str) -> bool:
    """Tell quickly whether a text holds no control, invisible or lost character and no lone CR."""
    if _LOST not in text and text.replace("\n", "").isprintable():
        return True
    return _ODD.search(text) is None


def without_invisible(text: str) -> str:
    """Return the text as it is meant: characters that nobody sees are dropped, joiners that join are kept."""
    if text.isprintable():
        return text
    return _INVISIBLE.sub(lambda found: found[0] if _joins(text, found.start()) else "", text)


def _refused(data: bytes) -> tuple[str, str] | None:
    if len(data) > MAX_BYTES:
        return "too-large", ""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return "zip-bytes", kind
    if data.startswith(_WIDE_MARKS) or _looks_wide(data):
        return "utf16", "UTF-16"
    if data.count(0) * 50 > len(data) + 200:
        return "zip-bytes", "不是文字的文件"
    return None


def _looks_wide(data: bytes) -> bool:
    """Tell UTF-16 without a mark: every other byte of its line breaks and digits is zero."""
    if data.count(0) * 20 < len(data) or len(data) % 2:
        return False
    for encoding in ("utf-16-le", "utf-16-be"):
        text = data.decode(encoding, "replace")
        if "\x00" not in text and _LOST not in text and ("\n" in text or ":" in text):
            return True
    return False


def _text_of(data: bytes, path: str) -> tuple[str | None, list[Diagnostic]]:
    body = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return body.decode(), []
    except UnicodeDecodeError:
        return _foreign_text(body, path)


def _foreign_text(data: bytes, path: str) -> tuple[str | None, list[Diagnostic]]:
    """Read what is not UTF-8: damaged UTF-8 keeps its �, Chinese Windows text is read with a warning, the rest refused."""
    damaged = data.decode(errors="replace")
    lost = damaged.count(_LOST)
    sound = len(damaged) - len(damaged.encode("ascii", "ignore")) - lost
    if sound > 2 * lost:
        return damaged, []
    warned = [Diagnostic("not-utf8", whole_file(path), {"encoding": "GBK（GB18030）"})]
    text = data.decode("gb18030", "replace")
    if text.count(_LOST) * 20 > len(text):
        return None, [Diagnostic("zip-bytes", whole_file(path), {"kind": "不是文字的文件"})]
    return text, warned


def _without_odd(text: str, path: str, diagnostics: list[Diagnostic]) -> tuple[str | None, list[Diagnostic]]:
    if "\r" in text and "\n" not in text:
        text = text.replace("\r", "\n")
    blanked = _BLANKED.sub(" ", text).replace("\ufeff", "\u200b")
    lines = lines_of(blanked, path)
    if (len(text) - len(_BLANKED.sub("", text))) * 10 > len(text) + 100:
        return None, [Diagnostic("zip-bytes", whole_file(path), {"kind": "不是文字的文件"})]
    hits = islice(_ODD.finditer(text), _MOST_ODD)
    odd = [_Odd(_slug(text, hit.start()), lines.index(hit.start()), hit.start(), hit.end()) for hit in hits]
    odd = [one for one in odd if one.slug]
    for _, group in groupby(sorted(odd, key=lambda one: (one.slug, one.line)), key=lambda one: (one.slug, one.line)):
        diagnostics.append(_odd_line(text, lines, list(group)))
    return blanked, diagnostics


def _slug(text: str, at: int) -> str:
    character = text[at]
    if character == _LOST:
        return "lost-character"
    if character == "\ufeff" or _INVISIBLE.match(character):
        return "" if _joins(text, at) else "zero-width"
    return "nul-or-control"


def _joins(text: str, at: int) -> bool:
    if text[at] not in _JOINERS:
        return False
    around = text[max(at - 1, 0) : at + 2].replace(text[at], "")
    return len(around) == 2 and not _OUR_SCRIPT.search(around)


def _odd_line(text: str, lines: Lines, group: list[_Odd]) -> Diagnostic:
    """Return one finding for all characters of one sort in one line; the fix takes all of them away."""
    first, last = group[0], group[-1]
    arguments = {"character": f"U+{ord(text[first.start]):04X}", "count": len(group)}
    fix = None
    if first.slug == "zero-width":
        kept = without_invisible(lines.text[first.start : last.end])
        fix = Fix("删去看不见的字符", lines.span(first.start, last.end), kept, safe=True)
    return Diagnostic(first.slug, lines.span(first.start, first.end), arguments, fix=fix)
