"""A workbook with comments in its faulty cells: only the parts that must change do, every other stays as it was.

The parts are edited as text, none is written anew by a library: formulas, styles, hidden sheets, pictures and macros
are not touched.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from disclosure.channels.marking import notes
from disclosure.channels.marking import relations
from disclosure.channels.marking import styles
from disclosure.channels.marking.markup import edited
from disclosure.channels.marking.remark import Place
from disclosure.channels.marking.remark import Remark
from disclosure.channels.marking.remark import gravest
from disclosure.channels.marking.sheetpage import Page
from disclosure.channels.marking.sheetpage import Spot
from disclosure.channels.marking.sheetpage import page_of
from disclosure.reading.ooxml import SheetEntry
from disclosure.reading.ooxml import UnreadableError
from disclosure.reading.ooxml import open_workbook

Remarks = Mapping[Place, Sequence[Remark]]
BOOK = "xl/workbook.xml"
STYLES = "xl/styles.xml"
_LARGEST = 64 * 1024 * 1024
_LARGEST_WHOLE = 512 * 1024 * 1024
_ENCODING = re.compile(rb"""(?:\xef\xbb\xbf)?<\?xml[^>]*?\bencoding\s*=\s*["']([^"']*)["']""")
_NEW = (1980, 1, 1, 0, 0, 0)


class Unmarkable(Exception):  # noqa: N818 -- it is said to the user, not a fault of the program
    """A workbook that no comment can be written into; its text is a plain clause."""


class _Parts:
    """The parts of a workbook, and those that are changed or new."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.names = {info.filename for info in archive.infolist()}
        self.changed: dict[str, bytes] = {}

    def raw(self, name: str) -> bytes:
        """Return a part as it is now; raises ValueError for one too large."""
        if name in self.changed:
            return self.changed[name]
        if self.archive.getinfo(name).file_size > _LARGEST:
            raise ValueError("a part too large")
        return self.archive.read(name)

    def text(self, name: str) -> str:
        """Return an XML part as text; raises ValueError for one that is not plain UTF-8 XML."""
        data = self.raw(name)
        _refuse_unsound(data)
        return data.decode()

    def put(self, name: str, text: str) -> None:
        """Change a part, or add it; what is no longer sound XML is a fault and refused."""
        data = text.encode()
        _refuse_unsound(data)
        self.changed[name] = data
        self.names.add(name)

    def free(self, pattern: str) -> str:
        """Return the first name of a pattern with a number that no part bears."""
        taken = {name.lower() for name in self.names}
        return next(name for number in range(1, len(taken) + 2) if (name := pattern.format(number)).lower() not in taken)


def _refuse_unsound(data: bytes) -> None:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ValueError("declarations that do not belong here")
    told = _ENCODING.match(data)
    if told and told[1].lower() not in (b"utf-8", b"us-ascii"):
        raise ValueError("not UTF-8")
    ET.fromstring(data)  # noqa: S314 - no DOCTYPE, hence no entities to expand


def marked(data: bytes, remarks: Remarks) -> bytes:
    """Return the workbook with a comment and a coloured fill in each of these cells; raises Unmarkable.

    A remark on the whole file, or on a sheet that is not there, goes to the first sheet that can be seen.
    """
    try:
        book = open_workbook(data)
        parts = _Parts(book.archive)
        if sum(info.file_size for info in book.archive.infolist()) > _LARGEST_WHOLE:
            raise Unmarkable("解开后太大")
        by_part = _by_part(book.sheets, remarks)
        pages = {name: page_of(parts.text(name)) for name in by_part}
        spots = {name: _spots(pages[name], found) for name, found in by_part.items()}
        numbers = _coloured(parts, pages, spots)
        for name in sorted(pages):
            _mark(parts, name, pages[name], spots[name], numbers)
        return _written(parts)
    except UnreadableError as fault:
        raise Unmarkable(str(fault)) from fault
    except (zipfile.BadZipFile, zlib.error, ET.ParseError, KeyError, ValueError, LookupError, RuntimeError, OSError) as fault:
        raise Unmarkable("里面的写法不常见，没有把握不弄坏它；请用表格软件另存一份") from fault


def _by_part(sheets: Sequence[SheetEntry], remarks: Remarks) -> dict[str, dict[Place, Sequence[Remark]]]:
    if not sheets:
        raise ValueError("a workbook without sheets")
    first = next((entry for entry in sheets if not entry.hidden), sheets[0])
    named = {entry.name: entry for entry in sheets}
    found: dict[str, dict[Place, Sequence[Remark]]] = {}
    for place, told in remarks.items():
        found.setdefault(named.get(place.sheet, first).part, {})[place] = told
    return found


def _spots(page: Page, remarks: Remarks) -> dict[Spot, list[Remark]]:
    """Return the remarks by the cell they can be seen in, each once."""
    found: dict[Spot, list[Remark]] = {}
    for place, told in sorted(remarks.items()):
        here = found.setdefault(page.spot(place.row, place.column), [])
        here += [one for one in told if one not in here]
    return found


def _coloured(parts: _Parts, pages: Mapping[str, Page], spots: Mapping[str, Mapping[Spot, Sequence[Remark]]]) -> Mapping[styles.Wanted, int]:
    """Give each style in use a twin in each colour needed; returns the twins' numbers."""
    wanted = {(pages[name].style_at(spot), gravest(told)) for name, found in spots.items() for spot, told in found.items()}
    known = STYLES in parts.names
    text, numbers = styles.coloured(parts.text(STYLES) if known else styles.EMPTY, wanted)
    parts.put(STYLES, text)
    if not known:
        relations.add(parts, BOOK, "styles", STYLES, relations.TRANSITIONAL)
        relations.declare(parts, STYLES, relations.STYLES_TYPE)
    return numbers


def _mark(parts: _Parts, name: str, page: Page, spots: Mapping[Spot, Sequence[Remark]], numbers: Mapping[styles.Wanted, int]) -> None:
    edits = page.styled({spot: numbers[page.style_at(spot), gravest(told)] for spot, told in spots.items()})
    namespace = relations.STRICT if "purl.oclc.org" in page.text[:2000] else relations.TRANSITIONAL
    comments = relations.target(parts, name, "comments")
    drawing = relations.by_id(parts, name, page.drawing) if page.drawing else ""
    had = notes.commented(parts.text(comments)) if comments else frozenset[Spot]()
    boxed = {spot: told for spot, told in spots.items() if not (drawing and spot in had)}
    if not comments:
        comments = parts.free("xl/comments{}.xml")
        parts.put(comments, notes.new_comments(notes.MAIN if namespace == relations.TRANSITIONAL else "http://purl.oclc.org/ooxml/spreadsheetml/main"))
        relations.add(parts, name, "comments", comments, namespace)
        relations.declare(parts, comments, relations.COMMENTS_TYPE)
    parts.put(comments, notes.with_comments(parts.text(comments), spots))
    if not drawing:
        drawing = parts.free("xl/drawings/vmlDrawing{}.vml")
        parts.changed[drawing] = notes.new_boxes(parts.raw(other) for other in sorted(parts.names) if other.lower().endswith(".vml"))
        parts.names.add(drawing)
        edits += page.with_drawing(relations.add(parts, name, "vmlDrawing", drawing, namespace), namespace)
        relations.declare_ending(parts, "vml", relations.BOXES_TYPE)
    if boxed:
        parts.changed[drawing] = notes.with_boxes(parts.raw(drawing), boxed)
    parts.put(name, edited(page.text, edits))


def _written(parts: _Parts) -> bytes:
    """Return the archive with its parts in their old order and under their old dates, the new ones behind them."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        old = parts.archive.infolist()
        for info in old:
            data = parts.changed.get(info.filename)
            archive.writestr(_twin(info), parts.archive.read(info) if data is None else data)
        for name in sorted(set(parts.changed) - {info.filename for info in old}):
            fresh = zipfile.ZipInfo(name, _NEW)
            fresh.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(fresh, parts.changed[name])
    return out.getvalue()


def _twin(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    twin = zipfile.ZipInfo(info.filename, info.date_time)
    twin.compress_type = zipfile.ZIP_STORED if info.compress_type == zipfile.ZIP_STORED else zipfile.ZIP_DEFLATED
    twin.external_attr, twin.create_system, twin.comment = info.external_attr, info.create_system, info.comment
    return twin
