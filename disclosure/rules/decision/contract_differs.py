"""同一个工程，合同价前后不一样。

## 什么问题

同一个事项，招标时公开的合同价（或采购成交价）与后来进度、决算里写的合同价不是一个数；或者合同价比议定的预算还高。

## 为什么

合同签了就是那个数，后来加了减了写在变更增减里。合同价自己变了，村民就不知道当初定的是多少。

## 怎么改

合同价照合同写；增减写进变更。超过预算的，写明是哪次会议同意的。

```yaml bad
# === 招标.yaml
类别: 村级工程建设
期间: 2026-07-28
事项: 二组渠道修复
阶段: 招标
上栏日期: 2026-07-30
公开日期: 2026-07-30
工程名称: 二组渠道修复
决议: 2026年7月16日村民代表会议，应到 36 人，赞成 29 人
招标方式: 询价
施工单位: 宏远建筑队
预算: 20,000.00
合同价: 20,000.00
资金来源: |
  来源 | 计划
  集体自有资金 | 20,000.00
工程内容: |
  内容 | 工程量 | 概算金额
  浆砌石渠道修复 | 320米 | 20,000.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
# === 决算.yaml
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
开工日期: 2026-08-03
竣工日期: 2026-10-30
验收: 11 月 4 日镇水利站、监委会验收合格
预算: 20,000.00
合同价: 19,500.00    # <- contract-differs
变更增减: 500.00
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

```yaml good
# === 招标.yaml
类别: 村级工程建设
期间: 2026-07-28
事项: 二组渠道修复
阶段: 招标
上栏日期: 2026-07-30
公开日期: 2026-07-30
工程名称: 二组渠道修复
决议: 2026年7月16日村民代表会议，应到 36 人，赞成 29 人
招标方式: 询价
施工单位: 宏远建筑队
预算: 20,000.00
合同价: 19,500.00
资金来源: |
  来源 | 计划
  集体自有资金 | 20,000.00
工程内容: |
  内容 | 工程量 | 概算金额
  浆砌石渠道修复 | 320米 | 20,000.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
# === 决算.yaml
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
开工日期: 2026-08-03
竣工日期: 2026-10-30
验收: 11 月 4 日镇水利站、监委会验收合格
预算: 20,000.00
合同价: 19,500.00
变更增减: 500.00
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
from disclosure.basis.diagnostic import Related
from disclosure.board.entries import fact
from disclosure.board.entries import money
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.dossier import same_matter
from disclosure.rules.rule import Rule

RULE = Rule(
    code="DEC007",
    slug="contract-differs",
    title="合同价前后不一样",
    severity="warning",
    message="合同价 {contract} 元，{what}是 {other} 元。",
    help="合同价照合同写，增减写进「变更增减」；超过预算的，写明哪次会议同意。",
    basis=("村组法2025/28", "村组法2018/24", "财公13号/专项"),
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding where a contract's sum is not that told before on the same matter, or is above its budget."""
    contract = fact(filing, "contract") if filing.category.id == "proj.village" else None
    found = filing.fact("contract")
    if contract is None or found is None or contract <= 0:
        return
    for other in same_matter(filing, shelf, "proj.village", "proj.procure"):
        before = fact(other, "contract" if other.category.id == "proj.village" else "price")
        earlier = other.period.last < filing.period.last
        if earlier and before is not None and before > 0 and before != contract and _alone(filing, shelf):
            told = {"contract": money(contract), "other": money(before), "what": f"同一事项{other.stage or '采购'}时公开的"}
            yield Diagnostic(RULE.slug, found.cell.span, told, related=(Related(other.span, "前一份公开件"),))
            return
    budget, voted = fact(filing, "budget"), filing.fact("budget")
    if budget is not None and voted is not None and contract > budget > 0:
        told = {"contract": money(contract), "other": money(budget), "what": "议定的预算"}
        yield Diagnostic(RULE.slug, found.cell.span, told, related=(Related(voted.cell.span, "预算"),))


def _alone(filing: Filing, shelf: Shelf) -> bool:
    """Tell whether the matter has one contract: where several things were bought under it, no two sums need agree."""
    bought = list(same_matter(filing, shelf, "proj.procure"))
    return len(bought) <= 1 and not filing.batch and not any(other.batch for other in bought)
