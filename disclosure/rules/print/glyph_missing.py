"""字体里没有这个字。

## 什么问题

名字或地名里有字体没有的字。

## 为什么

名字印成空框，谁也认不出来。

## 怎么改

运行 `doctor` 看装了哪些字体，装一套全的。
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="PRT003",
    slug="glyph-missing",
    title="字体里没有这个字",
    severity="warning",
    message="字体里没有：{characters}，公示上会是空框。",
    help="装上带生僻字的字体（如思源宋体）；人名不要用同音字代替。",
)
