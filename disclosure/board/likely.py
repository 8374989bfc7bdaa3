"""What nobody wrote down and yet shows in a table: a product that holds in every row but one, a statement that goes on.

Only where the table itself proves the reading: advice, never an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from disclosure.basis.units import scale
from disclosure.board.arithmetic import ONE
from disclosure.board.arithmetic import Const
from disclosure.board.arithmetic import Node
from disclosure.board.arithmetic import One
from disclosure.board.arithmetic import Operation
from disclosure.board.arithmetic import Sum
from disclosure.board.arithmetic import amount_of
from disclosure.board.arithmetic import in_base
from disclosure.board.model import Filing
from disclosure.board.relation import HALF_CENT
from disclosure.board.relation import Relation
from disclosure.board.relation import Template
from disclosure.board.relation import sides
from disclosure.board.rowwise import differing
from disclosure.reading.figures import is_added
from disclosure.reading.panels import parts_of
from disclosure.reading.roles import bare_label
from disclosure.reading.steps import STEP
from disclosure.reading.steps import sign_of
from disclosure.reading.table import Cell
from disclosure.reading.table import Role
from disclosure.reading.table import Row
from disclosure.reading.table import Table

DOUBT = "figures-doubtful"
ENOUGH = 3
"""So many other rows must agree before one that does not is worth a word; two where the head itself names the standard."""

_SIZES = frozenset(("area", "count", "quantity"))
_STANDARD = re.compile(r"(?<![0-9.])([0-9]+(?:\.[0-9]+)?)元/[人户亩头只]")
_MONTHS = re.compile("月数|月份数|发放月")


def doubts(filing: Filing) -> Iterator[Relation]:
    """Yield what most likely should hold in the tables of a filing and does not."""
    for table in filing.tables:
        if not table.excerpt:
            yield from _products(table)
            yield from _standards(table)
            yield from _statement(table)
            yield from _balance(table)
        for part in parts_of(table):
            yield from (_doubt(found.cell, found.right, found.way) for found in differing(part))


def _products(table: Table) -> Iterator[Relation]:
    """Yield the one row in which size × rate (× months) is not the money, where it is in all others."""
    kinds = [column.kind for column in table.columns]
    rates = [index for index, kind in enumerate(kinds) if kind == "rate"]
    months = [index for index, column in enumerate(table.columns) if _MONTHS.search(column.label) and column.kind in _SIZES]
    sizes = [index for index, kind in enumerate(kinds) if kind in _SIZES and index not in months]
    figures = _Columns(table)
    for money in (index for index, kind in enumerate(kinds) if kind == "money"):
        ways = [(size, rate, *more) for rate in rates for size in sizes for more in ((), *((month,) for month in months))]
        if any(_all_hold(figures, way, money) for way in ways):
            continue
        found = [odd for way in ways if (odd := _odd(figures, way, money, ONE, ENOUGH)) is not None]
        yield from found if len(found) == 1 else ()


def _standards(table: Table) -> Iterator[Relation]:
    """Yield the one row in which the heads under «80—89周岁（50元/人·月）» do not multiply, where they do in all others."""
    for money, column in enumerate(table.columns):
        told = _STANDARD.findall("/".join(column.group))
        beside = [index for index, other in enumerate(table.columns) if other.group == column.group and other.kind in _SIZES]
        if column.kind == "money" and len(told) == 1 and len(beside) == 1:
            odd = _odd(_Columns(table), (beside[0],), money, Decimal(told[0]), ENOUGH - 1)
            if odd is not None:
                yield odd


class _Columns:
    """The exact figures of a table by column, read once for all the products they may be factors of."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.items = [row for row in table.rows if row.role is Role.ITEM]
        self._known: dict[tuple[int, bool], list[Decimal | None]] = {}

    def judged(self, factors: tuple[int, ...], money: int, standard: Decimal) -> Iterator[tuple[Row, bool]]:
        """Yield the rows with figures in all these columns, and whether the money is the product of the others.

        A price that does not say of what (单价) is one of the row's own unit, which is only known to be the base where nothing has to be turned.
        """
        columns = self.table.columns
        rated = all("/" in columns[index].unit for index in factors if columns[index].kind == "rate")
        read = [self._figures(index, turned=rated) for index in factors]
        for row, paid, *figures in zip(self.items, self._figures(money, turned=True), *read, strict=True):
            if paid is None or None in figures:
                continue
            product = standard
            for figure in figures:
                product *= figure
            yield row, -HALF_CENT <= product - paid <= HALF_CENT

    def _figures(self, index: int, *, turned: bool) -> list[Decimal | None]:
        """Return a column's figures in base units, None where one is rough, missing, or (unless ``turned``) told in another unit."""
        found = self._known.get((index, turned))
        if found is None:
            amounts = (amount_of(row.cells[index]) for row in self.items)
            found = [None if one is None or one.qualifier or one.low is not None or not (turned or scale(one.unit) == 1) else one.base for one in amounts]
            self._known[index, turned] = found
        return found


def _all_hold(figures: _Columns, factors: tuple[int, ...], money: int) -> bool:
    """Return whether a product holds in every row it can be read in: 合格面积 is what counts, not 退耕面积 beside it."""
    found = 0
    for _, holds in figures.judged(factors, money, ONE):
        if not holds:
            return False
        found += 1
    return found > 0


def _odd(figures: _Columns, factors: tuple[int, ...], money: int, standard: Decimal, enough: int) -> Relation | None:
    """Return the product in the only row where it is not what is stated, None where there are several or too few to tell."""
    holding = 0
    odd: list[Row] = []
    for row, holds in figures.judged(factors, money, standard):
        holding += holds
        if not holds:
            odd.append(row)
        if len(odd) > 1:
            return None
    if len(odd) != 1 or holding < enough:
        return None
    node: Node = One(odd[0].cells[factors[0]])
    for index in factors[1:]:
        node = Operation("×", node, One(odd[0].cells[index]))
    names = [figures.table.columns[index].label for index in factors]
    if standard != 1:
        node, names = Operation("×", node, Const(standard)), [*names, f"{standard}元"]
    return _doubt(odd[0].cells[money], node, f"别的行都是{' × '.join(names)}，这一行照算是", "product")


def _doubt(cell: Cell, right: Node, way: str, rounding: str = "sum") -> Relation:
    return Relation(Template(One(cell), right, "=", DOUBT, way=way, own_rounding=rounding))


def _statement(table: Table) -> Iterator[Relation]:
    """Yield the steps of a statement (一、… 加：… 减：… 二、…) that do not come out, where as many others do.

    Two in a row that are off by the same, one up and one down, have one cause: the figure between them.
    """
    for column, head in enumerate(table.columns):
        if head.kind == "money" and is_added(head):
            steps = list(_steps(table, column))
            broken = [index for index, step in enumerate(steps) if step.broken()]
            causes = [index for index in broken if not _undoes(steps, index)]
            if len(causes) <= len(steps) - len(broken) or len(causes) < len(broken) == len(steps) == 2:
                yield from (steps[index] for index in causes)


def _undoes(steps: list[Relation], index: int) -> bool:
    """Tell whether a step is off just because the figure it starts from is, so that it undoes what the one before was off by."""
    before, own = (sides(steps[at], in_base) for at in (index - 1, index))
    return index > 0 and before is not None and own is not None and before[0] - before[1] == own[1] - own[0] != 0


def _steps(table: Table, column: int) -> Iterator[Relation]:
    """Yield each numbered row as the one before, with what is added and taken away between; none where a row says neither."""
    start, first = None, -1
    parts: dict[str, list[Cell]] = {"加": [], "减": []}
    sign = ""
    for index, row in enumerate(table.rows):
        cell, said = row.cells[column], sign_of(row.label)
        if row.parent < 0 and STEP.match(row.label):
            if start is not None and sign and in_base(cell) is not None:
                yield _doubt(cell, _moved(start, parts), "上一项加减下来是")
            start, first, parts, sign = (cell if in_base(cell) is not None else None), index, {"加": [], "减": []}, ""
        elif row.parent < 0 and row.role is Role.ITEM and (said or sign):
            sign = said or sign
            parts[sign].append(cell)
        elif row.parent < 0 or (row.parent == first and row.role is Role.ITEM and said):
            start = None


def _moved(start: Cell, parts: dict[str, list[Cell]]) -> Node:
    return Operation("-", Sum((start, *parts["加"])), Sum(tuple(parts["减"])))


_ROLES = (
    re.compile("(?:上[年期月季]|[年期月季]初)(?:末)?(?:结余|余额|结存|结转|滚存)"),
    re.compile("(?:本[年期月季])?(?:总?收入)(?:合计|小计)?"),
    re.compile("(?:本[年期月季])?(?:总?支出)(?:合计|小计)?"),
    re.compile("(?:本?[年期月季]末)(?:结余|余额|结存|滚存)"),
)


def _balance(table: Table) -> Iterator[Relation]:
    """Yield that 上年结余 + 收入 − 支出 = 年末结余 where a table is made of just these four."""
    top = [row for row in table.rows if row.parent < 0 and row.role in (Role.ITEM, Role.TOTAL)]
    if len(top) != len(_ROLES) or not all(role.fullmatch(bare_label(row.label)) for role, row in zip(_ROLES, top, strict=True)):
        return
    for column, head in enumerate(table.columns):
        cells = [row.cells[column] for row in top]
        if head.kind == "money" and all(in_base(cell) is not None for cell in cells):
            right = Operation("-", Sum((cells[0], cells[1])), One(cells[2]))
            relation = _doubt(cells[3], right, "上年结余加收入减支出是")
            if relation.broken():
                yield relation


def title_differs(filing: Filing) -> tuple[str, str, str] | None:
    """Return what a title says (137人8050元), which of its two figures the filing has and which it has not; None where it has both or none."""
    match = _IN_TITLE.search(filing.title)
    if match is None or not filing.tables:
        return None
    people, money = Decimal(match["people"]), Decimal(match["money"].replace(",", "")) * (10_000 if match["unit"] == "万元" else 1)
    step = (10_000 if match["unit"] == "万元" else 1) * Decimal(1).scaleb(-len(match["money"].partition(".")[2]))
    known = set(_figures(filing))
    has_people, has_money = people in known, any(abs(one - money) * 2 <= step for one in known) if step > 1 else money in known
    counted, paid = f"{match['people']}{match['what']}", f"{match['money']}{match['unit']}"
    if has_people == has_money:
        return None
    return (match[0], counted, paid) if has_people else (match[0], paid, counted)


_IN_TITLE = re.compile(r"(?P<people>[0-9]{1,6})(?P<what>[人户])(?:次)?[,，、共计]{0,2}(?P<money>[0-9][0-9,]*(?:\.[0-9]+)?)(?P<unit>万元|元)")


def _figures(filing: Filing) -> Iterator[Decimal]:
    """Yield every figure of a filing, and what its columns add up to."""
    yield from (number for fact in filing.facts for cell in (fact.cell, *fact.others) if (number := in_base(cell)) is not None)
    for table in filing.tables:
        for index in range(len(table.columns)):
            rows: list[Row] = [row for row in table.rows if in_base(row.cells[index]) is not None]
            numbers = [(row, in_base(row.cells[index]) or Decimal(0)) for row in rows]
            yield from (number for _, number in numbers)
            yield sum((number for row, number in numbers if row.role is Role.ITEM and row.parent < 0), Decimal(0))
