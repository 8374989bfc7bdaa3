"""公式没有算出值。

## 什么问题

工作簿里的公式没有存下算出的值，或者算错了（`#REF!`、`#DIV/0!`）。

## 为什么

没有值就没有数可公开；程序不替工作簿算公式。

## 怎么改

打开、重算、保存。
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="YML145",
    slug="formula-without-value",
    title="公式没有算出值",
    severity="error",
    message="{cell} 是公式，没有值⟦（显示 {shown}）⟧。",
    help="用 WPS 或 Excel 打开，等它算完，保存，再放回来；显示 #REF! 的先改好公式。",
)
