"""期间还没有开始就公开了。

## 什么问题

公开（上栏）的日期，比这一期的头一天还早五个月以上。

## 为什么

多半是日期的年份打错了，或者期间写错了。日期写早了一年，真晚了几个月也看不出来。

计划、预算、参保缴费、来年的收费标准本来就在前面公开，早几个月的不报。

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
    message="{shown} 公开，可是{period}从 {first} 才开始，早了 {days} 天。",
    help="改正日期的年份；期间写错了就改「期间」。",
)


EARLIEST = 150
"""So many days before its period even a plan is not shown: an account of a half-year dated a year early is 174 days off."""


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding where something was shown so long before its period began that a year must be wrong."""
    del shelf
    shown, first = filing.first_shown, filing.period.first
    if filing.period.unit in CALENDAR and shown is not None and (first - shown).days > EARLIEST:
        told = {"shown": shown.isoformat(), "period": filing.period.words(), "first": first.isoformat(), "days": (first - shown).days}
        yield Diagnostic(RULE.slug, shown_span(filing), told)
