"""付出去的钱比决算还多。

## 什么问题

工程的已付合计超过决算价，或者项目台账里以前已付加本期已付超过应付总额。

## 为什么

决算审定多少就付多少。多付的钱要追回来，或者决算价还没有更新。

## 怎么改

先看决算价、变更增减有没有写全；真的多付了，写明怎么追回。

```yaml bad
类别: 村级工程建设
期间: 2026-11-09
事项: 二组渠道修复
阶段: 决算
上栏日期: 2026-11-12
公开日期: 2026-11-12
工程名称: 二组渠道修复
决议: 2026年7月16日村民代表会议，应到 36 人，赞成 29 人
招标方式: 询价
施工单位: 宏远建筑队
验收: 11 月 4 日镇水利站、监委会验收合格
预算: 20,000.00
合同价: 20,000.00
变更增减: 0.00
决算价: 20,000.00
已付合计: 21,000.00    # <- paid-over-settlement
未付合计: −1,000.00
资金来源: |
  来源 | 计划 | 到账
  集体自有资金 | 20,000.00 | 20,000.00
工程内容: |
  内容 | 工程量 | 概算金额 | 结算金额 | 增减
  浆砌石渠道修复 | 320米 | 20,000.00 | 20,000.00 | 0.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml good
类别: 村级工程建设
期间: 2026-11-09
事项: 二组渠道修复
阶段: 决算
上栏日期: 2026-11-12
公开日期: 2026-11-12
工程名称: 二组渠道修复
决议: 2026年7月16日村民代表会议，应到 36 人，赞成 29 人
招标方式: 询价
施工单位: 宏远建筑队
验收: 11 月 4 日镇水利站、监委会验收合格
预算: 20,000.00
合同价: 20,000.00
变更增减: 0.00
决算价: 20,000.00
已付合计: 19,000.00
未付合计: 1,000.00
资金来源: |
  来源 | 计划 | 到账
  集体自有资金 | 20,000.00 | 20,000.00
工程内容: |
  内容 | 工程量 | 概算金额 | 结算金额 | 增减
  浆砌石渠道修复 | 320米 | 20,000.00 | 20,000.00 | 0.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.board.entries import entries
from disclosure.board.entries import fact
from disclosure.board.entries import money
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.rule import Rule

RULE = Rule(
    code="DEC004",
    slug="paid-over-settlement",
    title="付的钱比决算多",
    severity="error",
    message="已付 {paid} 元，比{word} {settled} 元多 {more} 元。",
    help="看决算价、变更有没有写全；真的多付了，在注里写明怎么追回。",
    basis=("村组法2025/28", "财公13号/专项"),
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding where more was paid for works than their final account comes to."""
    del shelf
    if filing.category.id == "proj.village":
        paid, final, found = fact(filing, "paid"), fact(filing, "final"), filing.fact("paid")
        if found and paid is not None and final is not None and paid > final > 0:
            yield Diagnostic(RULE.slug, found.cell.span, {"paid": money(paid), "settled": money(final), "more": money(paid - final), "word": "决算价"})
    for entry in entries(filing, "sums") if filing.category.id == "proj.ledger" else ():
        settled, before, now = (entry.amount(name) for name in ("settled", "before", "current"))
        if settled is not None and before is not None and now is not None and before + now > settled > 0:
            told = {"paid": money(before + now), "settled": money(settled), "more": money(before + now - settled), "word": "应付总额"}
            yield Diagnostic(RULE.slug, entry.span("current"), told)
