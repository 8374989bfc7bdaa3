"""合同说租金每几年涨多少，表里没有涨，或者涨得不对。

## 什么问题

备注里写着「每三年递增5%」，按起始日期算现在已经进了下一段，年租却和上一段一样，或者不是涨后的数。

## 为什么

该涨没涨，集体每年少收一截，几年下来就是一大笔。

涨在头一年的租金上，或涨在上一段的租金上，两种算法都认；差一元以内不报。

## 怎么改

按合同改年租；有补充协议不涨的，写在备注里。

```yaml bad
# === 去年三季度.yaml
类别: 资产资源发包租赁台账
期间: 2025-Q3
上栏日期: 2025-10-12
公开日期: 2025-10-12
合同: |
  合同号 | 标的 | 类型 | 坐落 | 面积 | 承租人 | 发包方式 | 起始日期 | 到期日期 | 年租 | 应收租金 | 已缴 | 欠缴 | 备注
  发2023-04 | 二组鱼塘 | 水面 | 二组 | 24亩 | 鲁长庚 | 公开竞价 | 2023-01-01 | 2031-12-31 | 9,600.00 | 7,200.00 | 7,200.00 | 0.00 | 每三年递增5%
年租合计: 9,600.00
应收合计: 7,200.00
已缴合计: 7,200.00
欠缴合计: 0.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
# === 三季度.yaml
类别: 资产资源发包租赁台账
期间: 2026-Q3
上栏日期: 2026-10-12
公开日期: 2026-10-12
合同: |
  合同号 | 标的 | 类型 | 坐落 | 面积 | 承租人 | 发包方式 | 起始日期 | 到期日期 | 年租 | 应收租金 | 已缴 | 欠缴 | 备注
  发2023-04 | 二组鱼塘 | 水面 | 二组 | 24亩 | 鲁长庚 | 公开竞价 | 2023-01-01 | 2031-12-31 | 9,600.00 | 7,200.00 | 7,200.00 | 0.00 | 每三年递增5%    # <- rent-step-not-followed
年租合计: 9,600.00
应收合计: 7,200.00
已缴合计: 7,200.00
欠缴合计: 0.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml good
# === 去年三季度.yaml
类别: 资产资源发包租赁台账
期间: 2025-Q3
上栏日期: 2025-10-12
公开日期: 2025-10-12
合同: |
  合同号 | 标的 | 类型 | 坐落 | 面积 | 承租人 | 发包方式 | 起始日期 | 到期日期 | 年租 | 应收租金 | 已缴 | 欠缴 | 备注
  发2023-04 | 二组鱼塘 | 水面 | 二组 | 24亩 | 鲁长庚 | 公开竞价 | 2023-01-01 | 2031-12-31 | 9,600.00 | 7,200.00 | 7,200.00 | 0.00 | 每三年递增5%
年租合计: 9,600.00
应收合计: 7,200.00
已缴合计: 7,200.00
欠缴合计: 0.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
# === 三季度.yaml
类别: 资产资源发包租赁台账
期间: 2026-Q3
上栏日期: 2026-10-12
公开日期: 2026-10-12
合同: |
  合同号 | 标的 | 类型 | 坐落 | 面积 | 承租人 | 发包方式 | 起始日期 | 到期日期 | 年租 | 应收租金 | 已缴 | 欠缴 | 备注
  发2023-04 | 二组鱼塘 | 水面 | 二组 | 24亩 | 鲁长庚 | 公开竞价 | 2023-01-01 | 2031-12-31 | 10,080.00 | 7,560.00 | 7,560.00 | 0.00 | 每三年递增5%
年租合计: 10,080.00
应收合计: 7,560.00
已缴合计: 7,560.00
欠缴合计: 0.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.board.entries import Entry
from disclosure.board.entries import current
from disclosure.board.entries import money
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.leases import LEASES
from disclosure.rules.leases import Step
from disclosure.rules.leases import rows_of
from disclosure.rules.leases import step_in
from disclosure.rules.leases import stepped
from disclosure.rules.leases import whole_years
from disclosure.rules.rule import Rule

RULE = Rule(
    code="LND006",
    slug="rent-step-not-followed",
    title="租金没有按合同递增",
    severity="warning",
    message="年租 {rent} 元；合同每 {years} 年递增 {share}%，上一段是 {before} 元，到 {since} 该涨到 {wanted} 元。",
    help="按合同改年租；另有协议不涨的，在备注里写明。",
    basis=("集体经济组织法/45",),
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for every contract whose rent did not rise as its own note says since the step before."""
    for entry in rows_of(filing, LEASES):
        step, start, rent = step_in(_note(entry)), entry.day("start"), entry.amount("rent")
        if step is None or start is None or rent is None or not entry.text("contract"):
            continue
        earlier = _step_before(filing, shelf, entry, step, start)
        if earlier is not None:
            yield from _compared(filing, entry, earlier, step, start)


def _note(entry: Entry) -> str:
    return entry.text("note") or entry.text("备注")


def _step_before(filing: Filing, shelf: Shelf, entry: Entry, step: Step, start: date) -> Entry | None:
    """Return the same contract's row in the last filing of the step before this one's."""
    now = _steps(filing, step, start)
    found = [
        (other.period.last, row)
        for other in current(shelf, LEASES[0])
        if other.place == filing.place and other.owner == filing.owner and other.period.last < filing.period.first and _steps(other, step, start) == now - 1
        for row in rows_of(other, LEASES)
        if row.text("contract") == entry.text("contract") and row.day("start") == start and step_in(_note(row)) == step
    ]
    return max(found, key=lambda one: one[0])[1] if found else None


def _steps(filing: Filing, step: Step, start: date) -> int:
    """Return how many steps were over when the period began: a step within the period asks for the old rent still."""
    return max(whole_years(start, filing.period.first), 0) // step.years


def _compared(filing: Filing, entry: Entry, earlier: Entry, step: Step, start: date) -> Iterator[Diagnostic]:
    rent, before = entry.amount("rent"), earlier.amount("rent")
    steps = _steps(filing, step, start)
    if rent is None or before is None or steps < 1:
        return
    wanted = list(stepped(before, step, steps - 1, steps))
    if all(abs(rent - one) > 1 for one in wanted):
        told = {
            "rent": money(rent),
            "before": money(before),
            "years": step.years,
            "share": f"{(step.share * 100).normalize():f}",
            "wanted": money(min(wanted, key=lambda one: abs(one - rent)).quantize(Decimal("0.01"))),
            "since": start.replace(year=start.year + steps * step.years, day=min(start.day, 28)).isoformat()[:7],
        }
        yield Diagnostic(RULE.slug, entry.span("rent"), told, related=(Related(earlier.span("rent"), "上一段的年租"),))
