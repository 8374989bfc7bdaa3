"""金额写成了约数。

## 什么问题

金额栏里写了「约」「余」「多」「近」这样的约数。

## 为什么

账上每一笔都有准数。写成约数，加不起来，也没有人能核对。

## 怎么改

写到分。

```yaml bad
类别: 财务收支明细
期间: 2026-03
上栏日期: 2026-04-08
公开日期: 2026-04-08
期初余额: 1,000.00
收支明细:
  - {日期: 3-18, 凭证号: 记-002, 摘要: 村口路灯维修 3 盏, 支出: 600余元}    # <- approximate-figure
期末余额: 400.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml good
类别: 财务收支明细
期间: 2026-03
上栏日期: 2026-04-08
公开日期: 2026-04-08
期初余额: 1,000.00
收支明细:
  - {日期: 3-18, 凭证号: 记-002, 摘要: 村口路灯维修 3 盏, 支出: 600.00}
期末余额: 400.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.values import Amount
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.rule import Rule

RULE = Rule(
    code="TXT003",
    slug="approximate-figure",
    title="金额写成了约数",
    severity="warning",
    message="「{text}」是约数（{qualifier}），账上应有准数。",
    help="写到分，如 621.00。",
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for every rough sum in a money column that the catalogue describes."""
    del shelf
    known = {table.id: {column.id for column in table.columns if column.kind == "money"} for table in filing.category.tables}
    for table in filing.tables:
        money = [index for index, column in enumerate(table.columns) if column.id in known.get(table.id, ())]
        for row in table.rows:
            for index in money:
                value = row.cells[index].value
                if isinstance(value, Amount) and value.qualifier:
                    shown = "●●●" if filing.secret else str(row.cells[index].text)
                    yield Diagnostic(RULE.slug, row.cells[index].span, {"text": shown, "qualifier": value.qualifier})
