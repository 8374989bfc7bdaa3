"""Which characters the installed fonts can print, as a value: rules look at it without asking the machine."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

_PRIVATE = ((0xE000, 0xF8FF), (0xF0000, 0xFFFFD), (0x100000, 0x10FFFD))
_ALWAYS = frozenset("\t\n\r\u00ad\u200b\u200c\u200d\u2007\u2008\u2009\u2060\ufeff")


class Coverage(NamedTuple):
    """Ranges of code points, first and last included, ascending and apart; empty where nothing is known."""

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def covers(self, character: str) -> bool:
        """Tell whether some font has a glyph for ``character``; always so where nothing is known."""
        if not self.starts or character in _ALWAYS:
            return True
        at = bisect_right(self.starts, ord(character)) - 1
        return at >= 0 and ord(character) <= self.ends[at]


def coverage_of(ranges: Iterable[tuple[int, int]]) -> Coverage:
    """Return the coverage of any ranges: sorted, overlapping and touching ones joined."""
    starts: list[int] = []
    ends: list[int] = []
    for first, last in sorted(ranges):
        if ends and first <= ends[-1] + 1:
            ends[-1] = max(ends[-1], last)
        else:
            starts.append(first)
            ends.append(last)
    return Coverage(tuple(starts), tuple(ends))


def private_use(character: str) -> bool:
    """Tell whether a character has no meaning of its own: every font draws something else for it."""
    return any(first <= ord(character) <= last for first, last in _PRIVATE)


def unprintable(text: str, coverage: Coverage) -> list[str]:
    """Return, in the order they occur and once each, the characters of ``text`` that would not print as meant."""
    if text.isascii():
        return []
    return [character for character in dict.fromkeys(text) if private_use(character) or not coverage.covers(character)]
