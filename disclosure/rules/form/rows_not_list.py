"""明细没有写成一行一行。

## 什么问题

明细写成了「标签： 值」，不是一行一行的列表。

## 为什么

没有行，就没有第几号，也加不起来。

## 怎么改

每笔一行，以 `- ` 开头；或者粘贴成竖线分栏的表。
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="YML126",
    slug="rows-not-list",
    title="明细没有写成一行一行",
    severity="error",
    message="表「{table}」要一行一行列出来，每行以「- 」开头。",
    help="照这样写：\n- {{日期: 3-05, 摘要: …, 支出: 621.00}}",
)
