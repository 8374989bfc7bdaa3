"""The fast way for the YAML accountants write: block mappings, lists, ``{…}`` rows, ``|`` blocks; else no answer.

It gives exactly the nodes libyaml's way gives, or None at the slightest doubt: every fault is left to the slow way,
which knows how to name it. The two are compared on generated texts by ``test_fastyaml``.
"""

from __future__ import annotations

import re
from collections import defaultdict

from disclosure.basis.span import Span
from disclosure.reading.composing import unhurried
from disclosure.reading.fastflow import NOT_FIRST
from disclosure.reading.fastflow import Line
from disclosure.reading.fastflow import read_flow
from disclosure.reading.fastflow import read_row
from disclosure.reading.fastnodes import make_scalar
from disclosure.reading.fastnodes import new_tuple
from disclosure.reading.faststack import Block
from disclosure.reading.faststack import DoubtError
from disclosure.reading.faststack import Stack
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import Node
from disclosure.reading.nodes import Scalar

_HEAD = re.compile(
    r"( *)(- )?(?:([^\s\-?:,\[\]{}#&*!|>'\"%@`.：｛［－﹣—–‒―‐•●○](?:[^:\[\]{}#：\t]{0,60}[^\s:\[\]{}#：])?):(?= |$))?"
)
_NOT_LAST = frozenset(" :")
_SIGNED = re.compile(r"-[0-9.￥¥$]")
_QUOTED = re.compile(r"\"[^\"\\\t]*\"|'[^'\t]*'")
_Head = tuple[str, int, int, int]
"""A name, the columns where it begins and ends, and the column of the dash before it or -1."""

_REST = re.compile(r" *(?: #(?:[ #!].*)?)?$")
"""What may stand behind a value: blanks and a comment that nobody could take for a part of it."""


def read_fast(text: str, path: str) -> Mapping | None:
    """Return the tree of a text that ``guard.decode`` had nothing to say about, or None."""
    width = 2 if "\r" in text else 1
    if width == 2 and not text.count("\r\n") == text.count("\n") == text.count("\r"):
        return None
    reader = _Reader(path, width, risky="\t" in text or " #" in text)
    with unhurried():
        try:
            return reader.read(text.split("\r\n" if width == 2 else "\n"))
        except DoubtError:
            return None


class _Reader:
    """Goes through the lines of one text; a mapping's plain «name: value» lines never leave ``read``."""

    __slots__ = ("heads", "names", "path", "risky", "stack", "width")

    def __init__(self, path: str, width: int, *, risky: bool) -> None:
        self.path = path
        self.width = width
        self.risky = risky
        self.stack = Stack(path)
        self.names: set[str] = set()
        self.heads: dict[int, dict[str, _Head]] = defaultdict(dict)

    def read(self, lines: list[str]) -> Mapping:
        """Return the root; what stands before ``: `` is kept for the mapping it was seen in, for it comes again."""
        heads, path, risky, width, stack = self.heads, self.path, self.risky, self.width, self.stack
        new, scalar, span = new_tuple, Scalar, Span
        offset = number = 0
        here, append = heads[-1], stack.entries.append
        for line in lines:
            number += 1
            name, _, value = line.partition(": ")
            head = here.get(name)
            if (
                head is not None
                and value
                and value[0] not in NOT_FIRST
                and value[-1] not in _NOT_LAST
                and ": " not in value
                and not (risky and ("#" in line or "\t" in line))
                and (head[3] < 0 or stack.next_row(head[3]))
            ):
                word, begin, end, dash = head
                if dash >= 0:
                    append = stack.entries.append
                start = offset + end + 2
                key = new(
                    scalar, (word, new(span, (path, number, begin + 1, offset + begin, offset + end, "")), "", ())
                )
                typed = new(scalar, (value, new(span, (path, number, end + 3, start, start + len(value), "")), "", ()))
                append((key, typed))
            else:
                self._other(Line(path, number, offset, line))
                here, append = heads[stack.column], stack.entries.append
            offset += len(line) + width
        return stack.root(number)

    def _remember(self, text: str, head: re.Match[str]) -> None:
        """Keep a head for the column of its mapping; behind a dash it begins the next mapping of that column."""
        begin, end = head.span(3)
        self.heads[begin][text[:end]] = (head[3], begin, end, head.end(1) if head[2] else -1)

    def _other(self, line: Line) -> None:
        """Deal with a line that opens or closes something, or whose value needs a closer look."""
        stack, text = self.stack, line.text
        if stack.block is not None and stack.takes(line):
            return
        bare = text.lstrip(" ")
        if not bare or bare[0] == "#":
            return
        head = _HEAD.match(text)
        if head is None or "\t" in text:
            raise DoubtError
        column = head.end(1)
        if head[2]:
            stack.to_item(column, line)
            column += 2
        elif head[3] is None:
            raise DoubtError
        if head[3] is None:
            stack.add(self._value(line, column))
            return
        stack.to_name(column, nested=bool(head[2]))
        self._named(line, head)

    def _named(self, line: Line, head: re.Match[str]) -> None:
        """Add a name and what stands behind it on its line, if anything does."""
        start, end = head.span(3)
        stack, name = self.stack, head[3]
        self._remember(line.text, head)
        stack.wait(make_scalar(name, line.path, line.number, start + 1, line.offset + start, line.offset + end))
        rest = line.text[end + 1 :]
        if not _REST.match(rest):
            self._behind(line, len(line.text) - len(rest.lstrip(" ")))

    def _behind(self, line: Line, at: int) -> None:
        header = line.text[at:].rstrip(" ")
        if header in ("|", "|-"):
            self.stack.begin(Block(line.number, at + 1, line.offset + at, header == "|-"))
        else:
            self.stack.add(self._value(line, at))

    def _value(self, line: Line, at: int) -> Node:
        """Return the value that begins at column ``at`` and fills the line but for a comment."""
        first = line.text[at : at + 1]
        row = read_row(line, at, self.names) if first == "{" else None
        if row is not None:
            return row
        if first and first in "{[":
            flow = read_flow(line, at)
            node, end = flow if flow else (None, 0)
        elif first and first in "\"'":
            quoted = _QUOTED.match(line.text, at)
            node, end = (line.scalar(at, quoted.end(), quoted[0][1:-1], first), quoted.end()) if quoted else (None, 0)
        else:
            node, end = self._plain(line, at)
        if node is None or not _REST.match(line.text, end):
            raise DoubtError
        return node

    def _plain(self, line: Line, at: int) -> tuple[Scalar, int]:
        comment = line.text.find(" #", at)
        typed = (line.text[at:] if comment < 0 else line.text[at:comment]).rstrip(" ")
        if not typed or typed[-1] == ":" or ": " in typed or (typed[0] in NOT_FIRST and not _SIGNED.match(typed)):
            raise DoubtError
        end = at + len(typed)
        return line.scalar(at, end, typed), end
