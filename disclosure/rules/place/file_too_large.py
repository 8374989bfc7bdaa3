"""文件大得读不进。

## 什么问题

文件超过了能安心读的大小。

## 为什么

一份公开件再多也就几百行；这么大的多半是放错了文件。

## 怎么改

看看是不是放错了；真有这么多行就拆开。
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="PLC007",
    slug="file-too-large",
    title="文件大得读不进",
    severity="error",
    message="「{name}」有 {size}，超过上限 {limit}，没有读。",
    help="明细拆成几个文件；图片、扫描件作为附件另放。",
)
