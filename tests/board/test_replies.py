"""Replies to opinions are counted once, with their days, and only from filings that are out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from disclosure.board.model import Brief
from disclosure.board.replies import Replies
from disclosure.board.replies import replies
from disclosure.views.brief import brief as brief_of
from tests.views.making import read
from tests.views.making import shelf

TODAY = date(2026, 11, 21)
SINCE = date(2025, 10, 1)
FILED = """
    类别: 意见建议及答复
    期间: 2026-Q3
    上栏日期: 2026-10-12
    公开日期: 2026-10-12
    意见:
      - {编号: 2026-011, 收到日期: 2026-07-20, 提出人: 褚满仓, 意见: 路灯不亮了, 答复: 已换灯头, 答复日期: 2026-07-22, 答复人: 孙玉兰, 办理结果: 已解决}
      - {编号: 2026-012, 收到日期: 2026-08-18, 意见: 二组鱼塘承包费为什么还有欠缴, 办理结果: 正在办理}
    收到件数: 2
    已答复件数: 1
"""


def filed(period: str, *days: tuple[date, date | None], **more: object) -> Brief:
    """Return the brief of a filing of opinions."""
    filing = read(FILED)
    base = brief_of(filing, shelf(filing))
    plain = replace(base, filing_id=f"a/feedback/{period}", period=period, replies=days, facts={})
    return replace(plain, **more)  # type: ignore[arg-type]


def told(*briefs: Brief, limit: int = 5) -> Replies:
    return replies(briefs, SINCE, TODAY, limit)


def test_a_brief_tells_the_days_and_nobody() -> None:
    filing = read(FILED)
    found = brief_of(filing, shelf(filing))
    assert found.replies == ((date(2026, 7, 20), date(2026, 7, 22)), (date(2026, 8, 18), None))
    assert "褚" not in repr(found.replies)
    assert brief_of(filing, shelf(filing), held=True).replies == ()


def test_counts_and_days() -> None:
    found = told(filed("2026-Q3", (date(2026, 7, 1), date(2026, 7, 1)), (date(2026, 7, 2), date(2026, 7, 10)), (date(2026, 9, 1), None)))
    assert found == Replies(filings=1, raised=3, answered=2, timed=2, within=1, longest=8, overdue=1)
    assert found.open == 1
    assert told(filed("2026-Q3", (date(2026, 9, 1), None)), limit=0).overdue == 0


def test_an_opinion_carried_over_counts_once() -> None:
    found = told(filed("2026-Q3", (date(2026, 9, 1), date(2026, 10, 1))), filed("2026-Q2", (date(2026, 9, 1), None), facts={"received": Decimal(1)}))
    assert (found.filings, found.raised, found.answered) == (2, 1, 1)


def test_a_filing_that_only_counts_is_counted() -> None:
    found = told(filed("2026-Q3", facts={"received": Decimal(4), "answered": Decimal(3)}))
    assert (found.raised, found.answered, found.timed, found.longest) == (4, 3, 0, -1)


def test_what_is_superseded_held_back_old_or_of_tomorrow_does_not_count() -> None:
    day = (date(2026, 7, 1), date(2026, 7, 2))
    old = filed("2026-Q2", day)
    late = date(2026, 12, 1)
    out = (
        replace(old, supersedes=""),
        filed("2026-Q3", supersedes=old.filing_id),
        filed("2026-Q1", day, held=True),
        filed("2025-Q3", day),
        filed("2025-Q4", day, published_on=late, posted_on=late, issued_on=None),
    )
    assert told(*out).raised == 0


day = st.dates(date(2026, 6, 1), TODAY)


@given(st.lists(st.tuples(day, st.none() | day), max_size=12), st.integers(0, 20))
def test_counts_add_up(days: list[tuple[date, date | None]], limit: int) -> None:
    ordered = tuple((asked, max(asked, answered) if answered else None) for asked, answered in days)
    found = told(filed("2026-Q3", *ordered), limit=limit)
    assert found.raised == len(days)
    assert 0 <= found.within <= found.timed == found.answered <= found.raised
    assert found.overdue <= found.open
