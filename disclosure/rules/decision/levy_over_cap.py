"""一事一议的筹资超过了上限。

## 什么问题

方案里的人均筹资，高于 place.yaml（本村或乡镇的）情况里写的一事一议上限。没有写上限的，这条不出声。

## 为什么

筹资筹劳不得超过省里定的上限。超过的部分村民可以不交。

## 怎么改

先看人均有没有写错；真的超了，方案要重新议。

```yaml bad
# === place.yaml
名称: 石桥村
级别: 村
slug: shiqiao
监督电话: 0000-6123380
情况: {一事一议上限: 15元}
# === 公开件.yaml
类别: 一事一议方案
期间: 2026-02-06
事项: 五组巷道硬化
上栏日期: 2026-02-11
公开日期: 2026-02-11
项目名称: 五组巷道硬化 640 米
会议日期: 2026-02-06
应到人数: 36
实到人数: 34
同意人数: 32
项目预算: 4,420.00
人均筹资: 20.00    # <- levy-over-cap
筹资总额: 4,420.00
筹劳总工日: 96
资金来源: |
  来源 | 金额
  村民筹资 | 4,420.00
各组筹资筹劳: |
  组别 | 筹资人口(人) | 减免人数(人) | 缴纳人数(人) | 每人筹资 | 筹资额 | 筹劳(工日)
  五组 | 232 | 11 | 221 | 20.00 | 4,420.00 | 96
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml good
# === place.yaml
名称: 石桥村
级别: 村
slug: shiqiao
监督电话: 0000-6123380
情况: {一事一议上限: 20元}
# === 公开件.yaml
类别: 一事一议方案
期间: 2026-02-06
事项: 五组巷道硬化
上栏日期: 2026-02-11
公开日期: 2026-02-11
项目名称: 五组巷道硬化 640 米
会议日期: 2026-02-06
应到人数: 36
实到人数: 34
同意人数: 32
项目预算: 4,420.00
人均筹资: 20.00
筹资总额: 4,420.00
筹劳总工日: 96
资金来源: |
  来源 | 金额
  村民筹资 | 4,420.00
各组筹资筹劳: |
  组别 | 筹资人口(人) | 减免人数(人) | 缴纳人数(人) | 每人筹资 | 筹资额 | 筹劳(工日)
  五组 | 232 | 11 | 221 | 20.00 | 4,420.00 | 96
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.board.entries import fact
from disclosure.board.entries import money
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.rule import Rule
from disclosure.rules.situation import LEVY_CAP
from disclosure.rules.situation import sum_of

RULE = Rule(
    code="DEC005",
    slug="levy-over-cap",
    title="筹资超过上限",
    severity="warning",
    message="每人筹资 {each} 元，本地的上限是 {cap} 元。",
    help="看人均有没有写错；真的超了，方案要重新议定。",
    basis=("一事一议办法/上限",),
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding where each villager is asked for more than the place says it may."""
    each = fact(filing, "standard") if filing.category.id == "yishi.plan" else None
    cap = sum_of(filing.place, shelf, LEVY_CAP) if each is not None else None
    found = filing.fact("standard")
    if found and each is not None and cap is not None and each > cap:
        yield Diagnostic(RULE.slug, found.cell.span, {"each": money(each), "cap": money(cap)})
