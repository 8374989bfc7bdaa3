"""The running balance of a ledger: each typed balance against the one before it and what came between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from disclosure.basis.values import Absent
from disclosure.board.arithmetic import ZERO
from disclosure.board.arithmetic import Cells
from disclosure.board.arithmetic import One
from disclosure.board.arithmetic import Operation
from disclosure.board.arithmetic import Sum
from disclosure.board.arithmetic import amount_of
from disclosure.board.arithmetic import bare
from disclosure.board.arithmetic import in_base
from disclosure.board.model import Filing
from disclosure.board.relation import Relation
from disclosure.board.relation import Template
from disclosure.reading.roles import is_brought_forward
from disclosure.reading.table import Cell
from disclosure.reading.table import Column
from disclosure.reading.table import Role
from disclosure.reading.table import Table

SLUG = "running-balance-off"
FORMULA = "余额 = 上一行余额 + 收入 - 支出"
_BALANCE = re.compile(r"^(?:账面|当前|累计|现金|存款|银行|银行存款|账户)?(?:余额|结余|结存)(?:金额)?$")
_INCOME = re.compile(r"^(?:本期|本月|本季)?(?:收入|收入金额|借方|借方金额|增加|入账)$")
_EXPENSE = re.compile(r"^(?:本期|本月|本季)?(?:支出|支出金额|贷方|贷方金额|减少|出账)$")
_OPENING = ("opening", "期初余额", "期初结余", "上期余额", "上期结余", "上月余额", "上月结余", "年初余额")
_ACCOUNTS = re.compile(r"账户|户名|账号|期初|年初|上期")


class Shape(NamedTuple):
    """Where a ledger's columns stand."""

    balance: int
    income: int
    expense: int


def running_balances(filing: Filing, *, sound: bool = True) -> Iterator[Relation]:
    """Yield a relation for each typed balance of every table that runs one; only those that do not hold unless ``sound``."""
    ledgers = [(table, shape) for table in filing.tables if (shape := shape_of(table)) is not None]
    for table, shape in ledgers:
        opening = next((fact.cell for name in _OPENING if (fact := filing.fact(name)) is not None), None)
        steps = list(_steps(table, shape, opening if len(ledgers) == 1 else None))
        if table.columns[shape.balance].id == "balance" or 2 * sum(step.off for step in steps) <= len(steps):
            yield from (_relation(step) for step in steps if sound or step.off)


def shape_of(table: Table) -> Shape | None:
    """Return the columns of a running balance; a table that tells several accounts or an opening in each row has none."""
    if table.excerpt or any(_ACCOUNTS.search(column.label) for column in table.columns):
        return None
    balance = _only(table, "balance", _BALANCE)
    income, expense = _only(table, "income", _INCOME), _only(table, "expense", _EXPENSE)
    dated = any(column.kind == "date" for column in table.columns) or {column.label for column in table.columns} >= {"月", "日"}
    return Shape(balance, income, expense) if min(balance, income, expense) >= 0 and dated else None


def _only(table: Table, name: str, label: re.Pattern[str]) -> int:
    found = [index for index, column in enumerate(table.columns) if _fits(column, name, label)]
    return found[0] if len(found) == 1 else -1


def _fits(column: Column, name: str, label: re.Pattern[str]) -> bool:
    return column.kind in ("money", "quantity") and (column.id == name or label.match(column.label) is not None)


class Step(NamedTuple):
    """A typed balance, the one before it, what came and went between, and whether they disagree."""

    balance: Cell
    before: Cell
    incomes: Cells
    expenses: Cells
    off: bool


def _steps(table: Table, shape: Shape, before: Cell | None) -> Iterator[Step]:
    """Yield every typed balance that has one before it; a total row, or one that carries over to the next page, states the last one again."""
    incomes: list[Cell] = []
    expenses: list[Cell] = []
    flow: Decimal | None = ZERO
    for row in table.rows:
        cell = row.cells[shape.balance]
        if row.role is Role.ITEM and row.parent < 0 and not is_brought_forward(row.label):
            income, expense = row.cells[shape.income], row.cells[shape.expense]
            incomes.append(income)
            expenses.append(expense)
            flow = _moved(flow, income, expense)
        elif row.role is Role.OF_WHICH or row.parent >= 0:
            continue
        balance = in_base(cell) if amount_of(cell) is not None else None
        if balance is None:
            continue
        start = in_base(before) if before is not None else None
        if before is not None and start is not None and flow is not None:
            yield Step(cell, before, tuple(incomes), tuple(expenses), start + flow != balance)
        before, incomes, expenses, flow = cell, [], [], ZERO


def _moved(flow: Decimal | None, income: Cell, expense: Cell) -> Decimal | None:
    """Return what a row moves the balance by; None once a row says something that is no figure."""
    for cell, sign in ((income, 1), (expense, -1)):
        number = in_base(cell)
        if number is not None:
            flow = None if flow is None else flow + sign * number
        elif bare(cell) is not Absent.BLANK:
            return None
    return flow


def _relation(step: Step) -> Relation:
    come = Operation("+", One(step.before), Sum(step.incomes))
    return Relation(Template(One(step.balance), Operation("-", come, Sum(step.expenses)), "=", SLUG, FORMULA))
