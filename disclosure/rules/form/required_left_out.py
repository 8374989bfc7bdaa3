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
from disclosure.basis.text import closest
from disclosure.basis.values import Absent
from disclosure.board.arithmetic import bare
from disclosure.board.entries import superseded
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.board.reserved import RESERVED
from disclosure.rules.places import key_span
from disclosure.rules.rule import Rule

RULE = Rule(
    code="YML133",
    slug="required-left-out",
    title="该写的没有写",
    severity="error",
    message="{names}没有写。",
    help="补上：\n{first}\n真没有发生，写零报告：\n本期无: 本期没有…",
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield one finding for everything a category requires that a filing does not have; a nil report owes only the facts its category asks of one.

    What is there and could not be read has its own finding. A stage, a later batch and a replaced notice owe something, not everything.
    """
    if superseded(filing, shelf):
        return
    facts, tables = _facts_left_out(filing), _tables_left_out(filing)
    if (filing.category.stages or filing.batch) and (filing.facts or filing.tables or filing.body or filing.attachments or filing.nil):
        return
    if facts or tables:
        names = "、".join((*(f"「{name}」" for name in facts), *(f"表「{name}」" for name in tables)))
        first = f"{facts[0]}: …" if facts else f"{tables[0]}: |\n  （第一行栏名，下面一行一条）"
        yield Diagnostic(RULE.slug, key_span(filing, "category", "类别"), {"names": names, "first": first})


def _facts_left_out(filing: Filing) -> list[str]:
    if filing.nil and filing.category.nil != "with_facts":
        return []
    stated = {name for fact in filing.facts if bare(fact.cell) is not Absent.BLANK for name in (fact.id, fact.label)}
    absent = [fact.label for fact in filing.category.facts if fact.required and not stated & {fact.id, fact.label}]
    return [label for label in absent if not _is_misspelt(label, filing)]


def _tables_left_out(filing: Filing) -> list[str]:
    """Return the tables that a filing without any table, text or paper should have."""
    if filing.nil or filing.tables or filing.body or filing.attachments:
        return []
    absent = [table for table in filing.category.tables if table.required]
    return [table.label for table in absent if not {table.id, table.label, "表", "tables"} & filing.keys.keys() and not _is_misspelt(table.label, filing)]


def _is_misspelt(label: str, filing: Filing) -> bool:
    """Tell whether a key nobody knows is most likely this one: then that is what is found."""
    read = {name for fact in filing.facts for name in (fact.id, fact.label)} | {name for table in filing.tables for name in (table.id, table.label)}
    return closest(label, [key for key in filing.keys if key not in read and key not in RESERVED.ids]) != ""
