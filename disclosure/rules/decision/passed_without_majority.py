"""赞成的不够数，结论却写通过。

## 什么问题

村民会议、村民代表会议的赞成票没有过到会人数的一半；成员大会的赞成票不到全体成员的三分之二；一事一议的同意人数没有过到会人数的一半。结论却写着通过。

## 为什么

票数不够，决定不成立。票数写错了也要改，村民是照着数的。

## 怎么改

对着会议记录改票数或结论；真的没有通过，如实公开。

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
    实到: 30
    赞成: 15    # <- passed-without-majority
    反对: 12
    弃权: 3
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
    实到: 30
    赞成: 15
    反对: 12
    弃权: 3
    结论: 未通过
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from disclosure.basis.diagnostic import Diagnostic
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.rule import Rule
from disclosure.rules.votes import BASIS
from disclosure.rules.votes import MEMBERS
from disclosure.rules.votes import Vote
from disclosure.rules.votes import votes

RULE = Rule(
    code="DEC003",
    slug="passed-without-majority",
    title="赞成票不够却写通过",
    severity="error",
    message="{whole} {of} 人，赞成 {agree} 人，{short}，结论却是通过。",
    help="对着会议记录改票数或结论；真的没有通过，如实公开。",
    basis=("村组法2025/会议", "村组法2018/会议"),
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for every vote that is said to be carried and was not."""
    for vote in votes(filing):
        if not _binds(BASIS[vote.meeting], filing, shelf):
            continue
        whole = vote.expected if vote.meeting == MEMBERS else vote.present
        if vote.agree is None or whole is None or whole <= 0 or carried(vote, whole):
            continue
        told = {
            "whole": "全体成员" if vote.meeting == MEMBERS else "到会",
            "of": f"{whole:.0f}",
            "agree": f"{vote.agree:.0f}",
            "short": "不到三分之二" if vote.meeting == MEMBERS else "没有过半",
            "basis": BASIS[vote.meeting],
        }
        yield Diagnostic(RULE.slug, vote.agreed_at, told)


def _binds(laws: tuple[str, ...], filing: Filing, shelf: Shelf) -> bool:
    """Tell whether one of these laws was in force when the vote was taken."""
    known = [shelf.catalogue.citations[name] for name in laws if name in shelf.catalogue.citations]
    return any(not law.in_force_from or law.in_force_from <= filing.period.first for law in known)


def carried(vote: Vote, whole: Decimal) -> bool:
    """Tell whether enough agreed: two thirds of all members, else more than half of those who came."""
    agree = vote.agree or Decimal(0)
    return 3 * agree >= 2 * whole if vote.meeting == MEMBERS else 2 * agree > whole
