"""表下面的话没有当作行。

## 什么问题

工作表底下的「制表：」「备注：」不是明细，程序跳过了。

## 为什么

跳过的内容不会出现在网页和公示栏上。

## 怎么改

需要的写进公开件。
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="YML148",
    slug="footer-left-out",
    title="表下面的话没有当作行",
    severity="info",
    message="第 {line} 行「{text}」是表下面的话，没有当作明细。",
    help="要公开的，写到公开件的「注」或「签字」里。",
)
