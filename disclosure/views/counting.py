"""What a sentence counts: the entries of a table, and the word for one of them: 笔, 户, 个项目."""

from __future__ import annotations

from disclosure.basis.values import Absent
from disclosure.board.model import Filing
from disclosure.catalogue.formula import Call
from disclosure.catalogue.formula import Name
from disclosure.reading.table import Column
from disclosure.reading.table import Role
from disclosure.reading.table import Table
from disclosure.views.columns import SERIALS
from disclosure.views.columns import is_ledger
from disclosure.views.columns import label_index

_NOUNS = (("户主", "户"), ("农户", "户"), ("项目", "个项目"), ("组", "个组"), ("村", "个村"), ("镇", "个乡镇"))
_LINES = frozenset(("项目", "指标项目", "收支项目", "科目"))
"""Heads over the lines of a statement (现金, 公务接待费): none of them is a project."""


def main_table(filing: Filing) -> Table | None:
    """Return the table the sentence speaks of: the first that has rows."""
    return next((table for table in filing.tables if table.rows), None)


def count(table: Table) -> int:
    """Return how many rows are entries of their own: no 上月结余, nor a month made ready beforehand with nothing in it."""
    rows = [row for row in table.rows if row.role is Role.ITEM and row.parent < 0 and row.level == 0]
    if is_ledger(table.columns) or _by_days(table):
        others = [at for at, column in enumerate(table.columns) if column.kind == "money" and column.additive != "no"]
    elif table.columns and _of_times(table.columns[_naming(table)]):
        others = [at for at in range(len(table.columns)) if at != _naming(table) and table.columns[at].label not in SERIALS]
    else:
        return len(rows)
    return sum(1 for row in rows if any(row.cells[at].value is not Absent.BLANK for at in others))


def _by_days(table: Table) -> bool:
    return {"月", "日"} <= {column.label for column in table.columns}


def _of_times(column: Column) -> bool:
    return column.kind == "period" or column.label in ("月份", "月", "季度")


def _naming(table: Table) -> int:
    return label_index([(at, column, "") for at, column in enumerate(table.columns)])


def noun(filing: Filing, table: Table) -> str:
    """Return what is counted: the unit of a fact that equals count(table), else a word for the naming column."""
    for identity in filing.category.identities:
        if len(identity.sides) == 2 and _counts(identity.sides[1], table) and isinstance(identity.sides[0], Name):
            fact = filing.fact(identity.sides[0].parts[-1])
            unit = fact.unit if fact else next((spec.unit for spec in filing.category.facts if spec.id == identity.sides[0].parts[-1]), "")
            if unit:
                return unit
    return _noun_of(table)


def _counts(node: object, table: Table) -> bool:
    return isinstance(node, Call) and node.function == "count" and isinstance(node.body, Name) and node.body.parts == (table.id,)


def _noun_of(table: Table) -> str:
    if is_ledger(table.columns):
        return "笔"
    if not table.columns:
        return "项"
    column = table.columns[_naming(table)]
    if _by_days(table):
        return "笔"
    if _of_times(column) and column.label.startswith("月") and _apart(table):
        return "个月"
    if column.label in _LINES:
        return "项"
    for word, name in _NOUNS:
        if word in column.label and _apart(table):
            return name
    return "人" if column.kind == "person" and _apart(table) else "项"


def _apart(table: Table) -> bool:
    """Tell whether each entry is named once, so that counting entries counts what the names stand for."""
    names = [row.cells[_naming(table)].value for row in table.rows if row.role is Role.ITEM and row.parent < 0]
    return len(set(names)) == len(names)
