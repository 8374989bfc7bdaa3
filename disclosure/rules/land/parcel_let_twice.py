"""同一块地在同一段时间写了两份合同。

## 什么问题

租赁台账里两行的标的、坐落、面积都一样，合同号不同，租期又有一段重叠；或者流转表里同一户同一处同样面积的地，同时给了两家。

## 为什么

一块地租给了两家，早晚要闹纠纷；也可能是旧合同没有从表里划掉，年租合计就多算了一份。

同名同面积的门面、摊位一排有好几间的（三间以上），不报。

## 怎么改

旧合同已经终止的，把到期日期改成实际终止的日子；真是两块地，把标的写清楚（如「河湾机动地东块」）。值得看一看，不一定是错。

```yaml bad
类别: 资产资源发包租赁台账
期间: 2026-Q3
上栏日期: 2026-10-12
公开日期: 2026-10-12
合同: |
  合同号 | 标的 | 类型 | 坐落 | 面积 | 承租人 | 发包方式 | 起始日期 | 到期日期 | 年租 | 应收租金 | 已缴 | 欠缴
  发2022-07 | 三组机动地 | 耕地 | 三组 | 48.00亩 | 褚云清 | 公开竞价 | 2022-10-01 | 2027-09-30 | 12,000.00 | 12,000.00 | 12,000.00 | 0.00
  发2026-02 | 三组机动地 | 耕地 | 三组 | 48.00亩 | 鲁长庚 | 公开竞价 | 2026-10-01 | 2029-09-30 | 13,200.00 | 0.00 | 0.00 | 0.00    # <- parcel-let-twice
年租合计: 25,200.00
应收合计: 12,000.00
已缴合计: 12,000.00
欠缴合计: 0.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml good
类别: 资产资源发包租赁台账
期间: 2026-Q3
上栏日期: 2026-10-12
公开日期: 2026-10-12
合同: |
  合同号 | 标的 | 类型 | 坐落 | 面积 | 承租人 | 发包方式 | 起始日期 | 到期日期 | 年租 | 应收租金 | 已缴 | 欠缴
  发2022-07 | 三组机动地 | 耕地 | 三组 | 48.00亩 | 褚云清 | 公开竞价 | 2022-10-01 | 2026-09-30 | 12,000.00 | 12,000.00 | 12,000.00 | 0.00
  发2026-02 | 三组机动地 | 耕地 | 三组 | 48.00亩 | 鲁长庚 | 公开竞价 | 2026-10-01 | 2029-09-30 | 13,200.00 | 0.00 | 0.00 | 0.00
年租合计: 25,200.00
应收合计: 12,000.00
已缴合计: 12,000.00
欠缴合计: 0.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from itertools import pairwise

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.board.entries import Entry
from disclosure.board.entries import number_of
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.leases import LEASES
from disclosure.rules.leases import TRANSFERS
from disclosure.rules.leases import overlap
from disclosure.rules.leases import rows_of
from disclosure.rules.leases import thing
from disclosure.rules.rule import Rule

RULE = Rule(
    code="LND003",
    slug="parcel-let-twice",
    title="同一块地同时写了两份合同",
    severity="warning",
    message="与{other}是同一处、同样面积，{first} 至 {last} 两份都在租期内，值得看一看。",
    help="旧合同已终止的，到期日期写实际终止的日子；真是两块地，把标的或坐落写清楚。",
    basis=("集体经济组织法/45", "财公13号/专项"),
)

_A_ROW_OF_SHOPS = 3


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for the later of two leases of one thing that run at the same time."""
    del shelf
    yield from _in_rows(rows_of(filing, LEASES), _leased)
    yield from _in_rows(rows_of(filing, TRANSFERS), _transferred)


def _leased(entry: Entry) -> tuple[tuple[str, ...], str]:
    return thing(entry), entry.text("contract")


def _transferred(entry: Entry) -> tuple[tuple[str, ...], str]:
    where = (entry.text("group"), entry.text("from"), entry.text("location"), entry.text("area"))
    return where, entry.text("to")


def _in_rows(rows: tuple[Entry, ...], told: Callable[[Entry], tuple[tuple[str, ...], str]]) -> Iterator[Diagnostic]:
    alike: dict[tuple[str, ...], list[tuple[Entry, str]]] = {}
    for entry in rows:
        what, who = told(entry)
        if all(what) and who:
            alike.setdefault(what, []).append((entry, who))
    for same in alike.values():
        if len(same) >= _A_ROW_OF_SHOPS and same[0][0].text("type") in ("房屋", "设备", "其他"):
            continue
        for (one, first), (other, second) in pairwise(same):
            days = overlap(one, other)
            if days and first != second:
                told_days = {"other": number_of(one), "first": days[0].isoformat(), "last": days[1].isoformat()}
                yield Diagnostic(RULE.slug, other.row.span, told_days, related=(Related(one.row.span, "另一份合同"),))
