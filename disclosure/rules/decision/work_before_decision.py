"""先开工、先付款，后决议。

## 什么问题

同一个事项，开工日期或第一笔付款早于会议决定的日期。

## 为什么

先干了再开会，会就成了走过场。

## 怎么改

核对日期；抢险等等不及的，在注里写明，并写哪次会议追认。

```yaml bad
# === 决定.yaml
类别: 重大事项与大额支出
期间: 2026-07
事项: 二组渠道修复
上栏日期: 2026-07-20
公开日期: 2026-07-20
事项名称: 二组渠道修复
决定日期: 2026-07-16
资金来源: |
  来源 | 性质 | 依据文号 | 来源金额
  集体积累 | 集体资金 | | 20,000.00
决策经过: |
  日期 | 会议 | 参加人数 | 同意人数 | 结论
  2026-07-16 | 村民代表会议 | 33 | 29 | 通过
预算总额: 20,000.00
累计支付: 0.00
尚未支付: 20,000.00
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
开工日期: 2026-07-03    # <- work-before-decision
竣工日期: 2026-10-30
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

```yaml good
# === 决定.yaml
类别: 重大事项与大额支出
期间: 2026-07
事项: 二组渠道修复
上栏日期: 2026-07-20
公开日期: 2026-07-20
事项名称: 二组渠道修复
决定日期: 2026-07-16
资金来源: |
  来源 | 性质 | 依据文号 | 来源金额
  集体积累 | 集体资金 | | 20,000.00
决策经过: |
  日期 | 会议 | 参加人数 | 同意人数 | 结论
  2026-07-16 | 村民代表会议 | 33 | 29 | 通过
预算总额: 20,000.00
累计支付: 0.00
尚未支付: 20,000.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
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
from datetime import date

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.basis.span import Span
from disclosure.board.entries import entries
from disclosure.board.entries import fact_day
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.dossier import decided_on
from disclosure.rules.dossier import same_matter
from disclosure.rules.rule import Rule

RULE = Rule(
    code="DEC008",
    slug="work-before-decision",
    title="决议之前就开工或付款",
    severity="warning",
    message="{what}在 {day}，同一事项 {decided} 才决定。",
    help="核对日期；抢险等来不及的，在注里写明哪次会议追认。",
    basis=("村组法2025/28", "村组法2018/24"),
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding where works began, or money was paid, before the same matter was decided."""
    days = sorted(_days(filing), key=lambda one: one[0])
    if not days:
        return
    first, what, span = days[0]
    own = decided_on(filing)
    others = [(day, other) for other in same_matter(filing, shelf, "decision.big", "decision.4y2g", "yishi.plan") if (day := decided_on(other))]
    decided = min([*([own] if own else []), *(day for day, _ in others)], default=None)
    if decided and first < decided:
        related = tuple(Related(other.span, "决定的公开件") for day, other in others if day == decided)
        yield Diagnostic(RULE.slug, span, {"what": what, "day": first.isoformat(), "decided": decided.isoformat()}, related=related)


def _days(filing: Filing) -> Iterator[tuple[date, str, Span]]:
    begun, start = filing.fact("start"), fact_day(filing, "start")
    if filing.category.id == "proj.village" and begun and start:
        yield start, "开工", begun.cell.span
    if filing.category.id in ("proj.village", "decision.big"):
        for entry in entries(filing, "payments"):
            day = entry.day("date")
            if day:
                yield day, "付款", entry.span("date")
