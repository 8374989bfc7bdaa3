"""租赁台账说租金交了，这段时间的收支明细里没有这笔收入。

## 什么问题

台账里这份合同的「已缴」比上一期多了，而同一段时间的收支明细逐笔都在，别的合同的租金都记了，独独找不到这一份的。

## 为什么

交了的钱要进集体的账。收了没有记，或者记到了别处，村民一对就看出来。

收支明细不全、摘要写得太粗（如「收租金」）、金额正好对得上的，都不报。值得看一看，不一定是错；这一条不上公开页。

## 怎么改

补记这笔收入；已经记了的，摘要里写明是哪一处的租金。

```yaml bad
# === 台账.yaml
类别: 资产资源发包租赁台账
期间: 2026-Q1
上栏日期: 2026-04-10
公开日期: 2026-04-10
合同: |
  合同号 | 标的 | 类型 | 坐落 | 面积 | 承租人 | 发包方式 | 起始日期 | 到期日期 | 年租 | 应收租金 | 已缴 | 欠缴
  租2026-01 | 村部东侧门面 | 房屋 | 村部 | 86平方米 | 石磨坊豆制品店 | 公开竞价 | 2026-01-01 | 2027-12-31 | 18,000.00 | 4,500.00 | 4,500.00 | 0.00
  租2026-02 | 粮食仓库 | 房屋 | 一组 | 240平方米 | 青禾镇农机合作社 | 公开协商 | 2026-01-01 | 2029-12-31 | 14,400.00 | 3,600.00 | 3,600.00 | 0.00    # <- rent-not-in-books
年租合计: 32,400.00
应收合计: 8,100.00
已缴合计: 8,100.00
欠缴合计: 0.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
# === 收支.yaml
类别: 财务收支明细
期间: 2026-Q1
上栏日期: 2026-04-10
公开日期: 2026-04-10
期初余额: 1,000.00
收支明细:
  - {日期: 1-06, 凭证号: 记-001, 摘要: 村部东侧门面租金（1月起3个月）, 科目: 经营收入, 收入: 4,500.00}
  - {日期: 2-18, 凭证号: 记-002, 摘要: 路灯维修 3 盏, 科目: 公益支出, 支出: 621.00}
期末余额: 4,879.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml good
# === 台账.yaml
类别: 资产资源发包租赁台账
期间: 2026-Q1
上栏日期: 2026-04-10
公开日期: 2026-04-10
合同: |
  合同号 | 标的 | 类型 | 坐落 | 面积 | 承租人 | 发包方式 | 起始日期 | 到期日期 | 年租 | 应收租金 | 已缴 | 欠缴
  租2026-01 | 村部东侧门面 | 房屋 | 村部 | 86平方米 | 石磨坊豆制品店 | 公开竞价 | 2026-01-01 | 2027-12-31 | 18,000.00 | 4,500.00 | 4,500.00 | 0.00
  租2026-02 | 粮食仓库 | 房屋 | 一组 | 240平方米 | 青禾镇农机合作社 | 公开协商 | 2026-01-01 | 2029-12-31 | 14,400.00 | 3,600.00 | 3,600.00 | 0.00
年租合计: 32,400.00
应收合计: 8,100.00
已缴合计: 8,100.00
欠缴合计: 0.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
# === 收支.yaml
类别: 财务收支明细
期间: 2026-Q1
上栏日期: 2026-04-10
公开日期: 2026-04-10
期初余额: 1,000.00
收支明细:
  - {日期: 1-06, 凭证号: 记-001, 摘要: 村部东侧门面租金（1月起3个月）, 科目: 经营收入, 收入: 4,500.00}
  - {日期: 1-09, 凭证号: 记-002, 摘要: 农机合作社仓库租金, 科目: 经营收入, 收入: 3,600.00}
期末余额: 9,100.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.board.entries import Entry
from disclosure.board.entries import current
from disclosure.board.entries import entries
from disclosure.board.entries import money
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.leases import LEASES
from disclosure.rules.leases import pairs_of
from disclosure.rules.leases import rows_of
from disclosure.rules.rule import Rule

RULE = Rule(
    code="LND007",
    slug="rent-not-in-books",
    title="交了的租金账上找不到",
    severity="info",
    message="台账说这一期交了 {sum} 元，同一时间的收支明细里没有找到这一笔，值得看一看。",
    help="没有记账的补记；记了的，摘要里写明是哪一处、哪份合同的租金。",
    basis=("集体经济组织法/45", "村组法2025/35"),
)

_NOTHING = Decimal(0)
_RENT = re.compile(r"租|承包|发包|上交")


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for rent said to be paid in a period whose detailed books tell other rents and not this one."""
    rows = rows_of(filing, LEASES)
    books = _books(filing, shelf) if rows else []
    incomes = [row for book in books for row in entries(book, "lines") if (row.amount("income") or 0) > 0]
    if not incomes:
        return
    said = [(row, re.sub(r"[\s　]", "", row.text("summary") + row.text("payer"))) for row in incomes]
    matched = {id(row) for entry in rows for row, words in said if _speaks(entry, words)}
    if not matched or any(_RENT.search(words) and id(row) not in matched for row, words in said):
        return
    before = shelf.earlier(filing)
    for entry in rows:
        paid, since = _paid_now(entry, filing, before)
        found = any(_speaks(entry, words) for _, words in said) or any(row.amount("income") == paid for row in incomes)
        if paid > 0 and not found:
            books_of = Related(books[0].span, "这段时间的收支明细")
            yield Diagnostic(RULE.slug, entry.span("paid"), {"sum": money(paid)}, related=(books_of, *since))


def _books(filing: Filing, shelf: Shelf) -> list[Filing]:
    """Return the ledgers of the same place that together cover the period, none where a month is missing."""
    found = [one for one in current(shelf, "fin.ledger") if one.place == filing.place and filing.period.contains(one.period)]
    days = sum((one.period.last - one.period.first).days + 1 for one in found)
    return found if days == (filing.period.last - filing.period.first).days + 1 else []


def _speaks(entry: Entry, words: str) -> bool:
    """Tell whether words of the books may speak of a contract: by its number, who pays, or any part of what it lets."""
    names = (entry.text("contract"), entry.text("lessee"))
    return any(name and name in words for name in names) or any(pair in words for pair in pairs_of(entry.text("asset")))


def _paid_now(entry: Entry, filing: Filing, before: tuple[Filing, ...]) -> tuple[Decimal, tuple[Related, ...]]:
    """Return what was paid within the period, and what it is counted from: the rise since the last filing of the year.

    In the year's first filing all of it, where the contract begins then; 0 where it cannot be told.
    """
    paid = entry.amount("paid") or _NOTHING
    if filing.period.first.month == 1:
        start = entry.day("start")
        return (paid if start and start >= filing.period.first else _NOTHING), ()
    number = entry.text("contract")
    last = [row for one in before for row in rows_of(one, LEASES) if row.text("contract") == number]
    told = last[0].amount("paid") if len(last) == 1 and before[0].period.last.year == filing.period.last.year else None
    return (_NOTHING, ()) if told is None else (paid - told, (Related(last[0].span("paid"), "上一份台账的已缴"),))
