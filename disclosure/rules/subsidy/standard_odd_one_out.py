"""补贴标准只有一行和别人不一样。

## 什么问题

同一项补贴（同一作物、同一年龄段、同一地类）的名单里，五行以上都是一个标准，只有一行不同。

## 为什么

一个村一项补贴通常一个标准。单独一行不同，多半是打错了；真有缘由的，写出来大家就明白。值得看一看。

## 怎么改

打错的改过来；确实不同，在备注里写明缘由。

```yaml bad
类别: 耕地地力保护补贴
期间: 2026
上栏日期: 2026-06-15
公开日期: 2026-06-15
补贴对象: |
  组别 | 户主 | 补贴面积(亩) | 补贴标准(元/亩) | 补贴金额(元)
  一组 | 褚满仓 | 10.00 | 92.40 | 924.00
  一组 | 吕玉兰 | 3.00 | 92.40 | 277.20
  一组 | 金石生 | 4.00 | 92.40 | 369.60
  二组 | 秦满仓 | 8.00 | 94.20 | 753.60    # <- standard-odd-one-out
  二组 | 沈满仓 | 5.00 | 92.40 | 462.00
  二组 | 许美凤 | 5.50 | 92.40 | 508.20
户数: 6
补贴总面积: 35.50
补贴总额: 3,294.60
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml good
类别: 耕地地力保护补贴
期间: 2026
上栏日期: 2026-06-15
公开日期: 2026-06-15
补贴对象: |
  组别 | 户主 | 补贴面积(亩) | 补贴标准(元/亩) | 补贴金额(元)
  一组 | 褚满仓 | 10.00 | 92.40 | 924.00
  一组 | 吕玉兰 | 3.00 | 92.40 | 277.20
  一组 | 金石生 | 4.00 | 92.40 | 369.60
  二组 | 秦满仓 | 8.00 | 94.20 | 753.60
  二组 | 沈满仓 | 5.00 | 94.20 | 471.00
  二组 | 许美凤 | 5.50 | 92.40 | 508.20
户数: 6
补贴总面积: 35.50
补贴总额: 3,303.60
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from disclosure.basis.diagnostic import Diagnostic
from disclosure.board.entries import Entry
from disclosure.board.entries import entries
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.programmes import STANDARDS
from disclosure.rules.rule import Rule

RULE = Rule(
    code="SUB002",
    slug="standard-odd-one-out",
    title="只有一行的标准不一样",
    severity="warning",
    message="标准是 {stated}，同一项的另外 {count} 行都是 {usual}，值得看一看。",
    help="打错的改过来；确实不同，在备注里写明缘由。",
)

FEWEST = 5


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for the one row whose rate differs where five others or more of its kind agree."""
    del shelf
    if filing.category.id not in STANDARDS:
        return
    table, column, kinds = STANDARDS[filing.category.id]
    alike: dict[tuple[str, ...], list[tuple[Decimal, Entry]]] = {}
    for entry in entries(filing, table):
        rate = entry.amount(column)
        if rate is not None:
            alike.setdefault(tuple([entry.text(kind) for kind in kinds]) if kinds else (), []).append((rate, entry))
    for kind, rows in alike.items():
        if all(kind):
            yield from _odd(rows, column)


def _odd(rows: list[tuple[Decimal, Entry]], column: str) -> Iterator[Diagnostic]:
    counted = Counter(rate for rate, _ in rows)
    if len(counted) != 2 or min(counted.values()) != 1 or len(rows) <= FEWEST:
        return
    usual = counted.most_common(1)[0][0]
    for rate, entry in rows:
        if rate != usual and not (entry.text("note") or entry.text("备注")):
            told = {"stated": f"{rate:,f}", "usual": f"{usual:,f}", "count": counted[usual]}
            yield Diagnostic(RULE.slug, entry.span(column), told)
