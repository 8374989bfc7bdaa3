"""明细文件不在。

## 什么问题

公开件指定的明细文件不在它旁边。

## 为什么

没有明细，就没有可公开的行。

## 怎么改

放进来，或者改对名字。

```yaml bad
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
表:
  - 名: 用水
    行: 用水.csv    # <- row-file-missing
```

```yaml good
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
表:
  - 名: 用水
    行: 用水.csv
# === 石桥村/用水.csv
组别,水费(元)
一组,35.00
```
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="PLC011",
    slug="row-file-missing",
    title="明细文件不在",
    severity="error",
    message="写了明细文件「{name}」，旁边没有⟦，是不是「{suggestion}」⟧。",
    help="⟦改成「{suggestion}」；⟧把文件放到公开件旁边，名字写得一样。",
)
