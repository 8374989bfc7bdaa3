"""The fast way for one line of ``{…}`` or ``[…]``: plain and simply quoted values, nested a little; else no answer."""

from __future__ import annotations

import re
from operator import itemgetter
from typing import NamedTuple

from disclosure.basis.span import Span
from disclosure.reading.fastnodes import make_mapping
from disclosure.reading.fastnodes import make_scalar
from disclosure.reading.fastnodes import make_sequence
from disclosure.reading.fastnodes import new_tuple
from disclosure.reading.joining import is_number
from disclosure.reading.nodes import Node
from disclosure.reading.nodes import Scalar

_MOST_LEVELS = 8
_NAME = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`.：｛［－﹣—–‒―‐•●○](?:[^:,\[\]{}#'\"：\t]*[^\s:,\[\]{}#'\"：])?"
_CHUNK = r"[^\s:,\[\]{}#'\"](?:[^:,\[\]{}#'\"\t]*[^\s:,\[\]{}#'\"])?"
_PLAIN = rf"(?![?&*!|>%@`])(?!-[^0-9.￥¥$]){_CHUNK}"
_QUOTED = r"\"[^\"\\\t]*\"|'[^'\t]*'"
_PAIR = re.compile(rf"({_NAME}): +(?:({_PLAIN}(?:,{_CHUNK})*)(?= *[,}}])|({_QUOTED})(?= *[,}}])|(?=[{{\[,}}]))")
_ITEM = re.compile(rf"()(?:({_PLAIN})(?= *[,\]])|({_QUOTED})(?= *[,\]])|(?=[{{\[]))")
_WHOLE_NAME = re.compile(_NAME)
_NOT_SIMPLE = re.compile(r"[\[\]{}#'\"\t]")
NOT_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@` ")
"""Signs with which a plain value does not begin (some may, followed by a letter: the slow way knows)."""

_key = itemgetter(0)
_text = itemgetter(0)
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


def read_row(line: Line, start: int, names: set[str]) -> Node | None:
    """Return the mapping that fills the rest of a line, as nearly all rows do: plain values, nothing nested.

    ``names`` keeps the names that were looked at; None when a row is not that simple (``read_flow`` may still read it).
    """
    text = line.text
    inner = text[start + 1 : -1]
    parts = inner.split(", ")
    if text[-1] != "}" or _NOT_SIMPLE.search(inner) or inner.count(":") != len(parts):
        return None
    new, path, number, offset = new_tuple, line.path, line.number, line.offset
    entries: list[tuple[Scalar, Node]] = []
    column = start + 1
    for part in parts:
        name, colon, value = part.partition(": ")
        if name not in names and not _is_name(name, names):
            return None
        if not (_is_plain(value) if value else colon):
            return None
        end, after = column + len(name), column + len(part)
        key = new(Scalar, (name, new(Span, (path, number, column + 1, offset + column, offset + end, "")), "", ()))
        typed = new(Scalar, (value, new(Span, (path, number, end + 3, offset + end + 2, offset + after, "")), "", ()))
        entries.append((key, typed))
        column = after + 2
    if len(set(map(_text, map(_key, entries)))) < len(entries):
        return None
    return make_mapping(tuple(entries), line.span(start, len(text)), True)


def _is_plain(value: str) -> bool:
    return value[0] not in NOT_FIRST and value[-1] != " " and ("," not in value or is_number(value))


def _is_name(name: str, names: set[str]) -> bool:
    if _WHOLE_NAME.fullmatch(name) is None:
        return False
    names.add(name)
    return True


class _DoubtError(Exception):
    """Something that only libyaml can judge."""


def read_flow(line: Line, start: int) -> tuple[Node, int] | None:
    """Return the collection that begins at column ``start`` and where it ends, or None at the slightest doubt."""
    try:
        return _collection(line, start, 0)
    except _DoubtError:
        return None


def _collection(line: Line, start: int, level: int) -> tuple[Node, int]:
    if level > _MOST_LEVELS:
        raise _DoubtError
    return _mapping(line, start, level) if line.text[start] == "{" else _sequence(line, start, level)


def _mapping(line: Line, start: int, level: int) -> tuple[Node, int]:
    entries: list[tuple[Scalar, Node]] = []
    at, more = start + 1, True
    while more:
        pair = _PAIR.match(line.text, at)
        if pair is None:
            raise _DoubtError
        begin, end = pair.span(1)
        value, at = _value(line, pair, level)
        entries.append((line.scalar(begin, end, pair[1]), value))
        at, more = _next(line.text, at)
    if line.text[at : at + 1] != "}" or len({key.text for key, _ in entries}) < len(entries):
        raise _DoubtError
    return make_mapping(tuple(entries), line.span(start, at + 1), True), at + 1


def _sequence(line: Line, start: int, level: int) -> tuple[Node, int]:
    items: list[Node] = []
    at, more = start + 1, True
    while more:
        item = _ITEM.match(line.text, at)
        if item is None:
            raise _DoubtError
        value, at = _value(line, item, level)
        items.append(value)
        at, more = _next(line.text, at)
    if line.text[at : at + 1] != "]":
        raise _DoubtError
    return make_sequence(tuple(items), line.span(start, at + 1), True), at + 1


def _value(line: Line, found: re.Match[str], level: int) -> tuple[Node, int]:
    """Return the value a match has found (group 2 plain, 3 quoted, else what is behind it) and where it ends."""
    plain, quoted = found[2], found[3]
    if plain is not None:
        if "," in plain and not is_number(plain):
            raise _DoubtError
        return line.scalar(*found.span(2), plain), found.end(2)
    if quoted is not None:
        return line.scalar(*found.span(3), quoted[1:-1], quoted[0]), found.end(3)
    if line.text[found.end()] in ",}":
        return line.scalar(found.end(), found.end(), ""), found.end()
    return _collection(line, found.end(), level + 1)


def _next(text: str, at: int) -> tuple[int, bool]:
    """Pass blanks and a comma; tell whether a comma was there."""
    found = _NEXT.match(text, at)
    return (found.end(), found[1] is not None) if found else (at, False)
