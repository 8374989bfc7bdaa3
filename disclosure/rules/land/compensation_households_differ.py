"""征地补偿分给的户数，与调查登记的户数不一样。

## 什么问题

同一个项目，土地现状调查结果登记了几户，补偿分配表却分给了更多的户；或者钱已经分完（没有结存），分到的户比登记的少。

## 为什么

多出来的一户凭什么分，少了的一户为什么没有分到，村里要能说清。户主过世、分户、卖了附着物，都是说得通的缘由，所以只是值得看一看；这一条不上公开页。

## 怎么改

核对两份名单；有分户、更名、放弃的，在注里写一句。

```yaml bad
# === 调查.yaml
类别: 土地现状调查结果
期间: 2026-02-05
事项: 东环线征地
公示期: 2026-02-10/2026-03-02
上栏日期: 2026-02-10
公开日期: 2026-02-10
项目名称: 云溪县东环线道路工程
调查完成日期: 2026-02-05
登记宗数: 2
调查总面积: 3.85
土地: |
  组别 | 权利人 | 地块 | 地类 | 证载面积(亩) | 实测面积(亩) | 本人确认
  三组 | 孔庆丰 | 渠东一号 | 水田 | 2.10 | 2.10 | 是
  三组 | 周来福 | 渠东二号 | 水田 | 1.75 | 1.75 | 是
签字: {制表: 骆文斌, 负责人: 廖建中}
# === 分配.yaml
类别: 征地补偿费收支与分配
期间: 2026-Q3
上栏日期: 2026-10-12
公开日期: 2026-10-12
项目名称: 云溪县东环线道路工程
期初结存: 0.00
到账: |
  日期 | 拨款单位 | 费用类别 | 金额
  8-06 | 云溪县自然资源局 | 土地补偿费和安置补助费 | 161,700.00
分配: |    # <- compensation-households-differ
  组别 | 户主 | 地类 | 征收面积(亩) | 补偿标准(元/亩) | 土地补偿(元) | 附着物和青苗(元) | 应得合计(元)
  三组 | 孔庆丰 | 水田 | 1.10 | 42,000.00 | 46,200.00 | 0.00 | 46,200.00
  三组 | 周来福 | 水田 | 1.75 | 42,000.00 | 73,500.00 | 0.00 | 73,500.00
  三组 | 杨长根 | 水田 | 1.00 | 42,000.00 | 42,000.00 | 0.00 | 42,000.00
到账合计: 161,700.00
分配合计: 161,700.00
留存使用合计: 0.00
期末结存: 0.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml good
# === 调查.yaml
类别: 土地现状调查结果
期间: 2026-02-05
事项: 东环线征地
公示期: 2026-02-10/2026-03-02
上栏日期: 2026-02-10
公开日期: 2026-02-10
项目名称: 云溪县东环线道路工程
调查完成日期: 2026-02-05
登记宗数: 2
调查总面积: 3.85
土地: |
  组别 | 权利人 | 地块 | 地类 | 证载面积(亩) | 实测面积(亩) | 本人确认
  三组 | 孔庆丰 | 渠东一号 | 水田 | 2.10 | 2.10 | 是
  三组 | 周来福 | 渠东二号 | 水田 | 1.75 | 1.75 | 是
签字: {制表: 骆文斌, 负责人: 廖建中}
# === 分配.yaml
类别: 征地补偿费收支与分配
期间: 2026-Q3
上栏日期: 2026-10-12
公开日期: 2026-10-12
项目名称: 云溪县东环线道路工程
期初结存: 0.00
到账: |
  日期 | 拨款单位 | 费用类别 | 金额
  8-06 | 云溪县自然资源局 | 土地补偿费和安置补助费 | 161,700.00
分配: |
  组别 | 户主 | 地类 | 征收面积(亩) | 补偿标准(元/亩) | 土地补偿(元) | 附着物和青苗(元) | 应得合计(元)
  三组 | 孔庆丰 | 水田 | 2.10 | 42,000.00 | 88,200.00 | 0.00 | 88,200.00
到账合计: 161,700.00
分配合计: 88,200.00
留存使用合计: 0.00
期末结存: 73,500.00
注: [周来福户对面积有异议，复核后再分]
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.board.entries import current
from disclosure.board.entries import entries
from disclosure.board.entries import fact
from disclosure.board.entries import fact_text
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.rule import Rule

RULE = Rule(
    code="LND008",
    slug="compensation-households-differ",
    title="补偿户数与登记户数不一样",
    severity="info",
    message="这个项目到现在分给了 {paid} 户，调查登记的是 {listed} 户，值得看一看。",
    help="核对两份名单；分户、更名、放弃的，在注里写一句缘由。",
    basis=("土地管理法/49",),
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding where more households were paid than the survey lists, or, all money given out, fewer."""
    paid = entries(filing, "payments") if filing.category.id == "land.comp" else ()
    project = fact_text(filing, "project")
    if not paid or not project:
        return
    surveys = [one for one in current(shelf, "land.req.survey") if fact_text(one, "project") == project]
    if not surveys or any(one.table("plots") is None for one in surveys):
        return
    until = [one for one in current(shelf, "land.comp") if fact_text(one, "project") == project and one.period.last <= filing.period.last]
    got, listed = _names(until, "payments", "head"), _names(surveys, "plots", "owner")
    if len(got) > len(listed) or (len(got) < len(listed) and fact(filing, "closing") == 0 and fact(filing, "used") == 0):
        told = {"paid": len(got), "listed": len(listed)}
        yield Diagnostic(RULE.slug, paid[0].table.span, told, related=(Related(surveys[0].span, "调查登记的名单"),))


def _names(filings: Iterable[Filing], table: str, column: str) -> set[tuple[str, str]]:
    found = {(entry.text("group"), entry.text(column)) for filing in filings for entry in entries(filing, table)}
    return {one for one in found if one[1]}
