"""用了「!」类型记号。

## 什么问题

值前面的「!!str」「!include」之类，是 YAML 的类型记号。公开件里不许这样写。

## 为什么

所有的值都照字面读，不需要记号；有的记号会让别的软件运行程序，不安全。

## 怎么改

删掉这个记号。

```yaml bad
类别: 其他公示
期间: !!str 2026-03    # <- tag-refused
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
    code="YML022",
    slug="tag-refused",
    title="用了「!」类型记号",
    severity="error",
    message="「{name}」是 YAML 的类型记号，公开件里不用。",
    help="删掉它；「!」本来就是内容的，给值加上引号。",
)
