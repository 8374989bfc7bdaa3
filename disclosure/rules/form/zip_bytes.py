"""这不是文字文件。

## 什么问题

文件的内容是 Excel、Word、图片或压缩包，只是名字的末尾写成了 .yaml、.md 之类。

## 为什么

改名字不会改变内容，程序读不了。

## 怎么改

Excel 表另存为 .xlsx 放在旁边，在公开件里写 `明细: 文件名.xlsx`；公开件本身用记事本或编辑器写。
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="YML026",
    slug="zip-bytes",
    title="这不是文字文件",
    severity="error",
    message="这个文件其实是{kind}，不是文字。",
    help="用记事本或编辑器新建文字文件来写；表格可以用 .xlsx 放在旁边。",
)
