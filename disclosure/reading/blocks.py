"""Where the lines of a block scalar (``|`` or ``>``) stand in the source, so that a cell of a pasted table has a place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from disclosure.basis.span import Span
from disclosure.reading.lines import Lines


class _Place(NamedTuple):
    line: int
    start: int
    end: int


def block_spans(lines: Lines, text: str, start: int, folded: bool) -> tuple[int, tuple[Span, ...]]:
    """Return where a block scalar ends (last line break not counted) and the span of each line of its ``text``.

    ``start`` is the offset of ``|`` or ``>``. In a literal block source lines and text lines stand one to one; in a
    folded one a text line runs from the first to the last source line that was folded into it.
    """
    header = lines.index(start)
    pieces = text.removesuffix("\n").split("\n") if text else []
    places = _folded(lines, pieces, header + 1) if folded else _literal(lines, pieces, header + 1)
    spans = tuple(
        Span(lines.path, at.line + 1, at.start - lines.starts[at.line] + 1, at.start, at.end) for at in places
    )
    return (spans[-1].end if spans else lines.end(header)), spans


def _literal(lines: Lines, pieces: list[str], first: int) -> Iterator[_Place]:
    for index, piece in enumerate(pieces, first):
        end = lines.end(index)
        yield _Place(index, end - len(piece), end)


def _folded(lines: Lines, pieces: list[str], index: int) -> Iterator[_Place]:
    indent = -1
    for piece in pieces:
        if not piece:
            at = lines.end(index)
            yield _Place(index, at, at)
            index += _is_blank(lines, index)
            continue
        while _is_blank(lines, index):
            index += 1
        indent = _indent(lines.line(index), piece) if indent < 0 else indent
        last = _last_folded(lines, piece, index, indent)
        yield _Place(index, lines.starts[index] + indent, lines.end(last))
        index = min(last + 1, len(lines.starts) - 1)


def _is_blank(lines: Lines, index: int) -> bool:
    return index + 1 < len(lines.starts) and not lines.line(index).strip(" ")


def _indent(line: str, piece: str) -> int:
    """Return how many blanks of the first line are the block's indent: the fewest that leave what the text begins with."""
    most = len(line) - len(line.lstrip(" "))
    return next((count for count in range(1, most) if piece.startswith(line[count:])), most)


def _last_folded(lines: Lines, piece: str, index: int, indent: int) -> int:
    """Return the last source line folded into ``piece``, which begins on line ``index``."""
    length = len(lines.line(index)) - indent
    while length < len(piece) and index + 1 < len(lines.starts):
        index += 1
        length += 1 + len(lines.line(index)) - indent
    return index
