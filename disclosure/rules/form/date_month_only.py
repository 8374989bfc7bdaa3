"""日期只写到月。

## 什么问题

日期只写了年和月。程序照当月最后一天判断是否按时，并把「只到月」原样显示。

## 为什么

早一天晚一天，可能就是按时和逾期的差别。

## 怎么改

查出具体哪一天，写全。

```yaml bad
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04    # <- date-month-only
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
    code="YML106",
    slug="date-month-only",
    title="日期只写到月",
    severity="info",
    message="「{key}」写的是「{text}」，只到月，按当月最后一天算。",
    help="知道是哪一天就写全，如 2026-04-08。",
)
