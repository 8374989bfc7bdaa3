"""这一块地的租金比同类的低一大截。

## 什么问题

同一张表里同样用途（或同一类型）的地有五块以上，这一块每亩年租不到中间那个数的一半。

## 为什么

租得便宜可能有道理：地薄、离路远、合同签得早。也可能是少写了一位，或者关系户。值得看一看，不是说有问题；这一条只给村里和乡镇看，不上公开页。

## 怎么改

先看单价有没有少写；没有写错，在备注里写一句为什么低。

```yaml bad
类别: 土地经营权流转
期间: 2026-Q3
上栏日期: 2026-10-12
公开日期: 2026-10-12
流转: |
  组别 | 流出方 | 流入方 | 坐落 | 流转面积(亩) | 起始日期 | 到期日期 | 用途 | 年单价(元/亩) | 年流转费(元)
  一组 | 许庆丰 | 绿野蔬菜种植合作社 | 东洼 | 6.00 | 2026-07-01 | 2028-06-30 | 水稻 | 480.00 | 2,880.00
  一组 | 曹德厚 | 绿野蔬菜种植合作社 | 东洼 | 5.00 | 2026-07-01 | 2028-06-30 | 水稻 | 450.00 | 2,250.00
  二组 | 冯美凤 | 绿野蔬菜种植合作社 | 东洼 | 3.00 | 2026-07-01 | 2028-06-30 | 水稻 | 500.00 | 1,500.00
  二组 | 谭开荒 | 绿野蔬菜种植合作社 | 东洼 | 4.00 | 2026-07-01 | 2028-06-30 | 水稻 | 480.00 | 1,920.00
  三组 | 石兰英 | 杨长根 | 东洼 | 2.00 | 2026-07-01 | 2028-06-30 | 水稻 | 100.00 | 200.00    # <- rent-far-below
流转总面积: 20.00
年流转费合计: 8,750.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml good
类别: 土地经营权流转
期间: 2026-Q3
上栏日期: 2026-10-12
公开日期: 2026-10-12
流转: |
  组别 | 流出方 | 流入方 | 坐落 | 流转面积(亩) | 起始日期 | 到期日期 | 用途 | 年单价(元/亩) | 年流转费(元) | 备注
  一组 | 许庆丰 | 绿野蔬菜种植合作社 | 东洼 | 6.00 | 2026-07-01 | 2028-06-30 | 水稻 | 480.00 | 2,880.00 |
  一组 | 曹德厚 | 绿野蔬菜种植合作社 | 东洼 | 5.00 | 2026-07-01 | 2028-06-30 | 水稻 | 450.00 | 2,250.00 |
  二组 | 冯美凤 | 绿野蔬菜种植合作社 | 东洼 | 3.00 | 2026-07-01 | 2028-06-30 | 水稻 | 500.00 | 1,500.00 |
  二组 | 谭开荒 | 绿野蔬菜种植合作社 | 东洼 | 4.00 | 2026-07-01 | 2028-06-30 | 水稻 | 480.00 | 1,920.00 |
  三组 | 石兰英 | 杨长根 | 东洼 | 2.00 | 2026-07-01 | 2028-06-30 | 水稻 | 100.00 | 200.00 | 河边低洼，常淹
流转总面积: 20.00
年流转费合计: 8,750.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from disclosure.basis.diagnostic import Diagnostic
from disclosure.board.entries import Entry
from disclosure.board.entries import money
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.leases import LEASES
from disclosure.rules.leases import TRANSFERS
from disclosure.rules.leases import rows_of
from disclosure.rules.rule import Rule

RULE = Rule(
    code="LND005",
    slug="rent-far-below",
    title="租金比同类的低一大截",
    severity="info",
    message="每亩一年 {rent} 元，同类 {count} 块地中间的数是 {median} 元，不到一半，值得看一看。",
    help="先看单价、面积有没有写错；没有写错，在备注里写一句为什么低。",
)

FEWEST = 5
_LAND = ("耕地", "林地", "园地", "草地", "水面", "四荒地", "机动地")


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for every lease at less than half of what its kind costs in the same table."""
    del shelf
    kinds: dict[str, list[tuple[Decimal, Entry]]] = {}
    for entry in rows_of(filing, TRANSFERS):
        _sort_in(kinds, entry.text("use"), entry.amount("price"), entry)
    for entry in rows_of(filing, LEASES):
        rent, area, kind = entry.amount("rent"), entry.amount("area"), entry.text("type")
        if kind in _LAND and rent is not None and area:
            _sort_in(kinds, kind, rent / area, entry)
    for alike in kinds.values():
        yield from _low(alike)


def _sort_in(kinds: dict[str, list[tuple[Decimal, Entry]]], kind: str, rent: Decimal | None, entry: Entry) -> None:
    """Keep a rent with those of its kind; what is given for nothing is help among kin and no price."""
    if kind and rent is not None and rent > 0:
        kinds.setdefault(kind, []).append((rent, entry))


def _low(alike: list[tuple[Decimal, Entry]]) -> Iterator[Diagnostic]:
    if len(alike) < FEWEST:
        return
    rents = sorted(rent for rent, _ in alike)
    median = (rents[(len(rents) - 1) // 2] + rents[len(rents) // 2]) / 2
    for rent, entry in alike:
        if rent * 2 < median and not entry.text("note") and not entry.text("备注"):
            told = {"rent": money(rent), "median": money(median), "count": len(alike)}
            yield Diagnostic(RULE.slug, entry.span("price" if entry.has("price") else "rent"), told)
