"""土地租得比法律许可的还久。

## 什么问题

流转或发包的年限超过法律定的最长年限：耕地三十年，林地草地最长七十年；不论什么地，没有超过七十年的。

## 为什么

耕地的承包期是三十年，草地三十至五十年，林地三十至七十年，流转不得超过承包期剩下的年限。租期超了，超出的部分没有依据，以后这块地怎么办也说不清。

这一行写了承包期止（或 place.yaml 的情况里写了承包期至）、到期日又在它以内的，不按三十年算。房屋、设备租多久，这条不管。

## 怎么改

先看日期是不是打错了；没有打错，就改签合同。

```yaml bad
类别: 土地经营权流转
期间: 2026-Q3
上栏日期: 2026-10-12
公开日期: 2026-10-12
流转: |
  组别 | 流出方 | 流入方 | 坐落 | 流转面积(亩) | 起始日期 | 到期日期 | 用途 | 年单价(元/亩) | 年流转费(元)
  五组 | 许庆丰 | 绿野蔬菜种植合作社 | 东洼 | 6.20 | 2016-07-01 | 2066-06-30 | 蔬菜 | 480.00 | 2,976.00    # <- lease-term-too-long
  六组 | 冯美凤 | 杨长根 | 河湾 | 3.40 | 2026-09-01 | 2028-08-31 | 水稻 | 350.00 | 1,190.00
流转总面积: 9.60
年流转费合计: 4,166.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml good
类别: 土地经营权流转
期间: 2026-Q3
上栏日期: 2026-10-12
公开日期: 2026-10-12
流转: |
  组别 | 流出方 | 流入方 | 坐落 | 流转面积(亩) | 起始日期 | 到期日期 | 用途 | 年单价(元/亩) | 年流转费(元)
  五组 | 许庆丰 | 青山林果合作社 | 东洼 | 6.20 | 2016-07-01 | 2066-06-30 | 造林 | 480.00 | 2,976.00
  六组 | 冯美凤 | 杨长根 | 河湾 | 3.40 | 2026-09-01 | 2056-08-31 | 水稻 | 350.00 | 1,190.00
流转总面积: 9.60
年流转费合计: 4,166.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.leases import LEASES
from disclosure.rules.leases import TRANSFERS
from disclosure.rules.leases import limit_of
from disclosure.rules.leases import longer_than
from disclosure.rules.leases import rows_of
from disclosure.rules.rule import Rule
from disclosure.rules.situation import CONTRACTED_UNTIL
from disclosure.rules.situation import day_of

RULE = Rule(
    code="LND001",
    slug="lease-term-too-long",
    title="租期超过法定最长年限",
    severity="error",
    message="从 {start} 到 {end}，超过 {limit} 年。",
    help="先看起止日期是不是写错；已经换签延包合同的，在「承包期止」里写明；都不是，租期改到 {limit} 年以内。",
    basis=("土地承包法/21", "土地承包法/38"),
)

_NOT_LAND = ("房屋", "设备", "其他")


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for every lease of land that runs longer than any law allows."""
    for entry in (*rows_of(filing, LEASES), *rows_of(filing, TRANSFERS)):
        start, end = entry.day("start"), entry.day("end")
        if start is None or end is None or entry.text("type") in _NOT_LAND:
            continue
        contract = entry.day("contract_end") or (day_of(filing.place, shelf, CONTRACTED_UNTIL) if entry.has("contract_end") else None)
        limit = 70 if contract is not None and end <= contract else limit_of(entry)
        if longer_than(start, end, limit):
            yield Diagnostic(RULE.slug, entry.span("end"), {"start": start.isoformat(), "end": end.isoformat(), "limit": limit})

