"""One relation between cells that must hold, how exactly, and by how much it does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from functools import lru_cache
from typing import NamedTuple

from disclosure.basis.rounding import coarse
from disclosure.basis.rounding import tail
from disclosure.basis.span import Span
from disclosure.basis.units import dimension
from disclosure.basis.units import is_money
from disclosure.basis.units import scale
from disclosure.basis.values import Amount
from disclosure.board.arithmetic import ONE
from disclosure.board.arithmetic import ZERO
from disclosure.board.arithmetic import Cells
from disclosure.board.arithmetic import Column
from disclosure.board.arithmetic import Key
from disclosure.board.arithmetic import Node
from disclosure.board.arithmetic import One
from disclosure.board.arithmetic import Reader
from disclosure.board.arithmetic import Slopes
from disclosure.board.arithmetic import SumRows
from disclosure.board.arithmetic import amount_of
from disclosure.board.arithmetic import as_printed
from disclosure.board.arithmetic import in_base
from disclosure.board.arithmetic import is_nothing
from disclosure.board.arithmetic import key_of
from disclosure.board.arithmetic import scaled_like
from disclosure.board.bind import Binding
from disclosure.board.measures import plain_reader
from disclosure.board.naming import has_literal
from disclosure.board.naming import rounding_of
from disclosure.board.naming import slug_for
from disclosure.catalogue.formula import Expression
from disclosure.catalogue.formula import Identity
from disclosure.reading.table import Cell
from disclosure.reading.table import Row

HALF_CENT = Decimal("0.005")
HALF = Decimal("0.5")

RANK = (
    "opening-not-carried",
    "closing-balance-off",
    "total-off",
    "product-off",
    "running-balance-off",
    "claim-off",
    "of-which-exceeds-whole",
    "relation-off",
    "statements-differ",
    "prose-off",
    "capitals-differ",
    "parts-incomplete",
    "rounding-tail",
    "figures-doubtful",
)
"""Which finding speaks for several with one cause: the first of these."""


@dataclass(frozen=True, slots=True)
class Form:
    """The two expressions a relation was bound from, for what is only asked when it does not hold."""

    left: Expression
    operator: str
    right: Expression
    binding: Binding
    identity: Identity


@dataclass(frozen=True)
class Template:
    """What a relation says, before it is read in a row.

    ``form`` is set for what was typed as a formula: then slug, rounding and words are told by it. ``rounding``: 'sum'
    (exact), 'product' (half a cent), 'quotient' (one unit of the last digit printed). ``at``: the 校验 line, None for an
    identity of the category. ``tolerance``: what stands behind ±. ``slack``: how far two statements of one fact may
    lie apart. ``tails``: the filing says that its figures are rounded (尾差). ``way``: the words for how the result of a sum nobody typed as a formula comes about.
    """

    left: Node
    right: Node
    operator: str = "="
    own_slug: str = "relation-off"
    formula: str = ""
    own_rounding: str = "sum"
    form: Form | None = None
    tolerance: Node | None = None
    at: Span | None = None
    slack: Decimal = ZERO
    way: str = ""
    tails: bool = False

    @cached_property
    def slug(self) -> str:
        """The closest slug."""
        form = self.form
        return self.own_slug if form is None else slug_for(form.left, form.operator, form.right, form.binding)

    @cached_property
    def rounding(self) -> str:
        """How the relation may be rounded."""
        return self.own_rounding if self.form is None else rounding_of(self.form.left, self.form.right)

    @cached_property
    def literal(self) -> bool:
        """Whether a bare number stands in the formula, so that it may be meant in printed units."""
        if self.form is None:
            return False
        slack = self.form.identity.tolerance
        printed = slack is not None and self.rounding == "sum" and has_literal(slack)
        return printed or has_literal(self.form.left, self.form.right)


class Relation(NamedTuple):
    """A template in one row (or none); ``payees``: in a total row each payee's product may have been rounded."""

    template: Template
    row: Cells = ()
    payees: int = 1

    def broken(self) -> bool:
        """Return whether the relation does not hold in any way it may be meant; silent relations hold."""
        return not holds(self, in_base) and not any(holds(self, read) for read in _other_readers(self))


def reader_of(relation: Relation) -> Reader:
    """Return the reader in which a broken relation comes nearest to holding."""
    readers = (in_base, *_other_readers(relation))
    return readers[0] if len(readers) == 1 else min(readers, key=lambda read: _distance(relation, read))


def _distance(relation: Relation, read: Reader) -> Decimal:
    left, right = sides(relation, read) or (ZERO, ZERO)
    biggest = max(abs(left), abs(right))
    return abs(left - right) / biggest if biggest else ZERO


def _other_readers(relation: Relation) -> tuple[Reader, ...]:
    """Return the other ways numbers may be meant.

    There are some where the sides measure different things (吨 by 元, 吨 and a bare reading), and where a bare literal
    stands beside units that are not base.
    """
    template = relation.template
    plain = plain_reader(template.left, template.right, relation.row) if template.form is not None else None
    return (plain, *_with_literal(relation)) if plain else _with_literal(relation)


def _with_literal(relation: Relation) -> tuple[Reader, ...]:
    if not relation.template.literal:
        return ()
    cell = stated(relation)
    amount = cell and amount_of(cell)
    readers: tuple[Reader, ...] = (as_printed,)
    return (*readers, _scaled(amount.unit)) if amount and scale(amount.unit) != 1 else readers


@lru_cache(maxsize=64)
def _scaled(unit: str) -> Reader:
    return scaled_like(unit)


def sides(relation: Relation, read: Reader) -> tuple[Decimal, Decimal] | None:
    """Return what both sides come to, None for silence; a product told as «—» is none."""
    template, row, _ = relation
    if template.form is not None and template.rounding != "sum" and (is_nothing(template.left, row) or is_nothing(template.right, row)):
        return None
    left = template.left.value(row, read)
    right = template.right.value(row, read) if left is not None else None
    return None if left is None or right is None else (left, right)


def unsettled(template: Template, rows: Sequence[Row]) -> list[Row]:
    """Return the rows in which a relation needs a closer look: those in which it plainly holds, or is silent, left out.

    A result in 元 may be half a cent away from a product.
    """
    cells = [row.cells for row in rows]
    looked: list[Row] = []
    product = template.operator == "=" and template.rounding == "product"
    for row, left, right in zip(rows, template.left.values(cells), template.right.values(cells), strict=True):
        if left is None or right is None or left == right:
            continue
        if product and -HALF_CENT <= left - right <= HALF_CENT and _is_plain_money(stated(Relation(template, row.cells))):
            continue
        looked.append(row)
    return looked


def _is_plain_money(cell: Cell | None) -> bool:
    amount = amount_of(cell) if cell is not None else None
    return amount is not None and not amount.qualifier and amount.unit in ("", "元")


def holds(relation: Relation, read: Reader) -> bool:
    """Return whether the relation holds as ``read`` reads its cells; a silent one does."""
    values = sides(relation, read)
    return values is None or values[0] == values[1] or fits(relation, values[0] - values[1], read)


def fits(relation: Relation, residual: Decimal, read: Reader) -> bool:
    """Return whether left minus right is what the relation allows."""
    operator = relation.template.operator
    vague = _margins(relation, read) if operator == "=" else None
    if vague is not None and relation.template.tolerance is None:
        return vague[0] <= residual <= vague[1]
    slack = tolerance(relation, read)
    if operator == "≤":
        return residual <= slack
    return residual >= -slack if operator == "≥" else abs(residual) <= slack


def _margins(relation: Relation, read: Reader) -> tuple[Decimal, Decimal] | None:
    """Return between what left minus right may lie where the typed side is vague, None where it is not.

    75万余 is from 75万 up to 76万, 近341 is at most 341: rounding is part of the word.
    """
    cell = stated(relation)
    amount = cell and amount_of(cell)
    if not amount or not amount.qualifier:
        return None
    low, high = _vague(amount.qualifier, _step(amount) / _size(amount, read))
    return (low, high) if single(relation.template.left, relation.row) is cell else (-high, -low)


def _vague(qualifier: str, step: Decimal) -> tuple[Decimal, Decimal]:
    """Return between what a number with this word, minus what it speaks of, may lie."""
    if qualifier in ("余", "多", "来", "超", "超过", "逾"):
        return -step, ZERO
    return (ZERO, step) if qualifier in ("近", "不足") else (-step, step)


def _step(amount: Amount) -> Decimal:
    """Return one unit of the last digit that was meant: of 5.9万多 a thousand, of 40多万 a hundred thousand."""
    if amount.decimals:
        return amount.last_digit
    zeros = len(str(abs(amount.number))) - len(str(abs(amount.number)).rstrip("0"))
    return Decimal(10) ** zeros * scale(amount.unit)


def _size(amount: Amount, read: Reader) -> Decimal:
    """Return how many base units one unit of a reader is, for amounts of this unit."""
    if read is in_base:
        return ONE
    return scale(amount.unit) / (read(Cell(Amount(ONE, amount.unit, 0), "", Span(""))) or ONE)


def tolerance(relation: Relation, read: Reader) -> Decimal:
    """Return how far the sides may differ: what stands behind ±, else by how the result was calculated."""
    template = relation.template
    if template.tolerance is not None:
        return abs(template.tolerance.value(relation.row, read) or ZERO)
    rounding = template.rounding
    cell = stated(relation)
    amount = cell and amount_of(cell)
    if rounding == "sum":
        return template.slack + (_rounded_off(relation) / _size(amount, read) if amount else ZERO)
    if rounding == "quotient":
        return amount.last_digit / _size(amount, read) if amount else HALF_CENT * 2
    return _half_cent(amount, read) * _products(relation, read)


def tail_of(relation: Relation) -> Decimal:
    """Return how far (元) rounding alone may drive the sides of a sum apart; 0 where it is no sum, or cannot."""
    template = relation.template
    if template.operator != "=" or template.rounding != "sum" or template.tolerance is not None:
        return ZERO
    return tail(_amounts(relation))


def is_tail(relation: Relation) -> bool:
    """Return whether a broken relation is off by no more than rounding may do."""
    values = sides(relation, in_base)
    return values is not None and abs(values[0] - values[1]) <= tail_of(relation)


def _rounded_off(relation: Relation) -> Decimal:
    """Return what rounding is allowed to do: in one figure told in 万元 of others in 元, and wherever the filing says so."""
    if relation.template.tails:
        return tail_of(relation)
    return coarse(_amounts(relation)) if relation.template.form is not None and not relation.row else ZERO


def _amounts(relation: Relation) -> list[Amount]:
    return [amount for cell in cells_of(relation) if (amount := amount_of(cell)) is not None]


def _half_cent(amount: Amount | None, read: Reader) -> Decimal:
    """Return half a cent; where the result is printed in another unit, half of its last digit."""
    if amount is None or amount.unit in ("", "元"):
        return HALF_CENT
    if is_money(amount.unit) and amount.last_digit < HALF_CENT * 2:
        return HALF_CENT / _size(amount, read)
    return amount.last_digit * HALF / _size(amount, read)


def _products(relation: Relation, read: Reader) -> int:
    """Return how many products were rounded: one, those of a sum of products, or one a payee in a total row."""
    for node in (relation.template.left, relation.template.right):
        if isinstance(node, SumRows):
            return max(1, node.rounded(read))
    return relation.payees


def stated(relation: Relation) -> Cell | None:
    """Return the typed cell that a side consists of: on the left, else on the right; None when both are formulas."""
    template, row, _ = relation
    return single(template.left, row) or single(template.right, row)


def stated_left(relation: Relation) -> Cell | None:
    """Return the typed cell on the left side, else None."""
    return single(relation.template.left, relation.row)


def single(node: Node, row: Cells) -> Cell | None:
    """Return the one cell a side consists of, None when it is a formula."""
    if isinstance(node, One):
        return node.cell
    return node.cell(row) if isinstance(node, Column) else None


def cells_of(relation: Relation) -> list[Cell]:
    """Return the cells that take part, each once, in order."""
    template, row, _ = relation
    found: dict[Key, Cell] = {}
    for node in (template.left, template.right):
        for cell in node.cells(row):
            found.setdefault(key_of(cell), cell)
    return list(found.values())


def slopes_of(relation: Relation, read: Reader) -> Slopes:
    """Return how left minus right moves with each cell."""
    template, row, _ = relation
    found = dict(template.left.slopes(row, read))
    for key, slope in template.right.slopes(row, read).items():
        found[key] = found.get(key, ZERO) - slope
    return found


def unit_of(relation: Relation) -> str:
    """Return the unit in which the finding tells its numbers: that of the typed cell, else 元 where money takes part."""
    cell = stated(relation)
    amount = cell and amount_of(cell)
    if amount:
        return amount.unit
    units = {each.unit for one in cells_of(relation) if (each := amount_of(one))}
    return "元" if any(dimension(unit) == "money" for unit in units) else ""
