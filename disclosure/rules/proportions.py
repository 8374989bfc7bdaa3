"""Percentages beside the figures they were worked out from: which columns those are, told by the rows that agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from disclosure.basis.units import dimension
from disclosure.basis.values import Amount
from disclosure.board.entries import exact
from disclosure.reading.table import Cell
from disclosure.reading.table import Column
from disclosure.reading.table import Role
from disclosure.reading.table import Row
from disclosure.reading.table import Table

RATE = re.compile(
    r"占|比重$|^比例$|同比|环比|增长率?$|增幅$|增减(?:率|幅度?)$|^增减$|[比较](?:上|去)[年月季期]|比上一[年月季期]"
    r"|(?:完成|执行|到户|收缴|征缴|参保|参合|覆盖|参与|到位|兑现|兑付|发放|回收|办结|满意|合格|按时|缴费|缴纳|支出|使用|普及|投票|参会|到会|完整|达标|落实|整改|通过|赞成|同意|签约|入学|利用|出勤)(?:率|比例|比|进度)$"
)
"""Heads of percentages that are worked out from other figures; rates of interest, of tax and of subsidy are agreed."""

ENOUGH = 6
"""Digits that rows must agree in, taken together, before a way of working out counts as the table's own."""

CLOSE = Decimal("1.5")
"""Units of the last digit that pass: shares are moved by one so that they come to a hundred."""

_SAMPLE = 12
"""Rows by which the way is chosen; the others are then only judged by it."""

_FEWEST = 2
_MEASURES = frozenset(("money", "count", "quantity", "area", "share"))
_ZERO, _ONE, _HALF = Decimal(0), Decimal(1), Decimal("0.5")


class Way(NamedTuple):
    """A way of working out a percentage: ``part`` of ``whole``, ``growth`` of it, or of the column's total (whole -1)."""

    part: int
    whole: int
    growth: bool = False


class Off(NamedTuple):
    """A percentage that is not what its figures come to: as told, as it should be (0.05 is 5%), the cells it comes from."""

    row: Row
    way: Way
    told: Amount
    derived: Decimal
    cells: tuple[Cell, ...]


class _Line(NamedTuple):
    """A row with the exact amounts of its measures by column, and its percentage."""

    row: Row
    rate: Amount
    amounts: dict[int, Amount]


class _Sheet(NamedTuple):
    """A table with the one total of each measure, None where it cannot be told."""

    columns: tuple[Column, ...]
    totals: dict[int, Decimal | None]


def rates_of(table: Table) -> Iterator[int]:
    """Yield the columns of percentages whose heads say that they are worked out from other figures."""
    for at, column in enumerate(table.columns):
        if column.kind in ("percent", "change", "ratio") and not column.legend and RATE.search(bare_label(column.label)):
            yield at


def offs_in(table: Table, rate: int) -> Iterator[Off]:
    """Yield the percentages of a column that are off, by the way in which most of its rows were worked out.

    Silent where the rows do not tell such a way: too few agree, or they agree in too few digits. What a total row
    says may be the mean of what stands above it.
    """
    measures = [at for at, column in enumerate(table.columns) if column.kind in _MEASURES]
    lines = [line for row in table.rows if row.role is not Role.RATE and (line := _line(row, rate, measures))]
    if len(lines) < _FEWEST:
        return
    sheet = _Sheet(table.columns, {at: _total(table, at) for at in measures})
    way = _way(sheet, lines[:_SAMPLE], measures)
    judged = [(line, _fits(sheet, way, line)) for line in lines] if way else []
    wrong = [line for line, fits in judged if fits is False]
    if way and wrong and 2 * len(wrong) <= sum(fits is True for _, fits in judged):
        mean = _mean([line for line, fits in judged if fits is not None])
        for line in wrong:
            if line.row.role is not Role.TOTAL or abs(line.rate.base - mean) > line.rate.last_digit:
                yield _off(sheet, way, line)


def _way(sheet: _Sheet, lines: Sequence[_Line], measures: Sequence[int]) -> Way | None:
    """Return the way in which most rows agree, None where none agrees in enough digits."""
    scored = [(_score(sheet, way, lines), -at, way) for at, way in enumerate(_ways(sheet.columns, measures))]
    best = max(scored, default=None)
    return best[2] if best is not None and best[0][1] >= ENOUGH else None


def _line(row: Row, rate: int, measures: Sequence[int]) -> _Line | None:
    told = exact_amount(row.cells[rate])
    if told is None or told.unit not in ("%", "‰"):
        return None
    amounts = {at: amount for at in measures if (amount := exact_amount(row.cells[at]))}
    return _Line(row, told, amounts) if amounts else None


def exact_amount(cell: Cell) -> Amount | None:
    """Return the exact amount of a cell, None for what is rough, blank or personal."""
    value = cell.value
    return value if isinstance(value, Amount) and exact(value) is not None else None


def _ways(columns: Sequence[Column], measures: Sequence[int]) -> Iterator[Way]:
    """Yield every way there may be."""
    for part in measures:
        for whole in measures:
            if part != whole and _alike(columns[part], columns[whole]):
                yield Way(part, whole)
                yield Way(part, whole, growth=True)
    for part in measures:
        yield Way(part, -1)


def _alike(one: Column, other: Column) -> bool:
    return one.kind == other.kind and dimension(one.unit) == dimension(other.unit)


def _score(sheet: _Sheet, way: Way, lines: Sequence[_Line]) -> tuple[int, int]:
    """Return how many more rows agree than differ, and the digits of those that agree, equal rows counted once."""
    agree: dict[tuple[Decimal, Decimal], int] = {}
    balance = 0
    for line in lines:
        fits = _fits(sheet, way, line)
        balance += (fits is True) - 2 * (fits is False)
        if fits and line.rate.number not in (_ZERO, Decimal(100)):
            agree[line.rate.number, line.amounts[way.part].base] = len(line.rate.number.as_tuple().digits)
    return balance, sum(agree.values())


def _fits(sheet: _Sheet, way: Way, line: _Line) -> bool | None:
    """Tell whether a row's percentage comes about in this way; None where that cannot be told, or it is a close miss."""
    part, whole = _operands(sheet, way, line)
    if part is None or whole is None or whole <= 0:
        return None
    apart = abs(_worked_out(way, part.base, whole) - line.rate.base)
    if apart <= line.rate.last_digit * _HALF:
        return True
    return None if apart <= line.rate.last_digit * CLOSE + _rounding(sheet, way, line, whole) else False


def _operands(sheet: _Sheet, way: Way, line: _Line) -> tuple[Amount | None, Decimal | None]:
    part = line.amounts.get(way.part)
    if way.whole >= 0:
        whole = line.amounts.get(way.whole)
        return part, whole.base if whole else None
    return part, sheet.totals[way.part] if line.row.parent < 0 and line.row.level == 0 else None


def _worked_out(way: Way, part: Decimal, whole: Decimal) -> Decimal:
    return part / whole - (_ONE if way.growth else _ZERO)


def _rounding(sheet: _Sheet, way: Way, line: _Line, whole: Decimal) -> Decimal:
    """Return how far figures told rounded may carry the percentage away; a count is not rounded."""
    if sheet.columns[way.part].kind == "count":
        return _ZERO
    part = line.amounts[way.part]
    base = line.amounts[way.whole] if way.whole >= 0 else part
    return (part.last_digit + abs(part.base / whole) * base.last_digit) * _HALF / whole


def _total(table: Table, column: int) -> Decimal | None:
    """Return the one total of a column, the sum of its rows where none stands, None where several stand."""
    totals = [amount for row in table.rows if row.role is Role.TOTAL and (amount := exact_amount(row.cells[column]))]
    if totals or table.excerpt:
        return totals[0].base if len(totals) == 1 else None
    items = [exact_amount(row.cells[column]) for row in table.rows if row.role is Role.ITEM and row.parent < 0 and row.level == 0]
    return sum((one.base for one in items if one), _ZERO)


def _mean(lines: Sequence[_Line]) -> Decimal:
    rates = [line.rate.base for line in lines if line.row.role is not Role.TOTAL]
    return sum(rates, _ZERO) / len(rates) if rates else _ZERO


def _off(sheet: _Sheet, way: Way, line: _Line) -> Off:
    part, whole = _operands(sheet, way, line)
    derived = _worked_out(way, part.base, whole) if part is not None and whole else _ZERO
    cells = [line.row.cells[at] for at in (way.part, way.whole) if at >= 0]
    return Off(line.row, way, line.rate, derived, tuple(cells))


def bare_label(label: str) -> str:
    """Return a head without spaces and what stands in brackets at its end."""
    return re.sub(r"[\s　]|[(（][^()（）]*[)）]$", "", label)
