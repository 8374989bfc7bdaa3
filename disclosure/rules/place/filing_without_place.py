"""公开件不属于任何地方。

## 什么问题

公开件要放在一个地方（有 `place.yaml` 的文件夹）里面。

## 为什么

不知道是谁的，就没法公开。

## 怎么改

移到对的文件夹。

```yaml bad
# === 外面/收支.yaml
类别: 其他公示    # <- filing-without-place
期间: 2026-03
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
    code="PLC009",
    slug="filing-without-place",
    title="公开件不属于任何地方",
    severity="error",
    message="「{name}」上面的文件夹里没有 place.yaml，不知道是哪个村的。",
    help="把它移到村的文件夹里，或者在文件夹里加一个 place.yaml。",
)
