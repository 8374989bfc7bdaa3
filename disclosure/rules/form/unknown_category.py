"""目录里没有这个类别。

## 什么问题

「类别」写的名字，不是目录里任何一个公开事项的名称、别名或代号。

## 为什么

类别决定要公开什么、给谁看、几天之内、依据哪一条法。

## 怎么改

写目录里的名称或代号。目录没有的事写「其他公示」。

```yaml bad
类别: 财务收支明晰    # <- unknown-category
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
```

```yaml good
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
```
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="YML110",
    slug="unknown-category",
    title="目录里没有这个类别",
    severity="error",
    message="目录里没有「{name}」这个公开事项⟦，是不是「{suggestion}」⟧。",
    help="⟦改成「{suggestion}」；⟧目录里确实没有的，写「类别: 其他公示」，自己列表。全部类别见 python build.py list categories。",
)
