"""What a table's own figures state of each other (reading/sums.py), as relations between cells."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.basis.values import Absent
from disclosure.board.arithmetic import ZERO
from disclosure.board.arithmetic import Const
from disclosure.board.arithmetic import Node
from disclosure.board.arithmetic import One
from disclosure.board.arithmetic import Operation
from disclosure.board.arithmetic import Sum
from disclosure.board.arithmetic import bare
from disclosure.board.arithmetic import in_base
from disclosure.board.relation import Relation
from disclosure.board.relation import Template
from disclosure.board.tree import children
from disclosure.reading.panels import parts_of
from disclosure.reading.steps import sign_of
from disclosure.reading.sums import SumRelation
from disclosure.reading.sums import sum_relations
from disclosure.reading.table import Cell
from disclosure.reading.table import Table

SLUGS = {
    "total": "total-off",
    "parts": "total-off",
    "group_total": "total-off",
    "distinct": "total-off",
    "of_which": "of-which-exceeds-whole",
    "claim": "claim-off",
}
WAYS = {"group_total": "各栏加起来是", "parts": "下面各项加起来是", "distinct": "不重复计算也不会多过各行加起来的"}


def table_sums(table: Table, *, sound: bool) -> Iterator[Relation]:
    """Yield the relations of a table that do not hold; with ``sound`` those that hold as well."""
    for part in parts_of(table):
        below = children(part)
        for stated in sum_relations(part):
            if sound or not stated.holds:
                yield _relation(part, stated, below)


def _relation(table: Table, stated: SumRelation, below: dict[int, list[int]]) -> Relation:
    """Return a stated sum as a relation; what reading made of its cells (as above, 减) is kept as it was derived."""
    plus: list[Cell] = []
    minus: list[Cell] = []
    for row, column in stated.operands:
        _gather(table, below, row, column, (plus, minus))
    right: Node = Sum(tuple(plus))
    if minus:
        right = Operation("-", right, Sum(tuple(minus)))
    derived = right.value((), in_base)
    apart = stated.derived - (ZERO if derived is None else derived)
    if apart or derived is None:
        right = Operation("+", right, Const(apart)) if derived is not None else Const(stated.derived)
    slug = "parts-incomplete" if stated.incomplete else SLUGS[stated.kind]
    return Relation(Template(One(stated.stated), right, stated.operator, slug, _words(table, stated), way=WAYS.get(stated.kind, "")))


def _gather(table: Table, below: dict[int, list[int]], index: int, column: int, into: tuple[list[Cell], list[Cell]]) -> None:
    """Put the cell of a row, or where it is blank those of its parts, among what is added or (减：) taken away."""
    row = table.rows[index]
    cell = row.cells[column]
    if bare(cell) is Absent.BLANK:
        for part in below.get(index, ()):
            _gather(table, below, part, column, into)
        return
    value = in_base(cell)
    into[1 if value is not None and value > 0 and sign_of(row.label) == "减" else 0].append(cell)


def _words(table: Table, stated: SumRelation) -> str:
    """Return in words what the relation says: «合计 = 各行「金额」之和»."""
    column = table.columns[stated.column]
    if stated.kind == "group_total":
        parts = " + ".join(dict.fromkeys(table.columns[index].path for _, index in stated.operands))
        return f"{column.path} = {parts}"
    if stated.kind == "of_which":
        whole = next((table.columns[index].path for _, index in stated.operands), column.path)
        return f"其中「{column.path}」≤「{whole}」"
    if stated.kind == "distinct":
        return f"合计 ≤ 各行「{column.path}」之和"
    if stated.kind == "claim":
        return f"表头里的 {column.claim} = 各行「{column.label}」之和"
    if stated.kind == "parts":
        return f"「{column.path}」= 下面各项之和"
    return f"合计 = 各行「{column.path}」之和"
