"""编码是 UTF-16。

## 什么问题

文件存成了 UTF-16（记事本里叫「Unicode」）。

## 为什么

程序和网页都用 UTF-8，换一种编码，版本比对也会把它当成图片一样的东西。

## 怎么改

用记事本打开，「另存为」，编码选「UTF-8」，盖掉原来的文件。
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="YML027",
    slug="utf16",
    title="编码是 UTF-16",
    severity="error",
    message="文件的编码是 {kind}，要另存为 UTF-8。",
    help="记事本：文件 → 另存为 → 编码选「UTF-8」。",
)
