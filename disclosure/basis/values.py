"""What a cell can hold: an amount, a day, a period, words, or one of three ways of holding nothing."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from disclosure.basis.period import Day
from disclosure.basis.period import Period
from disclosure.basis.units import scale

__all__ = ["Absent", "Amount", "Day", "Period", "Value"]


class Absent(Enum):
    """Ways of not giving a figure that are three different facts (zero is a fourth and is an Amount)."""

    BLANK = ""
    NONE = "无"
    UNSTATED = "未列"


class Amount(NamedTuple):
    """A number read from the characters typed, in the unit it was typed in.

    ``decimals``: digits typed after the point. ``qualifier``: 约 近 余 多 (kept, never dropped).
    ``low``/``high``: set for a range such as 300元至800元. ``terms``: set when a sum such as 887+2674 was typed.
    """

    number: Decimal
    unit: str = ""
    decimals: int = 0
    qualifier: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    terms: tuple[Decimal, ...] = ()

    @property
    def base(self) -> Decimal:
        """The number in base units (元, 亩, 斤, 1 for %): what formulas calculate with."""
        return self.number * scale(self.unit)

    @property
    def last_digit(self) -> Decimal:
        """One unit of the last printed digit, in base units."""
        return Decimal(1).scaleb(-self.decimals) * scale(self.unit)


Value = Amount | Day | Period | bool | str | Absent
