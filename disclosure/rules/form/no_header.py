"""Markdown 文件没有表头。

## 什么问题

用 .md 写的公开件，开头要有一段夹在两行「---」中间的表头，写上类别、期间，下面才是正文。

## 为什么

没有表头，就不知道这是哪一件公开件。

## 怎么改

在文件最前面加上表头；两行「---」都要单独成行、用半角。

```yaml bad
# === 水费公示.md
关于三月水费的公示    # <- no-header
```

```yaml good
# === 水费公示.md
---
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
---
关于三月水费的公示
```
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="YML032",
    slug="no-header",
    title="Markdown 文件没有表头",
    severity="error",
    message="文件开头没有夹在两行「---」中间的表头。",
    help="在最前面加上：\n---\n类别: …\n期间: …\n---",
)
