"""到会的人不够，会议却做了决定。

## 什么问题

村民代表会议到会的不到应到的三分之二，或者村民会议到会的不到一半，结论写着通过。

## 为什么

人数不够，会议不能开，决定不算数。

村民会议可以按村民算（过半数），也可以按户代表算（三分之二），两种都够不上才报。应到、实到没有写的不报。

## 怎么改

先看应到、实到有没有写错；真的不够，重新开会，再公开。

```yaml bad
类别: 村民会议决定及实施
期间: 2026-Q3
上栏日期: 2026-10-12
公开日期: 2026-10-12
决定:
  - 日期: 2026-07-16
    会议: 村民代表会议
    议题: 二组渠道修复方案
    应到: 36
    实到: 20    # <- quorum-short
    赞成: 18
    反对: 0
    弃权: 2
    结论: 通过
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml good
类别: 村民会议决定及实施
期间: 2026-Q3
上栏日期: 2026-10-12
公开日期: 2026-10-12
决定:
  - 日期: 2026-07-16
    会议: 村民代表会议
    议题: 二组渠道修复方案
    应到: 36
    实到: 24
    赞成: 22
    反对: 0
    弃权: 2
    结论: 通过
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.rule import Rule
from disclosure.rules.votes import ASSEMBLY
from disclosure.rules.votes import BASIS
from disclosure.rules.votes import DELEGATES
from disclosure.rules.votes import votes

RULE = Rule(
    code="DEC002",
    slug="quorum-short",
    title="到会人数不够",
    severity="warning",
    message="{meeting}应到 {expected} 人，实到 {present} 人，{short}，结论却是通过。",
    help="看应到、实到有没有写错；真的不够，重新开会后再公开。",
    basis=("村组法2025/会议", "村组法2018/会议"),
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for every decision of a meeting to which too few came for it to be held."""
    del shelf
    for vote in votes(filing):
        due, came = vote.expected, vote.present
        if due is None or came is None or due <= 0:
            continue
        too_few = {DELEGATES: 3 * came < 2 * due, ASSEMBLY: 2 * came <= due}.get(vote.meeting, False)
        if too_few:
            short = "不到三分之二" if vote.meeting == DELEGATES else "没有过半"
            told = {"meeting": vote.meeting, "expected": f"{due:.0f}", "present": f"{came:.0f}", "short": short, "basis": BASIS[vote.meeting]}
            yield Diagnostic(RULE.slug, vote.came_at, told)
