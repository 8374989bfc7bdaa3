"""没有这个工作表。

## 什么问题

`工作表:` 写的名字，工作簿里没有。

## 为什么

读错一张表，公开的就是别的村的数。

## 怎么改

照工作簿下方的标签写。
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="YML142",
    slug="unknown-sheet",
    title="没有这个工作表",
    severity="error",
    message="工作簿里没有「{name}」这个工作表⟦，是不是「{suggestion}」⟧；有：{sheets}。",
    help="⟦改成「{suggestion}」。⟧工作表的名字要和工作簿下方标签写得一样。",
)
