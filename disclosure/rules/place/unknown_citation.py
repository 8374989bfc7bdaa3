"""引的法条不在库里。

## 什么问题

类别或地方档案引用的法条，没有登记。

## 为什么

每个期限、每项要求都要说得出依据；查不到的依据等于没有。

## 怎么改

改对名称，或在本地 laws.yaml 里登记法名、条号、施行日期和核对程度。

```yaml bad
# === catalogue/本县.yaml
id: local.water    # <- unknown-citation
name: 水费收缴
subject: finance
purpose: 水费收了多少。
basis: [村组法2025/99]
```

```yaml good
# === catalogue/本县.yaml
id: local.water
name: 水费收缴
subject: finance
purpose: 水费收了多少。
basis: [村组法2025/35]
```
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="PLC015",
    slug="unknown-citation",
    title="引的法条不在库里",
    severity="error",
    message="引的法条「{citation}」不在 laws.yaml 里⟦，是不是「{suggestion}」⟧。",
    help="⟦改成「{suggestion}」；⟧本地的规定，先在 content/catalogue/laws.yaml 里写一条。",
)
