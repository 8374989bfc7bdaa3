"""A csv or a pasted text with what is wrong in a last column 「核对意见」; every other character stays as it was."""

from __future__ import annotations

import codecs
from bisect import bisect_right
from collections.abc import Mapping
from collections.abc import Sequence

from disclosure.channels.marking.markup import Edit
from disclosure.channels.marking.markup import edited
from disclosure.channels.marking.remark import Place
from disclosure.channels.marking.remark import Remark
from disclosure.channels.marking.remark import in_one_line
from disclosure.reading.csvcells import fields
from disclosure.reading.csvcells import sniff
from disclosure.reading.cutting import BLANKS
from disclosure.reading.cutting import is_rule
from disclosure.reading.cutting import lines_of
from disclosure.reading.cutting import separator_of
from disclosure.reading.rowfile import decoded
from disclosure.reading.rowfile import grid_of_file

HEAD = "核对意见"
_SPELLINGS = ((codecs.BOM_UTF8, "utf-8"), (b"", "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"), (b"", "gb18030"))

Remarks = Mapping[Place, Sequence[Remark]]


def marked(data: bytes, path: str, remarks: Remarks) -> bytes | None:
    """Return the file with its last column, in the encoding it had; None where no text can be read from it."""
    text, _ = decoded(data, path)
    if text is None:
        return None
    head = max((cell.span.line for cell in grid_of_file(data, path)[0].heads), default=1)
    told = _by_line(remarks, head)
    made = _pasted(text, path, told, head) if path.lower().endswith(".txt") else _csv(text, told, head)
    mark, encoding = _spelling(data, text)
    return mark + made.encode(encoding, "replace")


def _spelling(data: bytes, text: str) -> tuple[bytes, str]:
    """Return how the text was written: its mark and its encoding."""
    return next((one for one in _SPELLINGS if one[0] + text.encode(one[1], "replace") == data), _SPELLINGS[0])


def _by_line(remarks: Remarks, head: int) -> dict[int, list[Remark]]:
    """Return the remarks by line; those on the whole file stand with the head."""
    found: dict[int, list[Remark]] = {}
    for place, told in sorted(remarks.items()):
        here = found.setdefault(place.row or head, [])
        here += [one for one in told if one not in here]
    return found


def _words(line: int, told: Mapping[int, Sequence[Remark]], head: int) -> str:
    words = in_one_line(told.get(line, ()))
    return words if line != head else f"{HEAD}：{words}" if words else HEAD


def _csv(text: str, told: Mapping[int, Sequence[Remark]], head: int) -> str:
    """Put a quoted field behind each record that something is said of, under one head, all in the same column."""
    separator = sniff(text)
    last = {one.line: one for one in fields(text, separator)}
    width = max(one.column for one in last.values())
    starts = sorted(last)
    by_record: dict[int, list[Remark]] = {}
    for line, found in told.items():
        by_record.setdefault(starts[max(bisect_right(starts, line) - 1, 0)], []).extend(found)
    edits = []
    for line in sorted({*by_record, head} & set(last)):
        one = last[line]
        words = _words(line, by_record, head).replace('"', '""')
        edits.append(Edit(one.match.end(), one.match.end(), separator * (width - one.column + 1) + f'"{words}"'))
    return edited(text, edits)


def _pasted(text: str, path: str, told: Mapping[int, Sequence[Remark]], head: int) -> str:
    """Put a cell behind each line that something is said of; a line with a bar at its end gets one behind it too."""
    lines = {line.span.line: line for line in lines_of(text, path)}
    separator = separator_of(lines[head].text)
    ends = "\r" if separator == "\t" else BLANKS
    widths = {number: line.text.rstrip(ends).count(separator) for number, line in lines.items() if line.text.strip() and not is_rule(line.text)}
    width = max(widths.values(), default=0)
    edits = []
    for number in sorted({*told, head} & set(lines)):
        line = lines[number]
        bare = line.text.rstrip(ends)
        framed = separator != "\t" and bare.endswith(separator) and bare.startswith(separator)
        pad = separator * (width - widths.get(number, 0))
        at = line.span.start + len(bare)
        gap = "" if separator == "\t" else " "
        words = gap + _words(number, told, head) + (gap + separator if framed else "")
        edits.append(Edit(at, at, pad + (words if framed else (gap + separator + words))))
    return edited(text, edits)
