"""张贴的天数不够。

## 什么问题

从上栏到下栏的天数，少于这一类公开件要求的天数。天数从上栏的第二天数起。

## 为什么

村民委员会公布的事项，公布期限不得少于十五日（2026 年 1 月 1 日起）。贴两天就揭，等于没有公开。

## 怎么改

贴够天数再揭。公示有异议期的，贴到异议期满。

```yaml bad
类别: 财务收支明细
期间: 2026-03
上栏日期: 2026-04-08
公开日期: 2026-04-08
下栏日期: 2026-04-12    # <- posted-too-short
期初余额: 1,000.00
收支明细:
  - {日期: 3-18, 凭证号: 记-002, 摘要: 路灯维修 3 盏, 支出: 621.00}
期末余额: 379.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml good
类别: 财务收支明细
期间: 2026-03
上栏日期: 2026-04-08
公开日期: 2026-04-08
下栏日期: 2026-04-23
期初余额: 1,000.00
收支明细:
  - {日期: 3-18, 凭证号: 记-002, 摘要: 路灯维修 3 盏, 支出: 621.00}
期末余额: 379.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.workdays import counted
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.places import key_span
from disclosure.rules.places import posting_category
from disclosure.rules.rule import Rule

RULE = Rule(
    code="DUE004",
    slug="posted-too-short",
    title="张贴的天数不够",
    severity="error",
    message="{posted} 上栏、{taken_down} 下栏，只贴了 {days} 天，应不少于 {needed} 天⟦（{whose}）⟧。",
    help="还在公示栏上的接着贴；日期写错的改正，最早 {earliest} 下栏。",
    basis=("村组法2025/35",),
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding where a filing came off the board before the days its category asks for, or its window, were over."""
    posted, down = filing.posted_on, filing.taken_down_on
    if posted is None or down is None:
        return
    law = posting_category(filing, shelf, posted)
    earliest = counted(posted, law.keep_board_days, law.keep_board_unit)
    if filing.window is not None:
        earliest = max(earliest, filing.window[1])
    if down < earliest:
        source = tuple(one for one in law.source_of("keep_posted") if one in shelf.catalogue.citations)
        arguments = {
            "posted": posted.isoformat(),
            "taken_down": down.isoformat(),
            "days": (down - posted).days,
            "needed": (earliest - posted).days,
            "earliest": earliest.isoformat(),
            "on": posted.isoformat(),
            "basis": source,
            "whose": _doubt(source, shelf),
        }
        yield Diagnostic(RULE.slug, key_span(filing, "taken_down_on", "下栏日期"), arguments)


def _doubt(source: tuple[str, ...], shelf: Shelf) -> str:
    """Return why the number is not plainly the law's, '' where it is."""
    if not source:
        return "产品缺省，不是法定"
    sure = any(shelf.catalogue.citations[one].verified in ("text", "part") for one in source)
    return "" if sure else "条文待核"
