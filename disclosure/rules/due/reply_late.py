"""意见答复晚了。

## 什么问题

一条意见从收到到答复的天数，超过了地方规定的答复天数。天数从收到的第二天数起。

## 为什么

村民对公布的事项有疑问的，有权要求答复；各地规定了几日内答复。全国的法律没有写天数，没有地方规定的地方，这一条不查。

## 怎么改

先看两个日期有没有写错。确实晚了，如实保留，在答复里说明缘由。

```yaml bad
# === site.yaml
格式: 1
标题: 青禾镇村务公开
地方档案: chongqing
起: 2026-07-01
截止: 2026-10-20
# === 石桥村/place.yaml
名称: 石桥村    # <- missing-filing
级别: 村
slug: shiqiao
监督电话: 0000-6123380
# === 石桥村/三季度意见.yaml
类别: 意见建议及答复
期间: 2026-Q3
上栏日期: 2026-10-12
公开日期: 2026-10-12
意见:
  - 编号: 2026-011
    收到日期: 2026-07-20
    渠道: 意见箱
    意见: 三组路口两盏路灯不亮
    答复: 已更换灯头两只，晚上亮了
    答复日期: 2026-08-17    # <- reply-late
    答复人: 孙玉兰
    办理结果: 已解决
收到件数: 1
已答复件数: 1
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.board.entries import entries
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.places import chain_of
from disclosure.rules.places import posting_category
from disclosure.rules.rule import Rule

RULE = Rule(
    code="DUE011",
    slug="reply-late",
    title="意见答复晚了",
    severity="warning",
    message="{received} 收到的意见 {replied} 才答复，用了 {days} 天，应在 {limit} 日内答复。",
    help="日期写错的改正；确实晚了的，如实保留，在答复里说明缘由。",
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for every answer that took longer than the place's law allows."""
    if filing.category.subject != "feedback":
        return
    law = posting_category(filing, shelf, filing.period.last)
    here = next(chain_of(filing.place, shelf), None)
    limit = dict(law.reply_days).get(here.level, 0) if here else 0
    for entry in entries(filing, "items") if limit else ():
        received, replied = entry.day("date"), entry.day("replied")
        if received and replied and (days := (replied - received).days) > limit:
            told = {"received": received.isoformat(), "replied": replied.isoformat(), "days": days, "limit": limit}
            yield Diagnostic(RULE.slug, entry.span("replied"), {**told, "basis": law.source_of("reply")})
