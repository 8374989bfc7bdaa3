"""Bound formulas: values, silence, and slopes that tell how a result moves with one cell."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.period import Day
from disclosure.basis.private import Private
from disclosure.basis.span import Span
from disclosure.basis.values import Absent
from disclosure.basis.values import Amount
from disclosure.board.arithmetic import Column
from disclosure.board.arithmetic import Const
from disclosure.board.arithmetic import Minus
from disclosure.board.arithmetic import Node
from disclosure.board.arithmetic import One
from disclosure.board.arithmetic import Operation
from disclosure.board.arithmetic import Reader
from disclosure.board.arithmetic import Sum
from disclosure.board.arithmetic import SumRows
from disclosure.board.arithmetic import as_printed
from disclosure.board.arithmetic import in_base
from disclosure.board.arithmetic import key_of
from disclosure.board.arithmetic import scaled_like
from disclosure.reading.table import Cell


def cell(value: object, line: int = 1, unit: str = "") -> Cell:
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        value = Amount(Decimal(value), unit)
    return Cell(value, str(value), Span("a.yaml", line, 1, line, line + 1))  # type: ignore[arg-type]


NUMBERS = st.decimals(min_value=-1000, max_value=1000, places=2, allow_nan=False)


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS)
def test_slopes_tell_what_a_change_does(a: Decimal, b: Decimal, c: Decimal, step: Decimal) -> None:
    one, other, third = cell(a, 1), cell(b, 2), cell(c, 3)
    row = (one, other, third)
    node: Node = Operation(
        "-", Operation("+", Sum((one, other, one)), Operation("×", Column(1), Column(2))), Minus(SumRows(Operation("×", Column(0), Const(Decimal(3))), (row,)))
    )
    before = node.value(row, in_base)
    assert before is not None
    slopes = node.slopes(row, in_base)

    def changed(key: object) -> Reader:
        return lambda each: (in_base(each) or Decimal(0)) + (step if key_of(each) == key else 0)

    for each in row:
        after = node.value(row, changed(key_of(each)))
        assert after == before + slopes.get(key_of(each), Decimal(0)) * step


@given(NUMBERS, NUMBERS.filter(bool))
def test_a_quotient_moves_as_its_slope_says_above_the_bar(a: Decimal, b: Decimal) -> None:
    upper, lower = cell(a, 1), cell(b, 2)
    node = Operation("÷", One(upper), One(lower))
    assert node.slopes((), in_base)[key_of(upper)] == 1 / b


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (Decimal(3), Decimal(3)),
        (Absent.NONE, Decimal(0)),
        (Absent.BLANK, None),
        (Absent.UNSTATED, None),
        ("补差", None),
        (True, None),
        (Private(Amount(Decimal(5), "万元")), Decimal(50000)),
        (Amount(Decimal(3), "元", low=Decimal(3), high=Decimal(8)), None),
    ],
)
def test_what_a_cell_comes_to(value: object, number: Decimal | None) -> None:
    assert in_base(cell(value)) == number


def test_days_are_ordinals() -> None:
    from datetime import date

    assert in_base(cell(Day(date(2026, 3, 5)))) == date(2026, 3, 5).toordinal()


def test_silence_spreads() -> None:
    silent, sound = One(cell(Absent.BLANK)), One(cell(1))
    for operator in "+-×÷":
        assert Operation(operator, silent, sound).value((), in_base) is None
    assert Operation("÷", sound, One(cell(0))).value((), in_base) is None
    assert Minus(silent).value((), in_base) is None
    assert Sum((cell(1), cell(Absent.BLANK), cell(Absent.NONE))).value((), in_base) == 1
    assert Sum((cell(1), cell(Absent.UNSTATED))).value((), in_base) is None
    rows = ((cell(2), cell(3)), (cell(2), cell(Absent.BLANK)))
    body = Operation("×", Column(0), Column(1))
    assert SumRows(body, rows).value((), in_base) == 6
    assert SumRows(body, (*rows, (cell(2), cell("补差")))).value((), in_base) is None


def test_readers_of_printed_units() -> None:
    money, rate, heads = cell(12, unit="万元"), cell(4, unit="万元/个"), cell(3, unit="个")
    assert [as_printed(one) for one in (money, rate, heads)] == [12, 4, 3]
    read = scaled_like("万元")
    assert [read(one) for one in (money, rate, heads)] == [12, 4, 3]
    assert read(cell(50000, unit="元")) == 5


def test_sums_of_products_know_which_were_rounded() -> None:
    rows = ((cell(Decimal("9.88")), cell(Decimal("92.40"))), (cell(2), cell(3)))
    assert SumRows(Operation("×", Column(0), Column(1)), rows).rounded(in_base) == 1
