"""写得太短看不明白。

## 什么问题

这一栏要写明白事由，目录规定了最少的字数。

## 为什么

「维修」「杂支」谁也看不出钱花在哪里。有的村民就是从一行写明白的电费里看出多算了钱。

## 怎么改

写清楚事、量、价。

```yaml bad
类别: 财务收支明细
期间: 2026-03
上栏日期: 2026-04-08
公开日期: 2026-04-08
期初余额: 1,000.00
收支明细:
  - {日期: 3-18, 凭证号: 记-002, 摘要: 维修, 支出: 621.00}    # <- text-too-short
期末余额: 379.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml good
类别: 财务收支明细
期间: 2026-03
上栏日期: 2026-04-08
公开日期: 2026-04-08
期初余额: 1,000.00
收支明细:
  - {日期: 3-18, 凭证号: 记-002, 摘要: 村口路灯维修 3 盏, 支出: 621.00}
期末余额: 379.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.reading.table import Role
from disclosure.rules.rule import Rule

RULE = Rule(
    code="TXT002",
    slug="text-too-short",
    title="写得太短看不明白",
    severity="warning",
    message="「{text}」只有 {length} 个字，至少要 {needed} 个字。",
    help="写清什么事、多少数量、单价多少，如「村口路灯维修 3 盏」。",
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for every filled cell shorter than its column's least number of characters; blank ones are not ours."""
    del shelf
    for table in filing.tables:
        limits = [(index, column) for index, column in enumerate(table.columns) if column.min_length]
        for row in table.rows if limits else ():
            for index, column in limits:
                text = row.cells[index].text
                if isinstance(text, str) and 0 < len(text) < column.min_length and row.role is Role.ITEM:
                    shown = "●●●" if filing.secret else text
                    arguments = {"text": shown, "length": len(text), "needed": column.min_length}
                    yield Diagnostic(RULE.slug, row.cells[index].span, arguments)
