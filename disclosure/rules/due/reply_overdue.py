"""意见过了期限还没有答复。

## 什么问题

公开件里列着的意见，从收到到今天已经超过地方规定的答复天数，还没有答复日期，后面的公开件里也没有再提。

## 为什么

意见提了没有回音，公开栏就没有人信了。各地规定了几日内答复；没有地方规定的地方，这一条不查。

## 怎么改

答复以后写上答复和答复日期；下一期的公开件里接着列出这一条也可以。

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
类别: 意见建议及答复    # <- reply-overdue
期间: 2026-Q3
上栏日期: 2026-10-12
公开日期: 2026-10-12
意见:
  - 编号: 2026-012
    收到日期: 2026-09-18
    渠道: 电话
    意见: 村口的垃圾桶满了没有人拉
    办理结果: 正在办理
收到件数: 1
已答复件数: 0
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Subject
from disclosure.basis.span import whole_file
from disclosure.board.model import Board
from disclosure.board.model import Brief
from disclosure.board.replies import replies
from disclosure.board.world import make_world
from disclosure.catalogue.effective import at_level
from disclosure.rules.rule import Rule

RULE = Rule(
    code="DUE012",
    slug="reply-overdue",
    title="意见过了期限还没有答复",
    severity="warning",
    message="{place}有 {count} 条意见过了 {limit} 日还没有答复。",
    help="答复以后写上「答复」和「答复日期」。",
)


def check_board(board: Board) -> Iterator[Diagnostic]:
    """Yield a finding at the last filing of opinions of a place in which some wait longer than its law allows."""
    world = make_world(board.settings, board.catalogue, board.places, (), board.today)
    told: dict[str, list[Brief]] = {}
    for brief in board.briefs:
        if brief.replies:
            told.setdefault(brief.place, []).append(brief)
    for path, briefs in sorted(told.items()):
        place = board.places[path]
        category = at_level(board.catalogue.categories[briefs[0].category], place.level)
        law = world.law(category, world.profile_of(place), board.today, board.today)
        limit = dict(law.reply_days).get(place.level, 0)
        waiting = replies(briefs, date.min, board.today, limit).overdue if limit else 0
        if waiting:
            last = max(briefs, key=lambda brief: (brief.period, brief.filing_id))
            subject = Subject(path, last.category, last.period, last.filing_id)
            told_of = {"place": place.name, "count": waiting, "limit": limit, "basis": law.source_of("reply")}
            yield Diagnostic(RULE.slug, whole_file(last.path), told_of, subject=subject)
