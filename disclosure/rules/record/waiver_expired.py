"""豁免过期了。

## 什么问题

豁免写的「至」已经过了，问题还在，所以问题又报出来了。

## 为什么

豁免是有期限的：到期就要改好，或者说明新的原因。

## 怎么改

改正问题本身；确实还改不了的，写上新的原因和新的日期。

```yaml bad
类别: 其他公示
期间: 2026-03
公开日期: 2026-04-06    # <- not-on-board
豁免:
  - {规则: not-on-board, 原因: 公开栏在翻修, 至: 2026-05-31}    # <- waiver-expired
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
    code="REC002",
    slug="waiver-expired",
    title="豁免过期了",
    severity="warning",
    message="对「{rule}」的豁免 {until} 到期了，问题还在。",
    help="改正问题，或写上新的原因和日期：\n豁免:\n  - {{规则: {rule}, 原因: …, 至: …}}",
)
