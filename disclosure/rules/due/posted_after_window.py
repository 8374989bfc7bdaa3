"""公示期过了才贴出来。

## 什么问题

公开的那天，已经在公示期之后。

## 为什么

公示是为了让人在期满之前提异议。期满才贴，等于没有公示。

## 怎么改

重新公示一次。日期写错的改正。

```yaml bad
类别: 其他公示
期间: 2020
公示期: 2020-07-03/2020-07-10
上栏日期: 2020-07-15    # <- posted-after-window
公开日期: 2020-07-15
```

```yaml good
类别: 其他公示
期间: 2020
公示期: 2020-07-03/2020-07-10
上栏日期: 2020-07-03
公开日期: 2020-07-03
```
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.places import shown_span
from disclosure.rules.rule import Rule

RULE = Rule(
    code="DUE005",
    slug="posted-after-window",
    title="公示期过了才贴出来",
    severity="error",
    message="公示期到 {last} 为止，{shown} 才公开，村民没有机会提异议。",
    help="重新公示，写上新的起止日期：\n公示期: {shown}/…",
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding where a notice was first shown after its window had ended."""
    del shelf
    shown = filing.first_shown
    if filing.window is not None and shown is not None and shown > filing.window[1]:
        arguments = {"last": filing.window[1].isoformat(), "shown": shown.isoformat(), "on": shown.isoformat()}
        yield Diagnostic(RULE.slug, shown_span(filing), arguments)
