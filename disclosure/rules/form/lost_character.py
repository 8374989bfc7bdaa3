"""有字已经丢了。

## 什么问题

这一行有「\ufffd」：文件在转换编码时，原来的字已经丢了。

## 为什么

丢了的字程序补不回来，公开出去就是乱码；如果在姓名或金额里，意思就不对了。

## 怎么改

对照原件，把丢了的字补上。

```yaml bad
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
注: 二组水\ufffd    # <- lost-character
```

```yaml good
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
注: 二组水费
```
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="YML031",
    slug="lost-character",
    title="有字已经丢了",
    severity="error",
    message="这一行有 {count} 个字已经丢了（显示为「\ufffd」）。",
    help="对照原件补上。",
)
