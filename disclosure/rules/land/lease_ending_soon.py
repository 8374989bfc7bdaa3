"""合同快到期了。

## 什么问题

最近一期租赁台账里有合同在今天起六十天内到期，台账里也没有接着它的新合同。

## 为什么

提前两个月想好是续租还是重新竞价，要开会、要公告；拖到到期以后，要么空着没有租金，要么原来的人接着用，谁也说不清按什么价。

这是提醒，不是错；只给村里和乡镇看，不上公开页。

## 怎么改

定下来怎么办；续租或重新发包后，台账里加上新合同。

```yaml bad
类别: 资产资源发包租赁台账
期间: 2026-Q3
上栏日期: 2026-10-12
公开日期: 2026-10-12
合同: |
  合同号 | 标的 | 类型 | 坐落 | 面积 | 承租人 | 发包方式 | 起始日期 | 到期日期 | 年租 | 应收租金 | 已缴 | 欠缴
  发2023-04 | 二组鱼塘 | 水面 | 二组 | 24亩 | 鲁长庚 | 公开竞价 | 2023-01-01 | 2026-12-31 | 9,600.00 | 7,200.00 | 7,200.00 | 0.00    # <- lease-ending-soon
年租合计: 9,600.00
应收合计: 7,200.00
已缴合计: 7,200.00
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
  发2023-04 | 二组鱼塘 | 水面 | 二组 | 24亩 | 鲁长庚 | 公开竞价 | 2023-01-01 | 2026-12-31 | 9,600.00 | 7,200.00 | 7,200.00 | 0.00
  发2026-05 | 二组鱼塘 | 水面 | 二组 | 24亩 | 鲁长庚 | 续租 | 2027-01-01 | 2029-12-31 | 9,900.00 | 0.00 | 0.00 | 0.00
年租合计: 19,500.00
应收合计: 7,200.00
已缴合计: 7,200.00
欠缴合计: 0.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Subject
from disclosure.basis.period import parse_period
from disclosure.board.model import Board
from disclosure.board.model import Brief
from disclosure.rules.rule import Rule

RULE = Rule(
    code="LND009",
    slug="lease-ending-soon",
    title="合同快到期了",
    severity="info",
    message="合同 {until} 到期，还有 {days} 天。",
    help="定下来是续租还是重新发包；办好后在台账里加上新合同。",
    basis=("集体经济组织法/45",),
)

SOON = 60


def check_board(board: Board) -> Iterator[Diagnostic]:
    """Yield a finding for every contract of a place's last list of leases that ends within sixty days from today."""
    last: dict[tuple[str, str], Brief] = {}
    for brief in board.briefs:
        key = (brief.place, brief.owner)
        if brief.category == "asset.lease" and (key not in last or _end(last[key]) <= _end(brief)):
            last[key] = brief
    for brief in last.values():
        for term in brief.terms:
            days = (term.until - board.today).days
            if 0 <= days <= SOON:
                subject = Subject(brief.place, brief.category, brief.period, brief.filing_id, term.row)
                yield Diagnostic(RULE.slug, term.span, {"until": term.until.isoformat(), "days": days}, subject=subject)


def _end(brief: Brief) -> date:
    period = parse_period(brief.period)
    return period.last if period else date.min
