"""文件是空的。

## 什么问题

文件里什么也没有，或者只有注释。

## 为什么

空文件不算公开。

## 怎么改

写上内容；不要这个文件，就删掉它。

```yaml bad
# 还没有写    # <- empty-file
```

```yaml good
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
```
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="YML019",
    slug="empty-file",
    title="文件是空的",
    severity="error",
    message="文件里没有内容。",
    help="写上内容，或者删掉这个文件。",
)
