"""The fast way for one line of ``{…}`` or ``[…]``: plain and simply quoted values, nested a little; else no answer."""

from __future__ import annotations

import re
from typing import NamedTuple

from disclosure.basis.span import Span
from disclosure.reading.fastnodes import make_mapping
from disclosure.reading.fastnodes import make_scalar
from disclosure.reading.fastnodes import make_sequence
from disclosure.reading.joining import is_number
from disclosure.reading.nodes import Node
from disclosure.reading.nodes import Scalar

_MOST_LEVELS = 8
_NAME = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`.：｛［－﹣—–‒―‐•●○](?:[^:,\[\]{}#'\"：\t]*[^\s:,\[\]{}#'\"：])?"
_CHUNK = r"[^\s:,\[\]{}#'\"](?:[^:,\[\]{}#'\"\t]*[^\s:,\[\]{}#'\"])?"
_PLAIN = rf"(?![?&*!|>%@`])(?!-[^0-9.￥¥$]){_CHUNK}"
_QUOTED = r"\"[^\"\\\t]*\"|'[^'\t]*'"
_PAIR = re.compile(rf"({_NAME}): +(?:({_PLAIN}(?:,{_CHUNK})*)(?= *[,}}])|({_QUOTED})(?= *[,}}])|(?=[{{\[]))")
_ITEM = re.compile(rf"()(?:({_PLAIN})(?= *[,\]])|({_QUOTED})(?= *[,\]])|(?=[{{\[]))")
_NEXT = re.compile(r" *(,)? *")


class Line(NamedTuple):
    """A source line: its path, 1-based number, the offset of its first character, its text."""

    path: str
    number: int
    offset: int
    text: str

    def scalar(self, start: int, end: int, text: str, style: str = "") -> Scalar:
        """Return the scalar typed between two columns."""
        return make_scalar(text, self.path, self.number, start + 1, self.offset + start, self.offset + end, style)

    def span(self, start: int, end: int) -> Span:
        """Return the span between two columns."""
        return Span(self.path, self.number, start + 1, self.offset + start, self.offset + end)


class _Doubt(Exception):
    """Something that only libyaml can judge."""


def read_flow(line: Line, start: int) -> tuple[Node, int] | None:
    """Return the collection that begins at column ``start`` and where it ends, or None at the slightest doubt."""
    try:
        return _collection(line, start, 0)
    except _Doubt:
        return None


def _collection(line: Line, start: int, level: int) -> tuple[Node, int]:
    if level > _MOST_LEVELS:
        raise _Doubt
    return _mapping(line, start, level) if line.text[start] == "{" else _sequence(line, start, level)


def _mapping(line: Line, start: int, level: int) -> tuple[Node, int]:
    entries: list[tuple[Scalar, Node]] = []
    at, more = start + 1, True
    while more:
        pair = _PAIR.match(line.text, at)
        if pair is None:
            raise _Doubt
        begin, end = pair.span(1)
        value, at = _value(line, pair, level)
        entries.append((line.scalar(begin, end, pair[1]), value))
        at, more = _next(line.text, at)
    if line.text[at : at + 1] != "}" or len({key.text for key, _ in entries}) < len(entries):
        raise _Doubt
    return make_mapping(tuple(entries), line.span(start, at + 1), True), at + 1


def _sequence(line: Line, start: int, level: int) -> tuple[Node, int]:
    items: list[Node] = []
    at, more = start + 1, True
    while more:
        item = _ITEM.match(line.text, at)
        if item is None:
            raise _Doubt
        value, at = _value(line, item, level)
        items.append(value)
        at, more = _next(line.text, at)
    if line.text[at : at + 1] != "]":
        raise _Doubt
    return make_sequence(tuple(items), line.span(start, at + 1), True), at + 1


def _value(line: Line, found: re.Match[str], level: int) -> tuple[Node, int]:
    """Return the value a match has found (group 2 plain, 3 quoted, else a collection behind it) and where it ends."""
    plain, quoted = found[2], found[3]
    if plain is not None:
        if "," in plain and not is_number(plain):
            raise _Doubt
        return line.scalar(*found.span(2), plain), found.end(2)
    if quoted is not None:
        return line.scalar(*found.span(3), quoted[1:-1], quoted[0]), found.end(3)
    return _collection(line, found.end(), level + 1)


def _next(text: str, at: int) -> tuple[int, bool]:
    """Pass blanks and a comma; tell whether a comma was there."""
    found = _NEXT.match(text, at)
    return (found.end(), found[1] is not None) if found else (at, False)
