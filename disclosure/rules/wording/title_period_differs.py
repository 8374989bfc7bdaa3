"""标题说的时间和期间对不上。

## 什么问题

标题里写的年、季、月，和「期间」（或「所属期」）不是一回事。

## 为什么

标题是大家先看的。拿上个月的表改，忘了改标题，看的人会以为贴错了；把去年的钱放在今年的标题下，就查不清了。

## 怎么改

改标题或改期间；发的是以前年度的钱，写上「所属期」。

```yaml bad
类别: 其他公示
期间: 2026-03
标题: 2026年2月用水公示    # <- title-period-differs
上栏日期: 2026-04-06
公开日期: 2026-04-06
正文: 水表抄完了。
```

```yaml good
类别: 其他公示
期间: 2026-03
标题: 2026年3月用水公示
上栏日期: 2026-04-06
公开日期: 2026-04-06
正文: 水表抄完了。
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.period import Period
from disclosure.basis.period import parse_period
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.rule import Rule

RULE = Rule(
    code="TXT004",
    slug="title-period-differs",
    title="标题和期间对不上",
    severity="warning",
    message="标题说的是{told}，期间写的是{period}。",
    help="改标题或改期间；发的是以前年度的钱，加一行「所属期: {canonical}」。",
)

_PART = re.compile(r"20\d\d年(?:第?[一二三四1-4]季度|(?:1[0-2]|0?[1-9])月(?!\d*日)|[上下]半年)")
_YEAR = re.compile(r"20\d\d年度")
_OF_MONEY = ("finance", "subsidy")
"""Subjects whose titles name the year of the money; «2024年度高标准农田项目» elsewhere is a project's own name."""


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding where no period that the title names has anything to do with the filing's own.

    Of notices of a day nothing is asked: they tell of other times.
    """
    del shelf
    if filing.period.unit not in ("month", "quarter", "half", "year"):
        return
    found = [*_PART.finditer(filing.title), *(_YEAR.finditer(filing.title) if filing.category.subject in _OF_MONEY else ())]
    told = [period for match in found if (period := parse_period(match[0]))]
    own = [filing.period, *([filing.covers] if filing.covers else [])]
    if told and "title" in filing.keys and not any(_touch(one, other) for one in told for other in own):
        arguments = {"told": told[0].words(), "canonical": told[0].canonical, "period": filing.period.words()}
        yield Diagnostic(RULE.slug, filing.keys["title"], arguments)


def _touch(one: Period, other: Period) -> bool:
    return one.first <= other.last and other.first <= one.last
