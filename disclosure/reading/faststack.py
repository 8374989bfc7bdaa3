"""What is open while a text is read the fast way: mappings and lists by their column, and a ``|`` block."""

from __future__ import annotations

from operator import itemgetter
from typing import NamedTuple

from disclosure.basis.span import Span
from disclosure.reading.fastflow import Line
from disclosure.reading.fastnodes import make_mapping
from disclosure.reading.fastnodes import make_scalar
from disclosure.reading.fastnodes import make_sequence
from disclosure.reading.fastnodes import new_tuple
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import Node
from disclosure.reading.nodes import Scalar

_MOST_LEVELS = 16
_key = itemgetter(0)
_text = itemgetter(0)


class DoubtError(Exception):
    """Something that only libyaml can judge."""


class Block(NamedTuple):
    """The head of a ``|`` block: line, 1-based column and offset of its sign; ``strip`` for ``|-``."""

    number: int
    column: int
    start: int
    strip: bool


class _Frame:
    """An open collection; ``start`` is (line, offset) of a list, ``waiting`` the name whose value has not come yet."""

    __slots__ = ("column", "entries", "items", "start", "waiting")

    def __init__(self, column: int, start: tuple[int, int] | None) -> None:
        self.column = column
        self.start = start
        self.entries: list[tuple[Scalar, Node]] = []
        self.items: list[Node] = []
        self.waiting: Scalar | None = None


class Stack:
    """Open collections, outermost first.

    ``entries`` and ``column`` are those of a mapping ready for a next name; ``column`` is -1 while the innermost thing
    open is a list, a block, or a name without its value.
    """

    __slots__ = ("_done", "_frames", "_indent", "_pieces", "block", "column", "entries", "path")

    def __init__(self, path: str) -> None:
        self.path = path
        self.column = -1
        self.entries: list[tuple[Scalar, Node]] = []
        self.block: Block | None = None
        self._frames: list[_Frame] = []
        self._pieces: list[tuple[str, Span]] = []
        self._indent = 0
        self._done: Node | None = None

    def to_name(self, column: int, *, nested: bool) -> None:
        """Make the mapping at ``column`` the innermost; open it under a waiting name or (``nested``) behind a dash."""
        frames = self._frames
        top = frames[-1] if frames else None
        if top is None or nested or (top.waiting is not None and column > top.column):
            self._open(_Frame(column, None))
            return
        while frames and (frames[-1].column > column or (frames[-1].start is not None and frames[-1].column == column)):
            self._close()
        if not frames or frames[-1].start is not None or frames[-1].column != column:
            raise DoubtError
        self._ready(frames[-1])

    def next_row(self, dash: int) -> bool:
        """Close the mapping that is a row of the list at ``dash`` and open the next one; False where it is not so."""
        frames = self._frames
        if self.column != dash + 2 or len(frames) < 2 or frames[-2].column != dash or frames[-2].start is None:
            return False
        row = frames[-1]
        frames[-2].items.append(_mapping(row))
        self.entries = row.entries = []
        return True

    def to_item(self, column: int, line: Line) -> None:
        """Make the list whose dashes stand at ``column`` the innermost; open it under a waiting name."""
        frames = self._frames
        if not frames:
            raise DoubtError
        top = frames[-1]
        if top.waiting is not None and column >= top.column:
            self._open(_Frame(column, (line.number, line.offset + column)))
            return
        while frames and (frames[-1].column > column or (frames[-1].start is None and frames[-1].column == column)):
            self._close()
        if not frames or frames[-1].start is None or frames[-1].column != column:
            raise DoubtError

    def wait(self, key: Scalar) -> None:
        """Add a name; one that still waits at the same column has nothing behind it."""
        top = self._frames[-1]
        if top.waiting is not None:
            top.entries.append((top.waiting, _nothing(top.waiting)))
        top.waiting = key
        self.column = -1

    def add(self, node: Node) -> None:
        """Add a value to the innermost collection."""
        top = self._frames[-1]
        if top.start is not None:
            top.items.append(node)
        elif top.waiting is not None:
            top.entries.append((top.waiting, node))
            top.waiting = None
            self._ready(top)

    def root(self, last: int) -> Mapping:
        """Close everything and return the outermost mapping; ``last`` is the number of the last line."""
        if self.block is not None:
            if self._pieces and self._pieces[-1][1].line >= last and self._pieces[-1][0]:
                raise DoubtError
            self._end_block()
        while self._frames:
            self._close()
        if not isinstance(self._done, Mapping):
            raise DoubtError
        return self._done

    def begin(self, block: Block) -> None:
        """Begin a block."""
        self.block = block
        self.column = -1
        self._indent = 0
        self._pieces = []

    def takes(self, line: Line) -> bool:
        """Take a line into the block that is open, or close the block and leave the line alone."""
        text = line.text
        bare = text.lstrip(" ")
        lead = len(text) - len(bare)
        if not bare and lead > self._indent > 0:
            raise DoubtError
        if not self._indent and bare:
            if self._pieces or bare[0] == "\t" or lead <= self._frames[-1].column:
                raise DoubtError
            self._indent = lead
        if bare and lead < self._indent:
            self._end_block()
            return False
        begin = self._indent if bare else lead
        span = Span(line.path, line.number, begin + 1, line.offset + begin, line.offset + len(text))
        self._pieces.append((text[begin:], span))
        return True

    def _end_block(self) -> None:
        block, pieces = self.block, self._pieces
        while pieces and not pieces[-1][0]:
            pieces.pop()
        if block is None or not pieces:
            raise DoubtError
        text = "\n".join(piece for piece, _ in pieces) + ("" if block.strip else "\n")
        span = Span(self.path, block.number, block.column, block.start, pieces[-1][1].end)
        self.block = None
        self.add(Scalar(text, span, "|", tuple(span for _, span in pieces)))

    def _open(self, frame: _Frame) -> None:
        if len(self._frames) >= _MOST_LEVELS:
            raise DoubtError
        self._frames.append(frame)
        self._ready(frame)

    def _ready(self, frame: _Frame) -> None:
        self.column = frame.column if frame.start is None else -1
        self.entries = frame.entries

    def _close(self) -> None:
        frame = self._frames.pop()
        node = _mapping(frame) if frame.start is None else _sequence(frame, frame.start)
        if self._frames:
            self.add(node)
        else:
            self._done = node


def _mapping(frame: _Frame) -> Mapping:
    entries = frame.entries
    if frame.waiting is not None:
        entries.append((frame.waiting, _nothing(frame.waiting)))
    if len(set(map(_text, map(_key, entries)))) < len(entries):
        raise DoubtError
    path, line, column, start, _, _ = entries[0][0].span
    return make_mapping(
        tuple(entries), new_tuple(Span, (path, line, column, start, entries[-1][1].span.end, "")), False
    )


def _sequence(frame: _Frame, start: tuple[int, int]) -> Node:
    items = frame.items
    if len({type(item) for item in items}) != 1:
        raise DoubtError
    first = items[0].span
    return make_sequence(
        tuple(items), Span(first.path, start[0], frame.column + 1, start[1], items[-1].span.end), False
    )


def _nothing(key: Scalar) -> Scalar:
    """Return the empty value of a name: it stands right behind the colon."""
    span = key.span
    return make_scalar("", span.path, span.line, span.column + len(key.text) + 1, span.end + 1, span.end + 1)
