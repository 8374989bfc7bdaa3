"""Workbooks (.xlsx) as they are displayed: zip parts under guard, number formats, merged and hidden cells, formulas."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from decimal import Decimal
from decimal import InvalidOperation
from xml.etree import ElementTree as ET

from disclosure.basis.numbers import read_amount
from disclosure.basis.span import Span
from disclosure.basis.values import Amount
from disclosure.reading.nodes import RawCell
from disclosure.reading.numformat import BUILTIN
from disclosure.reading.numformat import is_date_format
from disclosure.reading.numformat import show
from disclosure.reading.numformat import show_text
from disclosure.reading.serialdate import EPOCH_1900
from disclosure.reading.serialdate import EPOCH_1904
from disclosure.reading.sheet import Merge
from disclosure.reading.sheet import Sheet

_DAMAGED = "文件已损坏，请用表格软件打开后另存一份"
_LARGEST_PART = 64 * 1024 * 1024
_MOST_PARTS = 4000
_MOST_CELLS = 1_000_000
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class UnreadableError(Exception):
    """A workbook that cannot be read; its message is a plain clause for ``row-file-unreadable``."""


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A sheet as the workbook lists it."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook opened: its sheets, shared texts, the number format of each style, its calendar."""

    archive: zipfile.ZipFile
    sheets: tuple[SheetEntry, ...]
    texts: tuple[str, ...]
    formats: tuple[str, ...]
    epoch: date


@dataclass(frozen=True, slots=True)
class SheetRead:
    """A sheet read: its cells, and the rows and columns with content that are hidden."""

    sheet: Sheet
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()


@dataclass(slots=True)
class _Cells:
    """Cells while they are collected."""

    rows: dict[int, dict[int, RawCell]] = field(default_factory=dict)
    count: int = 0


def open_workbook(data: bytes) -> Workbook:
    """Return the workbook in ``data``; raises UnreadableError with a plain clause."""
    with _refusing():
        archive = zipfile.ZipFile(io.BytesIO(data))
        if len(archive.infolist()) > _MOST_PARTS:
            raise UnreadableError("里面的部件太多，不像是表格")
        root = _part(archive, "xl/workbook.xml")
        return Workbook(archive, _sheets(archive, root), _shared(archive), _formats(archive), _epoch(root))


@contextmanager
def _refusing() -> Iterator[None]:
    """Turn whatever a damaged archive makes the standard library throw into one plain refusal."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, OverflowError) as fault:
        raise UnreadableError(_DAMAGED) from fault


def read_sheet(book: Workbook, entry: SheetEntry, path: str) -> SheetRead:
    """Return a sheet's cells as displayed, without hidden rows and columns; raises UnreadableError."""
    with _refusing():
        root = _part(book.archive, entry.part)
        columns = _hidden_columns(root)
        cells, hidden = _cells(root, book, entry.name, path)
    gone = sorted({column for row in cells.rows.values() for column, cell in row.items() if column in columns and _filled(cell)})
    rows = {n: {c: cell for c, cell in row.items() if c not in columns} for n, row in cells.rows.items() if n not in hidden}
    merges = tuple(merge for node in _all(root, "mergeCell") if (merge := _merge(node.get("ref", ""))))
    gone_rows = sorted(n for n in hidden if any(_filled(cell) for cell in cells.rows.get(n, {}).values()))
    return SheetRead(Sheet(path, rows, merges, entry.name), tuple(gone_rows), tuple(gone))


def _filled(cell: RawCell) -> bool:
    return bool(cell.text) or cell.broken


def _part(archive: zipfile.ZipFile, name: str) -> ET.Element:
    """Return the root of one part; a part too big once unpacked, or with a DOCTYPE, is refused."""
    try:
        info = archive.getinfo(name)
    except KeyError as fault:
        raise UnreadableError("里面没有工作表，不是 .xlsx 表格") from fault
    if info.flag_bits & 1:
        raise UnreadableError("设了打开密码")
    with archive.open(info) as stream:
        data = stream.read(_LARGEST_PART + 1)
    if len(data) > _LARGEST_PART:
        raise UnreadableError("解开后太大（超过 64 MB），请只留要公开的表")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise UnreadableError("里面有不该有的声明，请用表格软件另存一份")
    try:
        return ET.fromstring(data)  # noqa: S314 - no DOCTYPE, hence no entities to expand
    except (ET.ParseError, LookupError) as fault:
        raise UnreadableError(_DAMAGED) from fault


def _local(node: ET.Element) -> str:
    return node.tag.rpartition("}")[2]


def _all(root: ET.Element, name: str) -> list[ET.Element]:
    return [node for node in root.iter() if node.tag.rpartition("}")[2] == name]


def _child(node: ET.Element, name: str) -> ET.Element | None:
    return next((child for child in node if _local(child) == name), None)


def _optional(archive: zipfile.ZipFile, name: str) -> ET.Element | None:
    return _part(archive, name) if name in archive.namelist() else None


def _sheets(archive: zipfile.ZipFile, root: ET.Element) -> tuple[SheetEntry, ...]:
    relations = _optional(archive, "xl/_rels/workbook.xml.rels")
    targets = {node.get("Id", ""): node.get("Target", "") for node in relations} if relations is not None else {}
    found = []
    for index, node in enumerate(_all(root, "sheet"), 1):
        target = targets.get(_relation(node), f"worksheets/sheet{index}.xml")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if "worksheets" in part:
            found.append(SheetEntry(node.get("name", ""), part, node.get("state", "visible") != "visible"))
    return tuple(found)


def _relation(node: ET.Element) -> str:
    """Return a sheet's relation id, in the ordinary namespace or the strict one."""
    return node.get(_RELATION) or next((value for key, value in node.attrib.items() if key.endswith("}id")), "")


def _shared(archive: zipfile.ZipFile) -> tuple[str, ...]:
    root = _optional(archive, "xl/sharedStrings.xml")
    return tuple(_rich_text(node) for node in root if _local(node) == "si") if root is not None else ()


def _rich_text(node: ET.Element) -> str:
    """Return the text of a string item, its runs joined, without the reading aid (phonetic) runs."""
    pieces = []
    for child in node:
        name = _local(child)
        if name == "t":
            pieces.append(child.text or "")
        elif name == "r":
            pieces.append(_rich_text(child))
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), "".join(pieces))


def _formats(archive: zipfile.ZipFile) -> tuple[str, ...]:
    """Return the number format code of every cell style."""
    root = _optional(archive, "xl/styles.xml")
    if root is None:
        return ()
    own = {int(node.get("numFmtId", "0")): node.get("formatCode", "") for node in _all(root, "numFmt") if node.get("numFmtId", "0").isdecimal()}
    styles = _child(root, "cellXfs")
    ids = [int(text) if (text := node.get("numFmtId", "0")).isdecimal() else 0 for node in styles] if styles is not None else []
    return tuple(own.get(number) or BUILTIN.get(number, "General") for number in ids)


def _epoch(root: ET.Element) -> date:
    properties = _child(root, "workbookPr")
    late = properties is not None and properties.get("date1904", "0") in ("1", "true")
    return EPOCH_1904 if late else EPOCH_1900


def column_number(letters: str) -> int:
    """Return the number of a column's letters: C → 3, AB → 28."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _merge(reference: str) -> Merge | None:
    found = _REFERENCE.findall(reference)
    if len(found) != 2:
        return None
    (left, top), (right, bottom) = found
    return Merge(int(top), column_number(left), int(bottom), column_number(right))


def _hidden_columns(root: ET.Element) -> frozenset[int]:
    hidden: set[int] = set()
    for node in _all(root, "col"):
        if node.get("hidden") in ("1", "true"):
            hidden.update(range(int(node.get("min", "0")), min(int(node.get("max", "0")), 16384) + 1))
    return frozenset(hidden)


def _cells(root: ET.Element, book: Workbook, name: str, path: str) -> tuple[_Cells, frozenset[int]]:
    """Return the cells with content by row and column, and the numbers of hidden rows."""
    cells, hidden = _Cells(), set()
    data = _child(root, "sheetData")
    row_number = 0
    for row in data if data is not None else ():
        number = row.get("r", "")
        row_number = int(number) if number.isdecimal() else row_number + 1
        if row.get("hidden") in ("1", "true"):
            hidden.add(row_number)
        _row_cells(row, row_number, cells, book, Span(path, row_number, 1, 0, 0, name))
    return cells, frozenset(hidden)


def _row_cells(row: ET.Element, row_number: int, cells: _Cells, book: Workbook, place: Span) -> None:
    column = 0
    for node in row:
        letters = (node.get("r") or "").rstrip("0123456789")
        column = column_number(letters) if letters.isascii() and letters.isalpha() else column + 1
        span = Span(place.path, row_number, column, 0, 0, f"{place.cell}!{letters or column}{row_number}")
        cell = _cell(node, book, span)
        if cell is not None:
            cells.count += 1
            if cells.count > _MOST_CELLS or column > 16384:
                raise UnreadableError("单元格太多，请只留要公开的表")
            cells.rows.setdefault(row_number, {})[column] = cell


def _cell(node: ET.Element, book: Workbook, span: Span) -> RawCell | None:
    """Return one cell as displayed, None when it is blank."""
    kind = node.get("t", "n")
    value, formula = _child(node, "v"), _child(node, "f")
    raw = (value.text or "") if value is not None else ""
    if kind == "inlineStr":
        inline = _child(node, "is")
        return _plain(_rich_text(inline) if inline is not None else "", span)
    if formula is not None and not raw and kind != "str":
        return RawCell("", span, broken=True)
    if kind == "e":
        return RawCell(raw, span, broken=True)
    code = _code(node, book)
    if kind == "n" and raw:
        return _number(raw, code, book.epoch, span)
    return _plain(show_text(_words(kind, raw, book), code), span)


def _code(node: ET.Element, book: Workbook) -> str:
    style = node.get("s", "0")
    index = int(style) if style.isdecimal() else 0
    return book.formats[index] if index < len(book.formats) else "General"


def _plain(text: str, span: Span) -> RawCell | None:
    text = text.strip(" \t\r\n\u00a0")
    return RawCell(text, span) if text else None


def _words(kind: str, raw: str, book: Workbook) -> str:
    if kind == "s":
        index = int(raw) if raw.isdecimal() else -1
        return book.texts[index] if 0 <= index < len(book.texts) else ""
    if kind == "b":
        return "是" if raw == "1" else "否"
    return raw[:10] if kind == "d" else _ESCAPED.sub(lambda match: chr(int(match[1], 16)), raw)


def _number(raw: str, code: str, epoch: date, span: Span) -> RawCell | None:
    """Return a number as its format shows it, with the stored one beside it where the two differ by more than rounding."""
    try:
        stored = _exact(raw)
    except InvalidOperation:
        return RawCell(raw, span)
    shown = show(stored, code, epoch).strip()
    if is_date_format(code):
        return _plain(shown, span)
    differs = bool(shown or stored) and _differs(stored, shown)
    return RawCell(shown, span, stored=f"{stored:f}" if differs else "") if shown or differs else None


def _differs(stored: Decimal, shown: str) -> bool:
    """Tell whether what is shown reads as another number: off by more than half of its last digit, or no number at all.

    A unit that the format puts behind the figure (30年, 1.2万) may or may not be meant to scale it.
    """
    found = read_amount(shown)
    if isinstance(found, Amount):
        plain = abs(found.number - stored) <= Decimal(1).scaleb(-found.decimals) / 2
        return not plain and abs(found.base - stored) > found.last_digit / 2
    return "E" in shown or _digits(shown) != _digits(f"{stored:f}")


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit()).lstrip("0")


_MOST_DIGITS = 400
"""What a sheet can keep has no more digits; a longer figure is words."""


def _exact(raw: str) -> Decimal:
    """Return a stored number without the noise of binary fractions: fifteen digits, as the sheet itself keeps."""
    number = Decimal(raw)
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        raise InvalidOperation
    digits = len(number.as_tuple().digits)
    if digits > 15 and number.adjusted() < 15:
        number = round(number, 14 - number.adjusted()) if number.adjusted() <= 14 else number
    return number.normalize() if number != number.to_integral_value() else number.quantize(Decimal(1)) if number.adjusted() < 25 else number
