"""没有写哪天公开的。

## 什么问题

公开件没有说哪一天贴出来、哪一天上网。

## 为什么

不知道哪天公开的，就不知道是不是按时、贴够了没有、异议期到哪天为止。

## 怎么改

补上日期。还没有公开的，公开那天再放进来。

```yaml bad
类别: 其他公示    # <- not-dated
期间: 2026-03
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
from disclosure.basis.span import whole_file
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.rule import Rule

RULE = Rule(
    code="DUE010",
    slug="not-dated",
    title="没有写哪天公开的",
    severity="warning",
    message="没有写上栏日期，也没有写公开日期。",
    help="补上：\n上栏日期: …\n公开日期: …",
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding where a filing says neither when it was posted nor when it was published."""
    del shelf
    if filing.posted_on is None and filing.published_on is None:
        yield Diagnostic(RULE.slug, whole_file(filing.source.path))
