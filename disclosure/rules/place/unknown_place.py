"""没有这个地方。

## 什么问题

「承接」里写的地方，库里没有这样一个文件夹。

## 为什么

合并的村要接着公开被合并的村该公开的事，期初余额也从那里来。

## 怎么改

写对网址名；被合并的村的文件夹不要删。

```yaml bad
# === place.yaml
名称: 石桥村    # <- unknown-place
级别: 村
slug: shiqiao
监督电话: 0000-6123380
承接: [shitang]
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
    code="PLC003",
    slug="unknown-place",
    title="没有这个地方",
    severity="error",
    message="写的「{name}」不在这个库里⟦，是不是「{suggestion}」⟧。",
    help="⟦改成「{suggestion}」；⟧「承接」写被合并的村的网址名，并保留它的文件夹。",
)
