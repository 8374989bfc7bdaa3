"""What the heads of a table say of each of its rows: 期初 + 收入 − 支出 = 期末, 应发 − 扣款 = 实发, 原值 − 折旧 = 净值.

Nobody wrote a 校验, so it is advice, and only where the other rows prove that the heads mean it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from disclosure.basis.text import normalise_label
from disclosure.board.arithmetic import Node
from disclosure.board.arithmetic import Operation
from disclosure.board.arithmetic import Sum
from disclosure.board.arithmetic import in_base
from disclosure.reading.table import Cell
from disclosure.reading.table import Column
from disclosure.reading.table import Role
from disclosure.reading.table import Row
from disclosure.reading.table import Table

ENOUGH = 3
"""So many rows must agree before one that does not is worth a word."""


class Way(NamedTuple):
    """The heads that are added, those that are taken away, and the one they come to; each must fit just one column."""

    plus: tuple[re.Pattern[str], ...]
    minus: tuple[re.Pattern[str], ...]
    result: re.Pattern[str]


def _heads(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


_SUM = "(?:金额|数量|余额|结余|结存|数|额)?"
_WAYS = (
    Way(
        _heads(f"(?:期初|年初|月初|季初|上期|上年|上月|昨日)(?:余额|结余|结存|库存|贷款余额)?{_SUM}", f"(?:本[期年月季日]|今日)?(?:收入|增加|新增|借方|入库|购入|收){_SUM}"),
        _heads(f"(?:本[期年月季日]|今日)?(?:支出|减少|化解|偿还|贷方|出库|领用|发出|付){_SUM}"),
        re.compile(f"(?:期末|年末|月末|季末|本期|今日)?(?:余额|结余|结存|库存|贷款余额){_SUM}|(?:期末|年末){_SUM}"),
    ),
    Way(_heads("应发(?:合计|工资|小计|金额|数)?"), _heads("(?:扣款|扣除|代扣|应扣)(?:合计|小计|金额|数)?"), re.compile("实发(?:合计|工资|金额|数)?")),
    Way(_heads("应[收交缴](?:租金|款|金额|合计|数)?"), _heads("[实已][收交缴](?:租金|款|金额|合计|数)?"), re.compile("(?:未[收交缴]|欠[收交缴费款]|尾欠)(?:租金|款|金额|合计|数)?")),
    Way(_heads("(?:资产)?原[值价]"), _heads("(?:累计)?折旧(?:额)?"), re.compile("(?:账面)?净[值额]")),
    Way(_heads(f"(?:收入|拨入|到账|筹集|下达){_SUM}"), _heads(f"(?:支出|支付|使用|已用){_SUM}"), re.compile(f"(?:结余|余额|结存|剩余){_SUM}")),
)


class Found(NamedTuple):
    """A row that differs from all others: what it states, and what the others' rule gives for it, told in words."""

    cell: Cell
    right: Node
    way: str


def differing(table: Table) -> Iterator[Found]:
    """Yield for each of these ways the one row in which it does not hold, where it does in all others."""
    columns = [_bare(column) for column in table.columns]
    for way in _WAYS:
        at = _placed(way, columns)
        if at is None:
            continue
        plus, minus, result = at
        told = [row for row in table.rows if row.role in (Role.ITEM, Role.TOTAL) and _is_told(row, (*plus, *minus), result)]
        odd = [row for row in told if _comes_to(row, plus, minus) != in_base(row.cells[result])]
        if len(odd) == 1 and len(told) > ENOUGH:
            yield _found(table, odd[0], plus, minus, result)


def _bare(column: Column) -> str:
    return normalise_label(column.path if column.group else column.label) if column.kind in ("money", "quantity", "area", "count") else ""


def _placed(way: Way, names: list[str]) -> tuple[tuple[int, ...], tuple[int, ...], int] | None:
    """Return where the columns of a way stand, None where one is missing, comes twice or is taken by two."""
    found = [[index for index, name in enumerate(names) if name and pattern.fullmatch(name)] for pattern in (*way.plus, *way.minus, way.result)]
    if any(len(places) != 1 for places in found):
        return None
    flat = [places[0] for places in found]
    if len(set(flat)) != len(flat):
        return None
    return tuple(flat[: len(way.plus)]), tuple(flat[len(way.plus) : -1]), flat[-1]


def _is_told(row: Row, parts: tuple[int, ...], result: int) -> bool:
    """Tell whether a row states its result and enough to come to it; parts left blank hold nothing, words may hold anything."""
    cells = [row.cells[index] for index in parts]
    readable = all(in_base(cell) is not None or not cell.text for cell in cells)
    return readable and in_base(row.cells[result]) is not None and sum(in_base(cell) is not None for cell in cells) >= len(parts) - 1 > 0


def _comes_to(row: Row, plus: tuple[int, ...], minus: tuple[int, ...]) -> Decimal:
    return _added(row, plus) - _added(row, minus)


def _added(row: Row, places: tuple[int, ...]) -> Decimal:
    return sum((in_base(row.cells[index]) or Decimal(0) for index in places), Decimal(0))


def _found(table: Table, row: Row, plus: tuple[int, ...], minus: tuple[int, ...], result: int) -> Found:
    names = " + ".join(table.columns[index].label for index in plus) + "".join(f" − {table.columns[index].label}" for index in minus)
    right = Operation("-", Sum(tuple(row.cells[index] for index in plus)), Sum(tuple(row.cells[index] for index in minus)))
    return Found(row.cells[result], right, f"别的行都是{names}，这一行照算是")
