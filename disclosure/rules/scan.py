"""Numbers of persons in a whole file: only the lines that could hold one are read with the full rule.

Nearly every filing names a land line, which the cheap test of :mod:`disclosure.basis.exposure` cannot tell from a
person's number; the full rule over the whole text would then cost more than reading the file did.
"""

from __future__ import annotations

from functools import lru_cache

from disclosure.basis.exposure import SEPARATORS
from disclosure.basis.exposure import may_expose
from disclosure.basis.private import Found
from disclosure.basis.private import find_personal

_DIGITS = "0123456789０１２３４５６７８９"
_ZEROS = {character.encode()[-1] for character in _DIGITS}
_TABLE = bytes(48 if byte in _ZEROS else 10 if byte == 10 else 120 for byte in range(256))
_DELETE = bytes(sorted({byte for character in SEPARATORS + _DIGITS for byte in character.encode()} - _ZEROS - {10}))
_LEAST = 11
_RUN = b"0" * _LEAST
_LETTER_WITHIN = 3  # lines after the last digit in which the letter of an ID card may still stand: a gap has three characters


@lru_cache(maxsize=2)
def hits_in(text: str) -> tuple[Found, ...]:
    """Return what ``find_personal(text)`` returns, in a fraction of the time; the last file is asked for several times."""
    if not may_expose(text):
        return ()
    shapes = text.encode("utf-8", "surrogatepass").translate(_TABLE, _DELETE).split(b"\n")
    stretches = _stretches(shapes)
    if not stretches:
        return ()
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    found: dict[Found, None] = {}
    for first, last in stretches:
        begin, end = starts[first], starts[last + 1] - 1
        for hit in find_personal(text[begin:end]):
            found[Found(hit.kind, hit.start + begin, hit.end + begin)] = None
    return tuple(sorted(found, key=lambda hit: hit.start))


def _stretches(shapes: list[bytes]) -> list[tuple[int, int]]:
    """Return (first, last) line of every stretch that could hold a number, with the lines around it that tell what it is.

    A run of digits may go on over line breaks: ``carried`` is how long the one is that ends the line before, and
    ``begun`` the line it began in.
    """
    marked: list[tuple[int, int]] = []
    carried = begun = 0
    for at, shape in enumerate(shapes):
        if carried and shape[:1] in (b"0", b""):
            head = len(shape) - len(shape.lstrip(b"0"))
            if carried + head >= _LEAST:
                marked.append((max(begun - 1, 0), at))
            if head == len(shape):
                carried += head
                continue
        if _RUN in shape:
            marked.append((max(at - 1, 0), at))
        carried, begun = (len(shape) - len(shape.rstrip(b"0")), at) if shape[-1:] == b"0" else (0, at)
    return _merged(marked, len(shapes) - 1)


def _merged(marked: list[tuple[int, int]], last_line: int) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for first, end in marked:
        last = min(end + _LETTER_WITHIN, last_line)
        if merged and first <= merged[-1][1]:
            merged[-1] = (min(merged[-1][0], first), max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged
