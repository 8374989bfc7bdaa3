"""Which slug fits a relation closest, told by its form and by what its sides are called."""

from __future__ import annotations

import re

from disclosure.board.bind import SIGNS
from disclosure.board.bind import Binding
from disclosure.board.resolve import ColumnOf
from disclosure.catalogue.formula import Binary
from disclosure.catalogue.formula import Call
from disclosure.catalogue.formula import Expression
from disclosure.catalogue.formula import Name
from disclosure.catalogue.formula import Negative
from disclosure.catalogue.formula import Number

CLOSING = re.compile(r"期末|月末|季末|年末|余额|结余|结存|滚存|^closing$|^balance$")
OPENING = re.compile(r"期初|月初|季初|年初|上期|上月|上季|上年|上次|^opening$|^carried$")
WHOLE = re.compile(r"合计|总计|共计|小计|总额|总数|^总")


def slug_for(left: Expression, operator: str, right: Expression, binding: Binding) -> str:
    """Return the closest slug for a relation between two sides; the typed side may stand on either hand."""
    if operator != "=":
        return "relation-off"
    if not isinstance(left, Name) and isinstance(right, Name):
        left, right = right, left
    if _carried(left, right) or _carried(right, left):
        return "opening-not-carried"
    if isinstance(left, Name) and _is_closing(left, right, binding):
        return "closing-balance-off"
    if _is_total(left, right, binding):
        return "total-off"
    return "product-off" if rounding_of(left, right) == "product" else "relation-off"


def _carried(one: Expression, other: Expression) -> bool:
    """Return whether one side is just a figure of the filing before, and the other none."""
    return isinstance(one, Name) and one.previous and not any(name.previous for name in names_in(other))


def _is_closing(left: Name, right: Expression, binding: Binding) -> bool:
    """Return whether a balance is told as an opening one plus and minus what came between."""
    if not any(CLOSING.search(word) for word in words_of(left, binding)) or not isinstance(right, Binary):
        return False
    return any(
        name.previous or any(OPENING.search(word) for word in words_of(name, binding)) for name in names_in(right)
    )


def _is_total(left: Expression, right: Expression, binding: Binding) -> bool:
    """Return whether a figure is told as a sum of a column, or a 合计 as things added up."""
    if not _only_added(right):
        return False
    if isinstance(right, Call):
        return isinstance(left, Name)
    summed = any(isinstance(part, Call) for part in _added(right))
    named = isinstance(left, Name) and any(WHOLE.search(word) for word in words_of(left, binding))
    return isinstance(right, Binary) and (named or (isinstance(left, Name) and summed))


def _added(expression: Expression) -> list[Expression]:
    if isinstance(expression, Binary) and expression.operator == "+":
        return [*_added(expression.left), *_added(expression.right)]
    return [expression]


def _only_added(expression: Expression) -> bool:
    return all(
        isinstance(part, Name) or (isinstance(part, Call) and isinstance(part.body, Name)) for part in _added(expression)
    )


def words_of(name: Name, binding: Binding) -> tuple[str, ...]:
    """Return the words by which a name may be known: as typed, and the label of the fact or column it means."""
    words = [*name.parts[-2:]]
    target = binding.target(name)
    if isinstance(target, ColumnOf):
        column = target.table.columns[target.index]
        words += [column.id, column.label]
    filing = binding.scope.filing
    fact = filing.fact(name.parts[-1]) if name.parts else None
    return (*words, fact.label) if fact else tuple(words)


def names_in(expression: Expression) -> list[Name]:
    """Return every name in an expression."""
    if isinstance(expression, Name):
        return [expression]
    if isinstance(expression, Call | Negative):
        return names_in(expression.body)
    if isinstance(expression, Binary):
        return names_in(expression.left) + names_in(expression.right)
    return []


def rounding_of(*sides: Expression) -> str:
    """Return how a relation may be rounded: 'quotient' where something is divided, 'product' where multiplied, else 'sum'."""
    operators = {operator for side in sides for operator in _operators(side)}
    if "÷" in operators:
        return "quotient"
    return "product" if "×" in operators else "sum"


def _operators(expression: Expression) -> list[str]:
    if isinstance(expression, Call | Negative):
        return _operators(expression.body)
    if not isinstance(expression, Binary):
        return []
    own = SIGNS.get(expression.operator, expression.operator)
    return [own, *_operators(expression.left), *_operators(expression.right)]


def has_literal(*sides: Expression) -> bool:
    """Return whether a bare number (no percentage) stands in one of the sides."""
    return any(_literal(side) for side in sides)


def _literal(expression: Expression) -> bool:
    if isinstance(expression, Number):
        return not expression.text.endswith(("%", "％", "‰"))
    if isinstance(expression, Call | Negative):
        return _literal(expression.body)
    return isinstance(expression, Binary) and (_literal(expression.left) or _literal(expression.right))
