"""How wide text stands and into how many lines it breaks: what a sheet is estimated with before it is laid out.

Widths are those of Noto Sans and Noto Serif CJK in em; another font is narrower or much the same, and what is laid
out in the end is measured again.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

# Advances of U+0020 … U+007E in thousandths of an em: sans regular, sans bold, serif bold.
_SANS = (
    "224 323 474 555 555 921 680 278 338 338 467 555 278 347 278 392 555 555 555 555 555 555 555 555 555 555 278 278 "
    "555 555 555 474 946 608 657 638 688 589 552 689 728 293 535 646 543 812 723 742 633 742 635 596 599 721 575 878 "
    "573 531 603 338 392 338 555 559 606 563 618 510 620 554 325 564 607 275 275 552 284 926 610 606 620 620 388 468 "
    "377 607 521 802 498 521 475 338 270 338 555"
)
_BOLD = (
    "227 370 574 590 590 963 740 325 378 378 507 590 325 370 325 387 590 590 590 590 590 590 590 590 590 590 325 325 "
    "590 590 590 514 1007 641 681 656 714 615 585 717 757 330 568 686 578 853 749 770 667 770 682 624 625 748 619 915 "
    "627 580 613 378 387 378 590 567 626 591 644 527 644 581 372 597 640 304 306 604 315 964 641 626 644 644 436 495 "
    "421 637 576 863 562 574 511 378 296 378 590"
)
_SERIF = (
    "250 355 447 615 589 966 803 235 400 400 485 603 335 370 335 400 593 466 594 593 593 594 594 588 594 596 335 335 "
    "603 603 603 473 970 746 708 702 789 666 648 757 864 426 428 767 642 1001 815 785 673 785 751 597 695 818 734 1091 "
    "726 701 627 372 400 372 603 593 447 585 672 565 658 572 402 596 687 349 335 651 355 1008 685 623 671 640 500 499 "
    "393 678 578 874 599 582 517 380 338 380 603"
)
_NARROW = {"\u2007": 0.555, "\u2008": 0.278, "\u2009": 0.2, "\u00a0": 0.224, "−": 0.603, "–": 0.593, "²": 0.424, "³": 0.424, "°": 0.404, "\u2060": 0.0, "\u200b": 0.0, "\u00ad": 0.0}


def _advances(table: str) -> dict[str, float]:
    return {chr(32 + index): int(value) / 1000 for index, value in enumerate(table.split())} | _NARROW


_FACES = {"sans": _advances(_SANS), "bold": _advances(_BOLD), "serif": _advances(_SERIF)}

BOLD_FIGURES = 0.94
"""Bold figures are .590 em wide and regular ones .555: set this much smaller, their points stand in one column."""


@lru_cache(maxsize=65536)
def width(text: str, face: str = "sans") -> float:
    """Return the width of ``text`` on one line, in em; Han and full-width characters are one em."""
    advances = _FACES[face]
    return sum(advances.get(character, 1.0) for character in text)


class Token(NamedTuple):
    """A piece that is never broken: its width in em, and that of the space behind it (dropped at a line's end).

    ``pause``: it ends with a comma or another sign after which a line ends well. ``opens``: it begins a bracket.
    """

    width: float
    space: float = 0.0
    pause: bool = False
    opens: bool = False


_MARKUP = re.compile(r"<[^>]*>")
_NUM = re.compile(r'<span class="num">(.*?)</span>', re.S)
_BREAK = re.compile(r"<br\s*/?>")
OPENING = frozenset("（《「『【〈〔“‘")
"""Signs that stand in the right half of their square: at a line's start they are hung out by half an em."""

_OPENING = "（《「『【〈〔“‘([{"
_CLOSING = "，。、；：？！）》」』】〉〕”’…—·%,.;:!?)]}％‰℃"
_PAUSES = frozenset("，、。；：）》")
_PIECE = re.compile(
    rf"[{re.escape(_OPENING)}]*\ue000[^\ue001]*\ue001[{re.escape(_CLOSING)}]*|"
    rf"[{re.escape(_OPENING)}]*(?:[A-Za-z0-9+−\-][A-Za-z0-9.,%+/:'\-−–_@#&=]*(?:\u00a0[^\s]{{1,2}})?|[^\s])"
    rf"[{re.escape(_CLOSING)}]*|\s+"
)


_MARKS = {0xE000: None, 0xE001: None}


def plain(markup: str) -> str:
    """Return the characters that markup prints."""
    markup = str(markup)
    return html.unescape(_MARKUP.sub("", _BREAK.sub(" ", markup))) if "<" in markup or "&" in markup else markup


def inline(markup: str) -> str:
    """Return markup with unbreakable figures marked by characters instead of elements: fewer boxes to lay out.

    Only where a no-break space does the same as the element (a figure, a space, a unit), or nothing need (a figure).
    """
    text = _BEFORE_UNIT.sub("\u00a0", str(markup))
    return _NUM.sub(_glue, text) if 'class="num"' in text else text


_BEFORE_UNIT = re.compile(r"(?<=[0-9]) (?=[\u4e00-\u9fff])")
_FIGURE = re.compile(r"[0-9][0-9.,]*")
_SIMPLE = re.compile(r"[0-9.,%−-]+(?:[ \u00a0]?[^\W\d_]{0,2})?")


def _glue(found: re.Match[str]) -> str:
    if _FIGURE.fullmatch(found[1]) or (_SIMPLE.fullmatch(found[1]) and {" ", "\u00a0"} & set(found[1])):
        return found[1].replace(" ", "\u00a0")
    return found[0]


@lru_cache(maxsize=65536)
def lines_of(markup: str, face: str = "sans") -> tuple[tuple[Token, ...], ...]:
    """Return what markup prints as unbreakable pieces, one tuple for every line that a <br> begins."""
    return tuple(_tokens(part, face) for part in _BREAK.split(markup))


def _tokens(markup: str, face: str) -> tuple[Token, ...]:
    marked = _NUM.sub("\ue000\\1\ue001", markup) if "<span" in markup else markup
    pieces: list[Token] = []
    for piece in _PIECE.findall(plain(marked)):
        if not piece.isspace():
            words = piece.translate(_MARKS)
            pieces.append(Token(width(words, face), 0.0, words[-1:] in _PAUSES, words[:1] in OPENING))
        elif pieces:
            pieces[-1] = pieces[-1]._replace(space=width(" ", face))
    return tuple(pieces)


def natural(markup: str, face: str = "sans") -> float:
    """Return the width markup wants: its widest line unbroken, in em."""
    return max((sum(t.width + t.space for t in line) - (line[-1].space if line else 0) for line in lines_of(markup, face)), default=0.0)


def longest(markup: str, face: str = "sans") -> float:
    """Return the widest piece that cannot be broken, in em."""
    return max((token.width for line in lines_of(markup, face) for token in line), default=0.0)


def count_lines(markup: str, room: float, face: str = "sans") -> int:
    """Return into how many lines markup breaks in ``room`` em; a piece wider than that is broken inside."""
    return sum(_broken(line, room) for line in lines_of(markup, face))


def _broken(line: tuple[Token, ...], room: float) -> int:
    count, used = 1, 0.0
    for token in line:
        if used and used + token.width > room:
            count, used = count + 1, 0.0
        if token.width > room:
            extra = int(token.width / room)
            count, used = count + extra, token.width - extra * room
        else:
            used += token.width
        used += token.space
    return count


_EVEN_SLACK = 0.3
_NO_PAUSE = 2.0
"""How many em more uneven two lines may be when the first then ends after a comma."""


def evened(markup: str, room: float, face: str = "sans") -> float:
    """Return the width in em, at most ``room``, at which markup takes as many lines as in ``room`` and these are even."""
    lines = lines_of(markup, face)
    count = count_lines(markup, room, face)
    if len(lines) > 1 or count == 1 or longest(markup, face) > room:
        return room
    found = _two_lines(lines[0], room) if count == 2 else 0.0
    return min(room, found or _narrowest(markup, room, face, count))


def _two_lines(line: tuple[Token, ...], room: float) -> float:
    """Return the width in which a line is cut in two, after a pause where there is one not far from the middle; 0 for none."""
    total = sum(token.width + token.space for token in line)
    best, cost, used = 0.0, float("inf"), 0.0
    for token, following in pairwise(line):
        first = used + token.width
        used = first + token.space
        wide = max(first, total - used) + min(_EVEN_SLACK, following.width / 2)
        price = abs(total - used - first) / 2 + (0.0 if token.pause or following.opens else _NO_PAUSE)
        if wide <= room and wide < used + following.width and price < cost:
            best, cost = wide, price
    return best


def _narrowest(markup: str, room: float, face: str, count: int) -> float:
    low, high = longest(markup, face), room
    for _ in range(8):
        middle = (low + high) / 2
        if count_lines(markup, middle, face) > count:
            low = middle
        else:
            high = middle
    return high + _EVEN_SLACK
