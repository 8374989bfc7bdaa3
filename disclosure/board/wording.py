"""What a cell is called in a finding: «第17行 支出», «合计 金额», «期末余额», «2026年2月 期末余额»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from decimal import Decimal

from disclosure.basis.numbers import print_amount
from disclosure.basis.private import DOTS
from disclosure.basis.private import Private
from disclosure.basis.units import scale
from disclosure.basis.values import Day
from disclosure.board.arithmetic import Key
from disclosure.board.arithmetic import amount_of
from disclosure.board.arithmetic import bare
from disclosure.board.arithmetic import key_of
from disclosure.board.arithmetic import rounded
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.board.resolve import public_labels
from disclosure.catalogue.formula import Binary
from disclosure.catalogue.formula import Call
from disclosure.catalogue.formula import Expression
from disclosure.catalogue.formula import Identity
from disclosure.catalogue.formula import Name
from disclosure.catalogue.formula import Negative
from disclosure.catalogue.formula import show
from disclosure.catalogue.model import Category
from disclosure.reading.panels import parts_of
from disclosure.reading.table import Cell
from disclosure.reading.table import Role
from disclosure.reading.table import Table


@dataclass(frozen=True, slots=True)
class Names:
    """Names of the cells of a filing, and of the others on its shelf when one of theirs takes part."""

    filing: Filing
    shelf: Shelf
    own: dict[Key, str] = field(default_factory=dict)
    foreign: dict[Key, str] = field(default_factory=dict)
    money: set[Key] = field(default_factory=set)

    def unit(self, cell: Cell) -> str:
        """Return the unit a cell's number is told in; bare figures of money are 元."""
        self.of(cell)
        amount = amount_of(cell)
        return amount.unit or ("元" if key_of(cell) in self.money else "") if amount else ""

    def of(self, cell: Cell) -> str:
        """Return what a cell is called, '' when nobody knows it."""
        if not self.own:
            self.own.update(_names(self.filing))
            self.money.update(_money(self.filing))
        key = key_of(cell)
        if key in self.own:
            return self.own[key]
        if not self.foreign:
            for other in self.shelf.filings:
                self.foreign.update({k: f"{_place_of(other, self.filing)}{name}" for k, name in _names(other).items()})
                self.money.update(_money(other))
        return self.foreign.get(key, "")


def _place_of(other: Filing, filing: Filing) -> str:
    category = "" if other.category.id == filing.category.id else f"「{other.category.name}」"
    return f"{other.period.words()}{category} "


def _names(filing: Filing) -> dict[Key, str]:
    names = {key_of(cell): fact.label for fact in filing.facts for cell in (fact.cell, *fact.others)}
    several = len(filing.tables) > 1
    for table in filing.tables:
        prefix = f"「{table.label}」" if several and table.label else ""
        for column in table.columns:
            if column.claim and column.span is not None:
                names[column.span[:3]] = f"{prefix}表头「{column.label}」"
        for part in parts_of(table):
            for row, name in zip(part.rows, _row_names(part), strict=True):
                for cell, column in zip(row.cells, part.columns, strict=True):
                    names[key_of(cell)] = prefix + (f"{name} {column.path}" if name != column.path else name)
    return names


def _money(filing: Filing) -> Iterator[Key]:
    """Yield the cells that hold money."""
    for fact in filing.facts:
        if fact.kind == "money":
            yield from (key_of(cell) for cell in (fact.cell, *fact.others))
    for table in filing.tables:
        for index, column in enumerate(table.columns):
            if column.kind == "money":
                yield from (key_of(row.cells[index]) for row in table.rows)


def _row_names(table: Table) -> list[str]:
    """Return what each row is called; a label that may be somebody's name is never used."""
    public = public_labels(table)
    names: list[str] = []
    last = ""
    for row in table.rows:
        label = row.label if row.label in public else ""
        if row.number:
            last = f"第{row.number}行"
            names.append(last)
        elif row.role is Role.TOTAL:
            names.append(label or "合计")
        else:
            mark = "其中" if row.role is Role.OF_WHICH else "下" if last else ""
            names.append(f"{last}{mark}「{label}」" if label else f"{last}{'其中' if mark == '其中' else '分项'}")
    return names


def printed(value: Decimal, cell: Cell | None, unit: str, decimals: int | None = None) -> str:
    """Return a result in base units as the typed cell is printed: in its unit; days as dates; personal ones masked.

    ``decimals`` rounds half up, None keeps every digit.
    """
    if cell is not None and isinstance(cell.value, Private):
        return DOTS
    if cell is not None and isinstance(bare(cell), Day):
        return date.fromordinal(int(value)).isoformat() if 1 <= value <= date.max.toordinal() else str(value)
    return in_unit(value, unit, decimals)


def in_unit(value: Decimal, unit: str, decimals: int | None = None) -> str:
    """Return a result in base units told in ``unit``: money with its two decimals, others without idle zeros."""
    number, least = value / scale(unit), 2 if unit == "元" else 0
    if decimals is not None:
        return print_amount(rounded(number, max(least, decimals)))
    short = rounded(number, 6).normalize()
    return print_amount(rounded(short, max(least, -int(short.as_tuple().exponent))))


def in_labels(identity: Identity, category: Category) -> str:
    """Return a formula of the category in the words of its page: «期末余额 = 期初余额 + sum(收支明细.收入)»."""
    words = {fact.id: fact.label for fact in category.facts}
    words.update((table.id, table.label) for table in category.tables)
    columns = {(table.id, column.id): column.path for table in category.tables for column in table.columns}
    columns.update({(table.label, column.id): column.path for table in category.tables for column in table.columns})
    return show(_labelled(identity, words, columns)).replace("previous.", "上期的")


def _labelled(identity: Identity, words: dict[str, str], columns: dict[tuple[str, str], str]) -> Identity:
    sides = tuple(_in_words(side, words, columns) for side in identity.sides)
    return Identity(identity.text, sides, identity.operators, identity.tolerance)


def _in_words(expression: Expression, words: dict[str, str], columns: dict[tuple[str, str], str]) -> Expression:
    if isinstance(expression, Name):
        parts = list(expression.parts)
        if len(parts) > 1:
            parts[-1] = columns.get((parts[0], parts[-1]), parts[-1])
        if parts:
            parts[0] = words.get(parts[0], parts[0])
        return Name(tuple(parts), expression.previous, expression.number)
    if isinstance(expression, Call):
        return Call(expression.function, _in_words(expression.body, words, columns), expression.where)
    if isinstance(expression, Negative):
        return Negative(_in_words(expression.body, words, columns))
    if isinstance(expression, Binary):
        left, right = _in_words(expression.left, words, columns), _in_words(expression.right, words, columns)
        return Binary(expression.operator, left, right)
    return expression
