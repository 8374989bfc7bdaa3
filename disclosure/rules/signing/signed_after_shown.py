"""公开以后才签的字。

## 什么问题

签字的日期比公开的日期还晚。

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

from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
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
    """Yield a finding for every signature dated after the day on which the filing was first shown."""
    del shelf
    shown = filing.first_shown
    for signature in filing.signatures if shown else ():
        if shown and signature.date and signature.date > shown:
            told = {"role": signature.role, "signed": signature.date.isoformat(), "shown": shown.isoformat()}
            yield Diagnostic(RULE.slug, signature.span, {**told, "on": shown.isoformat()})
