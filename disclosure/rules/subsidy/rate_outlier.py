"""每人的钱数只有一行和别人不一样。

## 什么问题

表里没有写标准，但用金额除以人数（户数），七行以上都是同一个数，只有一行不是。

## 为什么

十一行都是每人 60 元，第十二行每人 55 元，多半是人数或金额打错了一个。金额不是 60 的整数倍的，错的是金额；是整数倍的，也可能是人数写错。值得看一看。

## 怎么改

对着名册改人数或金额；确实不同的（如月中增减），在备注里写明。

```yaml bad
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
表:
  - 名: 春节慰问
    行: |
      组别 | 人数(人) | 金额(元)
      一组 | 12 | 720.00
      二组 | 8 | 480.00
      三组 | 10 | 600.00
      四组 | 11 | 650.00    # <- rate-outlier
      五组 | 7 | 420.00
      六组 | 9 | 540.00
      七组 | 6 | 360.00
      八组 | 14 | 840.00
```

```yaml good
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
表:
  - 名: 春节慰问
    行: |
      组别 | 人数(人) | 金额(元) | 备注
      一组 | 12 | 720.00 |
      二组 | 8 | 480.00 |
      三组 | 10 | 600.00 |
      四组 | 11 | 650.00 | 一人 2 月中迁入，发 50 元
      五组 | 7 | 420.00 |
      六组 | 9 | 540.00 |
      七组 | 6 | 360.00 |
      八组 | 14 | 840.00 |
```
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from disclosure.basis.diagnostic import Diagnostic
from disclosure.board.entries import Entry
from disclosure.board.entries import entries_of
from disclosure.board.entries import money
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.reading.table import Table
from disclosure.rules.rule import Rule

RULE = Rule(
    code="SUB004",
    slug="rate-outlier",
    title="每份的钱数只有一行不一样",
    severity="warning",
    message="{stated} 元 ÷ {heads}{unit}，不是每{unit} {rate} 元；另外 {count} 行都是，{hint}，值得看一看。",
    help="对着名册改数或金额；确实不同的，在备注里写明缘由。",
)

AGREEING = 7
DIFFERENT = 3
"""How many rows must agree, and how many different counts they must have, before the rate is taken for known."""

_HEADS = ("人", "户", "名", "头", "只")


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for the one row of a table whose money by head differs from what all others agree on."""
    del shelf
    for table in filing.tables:
        heads, sums = _columns(table)
        if heads >= 0 and not table.excerpt:
            yield from _in_table(table, heads, sums)


def _columns(table: Table) -> tuple[int, int]:
    """Return the columns of heads and of money where the table has one of each and no other figures; else (-1, -1)."""
    kinds = ("money", "count", "quantity", "area", "rate", "percent", "ratio", "change", "share")
    figures = [at for at, column in enumerate(table.columns) if column.kind in kinds]
    heads = [at for at in figures if table.columns[at].kind == "count" and table.columns[at].unit in _HEADS]
    sums = [at for at in figures if table.columns[at].kind == "money"]
    return (heads[0], sums[0]) if len(figures) == 2 and len(heads) == len(sums) == 1 else (-1, -1)


def _in_table(table: Table, heads: int, sums: int) -> Iterator[Diagnostic]:
    known = []
    for entry in entries_of(table):
        number, amount = entry.amount(table.columns[heads].id), entry.amount(table.columns[sums].id)
        if number and amount and number > 0 and amount > 0 and number == number.to_integral_value():
            known.append((number, amount, entry))
    rates = {amount / number for number, amount, _ in known}
    if len(known) <= AGREEING or len(rates) != 2:
        return
    for rate in rates:
        others = {number for number, amount, _ in known if amount == number * rate}
        odd = [one for one in known if one[1] != one[0] * rate]
        if len(odd) == 1 and len(others) >= DIFFERENT and rate == rate.quantize(Decimal("0.01")):
            told = {"unit": table.columns[heads].unit, "rate": money(rate), "count": len(known) - 1}
            yield from _found(odd[0], rate, table.columns[sums].id, told)


def _found(odd: tuple[Decimal, Decimal, Entry], rate: Decimal, column: str, told: dict[str, object]) -> Iterator[Diagnostic]:
    number, amount, entry = odd
    if entry.text("note") or entry.text("备注"):
        return
    unit = told["unit"]
    whole = amount % rate == 0
    hint = f"照此该是 {money(number * rate)} 元" + (f"，或者是 {amount / rate:.0f}{unit}" if whole else f"，{money(amount)} 元也不是整数{unit}的钱")
    yield Diagnostic(RULE.slug, entry.span(column), {**told, "stated": money(amount), "heads": f"{number:.0f}", "hint": hint})
