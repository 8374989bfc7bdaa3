"""Comma-separated text to cells with exact places: the separator is told from the head line, quotes are understood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from disclosure.basis.span import Span
from disclosure.reading.cutting import BLANKS
from disclosure.reading.nodes import RawCell

_SEPARATORS = "\t,;，"


def sniff(text: str) -> str:
    """Return what separates the cells: the sign that stands most often in the first lines with content, outside quotes."""
    lines = [line for line in text.split("\n") if line.strip(BLANKS + ",;\t，")][:5]
    plain = [re.sub(r'"[^"]*"', "", line) for line in lines]
    counts = {sign: max((line.count(sign) for line in plain), default=0) for sign in _SEPARATORS}
    best = max(_SEPARATORS, key=lambda sign: (counts[sign], sign != "，"))
    return best if counts[best] else ","


class Field(NamedTuple):
    """One field as written: the line and column it stands in, where that line begins, and its characters."""

    line: int
    column: int
    line_start: int
    match: re.Match[str]


def cells_of(text: str, path: str) -> dict[int, dict[int, RawCell]]:
    """Return the cells of a csv text by line number and column number; a quoted cell may run over several lines."""
    rows: dict[int, dict[int, RawCell]] = {}
    for one in fields(text, sniff(text)):
        rows.setdefault(one.line, {})[one.column] = _cell(one.match, path, one.line, one.line_start)
    return {number: row for number, row in rows.items() if any(cell.text for cell in row.values())}


def fields(text: str, separator: str) -> Iterator[Field]:
    """Yield the fields of a csv text in order; a record that runs over several lines has the number of its first."""
    field = re.compile(rf'[ ]*"((?:[^"]|"")*)"[ \t]*(?=[{separator}\r\n]|$)|[^{separator}\r\n]*')
    position, line, line_start, column, broken = 0, 1, 0, 1, 0
    while position <= len(text):
        match = field.match(text, position)
        if match is None:
            break
        yield Field(line, column, line_start, match)
        position = match.end()
        broken += text.count("\n", match.start(), position)
        ending = text[position : position + 1]
        if ending == separator:
            position, column = position + 1, column + 1
            continue
        position += 2 if text.startswith("\r\n", position) else 1
        line, line_start, column, broken = line + 1 + broken, position, 1, 0


def _cell(match: re.Match[str], path: str, line: int, line_start: int) -> RawCell:
    """Return the cell of one field; leading full-width spaces are kept, they are levels."""
    if match[1] is not None:
        text, start, end = match[1].replace('""', '"').strip(BLANKS), match.start(1), match.end(1)
    else:
        raw = match[0]
        text = raw.strip(BLANKS)
        start = match.start() + len(raw) - len(raw.lstrip(BLANKS)) if text else match.start()
        end = start + len(text)
    return RawCell(text.rstrip("\u3000"), Span(path, line, start - line_start + 1, start, end))
