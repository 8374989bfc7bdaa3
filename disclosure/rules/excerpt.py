"""The line a finding is about, with a caret below it and nothing personal in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from disclosure.basis.accounts import find_accounts
from disclosure.basis.private import find_secrets
from disclosure.basis.span import Span
from disclosure.basis.text import display_width
from disclosure.board.model import Source
from disclosure.rules.scan import hits_in

MASK = "●"
WIDTH = 88
"""Columns of a terminal that an excerpt may take; a longer line is cut around its caret."""

_MOST = 8 * WIDTH
"""Of a line longer than this only what stands around the caret is looked at."""

_WORD = re.compile(r"[^\s|:：,，{}\[\]\-#\"'/]+")
_MARKS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200b-\u200f\u202a-\u202e\ufeff]")


@dataclass(frozen=True, slots=True)
class Veil:
    """A source with the offsets that must not be shown, sorted, none overlapping; ``known`` words stay when sealed."""

    source: Source
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    known: frozenset[str] = frozenset()


def veil(source: Source, known: frozenset[str] = frozenset(), guarded: Iterable[Span] = ()) -> Veil:
    """Return what must be hidden of a source: personal cells, marked secrets, personal numbers, and what the guard found."""
    hidden = [(span.start, span.end) for span in (*source.secrets, *guarded)]
    hidden += [(hit.start, hit.end) for hit in (*hits_in(source.text), *find_accounts(source.text))]
    if "私" in source.text:
        hidden += [(mark.inner, mark.end) for mark in find_secrets(source.text)]
    merged = _merged(hidden)
    return Veil(source, tuple(start for start, _ in merged), tuple(end for _, end in merged), known)


def excerpt(behind: Veil, span: Span) -> str:
    """Return «line» and «caret line» joined by a line break; '' for a whole file or a place outside the text."""
    text = behind.source.text
    if span.end <= span.start or span.end > len(text):
        return ""
    first = text.rfind("\n", 0, span.start) + 1
    last = text.find("\n", span.start)
    last = len(text) if last < 0 else last
    if last - first > _MOST:
        first, last = max(first, span.start - _MOST // 2), min(last, span.start + _MOST // 2)
    shown = _masked(behind, first, last)
    return _with_caret(shown, span.start - first, max(min(span.end, last) - span.start, 1))


def _masked(behind: Veil, first: int, last: int) -> str:
    line = behind.source.text[first:last]
    if behind.source.sealed:
        return _plain(_sealed(line, behind.known))
    index = max(bisect_right(behind.starts, first) - 1, 0)
    characters = list(line)
    while index < len(behind.starts) and behind.starts[index] < last:
        for offset in range(max(behind.starts[index], first), min(behind.ends[index], last)):
            if not characters[offset - first].isspace():
                characters[offset - first] = MASK
        index += 1
    return _plain("".join(characters))


def _sealed(line: str, known: frozenset[str]) -> str:
    """Mask every word that is not the name of a known key or column; punctuation stays, so that the shape can be seen."""
    return _WORD.sub(lambda word: word[0] if word[0] in known else MASK * len(word[0]), line)


def _plain(line: str) -> str:
    """Keep one column per character: a tab is one blank, and nothing can steer the terminal."""
    return _MARKS.sub("?", line.replace("\t", " ").rstrip("\r"))


def _with_caret(line: str, at: int, length: int) -> str:
    at = min(at, len(line))
    line, at = _window(line, at)
    under = _fitting(line[at : at + length])
    return f"{line}\n{' ' * display_width(line[:at])}{'^' * max(display_width(under), 1)}"


def _window(line: str, at: int) -> tuple[str, int]:
    """Cut a long line to a window around the caret, with an ellipsis where something was cut."""
    if display_width(line) <= WIDTH:
        return line, at
    first = at
    while first > 0 and display_width(line[first - 1 : at]) <= WIDTH // 3:
        first -= 1
    last = at
    while last < len(line) and display_width(line[first : last + 1]) <= WIDTH - 4:
        last += 1
    head, tail = "…" if first else "", "…" if last < len(line) else ""
    return head + line[first:last] + tail, at - first + len(head)


def _fitting(text: str) -> str:
    return text.rstrip() or text[:1]


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return merged
