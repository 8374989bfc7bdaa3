"""Replies to opinions on pages: counts per village, days only where a rule gives some, nobody named."""

from __future__ import annotations

from dataclasses import replace

from disclosure.board.model import Board
from disclosure.board.model import Filing
from disclosure.views.answering import limit_of
from disclosure.views.answering import own_replies
from disclosure.views.answering import replies_tally
from disclosure.views.answering import since
from tests.board.test_replies import FILED
from tests.views.making import PLACES
from tests.views.making import SETTINGS
from tests.views.making import TODAY
from tests.views.making import TOWN
from tests.views.making import VILLAGE
from tests.views.making import board
from tests.views.making import read


def national(world: Board) -> Board:
    return replace(world, settings=replace(SETTINGS, profile="national"))


def world(*filings: Filing) -> Board:
    return board(*(filings or (read(FILED),)))


def test_a_profile_gives_the_days() -> None:
    assert (limit_of(world(), VILLAGE), limit_of(world(), TOWN)) == (3, 10)
    assert limit_of(national(world()), VILLAGE) == 0


def test_the_table_counts_and_calls_overdue_what_is() -> None:
    tally = replies_tally(world(), list(PLACES.values()))
    assert tally is not None
    row = next(row for row in tally.rows if row.name == VILLAGE.name)
    assert row.cells == ("2", "1", "1", "2", "1")
    assert row.lacking == (4,)
    assert "村里 3 日内答复" in tally.note
    assert "褚" not in repr(tally)
    silent = next(row for row in tally.rows if row.name == "东坡村")
    assert silent.cells == ("—",) * 5


def test_without_a_rule_no_column_of_replies_in_time() -> None:
    tally = replies_tally(national(world()), list(PLACES.values()))
    assert tally is not None
    assert all(len(row.cells) == len(tally.heads) - 1 == 4 for row in tally.rows)
    assert "全国没有统一的答复天数" in tally.note


def test_a_village_tells_it_in_a_sentence() -> None:
    found = own_replies(world(), VILLAGE)
    assert found is not None
    assert found.lead.striptags() == "2025年第四季度以来收到意见 2 件，已答复 1 件，还有 1 件没有答复，最长的用了 2 天。在规定的 3 天内答复的有 1 件。"  # type: ignore[attr-defined]
    quick = FILED.replace("2026-07-22", "2026-07-20").replace("办理结果: 正在办理", "答复: 已还清, 答复日期: 2026-08-18, 办理结果: 已解决").replace("已答复件数: 1", "已答复件数: 2")
    same_day = own_replies(national(world(read(quick))), VILLAGE)
    assert same_day is not None
    assert same_day.lead.striptags().endswith("都已答复，都在当天。")  # type: ignore[attr-defined]


def test_where_nobody_raised_anything_nothing_is_shown() -> None:
    nil = "类别: 意见建议及答复\n期间: 2026-Q3\n上栏日期: 2026-10-12\n公开日期: 2026-10-12\n本期无: 没有收到意见\n"
    empty = world(read(nil))
    assert replies_tally(empty, list(PLACES.values())) is None
    assert own_replies(empty, VILLAGE) is None


def test_opinions_are_told_of_for_four_quarters_and_this_one() -> None:
    assert since(TODAY).isoformat() == "2025-10-01"
