"""工作簿里有隐藏的内容。

## 什么问题

工作簿里有隐藏的行、列或工作表。程序不读隐藏的内容。

## 为什么

隐藏的往往是身份证号、卡号；藏起来不等于删掉，文件一转发就泄露。

## 怎么改

不公开的删干净，要公开的取消隐藏。
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="YML147",
    slug="hidden-cells",
    title="工作簿里有隐藏的内容",
    severity="error",
    message="工作表「{sheet}」有隐藏的{what}：{names}，没有读。",
    help="取消隐藏看一看：要公开的显示出来，不公开的删掉，再保存。",
)
