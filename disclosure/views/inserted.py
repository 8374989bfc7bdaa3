"""What «{=总任务-已完成}» in running text comes to: the bare number, from the same machinery that checks sums."""

from __future__ import annotations

from decimal import Decimal

from disclosure.basis.numbers import print_amount
from disclosure.basis.private import Private
from disclosure.board.arithmetic import Node
from disclosure.board.arithmetic import amount_of
from disclosure.board.arithmetic import as_printed
from disclosure.board.bind import Binding
from disclosure.board.bind import bind
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.board.resolve import Scope
from disclosure.catalogue.formula import FormulaError
from disclosure.catalogue.formula import parse_expression

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
    return _printed(node) if node is not None else UNKNOWN


def _printed(node: Node) -> str:
    try:
        cells = list(node.cells(()))
        number = node.value((), as_printed)
    except (IndexError, ArithmeticError):
        return UNKNOWN
    if number is None or any(isinstance(cell.value, Private) for cell in cells):
        return UNKNOWN
    places = max((amount.decimals for cell in cells if (amount := amount_of(cell))), default=0)
    return print_amount(number, places if number == round(number, places) else max(places, _MOST_PLACES)) if _is_finite(number) else UNKNOWN


def _is_finite(number: Decimal) -> bool:
    return number.is_finite()
