"""Flow mappings whose values YAML cut at a comma: ``{收入: 12,000.00}`` is put together again, other cuts are named."""

from __future__ import annotations

import re
from typing import NamedTuple

from disclosure.basis.span import Span
from disclosure.reading.nodes import Node
from disclosure.reading.nodes import Scalar

Entry = tuple[Scalar, Node]

_GROUPED = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])")
_HEADLESS = re.compile(r",[0-9]{3}(?:\.[0-9]+)?")


class Cut(NamedTuple):
    """A piece of a flow mapping without a colon, the plain value before it, and where the last such piece ends."""

    piece: Scalar
    before: Scalar | None
    end: int


def is_cut(entry: Entry, text: str) -> bool:
    """Tell whether an entry of a flow mapping has no colon of its own."""
    key, value = entry
    if not isinstance(value, Scalar) or value.text or value.style:
        return False
    return ":" not in text[key.span.end : value.span.start]


def join_cut(entries: list[Entry], text: str) -> tuple[list[Entry], list[Cut]]:
    """Return the entries of a flow mapping with cut values joined, and the cuts that are no thousands separator.

    What was typed without a blank behind the comma is joined to the value before it as it was typed; what was
    typed with a blank is left out. Digits in groups of three pass without a word.
    """
    joined: list[Entry] = []
    cuts: list[Cut] = []
    pieces: list[Scalar] = []
    for entry in entries:
        if is_cut(entry, text):
            pieces.append(entry[0])
            continue
        _close(pieces, joined, cuts, text)
        joined.append(entry)
    _close(pieces, joined, cuts, text)
    return joined, cuts


def _close(pieces: list[Scalar], joined: list[Entry], cuts: list[Cut], text: str) -> None:
    """Join the pieces gathered behind the last entry to its value and empty the list."""
    if not pieces:
        return
    value = joined[-1][1] if joined else None
    before = value if isinstance(value, Scalar) and not value.style else None
    touching = _touching(before, pieces, text) if before else 0
    if before and touching:
        whole = _merged(before, pieces[:touching])
        joined[-1] = (joined[-1][0], whole)
        if not is_number(whole.text):
            touching = 0
    if touching < len(pieces):
        cuts.append(Cut(pieces[touching], before, pieces[-1].span.end))
    pieces.clear()


def _touching(before: Scalar, pieces: list[Scalar], text: str) -> int:
    """Return how many pieces follow a value with only a comma between; blanks may stand between a colon and the comma."""
    last = before
    for count, piece in enumerate(pieces):
        between = text[last.span.end : piece.span.start]
        if piece.style or (between if last.text else between.lstrip(" ")) != ",":
            return count
        last = piece
    return len(pieces)


def is_number(text: str) -> bool:
    """Tell whether every comma in a text is a thousands separator (or the text is a number that lost its head)."""
    return "," not in _GROUPED.sub("", text) or bool(_HEADLESS.fullmatch(text))


def _merged(before: Scalar, pieces: list[Scalar]) -> Scalar:
    start = before.span.start if before.text else pieces[0].span.start - 1
    column = before.span.column + start - before.span.start
    span = Span(before.span.path, before.span.line, column, start, pieces[-1].span.end)
    return Scalar(",".join((before.text, *(piece.text for piece in pieces))), span)
