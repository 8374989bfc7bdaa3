"""同一个名称写了两次。

## 什么问题

同一层里，同一个名称写了两次。

## 为什么

许多软件会悄悄只留后一个，前一个就丢了。这里不猜，两处都指出来。

## 怎么改

删掉一处，或者把名称改成各自应有的。

```yaml bad
类别: 其他公示
期间: 2026-03
标题: 三月水费公示
标题: 三月份水费公示    # <- duplicate-key
上栏日期: 2026-04-06
公开日期: 2026-04-06
```

```yaml good
类别: 其他公示
期间: 2026-03
标题: 三月水费公示
上栏日期: 2026-04-06
公开日期: 2026-04-06
```
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="YML017",
    slug="duplicate-key",
    title="同一个名称写了两次",
    severity="error",
    message="「{name}」写了两次，第一次在第{first_line}行。",
    help="留下对的一处，删掉另一处。",
)
