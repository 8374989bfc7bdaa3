"""横杠后面没有空格。

## 什么问题

列表的「-」后面紧接着写了字。没有空格，「-」就成了名称的一部分。

## 为什么

负数也以「-」开头，所以 YAML 规定：横杠后面有空格的，才是列表的一项。

## 怎么改

在「-」后面补一个空格。

```yaml bad
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
注:
  - 水费按表计收
  -电费另行公示    # <- missing-space-after-dash
```

```yaml good
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
注:
  - 水费按表计收
  - 电费另行公示
```
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="YML007",
    slug="missing-space-after-dash",
    title="横杠后面没有空格",
    severity="error",
    message="列表的「-」后面少一个空格。",
    help="⟦这一行应写成：\n{line_should}⟧",
)
