"""公示天数和起止日期对不上。

## 什么问题

写了公示几天，又写了从哪天到哪天，两样对不上。首日算在内、不算在内两种数法都不对，才算错。

## 为什么

期满是哪一天，决定异议还能不能提。

## 怎么改

两样改成一致。

```yaml bad
类别: 其他公示
期间: 2025
公示期: 2025-04-25/2025-05-02
上栏日期: 2025-04-25
公开日期: 2025-04-25
正文: |
  本次补报面积和金额予以公示，公示期10天，有异议请来电。    # <- window-days-off
```

```yaml good
类别: 其他公示
期间: 2025
公示期: 2025-04-25/2025-05-02
上栏日期: 2025-04-25
公开日期: 2025-04-25
正文: |
  本次补报面积和金额予以公示，公示期7天，有异议请来电。
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.span import Span
from disclosure.basis.text import han_number
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.rule import Rule

RULE = Rule(
    code="DUE007",
    slug="window-days-off",
    title="公示天数和起止日期对不上",
    severity="error",
    message="公示期 {first} 至 {last} 是 {days} {unit}，写的是 {stated}。",
    help="改天数，或者改起止日期；首日算不算在内都行，写成 {days} {unit}里的一个。",
)


_STATED = re.compile(
    r"(?:公示|公告)(?:期限|时间|时限|期)?(?:为|共|:|：)?\s*([0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})\s*个?(?:日历|自然)?[天日](?!期|起|前|内|后)"
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding where the text states a number of days that neither way of counting the window gives.

    What stands behind 公示期 itself is left to reading, which compares working days, too.
    """
    del shelf
    if filing.window is None or "公" not in filing.source.text:
        return
    first, last = filing.window
    apart = (last - first).days
    own = filing.keys.get("window")
    for match in _STATED.finditer(filing.source.text):
        stated = int(match[1]) if match[1].isdecimal() else han_number(match[1])
        if stated is not None and stated not in (apart, apart + 1) and not (own and own.line == _span(filing, match).line):
            arguments = {
                "first": first.isoformat(),
                "last": last.isoformat(),
                "stated": f"{stated} 天",
                "days": f"{apart} 或 {apart + 1}",
                "unit": "天",
            }
            yield Diagnostic(RULE.slug, _span(filing, match), arguments)


def _span(filing: Filing, match: re.Match[str]) -> Span:
    text, start = filing.source.text, match.start()
    column = start - text.rfind("\n", 0, start)
    return Span(filing.source.path, text.count("\n", 0, start) + 1, column, start, match.end())
