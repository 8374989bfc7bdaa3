"""金额不是标准的整数倍。

## 什么问题

表里写着每人（每户、每头）多少钱，没有写几个人；别的行的金额都是标准的整数倍，只有一行除不尽。

## 为什么

每人 60 元，哪来的 650 元？不是金额打错，就是按天算了没有说。值得看一看。

## 怎么改

改金额；按天、按月折算的，在备注里写明。

```yaml bad
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
表:
  - 名: 免疫补助
    行: |
      组别 | 标准(元/头) | 金额(元)
      一组 | 60.00 | 720.00
      二组 | 60.00 | 480.00
      三组 | 60.00 | 600.00
      四组 | 60.00 | 650.00    # <- amount-not-whole
      五组 | 60.00 | 420.00
      六组 | 60.00 | 540.00
```

```yaml good
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
表:
  - 名: 免疫补助
    行: |
      组别 | 标准(元/头) | 金额(元)
      一组 | 60.00 | 720.00
      二组 | 60.00 | 480.00
      三组 | 60.00 | 600.00
      四组 | 60.00 | 660.00
      五组 | 60.00 | 420.00
      六组 | 60.00 | 540.00
```
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from disclosure.basis.diagnostic import Diagnostic
from disclosure.board.entries import entries_of
from disclosure.board.entries import money
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.reading.table import Table
from disclosure.rules.rule import Rule

RULE = Rule(
    code="SUB005",
    slug="amount-not-whole",
    title="金额不是标准的整数倍",
    severity="warning",
    message="{stated} 元不是每{unit} {rate} 元的整数倍，另外 {count} 行都是，值得看一看。",
    help="改金额；按天、按月折算的，在备注里写明。",
)

FEWEST = 5
_BY_HEAD = ("元/人", "元/户", "元/头", "元/只")


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for the one sum that no whole number of heads gives at the table's own rate."""
    del shelf
    for table in filing.tables:
        figures = [column for column in table.columns if column.kind in ("money", "count", "quantity", "area", "rate", "percent", "ratio", "share")]
        rates = [column for column in figures if column.unit in _BY_HEAD]
        sums = [column for column in figures if column.kind == "money" and column not in rates]
        if len(figures) == 2 and len(rates) == len(sums) == 1 and not table.excerpt:
            yield from _in_table(table, rates[0].id, sums[0].id, rates[0].unit.removeprefix("元/"))


def _in_table(table: Table, rates: str, sums: str, unit: str) -> Iterator[Diagnostic]:
    known = [(rate, amount, entry) for entry in entries_of(table) if (rate := entry.amount(rates)) and (amount := entry.amount(sums))]
    odd = [(rate, amount, entry) for rate, amount, entry in known if amount % rate]
    if len(odd) != 1 or len(known) <= FEWEST:
        return
    rate, amount, entry = odd[0]
    if rate >= Decimal(1) and not (entry.text("note") or entry.text("备注")):
        told = {"stated": money(amount), "rate": money(rate), "unit": unit, "count": len(known) - 1}
        yield Diagnostic(RULE.slug, entry.span(sums), told)
