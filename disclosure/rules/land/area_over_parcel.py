"""租出去的面积比那块地本身还大。

## 什么问题

租赁台账里一份合同的面积，比集体资源台账里同一块地的面积大；或者同一行里，流转（出租、发包）的面积比写着的地块总面积大。

## 为什么

租出去的不会比那块地多。多半是面积写错了一处，租金也跟着算错；也可能是把旁边的地一起租了，没有写进来。

只差量到的零头（百分之一以内，或者各自的末位）不报；承包面积、确权面积同实测面积本来就不一样，不拿来比；备注里写了缘由的不报。值得看一看，不一定是错。

## 怎么改

对着合同和资源台账查，哪边错改哪边；几块地一起租的，把标的写全，或者在备注里写一句。

```yaml bad
# === 资源.yaml
类别: 集体资源台账
期间: 2025
上栏日期: 2026-01-12
公开日期: 2026-01-12
资源: |
  类型 | 坐落 | 面积(亩) | 经营方式 | 承包人 | 期限 | 年费用(元) | 已缴(元) | 欠缴(元)
  耕地 | 三组机动地 | 48.00 | 发包 | 褚云清 | 2022-10 至 2027-09 | 12,000.00 | 12,000.00 | 0.00
资源总面积: 48.00
年费用合计: 12,000.00
已缴合计: 12,000.00
欠缴合计: 0.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
# === 台账.yaml
类别: 资产资源发包租赁台账
期间: 2026-Q3
上栏日期: 2026-10-12
公开日期: 2026-10-12
合同: |
  合同号 | 标的 | 类型 | 坐落 | 面积 | 承租人 | 发包方式 | 起始日期 | 到期日期 | 年租 | 应收租金 | 已缴 | 欠缴
  发2022-07 | 三组机动地 | 耕地 | 三组 | 84.00亩 | 褚云清 | 公开竞价 | 2022-10-01 | 2027-09-30 | 12,000.00 | 12,000.00 | 12,000.00 | 0.00    # <- area-over-parcel
年租合计: 12,000.00
应收合计: 12,000.00
已缴合计: 12,000.00
欠缴合计: 0.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml bad
类别: 其他公示
期间: 2026-Q3
上栏日期: 2026-10-12
公开日期: 2026-10-12
表:
  - 名: 四荒发包
    行: |
      地块 | 总面积(亩) | 发包面积(亩) | 年租(元)
      五组北坡 | 36.20 | 63.20 | 3,160.00    # <- area-over-parcel
      四组河滩 | 12.40 | 12.40 | 620.00
```

```yaml good
类别: 其他公示
期间: 2026-Q3
上栏日期: 2026-10-12
公开日期: 2026-10-12
表:
  - 名: 四荒发包
    行: |
      地块 | 总面积(亩) | 发包面积(亩) | 年租(元)
      五组北坡 | 36.20 | 36.20 | 1,810.00
      四组河滩 | 12.40 | 12.40 | 620.00
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.basis.numbers import print_amount
from disclosure.basis.units import dimension
from disclosure.basis.values import Amount
from disclosure.board.entries import Entry
from disclosure.board.entries import current
from disclosure.board.entries import entries
from disclosure.board.entries import entries_of
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.reading.table import Column
from disclosure.reading.table import Table
from disclosure.rules.leases import LEASES
from disclosure.rules.leases import rows_of
from disclosure.rules.rule import Rule

RULE = Rule(
    code="LND010",
    slug="area-over-parcel",
    title="租出去的比那块地还大",
    severity="warning",
    message="{let} 亩，{where}这块地一共 {whole} 亩，多出 {more} 亩，值得看一看。",
    help="对着合同和资源台账查，哪边错改哪边；连着别的地一起租的，标的写全，或在备注里写一句。",
    basis=("集体经济组织法/45", "财公13号/专项"),
)

_SLACK = Decimal("0.01")
_WHOLE = ("总面积", "地块面积", "地块总面积", "宗地面积", "宗地总面积", "资源面积", "水面总面积")
_LET = ("流转面积", "出租面积", "发包面积", "租赁面积", "承租面积", "租用面积", "出租", "已流转面积", "已出租面积", "已发包面积")
_SHORTEST = 3
"""Characters of a name by which a parcel may be found again."""


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for every lease that is larger than the parcel it lets."""
    leases = rows_of(filing, LEASES)
    parcels = _parcels(filing, shelf) if leases else {}
    for entry in leases if parcels else ():
        parcel = parcels.get(_named(entry)) or parcels.get(entry.text("asset"))
        if parcel is not None and _same_kind(entry, parcel):
            yield from _compared(entry, _area(entry, "area"), _area(parcel, "area"), "资源台账里", parcel)
    for table in filing.tables:
        let, whole = _columns(table)
        if let and whole:
            for entry in entries_of(table):
                yield from _compared(entry, _area(entry, let.id), _area(entry, whole.id), "同一行里写的", None, let.id)


def _compared(entry: Entry, let: Amount | None, whole: Amount | None, where: str, parcel: Entry | None, column: str = "area") -> Iterator[Diagnostic]:
    if let is None or whole is None or entry.text("note") or entry.text("备注"):
        return
    more = let.base - whole.base
    if more > max(whole.base * _SLACK, let.last_digit, whole.last_digit) and whole.base > 0:
        told = {"let": print_amount(let.base), "whole": print_amount(whole.base), "more": print_amount(more), "where": where}
        related = (Related(parcel.span("area"), "资源台账里的面积"),) if parcel else ()
        yield Diagnostic(RULE.slug, entry.span(column), told, related=related)


def _area(entry: Entry, column: str) -> Amount | None:
    """Return an exact area, None for what is rough, blank or measured in something else."""
    value = entry.value(column)
    exact = isinstance(value, Amount) and not value.qualifier and value.low is None
    return value if exact and isinstance(value, Amount) and dimension(value.unit) == "area" else None


def _columns(table: Table) -> tuple[Column | None, Column | None]:
    """Return the column of what is let and that of the whole parcel, where a table has just one of each."""
    areas = [column for column in table.columns if column.kind == "area" and not column.group]
    let, whole = [one for one in areas if one.label in _LET], [one for one in areas if one.label in _WHOLE]
    return (let[0], whole[0]) if len(let) == len(whole) == 1 else (None, None)


def _parcels(filing: Filing, shelf: Shelf) -> dict[str, Entry]:
    """Return the parcels of the village's last list of resources by name, each that no other name there may be a part of."""
    lists = [
        one
        for one in current(shelf, "fin.resources")
        if one.place == filing.place and one.owner == filing.owner and one.period.first <= filing.period.last
    ]
    last = max(lists, key=lambda one: (one.period.last, one.first_shown or date.min), default=None)
    found: dict[str, list[Entry]] = {}
    for entry in entries(last, "resources") if last else ():
        found.setdefault(entry.text("location"), []).append(entry)
    return {
        name: same[0]
        for name, same in found.items()
        if len(same) == 1 and len(name) >= _SHORTEST and not any(other != name and other.startswith(name) for other in found)
    }


def _named(entry: Entry) -> str:
    """Return where a leased thing lies and what it is called in one word: 三组 and 机动地 are 三组机动地."""
    asset, location = entry.text("asset"), entry.text("location")
    return asset if asset.startswith(location) else location + asset


def _same_kind(entry: Entry, parcel: Entry) -> bool:
    """Tell whether both are told to be land of one kind, as far as both are told."""
    kinds = {re.sub("机动地", "耕地", one) for one in (entry.text("type"), parcel.text("type")) if one}
    return len(kinds) < 2
