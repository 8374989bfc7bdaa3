"""All the words in a row file or an attachment, whatever table they stand in or beside: what the privacy guard reads.

Only pieces that could hold a number are returned. Workbooks: every sheet's name and cells (hidden ones too), comments,
text boxes, headers, and who made it. A PDF gives the words of its pages, and its strings as far as they are plain.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from html import unescape
from typing import NamedTuple

from disclosure.basis.accounts import find_accounts
from disclosure.basis.exposure import find_mailboxes
from disclosure.basis.exposure import may_expose
from disclosure.basis.span import Span
from disclosure.basis.span import whole_file
from disclosure.reading.oldbook import open_old
from disclosure.reading.oldbook import read_old
from disclosure.reading.ooxml import UnreadableError
from disclosure.reading.pdftext import read_pdf
from disclosure.reading.rowfile import decoded

_MOST_BYTES = 64 * 1024 * 1024
_MOST_PARTS = 4000
_MOST_PLAIN = 4 * 1024 * 1024
"""So much of a PDF is searched for plain strings beside the words of its pages: notes, fields, what made it."""


class Piece(NamedTuple):
    """A text with its place; ``where`` names the kind of place (工作表名, 批注, 附件 …)."""

    text: str
    span: Span
    where: str


def pieces(data: bytes, path: str, where: str) -> tuple[Piece, ...]:
    """Return the pieces of a file in which a number of a person could stand; b'' and pictures give none."""
    return tuple(one for one in _all(data, path, where) if _may_hold(one.text))


def _may_hold(text: str) -> bool:
    return may_expose(text) or bool(find_accounts(text)) or bool(find_mailboxes(text))


def _all(data: bytes, path: str, where: str) -> Iterator[Piece]:
    suffix = path[path.rfind(".") :].lower()
    with suppress(UnreadableError, zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        if data[:2] == b"PK":
            yield from _archive(data, path, where)
        elif data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
            yield from _old_book(data, path, where) if suffix in (".xls", ".et") else _raw(data, path, where)
        elif data[:5] == b"%PDF-":
            yield from _pdf(data, path, where)
        elif suffix in (".csv", ".txt", ".md", ".yaml", ".yml", ".json", ".html", ".htm", ".xml"):
            yield from _lines(decoded(data, path)[0] or "", path, where)


def _lines(text: str, path: str, where: str) -> Iterator[Piece]:
    if not _may_hold(text):
        return
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        yield Piece(line, Span(path, number, 1, start, start + len(line)), where)
        start += len(line) + 1


def _raw(data: bytes, path: str, where: str) -> Iterator[Piece]:
    """Read an old document by what looks like text in it: two bytes a letter, or one."""
    yield Piece(data.decode("utf-16-le", "replace"), whole_file(path), where)
    yield Piece(data.decode("latin-1"), whole_file(path), where)


def _old_book(data: bytes, path: str, where: str) -> Iterator[Piece]:
    book = open_old(data)
    for name in book.names:
        yield Piece(name, whole_file(path), "工作表名")
        for row in read_old(book, name, path).rows.values():
            yield from (Piece(cell.text, cell.span, where) for cell in row.values())


_TAG = re.compile(r"<[^>]*>")
_RUN_END = re.compile(r"</(?:\w+:)?(?:r|t|rPr)>")
_END = re.compile(r"</[^>]*>")
_TARGET = re.compile(r'Target="([^"]*)"')
_CELL = re.compile(r'<(?:\w+:)?c [^>]*?r="([A-Z]{1,3})([0-9]{1,7})"([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)', re.DOTALL)
_VALUE = re.compile(r"<(?:\w+:)?v>([^<]*)</")
_SHARED = re.compile(r"<(?:\w+:)?si>(.*?)</(?:\w+:)?si>", re.DOTALL)
_SHEET = re.compile(r'<(?:\w+:)?sheet [^>]*?name="([^"]*)"')
_PHONETIC = re.compile(r"<(?:\w+:)?rPh.*?</(?:\w+:)?rPh>", re.DOTALL)


def _archive(data: bytes, path: str, where: str) -> Iterator[Piece]:
    """Read the parts of a zip of XML (xlsx, docx, pptx, et …) as text, one by one, cheap look first."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if len(archive.infolist()) > _MOST_PARTS or sum(info.file_size for info in archive.infolist()) > _MOST_BYTES:
            return
        shared: list[str] = []
        for info in sorted(archive.infolist(), key=lambda info: ("sharedStrings" not in info.filename, info.filename)):
            if not info.filename.endswith((".xml", ".rels", ".vml")) or info.flag_bits & 1:
                continue
            text = archive.read(info).decode("utf-8", "replace")
            if "sharedStrings" in info.filename:
                shared = [_plain(found) for found in _SHARED.findall(text)] if _may_hold(_plain(text)) else []
            elif "worksheets/" in info.filename and info.filename.endswith(".xml"):
                yield from _sheet(text, shared, path, where)
            else:
                yield from _part(info.filename, text, path, where)
        yield from (Piece(text, whole_file(path), where) for text in shared)


def _plain(xml: str) -> str:
    """Return the words of XML: runs of one string joined, strings apart."""
    return unescape(_TAG.sub("", _END.sub(" | ", _RUN_END.sub("", _PHONETIC.sub("", xml)))))


def _sheet(xml: str, shared: list[str], path: str, where: str) -> Iterator[Piece]:
    """Yield cells of a sheet with their places where it, or the strings it refers to, could hold a number."""
    if not shared and not _may_hold(_plain(xml)):
        return
    for letters, row, attributes, inside in _CELL.findall(xml):
        value = _VALUE.search(inside)
        text = _plain(inside)
        if 't="s"' in attributes and value and value[1].isdecimal():
            text = shared[int(value[1])] if int(value[1]) < len(shared) else ""
        elif value and "E" in value[1]:
            text = _whole_number(value[1])
        if text:
            column = sum((ord(letter) - 64) * 26**place for place, letter in enumerate(reversed(letters)))
            yield Piece(text, Span(path, int(row), column, 0, 0, f"{letters}{row}"), where)
    head, _, tail = xml.partition("<sheetData")
    yield Piece(_plain(head) + " | " + _plain(tail.partition("</sheetData>")[2]), whole_file(path), "页眉页脚")


def _whole_number(text: str) -> str:
    """Return 1.3812345678E10 written out: digits only."""
    figures, _, power = text.partition("E")
    whole, _, part = figures.partition(".")
    size = int(power) if power.lstrip("+-").isdecimal() else 0
    return whole + part.ljust(size, "0")[:size] if 0 < size < 32 else text


_PLACES = (("comments", "批注"), ("threadedComments", "批注"), ("docProps", "文档属性"), ("drawing", "文本框"), ("workbook.xml", "工作表名"))


def _part(name: str, xml: str, path: str, where: str) -> Iterator[Piece]:
    text = _plain(xml)
    if name.endswith((".rels", "workbook.xml")):
        text = " | ".join(map(unescape, (_TARGET if name.endswith(".rels") else _SHEET).findall(xml)))
    kind = next((words for sign, words in _PLACES if sign in name), where)
    yield Piece(text, whole_file(path), kind)


_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_STRING = re.compile(rb"\(((?:[^()\\]|\\.){0,300})\)|<([0-9A-Fa-f\s]{1,2000})>")


def _pdf(data: bytes, path: str, where: str) -> Iterator[Piece]:
    """Yield the words of the pages of a PDF, then what its strings say as far as they are spelled plainly, streams unpacked."""
    yield from (Piece(line, whole_file(path), where) for line in read_pdf(data).text.split("\n"))
    yield Piece(_strings(data[:_MOST_PLAIN]), whole_file(path), where)
    left = _MOST_PLAIN
    for found in _STREAM.finditer(data):
        unpacked = b""
        with suppress(zlib.error):
            unpacked = zlib.decompressobj().decompress(found[1], left)
        left -= len(unpacked)
        if unpacked:
            yield Piece(_strings(unpacked), whole_file(path), where)
        if left <= 0:
            return


def _strings(data: bytes) -> str:
    """Return the strings of a page joined as they are shown: pieces of one array together, lines apart."""
    lines = []
    for line in re.split(rb"T[jJ*]|ET|['\"]\s", data):
        words = [_spelled(plain, spelled) for plain, spelled in _STRING.findall(line)]
        lines.append("".join(words))
    return " | ".join(line for line in lines if line)


def _spelled(plain: bytes, spelled: bytes) -> str:
    if plain:
        return plain.decode("latin-1").replace("\\", "")
    digits = re.sub(rb"\s", b"", spelled)
    raw = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    return raw.decode("utf-16-be", "replace") if raw[:1] == b"\0" or raw[:2] == b"\xfe\xff" else raw.decode("latin-1")
