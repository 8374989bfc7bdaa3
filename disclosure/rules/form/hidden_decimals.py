"""显示的数和存的数不一样。

## 什么问题

工作簿把小数藏起来了：格子里显示 105.33，存的是 105.3333。纸上和网上都按显示的数。

## 为什么

合计若按存的数算，就和看得见的各行加不起来，差几分钱谁也说不清。

## 怎么改

用 `=ROUND(…,2)` 让存的数就是看得见的数。
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="YML146",
    slug="hidden-decimals",
    title="显示的数和存的数不一样",
    severity="warning",
    message="{cell} 显示 {shown}，存的是 {stored}；公开的是显示的 {shown}。",
    help="在表里用 ROUND 把数真正算到分，再保存。",
)
