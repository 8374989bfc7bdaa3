"""排不进一张公示。

## 什么问题

内容太多或有一格太长，字缩到最小、加到最多张也排不下。

## 为什么

排不下就没有公示可贴。

## 怎么改

看是哪一格太长；栏太多的表分成两张表。
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="PRT001",
    slug="poster-does-not-fit",
    title="排不进一张公示",
    severity="error",
    message="{format} 的公示排不下⟦：{what}⟧。",
    help="换大一号的纸，减少栏，或把长文字移到附件。",
)
