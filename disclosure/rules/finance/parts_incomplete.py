"""分项没有列全。

## 什么问题

上一级有数，下面的分项有的空着，列出来的加起来比上一级少。

## 为什么

空着的一项可能是零，也可能是不想写。

## 怎么改

零写 0，没有写「无」，不知道写「未列」；只列其中几项的，写成「其中」。

```yaml bad
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
表:
  - 名: 收支
    行: |
      项目 | 金额(元)
      收入 | 1,000.00    # <- parts-incomplete
      承包费 | 700.00
      租金 |
```

```yaml good
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
表:
  - 名: 收支
    行: |
      项目 | 金额(元)
      收入 | 1,000.00
      承包费 | 700.00
      租金 | 300.00
```
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="FIN005",
    slug="parts-incomplete",
    title="分项没有列全",
    severity="warning",
    message="{label}是 {stated}{unit}，下面列出的分项加起来是 {derived}{unit}，还有 {difference}{unit} 没有列出来。",
    help="把没有列的分项补上；只列一部分的，标签写成「其中:…」。",
    waivable=False,
)
