"""Lines of a pasted table to cells with exact places: bars or tabs, quoted cells that run over several lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from disclosure.basis.span import Span
from disclosure.reading.nodes import RawCell

BARS = "|｜│"
BLANKS = " \t\r\u00a0"
_RULE = re.compile(r"(?:[\s|｜│:+┼├┤┬┴]*[-–—─━=]){3,}[\s|｜│:+┼├┤┬┴]*")
_new = tuple.__new__
_NEWLINE = re.compile(r"\s*[\r\n]+\s*")


class Line(NamedTuple):
    """A line of text and where it stands, first character to last."""

    text: str
    span: Span


def lines_of(text: str, path: str) -> list[Line]:
    """Return the lines of a file's text with their places; carriage returns stay outside the line."""
    lines, start = [], 0
    for number, raw in enumerate(text.split("\n"), 1):
        line = raw.rstrip("\r")
        lines.append(Line(line, Span(path, number, 1, start, start + len(line))))
        start += len(raw) + 1
    return lines


def is_rule(line: str) -> bool:
    """Tell whether a line is wholly dashes: the rule under a Markdown head, or a drawn line."""
    return _RULE.fullmatch(line) is not None


def separator_of(head: str) -> str:
    """Return what splits the cells: the bar the head line uses, else a tab."""
    return next((bar for bar in BARS if bar in head), "\t")


def one_line(text: str) -> str:
    """Return a cell's text without line breaks; between Latin words a space stays."""
    if "\n" not in text and "\r" not in text:
        return text
    return _NEWLINE.sub(lambda m: " " if _latin(text, m) else "", text.strip("\r\n"))


def _latin(text: str, match: re.Match[str]) -> bool:
    return text[match.start() - 1 : match.start()].isascii() and text[match.end() : match.end() + 1].isascii()


def pieces_cells(pieces: list[str], span: Span) -> list[RawCell]:
    """Return the cells of a line's pieces (one sign between each two); leading full-width spaces are kept.

    Made with ``tuple.__new__``: there is one for every cell of every table, and it costs half.
    """
    path, line, column, start = span.path, span.line, span.column, span.start
    cells, offset = [], 0
    for piece in pieces:
        text = piece.strip(BLANKS)
        if text:
            at = offset + piece.find(text)
            if text[-1] == "\u3000":
                text = text.rstrip(BLANKS + "\u3000")
        else:
            at = offset + 1 if piece else offset
        place = _new(Span, (path, line, column + at, start + at, start + at + len(text), ""))
        cells.append(_new(RawCell, (text, place, "", False)))
        offset += len(piece) + 1
    return cells


def cut(line: Line, separator: str, *, framed: bool) -> list[RawCell]:
    """Return the cells of one line; ``framed`` when the table has bars at both ends, as Markdown does."""
    pieces = line.text.split(separator)
    if "\\" in line.text and separator != "\t":
        pieces = _escaped(pieces)
    cells = pieces_cells(pieces, line.span)
    if "\\|" in line.text:
        cells = [cell._replace(text=cell.text.replace("\\|", "|")) for cell in cells]
    if framed and len(cells) > 1 and not cells[0].text and not pieces[0].strip():
        cells = cells[1:]
    return cells[:-1] if framed and len(cells) > 1 and not cells[-1].text else cells


def _escaped(pieces: list[str]) -> list[str]:
    r"""Put pieces together again that were cut at an escaped bar (\|)."""
    whole: list[str] = []
    for piece in pieces:
        if whole and whole[-1].endswith("\\"):
            whole[-1] += "|" + piece
        else:
            whole.append(piece)
    return whole


def cut_all(lines: list[Line], separator: str, *, framed: bool) -> Iterator[tuple[list[RawCell], Span]]:
    """Yield the cells of every line that is not blank and no rule, with the line's place."""
    if separator == "\t" and any('"' in line.text for line in lines):
        yield from _quoted(lines)
        return
    for line in lines:
        if line.text.strip(BLANKS + "\u3000") and not is_rule(line.text):
            yield cut(line, separator, framed=framed), line.span


class _Open(NamedTuple):
    """A quoted cell still running: its text so far and where it began."""

    text: str
    span: Span


def _quoted(lines: list[Line]) -> Iterator[tuple[list[RawCell], Span]]:
    """Cut tab lines as WPS and Excel paste them: a cell in quotes may hold line breaks and doubled quotes."""
    cells: list[RawCell] = []
    running: _Open | None = None
    for line in lines:
        pieces = line.text.split("\t")
        for index, (piece, cell) in enumerate(zip(pieces, pieces_cells(pieces, line.span), strict=True)):
            if running:
                running = _Open(running.text + ("\t" if index else "\n") + piece, running.span)
            elif piece.startswith('"'):
                running = _Open(piece, cell.span)
            else:
                cells.append(cell)
            if running and running.text.count('"') % 2 == 0:
                cells.append(_unquoted(running))
                running = None
        if not running and any(cell.text for cell in cells) and not is_rule(line.text):
            yield cells, line.span
        cells = cells if running else []
    if running:
        yield [*cells, _unquoted(running)], running.span


def _unquoted(running: _Open) -> RawCell:
    body = running.text.strip(BLANKS)
    quoted = len(body) > 1 and body.startswith('"') and body.endswith('"')
    inner = body[1:-1].replace('""', '"') if quoted else body
    return RawCell(one_line(inner).strip(BLANKS), running.span)
