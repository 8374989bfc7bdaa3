"""文件太大。

## 什么问题

一个公开件通常只有几千字节，这个文件超过了 8 兆字节（或者行数、项数太多）。

## 为什么

太大的文件多半是放错了；整个村一年的账也用不了这么多。

## 怎么改

按月、按季分成几个文件；大表放进 .xlsx 或 .csv，在公开件里写上文件名。
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="YML025",
    slug="too-large",
    title="文件太大",
    severity="error",
    message="文件有 {size} 兆字节，或者项数太多，最多 {limit} 兆字节。",
    help="按期间分成几个文件，或者把大表放进 .xlsx、.csv。",
)
