"""快捷方式指到了外面。

## 什么问题

content/ 里有一个链接，指到外面的文件。

## 为什么

外面的文件可能是任何东西，读进来就可能公开出去。

## 怎么改

复制文件本身。
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="PLC006",
    slug="outside-link",
    title="快捷方式指到了外面",
    severity="error",
    message="「{name}」是一个指到 content/ 外面的链接，没有读。",
    help="把文件本身复制进来，不要放链接。",
)
