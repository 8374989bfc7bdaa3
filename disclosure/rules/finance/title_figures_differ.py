"""标题里的人数、金额和表里对不上。

## 什么问题

标题写了「137人8050元」，两个数有一个表里有，另一个哪里也没有，也不是哪一栏的和。

## 为什么

标题常是照上一期改的，人数改了，金额忘了改。

## 怎么改

核对标题。标题说的是另一笔钱，不用管。

```yaml bad
类别: 其他公示
期间: 2026-10
上栏日期: 2026-11-06
公开日期: 2026-11-06
标题: 关于发放2026年10月高龄津贴69人8050元的公示    # <- title-figures-differ
表:
  - 名: 发放
    行: |
      村 | 人数(人) | 金额(元)
      甲 | 35 | 1,950
      乙 | 34 | 2,450
      合计 | 69 | 4,400
```

```yaml good
类别: 其他公示
期间: 2026-10
上栏日期: 2026-11-06
公开日期: 2026-11-06
标题: 关于发放2026年10月高龄津贴69人4400元的公示
表:
  - 名: 发放
    行: |
      村 | 人数(人) | 金额(元)
      甲 | 35 | 1,950
      乙 | 34 | 2,450
      合计 | 69 | 4,400
```
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.board.likely import title_differs
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.rule import Rule

RULE = Rule(
    code="FIN019",
    slug="title-figures-differ",
    title="标题里的人数、金额和表里对不上",
    severity="info",
    message="标题写的是「{told}」，{known}表里有，{unknown}哪里也没有，请核对。",
    help="核对标题；标题说的是另一笔钱，不用管。",
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding where a title tells heads and money, and the filing has just one of the two."""
    del shelf
    found = title_differs(filing)
    if found is not None and "title" in filing.keys and not filing.secret:
        told, known, unknown = found
        yield Diagnostic(RULE.slug, filing.keys["title"], {"told": told, "known": known, "unknown": unknown})
