from __future__ import annotations

from decimal import Decimal

from disclosure.basis.values import Absent
from disclosure.basis.values import Amount


def test_amounts_in_base_units() -> None:
    assert Amount(Decimal("1.5"), "万元", 1).base == 15000
    assert Amount(Decimal(3), "公顷").base == 45
    assert Amount(Decimal("35.24"), "%", 2).base == Decimal("0.3524")
    assert Amount(Decimal(7)).base == 7


def test_one_unit_of_the_last_printed_digit() -> None:
    assert Amount(Decimal("1.50"), "万元", 2).last_digit == 100
    assert Amount(Decimal(8), "元").last_digit == 1


def test_three_ways_of_holding_nothing_differ_from_zero() -> None:
    assert {Absent.BLANK, Absent.NONE, Absent.UNSTATED}.isdisjoint({Amount(Decimal(0))})
    assert len(set(Absent)) == 3
