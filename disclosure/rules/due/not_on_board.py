"""上了网没有上栏。

## 什么问题

写了公开日期（上网），没有写上栏日期。

## 为什么

村务公开栏是法定的公开方式，网站只是补充：不上网的老人只看公开栏。

## 怎么改

贴到公开栏，把那天写上。

```yaml bad
类别: 其他公示
期间: 2026-03
公开日期: 2026-04-06    # <- not-on-board
```

```yaml good
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
```
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.places import key_span
from disclosure.rules.rule import Rule

RULE = Rule(
    code="DUE003",
    slug="not-on-board",
    title="上了网没有上栏",
    severity="warning",
    message="上了网（{published}），没有写哪天贴到村务公开栏。",
    help="贴上去，补一行：\n上栏日期: {published}",
    basis=("村组法2025/35",),
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding where a filing meant for the board says only when it went to the web."""
    del shelf
    if filing.published_on and not filing.posted_on and "board" in filing.category.media:
        day = filing.published_on.isoformat()
        yield Diagnostic(RULE.slug, key_span(filing, "published_on", "公开日期"), {"published": day, "on": day})
