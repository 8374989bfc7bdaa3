"""该写的没有写。

## 什么问题

这个类别必须有的数（如期初余额、收到件数）、必须有的表，这一份里没有。

## 为什么

缺了就是公开了一半：没有期末余额，村民看不出钱还剩多少；没有名单，看不出发给了谁。

## 怎么改

补上。真没有发生，写零报告 `本期无: …`；是零就写 0，不留空。

```yaml bad
类别: 财务收支明细    # <- required-left-out
期间: 2026-03
上栏日期: 2026-04-08
公开日期: 2026-04-08
期初余额: 1,000.00
收支明细: |
  日期 | 凭证号 | 摘要 | 收入 | 支出 | 余额
  3-18 | 记-002 | 购办公用品2批 | — | 621.00 | 379.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml good
类别: 财务收支明细
期间: 2026-03
上栏日期: 2026-04-08
公开日期: 2026-04-08
期初余额: 1,000.00
收支明细: |
  日期 | 凭证号 | 摘要 | 收入 | 支出 | 余额
  3-18 | 记-002 | 购办公用品2批 | — | 621.00 | 379.00
期末余额: 379.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.values import Absent
from disclosure.board.arithmetic import bare
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.places import key_span
from disclosure.rules.rule import Rule

RULE = Rule(
    code="YML133",
    slug="required-left-out",
    title="该写的没有写",
    severity="error",
    message="{names}没有写。",
    help="补上：\n{first}: …\n真没有发生，写零报告：\n本期无: 本期没有…",
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield one finding for everything a category requires that a filing does not have; a nil report owes only the facts its category asks of one."""
    del shelf
    category = filing.category
    stated = {fact.id for fact in filing.facts if bare(fact.cell) is not Absent.BLANK}
    absent = [fact.label for fact in category.facts if fact.required and fact.id not in stated]
    filed = {table.id for table in filing.tables}
    tables = [table.label for table in category.tables if table.required and table.id not in filed]
    if filing.nil:
        tables, absent = [], absent if category.nil == "with_facts" else []
    if absent or tables:
        names = "、".join((*(f"「{name}」" for name in absent), *(f"「{name}」表" for name in tables)))
        yield Diagnostic(RULE.slug, key_span(filing, "category", "类别"), {"names": names, "first": (absent or tables)[0]})
