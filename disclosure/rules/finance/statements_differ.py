"""同一件事说了两个数。

## 什么问题

同一件事在两个地方写了不同的数。

## 为什么

两个数至少有一个错，读的人不知道信哪个。

## 怎么改

改成一样；不是同一件事的，分开写。

```yaml bad
类别: 其他公示
期间: 2026
上栏日期: 2026-04-06
公开日期: 2026-04-06
数据:
  总收入同比: {另称: [增长35.24%, 增长32.2%]}    # <- statements-differ
```

```yaml good
类别: 其他公示
期间: 2026
上栏日期: 2026-04-06
公开日期: 2026-04-06
数据:
  总收入同比: 增长35.24%
```
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="FIN010",
    slug="statements-differ",
    title="同一件事说了两个数",
    severity="error",
    message="{label}写的是 {stated}{unit}，另一处写的是 {derived}{unit}。",
    help="查清哪个对，两处改成一样；口径不同的，分成两项写清楚。",
    waivable=False,
)
