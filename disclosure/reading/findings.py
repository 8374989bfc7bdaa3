"""Causes and traps become diagnostics: places in the text as it was typed, the line as it should read, the edit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Fix
from disclosure.basis.diagnostic import Related
from disclosure.basis.span import Span
from disclosure.reading import flowsuspects
from disclosure.reading import suspects
from disclosure.reading.composing import MAX_DEPTH
from disclosure.reading.composing import Trap
from disclosure.reading.composing import Trouble
from disclosure.reading.lines import Lines
from disclosure.reading.mending import Cause
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import Node
from disclosure.reading.nodes import Scalar
from disclosure.reading.nodes import Sequence
from disclosure.reading.suspects import quoted
from disclosure.reading.wording import covered
from disclosure.reading.wording import problem_words
from disclosure.reading.wording import shown
from disclosure.reading.wording import shown_name

MAX_PER_SLUG = 100
"""Findings of one sort in one file; who has mended a hundred will see the next hundred."""

_SAFE = frozenset(
    {
        "full-width-colon",
        "missing-space-after-colon",
        "list-dash-full-width",
        "missing-space-after-dash",
        "full-width-punctuation",
        "bad-escape",
    }
)
_NAMED = re.compile(r"[^\s0-9]\S{0,11}(\s+)\S")
_GROUPS = re.compile(r"[0-9]{1,3}(?:,\s*[0-9]{3})+(?:\.[0-9]+)?")


_Thing = TypeVar("_Thing")


@dataclass(frozen=True, slots=True)
class Typed:
    """The text as typed beside the text as mended: same lines, those with a number in ``edited`` written anew."""

    typed: Lines
    mended: Lines
    edited: frozenset[int] = frozenset()

    def offset(self, offset: int) -> int:
        """Return where a place of the mended text stands in the text as typed."""
        index = self.mended.index(offset)
        if index not in self.edited:
            return self.typed.starts[index] + offset - self.mended.starts[index]
        return self.column(index, self.mended.line(index), offset - self.mended.starts[index])

    def column(self, index: int, line: str, column: int) -> int:
        """Return the offset in the typed text of a column of ``line``, which is some writing of line ``index``."""
        typed = self.typed.line(index)
        if typed == line:
            return self.typed.starts[index] + min(column, len(typed))
        head, tail = same_ends(typed, line)
        if column > head:
            column = max(len(typed) - (len(line) - column), head) if len(line) - column <= tail else head
        return self.typed.starts[index] + min(column, len(typed))

    def span(self, start: int, end: int) -> Span:
        """Return the span in the typed text of a stretch of the mended text."""
        first = self.offset(start)
        return self.typed.span(first, max(self.offset(end), first))


def same_ends(one: str, other: str) -> tuple[int, int]:
    """Return how many characters two lines share at the beginning and, beyond that, at the end."""
    least = min(len(one), len(other))
    head = next((at for at in range(least) if one[at] != other[at]), least)
    tail = next((at for at in range(least - head) if one[-1 - at] != other[-1 - at]), least - head)
    return head, tail


def _few(things: Iterable[_Thing], slug: Callable[[_Thing], str], place: Callable[[_Thing], int]) -> Iterator[_Thing]:
    """Yield things by place, at most ``MAX_PER_SLUG`` of a sort."""
    count: Counter[str] = Counter()
    for thing in sorted(things, key=place):
        count[slug(thing)] += 1
        if count[slug(thing)] <= MAX_PER_SLUG:
            yield thing


def of_causes(text: Typed, causes: Iterable[Cause]) -> Iterator[Diagnostic]:
    """Yield the finding for each cause; the edit stands with the first cause of a line and mends the whole line."""
    edited: set[int] = set()
    for cause in _few(causes, lambda one: one.suspect.slug, lambda one: one.at):
        suspect = cause.suspect
        start = text.column(cause.at, cause.line, suspect.start)
        end = text.column(cause.at, cause.line, suspect.end)
        fix = None if cause.at in edited else _edit(text, cause)
        edited.add(cause.at)
        yield Diagnostic(
            suspect.slug,
            text.typed.span(start, max(end, start)),
            _arguments(text, cause),
            fix=fix,
        )


def _arguments(text: Typed, cause: Cause) -> dict[str, object]:
    """Return the word and the line for the sentence; a line without a colon may be anything, a row of a table too."""
    if cause.suspect.slug == "missing-colon":
        return {"name": covered(cause.suspect.name), "line_should": covered(_should(text, cause))}
    return {"name": shown_name(cause.suspect.name), "line_should": shown(_should(text, cause))}


def _should(text: Typed, cause: Cause) -> str:
    """Return the line with everything mended; a cut comment was not mended and stands as its guess has it."""
    return cause.suspect.line if cause.suspect.slug == "unquoted-hash" else text.mended.line(cause.at)


def _edit(text: Typed, cause: Cause) -> Fix:
    typed, should = text.typed.line(cause.at), _should(text, cause)
    head, tail = same_ends(typed, should)
    begin = text.typed.starts[cause.at]
    span = text.typed.span(begin + head, begin + len(typed) - tail)
    return Fix("改成应有的写法", span, should[head : len(should) - tail], safe=cause.suspect.slug in _SAFE)


def of_trouble(text: Typed, trouble: Trouble) -> Diagnostic:
    """Return the finding for what nobody understood: libyaml's own words in Chinese at its own place."""
    index = min(trouble.line, len(text.mended.starts) - 1)
    line = text.mended.line(index)
    start = text.column(index, line, min(trouble.column, len(line)))
    return Diagnostic(
        "syntax-error",
        text.typed.span(start, min(start + 1, len(text.typed.text))),
        {"problem": problem_words(trouble.problem)},
    )


def of_traps(text: Typed, traps: Iterable[Trap]) -> Iterator[Diagnostic]:
    """Yield the finding for each trap of the mended text."""
    for trap in _few(traps, lambda one: one.slug, lambda one: one.start):
        yield _TRAPS.get(trap.slug, _plain)(text, trap)


def _plain(text: Typed, trap: Trap) -> Diagnostic:
    name = shown_name(text.mended.text[trap.start : trap.end].split(" ")[0])
    return Diagnostic(
        trap.slug, text.span(trap.start, trap.end), {"name": name, "problem": trap.words, "limit": MAX_DEPTH}
    )


def _duplicate(text: Typed, trap: Trap) -> Diagnostic:
    first = text.span(*trap.other) if trap.other else text.span(trap.start, trap.start)
    return Diagnostic(
        trap.slug,
        text.span(trap.start, trap.end),
        {"name": shown_name(trap.words), "first_line": first.line},
        (Related(first, "第一次写在这里"),),
    )


def _cut(text: Typed, trap: Trap) -> Diagnostic:
    """A comma cut a value in two, or a piece of a row has no colon at all."""
    span = text.span(trap.start, trap.end)
    source = text.mended
    index = source.index(trap.start)
    begin = source.starts[index]
    named = _NAMED.match(source.text, trap.start, trap.end) if source.text[trap.start - 1 : trap.start] == " " else None
    if named or trap.other is None or trap.other[0] < begin:
        at = min((named.start(1) if named else trap.end) - begin, len(source.line(index)))
        should = f"{source.line(index)[:at]}: {source.line(index)[at:].lstrip()}"
        return Diagnostic(
            "missing-colon", span, {"name": covered(source.text[trap.start : trap.end]), "line_should": covered(should)}
        )
    whole = source.text[trap.other[0] : trap.end]
    mended = re.sub(r"\s", "", whole) if _GROUPS.fullmatch(whole) else quoted(whole)
    should = source.text[begin : trap.other[0]] + mended + source.text[trap.end : source.end(index)]
    arguments = {"name": covered(whole), "line_should": shown(should)}
    fix = Fix("把切断的值接回去", text.span(trap.other[0], trap.end), mended)
    return Diagnostic(trap.slug, span, arguments, fix=fix)


def _unquoted(text: Typed, trap: Trap) -> Diagnostic:
    """A value that begins with a sign of YAML's own and parsed nonetheless."""
    index = text.mended.index(trap.start)
    line = text.mended.line(index)
    guesses = (suspects.first_guess(guess, line) for guess in (flowsuspects.needs_quotes, suspects.needs_quotes))
    mended = next((guess.line for guess in guesses if guess), line)
    arguments = {"name": text.mended.text[trap.start : trap.start + 1], "line_should": shown(mended)}
    return Diagnostic(trap.slug, text.span(trap.start, trap.end), arguments)


_TRAPS: dict[str, Callable[[Typed, Trap], Diagnostic]] = {
    "duplicate-key": _duplicate,
    "cut-by-comma": _cut,
    "needs-quotes": _unquoted,
}


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return diagnostics by place, one per place and slug, at most ``MAX_PER_SLUG`` of a sort."""
    places = {(one.span.start, one.slug): one for one in reversed(list(diagnostics))}
    kept = _few(places.values(), lambda one: one.slug, lambda one: one.span.start)
    return tuple(sorted(kept, key=lambda one: (one.span.start, one.slug)))


def moved_back(node: Node, text: Typed) -> Node:
    """Return a node of the mended text with the places it has in the text as typed."""
    if isinstance(node, Scalar):
        lines = tuple(text.span(span.start, span.end) for span in node.lines)
        return Scalar(node.text, text.span(node.span.start, node.span.end), node.style, lines)
    span = text.span(node.span.start, node.span.end)
    if isinstance(node, Sequence):
        return Sequence(tuple(moved_back(item, text) for item in node.items), span, node.flow)
    return moved_mapping(node, text)


def moved_mapping(node: Mapping, text: Typed) -> Mapping:
    """Return a mapping of the mended text with the places it has in the text as typed."""
    entries = []
    for key, value in node.entries:
        there = Scalar(key.text, text.span(key.span.start, key.span.end), key.style)
        entries.append((there, moved_back(value, text)))
    return Mapping(tuple(entries), text.span(node.span.start, node.span.end), node.flow)
