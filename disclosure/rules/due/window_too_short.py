"""公示的天数不够。

## 什么问题

公示期（或从贴出到期满）的天数，少于这一类公示要求的天数。首日算不算在内，取对村里有利的一种。

## 为什么

天数不够，外出的人赶不回来提异议。

## 怎么改

延长公示期，或早一点贴出来。

```yaml bad
类别: 宅基地初审
期间: 2026-05
公示期: 2026-05-11/2026-05-16    # <- window-too-short
上栏日期: 2026-05-11
公开日期: 2026-05-11
# === catalogue/宅基地.yaml
id: local.homestead
name: 宅基地初审
subject: land
purpose: 谁申请宅基地、在哪里、多大。
kind: notice
objection: 7 days
```

```yaml good
类别: 宅基地初审
期间: 2026-05
公示期: 2026-05-11/2026-05-18
上栏日期: 2026-05-11
公开日期: 2026-05-11
# === catalogue/宅基地.yaml
id: local.homestead
name: 宅基地初审
subject: land
purpose: 谁申请宅基地、在哪里、多大。
kind: notice
objection: 7 days
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.workdays import counted
from disclosure.basis.workdays import days_in
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.places import key_span
from disclosure.rules.places import posting_category
from disclosure.rules.rule import Rule

RULE = Rule(
    code="DUE006",
    slug="window-too-short",
    title="公示的天数不够",
    severity="warning",
    message="公示期 {first} 至 {last}⟦，{shown} 才贴出⟧，只有 {days} {unit}，应不少于 {needed} {unit}。",
    help="公示期延到 {earliest} 或以后，并贴到期满。",
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding where the days people had for objections, the first one counted, are fewer than asked for."""
    if filing.window is None:
        return
    first, last = filing.window
    shown = filing.first_shown
    start = max(first, shown) if shown else first
    law = posting_category(filing, shelf, start)
    needed, unit = law.objection_days, law.objection_unit
    days = days_in(start, last, unit)
    if 0 < days < needed:
        arguments = {
            "first": first.isoformat(),
            "last": last.isoformat(),
            "shown": start.isoformat() if start > first else "",
            "days": days,
            "needed": needed,
            "unit": "个工作日" if unit == "workdays" else "天",
            "earliest": counted(start - timedelta(days=1), needed, unit).isoformat(),
            "on": start.isoformat(),
        }
        yield Diagnostic(RULE.slug, key_span(filing, "window", "公示期"), arguments)
