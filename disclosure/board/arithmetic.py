"""Formulas bound to cells: what they come to, which cells take part, and how a result moves with each of them.

Everything is Decimal in base units (元, 亩, 斤, 1 for %), days are ordinals. ``None`` is silence: an operand that is
blank, 未列 or words makes the whole relation silent.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP
from decimal import Decimal
from decimal import InvalidOperation
from typing import Protocol

from disclosure.basis.private import Private
from disclosure.basis.units import dimension
from disclosure.basis.units import scale
from disclosure.basis.values import Absent
from disclosure.basis.values import Amount
from disclosure.basis.values import Day
from disclosure.basis.values import Period
from disclosure.basis.values import Value
from disclosure.reading.table import Cell

ZERO = Decimal(0)
ONE = Decimal(1)
PLAIN = frozenset(("", "元", "亩", "户", "人"))
"""Units that are base units: nothing to multiply."""



def rounded(number: Decimal, decimals: int) -> Decimal:
    """Return a number rounded half up; one with more digits than any sum of money has is left as it is."""
    try:
        return number.quantize(ONE.scaleb(-decimals), rounding=ROUND_HALF_UP)
    except InvalidOperation:
        return number


Reader = Callable[[Cell], Decimal | None]
Cells = tuple[Cell, ...]
Key = tuple[str, int, int]
Slopes = dict[Key, Decimal]


def key_of(cell: Cell) -> Key:
    """Return what tells cells apart: file, line, column."""
    return cell.span[:3]


def bare(cell: Cell) -> Value:
    """Return a cell's value itself; for calculating only, never for printing."""
    value = cell.value
    return value.reveal() if isinstance(value, Private) else value


def amount_of(cell: Cell) -> Amount | None:
    """Return the amount a cell holds, else None."""
    value = cell.value
    if type(value) is Amount:
        return value
    plain = bare(cell)
    return plain if isinstance(plain, Amount) else None


def edge_of(cell: Cell, edge: str) -> Cell:
    """Return the cell with the low or high end of its range (300元至800元) for its value, blank where it holds none."""
    amount = amount_of(cell)
    number = getattr(amount, edge) if amount else None
    value = Absent.BLANK if amount is None or number is None else Amount(number, amount.unit, amount.decimals)
    return cell._replace(value=value)


def in_base(cell: Cell) -> Decimal | None:
    """Read a cell in base units; 无 is nothing and counts as zero."""
    value = cell.value
    if type(value) is Amount:
        if value.low is not None:
            return None
        return value.number if value.unit in PLAIN else value.base
    return _other(bare(cell))


def _other(value: Value) -> Decimal | None:
    if isinstance(value, Amount):
        return value.base if value.low is None else None
    if isinstance(value, Day):
        return Decimal(value.date.toordinal())
    if isinstance(value, Period):
        return Decimal(value.first.toordinal())
    return ZERO if value is Absent.NONE else None


def as_printed(cell: Cell) -> Decimal | None:
    """Read a cell's number as it is printed, whatever its unit: how a formula with bare literals may be meant."""
    amount = amount_of(cell)
    return in_base(cell) if amount is None or amount.low is not None else amount.number


def scaled_like(unit: str) -> Reader:
    """Return a reader that tells money (or whatever ``unit`` measures) and its rates in ``unit`` instead of base units."""
    size, kind = scale(unit), dimension(unit)

    def read(cell: Cell) -> Decimal | None:
        number, amount = in_base(cell), amount_of(cell)
        if number is None or amount is None or dimension(amount.unit) not in (kind, "rate", ""):
            return number
        return number / size

    return read


_NOTHING = frozenset((Absent.BLANK, Absent.NONE))


class Node(Protocol):
    """A formula bound to cells; ``row`` is the row it is read in where a column stands unaggregated."""

    def value(self, row: Cells, read: Reader, /) -> Decimal | None:
        """Return what it comes to, None for silence."""

    def values(self, rows: Sequence[Cells], /) -> Sequence[Decimal | None]:
        """Return what it comes to in each of these rows, in base units: ``value`` for many rows at once."""

    def cells(self, row: Cells, /) -> Iterator[Cell]:
        """Yield the cells that take part."""

    def slopes(self, row: Cells, read: Reader, /) -> Slopes:
        """Return how the value moves with each cell, the others kept; call only where ``value`` is not None."""


@dataclass(frozen=True, slots=True)
class Const:
    """A number that stands in the formula (or was counted)."""

    number: Decimal

    def value(self, _row: Cells, _read: Reader) -> Decimal | None:
        """Return the number."""
        return self.number

    def values(self, rows: Sequence[Cells]) -> Sequence[Decimal | None]:
        """Return the number for every row."""
        return [self.number] * len(rows)

    def cells(self, _row: Cells) -> Iterator[Cell]:
        """Yield nothing."""
        return iter(())

    def slopes(self, _row: Cells, _read: Reader) -> Slopes:
        """Return that nothing moves it."""
        return {}


@dataclass(frozen=True, slots=True)
class One:
    """One cell, wherever it stands."""

    cell: Cell

    def value(self, _row: Cells, read: Reader) -> Decimal | None:
        """Return the cell's number."""
        return read(self.cell)

    def values(self, rows: Sequence[Cells]) -> Sequence[Decimal | None]:
        """Return the cell's number for every row."""
        return [in_base(self.cell)] * len(rows)

    def cells(self, _row: Cells) -> Iterator[Cell]:
        """Yield the cell."""
        yield self.cell

    def slopes(self, _row: Cells, _read: Reader) -> Slopes:
        """Return one to one."""
        return {key_of(self.cell): ONE}


@dataclass(frozen=True, slots=True)
class Column:
    """The cell of a column in the row at hand; ``edge``: the 'low' or 'high' end of the range in it."""

    index: int
    edge: str = ""

    def cell(self, row: Cells) -> Cell:
        """Return the cell; one that should hold a range and holds none is blank."""
        cell = row[self.index]
        return edge_of(cell, self.edge) if self.edge else cell

    def value(self, row: Cells, read: Reader) -> Decimal | None:
        """Return the cell's number."""
        return read(self.cell(row))

    def values(self, rows: Sequence[Cells]) -> Sequence[Decimal | None]:
        """Return the number of the column's cell in every row."""
        if self.edge:
            return [in_base(self.cell(row)) for row in rows]
        index = self.index
        return [in_base(row[index]) for row in rows]

    def cells(self, row: Cells) -> Iterator[Cell]:
        """Yield the cell."""
        yield self.cell(row)

    def slopes(self, row: Cells, _read: Reader) -> Slopes:
        """Return one to one."""
        return {key_of(row[self.index]): ONE}


def is_nothing(node: Node, row: Cells) -> bool:
    """Return whether a formula is one cell that holds «—» or 无."""
    cell = node.cell if isinstance(node, One) else node.cell(row) if isinstance(node, Column) else None
    return cell is not None and bare(cell) is Absent.NONE


@dataclass(frozen=True, slots=True)
class Sum:
    """Cells added up: blank ones hold nothing, one that is 未列 or words makes the sum silent."""

    addends: Cells

    def value(self, _row: Cells, read: Reader) -> Decimal | None:
        """Return the sum."""
        total = ZERO
        for cell in self.addends:
            number = read(cell)
            if number is not None:
                total += number
            elif bare(cell) is not Absent.BLANK:
                return None
        return total

    def values(self, rows: Sequence[Cells]) -> Sequence[Decimal | None]:
        """Return the sum for every row."""
        return [self.value((), in_base)] * len(rows)

    def cells(self, _row: Cells) -> Iterator[Cell]:
        """Yield the cells that hold something."""
        return (cell for cell in self.addends if bare(cell) is not Absent.BLANK)

    def slopes(self, row: Cells, _read: Reader) -> Slopes:
        """Return how often each cell is added."""
        found: Slopes = {}
        for cell in self.cells(row):
            key = key_of(cell)
            found[key] = found.get(key, ZERO) + ONE
        return found


@dataclass(frozen=True, slots=True)
class SumRows:
    """sum(表.a * 表.b): an expression read in each row and added up; a row with a blank operand adds nothing.

    So does one where a factor is «—». A row that is silent for another reason (未列, words) makes the sum silent.
    """

    body: Node
    rows: tuple[Cells, ...]

    def value(self, _row: Cells, read: Reader) -> Decimal | None:
        """Return the sum."""
        total = ZERO
        for each in self.rows:
            number = self.body.value(each, read)
            if number is not None:
                total += number
            elif not any(bare(cell) in _NOTHING for cell in self.body.cells(each)):
                return None
        return total

    def values(self, rows: Sequence[Cells]) -> Sequence[Decimal | None]:
        """Return the sum for every row."""
        return [self.value((), in_base)] * len(rows)

    def cells(self, _row: Cells) -> Iterator[Cell]:
        """Yield the cells of all rows."""
        for each in self.rows:
            yield from self.body.cells(each)

    def slopes(self, _row: Cells, read: Reader) -> Slopes:
        """Return the slopes of all rows together."""
        found: Slopes = {}
        for each in self.rows:
            if self.body.value(each, read) is not None:
                found = _joined(found, self.body.slopes(each, read), ONE)
        return found

    def rounded(self, read: Reader) -> int:
        """Return in how many rows the product has more decimals than money, so that each may have been rounded."""
        values = (self.body.value(each, read) for each in self.rows)
        return sum(1 for value in values if value is not None and value != rounded(value, 2))


def _joined(one: Slopes, other: Slopes, factor: Decimal) -> Slopes:
    for key, slope in other.items():
        one[key] = one.get(key, ZERO) + slope * factor
    return one


@dataclass(frozen=True, slots=True)
class Operation:
    """Two nodes joined by + - × ÷; dividing by zero is silence, and so is a factor that is «—» or 无.

    Nothing adds nothing, but a price that a total row does not have is no price of nothing.
    """

    operator: str
    left: Node
    right: Node

    def value(self, row: Cells, read: Reader) -> Decimal | None:
        """Return the result."""
        left, right = self.left.value(row, read), self.right.value(row, read)
        return self._joined(left, right, row)

    def _joined(self, left: Decimal | None, right: Decimal | None, row: Cells) -> Decimal | None:
        if left is None or right is None:
            return None
        if self.operator == "+":
            return left + right
        if self.operator == "-":
            return left - right
        if not (left and right) and (is_nothing(self.left, row) or is_nothing(self.right, row)):
            return None
        if self.operator == "×":
            return left * right
        return left / right if right else None

    def values(self, rows: Sequence[Cells]) -> Sequence[Decimal | None]:
        """Return the result for every row."""
        return list(map(self._joined, self.left.values(rows), self.right.values(rows), rows))

    def cells(self, row: Cells) -> Iterator[Cell]:
        """Yield the cells of both sides."""
        yield from self.left.cells(row)
        yield from self.right.cells(row)

    def slopes(self, row: Cells, read: Reader) -> Slopes:
        """Return the slopes by the rules of sum, product and quotient (the last only near the value at hand)."""
        one, other = self.left.slopes(row, read), self.right.slopes(row, read)
        if self.operator in "+-":
            return _joined(one, other, ONE if self.operator == "+" else -ONE)
        left, right = self.left.value(row, read) or ZERO, self.right.value(row, read) or ZERO
        if self.operator == "×":
            return _joined(_joined({}, one, right), other, left)
        return _joined(_joined({}, one, ONE / right), other, -left / (right * right))


@dataclass(frozen=True, slots=True)
class Minus:
    """Minus a node."""

    body: Node

    def value(self, row: Cells, read: Reader) -> Decimal | None:
        """Return the negative."""
        value = self.body.value(row, read)
        return None if value is None else -value

    def values(self, rows: Sequence[Cells]) -> Sequence[Decimal | None]:
        """Return the negatives."""
        return [None if value is None else -value for value in self.body.values(rows)]

    def cells(self, row: Cells) -> Iterator[Cell]:
        """Yield the cells of the body."""
        return self.body.cells(row)

    def slopes(self, row: Cells, read: Reader) -> Slopes:
        """Return the negative slopes."""
        return _joined({}, self.body.slopes(row, read), -ONE)
