"""明细文件打不开。

## 什么问题

公开件指定的明细文件坏了、加了密码、扩展名不对或太大。

## 为什么

读不了的明细不会上网、不会上栏，也没有人核对过。

## 怎么改

另存一份没有密码的 .xlsx 或 .csv。
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="YML140",
    slug="row-file-unreadable",
    title="明细文件打不开",
    severity="error",
    message="明细文件「{name}」读不了：{reason}。",
    help="用 WPS 或 Excel 打开它，另存为 .xlsx（不加密码）或 .csv，再放回来。",
)
