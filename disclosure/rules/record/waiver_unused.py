"""豁免用不着了。

## 什么问题

豁免里写的问题已经没有了，这一条可以删掉。

## 为什么

留着用不着的豁免，以后真出了同样的问题就会被它盖住。

## 怎么改

删掉这一条豁免。

```yaml bad
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
豁免:
  - {规则: not-on-board, 原因: 公开栏在翻修, 至: 2027-05-31}    # <- waiver-unused
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
    code="REC003",
    slug="waiver-unused",
    title="豁免用不着了",
    severity="warning",
    message="「{rule}」的问题已经没有了，这条豁免用不着了。",
    help="删掉这一条豁免。",
)
