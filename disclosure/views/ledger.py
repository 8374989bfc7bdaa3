"""What a cash book's own identity tells: its opening and closing rows, the running balance, the proof under the table."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from disclosure.basis.numbers import print_amount
from disclosure.basis.units import scale
from disclosure.basis.values import Absent
from disclosure.basis.values import Amount
from disclosure.board.model import Fact
from disclosure.board.model import Filing
from disclosure.catalogue.formula import Binary
from disclosure.catalogue.formula import Call
from disclosure.catalogue.formula import Expression
from disclosure.catalogue.formula import Identity
from disclosure.catalogue.formula import Name
from disclosure.catalogue.formula import Negative
from disclosure.reading.table import Role
from disclosure.reading.table import Table


class Flow(NamedTuple):
    """closing = opening + sums of columns − sums of columns, with the columns' positions and every figure in 元."""

    opening: Fact
    closing: Fact
    plus: tuple[int, ...]
    minus: tuple[int, ...]


def flow_of(filing: Filing, table: Table) -> Flow | None:
    """Return the flow that one of the category's identities describes for ``table``, None when none does."""
    for identity in filing.category.identities:
        flow = _flow(identity, filing, table)
        if flow is not None:
            return flow
    return None


class _Form(NamedTuple):
    """An identity of that form: the names of both facts, and each sum with its sign."""

    opening: Name
    closing: Name
    sums: tuple[tuple[int, Call], ...]


@lru_cache(maxsize=4096)
def _form(identity: Identity) -> _Form | None:
    if identity.operators != ("=",) or not isinstance(identity.sides[0], Name):
        return None
    terms = _terms(identity.sides[1], 1)
    if terms is None:
        return None
    facts = [node for sign, node in terms if isinstance(node, Name) and sign > 0]
    sums = tuple((sign, node) for sign, node in terms if isinstance(node, Call))
    if len(facts) != 1 or 1 + len(sums) != len(terms) or not sums:
        return None
    return _Form(facts[0], identity.sides[0], sums)


def _flow(identity: Identity, filing: Filing, table: Table) -> Flow | None:
    form = _form(identity)
    if form is None:
        return None
    opening, closing = _fact(form.opening, filing), _fact(form.closing, filing)
    sums = [(sign, _column(node, table)) for sign, node in form.sums]
    if opening is None or closing is None or any(at < 0 for _, at in sums):
        return None
    plus = tuple(at for sign, at in sums if sign > 0)
    minus = tuple(at for sign, at in sums if sign < 0)
    return Flow(opening, closing, plus, minus)


def _terms(node: Expression, sign: int) -> list[tuple[int, Expression]] | None:
    """Return the signed terms of a sum, None when the expression is no mere sum."""
    if isinstance(node, Negative):
        return _terms(node.body, -sign)
    if isinstance(node, Binary):
        if node.operator not in "+-−":
            return None
        left = _terms(node.left, sign)
        right = _terms(node.right, sign if node.operator == "+" else -sign)
        return None if left is None or right is None else left + right
    return [(sign, node)]


def _fact(node: Name, filing: Filing) -> Fact | None:
    return None if node.previous or len(node.parts) != 1 else filing.fact(node.parts[0])


def _column(node: Call, table: Table) -> int:
    """Return the position of the column that ``sum(table.column)`` adds up, -1 for anything else."""
    body = node.body
    if node.function != "sum" or node.where is not None or not isinstance(body, Name) or body.previous:
        return -1
    if len(body.parts) != 2 or body.parts[0] not in (table.id, table.label):
        return -1
    return table.column(body.parts[1])


def _base(value: object) -> Decimal | None:
    """Return an amount in 元, 0 for a cell without a figure, None for what is no number."""
    if isinstance(value, Amount):
        return value.number if value.unit == "元" else value.base
    return Decimal(0) if isinstance(value, Absent) else None


def balances(flow: Flow, table: Table) -> list[Decimal | None] | None:
    """Return the running balance after each item in 元 (None beside other rows); None when a cell is no number."""
    if not isinstance(flow.opening.cell.value, Amount):
        return None
    balance = flow.opening.cell.value.base
    found: list[Decimal | None] = []
    for row in table.rows:
        if row.role is not Role.ITEM or row.parent >= 0:
            found.append(None)
            continue
        plus = [_base(row.cells[at].value) for at in flow.plus]
        minus = [_base(row.cells[at].value) for at in flow.minus]
        if None in plus or None in minus:
            return None
        balance += sum(filter(None, plus), Decimal(0)) - sum(filter(None, minus), Decimal(0))
        found.append(balance)
    return found


def printed(number: Decimal, unit: str = "元") -> str:
    """Return an amount of 元 printed in ``unit`` with two decimals for 元."""
    return print_amount(number / scale(unit), 2) if unit == "元" else print_amount((number / scale(unit)).normalize())


def moved(flow: Flow, table: Table) -> tuple[Decimal, Decimal] | None:
    """Return (in, out) of all items in 元, None when a cell is no number."""
    rows = [row for row in table.rows if row.role is Role.ITEM and row.parent < 0]
    sides = []
    for columns in (flow.plus, flow.minus):
        numbers = [_base(row.cells[at].value) for row in rows for at in columns]
        if None in numbers:
            return None
        sides.append(sum((number for number in numbers if number), Decimal(0)))
    return sides[0], sides[1]


def proof(flow: Flow, table: Table) -> str:
    """Return «验算：152,300.00 + 41,937.60 − 29,899.84 = 164,337.76。», saying so where the typed closing differs."""
    moves = moved(flow, table)
    first, last = flow.opening.cell.value, flow.closing.cell.value
    if moves is None or not isinstance(first, Amount) or not isinstance(last, Amount):
        return ""
    opening, closing = first.base, last.base
    result = opening + moves[0] - moves[1]
    text = f"验算：{printed(opening)} + {printed(moves[0])} − {printed(moves[1])} = {printed(result)}"
    text += "。" if result == closing else f"，与所登{flow.closing.label} {printed(closing)} 不符。"
    parts = any(row.role is Role.OF_WHICH for row in table.rows)
    return text + ("“其中”的数已含在上一行里，不另加。" if parts else "")
