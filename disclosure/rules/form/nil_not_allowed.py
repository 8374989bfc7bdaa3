"""这一类不能写「本期无」。

## 什么问题

有些公开事项每期必有内容（如年度报告、人员名单），目录规定不能用零报告代替。

## 为什么

该有内容的写成「无」，等于没有公开。

## 怎么改

照目录把内容列全。

```yaml bad
类别: 村干部值班表
期间: 2026-03
本期无: 本月没有值班    # <- nil-not-allowed
上栏日期: 2026-04-06
公开日期: 2026-04-06
# === catalogue/值班.yaml
id: local.roster
name: 村干部值班表
subject: people
purpose: 哪天谁值班。
nil: no
```

```yaml good
类别: 其他公示
期间: 2026-03
本期无: 本月没有发包
上栏日期: 2026-04-06
公开日期: 2026-04-06
```
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="YML113",
    slug="nil-not-allowed",
    title="这一类不能写「本期无」",
    severity="error",
    message="「{category}」每期都有内容，不能写「本期无」。",
    help="删掉「本期无」，把这一期的内容列出来。",
)
