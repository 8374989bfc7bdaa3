"""公开以后才签的字。

## 什么问题

该签的字，日期比公开的日期还晚。只看这个类别要的签字；只写到月的日期、注里写了补签的不报。

## 为什么

先审核、后公开：监委会没有审过的账不能先贴出去。也可能是日期打错了。

## 怎么改

日期打错了就改；真是后补的，在注里写明。

```yaml bad
类别: 债权债务
期间: 2026-Q3
上栏日期: 2026-10-09
公开日期: 2026-10-09
本期无: 本季度没有债权债务
签字:
  制表: 王敏
  监委会审核: {姓名: 李国强, 日期: 2026-12-08}    # <- signed-after-shown
  负责人: 周德明
```

```yaml good
类别: 债权债务
期间: 2026-Q3
上栏日期: 2026-10-09
公开日期: 2026-10-09
本期无: 本季度没有债权债务
签字:
  制表: 王敏
  监委会审核: {姓名: 李国强, 日期: 2026-10-08}
  负责人: 周德明
```
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.text import normalise_label
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.rule import Rule

RULE = Rule(
    code="SIG003",
    slug="signed-after-shown",
    title="公开以后才签的字",
    severity="warning",
    message="「{role}」{signed} 签字，{shown} 就公开了：先审核，后公开。",
    help="日期打错了就改；真是后补的，在注里写明。",
    basis=("村组法2025/37", "村组法2018/32"),
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for every signature a category asks for that is dated after the day on which the filing was first shown.

    A month alone is read as its last day, so the last day of the month of showing says nothing.
    """
    del shelf
    shown = filing.first_shown
    if shown is None or any("补签" in text for text, _ in filing.notes):
        return
    asked = {normalise_label(role): role for role in filing.category.sign}
    month_end = date(shown.year, shown.month, monthrange(shown.year, shown.month)[1])
    for signature in filing.signatures:
        role = asked.get(normalise_label(signature.role))
        if role and signature.name.strip() and signature.date and signature.date > shown and signature.date != month_end:
            told = {"role": role, "signed": signature.date.isoformat(), "shown": shown.isoformat(), "on": shown.isoformat()}
            yield Diagnostic(RULE.slug, signature.span, told)
