"""一笔大钱，找不到是哪次会议决定的。

## 什么问题

place.yaml（本村或乡镇的）情况里写了大额支出起点，收支明细里有一笔支出达到了它，而公开过的决议、计划、方案里没有一件说到这件事，也没有同样的金额。没有写起点的，这条不出声。

## 为什么

大额支出要经村民会议或村民代表会议决定，决定要公开。

工资、补贴、水电费、归还、拨付、发放这些不用每次开会的，不看。只要决议里有两个字对得上，就不报。值得看一看，不一定是错；这一条不上公开页。

## 怎么改

会议决定过的，公开那次决议；摘要里写明是哪件事。

```yaml bad
# === place.yaml
名称: 石桥村
级别: 村
slug: shiqiao
监督电话: 0000-6123380
情况: {大额支出起点: 5,000元}
# === 决议.yaml
类别: 村民会议决定及实施
期间: 2026-Q1
上栏日期: 2026-04-10
公开日期: 2026-04-10
决定:
  - {日期: 2026-02-16, 会议: 村民代表会议, 议题: 二组渠道清淤, 应到: 36, 实到: 30, 赞成: 29, 反对: 0, 弃权: 1, 结论: 通过, 涉及金额: 5,400.00}
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
# === 收支.yaml
类别: 财务收支明细
期间: 2026-Q1
上栏日期: 2026-04-10
公开日期: 2026-04-10
期初余额: 20,000.00
收支明细:
  - {日期: 3-06, 凭证号: 记-001, 摘要: 清淤租挖掘机 6 台班, 支出: 5,400.00}
  - {日期: 3-18, 凭证号: 记-002, 摘要: 村口牌坊石料, 支出: 8,600.00}    # <- spending-undecided
期末余额: 6,000.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml good
# === place.yaml
名称: 石桥村
级别: 村
slug: shiqiao
监督电话: 0000-6123380
情况: {大额支出起点: 5,000元}
# === 决议.yaml
类别: 村民会议决定及实施
期间: 2026-Q1
上栏日期: 2026-04-10
公开日期: 2026-04-10
决定:
  - {日期: 2026-02-16, 会议: 村民代表会议, 议题: 重修村口牌坊, 应到: 36, 实到: 30, 赞成: 29, 反对: 0, 弃权: 1, 结论: 通过, 涉及金额: 9,000.00}
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
# === 收支.yaml
类别: 财务收支明细
期间: 2026-Q1
上栏日期: 2026-04-10
公开日期: 2026-04-10
期初余额: 20,000.00
收支明细:
  - {日期: 3-18, 凭证号: 记-002, 摘要: 村口牌坊石料, 支出: 8,600.00}
期末余额: 11,400.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from disclosure.basis.diagnostic import Diagnostic
from disclosure.board.entries import current
from disclosure.board.entries import entries
from disclosure.board.entries import money
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.dossier import decisions
from disclosure.rules.dossier import is_routine
from disclosure.rules.dossier import speaks_of
from disclosure.rules.rule import Rule
from disclosure.rules.situation import THRESHOLD
from disclosure.rules.situation import sum_of

RULE = Rule(
    code="DEC009",
    slug="spending-undecided",
    title="大额支出找不到决议",
    severity="warning",
    message="支出 {sum} 元，到了本地的大额起点 {threshold} 元，公开过的决议里没有找到这件事，值得看一看。",
    help="决定过的，公开那次决议；摘要里写明是哪件事。",
    basis=("村组法2025/28", "村组法2018/24", "集体经济组织法/26"),
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for every large expense of which no decision made public so far speaks."""
    threshold = sum_of(filing.place, shelf, THRESHOLD) if filing.category.id == "fin.ledger" else None
    if threshold is None or not _decides_openly(filing, shelf):
        return
    large = [entry for entry in entries(filing, "lines") if (entry.amount("expense") or Decimal(0)) >= threshold and not is_routine(entry)]
    known = list(decisions(shelf, filing.place)) if large else []
    for entry in large:
        spent, words = entry.amount("expense"), entry.text("summary")
        if spent is not None and not any(one.amount == spent or speaks_of(words, one) for one in known):
            yield Diagnostic(RULE.slug, entry.span("expense"), {"sum": money(spent), "threshold": money(threshold)})


def _decides_openly(filing: Filing, shelf: Shelf) -> bool:
    """Tell whether the place's decisions are public up to the ledger's end: what is not there yet is another finding."""
    told = [one for one in current(shelf, "decision.resolution") if one.place == filing.place]
    return any(one.period.first <= filing.period.first for one in told) and any(one.period.last >= filing.period.last for one in told)
