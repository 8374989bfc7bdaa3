from __future__ import annotations

from decimal import Decimal

from disclosure.basis.private import Private
from disclosure.basis.span import Span
from disclosure.basis.values import Absent
from disclosure.basis.values import Amount
from disclosure.reading.figures import Figures
from disclosure.reading.figures import figure_of
from disclosure.reading.figures import is_added
from disclosure.reading.figures import measure_of
from disclosure.reading.table import Cell
from disclosure.reading.table import Column
from tests.reading.papers import text_table


def cell(value: object, text: str = "3") -> Cell:
    return Cell(value, text, Span("表.yaml"))  # type: ignore[arg-type]


def test_what_may_be_added_to_what() -> None:
    assert [measure_of(unit, "quantity") for unit in ("万元", "元", "亩", "桶", "袋", "")] == ["money", "money", "area", "桶", "袋", ""]
    assert measure_of("", "money") == "money"


def test_what_a_cell_adds() -> None:
    amount = Amount(Decimal("1.5"), "万元")
    assert figure_of(cell(amount), "money")[:3] == ("figure", Decimal(15000), "money")
    assert figure_of(cell(Private(amount)), "money").value == 15000
    assert figure_of(cell(Amount(Decimal(3))), "quantity", "公顷").value == 45
    assert figure_of(cell(Amount(Decimal(3), "元", 0, "余")), "money").qualifier == "余"
    assert figure_of(cell(Amount(Decimal(3), "元", 0, "", Decimal(3), Decimal(4))), "money").qualifier == "~"
    assert figure_of(cell(amount, "〃"), "money").repeated
    assert [figure_of(cell(value), "money").state for value in (Absent.BLANK, Absent.NONE, Absent.UNSTATED, "见附件")] == ["blank", "none", "unstated", "words"]


def test_which_columns_are_added() -> None:
    assert is_added(Column("a", "甲", "money"))
    assert is_added(Column("a", "甲", "count", additive="periods"))
    assert not any(is_added(column) for column in (Column("a", "甲", "rate"), Column("a", "甲", "money", additive="no"), Column("a", "甲", "count", distinct=True), Column("a", "甲")))


def test_a_row_without_a_figure_adds_its_parts() -> None:
    table, _ = text_table("项目 | 金额(元)\n甲 | \n　乙 | 3\n　丙 | 4\n丁 | 无")
    figures = Figures(table)
    assert figures.effective(0, 1).value == 7
    added = figures.added(figures.children[-1], 1)
    assert (int(added.value), added.filled, added.blanks, added.unstated, added.known) == (7, 1, 0, 0, True)
