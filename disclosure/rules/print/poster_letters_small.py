"""公示的字太小。

## 什么问题

为了排得下，字缩得比看得清的还小。

## 为什么

公开栏前站的多是老人。贴了看不清，等于没贴。

## 怎么改

换大纸、分页，或去掉不必要的栏。
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="PRT002",
    slug="poster-letters-small",
    title="公示的字太小",
    severity="warning",
    message="公示的字只有 {letter} 磅，站在一米五外看不清（至少 {legible} 磅）。",
    help="换大一号的纸，或减少栏。",
)
