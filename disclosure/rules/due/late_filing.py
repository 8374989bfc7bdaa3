"""公开晚了。

## 什么问题

最早的一次公开（上栏或上网）晚于期限。

## 为什么

晚了的公开，村民错过了提问和提异议的时间。

## 怎么改

先看日期有没有写错。确实晚了，如实保留；有正当原因的写豁免并写明到哪一天为止。
法定必须公开的事项，村里不能自己豁免。

```yaml bad
# === site.yaml
格式: 1
标题: 青禾镇村务公开
起: 2026-10-01
截止: 2026-12-10
# === 石桥村/place.yaml
名称: 石桥村    # <- missing-filing
级别: 村
slug: shiqiao
监督电话: 0000-6123380
情况: {财务往来较多: 是}
# === 石桥村/十月.yaml
类别: 财务收支明细    # <- late-filing
期间: 2026-10
上栏日期: 2026-12-08
公开日期: 2026-12-08
期初余额: 1,000.00
收支明细: |
  日期 | 凭证号 | 摘要 | 支出
  10-18 | 记-002 | 路灯维修 3 盏 | 621.00
期末余额: 379.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
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
    code="DUE002",
    slug="late-filing",
    title="公开晚了",
    severity="error",
    message="应在 {due} 前公开，{shown} 才公开，晚了 {late} 天。{source}。",
    help="日期写错的改正；确实晚了的，写明原因：\n豁免:\n  - {{规则: late-filing, 原因: …, 至: …}}",
)


def check_board(board: Board) -> Iterator[Diagnostic]:
    """Yield a finding at the filing that came after its day."""
    for duty in board.duties:
        if duty.status is Status.LATE:
            yield Diagnostic(
                RULE.slug,
                whole_file(duty.filing),
                duty_arguments(duty, board),
                subject=Subject(duty.place, duty.category, duty.period, duty.filing_id),
            )
