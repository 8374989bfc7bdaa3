"""还没有决议就公开了决议。

## 什么问题

上栏或公开的日期，早于会议决定的日期。

## 为什么

决议做出来才能公开。日期反了，不是公开日期写错，就是会议日期是后补的。

## 怎么改

核对会议记录，改错的那个日期。

```yaml bad
类别: 重大事项与大额支出
期间: 2026-08
事项: 粮食烘干房建设
上栏日期: 2026-08-20
公开日期: 2026-08-20
事项名称: 新建粮食烘干房一座
决定日期: 2026-08-28    # <- shown-before-decided
资金来源: |
  来源 | 性质 | 依据文号 | 来源金额
  集体积累 | 集体资金 | | 96,000.00
决策经过: |
  日期 | 会议 | 参加人数 | 同意人数 | 结论
  2026-08-28 | 成员大会 | 412 | 371 | 通过
预算总额: 96,000.00
累计支付: 0.00
尚未支付: 96,000.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml good
类别: 重大事项与大额支出
期间: 2026-08
事项: 粮食烘干房建设
上栏日期: 2026-08-28
公开日期: 2026-08-28
事项名称: 新建粮食烘干房一座
决定日期: 2026-08-28
资金来源: |
  来源 | 性质 | 依据文号 | 来源金额
  集体积累 | 集体资金 | | 96,000.00
决策经过: |
  日期 | 会议 | 参加人数 | 同意人数 | 结论
  2026-08-28 | 成员大会 | 412 | 371 | 通过
预算总额: 96,000.00
累计支付: 0.00
尚未支付: 96,000.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.basis.span import Span
from disclosure.board.entries import entries
from disclosure.board.entries import fact_day
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.places import shown_span
from disclosure.rules.rule import Rule

RULE = Rule(
    code="DEC001",
    slug="shown-before-decided",
    title="公开在决议之前",
    severity="error",
    message="{decided} 才决定，{shown} 已经公开了。",
    help="核对会议记录，改错的那个日期。",
)

_FACTS = {"decision.big": "decided", "yishi.plan": "meeting"}
_TABLES = {"decision.4y2g": "steps", "decision.resolution": "resolutions"}


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for every decision dated after the day on which it was shown."""
    del shelf
    shown = filing.first_shown
    for day, span in _days(filing) if shown else ():
        if shown and day > shown:
            told = {"decided": day.isoformat(), "shown": shown.isoformat()}
            yield Diagnostic(RULE.slug, span, told, related=(Related(shown_span(filing), "公开的日期"),))


def _days(filing: Filing) -> Iterator[tuple[date, Span]]:
    name = _FACTS.get(filing.category.id, "")
    found, day = filing.fact(name), fact_day(filing, name)
    if found and day:
        yield day, found.cell.span
    for entry in entries(filing, _TABLES.get(filing.category.id, "")):
        held = entry.day("date")
        if held:
            yield held, entry.span("date")
