"""What a table's own figures say of each other: totals, parts, of-which, totals told in heads, 合计 columns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from disclosure.basis.numbers import read_amount
from disclosure.basis.span import Span
from disclosure.basis.values import Amount
from disclosure.reading.figures import ZERO
from disclosure.reading.figures import Figure
from disclosure.reading.figures import Figures
from disclosure.reading.figures import Sum
from disclosure.reading.figures import figure_of
from disclosure.reading.figures import is_added
from disclosure.reading.figures import is_sure
from disclosure.reading.figures import periods_of
from disclosure.reading.labels import ADDED
from disclosure.reading.panels import side_of
from disclosure.reading.scopes import scopes_of
from disclosure.reading.sumcolumns import column_totals
from disclosure.reading.sumcolumns import whole_of
from disclosure.reading.table import Cell
from disclosure.reading.table import Role
from disclosure.reading.table import Side
from disclosure.reading.table import Table


class SumRelation(NamedTuple):
    """One relation a table states of its own figures: ``stated_value operator derived``, both in base units.

    ``kind``: total (a total row, 合计), parts (分项 or indented rows against the row above), of_which (其中, at most
    the whole), distinct (a total counted without repetition, at most the sum), claim (a total told in a head cell; ``row`` is -1 and ``stated`` stands at the head), group_total (a
    合计 column across its row). ``operands``: (row, column) of the cells that make ``derived``. ``operator``: = ≤ ≥.
    ``incomplete``: it does not hold, but parts are blank or 未列 and come to less than the whole.
    """

    kind: str
    row: int
    column: int
    stated: Cell
    stated_value: Decimal
    derived: Decimal
    operands: tuple[tuple[int, int], ...]
    operator: str = "="
    incomplete: bool = False

    @property
    def holds(self) -> bool:
        """Whether the figures agree; sums have no tolerance (FORMAT §5)."""
        if self.operator == "≤":
            return self.stated_value <= self.derived
        return self.stated_value == self.derived if self.operator == "=" else self.stated_value >= self.derived

    @property
    def difference(self) -> Decimal:
        """Stated minus derived, in base units."""
        return self.stated_value - self.derived


def sum_relations(table: Table) -> list[SumRelation]:
    """Return every relation the table's totals, parts and heads state, in the order of their cells.

    Silent where nothing is stated or known: blank totals, columns of rates, codes and balances, distinct counts,
    mixed units, words among the figures, figures that are only about so much. In an excerpt (摘录) rows are not all there
    are, so only what stands in one row is compared.
    """
    found = [_placed(one, side) for side in table.sides for one in _relations(side_of(table, side))] if table.sides else _relations(table)
    return sorted(found, key=lambda relation: (relation.row, relation.column, relation.kind))


def _placed(relation: SumRelation, side: Side) -> SumRelation:
    """Return a relation of one side of a table as one of the whole table."""
    operands = tuple((side.rows[row], side.columns[column]) for row, column in relation.operands)
    row = side.rows[relation.row] if relation.row >= 0 else -1
    return relation._replace(row=row, column=side.columns[relation.column], operands=operands)


def _relations(table: Table) -> list[SumRelation]:
    figures = Figures(table)
    found = [*_of_which_rows(figures), *_of_which_columns(figures), *_across(figures)]
    if not table.excerpt:
        columns = [index for index, column in enumerate(table.columns) if is_added(column)]
        found += [*_parts(figures, columns), *_totals(figures, columns), *_claims(figures, columns)]
    return found


def _totals(figures: Figures, columns: list[int]) -> Iterator[SumRelation]:
    table = figures.table
    loose = _loose(table)
    for index, row in enumerate(table.rows):
        if row.role is Role.TOTAL and index not in figures.children:
            counted = _counted_once(figures, index) | loose
            sums = [column for column in columns if column not in counted]
            scope, repeated = _best(figures, index, sums)
            yield from _down(figures, "total", index, scope, sums, repeated=repeated)
            yield from _at_most(figures, index, scope, sorted(counted))


def _loose(table: Table) -> set[int]:
    """Return the columns whose total is no sum of the rows: one payee stands in several (去重), or a stock in every month (不跨期)."""
    periods = bool(periods_of(table))
    kept = (column.distinct or (periods and column.additive == "periods") for column in table.columns)
    return {index for index, (column, one) in enumerate(zip(table.columns, kept, strict=True)) if one and column.kind in ADDED}


_ONCE = re.compile("重复|去重|重叠|交叉")


_KINDS_OF = re.compile("作物|品种|种类|类别|补贴项目|政策|地类")
"""Lists by crop or grant: a household stands in several of them."""


def _fewer(figures: Figures, total: int, column: int) -> bool:
    """Tell whether a total counts fewer than its rows together, and no fewer than the largest of them."""
    among = [figures.at(index, column).value for index in figures.children.get(-1, ())]
    return bool(among) and max(among) <= figures.at(total, column).value < sum(among)


def _counted_once(figures: Figures, row: int) -> set[int]:
    """Return the head-counts of a total that counts nobody twice: its remark says so, or months end in the last one's number."""
    table = figures.table
    heads = {index for index, column in enumerate(table.columns) if column.kind == "count"}
    if any(isinstance(cell.value, str) and _ONCE.search(cell.value) for cell in table.rows[row].cells):
        return heads
    if heads and _KINDS_OF.search(table.columns[0].label):
        return {column for column in heads if _fewer(figures, row, column)}
    items = periods_of(table) if heads else []
    return {column for column in heads if items and figures.at(row, column).state == "figure" and figures.at(row, column).value == figures.at(items[-1], column).value}


def _at_most(figures: Figures, total: int, scope: tuple[int, ...], columns: list[int]) -> Iterator[SumRelation]:
    """Yield that a total counted without repetition is no more than the rows together."""
    alone = sum(row.role is Role.TOTAL for row in figures.table.rows) == 1
    rows = scope or (tuple(figures.children.get(-1, ())) if alone else ())
    for one in _down(figures, "distinct", total, rows, columns):
        if one.operator == "=":
            yield one._replace(operator="≤", incomplete=False)


def _best(figures: Figures, total: int, columns: list[int]) -> tuple[tuple[int, ...], bool]:
    """Return the rows a total is the total of: those that agree in most columns, of these the likeliest.

    How near a sum comes says nothing but for what rounding does: a wrong first digit brings another set of rows nearer
    than the right one.
    """
    stated = [column for column in columns if figures.at(total, column).state == "figure"]
    best: tuple[int, ...] = ()
    best_repeated, best_held = True, (-1, -1)
    for scope in scopes_of(figures, total) if stated else ():
        for repeated in _ways(figures, scope, stated):
            held, near, compared = _score(figures, total, scope, stated, repeated=repeated)
            if compared and held == compared:
                return scope, repeated
            if compared and (held + near, held) > best_held:
                best, best_repeated, best_held = scope, repeated, (held + near, held)
    return best, best_repeated


def _ways(figures: Figures, scope: tuple[int, ...], columns: list[int]) -> tuple[bool, ...]:
    """Return whether cells that say «as above» count: a sum merged over several rows may be one sum, or one for each."""
    merged = any(figures.column(column)[row].repeated for column in columns for row in scope)
    return (True, False) if merged else (True,)


def _score(figures: Figures, total: int, scope: tuple[int, ...], columns: list[int], *, repeated: bool) -> tuple[int, int, int]:
    """Return in how many columns a total agrees with the rows, in how many but for a tail, and how many were compared."""
    held, near, compared = 0, 0, 0
    for column in columns:
        figure, derived = figures.at(total, column), figures.added(scope, column, repeated=repeated)
        if _comparable(figure, derived):
            compared += 1
            agrees = _relates(figure, derived.value)
            held += agrees
            near += not agrees and abs(figure.value - derived.value) <= figures.tail((total, *scope), column)
    return held, near, compared


_AT_LEAST = frozenset({"余", "多", "来", "超过", "超", "逾"})
_AT_MOST = frozenset({"近", "不足"})


def _operator(qualifier: str) -> str:
    """Return how a stated figure relates to what it rounds: 余 says at least, 近 at most, 约 nothing ('')."""
    if qualifier in _AT_LEAST:
        return "≤"
    return "≥" if qualifier in _AT_MOST else "" if qualifier else "="


def _comparable(stated: Figure, derived: Sum) -> bool:
    """Tell whether a stated figure can be set against a sum at all."""
    if stated.state != "figure" or not derived.filled or not derived.known or not _operator(stated.qualifier):
        return False
    return not stated.measure or not derived.measure or stated.measure == derived.measure


def _relates(stated: Figure, derived: Decimal) -> bool:
    operator = _operator(stated.qualifier)
    return stated.value == derived if operator == "=" else stated.value <= derived if operator == "≤" else stated.value >= derived


def _down(figures: Figures, kind: str, row: int, scope: Iterable[int], columns: list[int], *, repeated: bool = True) -> Iterator[SumRelation]:
    """Yield the relation of one row to the rows beneath or beside it, column by column."""
    scope = tuple(scope)
    for column in columns if scope else ():
        figure, derived = figures.at(row, column), figures.added(scope, column, repeated=repeated)
        if _comparable(figure, derived):
            relation = _relation(figures, kind, (row, column), figure, derived, tuple((part, column) for part in scope))
            if relation.holds or not _repeats(figures, relation, scope):
                yield relation


def _repeats(figures: Figures, relation: SumRelation, scope: tuple[int, ...]) -> bool:
    """Tell whether a total row states an average, the last or the same figure of its rows where its column is not plainly one of sums."""
    if relation.kind != "total" or is_sure(figures.table.columns[relation.column]):
        return False
    among = [figure.value for row in scope if (figure := figures.at(row, relation.column)).state == "figure"]
    return len(among) > 1 and 0 <= min(among) <= relation.stated_value <= max(among)


def _relation(figures: Figures, kind: str, at: tuple[int, int], figure: Figure, derived: Sum, operands: tuple[tuple[int, int], ...]) -> SumRelation:
    cell = figures.table.rows[at[0]].cells[at[1]]
    short = abs(derived.value) < abs(figure.value) and (derived.value >= 0) == (figure.value >= 0)
    partly = derived.unstated or (kind == "parts" and derived.blanks)
    operator = _operator(figure.qualifier)
    incomplete = bool(partly and short and not _relates(figure, derived.value))
    return SumRelation(kind, at[0], at[1], cell, figure.value, derived.value, operands, operator, incomplete)


def _parts(figures: Figures, columns: list[int]) -> Iterator[SumRelation]:
    """Yield rows against their parts; a total that stands above its rows is a total."""
    loose = _loose(figures.table)
    for parent, parts in figures.children.items():
        row = figures.table.rows[parent]
        if parent >= 0 and row.role is Role.TOTAL:
            counted = _counted_once(figures, parent) | loose
            yield from _down(figures, "total", parent, parts, [column for column in columns if column not in counted])
            yield from _at_most(figures, parent, tuple(parts), sorted(counted))
        elif parent >= 0:
            yield from _down(figures, "parts", parent, parts, columns)


def _of_which_rows(figures: Figures) -> Iterator[SumRelation]:
    """Yield 其中 rows against the row they are part of, or where they fit that not, against the whole list."""
    rows = figures.table.rows
    columns = [index for index, column in enumerate(figures.table.columns) if column.kind in ADDED]
    for index, row in enumerate(rows):
        if row.role is not Role.OF_WHICH or row.parent < 0:
            continue
        for column in columns:
            wholes = _wholes(figures, index, column)
            relation = next((one for one in wholes if one.holds), next(iter(wholes), None))
            if relation is not None:
                yield relation


def _wholes(figures: Figures, index: int, column: int) -> list[SumRelation]:
    """Return the relations of an of-which cell to the wholes it may be part of, the nearest first."""
    rows = figures.table.rows
    part, parent = figures.at(index, column), rows[index].parent
    scopes: list[tuple[int, ...]] = [(parent,)]
    if rows[index].level == rows[parent].level and not figures.table.excerpt:
        scopes += [(i,) for i, row in enumerate(rows) if row.role is Role.TOTAL]
        scopes.append(tuple(figures.children.get(rows[parent].parent, ())))
    found = []
    for scope in scopes:
        whole = figures.added(scope, column)
        if _comparable(part, whole) and part.value >= 0 and whole.value >= 0 and not part.qualifier:
            relation = _relation(figures, "of_which", (index, column), part, whole, tuple((row, column) for row in scope))
            found.append(relation._replace(operator="≤", incomplete=False))
    return found


def _of_which_columns(figures: Figures) -> Iterator[SumRelation]:
    """Yield, row by row, columns headed 其中 against the column they are part of."""
    table = figures.table
    for column in range(len(table.columns)):
        whole = whole_of(table, column)
        for index, row in enumerate(table.rows if whole >= 0 else ()):
            part, figure = figures.at(index, column), figures.at(index, whole)
            if row.role is Role.RATE or part.state != "figure" or figure.state != "figure" or part.qualifier or figure.qualifier:
                continue
            if part.value >= 0 and figure.value >= 0 and (not part.measure or not figure.measure or part.measure == figure.measure):
                yield SumRelation("of_which", index, column, row.cells[column], part.value, figure.value, ((index, whole),), "≤")


def _claims(figures: Figures, columns: list[int]) -> Iterator[SumRelation]:
    """Yield totals told in head cells (村数171个) against the rows of the first level."""
    table = figures.table
    for column in columns:
        told = table.columns[column]
        amount = read_amount(told.claim, told.unit) if told.claim else None
        if isinstance(amount, Amount):
            cell = Cell(amount, told.claim, told.span or Span(table.span.path))
            figure = figure_of(cell, told.kind)
            rows = tuple(figures.children.get(-1, ()))
            derived = figures.added(rows, column)
            if _comparable(figure, derived):
                yield SumRelation("claim", -1, column, cell, figure.value, derived.value, tuple((row, column) for row in rows), _operator(figure.qualifier))


def _across(figures: Figures) -> Iterator[SumRelation]:
    """Yield, row by row, 合计 columns against the columns they plainly add up."""
    for target, operands in column_totals(figures):
        for index, row in enumerate(figures.table.rows):
            figure = figures.at(index, target)
            parts = [figures.at(index, column) for column in operands]
            if row.role is not Role.RATE and figure.state == "figure" and not figure.qualifier and _addable(parts, figure):
                derived = sum((part.value for part in parts), ZERO)
                cells = tuple((index, column) for column in operands)
                yield SumRelation("group_total", index, target, row.cells[target], figure.value, derived, cells)


def _addable(parts: list[Figure], total: Figure) -> bool:
    measures = {part.measure for part in (*parts, total) if part.state == "figure"} - {""}
    known = all(part.state in ("figure", "blank", "none") and not part.qualifier for part in parts)
    return known and len(measures) < 2 and any(part.state == "figure" for part in parts)
