"""没有这个地方档案。

## 什么问题

地方档案写着本地比全国更严的期限。写的名字没有对应的档案。

## 为什么

没有档案，期限就按全国的或产品缺省的算，可能比本地规定晚。

## 怎么改

从 `list profiles` 里选，或者补一份。

```yaml bad
# === site.yaml
格式: 1    # <- unknown-profile
标题: 青禾镇村务公开
起: 2099-01-01
地方档案: 崇庆
```

```yaml good
# === site.yaml
格式: 1
标题: 青禾镇村务公开
起: 2099-01-01
地方档案: 重庆
```
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="PLC004",
    slug="unknown-profile",
    title="没有这个地方档案",
    severity="error",
    message="「地方档案」写的是「{name}」，没有这一份⟦，是不是「{suggestion}」⟧。",
    help="⟦改成「{suggestion}」。⟧现有的见 list profiles；本县自己的放在 content/catalogue/profiles/。",
)
