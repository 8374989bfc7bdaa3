"""实物租金折成钱，算得不对。

## 什么问题

租金按粮食算的表里，同一行写着多少斤、一斤多少钱、折成多少钱，三个数乘起来对不上。

## 为什么

折价错了，农户就少拿或者多拿了租金。

四舍五入到元、到角的不算错，价格像是约出来的也不算；每亩多少斤的，只同每亩折多少元的比；约数、没有写单位的不报。值得看一看：也可能是按别的价、别的斤数折的，那就写出来。

## 怎么改

改算错的那个数；价格不止一个的，分行写。

```yaml bad
类别: 其他公示
期间: 2026
上栏日期: 2026-11-06
公开日期: 2026-11-06
表:
  - 名: 实物租金
    行: |
      地块 | 面积(亩) | 稻谷(斤) | 稻谷价格(元/斤) | 折价(元)
      王家坝 | 12.5 | 5,000 | 1.31 | 6,550.00
      大石湾 | 35 | 12,250 | 1.31 | 16,407.50    # <- rent-in-kind-off
```

```yaml good
类别: 其他公示
期间: 2026
上栏日期: 2026-11-06
公开日期: 2026-11-06
表:
  - 名: 实物租金
    行: |
      地块 | 面积(亩) | 稻谷(斤) | 稻谷价格(元/斤) | 折价(元)
      王家坝 | 12.5 | 5,000 | 1.31 | 6,550.00
      大石湾 | 35 | 12,250 | 1.31 | 16,047.50
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.basis.numbers import print_amount
from disclosure.basis.units import dimension
from disclosure.basis.values import Amount
from disclosure.board.entries import entries_of
from disclosure.board.entries import exact
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.reading.table import Cell
from disclosure.reading.table import Row
from disclosure.reading.table import Table
from disclosure.rules.rule import Rule

RULE = Rule(
    code="LND011",
    slug="rent-in-kind-off",
    title="实物租金折价不对",
    severity="warning",
    message="{quantity}{weight}，每{each} {price} 元，折成是 {derived} 元，写的是 {stated} 元，值得看一看。",
    help="改算错的那个数；按别的价、别的斤数折的，写出来。",
    basis=("集体经济组织法/45", "财公13号/专项"),
)

_WORTH = re.compile(r"^(?:每亩|实物)?(?:租金)?(?:折价|折款|折合|折算|折)(?:金额|款|租金|价款|人民币|现金|元)?$")
_CENT = Decimal("0.01")
_BESIDE = re.compile(r"扣|减|补差|调整|系数|水分|杂质|年数|年限")
"""Columns by which a sum may come to something else than quantity times price."""


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for every row whose rent in kind, priced, is not what it is said to be worth."""
    del shelf
    for table in filing.tables:
        worth = [at for at, column in enumerate(table.columns) if _WORTH.match(column.label)]
        if len(worth) == 1 and not any(_BESIDE.search(column.label) for column in table.columns):
            yield from _in_rows(table, worth[0])


class _Priced(NamedTuple):
    """A row in which quantity, price and worth all stand, with their cells in that order."""

    cells: tuple[Cell, Cell, Cell]
    quantity: Amount
    price: Amount
    stated: Amount

    @property
    def off(self) -> Decimal:
        """By how much the worth is not quantity times price, nothing where that is rounding of the worth."""
        apart = abs(self.quantity.base * self.price.base - self.stated.base)
        return apart if apart >= max(self.stated.last_digit, _CENT) else Decimal(0)

    @property
    def rounding(self) -> Decimal:
        """By how much it may be off where the price is told rounded."""
        return self.quantity.base * self.price.last_digit / 2


def _in_rows(table: Table, worth: int) -> Iterator[Diagnostic]:
    """Yield the rows that are off; a price that no other row shows to be meant to the last digit may be rounded."""
    priced = [one for entry in entries_of(table) if (one := _priced(entry.row, worth))]
    sure = {one.price.base for one in priced if not one.off}
    for one in priced:
        if one.off and (one.price.base in sure or one.off > one.rounding):
            yield _found(one)


def _priced(row: Row, worth: int) -> _Priced | None:
    stated = _amount(row.cells[worth])
    if stated is None:
        return None
    amounts = [(cell, told) for at, cell in enumerate(row.cells) if at != worth and (told := _amount(cell))]
    quantities = [pair for pair in amounts if _measures(pair[1].unit, stated.unit)]
    prices = [pair for pair in amounts if _is_price(pair[1].unit)]
    if len(quantities) != 1 or len(prices) != 1:
        return None
    (heavy, quantity), (dear, price) = quantities[0], prices[0]
    return _Priced((heavy, dear, row.cells[worth]), quantity, price, stated)


def _found(one: _Priced) -> Diagnostic:
    told = {
        "quantity": print_amount(one.quantity.number),
        "weight": one.quantity.unit,
        "each": one.price.unit.partition("/")[2],
        "price": print_amount(one.price.number),
        "derived": print_amount(one.quantity.base * one.price.base, 2),
        "stated": print_amount(one.stated.base),
    }
    heavy, dear, worth = one.cells
    return Diagnostic(RULE.slug, worth.span, told, related=(Related(heavy.span, "数量"), Related(dear.span, "单价")))


def _amount(cell: Cell) -> Amount | None:
    """Return the exact amount of a cell, None for what is rough, blank or personal."""
    value = cell.value
    return value if isinstance(value, Amount) and exact(value) is not None else None


def _measures(unit: str, money: str) -> bool:
    """Tell whether a unit weighs what money of this unit is for: 斤 beside 元, 斤/亩 beside 元/亩."""
    weight, _, over = unit.partition("/")
    return dimension(weight) == "weight" and over == money.partition("/")[2]


def _is_price(unit: str) -> bool:
    money, _, over = unit.partition("/")
    return dimension(money) == "money" and dimension(over) == "weight"
