"""元 for 万元 and the reverse: told from a factor of ten thousand, or from a figure no village could mean."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from decimal import InvalidOperation
from statistics import median

from disclosure.basis.numbers import print_amount
from disclosure.basis.values import Amount
from disclosure.reading.table import Row
from disclosure.reading.table import Table

FACTOR = Decimal(10_000)
_NEAR = Decimal("0.005")
_SLIPPING = ("total-off", "product-off", "closing-balance-off", "opening-not-carried", "relation-off", "claim-off")
_PLENTY = Decimal(10_000)
"""A figure in 万元 from which a village's cell can only be in 元: 一亿元."""


def is_slip(slug: str, stated: str, derived: str) -> bool:
    """Tell whether a relation of sums of money fails by a factor of ten thousand; figures as findings print them."""
    if slug not in _SLIPPING:
        return False
    one, other = number_of(stated), number_of(derived)
    if not one or not other:
        return False
    ratio = abs(one / other)
    return any(abs(ratio / factor - 1) <= _NEAR for factor in (FACTOR, 1 / FACTOR))


def slips_in(table: Table) -> Iterator[tuple[int, Row, str]]:
    """Yield (column, row, figure in 万元) of cells in 万元 columns whose figure must be in 元.

    Such a cell holds ten thousand or more while half of the others hold less than a hundredth of it.
    """
    for index, column in enumerate(table.columns):
        if column.kind != "money" or column.unit != "万元":
            continue
        amounts = [(row, row.cells[index].value) for row in table.rows]
        numbers = [(row, value.number) for row, value in amounts if isinstance(value, Amount) and value.unit == "万元"]
        for row, number in numbers:
            others = [other for beside, other in numbers if beside is not row]
            if number >= _PLENTY and others and median(others) * 100 < number:
                yield index, row, print_amount((number / FACTOR).normalize())


def number_of(text: str) -> Decimal | None:
    """Read a figure as findings print it (thousands commas, a real minus); None for what is no number."""
    try:
        return Decimal(text.replace(",", "").replace("−", "-"))
    except InvalidOperation:
        return None
