"""村里收到这笔补贴花完了，发到各户的却不是这个数。

## 什么问题

「上级拨款」里某个文号的钱已经支出完（结余为零），补贴名单写着同一文号，各户加起来的补贴总额却和支出的不一样。

## 为什么

专款专用：拨来发给各户的钱，支出多少，各户就该领到多少。

只登了一部分组的、还有结余的、以前的期数没有公开全的，不报。

## 怎么改

核对两份表；支出里有别的用途，分行写明。

```yaml bad
# === 名单.yaml
类别: 耕地地力保护补贴
期间: 2026
资金文号: 云农财〔2026〕12号
上栏日期: 2026-06-15
公开日期: 2026-06-15
补贴对象: |
  组别 | 户主 | 补贴面积(亩) | 补贴标准(元/亩) | 补贴金额(元)
  一组 | 褚满仓 | 10.00 | 92.40 | 924.00
  一组 | 吕玉兰 | 5.00 | 92.40 | 462.00
户数: 2
补贴总面积: 15.00
补贴总额: 1,386.00    # <- receipt-not-paid-out
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
# === 拨款.yaml
类别: 上级拨款与运转经费
期间: 2026-Q2
上栏日期: 2026-07-08
公开日期: 2026-07-08
期初结余: 0.00
拨款: |
  文号 | 拨款单位 | 用途 | 到账日期 | 上期结余 | 本期到账 | 本期支出 | 本期结余
  云农财〔2026〕12号 | 云溪县农业农村局 | 耕地地力保护补贴 | 2026-06-12 | 0.00 | 1,500.00 | 1,500.00 | 0.00
到账合计: 1,500.00
支出合计: 1,500.00
期末结余: 0.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml good
# === 名单.yaml
类别: 耕地地力保护补贴
期间: 2026
资金文号: 云农财〔2026〕12号
上栏日期: 2026-06-15
公开日期: 2026-06-15
补贴对象: |
  组别 | 户主 | 补贴面积(亩) | 补贴标准(元/亩) | 补贴金额(元)
  一组 | 褚满仓 | 10.00 | 92.40 | 924.00
  一组 | 吕玉兰 | 5.00 | 92.40 | 462.00
户数: 2
补贴总面积: 15.00
补贴总额: 1,386.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
# === 拨款.yaml
类别: 上级拨款与运转经费
期间: 2026-Q2
上栏日期: 2026-07-08
公开日期: 2026-07-08
期初结余: 0.00
拨款: |
  文号 | 拨款单位 | 用途 | 到账日期 | 上期结余 | 本期到账 | 本期支出 | 本期结余
  云农财〔2026〕12号 | 云溪县农业农村局 | 耕地地力保护补贴 | 2026-06-12 | 0.00 | 1,500.00 | 1,386.00 | 114.00
到账合计: 1,500.00
支出合计: 1,386.00
期末结余: 114.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.board.entries import Entry
from disclosure.board.entries import current
from disclosure.board.entries import entries
from disclosure.board.entries import fact
from disclosure.board.entries import fact_text
from disclosure.board.entries import money
from disclosure.board.entries import superseded
from disclosure.board.lookups import document
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.rule import Rule

RULE = Rule(
    code="XLV002",
    slug="receipt-not-paid-out",
    title="拨来的钱和发到户的不一样",
    severity="warning",
    message="{number} 名单上发了 {listed} 元，村里的上级拨款里同一文号支出了 {spent} 元，已经没有结余。",
    help="核对名单和拨款表；支出里有别的用途，分行写明。",
    basis=("村组法2025/35", "村组法2018/30"),
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding where money that came under one paper is spent and the list of who got it adds up to another sum."""
    if not filing.category.id.startswith("subs.") or superseded(filing, shelf):
        return
    number, found, listed = document(fact_text(filing, "document")), filing.fact("amount"), fact(filing, "amount")
    rows = _receipts(filing, shelf, number) if number else []
    if found is None or listed is None or not rows:
        return
    spent = sum((row.amount("spent") or Decimal(0) for row in rows), Decimal(0))
    whole = not rows[0].amount("carried") and rows[-1].amount("left") == 0
    if whole and spent != listed and (listed > spent or _is_all(filing, shelf, number)):
        told = {"number": number, "listed": money(listed), "spent": money(spent)}
        yield Diagnostic(RULE.slug, found.cell.span, told, related=(Related(rows[-1].span("spent"), "上级拨款里的支出"),))


def _receipts(filing: Filing, shelf: Shelf, number: str) -> list[Entry]:
    """Return the rows of the village's accounts on one paper, by time; none where a period has two."""
    books = sorted((one for one in current(shelf, "fund.transfer") if one.place == filing.place), key=lambda one: one.period.first)
    rows = [[entry for entry in entries(book, "funds") if document(entry.text("document")) == number] for book in books]
    return [] if any(len(found) > 1 for found in rows) else [entry for found in rows for entry in found]


def _is_all(filing: Filing, shelf: Shelf, number: str) -> bool:
    """Tell whether this list is the only one under its paper, and whole."""
    others = [
        one
        for one in shelf.filings
        if one is not filing and one.place == filing.place and one.id != filing.supersedes and document(fact_text(one, "document")) == number
    ]
    return not (others or filing.batch or filing.matter or filing.stage)
