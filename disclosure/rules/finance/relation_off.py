"""校验式不成立。

## 什么问题

目录或公开件里写明的关系（如「资产 = 负债 + 权益」）不成立。

## 为什么

关系不成立，至少有一个数是错的。

## 怎么改

从差额入手，查出错的那个数。

```yaml bad
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
数据:
  应参保: 678 人    # <- relation-off
  已参保: 670 人
  未参保: 18 人
校验:
  - 应参保 = 已参保 + 未参保
```

```yaml good
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
数据:
  应参保: 678 人
  已参保: 660 人
  未参保: 18 人
校验:
  - 应参保 = 已参保 + 未参保
```
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.board.evaluate import breaches
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.closer import closer
from disclosure.rules.rule import Rule

RULE = Rule(
    code="FIN008",
    slug="relation-off",
    title="校验式不成立",
    severity="error",
    message="{label}{wrote} {stated}{unit}，{way} {derived}{unit}，差 {apart}⟦；可能是{suspect}，该是 {suspect_value}{suspect_unit}⟧⟦（{because}）⟧。",
    help="式子里的数查出错的那个改正；式子本身写错的，改式子。",
    waivable=False,
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield every relation of figures that does not hold, each under its closest slug.

    One pass answers for all the arithmetic rules of this family; their own files hold only their pages.
    """
    for breach in breaches(filing, shelf):
        if breach.primary:
            yield closer(breach.diagnostic())
