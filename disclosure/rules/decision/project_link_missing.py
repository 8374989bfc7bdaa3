"""工程从决定到结算，中间缺了一环。

## 什么问题

工程已经决算，却没有写招标方式、施工单位、合同价或验收；或者立项和决算都公开了，中间的招标没有公开。项目台账里已验收、已结算的没有验收日期，付了钱的没有合同日期，也是一样。

## 为什么

决定、招标、合同、付款、验收、结算，一环扣一环。缺了哪一环，就说不清这一环有没有办。

村民自建、直接委托、单一来源的，不要求招标；村民自建的不要求合同。

## 怎么改

办了的补写上；没有办的，如实写明原因。

```yaml bad
类别: 村级工程建设
期间: 2026-11-09
事项: 二组渠道修复
阶段: 决算
上栏日期: 2026-11-12
公开日期: 2026-11-12
工程名称: 二组渠道修复    # <- project-link-missing
决议: 2026年7月16日村民代表会议，应到 36 人，赞成 29 人
招标方式: 询价
施工单位: 宏远建筑队
开工日期: 2026-08-03
竣工日期: 2026-10-30
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

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.span import Span
from disclosure.board.entries import Entry
from disclosure.board.entries import entries
from disclosure.board.entries import fact_text
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.dossier import same_matter
from disclosure.rules.rule import Rule

RULE = Rule(
    code="DEC006",
    slug="project-link-missing",
    title="工程缺了一环",
    severity="warning",
    message="{state}，没有写{missing}。",
    help="办了的补写上；没有办的，在注里写明原因。",
    basis=("村组法2025/28", "村组法2018/24", "财公13号/专项"),
)

_NO_TENDER = ("直接委托", "村民自建", "单一来源")
_LINKS = {"method": "招标方式", "builder": "施工单位", "contract": "合同价", "accepted": "验收"}
_OVER = ("已验收", "已结算")


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for works that are settled, or paid for, with a link of their chain left out."""
    if filing.category.id == "proj.village" and filing.stage == "决算":
        yield from _settled(filing, shelf)
    if filing.category.id == "proj.ledger":
        yield from _listed(filing)


def _settled(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    method = fact_text(filing, "method")
    ours = ("builder", "contract") if method == "村民自建" else ()
    missing = [words for name, words in _LINKS.items() if name not in ours and not fact_text(filing, name)]
    told = {other.stage for other in same_matter(filing, shelf, "proj.village")}
    bought = any(True for _ in same_matter(filing, shelf, "proj.procure"))
    if "立项" in told and "招标" not in told and not bought and method not in _NO_TENDER and "招标方式" not in missing:
        missing.append("招标的公开件（立项和决算都公开了）")
    if missing:
        yield Diagnostic(RULE.slug, _where(filing), {"state": "已经决算", "missing": "、".join(missing)})


def _where(filing: Filing) -> Span:
    found = filing.fact("project")
    return found.cell.span if found else filing.span


def _listed(filing: Filing) -> Iterator[Diagnostic]:
    paid = {entry.text("code"): _is_paid(entry) for entry in entries(filing, "sums")}
    for entry in entries(filing, "steps"):
        if entry.text("state") in _OVER and not entry.text("accepted"):
            yield Diagnostic(RULE.slug, entry.row.span, {"state": entry.text("state"), "missing": "验收日期"})
        elif paid.get(entry.text("code"), False) and not entry.text("signed") and "自建" not in entry.text("method"):
            yield Diagnostic(RULE.slug, entry.row.span, {"state": "已经付款", "missing": "合同日期"})


def _is_paid(entry: Entry) -> bool:
    contract = entry.amount("contract")
    return bool(contract) and any((entry.amount(name) or 0) > 0 for name in ("before", "current"))
