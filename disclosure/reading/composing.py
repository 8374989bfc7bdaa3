"""libyaml events to nodes: every scalar stays text, every node knows its place, nothing recurses, depth is bounded."""

from __future__ import annotations

import gc
from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from typing import NamedTuple

import yaml

from disclosure.basis.span import Span
from disclosure.reading.blocks import block_spans
from disclosure.reading.guard import is_plain
from disclosure.reading.guard import without_invisible
from disclosure.reading.joining import Entry
from disclosure.reading.joining import join_cut
from disclosure.reading.lines import Lines
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import Node
from disclosure.reading.nodes import Scalar
from disclosure.reading.nodes import Sequence

MAX_DEPTH = 32
"""Levels of nesting; a filing has six. libyaml's own composer overflows the C stack at 100,000 brackets."""

_Loader: Callable[[str], Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_FAR = (
    "while scanning a quoted scalar",
    "while scanning a simple key",
    "while parsing a flow mapping",
    "while parsing a flow sequence",
)
"""Contexts of libyaml whose beginning is nearer to the fault than the place where it noticed."""


class Trap(NamedTuple):
    """Something that parses and yet means something else than what was typed; becomes a diagnostic later."""

    slug: str
    start: int
    end: int
    other: tuple[int, int] | None = None
    words: str = ""


class Trouble(NamedTuple):
    """Why a text does not parse: 0-based lines and columns of where it was noticed and of the construct it broke."""

    problem: str
    line: int
    column: int
    anchor: tuple[int, int]


class Composed(NamedTuple):
    """What composing gives: the tree, or None with the trouble; ``traps`` in both cases."""

    root: Node | None
    traps: tuple[Trap, ...] = ()
    trouble: Trouble | None = None


class _StopError(Exception):
    """Ends composing early with what is known so far."""


class _Open:
    """A collection whose end was not seen yet; keys and values of a mapping alternate in ``nodes``."""

    __slots__ = ("flow", "is_mapping", "nodes", "start")

    def __init__(self, is_mapping: bool, flow: bool, start: Any) -> None:
        self.is_mapping = is_mapping
        self.flow = flow
        self.start = start
        self.nodes: list[Node] = []


def compose(lines: Lines) -> Composed:
    """Return the tree of a text whose characters ``guard.decode`` has passed."""
    builder = _Builder(lines)
    with unhurried():
        try:
            builder.run()
        except _StopError:
            pass
        except yaml.MarkedYAMLError as error:
            return Composed(None, tuple(builder.traps), _trouble(error, len(lines.starts) - 1))
        except yaml.YAMLError as error:
            return Composed(None, tuple(builder.traps), Trouble(str(error), 0, 0, (0, 0)))
    return Composed(builder.root, tuple(builder.traps))


@contextmanager
def unhurried() -> Iterator[None]:
    """Hold the garbage collector while thousands of nodes are made: none of them is garbage (measured: 4x)."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _trouble(error: yaml.MarkedYAMLError, last: int) -> Trouble:
    """Return libyaml's complaint; at the end of a text without a line break it counts one line too many."""
    mark = error.problem_mark or error.context_mark
    here = (min(mark.line, last), mark.column) if mark else (0, 0)
    begun = error.context_mark
    anchor = (min(begun.line, last), begun.column) if begun and error.context in _FAR else here
    return Trouble(error.problem or "", *here, anchor)


class _Builder:
    """Builds the tree from events with a stack of its own."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.path = lines.path
        self.text = lines.text
        self.dirty = not is_plain(lines.text)
        self.root: Node | None = None
        self.traps: list[Trap] = []
        self.stack: list[_Open] = []
        self.anchors: dict[str, str | None] = {}
        self.documents = 0

    def run(self) -> None:
        handlers: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._begin_mapping,
            yaml.SequenceStartEvent: self._begin_sequence,
            yaml.MappingEndEvent: self._end_mapping,
            yaml.SequenceEndEvent: self._end_sequence,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        next_event = _Loader(self.text).get_event
        while (event := next_event()) is not None:
            handle = handlers.get(type(event))
            if handle is not None:
                handle(event)

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self._trap("two-documents", event)
            raise _StopError

    def _scalar(self, event: Any) -> None:
        start, end = event.start_mark, event.end_mark
        text, style = event.value, event.style or ""
        first, last = start.index, end.index
        if event.anchor is not None or event.tag is not None:
            self._refuse(event, text)
            first = max(first, last - len(text)) if not style else first
        spans: tuple[Span, ...] = ()
        if style and style in "|>":
            last, spans = block_spans(self.lines, text, first, style == ">")
        if self.dirty:
            text = without_invisible(text)
        if first == len(self.text) or first != start.index:
            span = self.lines.span(first, last)
        else:
            span = Span(self.path, start.line + 1, start.column + 1, first, last)
        self._add(Scalar(text, span, style, spans))

    def _alias(self, event: Any) -> None:
        """Put the text an alias stands for, never a copy of a tree: that is what fills the memory of others."""
        self._trap("alias-refused" if event.anchor in self.anchors else "needs-quotes", event)
        span = self._span(event.start_mark, event.end_mark.index)
        self._add(Scalar(self.anchors.get(event.anchor) or self.text[span.start : span.end], span))

    def _refuse(self, event: Any, text: str | None = None) -> None:
        start = event.start_mark.index
        if event.anchor is not None:
            self.anchors[event.anchor] = text
            self.traps.append(Trap("alias-refused", start, start + 1 + len(event.anchor)))
        if event.tag is not None:
            self.traps.append(Trap("needs-quotes" if event.tag == "!" else "tag-refused", start, event.end_mark.index))

    def _begin_mapping(self, event: Any) -> None:
        self._begin(event, is_mapping=True)

    def _begin_sequence(self, event: Any) -> None:
        self._begin(event, is_mapping=False)

    def _begin(self, event: Any, *, is_mapping: bool) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse(event)
        if len(self.stack) >= MAX_DEPTH:
            self._trap("too-many-brackets" if event.flow_style else "too-deep", event)
            self.root = None
            raise _StopError
        self.stack.append(_Open(is_mapping, bool(event.flow_style), event.start_mark))

    def _end_sequence(self, event: Any) -> None:
        done = self.stack.pop()
        self._add(Sequence(tuple(done.nodes), self._span_of(done, event), done.flow))

    def _end_mapping(self, event: Any) -> None:
        done = self.stack.pop()
        entries = self._entries(done.nodes)
        if done.flow:
            entries, cuts = join_cut(entries, self.text)
            for cut in cuts:
                before = (cut.before.span.start, cut.before.span.end) if cut.before else None
                self.traps.append(Trap("cut-by-comma", cut.piece.span.start, cut.end, before))
        self._check_keys(entries)
        self._add(Mapping(tuple(entries), self._span_of(done, event), done.flow))

    def _entries(self, nodes: list[Node]) -> list[Entry]:
        alternating = iter(nodes)
        entries = []
        for key, value in zip(alternating, alternating, strict=True):
            if isinstance(key, Scalar):
                entries.append((key, value))
            else:
                self.traps.append(
                    Trap("syntax-error", key.span.start, key.span.end, words="这里的名称不能是括号里的内容")
                )
        return entries

    def _check_keys(self, entries: list[Entry]) -> None:
        first: dict[str, Scalar] = {}
        for key, _ in entries:
            known = first.setdefault(key.text, key)
            if known is not key:
                self.traps.append(
                    Trap("duplicate-key", key.span.start, key.span.end, (known.span.start, known.span.end), key.text)
                )

    def _span_of(self, done: _Open, event: Any) -> Span:
        """Return the span of a collection: to its bracket, or to the end of the last thing in it."""
        end = event.end_mark.index
        if not done.flow:
            end = done.nodes[-1].span.end if done.nodes else done.start.index
        return self._span(done.start, end)

    def _span(self, start: Any, end: int) -> Span:
        return Span(self.path, start.line + 1, start.column + 1, start.index, end)

    def _trap(self, slug: str, event: Any) -> None:
        self.traps.append(Trap(slug, event.start_mark.index, event.end_mark.index))

    def _add(self, node: Node) -> None:
        if self.stack:
            self.stack[-1].nodes.append(node)
        elif self.root is None:
            self.root = node
