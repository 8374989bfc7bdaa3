"""元和万元弄混了。

## 什么问题

写的数和算出来的数正好差一万倍；或者单位是万元的栏里，有一格的数大得只能是元。

## 为什么

元和万元弄混是公开表里最常见的错之一，合计一眼看不出来，差的却是一万倍。

## 怎么改

改数或改单位，只改一处。

```yaml bad
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
表:
  - 名: 项目资金
    行: |
      项目 | 资金(万元)
      水渠清淤 | 5.20
      村道硬化 | 3.00
      合计 | 82,000.00    # <- unit-slip
```

```yaml good
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
表:
  - 名: 项目资金
    行: |
      项目 | 资金(万元)
      水渠清淤 | 5.20
      村道硬化 | 3.00
      合计 | 8.20
```
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.rule import Rule
from disclosure.rules.slips import slips_in

RULE = Rule(
    code="FIN011",
    slug="unit-slip",
    title="元和万元弄混了",
    severity="error",
    message="{label}写的是 {stated}{unit}，差不多是 {derived}{unit} 的一万倍或一万分之一，多半把元和万元弄混了⟦；该是 {suspect_value}{unit}⟧。",
    help="看清表头的单位是元还是万元，把数或单位改一处。",
    waivable=False,
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for every cell of a 万元 column whose figure can only be in 元; wrong totals come with the sums."""
    del shelf
    for table in filing.tables:
        for column, row, would_be in slips_in(table):
            cell = row.cells[column]
            arguments = {
                "label": f"{row.label} {table.columns[column].label}"
                if not filing.secret
                else table.columns[column].label,
                "stated": str(cell.text),
                "derived": str(would_be),
                "unit": "万元",
                "suspect_value": str(would_be),
            }
            yield Diagnostic(RULE.slug, cell.span, arguments)
