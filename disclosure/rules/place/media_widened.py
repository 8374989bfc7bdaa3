"""本地规定不能放宽公开的范围。

## 什么问题

本地类别把只上公开栏的事改成上网，或把遮住的一栏改成显示。

## 为什么

救助名单这类事，法律只让在村里公布。上了网就收不回来。

## 怎么改

删掉放宽的内容。

```yaml bad
# === catalogue/低保.yaml
extends: aid.dibao.list
media: [board, web]    # <- media-widened
```

```yaml good
# === catalogue/低保.yaml
extends: aid.dibao.list
```
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="PLC014",
    slug="media-widened",
    title="本地规定不能放宽公开的范围",
    severity="error",
    message="「{key}」写的是「{text}」，比原来的类别公开得更宽，没有采用。",
    help="删掉这一行；本地只能收紧，不能放宽。",
)
