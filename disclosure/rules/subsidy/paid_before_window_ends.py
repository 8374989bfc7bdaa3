"""公示还没有完，钱已经发了。

## 什么问题

名单写着公示期到某一天，发放日期却落在公示期里。

## 为什么

公示期是给人提异议的。没等期满就发了钱，谁有意见也来不及。

## 怎么改

先看日期是不是写错；真是先发后公示，在注里写明，并告诉村民还能怎么提。

```yaml bad
类别: 耕地地力保护补贴
期间: 2026
公示期: 2026-06-15/2026-06-22
上栏日期: 2026-06-15
公开日期: 2026-06-15
发放日期: 2026-06-20    # <- paid-before-window-ends
补贴对象: |
  组别 | 户主 | 补贴面积(亩) | 补贴标准(元/亩) | 补贴金额(元)
  一组 | 褚满仓 | 10.00 | 92.40 | 924.00
户数: 1
补贴总面积: 10.00
补贴总额: 924.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml good
类别: 耕地地力保护补贴
期间: 2026
公示期: 2026-06-15/2026-06-22
上栏日期: 2026-06-15
公开日期: 2026-06-15
发放日期: 2026-07-03
补贴对象: |
  组别 | 户主 | 补贴面积(亩) | 补贴标准(元/亩) | 补贴金额(元)
  一组 | 褚满仓 | 10.00 | 92.40 | 924.00
户数: 1
补贴总面积: 10.00
补贴总额: 924.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.board.entries import fact_day
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.places import key_span
from disclosure.rules.rule import Rule

RULE = Rule(
    code="SUB003",
    slug="paid-before-window-ends",
    title="公示没有完就发了钱",
    severity="warning",
    message="{paid} 发放，公示期到 {until} 才完。",
    help="看日期有没有写错；真是先发的，在注里写明原因和提异议的办法。",
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding where a subsidy was paid before the days for objections were over."""
    del shelf
    paid = fact_day(filing, "paid") if filing.window and filing.category.subject in ("subsidy", "aid") else None
    found = filing.fact("paid")
    if paid and found and filing.window and filing.window[0] <= paid <= filing.window[1]:
        told = {"paid": paid.isoformat(), "until": filing.window[1].isoformat()}
        span = key_span(filing, "window", "公示期")
        yield Diagnostic(RULE.slug, found.cell.span, told, related=(Related(span, "公示期"),))
