"""Nodes made without their constructors: a filing holds a thousand, and Python-level constructors would take most of the time.

Values and types are the same as the constructors give; ``test_fastyaml`` compares them.
"""

from __future__ import annotations

from typing import Any

from disclosure.basis.span import Span
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import Node
from disclosure.reading.nodes import Scalar
from disclosure.reading.nodes import Sequence

new_tuple = tuple.__new__

_set_entries: Any = Mapping.__dict__["entries"].__set__
_set_mapping_span: Any = Mapping.__dict__["span"].__set__
_set_mapping_flow: Any = Mapping.__dict__["flow"].__set__
_set_items: Any = Sequence.__dict__["items"].__set__
_set_sequence_span: Any = Sequence.__dict__["span"].__set__
_set_sequence_flow: Any = Sequence.__dict__["flow"].__set__


def make_mapping(entries: tuple[tuple[Scalar, Node], ...], span: Span, flow: bool) -> Mapping:
    """Return a mapping; a frozen dataclass fills its slots six times slower than their descriptors do."""
    made = object.__new__(Mapping)
    _set_entries(made, entries)
    _set_mapping_span(made, span)
    _set_mapping_flow(made, flow)
    return made


def make_sequence(items: tuple[Node, ...], span: Span, flow: bool) -> Sequence:
    """Return a sequence in the same way."""
    made = object.__new__(Sequence)
    _set_items(made, items)
    _set_sequence_span(made, span)
    _set_sequence_flow(made, flow)
    return made


def make_scalar(text: str, path: str, line: int, column: int, start: int, end: int, style: str = "") -> Scalar:
    """Return a scalar; ``column`` is 1-based, ``start`` and ``end`` are offsets."""
    return new_tuple(Scalar, (text, new_tuple(Span, (path, line, column, start, end, "")), style, ()))
