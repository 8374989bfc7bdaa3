"""冒号后面没有空格。

## 什么问题

半角冒号后面紧接着写了值。没有空格，冒号就只是一个普通的字，整行成了一段文字。

## 为什么

网址、时间里也有冒号，所以 YAML 规定：冒号后面有空格的，才是「名称: 值」。

## 怎么改

在冒号后面补一个空格。

```yaml bad
类别: 其他公示
期间: 2026-03
标题:三月水费公示    # <- missing-space-after-colon
上栏日期: 2026-04-06
公开日期: 2026-04-06
```

```yaml good
类别: 其他公示
期间: 2026-03
标题: 三月水费公示
上栏日期: 2026-04-06
公开日期: 2026-04-06
```
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="YML003",
    slug="missing-space-after-colon",
    title="冒号后面没有空格",
    severity="error",
    message="⟦「{name}」的⟧冒号后面少一个空格。",
    help="⟦这一行应写成：\n{line_should}⟧",
)
