from __future__ import annotations

from decimal import Decimal

import pytest

from disclosure.basis.span import Span
from disclosure.basis.values import Amount
from disclosure.reading.table import Cell
from disclosure.reading.table import Column
from disclosure.reading.table import Table
from disclosure.rules.slips import is_slip
from disclosure.rules.slips import slips_in
from tests.rules.hand import table


def slip(stated: str, derived: str, slug: str = "total-off") -> bool:
    return is_slip(slug, stated, derived)


@pytest.mark.parametrize(
    ("stated", "derived"), [("82,000.00", "8.20"), ("8.2", "82,000.00"), ("−82,000", "−8.2"), ("82,100", "8.20")]
)
def test_figures_ten_thousand_times_apart_are_a_slip_of_units(stated: str, derived: str) -> None:
    assert slip(stated, derived)


@pytest.mark.parametrize(
    ("stated", "derived"), [("82.00", "8.20"), ("0", "8.20"), ("8.20", "0"), ("●●●", "8.2"), ("2026-03-01", "8")]
)
def test_other_differences_keep_their_slug(stated: str, derived: str) -> None:
    assert not slip(stated, derived)


def test_what_is_no_sum_of_money_is_left_alone() -> None:
    assert not slip("82,000.00", "8.20", "prose-off")


def in_ten_thousands(*figures: str, unit: str = "万元") -> Table:
    cells = [[Cell(Amount(Decimal(one), unit), one, Span("a", at))] for at, one in enumerate(figures, 1)]
    return table([Column("m", "资金", kind="money", unit="万元")], *cells)


def test_a_figure_in_a_column_of_ten_thousands_that_can_only_be_in_yuan() -> None:
    ((column, row, would_be),) = slips_in(in_ten_thousands("5.2", "63000", "3"))
    assert (column, row.number, would_be) == (0, "2", "6.3")


@pytest.mark.parametrize("figures", [("5.2", "3"), ("12000", "15000", "13000"), ("63000",)])
def test_columns_of_one_size_are_fine(figures: tuple[str, ...]) -> None:
    assert not list(slips_in(in_ten_thousands(*figures)))


def test_cells_with_their_own_unit_are_fine() -> None:
    assert not list(slips_in(in_ten_thousands("5.2", "63000", "3", unit="元")))
