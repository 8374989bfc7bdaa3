"""没有写从哪天开始公开。

## 什么问题

「起」说的是从哪一天开始按这个库公开。没有写，就不列应公开项，也就看不出缺了什么。

## 为什么

缺项看得见，是公开的另一半。

## 怎么改

写上开始的那一天。

```yaml bad
# === site.yaml
格式: 1    # <- no-start
标题: 青禾镇村务公开
```

```yaml good
# === site.yaml
格式: 1
标题: 青禾镇村务公开
起: 2099-01-01
截止: 2026-11-20
```
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="PLC012",
    slug="no-start",
    title="没有写从哪天开始公开",
    severity="info",
    message="site.yaml 和各地方都没有写「起」，所以不知道从哪一期开始该公开，没有列出应公开项。",
    help="在 site.yaml 写上：\n起: 2026-01-01",
)
