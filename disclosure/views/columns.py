"""Which columns a medium shows, how each is set, and in which manner a table fits a phone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from disclosure.basis.values import Absent
from disclosure.reading.table import Column
from disclosure.reading.table import Role
from disclosure.reading.table import Table
from disclosure.views import mask
from disclosure.views.figures import FIGURE_KINDS

SERIALS = frozenset(("序号", "号", "编号", "顺序号"))
GROUPS = frozenset(("组别", "组", "小组", "村民小组", "所在组", "类别", "类"))
"""Heads of columns that say where or what kind, not who or what."""

_SHORT = {"余额": "余", "期末余额": "余", "凭证号": "凭证"}
_PHONE = 20_500
_TIGHT = 22_800
_WIDE = 68_000
_DENSE = 75_000
_MANY = 9
_NARROW = 24_000
_PAD = 600
_NUMBER = 2_200
_HALF = 8_300
_CARD_COLUMNS = 16
_TWO_ABREAST = 5
SHORT = 6
"""Words of at most so many letters are kept on one line; longer ones get room."""

_CODES = frozenset(("code", "file"))
_PEOPLE = frozenset(("person", "phone", "id_card", "bank_card"))


class Seen(NamedTuple):
    """A column that is shown: where it stands in the table, under which policy, with which classes."""

    at: int
    column: Column
    how: str
    css: str


def visible(table: Table, medium: str) -> list[tuple[int, Column, str]]:
    """Return (index, column, policy) of the columns a medium shows; serial numbers that repeat ours and empty ones go.

    A column of figures that was filed empty stays: that nothing was paid there is told, too.
    """
    shown = []
    for index, column in enumerate(table.columns):
        how = mask.policy(column.kind, column.personal, medium)
        if how != "hide" and not _repeats_numbers(table, index, column) and not _empty(table, index):
            shown.append((index, column, how))
    return shown


def _empty(table: Table, index: int) -> bool:
    column = table.columns[index]
    if column.kind in FIGURE_KINDS and column.span is not None and column.span.path in (table.span.path, table.source):
        return False
    for row in table.rows:  # noqa: SIM110 - asked for every column of every table; all() takes three times as long
        if row.cells[index].value is not Absent.BLANK:
            return False
    return True


def _repeats_numbers(table: Table, index: int, column: Column) -> bool:
    if column.label not in SERIALS:
        return False
    return all(row.cells[index].text in ("", row.number) or row.role is Role.TOTAL for row in table.rows)


def label_index(shown: list[tuple[int, Column, str]]) -> int:
    """Return the position among the shown columns of the one that names a row: the first of words or persons."""
    for kinds in (("text", "person"), ("place",), ("choice",), ("period", "date", "code")):
        for position, (_, column, _) in enumerate(shown):
            if column.kind in kinds and _may_name(column, shown, position):
                return position
    return next((position for position, (_, column, _) in enumerate(shown) if column.kind not in FIGURE_KINDS), 0)


def _may_name(column: Column, shown: list[tuple[int, Column, str]], position: int) -> bool:
    """A free text behind the figures is a remark, not a name."""
    if column.label in SERIALS or column.label in GROUPS or column.label == "备注":
        return False
    before = [other for _, other, _ in shown[:position]]
    if column.kind != "text" or column.required:
        return True
    return not any(other.kind in FIGURE_KINDS or other.kind == "person" for other in before)


def is_ledger(columns: Sequence[Column]) -> bool:
    """Tell whether rows are entries of a cash book: a day, words, and just two columns of money that add up."""
    kinds = [column.kind for column in columns]
    money = [column for column in columns if column.kind == "money" and column.additive != "no"]
    return "date" in kinds and "text" in kinds and len(money) == 2


def css_of(column: Column, label: bool, ledger: bool) -> str:
    """Return the classes of a column's head and cells."""
    if label:
        return "s"
    if column.kind in FIGURE_KINDS:
        return "r bal" if ledger and column.additive == "no" else "r"
    if not ledger:
        return "x d" if column.kind == "date" else "x"
    if column.kind == "date":
        return "d"
    if column.kind in _CODES:
        return "vo"
    return "a" if column.kind == "choice" else "p"


def seen(table: Table, medium: str) -> tuple[list[Seen], int, bool]:
    """Return the shown columns, the position of the one that names rows, and whether the table is a ledger.

    In a ledger the money always stands at the right.
    """
    shown = visible(table, medium)
    ledger = is_ledger([column for _, column, _ in shown])
    if ledger:
        shown.sort(key=lambda entry: entry[1].kind in FIGURE_KINDS)
    label = label_index(shown) if shown else 0
    columns = [Seen(index, column, how, css_of(column, position == label, ledger)) for position, (index, column, how) in enumerate(shown)]
    return columns, label, ledger


def phone_label(column: Column, ledger: bool) -> str:
    """Return what stands before a cell on a phone: its head with the heads above it."""
    if ledger:
        return _SHORT.get(column.label, column.label)
    return " ".join((*column.group, column.label))


def room(seen: Seen, printed: list[str]) -> str:
    """Return the class that says how a column may break: «k» kept together, «w» given room, «f» figures with a line of their own."""
    if seen.css[0] == "r":
        label = len(phone_label(seen.column, False)) * 824
        long = label + max(map(len, printed), default=0) * 555 + _PAD > _HALF
        return " f" if long or seen.column.kind == "money" else ""
    if seen.css[0] not in "xs":
        return ""
    return " k" if max(map(len, printed), default=0) <= SHORT else " w"


_WHICH = re.compile(r"^其中[:：]\s*")


def head_label(column: Column, ledger: bool) -> str:
    """Return a column's printed head; 其中 stands apart, so that a narrow one is broken behind it."""
    return "凭证" if ledger and column.label == "凭证号" else _WHICH.sub("其中 ", column.label)


def least_width(column: Seen, printed: list[str]) -> int:
    """Return the thousandths of an em a column needs at least: figures and codes do not break, words do."""
    longest = max(map(len, printed), default=0)
    if column.css[0] == "r" or column.column.kind in _CODES:
        return max(2000, longest * 555)
    if column.column.kind == "date":
        return 4600 if longest > SHORT else longest * 750
    return 1000 * max(2, min(longest, SHORT))


def has_levels(table: Table) -> bool:
    """Tell whether a table is a statement: lines under lines, spoken of by their names and not by numbers."""
    deep = sum(1 for row in table.rows if (row.level or row.parent >= 0) and row.role is Role.ITEM)
    return deep * 3 >= len(table.rows) > 0


def is_numbered(table: Table) -> bool:
    """Tell whether rows are called by numbers."""
    return any(row.number for row in table.rows) and not has_levels(table)


def style(table: Table, columns: list[Seen], widths: list[int], ledger: bool) -> tuple[str, bool]:
    """Return (style, whether it stands in a scrolling region); ``widths``: thousandths of an em the columns need."""
    total = sum(widths) + len(widths) * _PAD + (_NUMBER if is_numbered(table) else 0)
    dense = len(widths) > _MANY
    overflows = total + len(widths) * (100 if dense else 400) > (_DENSE if dense else _WIDE)
    if ledger:
        return f"ledger{' dense' * dense}", overflows
    looks = "plain narrow" if total <= min(_NARROW, _PHONE) and len(columns) <= 3 else "plain" if total <= _PHONE else "plain tight" if total <= _TIGHT else ""
    if not looks and len(columns) <= _CARD_COLUMNS:
        looks = "list pair" if len(columns) > _TWO_ABREAST else "list"
    bare = "" if is_numbered(table) else " bare"
    if table.layout.transposed and _transposed_width(table, widths) <= _WIDE:
        return f"transposed {looks or 'list'}{bare}", False
    return (looks or "plain") + " dense" * dense + bare, not looks or overflows


def _transposed_width(table: Table, widths: list[int]) -> int:
    rows = [1000 * max(3, len(row.label)) for row in table.rows]
    figures = max(widths[1:], default=0)
    return 7000 + sum(max(width, figures) + 1000 for width in rows)
