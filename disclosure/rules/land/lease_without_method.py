"""租赁台账里这一行没有写怎么发包的。

## 什么问题

发包方式这一栏空着，而表里多数行都写了。

## 为什么

集体的地和房租给谁，是公开竞价、公开协商还是续租，是村民最想问的一句。发包租赁要专项公开。

## 怎么改

写明公开招标、公开竞价、拍卖、公开协商、续租或其他；是续租的，备注里写哪次会议同意的。

```yaml bad
类别: 资产资源发包租赁台账
期间: 2026-Q3
上栏日期: 2026-10-12
公开日期: 2026-10-12
合同: |
  合同号 | 标的 | 类型 | 坐落 | 面积 | 承租人 | 发包方式 | 起始日期 | 到期日期 | 年租 | 应收租金 | 已缴 | 欠缴
  发2023-04 | 二组鱼塘 | 水面 | 二组 | 24亩 | 鲁长庚 | 公开竞价 | 2023-01-01 | 2027-12-31 | 9,600.00 | 7,200.00 | 7,200.00 | 0.00
  租2026-02 | 粮食仓库 | 房屋 | 一组 | 240平方米 | 青禾镇农机合作社 | | 2026-04-01 | 2029-03-31 | 14,400.00 | 7,200.00 | 7,200.00 | 0.00    # <- lease-without-method
年租合计: 24,000.00
应收合计: 14,400.00
已缴合计: 14,400.00
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
  发2023-04 | 二组鱼塘 | 水面 | 二组 | 24亩 | 鲁长庚 | 公开竞价 | 2023-01-01 | 2027-12-31 | 9,600.00 | 7,200.00 | 7,200.00 | 0.00
  租2026-02 | 粮食仓库 | 房屋 | 一组 | 240平方米 | 青禾镇农机合作社 | 公开协商 | 2026-04-01 | 2029-03-31 | 14,400.00 | 7,200.00 | 7,200.00 | 0.00
年租合计: 24,000.00
应收合计: 14,400.00
已缴合计: 14,400.00
欠缴合计: 0.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.leases import LEASES
from disclosure.rules.leases import rows_of
from disclosure.rules.rule import Rule

RULE = Rule(
    code="LND004",
    slug="lease-without-method",
    title="没有写怎么发包的",
    severity="warning",
    message="没有写发包方式，表里多数行都写了。",
    help="写明公开招标、公开竞价、拍卖、公开协商、续租或其他；续租的备注里写哪次会议同意的。",
    basis=("财公13号/专项",),
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for every lease that does not tell how it was let, where most of its table do."""
    del shelf
    rows = rows_of(filing, LEASES)
    silent = [entry for entry in rows if entry.has("method") and not entry.text("method")]
    if 2 * len(silent) <= len(rows):
        for entry in silent:
            yield Diagnostic(RULE.slug, entry.row.span)
