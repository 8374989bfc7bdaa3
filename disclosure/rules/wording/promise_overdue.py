"""说好的日子过了，还没有下文。

## 什么问题

公开件里写了什么时候办好（整改期限、完成时限、答复期限、兑付时间，或者「将于2026年8月底前发放」），那一天已经过了，这一行没有写办好了，后来也没有公开件再说这件事。

## 为什么

说了就要有下文。办好了没有写，村民以为没有办；没有办成，也要说一声为什么、什么时候再办。

办好以后要公布，也要有时间：过了那一天，再等到下一期该公开的时候（至少十五天）才提醒。状态写了已完成、已答复的，后面又有同一类别、同一事项公开件的，写了「后续」的，请村民、承租人在什么时候以前做什么的，都不报。这是提醒，不是错；只给村里和乡镇看，不上公开页。

## 怎么改

办好了的，写上状态，或者写一行「后续」；没有办成的，写明原因和新的日子。

```yaml bad
类别: 其他公示
期间: 2026-06-08
上栏日期: 2026-06-08
公开日期: 2026-06-08
正文: |
  机动地承包款已收齐，将于2026年8月底前发放到户。    # <- promise-overdue
```

```yaml bad
类别: 其他公示
期间: 2026-06-08
事项: 三资检查
上栏日期: 2026-06-08
公开日期: 2026-06-08
表:
  - 名: 整改
    行: |
      问题 | 整改期限 | 状态
      仓库合同到期没有重新竞价 | 2026-08-31 | 正在整改    # <- promise-overdue
      两次培训多报销餐费 | 2026-07-31 | 已完成
```

```yaml good
类别: 其他公示
期间: 2026-06-08
上栏日期: 2026-06-08
公开日期: 2026-06-08
正文: |
  机动地承包款已收齐，将于2026年8月底前发放到户。
后续: 2026 年 8 月 26 日已发放到户，见 8 月收支明细。
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from datetime import timedelta

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Subject
from disclosure.basis.period import Period
from disclosure.basis.period import parse_period
from disclosure.board.flow import Promise
from disclosure.board.model import Board
from disclosure.board.model import Brief
from disclosure.board.standing import replaced
from disclosure.rules.rule import Rule

RULE = Rule(
    code="TXT007",
    slug="promise-overdue",
    title="说好的日子过了没有下文",
    severity="info",
    message="说的是 {until} 前办好，到现在过了 {days} 天，还没有看到下文，值得补一句。",
    help="办好了的，写上状态，或者加一行「后续: …」；没有办成的，写明原因和新的日子。",
)

TIME_TO_TELL = timedelta(days=15)
OLD = timedelta(days=400)
"""What lies further back is history that nobody will add to."""

_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_SAYS_NOTHING = frozenset(
    ("公示", "公开", "公布", "公告", "情况", "工作", "村民", "完成", "整改", "发放", "问题", "本村", "项目", "资金", "将于", "计划", "年度", "季度", "月底", "底前", "前完", "名单", "明细", "其他", "建设", "落实", "事项", "收支")
)


def check_board(board: Board) -> Iterator[Diagnostic]:
    """Yield a finding for every promise whose day is over, with time to tell of it, and of which nothing has been told."""
    heirs = {old: place.path for place in board.places.values() for old in place.succeeds}
    gone = replaced(board.briefs)
    by_place: dict[str, list[Brief]] = {}
    for brief in board.briefs:
        by_place.setdefault(heirs.get(brief.place, brief.place), []).append(brief)
    for brief in board.briefs:
        due = [one for one in brief.promises if _is_overdue(one, brief, board.today)]
        if due and brief.filing_id not in gone:
            later = [other for other in by_place[heirs.get(brief.place, brief.place)] if _shown(other) > _shown(brief)]
            yield from (_found(one, brief, board.today) for one in due if not any(_speaks_of(other, brief, one, board) for other in later))


def _is_overdue(promise: Promise, brief: Brief, today: date) -> bool:
    """Tell whether a day is over and the time to tell of it too: to the end of such a period, and fifteen days."""
    if not promise.until < today <= promise.until + OLD:
        return False
    period = parse_period(brief.period)
    end = _end_of(period.unit, promise.until) if period else promise.until
    return max(end, promise.until) + TIME_TO_TELL < today


def _end_of(unit: str, day: date) -> date:
    """Return the last day of the month, quarter, half or year that holds a day; the day itself for other periods."""
    words = {
        "month": f"{day.year}-{day.month:02d}",
        "quarter": f"{day.year}-Q{(day.month + 2) // 3}",
        "half": f"{day.year}-H{(day.month + 5) // 6}",
        "year": str(day.year),
    }
    period: Period | None = parse_period(words[unit]) if unit in words else None
    return period.last if period else day


def _shown(brief: Brief) -> date:
    return min((day for day in (brief.posted_on, brief.published_on) if day), default=date.min)


def _speaks_of(other: Brief, brief: Brief, promise: Promise, board: Board) -> bool:
    """Tell whether a later filing may tell what became of it: one of its kind or matter, or with words in common."""
    if other.category == brief.category != "other.notice" or (brief.matter and brief.matter == other.matter):
        return True
    category = board.catalogue.categories.get(other.category)
    told = " ".join((other.title, other.matter, other.follow_up))
    pairs = _pairs(promise.words)
    return any(pair in told for pair in pairs) or sum(pair in category.name for pair in pairs if category) > 1


def _pairs(words: str) -> set[str]:
    """Return every two characters in a row that say what something is about."""
    return {run[at : at + 2] for run in _HAN.findall(words) for at in range(len(run) - 1)} - _SAYS_NOTHING


def _found(promise: Promise, brief: Brief, today: date) -> Diagnostic:
    subject = Subject(brief.place, brief.category, brief.period, brief.filing_id, promise.row)
    told = {"until": promise.until.isoformat(), "days": (today - promise.until).days}
    return Diagnostic(RULE.slug, promise.span, told, subject=subject)
