"""这一类没有这个阶段。

## 什么问题

「阶段」写的词不在这一类公开事项列出的阶段里。

## 为什么

同一件事分阶段公开（预算、决算；公示、结果），阶段写错就对不上期限。

## 怎么改

从目录列出的阶段里选一个。

```yaml bad
类别: 修路工程
期间: 2026-03
阶段: 半路    # <- unknown-stage
上栏日期: 2026-04-06
公开日期: 2026-04-06
# === catalogue/修路.yaml
id: local.road
name: 修路工程
subject: project
purpose: 路修到哪一步、花了多少钱。
stages: [立项, 招标, 决算]
```

```yaml good
类别: 修路工程
期间: 2026-03
阶段: 招标
上栏日期: 2026-04-06
公开日期: 2026-04-06
# === catalogue/修路.yaml
id: local.road
name: 修路工程
subject: project
purpose: 路修到哪一步、花了多少钱。
stages: [立项, 招标, 决算]
```
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="YML111",
    slug="unknown-stage",
    title="这一类没有这个阶段",
    severity="error",
    message="「阶段」写的是「{stage}」⟦，这一类的阶段有：{known}⟧。",
    help="⟦从这些里选一个：{known}。⟧这一类没有阶段的，删掉「阶段」这一行。",
)
