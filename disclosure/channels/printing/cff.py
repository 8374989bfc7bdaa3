"""Renumbering a CID-keyed font after it was cut: so small a change that the file is patched in place."""

from __future__ import annotations

import struct

_CHARSET, _CHAR_STRINGS, _ROS = 15, 17, 1230


def numbered_by_glyph(font: bytes) -> bytes:
    """Return a CID-keyed font whose CIDs are its glyph numbers; any other font as it is.

    WeasyPrint writes glyph numbers as character codes. Readers that follow the font's own table of CIDs would show
    other characters after cutting has renumbered the glyphs.
    """
    start = _table(font, b"CFF ")
    if start < 0:
        return font
    top = _top_dict(font, start)
    if _ROS not in top:
        return font
    glyphs = struct.unpack_from(">H", font, start + top[_CHAR_STRINGS])[0]
    place = start + top[_CHARSET]
    table = struct.pack(">BHH", 2, 1, glyphs - 2)
    return font[:place] + table + font[place + len(table) :]


def _table(font: bytes, tag: bytes) -> int:
    """Return where a table of a font file begins, -1 where it has none."""
    for at in range(struct.unpack_from(">H", font, 4)[0]):
        name, _, offset, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * at)
        if name == tag:
            return int(offset)
    return -1


def _index_end(font: bytes, at: int) -> tuple[int, int]:
    """Return (start of the first object, end) of a CFF INDEX."""
    count, size = struct.unpack_from(">HB", font, at)
    if not count:
        return at + 2, at + 2
    base = at + 2 + size * (count + 1)
    last = int.from_bytes(font[base - size + 1 : base + 1], "big")
    return base + 1, base + last


def _top_dict(font: bytes, start: int) -> dict[int, int]:
    """Return the last operand of each operator of the Top DICT; two-byte operators as 1200 + the second byte."""
    _, end_of_names = _index_end(font, start + font[start + 2])
    at, end = _index_end(font, end_of_names)
    found: dict[int, int] = {}
    value = 0
    while at < end:
        byte = font[at]
        if byte <= 21:
            found[1200 + font[at + 1] if byte == 12 else byte] = value
            at += 2 if byte == 12 else 1
        else:
            value, at = _operand(font, at)
    return found


def _operand(font: bytes, at: int) -> tuple[int, int]:
    """Return (operand, where the next begins); a real number counts as 0."""
    byte = font[at]
    if byte == 28:
        return struct.unpack_from(">h", font, at + 1)[0], at + 3
    if byte == 29:
        return struct.unpack_from(">l", font, at + 1)[0], at + 5
    if byte == 30:
        at += 1
        while font[at] & 15 != 15:
            at += 1
        return 0, at + 1
    if byte <= 246:
        return byte - 139, at + 1
    if byte <= 250:
        return (byte - 247) * 256 + font[at + 1] + 108, at + 2
    return -(byte - 251) * 256 - font[at + 1] - 108, at + 2
