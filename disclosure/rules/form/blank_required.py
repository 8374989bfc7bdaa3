"""必填的格子空着。

## 什么问题

目录规定必填的一格空着。

## 为什么

空着有三种意思：没有、不知道、忘了填。村民分不出来。

## 怎么改

照实写：没有写「无」，原表没列写「未列」，是零写 0。

```yaml bad
类别: 财务收支明细
期间: 2026-03
上栏日期: 2026-04-08
公开日期: 2026-04-08
期初余额: 1,000.00
收支明细: |
  日期 | 凭证号 | 摘要 | 支出
  3-18 | 记-002 | | 621.00    # <- blank-required
期末余额: 379.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml good
类别: 财务收支明细
期间: 2026-03
上栏日期: 2026-04-08
公开日期: 2026-04-08
期初余额: 1,000.00
收支明细: |
  日期 | 凭证号 | 摘要 | 支出
  3-18 | 记-002 | 路灯维修 3 盏 | 621.00
期末余额: 379.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.private import Private
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.reading.table import Role
from disclosure.rules.rule import Rule

RULE = Rule(
    code="YML130",
    slug="blank-required",
    title="必填的格子空着",
    severity="error",
    message="「{column}」必填，这里空着。",
    help="填上；没有就写「无」，原表没有列就写「未列」。",
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for every required cell of an item row that holds nothing.

    A column that the whole table leaves out is told once, where the table is read.
    """
    del shelf
    for table in filing.tables:
        here = (filing.source.path, table.source)
        required = [
            (index, column)
            for index, column in enumerate(table.columns)
            if column.required and column.span is not None and column.span.path in here
        ]
        items = [row.cells for row in table.rows if row.role is Role.ITEM and row.parent < 0] if required else []
        for index, column in required:
            for cells in items:
                text = cells[index].text
                if not text or (isinstance(text, Private) and not text.reveal()):
                    yield Diagnostic(RULE.slug, cells[index].span, {"column": column.label})
