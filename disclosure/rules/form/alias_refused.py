"""用了「&」「*」引用。

## 什么问题

YAML 里「&名字」做记号、「*名字」引用它。公开件里不许这样写。

## 为什么

引用可以一层套一层，几行字能撑满内存；而且照着纸面核对的人看不出值是从哪里来的。

## 怎么改

把值原样写一遍。

```yaml bad
类别: 其他公示
期间: 2026-03
上栏日期: &d 2026-04-06    # <- alias-refused
公开日期: *d    # <- alias-refused
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
    code="YML021",
    slug="alias-refused",
    title="用了「&」「*」引用",
    severity="error",
    message="「{name}」是 YAML 的引用，公开件里不用。",
    help="把值原样写一遍；「&」「*」本来就是内容的，给值加上引号。",
)
