"""Every relation a filing must hold to: what its category, its own 校验, its totals, balances and prose state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from disclosure.basis.numbers import read_amount
from disclosure.basis.span import Span
from disclosure.basis.values import Amount
from disclosure.board.arithmetic import ZERO
from disclosure.board.arithmetic import Column
from disclosure.board.arithmetic import Minus
from disclosure.board.arithmetic import Node
from disclosure.board.arithmetic import One
from disclosure.board.arithmetic import Operation
from disclosure.board.arithmetic import amount_of
from disclosure.board.bind import Binding
from disclosure.board.bind import bind
from disclosure.board.bind import prepare
from disclosure.board.bind import rejoined
from disclosure.board.capitals import pairs
from disclosure.board.ledger import running_balances
from disclosure.board.model import Fact
from disclosure.board.model import Filing
from disclosure.board.model import ProseNumber
from disclosure.board.model import Shelf
from disclosure.board.naming import rounding_of
from disclosure.board.relation import HALF
from disclosure.board.relation import Form
from disclosure.board.relation import Relation
from disclosure.board.relation import Template
from disclosure.board.relation import unsettled
from disclosure.board.resolve import Scope
from disclosure.board.resolve import Unknown
from disclosure.board.sums import table_sums
from disclosure.board.tree import payees
from disclosure.catalogue.formula import Identity
from disclosure.reading.table import Cell
from disclosure.reading.table import Role
from disclosure.reading.table import Table

_PER_HEAD = re.compile("(?:人均|户均|亩均|平均|每[亩户人])(?!.*[率比])")


class Doubt(NamedTuple):
    """A name in a formula of the filing that nobody knows."""

    unknown: Unknown
    formula: str
    span: Span


def relations(filing: Filing, shelf: Shelf, doubts: list[Doubt], *, sound: bool = False) -> Iterator[Relation]:
    """Yield every relation of a filing, in no order of rank; unknown names are put into ``doubts``.

    Of totals, running balances and what is said of every row only those that do not hold come, unless ``sound``.
    """
    told = _all(filing, shelf, doubts, sound=sound)
    yield from _with_tails(told) if states_rounding(filing) else told


_ROUNDING = re.compile("四舍五入|尾差|取整|尾数[差调]")


def states_rounding(filing: Filing) -> bool:
    """Return whether a filing says, in a note, its text or a remark in a table, that its figures were rounded."""
    tables = [table for table in filing.tables if table.source or _ROUNDING.search(filing.source.text)]
    remarks = (cell.text for table in tables for row in table.rows for cell in row.cells if isinstance(cell.value, str))
    texts = (*(text for text, _ in filing.notes), filing.body)
    return any(_ROUNDING.search(text) for text in texts) or any(isinstance(text, str) and _ROUNDING.search(text) for text in remarks)


def _with_tails(told: Iterator[Relation]) -> Iterator[Relation]:
    """Yield sums as sums of rounded figures; relations of one template go on sharing one."""
    made: dict[int, tuple[Template, Template]] = {}
    for relation in told:
        template = relation.template
        _, rounded = made.setdefault(id(template), (template, replace(template, tails=True)))
        yield relation._replace(template=rounded)


def _all(filing: Filing, shelf: Shelf, doubts: list[Doubt], *, sound: bool) -> Iterator[Relation]:
    yield from _of_category(filing, shelf, sound=sound)
    yield from _of_checks(filing, shelf, doubts, sound=sound)
    for table in filing.tables:
        yield from table_sums(table, sound=sound)
    yield from running_balances(filing, sound=sound)
    for fact in filing.facts:
        if fact.others:
            yield from _statements(fact)
    for number in filing.prose:
        yield from _prose(number, filing, shelf, doubts)
    yield from _capitals(filing)


def _of_category(filing: Filing, shelf: Shelf, *, sound: bool) -> Iterator[Relation]:
    """Yield what the category's identities say; a name that says nothing here is silent."""
    scope = Scope(filing, shelf, own=False)
    for identity in filing.category.identities:
        yield from of_identity(identity, scope, None, [], sound=sound)


def _of_checks(filing: Filing, shelf: Shelf, doubts: list[Doubt], *, sound: bool) -> Iterator[Relation]:
    """Yield what the filing's own 校验 say."""
    scope = Scope(filing, shelf)
    for check in filing.checks:
        here = scope.inside(filing.table(check.table)) if check.table else scope
        yield from of_identity(check.identity, here, check.span, doubts, sound=sound)


def of_identity(identity: Identity, scope: Scope, at: Span | None, doubts: list[Doubt], *, sound: bool = True) -> Iterator[Relation]:
    """Yield one relation for each sign in a chain, and for each row where a column stands unaggregated."""
    if "/" in identity.text:
        sides = tuple(rejoined(side, scope) for side in identity.sides)
        identity = Identity(identity.text, sides, identity.operators, identity.tolerance)
    binding = prepare(identity, scope)
    nodes = [bind(side, binding) for side in identity.sides]
    tolerance = bind(identity.tolerance, binding) if identity.tolerance is not None else None
    for number in range(len(identity.operators)):
        left, right = nodes[number], nodes[number + 1]
        if left is not None and right is not None:
            yield from _in_rows(_template(identity, number, (left, right, tolerance), at, binding), binding.table, sound=sound)
    if at is not None:
        doubts += [Doubt(unknown, identity.text, at) for unknown in dict.fromkeys(binding.unknown)]


def _template(
    identity: Identity, number: int, nodes: tuple[Node, Node, Node | None], at: Span | None, binding: Binding
) -> Template:
    one, other, operator = identity.sides[number], identity.sides[number + 1], identity.operators[number]
    form = Form(one, operator, other, binding, identity)
    return Template(nodes[0], nodes[1], operator, form=form, tolerance=nodes[2], at=at)


def _in_rows(template: Template, table: Table | None, *, sound: bool) -> Iterator[Relation]:
    """Yield the relation in every row it can be read in; rates are no rows of their own, but 人均收入 is one of figures."""
    if table is None or not (_reads_rows(template.left) or _reads_rows(template.right)):
        yield Relation(template)
        return
    rows = [row for row in table.rows if row.role is not Role.RATE or _PER_HEAD.match(row.label)]
    for row in rows if sound or template.tolerance is not None else unsettled(template, rows):
        yield Relation(template, row.cells, payees(table, row) if row.role is Role.TOTAL else 1)


def _reads_rows(node: Node) -> bool:
    """Return whether a column stands unaggregated in a formula."""
    if isinstance(node, Operation):
        return _reads_rows(node.left) or _reads_rows(node.right)
    return _reads_rows(node.body) if isinstance(node, Minus) else isinstance(node, Column)


def _statements(fact: Fact) -> Iterator[Relation]:
    """Yield that further statements of a fact (另称) say the same, as exactly as the coarser one is told."""
    cells = [cell for cell in (fact.cell, *fact.others) if amount_of(cell) is not None]
    for cell in cells[1:]:
        slack = _coarser(amount_of(cells[0]), amount_of(cell))
        yield Relation(Template(One(cell), One(cells[0]), "=", "statements-differ", fact.label, slack=slack))


def _coarser(one: Amount | None, other: Amount | None) -> Decimal:
    """Return half of the last digit of the coarser of two amounts, nothing where both are told alike."""
    if one is None or other is None or one.last_digit == other.last_digit:
        return ZERO
    return max(one.last_digit, other.last_digit) * HALF


def _prose(number: ProseNumber, filing: Filing, shelf: Shelf, doubts: list[Doubt]) -> Iterator[Relation]:
    """Yield that a number typed in running text is what the data come to, rounded as it was typed."""
    binding = Binding(Scope(filing, shelf))
    expression = number.formula.sides[0]
    right = bind(expression, binding)
    doubts += [Doubt(unknown, number.formula.text.strip(), number.span) for unknown in dict.fromkeys(binding.unknown)]
    amount = None if number.inserted else read_amount(number.text, number.unit)
    if right is None or not isinstance(amount, Amount):
        return
    cell = Cell(amount, number.text, number.span)
    slack = amount.last_digit * HALF
    if rounding_of(expression) == "quotient":
        slack = amount.last_digit
    yield Relation(Template(One(cell), right, "=", "prose-off", number.formula.text.strip(), slack=slack))


def _capitals(filing: Filing) -> Iterator[Relation]:
    """Yield that capitals say what the figures beside them say."""
    for pair in pairs(filing):
        if pair.readable:
            yield Relation(Template(One(pair.words), One(pair.figure), "=", "capitals-differ", pair.text))
