"""Rows pasted under ``收支明细: |`` without the blanks before them: the whole block is one slip, and is put right as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Fix
from disclosure.reading.cutting import separator_of
from disclosure.reading.lines import Lines
from disclosure.reading.wording import shown_name

INDENT = 2
_OPENING = re.compile(r"(?P<lead> *(?:- +)*)(?P<key>[^\s\-:：|\"'{}\[\]#][^:：|\"'{}\[\]#]*): +\|[+-]?[ \t]*(?:#.*)?")
_CLOSING = re.compile(r" *(?:- +)*[^\s:：|｜│\t#][^:：|｜│\t]*[:：](?:[ \t]|$|(?=[^\t|｜│]*$))|(?:---|\.\.\.)(?:\s|$)|#")


class Paste(NamedTuple):
    """A pasted block: 0-based numbers of its first and last line, the blanks each of them lacks, the name it stands under.

    ``certain``: every line is a row with the block's own separator.
    """

    first: int
    last: int
    lead: str
    key: str
    certain: bool


def pasted(lines: Lines) -> Iterator[Paste]:
    """Yield the blocks of rows that stand too far left of the name above them."""
    index = 0
    while index < len(lines.starts):
        opening = _OPENING.fullmatch(lines.line(index))
        found = _below(lines, index, opening) if opening else None
        if found is not None:
            yield found
        index = found.last + 1 if found else index + 1


def indented(lines: Lines, paste: Paste) -> dict[int, str]:
    """Return the lines of a block as they should read, by number; blank ones are left alone."""
    rows = range(paste.first, paste.last + 1)
    return {row: paste.lead + line for row in rows if (line := lines.line(row)).strip()}


def of_pastes(lines: Lines, pastes: tuple[Paste, ...]) -> Iterator[Diagnostic]:
    """Yield one finding for each pasted block, with the edit that moves all of its lines."""
    for paste in pastes:
        start, end = lines.starts[paste.first], lines.end(paste.last)
        pieces = [lines.text[lines.starts[row] : min(_next(lines, row), end)] for row in range(paste.first, paste.last + 1)]
        moved = "".join(paste.lead + piece if piece.strip() else piece for piece in pieces)
        fix = Fix("每行前面空出来", lines.span(start, end), moved, safe=paste.certain)
        shown = {"key": shown_name(paste.key), "first": paste.first + 1, "last": paste.last + 1, "blanks": len(paste.lead), "fix": "fix 可以代改" if paste.certain else ""}
        yield Diagnostic("rows-not-indented", lines.span(start, lines.end(paste.first)), shown, fix=fix)


def _next(lines: Lines, row: int) -> int:
    return lines.starts[row + 1] if row + 1 < len(lines.starts) else len(lines.text)


def _below(lines: Lines, at: int, opening: re.Match[str]) -> Paste | None:
    """Return the block below an opening line; rows that are set in as they should be may come first."""
    floor = len(opening["lead"])
    row, wanted, separator = at + 1, floor + INDENT, ""
    while row < len(lines.starts) and (not lines.line(row).strip() or _lead(lines.line(row)) > floor):
        line = lines.line(row)
        if line.strip() and not separator:
            wanted, separator = _lead(line), _separator(line)
        row += 1
    if row == len(lines.starts) or _CLOSING.match(lines.line(row)):
        return None
    separator = separator or _separator(lines.line(row))
    if not separator or separator not in lines.line(row):
        return None
    block = _rows(lines, row, floor)
    last = max(one for one in block if separator in lines.line(one))
    rows = [one for one in block if one <= last]
    certain = all(separator in lines.line(one) for one in rows)
    missing = wanted - min(_lead(lines.line(one)) for one in rows)
    return Paste(row, rows[-1], " " * missing, opening["key"].strip(), certain) if missing > 0 else None


def _rows(lines: Lines, first: int, floor: int) -> list[int]:
    """Return the lines with content down to the next name, list or comment, or to the end."""
    rows: list[int] = []
    for row in range(first, len(lines.starts)):
        line = lines.line(row)
        if _lead(line) <= floor and _CLOSING.match(line):
            break
        rows += [row] if line.strip() else []
    return rows


def _lead(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _separator(line: str) -> str:
    """Return what splits the cells of a row, '' where nothing does."""
    separator = separator_of(line)
    return separator if separator in line else ""
