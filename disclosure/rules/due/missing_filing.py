"""该公开的没有公开。

## 什么问题

到了期限，目录要求公开的一项还没有公开件。

## 为什么

村民有权知道的事，不公开就是缺了一块；缺的这一块会在首页、公示栏和这一项自己的网址上显示出来。

## 怎么改

补上。真的没有发生，签字写一份零报告 `本期无: …`，它和漏报是两回事。
期限分三种：法定的、地方规定的、产品缺省的；产品缺省的不是法律要求，消息里会写明。

```yaml bad
# === site.yaml
格式: 1
标题: 青禾镇村务公开
起: 2026-10-01
截止: 2026-11-20
# === 石桥村/place.yaml
名称: 石桥村    # <- missing-filing
级别: 村
slug: shiqiao
监督电话: 0000-6123380
情况: {财务往来较多: 是}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Subject
from disclosure.basis.span import whole_file
from disclosure.board.model import Board
from disclosure.board.model import Status
from disclosure.rules.duties import duty_arguments
from disclosure.rules.rule import Rule

RULE = Rule(
    code="DUE001",
    slug="missing-filing",
    title="该公开的没有公开",
    severity="error",
    message="{place}「{category}」{period}⟦（{item}）⟧应⟦在 {due} 前⟧公开，还没有。{source}。",
    help="新建一份：\npython build.py new {category} {folder} {canonical}\n没有发生的，写零报告：\n本期无: 本期没有…",
)


def check_board(board: Board) -> Iterator[Diagnostic]:
    """Yield a finding at the place's own file for every duty that is past its day without a filing."""
    for duty in board.duties:
        if duty.status is Status.MISSING:
            place = board.places[duty.place]
            yield Diagnostic(
                RULE.slug,
                whole_file(place.span.path),
                duty_arguments(duty, board),
                subject=Subject(duty.place, duty.category, duty.period),
            )
