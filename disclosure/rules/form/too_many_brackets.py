"""括号套得太多。

## 什么问题

花括号、方括号一层套一层，超过了 32 层。

## 为什么

这样的文件多半是写错了，或者是有意捣乱。

## 怎么改

检查括号有没有配成对。

```yaml bad
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
注: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[    # <- too-many-brackets
```

```yaml good
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
注: [水费]
```
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="YML024",
    slug="too-many-brackets",
    title="括号套得太多",
    severity="error",
    message="括号套了超过 {limit} 层。",
    help="检查括号有没有配成对。",
)
