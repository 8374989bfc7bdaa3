"""地方的网址名不能用。

## 什么问题

`slug` 是这个地方在网址里的名字，只能用小写英文字母、数字和连字符，不能用 `laws`、`missing`、`data` 这些留作他用的词。

## 为什么

网址印在公示栏的二维码里，改了就扫不开。

## 怎么改

用拼音，定了就不要改。

```yaml bad
# === place.yaml
名称: 石桥村
级别: 村
slug: 石桥村    # <- bad-slug
监督电话: 0000-6123380
```

```yaml good
# === place.yaml
名称: 石桥村
级别: 村
slug: shiqiao
监督电话: 0000-6123380
```
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="PLC001",
    slug="bad-slug",
    title="地方的网址名不能用",
    severity="error",
    message="slug 写的是「{slug}」：{reason}。",
    help="用小写拼音字母、数字和连字符，同一级不重复，如 slug: shiqiao",
)
