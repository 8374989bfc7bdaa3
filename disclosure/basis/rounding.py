"""The tail (尾差): how far a printed total may lie from the printed figures it adds when each was rounded by itself."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from disclosure.basis.units import is_money
from disclosure.basis.units import scale
from disclosure.basis.values import Amount

CENT = Decimal("0.01")
HALF = Decimal("0.5")
ZERO = Decimal(0)


def is_large(amount: Amount) -> bool:
    """Return whether an amount is money printed in a unit above 元, so that printing may have rounded it."""
    return is_money(amount.unit) and scale(amount.unit) > 1


def tail(amounts: Iterable[Amount]) -> Decimal:
    """Return how far (元) a total and what it adds may lie apart by rounding alone; ``amounts`` holds all of them.

    Each figure above 元 was rounded by at most half a unit of the last place printed among them; zeros and figures in
    元 are exact. Two figures of one sum, or figures told to the cent, are never off: the result is then 0.
    """
    large = [amount for amount in amounts if is_large(amount) and amount.number]
    step = min((amount.last_digit for amount in large), default=ZERO)
    return len(large) * HALF * step if len(large) > 2 and step > CENT else ZERO


def coarse(amounts: Iterable[Amount]) -> Decimal:
    """Return how far (元) the one figure told above 元 may lie from figures in 元: half of its last place, else 0.

    A whole number of 万元 is taken as exact: a grant of 20万元 is not 199,600元.
    """
    found = list(amounts)
    large = [amount for amount in found if is_large(amount)]
    if len(large) != 1 or len(found) < 2 or not large[0].decimals:
        return ZERO
    return large[0].last_digit * HALF if all(is_money(amount.unit or "元") for amount in found) else ZERO
