"""这个类别已经有了。

## 什么问题

本地类别用了一个已有的代号，又没有写 `extends`。

## 为什么

两份定义不知道以哪份为准；法定的期限和必填项可能因此丢掉。

## 怎么改

写 `extends:` 在原来的上面加；真是另一件事，换一个代号。

```yaml bad
# === catalogue/收支.yaml
id: fin.ledger    # <- category-redefined
name: 本县收支
subject: finance
purpose: 本县的收支表。
```

```yaml good
# === catalogue/收支.yaml
extends: fin.ledger
```
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="PLC013",
    slug="category-redefined",
    title="这个类别已经有了",
    severity="error",
    message="类别「{id}」已经在 {other} 里定义过。",
    help="要在它上面加内容，写：\nextends: {id}",
)
