"""日期还没有到，这一份先不算。

## 什么问题

公开、上栏、发文的日期都在今天以后。到那天以前，这一份不检查、不上网、不出海报，也不算公开了。别的日期已经到了、只有一个要一年以后才到的，也提一句。

## 为什么

可以先写好、定好日子，到日子自己登出来。要是年份打错了，它就一直不出来，应公开的那一项也会报「还没有」。

## 怎么改

日子对的，等着就行。打错了，改正年份。

```yaml bad
类别: 其他公示
期间: 2026-11
上栏日期: 2099-11-10    # <- dated-ahead
公开日期: 2099-11-10
正文: 十一月停水检修通知
```

```yaml good
类别: 其他公示
期间: 2026-11
上栏日期: 2026-11-10
公开日期: 2026-11-10
正文: 十一月停水检修通知
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Subject
from disclosure.basis.span import whole_file
from disclosure.board.model import Board
from disclosure.rules.rule import Rule

RULE = Rule(
    code="DUE014",
    slug="dated-ahead",
    title="日期还没有到",
    severity="info",
    message="⟦这一份写的最早的日期是 {shown}（只写到月的，按月末算），还没有到，现在不检查、不登出来；到那天才算。⟧⟦有一个日期是 {other}，要一年以后才到。⟧",
    help="日子对的，等着就行；年份打错了，改过来。",
)

_YEAR = timedelta(days=366)


def check_board(board: Board) -> Iterator[Diagnostic]:
    """Yield a finding for a filing that is out and bears a day more than a year ahead; one that waits is told where it is read."""
    for brief in board.briefs:
        days = [day for day in (brief.posted_on, brief.published_on, brief.issued_on) if day is not None]
        if days and max(days) - board.today > _YEAR:
            subject = Subject(brief.place, brief.category, brief.period, brief.filing_id)
            yield Diagnostic(RULE.slug, whole_file(brief.path), {"shown": "", "other": max(days).isoformat()}, subject=subject)
