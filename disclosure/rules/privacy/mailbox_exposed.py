"""邮箱里带着 QQ 号或手机号。

## 什么问题

邮箱名是五位以上的数字，那是个人的 QQ 号或手机号。

## 为什么

公开邮箱，等于公开了号码。

## 怎么改

用单位邮箱。

```yaml bad
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
注: 意见发到 100861234@example.com    # <- mailbox-exposed
```

```yaml good
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
注: 意见发到 cunwu@example.com
```
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="PRV004",
    slug="mailbox-exposed",
    title="邮箱里带着 QQ 号或手机号",
    severity="warning",
    message="{where}里的邮箱带着一串号码，多半是个人的 QQ 号或手机号。",
    help="换成单位邮箱，或删掉。",
    basis=("个人信息保护法/6",),
    waivable=False,
)
