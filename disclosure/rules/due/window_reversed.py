"""公示期起止颠倒。

## 什么问题

公示期的止日早于起日。

## 为什么

算不出公示了几天、哪天期满。

## 怎么改

对调，或改正写错的那一天。

```yaml bad
类别: 其他公示
期间: 2026-08
公示期: 2026-08-31/2026-08-24    # <- window-reversed
上栏日期: 2026-08-24
公开日期: 2026-08-24
```

```yaml good
类别: 其他公示
期间: 2026-08
公示期: 2026-08-24/2026-08-31
上栏日期: 2026-08-24
公开日期: 2026-08-24
```
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="DUE008",
    slug="window-reversed",
    title="公示期起止颠倒",
    severity="error",
    message="公示期从 {first} 到 {last}，止在起的前面。",
    help="写成：公示期: {last}/{first}",
)
