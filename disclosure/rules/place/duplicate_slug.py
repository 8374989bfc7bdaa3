"""两个地方用了同一个网址名。

## 什么问题

同一级的两个地方写了同一个 `slug`。

## 为什么

网址一样，后一个会盖掉前一个。

## 怎么改

改一个。
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="PLC002",
    slug="duplicate-slug",
    title="两个地方用了同一个网址名",
    severity="error",
    message="slug「{slug}」和「{other}」的一样。",
    help="给其中一个换个 slug，如加上乡镇的拼音。",
)
