"""A formula bound to the cells it speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from decimal import Decimal

from disclosure.basis.text import normalise_label
from disclosure.basis.values import Absent
from disclosure.board.arithmetic import Column
from disclosure.board.arithmetic import Const
from disclosure.board.arithmetic import Minus
from disclosure.board.arithmetic import Node
from disclosure.board.arithmetic import One
from disclosure.board.arithmetic import Operation
from disclosure.board.arithmetic import Sum
from disclosure.board.arithmetic import SumRows
from disclosure.board.arithmetic import bare
from disclosure.board.arithmetic import edge_of
from disclosure.board.resolve import ColumnOf
from disclosure.board.resolve import Scope
from disclosure.board.resolve import Silent
from disclosure.board.resolve import Stated
from disclosure.board.resolve import Target
from disclosure.board.resolve import Unknown
from disclosure.board.resolve import resolve
from disclosure.board.tree import Wanted
from disclosure.board.tree import addends
from disclosure.board.tree import adds_up
from disclosure.board.tree import one_measure
from disclosure.board.tree import top_rows
from disclosure.catalogue.formula import Binary
from disclosure.catalogue.formula import Call
from disclosure.catalogue.formula import Date
from disclosure.catalogue.formula import Expression
from disclosure.catalogue.formula import Identity
from disclosure.catalogue.formula import Name
from disclosure.catalogue.formula import Negative
from disclosure.catalogue.formula import Number
from disclosure.reading.table import Cell
from disclosure.reading.table import Row
from disclosure.reading.table import Table

SIGNS = {"*": "×", "/": "÷", "−": "-", "－": "-", "＋": "+"}


@dataclass(frozen=True, slots=True)
class Binding:
    """One identity being bound: the table whose rows it is read in (if any), what each name means, unknown names."""

    scope: Scope
    table: Table | None = None
    targets: dict[int, Target] = field(default_factory=dict)
    unknown: list[Unknown] = field(default_factory=list)

    def over(self, table: Table | None) -> Binding:
        """Return the binding read in the rows of a table."""
        return Binding(self.scope, table, self.targets, self.unknown)

    def target(self, name: Name) -> Target:
        """Return what a name means; looked up once (a name lives as long as the formula it stands in)."""
        found = self.targets.get(id(name))
        if found is None:
            found = self.targets[id(name)] = resolve(name, self.scope)
            if isinstance(found, Unknown):
                self.unknown.append(found)
        return found


def rejoined(expression: Expression, scope: Scope) -> Expression:
    """Return the formula with «C级/户数» read as one name where a column is called so (a bar also divides)."""
    if isinstance(expression, Call):
        return replace(expression, body=rejoined(expression.body, scope))
    if isinstance(expression, Negative):
        return replace(expression, body=rejoined(expression.body, scope))
    if not isinstance(expression, Binary):
        return expression
    left, right = rejoined(expression.left, scope), rejoined(expression.right, scope)
    path = _path(left, right) if SIGNS.get(expression.operator, expression.operator) == "÷" else ()
    if path and any(scope.column(table, path[-1]) >= 0 for table in _tables_for(path, scope)):
        return Name(path)
    return replace(expression, left=left, right=right)


def _path(left: Expression, right: Expression) -> tuple[str, ...]:
    """Return «表», «组/栏» of two names with a bar between them, () when they cannot be one name."""
    if not isinstance(left, Name) or not isinstance(right, Name) or left.previous or left.number or right.number:
        return ()
    if len(right.parts) != 1 or not left.parts:
        return ()
    return (*left.parts[:-1], f"{left.parts[-1]}/{right.parts[0]}")


def _tables_for(path: tuple[str, ...], scope: Scope) -> tuple[Table, ...]:
    if len(path) == 1:
        return (scope.table,) if scope.table else scope.filing.tables
    table = scope.filing.table(path[0])
    return (table,) if table else ()


def prepare(identity: Identity, scope: Scope) -> Binding:
    """Return the binding of an identity: row by row when its first side is a column, or one that makes no sum."""
    binding = Binding(scope)
    table = _columns_of(identity.sides[0], binding)
    if table is None:
        others = [_columns_of(side, binding, summed=False) for side in identity.sides[1:]]
        table = next((other for other in others if other is not None), None)
    own = table is not None and (table is scope.table or any(table is each for each in scope.filing.tables))
    return binding.over(table) if own else binding


def _columns_of(expression: Expression, binding: Binding, *, summed: bool = True) -> Table | None:
    """Return the table of the first column that stands unaggregated; ``summed``: also one that could be a sum."""
    for name in loose_names(expression):
        target = binding.target(name)
        if not isinstance(target, ColumnOf) or name.previous:
            continue
        if summed or not adds_up(target.table.columns[target.index]):
            return target.table
    return None


def loose_names(expression: Expression) -> Iterator[Name]:
    """Yield the names that stand outside sum() and count()."""
    if isinstance(expression, Name):
        yield expression
    elif isinstance(expression, Binary):
        yield from loose_names(expression.left)
        yield from loose_names(expression.right)
    elif isinstance(expression, Negative):
        yield from loose_names(expression.body)


def bind(expression: Expression, binding: Binding) -> Node | None:
    """Return the formula bound to cells, None when a name in it says nothing here."""
    if isinstance(expression, Number):
        return Const(expression.value)
    if isinstance(expression, Date):
        return Const(Decimal(expression.value.toordinal()))
    if isinstance(expression, Name):
        return _name(binding.target(expression), binding)
    if isinstance(expression, Call):
        return _call(expression, binding)
    if isinstance(expression, Negative):
        body = bind(expression.body, binding)
        return body and Minus(body)
    left, right = bind(expression.left, binding), bind(expression.right, binding)
    if left is None or right is None:
        return None
    return Operation(SIGNS.get(expression.operator, expression.operator), left, right)


def _name(target: Target, binding: Binding) -> Node | None:
    if isinstance(target, ColumnOf):
        return Column(target.index, target.edge) if target.table is binding.table else _sum(target)
    if isinstance(target, Stated):
        return One(target.cells[0]) if len(target.cells) == 1 else Sum(target.cells)
    return None


def _sum(target: ColumnOf, wanted: Wanted | None = None) -> Node | None:
    """Return the sum of a column; an excerpt, a column of rates or of several measures has none."""
    cells = addends(target.table, target.index, wanted)
    if target.edge:
        cells = tuple(edge_of(cell, target.edge) for cell in cells)
    return Sum(cells) if not target.table.excerpt and one_measure(cells) else None


def _call(call: Call, binding: Binding) -> Node | None:
    if isinstance(call.body, Name):
        return _aggregate(call, binding.target(call.body), binding)
    if call.function != "sum":
        return None
    table = _columns_of(call.body, binding)
    if table is None:
        return bind(call.body, binding)
    body = bind(call.body, binding.over(table))
    wanted = _wanted(call, table, binding)
    rows = tuple(row.cells for row in top_rows(table) if wanted is None or wanted(row))
    return None if body is None or table.excerpt else SumRows(body, rows)


def _aggregate(call: Call, target: Target, binding: Binding) -> Node | None:
    """Return sum(…) or count(…) of a single name."""
    if isinstance(target, Silent):
        return Const(Decimal(0)) if _nil(binding.scope, call) else None
    if isinstance(target, Table):
        return _of_table(call, target, binding)
    if isinstance(target, ColumnOf):
        wanted = _wanted(call, target.table, binding)
        return _sum(target, wanted) if call.function == "sum" else _count(target, wanted)
    return _name(target, binding) if call.function == "sum" else None


def _nil(scope: Scope, call: Call) -> bool:
    """Return whether a table is left out because nothing happened: then its sums are nothing, too."""
    return bool(scope.filing.nil) and isinstance(call.body, Name) and not call.body.previous


def _of_table(call: Call, table: Table, binding: Binding) -> Node | None:
    """Return count(表), or sum(表) of a table with one column that adds up."""
    wanted = _wanted(call, table, binding)
    if call.function == "count":
        return _whole(table, sum(1 for row in top_rows(table) if wanted is None or wanted(row)))
    columns = [index for index, column in enumerate(table.columns) if adds_up(column)]
    return _sum(ColumnOf(table, columns[0]), wanted) if len(columns) == 1 else None


def _count(target: ColumnOf, wanted: Wanted | None) -> Node | None:
    rows = [row for row in top_rows(target.table) if wanted is None or wanted(row)]
    return _whole(target.table, sum(1 for row in rows if bare(row.cells[target.index]) is not Absent.BLANK))


def _whole(table: Table, number: int) -> Node | None:
    return None if table.excerpt else Const(Decimal(number))


def _wanted(call: Call, table: Table, binding: Binding) -> Wanted | None:
    """Return the test that «若 栏=文字» puts to a row, None when there is no such clause."""
    if call.where is None:
        return None
    name, text = call.where
    index, wanted = binding.scope.column(table, ".".join(name.parts)), normalise_label(text)
    if index < 0:
        index = binding.scope.column(table, name.parts[-1])
    if index < 0:
        if binding.scope.own:
            binding.unknown.append(Unknown(".".join(name.parts), ""))
        return lambda _row: False
    return lambda row: _says(row, index, wanted)


def _says(row: Row, index: int, wanted: str) -> bool:
    cell: Cell = row.cells[index]
    value = bare(cell)
    return normalise_label(value if isinstance(value, str) else str(cell.text)) == wanted
