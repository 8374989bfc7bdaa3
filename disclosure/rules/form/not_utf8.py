"""编码不是 UTF-8。

## 什么问题

文件存成了 GBK（中文 Windows 的老编码，记事本里叫「ANSI」）。程序照 GB18030 读了进来，但请改存。

## 为什么

换一台电脑，别人看到的可能是乱码；少用的姓名用字在老编码里可能存不下。

## 怎么改

用记事本打开，「另存为」，编码选「UTF-8」，盖掉原来的文件。
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="YML028",
    slug="not-utf8",
    title="编码不是 UTF-8",
    severity="warning",
    message="文件的编码是 {encoding}，这次照它读了，请另存为 UTF-8。",
    help="记事本：文件 → 另存为 → 编码选「UTF-8」。",
)
