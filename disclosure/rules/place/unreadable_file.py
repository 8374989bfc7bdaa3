"""文件读不了。

## 什么问题

文件存在，却打不开。

## 为什么

读不到就等于没有公开。

## 怎么改

换一份好的文件，或者改好权限。
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="PLC008",
    slug="unreadable-file",
    title="文件读不了",
    severity="error",
    message="「{name}」读不了：{reason}。",
    help="检查文件是否损坏、是否有权限打开。",
)
