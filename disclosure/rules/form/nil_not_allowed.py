"""这一类不能写「本期无」。

## 什么问题

有些公开事项每期必有内容（如年度报告、人员名单），目录规定不能用零报告代替。

## 为什么

该有内容的写成「无」，等于没有公开。

## 怎么改

照目录把内容列全。
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="YML113",
    slug="nil-not-allowed",
    title="这一类不能写「本期无」",
    severity="error",
    message="「{category}」每期都有内容，不能写「本期无」。",
    help="删掉「本期无」，把这一期的内容列出来。",
)
