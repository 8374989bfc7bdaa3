"""旧格式的工作簿。

## 什么问题

`.xls` 和 `.et` 读得到存的数，读不到每格显示成什么样。

## 为什么

显示和存的不一样时，程序看不出来。

## 怎么改

另存为 .xlsx。
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="YML149",
    slug="old-workbook",
    title="旧格式的工作簿",
    severity="info",
    message="「{name}」是旧格式，读得到数，读不到显示成几位小数。",
    help="另存为 .xlsx。",
)
