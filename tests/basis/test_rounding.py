"""Figures rounded one by one never miss their rounded total by more than the tail."""

from __future__ import annotations

from decimal import ROUND_HALF_UP
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.rounding import coarse
from disclosure.basis.rounding import tail
from disclosure.basis.values import Amount

CENTS = st.integers(min_value=0, max_value=10**12)


def published(yuan: Decimal, decimals: int, unit: str = "万元") -> Amount:
    return Amount((yuan / Amount(Decimal(1), unit).base).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP), unit, decimals)


@given(st.lists(CENTS, min_size=2, max_size=40), st.integers(0, 5))
def test_rounding_explains_itself(cents: list[int], decimals: int) -> None:
    parts = [Decimal(cent) / 100 for cent in cents]
    figures = [published(part, decimals) for part in parts]
    total = published(sum(parts, Decimal(0)), decimals)
    if all(figure.number for figure in (total, *figures)):
        assert abs(total.base - sum(figure.base for figure in figures)) <= tail([total, *figures])


@given(CENTS.filter(bool), st.integers(1, 4))
def test_one_figure_told_coarsely_lies_within_half_its_last_place(cent: int, decimals: int) -> None:
    yuan = Decimal(cent) / 100
    told = published(yuan, decimals)
    assert abs(told.base - yuan) <= coarse([told, Amount(yuan, "元", 2)])


def amounts(unit: str, *typed: str) -> list[Amount]:
    return [Amount(Decimal(one), unit, len(one.partition(".")[2])) for one in typed]


def test_the_tail_is_half_a_unit_of_the_last_place_for_each_figure() -> None:
    assert tail(amounts("万元", "472.27", "336.88", "36.65", "25.23", "47.02", "26.48")) == 300
    assert tail(amounts("亿元", "3.0", "1.5", "1.6")) == 15_000_000


def test_there_is_no_tail_in_yuan_nor_between_two_figures_nor_in_figures_told_to_the_cent() -> None:
    assert tail(amounts("元", "3.01", "1.00", "2.00")) == 0
    assert tail(amounts("万元", "3.01", "3.00")) == 0
    assert tail(amounts("万元", "3.000001", "1", "2")) == 0
    assert tail(amounts("万元", "3.01", "3.00", "0")) == 0
    assert coarse([*amounts("万元", "20"), *amounts("元", "199600")]) == 0
