"""流转到期的日子晚于本村的承包期。

## 什么问题

place.yaml 的情况里写了本村这一轮的承包期至哪天，流转表里这一行没有写承包期止，而到期日期比它还晚。

## 为什么

流转期限不得超过承包期剩下的年限。承包期满了，地由谁承包还没有定，流转合同先签到后面去，承包户的权利就被占了。

## 怎么改

这户已经换签了新合同的，在承包期止里写新的日子；没有换签的，流转只写到承包期满。

```yaml bad
# === place.yaml
名称: 石桥村
级别: 村
slug: shiqiao
监督电话: 0000-6123380
情况: {承包期至: 2028-09-30}
# === 公开件.yaml
类别: 土地经营权流转
期间: 2026-Q3
上栏日期: 2026-10-12
公开日期: 2026-10-12
流转: |
  组别 | 流出方 | 流入方 | 坐落 | 流转面积(亩) | 起始日期 | 到期日期 | 用途 | 年单价(元/亩) | 年流转费(元)
  五组 | 许庆丰 | 绿野蔬菜种植合作社 | 东洼 | 6.20 | 2026-07-01 | 2036-06-30 | 蔬菜 | 480.00 | 2,976.00    # <- lease-beyond-contract
流转总面积: 6.20
年流转费合计: 2,976.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml good
# === place.yaml
名称: 石桥村
级别: 村
slug: shiqiao
监督电话: 0000-6123380
情况: {承包期至: 2028-09-30}
# === 公开件.yaml
类别: 土地经营权流转
期间: 2026-Q3
上栏日期: 2026-10-12
公开日期: 2026-10-12
流转: |
  组别 | 流出方 | 流入方 | 坐落 | 流转面积(亩) | 起始日期 | 到期日期 | 承包期止 | 用途 | 年单价(元/亩) | 年流转费(元)
  五组 | 许庆丰 | 绿野蔬菜种植合作社 | 东洼 | 6.20 | 2026-07-01 | 2028-06-30 | | 蔬菜 | 480.00 | 2,976.00
  五组 | 曹德厚 | 绿野蔬菜种植合作社 | 东洼 | 5.00 | 2026-07-01 | 2036-06-30 | 2058-09-30 | 蔬菜 | 480.00 | 2,400.00
流转总面积: 11.20
年流转费合计: 5,376.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.leases import TRANSFERS
from disclosure.rules.leases import limit_of
from disclosure.rules.leases import rows_of
from disclosure.rules.rule import Rule
from disclosure.rules.situation import CONTRACTED_UNTIL
from disclosure.rules.situation import day_of

RULE = Rule(
    code="LND002",
    slug="lease-beyond-contract",
    title="流转期限超过承包期",
    severity="warning",
    message="到 {end} 才到期，而本村的承包期到 {contract} 为止。",
    help="这户已换签新合同的，在「承包期止」里写明；没有的，流转期限改到 {contract} 以前。",
    basis=("土地承包法/38",),
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for every transfer of arable land that outlasts what the village says its contracts run to."""
    rows = rows_of(filing, TRANSFERS)
    contract = day_of(filing.place, shelf, CONTRACTED_UNTIL) if rows else None
    for entry in rows if contract is not None else ():
        end = entry.day("end")
        silent = entry.text("contract_end") or limit_of(entry) > 30
        if contract and end and end > contract and not silent:
            yield Diagnostic(RULE.slug, entry.span("end"), {"end": end.isoformat(), "contract": contract.isoformat()})
