"""同一家短时间里收了几笔刚好不到起点的钱。

## 什么问题

情况里写了大额支出起点；收支明细里同一个收款人三十天内收了两笔以上，每笔都在起点的一半以上、起点以下，加起来过了起点。

## 为什么

拆成几笔，每笔都不到起点，就绕过了会议。也可能就是几件不相干的事。值得看一看，不是说有问题；这一条只给村里和乡镇看，不上公开页。

## 怎么改

是一件事的，按一件事开会、公开；不是一件事的，摘要里写清楚各是什么。

```yaml bad
# === place.yaml
名称: 石桥村
级别: 村
slug: shiqiao
监督电话: 0000-6123380
情况: {大额支出起点: 5,000元}
# === 收支.yaml
类别: 财务收支明细
期间: 2026-Q1
上栏日期: 2026-04-10
公开日期: 2026-04-10
期初余额: 20,000.00
收支明细:
  - {日期: 3-06, 凭证号: 记-001, 摘要: 村口广场铺砖 40 平方米, 支出: 4,800.00, 收款人: 宏远建筑队}
  - {日期: 3-18, 凭证号: 记-002, 摘要: 村口广场铺砖 41 平方米, 支出: 4,900.00, 收款人: 宏远建筑队}    # <- split-below-threshold
期末余额: 10,300.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml good
# === place.yaml
名称: 石桥村
级别: 村
slug: shiqiao
监督电话: 0000-6123380
情况: {大额支出起点: 5,000元}
# === 收支.yaml
类别: 财务收支明细
期间: 2026-Q1
上栏日期: 2026-04-10
公开日期: 2026-04-10
期初余额: 20,000.00
收支明细:
  - {日期: 1-06, 凭证号: 记-001, 摘要: 村口广场铺砖 40 平方米, 支出: 4,800.00, 收款人: 宏远建筑队}
  - {日期: 3-18, 凭证号: 记-002, 摘要: 三组井盖更换 12 个, 支出: 1,900.00, 收款人: 宏远建筑队}
期末余额: 13,300.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.board.entries import Entry
from disclosure.board.entries import entries
from disclosure.board.entries import money
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.dossier import is_routine
from disclosure.rules.rule import Rule
from disclosure.rules.situation import THRESHOLD
from disclosure.rules.situation import sum_of

RULE = Rule(
    code="DEC010",
    slug="split-below-threshold",
    title="几笔都刚好不到起点",
    severity="info",
    message="同一收款人 {days} 天内 {count} 笔，共 {sum} 元，每笔都不到大额起点 {threshold} 元，值得看一看。",
    help="是一件事的，按一件事开会、公开；不是一件事的，摘要里写清各是什么。",
)

_NEAR = timedelta(days=30)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding at the last of several payments to one payee that are each just below the threshold."""
    threshold = sum_of(filing.place, shelf, THRESHOLD) if filing.category.id == "fin.ledger" else None
    if threshold is None:
        return
    paid: dict[str, list[Entry]] = {}
    for entry in entries(filing, "lines"):
        spent = entry.amount("expense")
        if spent is not None and threshold <= 2 * spent < 2 * threshold and entry.text("payee") and entry.day("date") and not is_routine(entry):
            paid.setdefault(entry.text("payee"), []).append(entry)
    for found in paid.values():
        yield from _near(found, threshold)


def _near(found: list[Entry], threshold: Decimal) -> Iterator[Diagnostic]:
    last = found[-1].day("date")
    near = [entry for entry in found if last and (day := entry.day("date")) and timedelta(0) <= last - day <= _NEAR]
    spent = sum((entry.amount("expense") or Decimal(0) for entry in near), Decimal(0))
    first = near[0].day("date") if near else None
    if len(near) >= 2 and spent >= threshold and first and last:
        told = {"days": (last - first).days + 1, "count": len(near), "sum": money(spent), "threshold": money(threshold)}
        yield Diagnostic(RULE.slug, near[-1].row.span, told, related=tuple(Related(entry.row.span, "另一笔") for entry in near[:-1]))
