"""What «{=总任务-已完成}» in running text comes to: the bare number, from the same machinery that checks sums."""

from __future__ import annotations

from decimal import Decimal

from disclosure.basis.numbers import print_amount
from disclosure.basis.private import Private
from disclosure.basis.units import dimension
from disclosure.board.arithmetic import Node
from disclosure.board.arithmetic import amount_of
from disclosure.board.arithmetic import as_printed
from disclosure.board.arithmetic import in_base
from disclosure.board.bind import Binding
from disclosure.board.bind import bind
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.board.naming import has_literal
from disclosure.board.resolve import Scope
from disclosure.board.wording import in_unit
from disclosure.catalogue.formula import FormulaError
from disclosure.catalogue.formula import parse_expression
from disclosure.reading.table import Cell

UNKNOWN = "（算不出）"
_MOST_PLACES = 2


def inserted(formula: str, filing: Filing, shelf: Shelf) -> str:
    """Return the number a formula comes to, with the decimals its cells were typed with; a quotient has at most two.

    A formula that cannot be worked out, or that speaks of personal cells, prints as （算不出）.
    """
    try:
        expression = parse_expression(formula).sides[0]
    except FormulaError:
        return UNKNOWN
    node = bind(expression, Binding(Scope(filing, shelf)))
    if node is None:
        return UNKNOWN
    unit = next((each.unit for each in filing.prose if each.inserted and each.formula.text.strip() == formula), "")
    return _printed(node, unit, literal=has_literal(expression))


def _printed(node: Node, unit: str, *, literal: bool) -> str:
    try:
        cells = list(node.cells(()))
        if _mixed(cells, unit) and not literal:
            number = node.value((), in_base)
            return UNKNOWN if number is None or _personal(cells) else in_unit(number, unit)
        number = node.value((), as_printed)
    except (IndexError, ArithmeticError):
        return UNKNOWN
    if number is None or _personal(cells):
        return UNKNOWN
    places = max((amount.decimals for cell in cells if (amount := amount_of(cell))), default=0)
    return print_amount(number, places if number == round(number, places) else max(places, _MOST_PLACES)) if _is_finite(number) else UNKNOWN


def _personal(cells: list[Cell]) -> bool:
    return any(isinstance(cell.value, Private) for cell in cells)


def _mixed(cells: list[Cell], unit: str) -> bool:
    """Tell whether a formula's cells are told in several units of one measure, or in another than stands behind it (元, 万元)."""
    units = {amount.unit for cell in cells if (amount := amount_of(cell))} | ({unit} if unit else set())
    kinds = [dimension(each) for each in units if dimension(each) not in ("", "count", "rate")]
    return len(kinds) != len(set(kinds))


def _is_finite(number: Decimal) -> bool:
    return number.is_finite()
