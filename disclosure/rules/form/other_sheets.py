"""工作簿里还有别的表。

## 什么问题

工作簿里不止一张有内容的表，而公开件没有写读哪一张，程序读了第一张。

## 为什么

第一张不一定是要公开的那一张。

## 怎么改

写明 `工作表:`。
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="YML143",
    slug="other-sheets",
    title="工作簿里还有别的表",
    severity="info",
    message="读的是「{sheet}」，还有「{others}」没有读。",
    help="写明读哪一张：\n明细: {{文件: 明细.xlsx, 工作表: {sheet}}}",
)
