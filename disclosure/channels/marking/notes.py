"""Comments of a sheet: their words (one part) and the boxes they are drawn in (another), new or beside those there are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from xml.sax.saxutils import escape

from disclosure.basis.text import display_width
from disclosure.channels.marking.markup import Edit
from disclosure.channels.marking.markup import Tag
from disclosure.channels.marking.markup import appended
from disclosure.channels.marking.markup import attributes
from disclosure.channels.marking.markup import edited
from disclosure.channels.marking.markup import filled
from disclosure.channels.marking.markup import root_of
from disclosure.channels.marking.markup import tags
from disclosure.channels.marking.remark import Remark
from disclosure.channels.marking.sheetpage import Spot
from disclosure.reading.ooxml import column_number
from disclosure.reading.sheet import column_letters

AUTHOR = "核对"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_EMPTY = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="{}"><authors/><commentList/></comments>'
_BOXES = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">'
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{}"/></o:shapelayout></xml>'
)
_KIND = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_BOX = (
    '<v:shape id="_x0000_s{id}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:1.5pt;width:{width}pt;height:{height}pt;'
    'z-index:{order};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>'
    "<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_NAMESPACES = {
    "v": "urn:schemas-microsoft-com:vml", "o": "urn:schemas-microsoft-com:office:office", "x": "urn:schemas-microsoft-com:office:excel",
}  # fmt: skip
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_SHAPE_ID = re.compile(rb"_x0000_s(\d{1,9})")
_IDMAP = re.compile(rb"<o:idmap[^>]*\bdata\s*=\s*[\"']([\d,\s]*)[\"']")
_PER_BLOCK = 1024
_LETTERS_ACROSS = 38
_MOST_LINES = 40
_MOST_LETTERS = 30_000
_COLUMNS_ACROSS = 4
_LAST_COLUMN = 16_383


def new_comments(namespace: str = MAIN) -> str:
    """Return a part of comments that holds none."""
    return _EMPTY.format(namespace)


def with_comments(text: str, remarks: Mapping[Spot, Sequence[Remark]]) -> str:
    """Return a part of comments with these in it; a cell that has a comment keeps it, the new words below."""
    p = root_of(text).prefix
    present = _present(text)
    authors = sum(1 for tag in tags(text) if tag.name == "author" and not tag.closing)
    edits: list[Edit] = []
    fresh = ""
    for spot, found in sorted(remarks.items()):
        if spot in present:
            edits += _joined(text, present[spot], p, found)
        else:
            fresh += f'<{p}comment ref="{_name(spot)}" authorId="{authors}"><{p}text>{_runs(p, found)}</{p}text></{p}comment>'
    if fresh:
        added = appended(text, "authors", f"<{p}author>{AUTHOR}</{p}author>"), appended(text, "commentList", fresh)
        edits += [edit for edit in added if edit is not None]
    return edited(text, edits)


def commented(text: str) -> frozenset[Spot]:
    """Return the cells that have a comment."""
    return frozenset(_present(text))


def _present(text: str) -> dict[Spot, Tag]:
    found = {}
    for tag in tags(text):
        if tag.name == "comment" and not tag.closing:
            reference = attributes(text, tag).get("ref", "").replace("$", "")
            letters = reference.rstrip("0123456789")
            if letters.isascii() and letters.isalpha() and reference[len(letters) :]:
                found[int(reference[len(letters) :]), column_number(letters)] = tag
    return found


def _joined(text: str, comment: Tag, p: str, found: Sequence[Remark]) -> list[Edit]:
    """Return the edits that put more words at the end of a comment; plain words become a run, as runs must be alone."""
    new = f'<{p}r><{p}t xml:space="preserve">\n</{p}t></{p}r>' + _runs(p, found)
    edits: list[Edit] = []
    inside: Tag | None = None
    for tag in tags(text, comment.end, None, comment.depth + 1):
        if tag.depth == comment.depth:
            break
        if tag.depth == comment.depth + 1 and tag.name == "text":
            if tag.empty:
                return [filled(text, tag, new)]
            if tag.closing:
                return [*edits, Edit(tag.start, tag.start, new)] if new else edits
        elif tag.depth == comment.depth + 2:
            if tag.name == "t" and not tag.empty:
                edits.append(Edit(tag.end, tag.end, f"</{p}r>") if tag.closing else Edit(tag.start, tag.start, f"<{p}r>"))
            elif inside is None and tag.name in ("rPh", "phoneticPr"):
                inside = tag
                edits.append(Edit(tag.start, tag.start, new))
                new = ""
    return edits


def _runs(p: str, remarks: Iterable[Remark]) -> str:
    """Return remarks as runs: the head bold, the sentence and the remedy below."""
    return "".join(_run(p, one.head, f"<{p}b/>") + _run(p, f"\n{one.body[:_MOST_LETTERS]}\n", "") for one in remarks)


def _run(p: str, words: str, weight: str) -> str:
    look = f'{weight}<{p}sz val="10"/><{p}color indexed="81"/><{p}rFont val="宋体"/><{p}charset val="134"/>'
    return f'<{p}r><{p}rPr>{look}</{p}rPr><{p}t xml:space="preserve">{escape(_ESCAPED.sub("_x005F_", words))}</{p}t></{p}r>'


def _name(spot: Spot) -> str:
    return f"{column_letters(spot[1])}{spot[0]}"


def new_boxes(drawings: Iterable[bytes]) -> bytes:
    """Return a part of boxes that holds none, its block of numbers unlike those of the other drawings."""
    taken = [int(number) for drawing in drawings for match in _IDMAP.finditer(drawing) for number in match[1].split(b",") if number.strip()]
    return _BOXES.format(max(taken, default=0) + 1).encode()


def with_boxes(part: bytes, remarks: Mapping[Spot, Sequence[Remark]]) -> bytes:
    """Return a part of boxes with one more for each of these cells; raises ValueError where it has no end."""
    at = part.rfind(b"</xml>")
    if at < 0:
        raise ValueError("a drawing without an end")
    block = next((int(match[1].split(b",")[0]) for match in _IDMAP.finditer(part)), 1)
    last = max((int(match[1]) for match in _SHAPE_ID.finditer(part)), default=block * _PER_BLOCK)
    made = "" if b'id="_x0000_t202"' in part else _declared(part, _KIND)
    for order, (spot, found) in enumerate(sorted(remarks.items()), 1):
        made += _declared(part, _box(spot, found, last + order, order))
    return _wider(part[:at] + made.encode() + part[at:], block, last + len(remarks))


def _declared(part: bytes, element: str) -> str:
    """Return an element that declares the prefixes which the part's root does not."""
    head = part[: part.find(b">") + 1] if not part.startswith(b"<?") else part[: part.find(b">", part.find(b"?>") + 2) + 1]
    missing = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in _NAMESPACES.items() if f"xmlns:{prefix}=".encode() not in head)
    return element.replace(" ", f"{missing} ", 1) if missing else element


def _wider(part: bytes, block: int, last: int) -> bytes:
    """Claim as many blocks of numbers as a drawing of ours uses; one that was there before keeps its claim."""
    blocks = range(block, last // _PER_BLOCK + 1)
    claim = f'data="{block}"'.encode()
    return part.replace(claim, f'data="{",".join(map(str, blocks))}"'.encode(), 1) if len(blocks) > 1 else part


def _box(spot: Spot, remarks: Sequence[Remark], number: int, order: int) -> str:
    row, column = spot[0] - 1, spot[1] - 1
    lines = min(sum(_lines(line) for one in remarks for line in f"{one.head}\n{one.body}\n".split("\n")) + 1, _MOST_LINES)
    left = min(column + 1, _LAST_COLUMN - _COLUMNS_ACROSS)
    top = max(row - 1, 0)
    anchor = f"{left}, 15, {top}, 8, {left + _COLUMNS_ACROSS}, 15, {top + lines}, 8"
    return _BOX.format(id=number, width=_COLUMNS_ACROSS * 54, height=lines * 15, order=order, anchor=anchor, row=row, column=column)


def _lines(line: str) -> int:
    return max(1, -(-display_width(line) // _LETTERS_ACROSS))
