"""相乘的数不对。

## 什么问题

金额 = 面积 × 标准（或数量 × 单价），这一行三个数对不上。差半分钱以内算四舍五入，不算错。

## 为什么

一户少一分地、标准错一档，钱就发错了。

## 怎么改

照底册核对三个数。

```yaml bad
类别: 其他公示
期间: 2026
上栏日期: 2026-04-06
公开日期: 2026-04-06
表:
  - 名: 补贴
    行: |
      组别 | 面积(亩) | 标准(元/亩) | 金额(元)
      一组 | 9.88 | 92.40 | 912.91
      二组 | 7.73 | 92.40 | 741.25    # <- product-off
    校验:
      - 金额 = 面积 * 标准
```

```yaml good
类别: 其他公示
期间: 2026
上栏日期: 2026-04-06
公开日期: 2026-04-06
表:
  - 名: 补贴
    行: |
      组别 | 面积(亩) | 标准(元/亩) | 金额(元)
      一组 | 9.88 | 92.40 | 912.91
      二组 | 7.73 | 92.40 | 714.25
    校验:
      - 金额 = 面积 * 标准
```
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="FIN006",
    slug="product-off",
    title="相乘的数不对",
    severity="error",
    message="{label}{wrote} {stated}{unit}，{way} {derived}{unit}，差 {apart}⟦；可能是{suspect}，该是 {suspect_value}{suspect_unit}⟧⟦（{because}）⟧。",
    help="式子里的几个数，查出错的那一个改正。",
    waivable=False,
)
