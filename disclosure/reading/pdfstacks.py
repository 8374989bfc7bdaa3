"""Numbers that a narrow column of a PDF breaks over its lines: digits above digits that together are somebody's number."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref
from ctypes import c_double
from typing import Any
from typing import NamedTuple

from disclosure.basis.exposure import find_personal

_BESIDE = frozenset(map(ord, ",.，．%％"))
"""What stands beside a digit of a sum: such a run is no part of a broken number."""

_MOST_RUNS = 4000
_MOST_LINES = 18


class Run(NamedTuple):
    """Digits that stand together on a line, and the box they take."""

    digits: str
    left: Any
    right: Any
    bottom: Any
    top: Any


def is_stacked(raw: Any, shown: Any, letters: int) -> bool:
    """Tell whether digits that stand above each other on a page make a person's number, or there are too many to tell."""
    runs = sorted(_runs(raw, shown, letters), key=lambda run: -run.top)
    if len(runs) > _MOST_RUNS:
        return True
    return any(_leads_to_a_number(runs, index) for index in range(len(runs)))


def _runs(raw: Any, shown: Any, letters: int) -> Iterator[Run]:
    codes = [raw.FPDFText_GetUnicode(shown, at) for at in range(letters)]
    start = 0
    while start < letters:
        end = start
        while end < letters and _is_digit(codes[end]):
            end += 1
        around = {codes[at] for at in (start - 1, end) if 0 <= at < letters}
        if end > start and not around & _BESIDE:
            boxes = [_box(raw, shown, at) for at in (start, end - 1)]
            left, right = boxes[0][0], boxes[1][1]
            yield Run("".join(map(chr, codes[start:end])), left, max(left, right), boxes[0][2], boxes[0][3])
        start = max(end, start + 1)


def _is_digit(code: int) -> bool:
    return 48 <= code <= 57 or code in (88, 120)


def _box(raw: Any, shown: Any, at: int) -> tuple[Any, Any, Any, Any]:
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    raw.FPDFText_GetCharBox(shown, at, byref(left), byref(right), byref(bottom), byref(top))
    return left.value, right.value, bottom.value, top.value


def _leads_to_a_number(runs: list[Run], index: int) -> bool:
    digits, below = runs[index].digits, index
    for _ in range(_MOST_LINES):
        below = _below(runs, below)
        if below < 0:
            return False
        digits += runs[below].digits
        if len(digits) >= len("13800138000") and find_personal(digits):
            return True
    return False


def _below(runs: list[Run], index: int) -> int:
    """Return the nearest run under this one that begins where it does, or shares half of its width; -1 for none."""
    own = runs[index]
    height = max(1, own.top - own.bottom)
    for at in range(index + 1, len(runs)):
        other = runs[at]
        if own.bottom - other.top > 2 * height:
            return -1
        shared = min(own.right, other.right) - max(own.left, other.left)
        if other.top <= own.bottom + height / 3 and shared * 2 >= min(own.right - own.left, other.right - other.left) and shared > 0:
            return at
    return -1
