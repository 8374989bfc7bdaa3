"""A text that parses and yet is not what was typed: names swallowed into texts, indents that are none, cut comments."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from disclosure.reading import flowsuspects
from disclosure.reading import suspects
from disclosure.reading.composing import Composed
from disclosure.reading.lines import Lines
from disclosure.reading.mending import Cause
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import Node
from disclosure.reading.nodes import Scalar
from disclosure.reading.nodes import Sequence
from disclosure.reading.suspects import Guess
from disclosure.reading.suspects import Suspect
from disclosure.reading.suspects import quoted

MAX_CUTS = 100
"""Cut comments named in one file."""

_MOST_HASHES = 20_000

_BLANK_HEAD = re.compile(rf"[{suspects.BLANKS}]")
_DASH_HEAD = re.compile(r"[－﹣—–‒―‐•●○]")
_PROSE = re.compile(r"[。；！？]|.{48}")
_TWO_NAMES = re.compile(r"：.*[，,\s]")
_CUT_NAME = re.compile(r"[^:：]{1,24}[:：]")
_HASH = re.compile(r"(?:^|[ \t])#", re.MULTILINE)
_TIGHT_HASH = re.compile(r"[^ \t\n#{},\[][ \t]+#(?=[^\s#!])")
_VALUE = re.compile(r"( *(?:- +)*(?:[^\s:\"'{\[#][^:\"'{\[#]{0,40}?: +)?)(\S.*?)[ \t]*$")

_IN_TEXT: tuple[Guess, ...] = (suspects.wide_dash, suspects.tight_dash, suspects.wide_colon, suspects.tight_colon)
_IN_FLOW: tuple[Guess, ...] = (flowsuspects.wide_bracket, flowsuspects.wide_colon, flowsuspects.tight_colon)


def misread(lines: Lines, composed: Composed) -> list[Cause]:
    """Return the lines whose structure YAML took for text, each with the line as it should read; one per line."""
    causes: dict[int, Cause] = {}
    for cause in _misread(lines, composed):
        causes.setdefault(cause.at, cause)
    return [causes[index] for index in sorted(causes)]


def _misread(lines: Lines, composed: Composed) -> Iterator[Cause]:
    for trap in composed.traps:
        if trap.slug == "cut-by-comma" and _CUT_NAME.match(lines.text, trap.start, trap.end):
            yield from _say(lines, lines.index(trap.start), _IN_FLOW)
    for node in every_node(composed.root):
        if isinstance(node, Mapping):
            for key, value in node.entries:
                yield from _of_key(lines, key, node.flow)
                if not node.flow and isinstance(value, Scalar) and value.span.line > key.span.line:
                    yield from _of_text(lines, value)
        elif isinstance(node, Sequence) and not node.flow:
            yield from _of_items(lines, node)


def every_node(root: Node | None) -> Iterator[Node]:
    """Yield every node of a tree but the keys, parents first."""
    waiting: list[Node] = [] if root is None else [root]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, Mapping):
            waiting += [value for _, value in node.entries]
        elif isinstance(node, Sequence):
            waiting += node.items


def _of_key(lines: Lines, key: Scalar, flow: bool) -> Iterator[Cause]:
    if key.style or not key.text:
        return
    index = key.span.line - 1
    first = lines.text[key.span.start]
    if _BLANK_HEAD.match(first):
        yield from _say(lines, index, (suspects.wide_indent,))
    elif _DASH_HEAD.match(first):
        yield from _say(lines, index, (suspects.wide_dash,))
    elif first == "-":
        yield from _say(lines, index, (suspects.tight_dash,))
    elif first in "｛［" or (flow and _TWO_NAMES.search(key.text)):
        yield from _say(lines, index, _IN_FLOW)
    elif _TWO_NAMES.search(key.text):
        yield from _say(lines, index, (suspects.wide_colon,))


def _of_text(lines: Lines, text: Scalar) -> Iterator[Cause]:
    """A text below its name, every line of which looks like a name with a value or like an item of a list."""
    if not text.text or text.style:
        return
    found = [list(_say(lines, index, _IN_TEXT)) for index in _lines_of(lines, text) if lines.line(index).strip()]
    if all(found) and not _PROSE.search(text.text if len(found) == 1 else ""):
        yield from (one[0] for one in found)


def _of_items(lines: Lines, items: Sequence) -> Iterator[Cause]:
    """Items that are texts where their neighbours are mappings, or that run over lines that look like names."""
    among_rows = any(isinstance(item, Mapping) for item in items.items)
    for item in items.items:
        if isinstance(item, Scalar) and (among_rows or item.span.end > lines.end(item.span.line - 1)):
            yield from _of_text(lines, item)


def _lines_of(lines: Lines, node: Scalar) -> range:
    return range(node.span.line - 1, lines.index(node.span.end) + 1)


def _say(lines: Lines, index: int, guesses: tuple[Guess, ...]) -> Iterator[Cause]:
    line = lines.line(index)
    for guess in guesses:
        suspect = suspects.first_guess(guess, line)
        if suspect is not None:
            yield Cause(index, suspect, line)
            return


def cut_comments(lines: Lines, composed: Composed) -> list[Cause]:
    """Return the values that ``#`` cut: a blank before it, none behind it, something to cut or nothing left."""
    found = list(islice(_TIGHT_HASH.finditer(lines.text), _MOST_HASHES))
    if not found:
        return []
    scalars = [node for node in every_node(composed.root) if isinstance(node, Scalar)]
    empty = {node.span.start for node in scalars if not node.text and not node.style}
    styled = sorted((node.span.start, node.span.end) for node in _with_keys(composed.root) if node.style)
    cut = (_cut(lines, hit.end() - 1) for hit in found if _is_cut(lines, hit, empty, styled))
    return list(islice(cut, MAX_CUTS))


def _with_keys(root: Node | None) -> Iterator[Scalar]:
    for node in every_node(root):
        if isinstance(node, Scalar):
            yield node
        elif isinstance(node, Mapping):
            yield from (key for key, _ in node.entries)


def _is_cut(lines: Lines, hit: re.Match[str], empty: set[int], styled: list[tuple[int, int]]) -> bool:
    at = hit.end() - 1
    begin = lines.starts[lines.index(at)]
    comments = (found.end() - 1 for found in _HASH.finditer(lines.text, begin, at + 1))
    if next((offset for offset in comments if not _inside(offset, styled)), -1) != at:
        return False
    if lines.text[hit.start()] in ":-":
        return hit.start() + 1 in empty
    return True


def _inside(offset: int, spans: list[tuple[int, int]]) -> bool:
    before = bisect_right(spans, (offset, len(spans) and spans[-1][1] + 1)) - 1
    return before >= 0 and spans[before][0] <= offset < spans[before][1]


def _cut(lines: Lines, at: int) -> Cause:
    index = lines.index(at)
    line, column = lines.line(index), at - lines.starts[index]
    whole = _VALUE.match(line)
    in_row = suspects.first_guess(flowsuspects.needs_quotes, line)
    if "{" in line and in_row is not None and in_row.slug == "unquoted-hash":
        mended = in_row.line
    elif whole and whole[2][0] not in "\"'{[|>":
        mended = whole[1] + quoted(whole[2]) + line[whole.end(2) :]
    else:
        mended = f"{line[: column + 1]} {line[column + 1 :]}"
    return Cause(index, Suspect("unquoted-hash", column, len(line.rstrip()), mended, "#"), line)
