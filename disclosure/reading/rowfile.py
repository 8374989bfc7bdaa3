"""Row files a filing names: csv, pasted text and workbooks to a grid, whatever they turn out to hold."""

from __future__ import annotations

from collections.abc import Mapping

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.private import scrub
from disclosure.basis.private import scrub_path
from disclosure.basis.span import Span
from disclosure.basis.span import whole_file
from disclosure.basis.text import closest
from disclosure.basis.text import normalise_label
from disclosure.reading.csvcells import cells_of
from disclosure.reading.nodes import Grid
from disclosure.reading.oldbook import open_old
from disclosure.reading.oldbook import read_old
from disclosure.reading.ooxml import SheetEntry
from disclosure.reading.ooxml import SheetRead
from disclosure.reading.ooxml import UnreadableError
from disclosure.reading.ooxml import open_workbook
from disclosure.reading.ooxml import read_sheet
from disclosure.reading.sheet import Options
from disclosure.reading.sheet import Sheet
from disclosure.reading.sheet import column_letters
from disclosure.reading.sheet import grid_of_sheet
from disclosure.reading.texttable import grid_of_text

Read = tuple[Grid, list[Diagnostic]]

LARGEST = 32 * 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
SUFFIXES = (".csv", ".txt", ".xlsx", ".xlsm", ".xls", ".et")
"""Endings of files that can hold rows."""


def grid_of_file(data: bytes, path: str, options: Options | None = None) -> Read:
    """Return the grid of a row file by its ending, and everything that is wrong with it; never raises."""
    options = options or Options()
    suffix = path[path.rfind(".") :].lower()
    if len(data) > LARGEST:
        return _refused(path, "超过 32 MB，请只留要公开的表")
    if suffix in (".xlsx", ".xlsm", ".xls", ".et"):
        return _workbook(data, path, options)
    text, problems = decoded(data, path)
    if text is None:
        return Grid((), (), whole_file(path)), problems
    grid, more = grid_of_text(text, path, options.head_rows) if suffix == ".txt" else _csv(text, path, options)
    return grid, problems + more


def grid_of_csv(data: bytes, path: str, head_rows: str = "", total_row: str = "", renames: Mapping[str, str] | None = None) -> Read:
    """Return the grid of a csv file: UTF-8 with or without BOM, GB18030 with a warning; comma, semicolon or tab."""
    text, problems = decoded(data, path)
    if text is None:
        return Grid((), (), whole_file(path)), problems
    grid, more = _csv(text, path, Options("", head_rows, total_row, renames or {}))
    return grid, problems + more


def grid_of_xlsx(data: bytes, path: str, sheet: str = "", head_rows: str = "", total_row: str = "", renames: Mapping[str, str] | None = None) -> Read:
    """Return the grid of a workbook's sheet as displayed; hidden rows and columns are left out and reported."""
    return _workbook(data, path, Options(sheet, head_rows, total_row, renames or {}))


def decoded(data: bytes, path: str) -> tuple[str | None, list[Diagnostic]]:
    """Return the text of a csv or txt file without its BOM, and a warning when it is not UTF-8."""
    if data[:2] == b"PK" or data[:8] == _OLE:
        return None, [_unreadable(path, "内容是工作簿，扩展名应为 .xlsx 或 .xls")]
    for encoding, name in (("utf-8-sig", ""), ("utf-16", "UTF-16"), ("gb18030", "GB18030")):
        if encoding == "utf-16" and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
            continue
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        warning = [Diagnostic("not-utf8", whole_file(path), {"name": _name(path), "encoding": name})] if name else []
        return text, warning
    return None, [_unreadable(path, "不是文本文件，请另存为“CSV UTF-8”")]


def _csv(text: str, path: str, options: Options) -> Read:
    return grid_of_sheet(Sheet(path, cells_of(text, path)), options)


def _name(path: str) -> str:
    return scrub_path(path.rpartition("/")[2])


def _unreadable(path: str, reason: str) -> Diagnostic:
    return Diagnostic("row-file-unreadable", whole_file(path), {"name": _name(path), "reason": reason})


def _refused(path: str, reason: str) -> Read:
    return Grid((), (), whole_file(path)), [_unreadable(path, reason)]


def _workbook(data: bytes, path: str, options: Options) -> Read:
    """Read a workbook by what it really is, whatever its name says."""
    try:
        if data[:2] == b"PK":
            return _open_xml(data, path, options)
        if data[:8] == _OLE and _ENCRYPTED not in data:
            return _old(data, path, options)
    except UnreadableError as fault:
        return _refused(path, str(fault))
    return _refused(path, _what_else(data))


def _what_else(data: bytes) -> str:
    if _ENCRYPTED in data:
        return "设了打开密码"
    start = data[:512].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith((b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta")):
        return "内容其实是网页，请用表格软件打开后另存为 .xlsx"
    return "文件是空的" if not data else "不是工作簿，请用表格软件打开后另存为 .xlsx"


def _open_xml(data: bytes, path: str, options: Options) -> Read:
    book = open_workbook(data)
    filled = [entry for entry in book.sheets if not entry.hidden and not options.sheet and read_sheet(book, entry, path).sheet.rows]
    visible = filled or [entry for entry in book.sheets if not entry.hidden]
    chosen, problems = _chosen(tuple(entry.name for entry in book.sheets), tuple(entry.name for entry in visible), options.sheet, path)
    if chosen is None:
        return Grid((), (), whole_file(path)), problems
    entry = next(entry for entry in book.sheets if entry.name == chosen)
    read = read_sheet(book, entry, path)
    problems += _hidden(entry, read, path) + _cell_problems(read.sheet)
    grid, more = grid_of_sheet(read.sheet, options)
    return grid, problems + more


def _chosen(names: tuple[str, ...], visible: tuple[str, ...], asked: str, path: str) -> tuple[str | None, list[Diagnostic]]:
    """Return the sheet to read: the one asked for, else the first that can be seen."""
    span = whole_file(path)
    if asked:
        found = next((name for name in names if normalise_label(name) == normalise_label(asked)), None)
        if found is None:
            arguments = {"name": asked, "sheets": scrub("、".join(names)), "suggestion": closest(asked, names)}
            return None, [Diagnostic("unknown-sheet", span, arguments)]
        return found, []
    if not visible:
        return None, [_unreadable(path, "没有看得见的工作表")]
    if len(visible) > 1:
        return visible[0], [Diagnostic("other-sheets", span, {"sheet": scrub(visible[0]), "others": scrub("、".join(visible[1:]))})]
    return visible[0], []


def _hidden(entry: SheetEntry, read: SheetRead, path: str) -> list[Diagnostic]:
    """Report what stands in the sheet but cannot be seen; it is left out of the table."""
    found = []
    sheet = scrub(entry.name)
    if entry.hidden:
        found.append(Diagnostic("hidden-cells", whole_file(path), {"what": "工作表", "names": sheet, "sheet": sheet}))
    if read.hidden_rows:
        span = Span(path, read.hidden_rows[0], 1, 0, 0, f"{entry.name}!A{read.hidden_rows[0]}")
        names = f"第{'、'.join(str(n) for n in read.hidden_rows[:10])}{'…' if len(read.hidden_rows) > 10 else ''}行"
        found.append(Diagnostic("hidden-cells", span, {"what": "行", "names": names, "sheet": sheet}))
    if read.hidden_columns:
        letters = [column_letters(column) for column in read.hidden_columns]
        span = Span(path, 1, read.hidden_columns[0], 0, 0, f"{entry.name}!{letters[0]}1")
        found.append(Diagnostic("hidden-cells", span, {"what": "列", "names": "、".join(letters) + "列", "sheet": sheet}))
    return found


def _cell_problems(sheet: Sheet) -> list[Diagnostic]:
    """Report formulas without a value and numbers that are not what they show."""
    found = []
    for number in sorted(sheet.rows):
        for _, cell in sorted(sheet.rows[number].items()):
            if cell.broken:
                found.append(Diagnostic("formula-without-value", cell.span, {"cell": scrub(cell.span.cell), "shown": cell.text}))
            elif cell.stored:
                arguments = {"cell": scrub(cell.span.cell), "shown": scrub(cell.text), "stored": scrub(cell.stored)}
                found.append(Diagnostic("hidden-decimals", cell.span, arguments))
    return found


def _old(data: bytes, path: str, options: Options) -> Read:
    """Read .xls and .et: stored values, since their number formats are not given."""
    book = open_old(data)
    chosen, problems = _chosen(book.names, book.visible, options.sheet, path)
    if chosen is None:
        return Grid((), (), whole_file(path)), problems
    problems.append(Diagnostic("old-workbook", whole_file(path), {"name": _name(path)}))
    grid, more = grid_of_sheet(read_old(book, chosen, path), options)
    return grid, problems + more
