"""两个地方用了同一个网址名。

## 什么问题

同一级的两个地方写了同一个 `slug`。

## 为什么

网址一样，后一个会盖掉前一个。

## 怎么改

改一个。

```yaml bad
# === 石塘村/place.yaml
名称: 石塘村
级别: 村
slug: shiqiao
监督电话: 0000-6123381
# === 石桥村/place.yaml
名称: 石桥村    # <- duplicate-slug
级别: 村
slug: shiqiao
监督电话: 0000-6123380
```

```yaml good
# === 石塘村/place.yaml
名称: 石塘村
级别: 村
slug: shitang
监督电话: 0000-6123381
```
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="PLC002",
    slug="duplicate-slug",
    title="两个地方用了同一个网址名",
    severity="error",
    message="slug「{slug}」和「{other}」的一样。",
    help="给其中一个换个 slug，如加上乡镇的拼音。",
)
