"""今年的名目，发的是早几年的钱。

## 什么问题

补贴名单的期间写今年，发放日期却在这一年开始以前；或者资金文号是两年以前的。没有写所属期。

## 为什么

把旧账写进新年的名单，村民就分不清今年的到底发没发。上年底提前下达的文号很常见，不报；要差两年以上才报。

## 怎么改

补发以前年度的，加一行「所属期」；日期、文号写错的改过来。

```yaml bad
类别: 耕地地力保护补贴
期间: 2026
上栏日期: 2026-06-15
公开日期: 2026-06-15
资金文号: 云财农〔2023〕12号    # <- money-of-another-year
补贴对象: |
  组别 | 户主 | 补贴面积(亩) | 补贴标准(元/亩) | 补贴金额(元)
  一组 | 褚满仓 | 10.00 | 92.40 | 924.00
户数: 1
补贴总面积: 10.00
补贴总额: 924.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml good
类别: 耕地地力保护补贴
期间: 2026
所属期: 2023
上栏日期: 2026-06-15
公开日期: 2026-06-15
资金文号: 云财农〔2023〕12号
补贴对象: |
  组别 | 户主 | 补贴面积(亩) | 补贴标准(元/亩) | 补贴金额(元)
  一组 | 褚满仓 | 10.00 | 92.40 | 924.00
户数: 1
补贴总面积: 10.00
补贴总额: 924.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.board.entries import fact_day
from disclosure.board.entries import fact_text
from disclosure.board.lookups import document
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.rule import Rule

RULE = Rule(
    code="SUB006",
    slug="money-of-another-year",
    title="发的是别的年份的钱",
    severity="warning",
    message="{what}，期间写的是 {period}，没有写所属期，值得看一看。",
    help="补发以前年度的，加一行「所属期: {year}」；写错的改过来。",
)

_LONG_AGO = 2


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding where money of an earlier year stands under this year's title without telling so."""
    del shelf
    if not filing.category.id.startswith("subs.") or filing.covers is not None:
        return
    paid, day = filing.fact("paid"), fact_day(filing, "paid")
    if paid and day and day < filing.period.first:
        yield _found(filing, "paid", f"{day.isoformat()} 已经发放", day.year)
        return
    year = re.search(r"〔(\d{4})〕", document(fact_text(filing, "document")))
    if year and filing.period.first.year - int(year[1]) >= _LONG_AGO:
        yield _found(filing, "document", f"资金文号是 {year[1]} 年的", int(year[1]))


def _found(filing: Filing, name: str, what: str, year: int) -> Diagnostic:
    fact = filing.fact(name)
    span = fact.cell.span if fact else filing.span
    return Diagnostic(RULE.slug, span, {"what": what, "period": filing.period.words(), "year": year})
