"""金额比分还细。

## 什么问题

钱最小到分：用元作单位最多两位小数，用万元最多六位。

## 为什么

多出来的小数多半是面积乘单价没有四舍五入，合计会和实发的钱差几分。

## 怎么改

每一笔先四舍五入到分，再加合计。

```yaml bad
类别: 其他公示
期间: 2023
上栏日期: 2026-04-06
公开日期: 2026-04-06
表:
  - 名: 补贴
    行: |
      年度 | 面积(亩) | 金额(元)
      2023年 | 802.821 | 89915.952    # <- too-many-decimals
```

```yaml good
类别: 其他公示
期间: 2023
上栏日期: 2026-04-06
公开日期: 2026-04-06
表:
  - 名: 补贴
    行: |
      年度 | 面积(亩) | 金额(元)
      2023年 | 802.821 | 89915.95
```
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.basis.numbers import print_amount
from disclosure.basis.private import Private
from disclosure.basis.units import is_money
from disclosure.basis.units import scale
from disclosure.basis.values import Amount
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.reading.table import Cell
from disclosure.reading.table import Role
from disclosure.reading.table import Table
from disclosure.rules.rule import Rule

RULE = Rule(
    code="FIN012",
    slug="too-many-decimals",
    title="金额比分还细",
    severity="error",
    message="写的是 {text}{unit}，比分还细，付不出去。",
    help="改成到分的数：{rounded}{unit}",
)


_CENT = Decimal("0.01")
_LEAST = 3
"""Digits after the point from which a sum of money can be finer than a cent; nothing with fewer is looked at."""


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for every sum of money that is no whole number of cents."""
    del shelf
    for fact in filing.facts:
        amount = _too_fine(fact.cell) if fact.kind == "money" else None
        if amount is not None:
            yield _finding(fact.cell, amount)
    for table in filing.tables:
        for index, column in enumerate(table.columns):
            if column.kind == "money":
                yield from _in_column(table, index)


def _in_column(table: Table, index: int) -> Iterator[Diagnostic]:
    """Yield the cells of a column; a total is too fine because its rows are, and is told beside the first of them."""
    entries: list[tuple[Cell, Amount]] = []
    totals: list[tuple[Cell, Amount]] = []
    for row in table.rows:
        cell = row.cells[index]
        if cell.value.__class__ is Amount and cell.value.decimals < _LEAST:
            continue
        amount = _too_fine(cell)
        if amount is not None:
            (totals if row.role is Role.TOTAL else entries).append((cell, amount))
    beside = tuple(Related(cell.span, "合计跟着多出了小数") for cell, _ in totals) if entries else ()
    for place, (cell, amount) in enumerate(entries or totals):
        yield _finding(cell, amount, () if place else beside)


def _too_fine(cell: Cell) -> Amount | None:
    """Return the sum of money in a cell where it is no whole number of cents."""
    value = cell.value.reveal() if isinstance(cell.value, Private) else cell.value
    if not isinstance(value, Amount) or value.decimals < _LEAST or not is_money(value.unit or "元"):
        return None
    return value if value.number % _cent(value) else None


def _cent(amount: Amount) -> Decimal:
    """Return a cent in the unit of the amount."""
    return _CENT / scale(amount.unit or "元")


def _finding(cell: Cell, amount: Amount, beside: tuple[Related, ...] = ()) -> Diagnostic:
    cent = _cent(amount)
    rounded = (amount.number / cent).quantize(Decimal(1)) * cent
    arguments = {"text": str(cell.text), "unit": amount.unit, "rounded": print_amount(rounded)}
    return Diagnostic(RULE.slug, cell.span, arguments, related=beside)
