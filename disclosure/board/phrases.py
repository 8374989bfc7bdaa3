"""The words a finding has for how a result comes about: 各行加起来是, 各栏加起来是, 数一数是, 不能晚于."""

from __future__ import annotations

from disclosure.basis.units import dimension
from disclosure.basis.values import Day
from disclosure.board.arithmetic import bare
from disclosure.board.bind import Binding
from disclosure.board.naming import names_in
from disclosure.board.naming import words_of
from disclosure.board.relation import Relation
from disclosure.board.relation import stated
from disclosure.board.relation import stated_left
from disclosure.catalogue.formula import Binary
from disclosure.catalogue.formula import Call
from disclosure.catalogue.formula import Expression
from disclosure.catalogue.formula import Name
from disclosure.catalogue.formula import Negative

ROWS, COLUMNS, PARTS, COUNTED = "各行加起来是", "各栏加起来是", "各项加起来是", "数一数是"
_MOVING = ("增加", "减少", "入库", "出库", "领用", "increase", "decrease")


def way_of(relation: Relation, formula: str) -> str:
    """Return what stands in a finding between what was typed and what comes out."""
    template = relation.template
    slug, form = template.slug, template.form
    if slug == "total-off":
        return template.way or (_added(form.right, form.left, bool(relation.row)) if form else ROWS)
    if template.way:
        return template.way
    if slug == "closing-balance-off":
        moving = form is not None and _moves(form.right, form.binding)
        return "期初加增加减减少是" if moving else "期初加收入减支出是"
    return f"按 {formula} {_bound(relation)}"


def gap(difference: str, unit: str) -> str:
    """Return how far two figures lie apart, with its unit: percentages are told in 个百分点."""
    return difference + (" 个百分点" if dimension(unit) == "percent" else unit)


def _added(right: Expression, left: Expression, in_row: bool) -> str:
    side = left if isinstance(right, Name) and not isinstance(left, Name) else right
    functions = _functions(side)
    if "sum" in functions:
        return ROWS
    return COUNTED if functions else COLUMNS if in_row else PARTS


def _functions(expression: Expression) -> set[str]:
    if isinstance(expression, Call):
        return {expression.function}
    if isinstance(expression, Binary):
        return _functions(expression.left) | _functions(expression.right)
    return _functions(expression.body) if isinstance(expression, Negative) else set()


def _moves(right: Expression, binding: Binding) -> bool:
    words = [word for name in names_in(right) for word in words_of(name, binding)]
    return any(part in word for word in words for part in _MOVING)


def _bound(relation: Relation) -> str:
    """Return «算是», or for a bound what the typed side may not be; the left side is told where neither is a cell."""
    operator = relation.template.operator
    if operator == "=":
        return "算是"
    left, cell = stated_left(relation), stated(relation)
    above = (operator == "≤") == (left is not None or cell is None)
    if cell is not None and isinstance(bare(cell), Day):
        return "不能晚于" if above else "不能早于"
    return "不能大于" if above else "不能小于"
