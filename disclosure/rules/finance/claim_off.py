"""表头里说的总数不对。

## 什么问题

表头格里写着总数（如「村数171个」），和下面各行加起来不一样。

## 为什么

表头里的数也是公开的数。

## 怎么改

两样改成一致。

```yaml bad
类别: 其他公示
期间: 2026
上栏日期: 2026-04-06
公开日期: 2026-04-06
表:
  - 名: 经费
    行: |
      乡镇 | 村数21个    # <- claim-off
      云陵镇 | 4
      莆美镇 | 16
```

```yaml good
类别: 其他公示
期间: 2026
上栏日期: 2026-04-06
公开日期: 2026-04-06
表:
  - 名: 经费
    行: |
      乡镇 | 村数20个
      云陵镇 | 4
      莆美镇 | 16
```
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="FIN009",
    slug="claim-off",
    title="表头里说的总数不对",
    severity="error",
    message="{label}说的是 {stated}{unit}，各行加起来是 {derived}{unit}，差 {difference}{unit}。",
    help="改表头里的数，或者改错的那一行。",
    waivable=False,
)
