"""其中的数比总数还大。

## 什么问题

「其中」是上面那个数的一部分，不能比它大。

## 为什么

不是数错了，就是关系写错了。

## 怎么改

核对两个数，或者去掉「其中」。

```yaml bad
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
表:
  - 名: 收入
    行: |
      项目 | 金额(元)
      承包费 | 700.00
      其中:机动地 | 7,000.00    # <- of-which-exceeds-whole
```

```yaml good
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
表:
  - 名: 收入
    行: |
      项目 | 金额(元)
      承包费 | 700.00
      其中:机动地 | 70.00
```
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="FIN007",
    slug="of-which-exceeds-whole",
    title="其中的数比总数还大",
    severity="error",
    message="{label}写的是 {stated}{unit}，比它所属的 {derived}{unit} 还大。",
    help="改正写错的那个数；不是包含关系的，去掉「其中」。",
    waivable=False,
)
