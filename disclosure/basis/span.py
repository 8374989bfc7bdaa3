"""Where something stands in what the village wrote."""

from typing import NamedTuple


class Span(NamedTuple):
    """A place in a source file: plain values, so a diagnostic prints without its source and crosses processes.

    ``line`` and ``column`` are 1-based and count code points; ``start`` and ``end`` are code-point offsets
    into the decoded text (BOM removed). In a workbook ``line`` is the row, ``column`` the column number and
    ``cell`` its name («石滩村!C12»). A NamedTuple rather than a dataclass: one is made for every cell read.
    """

    path: str
    line: int = 1
    column: int = 1
    start: int = 0
    end: int = 0
    cell: str = ""


def whole_file(path: str) -> Span:
    """Return the span that stands for a whole file: line 1, column 1."""
    return Span(path)
