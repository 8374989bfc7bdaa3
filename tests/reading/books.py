"""Workbooks made for tests: by xlsxwriter, or part by part where a broken or hostile one is wanted."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from typing import Any

import xlsxwriter

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATED = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def workbook(fill: Callable[[Any, Any], None], name: str = "石滩村") -> bytes:
    """A workbook whose first sheet ``fill(book, sheet)`` writes."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    fill(book, book.add_worksheet(name))
    book.close()
    return out.getvalue()


def simple(rows: list[list[object]], name: str = "石滩村") -> bytes:
    """A workbook of plain cells; None leaves a cell blank."""

    def fill(_book: Any, sheet: Any) -> None:
        for row, cells in enumerate(rows):
            for column, value in enumerate(cells):
                if value is not None:
                    sheet.write(row, column, value)

    return workbook(fill, name)


def parts(sheet: str, *, styles: str = "", strings: str = "", book: str = "", extra: dict[str, bytes] | None = None) -> bytes:
    """A workbook out of raw XML: ``sheet`` is what stands inside <worksheet>."""
    entries: dict[str, bytes] = {
        "xl/workbook.xml": f'<workbook {MAIN} {RELATED}>{book}<sheets><sheet name="石滩村" sheetId="1" r:id="rId1"/></sheets></workbook>'.encode(),
        "xl/_rels/workbook.xml.rels": b'<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f"<worksheet {MAIN}>{sheet}</worksheet>".encode(),
    }
    if styles:
        entries["xl/styles.xml"] = f"<styleSheet {MAIN}>{styles}</styleSheet>".encode()
    if strings:
        entries["xl/sharedStrings.xml"] = f"<sst {MAIN}>{strings}</sst>".encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**entries, **(extra or {})}.items():
            archive.writestr(name, data)
    return out.getvalue()


def _record(number: int, body: bytes) -> bytes:
    return number.to_bytes(2, "little") + len(body).to_bytes(2, "little") + body


def _text(text: str, width: int) -> bytes:
    return len(text).to_bytes(width, "little") + b"\x01" + text.encode("utf-16-le")


def old_workbook(rows: list[list[object]], name: str = "石滩村", *, hidden: bool = False) -> bytes:
    """A minimal .xls (BIFF8 in a compound file) of texts and numbers."""
    begin = b"\x00\x06\x05\x00" + bytes(12)
    cells = b""
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            place = row.to_bytes(2, "little") + column.to_bytes(2, "little") + b"\x00\x00"
            if isinstance(value, str) and value:
                cells += _record(0x0204, place + _text(value, 2))
            elif value is not None and value != "":
                cells += _record(0x0203, place + struct.pack("<d", value))
    sheet = _record(0x0809, b"\x00\x06\x10\x00" + bytes(12)) + cells + _record(0x000A, b"")
    bound = bytes([hidden]) + b"\x00" + _text(name, 1)
    length = len(_record(0x0809, begin)) + len(_record(0x0085, bytes(4) + bound)) + len(_record(0x000A, b""))
    book = _record(0x0809, begin) + _record(0x0085, length.to_bytes(4, "little") + bound) + _record(0x000A, b"") + sheet
    return compound("Workbook", book)


def compound(name: str, stream: bytes) -> bytes:
    """A compound file (OLE) that holds one stream."""
    stream = stream.ljust(4096, b"\x00")
    stream += b"\x00" * (-len(stream) % 512)
    count = len(stream) // 512
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0) + struct.pack("<I", 0) + b"\xff" * 432
    fat = struct.pack("<II", 0xFFFFFFFD, 0xFFFFFFFE) + b"".join(struct.pack("<I", 3 + i) for i in range(count - 1)) + struct.pack("<I", 0xFFFFFFFE)
    entries = _entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1) + _entry(name, 2, 2, len(stream)) + _entry("", 0, 0, 0) * 2
    return header + fat.ljust(512, b"\xff") + entries + stream


def _entry(name: str, kind: int, start: int, size: int, child: int = 0xFFFFFFFF) -> bytes:
    text = name.encode("utf-16-le")
    return text.ljust(64, b"\x00") + struct.pack("<HBB", len(text) + 2 if name else 0, kind, 1) + struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, child) + bytes(36) + struct.pack("<IQ", start, size)
