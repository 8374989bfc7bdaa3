"""Figures as filed: thousands separated, the decimals that were typed, points one under another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal

from disclosure.basis.units import scale
from disclosure.basis.values import Absent
from disclosure.basis.values import Amount
from disclosure.board.model import Fact
from disclosure.reading.table import Column

FIGURE_KINDS = frozenset(("money", "quantity", "area", "rate", "percent", "share", "count", "ratio", "change"))
"""Kinds of columns whose cells are figures."""

FIGURE_SPACE = "\u2007"
POINT_SPACE = "\u2008"

_PLAIN = re.compile(r"[-−]?[0-9][0-9,]*(?:\.[0-9]+)?").fullmatch


def unit_of(column: Column | Fact) -> str:
    """Return the unit a column or fact is printed with: money without one is 元."""
    return column.unit or ("元" if column.kind == "money" else "")


def figure(typed: str, value: object, unit: str) -> str:
    """Return a figure as filed, with thousands commas and a real minus; anything but a plain number stays as typed."""
    if isinstance(value, Amount):
        if value.unit == unit and not value.qualifier and value.low is None and not value.terms and (_PLAIN(typed) or _PLAIN(_undressed(typed))):
            text = f"{value.number:,f}"
            return "−" + text[1:] if text[0] == "-" else text
        text = typed.strip()
        return "−" + text[1:] if text[:1] == "-" and text[1:2].isdecimal() else text
    return "" if value is Absent.BLANK else typed.strip()


def _undressed(typed: str) -> str:
    """Return a figure without what only dresses it: full-width digits, ￥, the brackets of a negative, a final 。."""
    text = unicodedata.normalize("NFKC", typed).strip().rstrip("。").lstrip("¥").strip()
    return text[1:-1] if text[:1] == "(" and text[-1:] == ")" else text


def places(text: str) -> int:
    """Return the decimals of a printed plain figure, -1 for anything that is none."""
    if not text or not text[-1].isdecimal() or not _PLAIN(text):
        return -1
    point = text.rfind(".")
    return 0 if point < 0 else len(text) - point - 1


def pads(figures: Iterable[str]) -> list[str]:
    """Return for each printed figure the invisible characters that bring its point under the others'."""
    return pads_of([places(text) for text in figures])


def pads_of(counts: list[int]) -> list[str]:
    """Return :func:`pads` for figures whose decimals are already counted."""
    most = max(counts, default=0)
    if most <= 0 or min(counts) == most:
        return [""] * len(counts)
    return [_pad(count, most) for count in counts]


def _pad(count: int, most: int) -> str:
    if count < 0 or count == most:
        return ""
    return (POINT_SPACE if count == 0 else "") + FIGURE_SPACE * (most - count)


def plain_number(text: str) -> str:
    """Return a printed figure without separators and with an ASCII minus, '' when it is not a plain number."""
    bare = text.strip().replace(",", "").replace("−", "-")
    return bare if _PLAIN(bare) else ""


def total(amounts: Iterable[object], unit: str) -> Decimal | None:
    """Return the sum of what cells of one column say, in the column's unit; None when a cell is no number.

    Blanks, 无 and 未列 add nothing.
    """
    number = Decimal(0)
    for value in amounts:
        if isinstance(value, Amount):
            number += value.number if value.unit == unit else value.base / scale(unit)
        elif not isinstance(value, Absent):
            return None
    return number
