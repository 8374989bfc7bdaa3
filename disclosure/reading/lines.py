"""A decoded text cut into lines, so that any offset has a line and a column."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from disclosure.basis.span import Span


@dataclass(frozen=True, slots=True)
class Lines:
    """A text and the offset of the first character of each of its lines; lines end with LF or CRLF."""

    path: str
    text: str
    starts: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Return the span of ``text[start:end]``."""
        index = bisect_right(self.starts, start) - 1
        return Span(self.path, index + 1, start - self.starts[index] + 1, start, end)

    def index(self, offset: int) -> int:
        """Return the 0-based number of the line that holds ``offset``."""
        return bisect_right(self.starts, offset) - 1

    def line(self, index: int) -> str:
        """Return the line with this 0-based number, without its line break."""
        return self.text[self.starts[index] : self.end(index)]

    def end(self, index: int) -> int:
        """Return the offset behind the last character of a line, its line break not counted."""
        last = self.starts[index + 1] - 1 if index + 1 < len(self.starts) else len(self.text)
        return last - 1 if last > self.starts[index] and self.text[last - 1] == "\r" else last

    def with_lines(self, written: Mapping[int, str]) -> Lines:
        """Return the same text with some lines (by 0-based number) written anew."""
        pieces: list[str] = []
        at = 0
        for index in sorted(written):
            pieces += (self.text[at : self.starts[index]], written[index])
            at = self.end(index)
        return lines_of("".join(pieces) + self.text[at:], self.path)


def lines_of(text: str, path: str) -> Lines:
    """Cut a text into lines."""
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return Lines(path, text, tuple(starts))
