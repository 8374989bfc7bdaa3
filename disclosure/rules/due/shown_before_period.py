"""期间还没有开始就公开了。

## 什么问题

公开（上栏）的日期，比这一期的头一天还早。

## 为什么

还没有开始的一季，不会有这一季的账。多半是日期的年份打错了，或者期间写错了；日期写早了，晚了几个月也看不出来。

只看说一期里发生了什么的类别（期末以后多少天内公开的）；计划、预算、预告本来就在前面，不报。

## 怎么改

改正日期的年份，或者改正「期间」。

```yaml bad
类别: 债权债务
期间: 2026-Q3
上栏日期: 2025-10-09    # <- shown-before-period
公开日期: 2025-10-09
本期无: 本季度没有债权债务
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml good
类别: 债权债务
期间: 2026-Q3
上栏日期: 2026-10-09
公开日期: 2026-10-09
本期无: 本季度没有债权债务
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.board.previous import CALENDAR
from disclosure.rules.places import shown_span
from disclosure.rules.rule import Rule

RULE = Rule(
    code="DUE013",
    slug="shown-before-period",
    title="期间还没有开始就公开了",
    severity="error",
    message="{shown} 公开，可是{period}从 {first} 才开始。",
    help="改正日期的年份；期间写错了就改「期间」。",
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding where an account of a period was shown before the period began."""
    del shelf
    due, shown, first = filing.category.due, filing.first_shown, filing.period.first
    accounts_for = filing.period.unit in CALENDAR and due.form == "after" and due.anchor == "period_end"
    if accounts_for and shown is not None and shown < first:
        told = {"shown": shown.isoformat(), "period": filing.period.words(), "first": first.isoformat()}
        yield Diagnostic(RULE.slug, shown_span(filing), told)
