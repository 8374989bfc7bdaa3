"""The calendar's page and its sheet for the wall: what the agenda holds, in words, no more and no less."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import settings as how
from hypothesis import strategies as st

from disclosure.board.model import Board
from disclosure.views.calendar import calendar_view
from disclosure.views.calendar import coming
from disclosure.views.dates import CalendarView
from disclosure.views.dates import WallView
from disclosure.views.wall import wall_view
from disclosure.views.wall import whole_months
from tests.views.making import DIBAO
from tests.views.making import LEDGER
from tests.views.making import SETTINGS
from tests.views.making import SUBSIDY
from tests.views.making import VILLAGE
from tests.views.making import board
from tests.views.making import read


@pytest.fixture(scope="module")
def world() -> Board:
    return board(read(LEDGER), read(SUBSIDY), read(DIBAO))


@pytest.fixture(scope="module")
def page(world: Board) -> CalendarView:
    return calendar_view(world, coming(world)[VILLAGE.path])


def names(view: CalendarView) -> list[tuple[str, str, str]]:
    return [(day.iso, group.period, item.name) for month in view.months for day in month.days for group in day.groups for item in group.items]


def test_every_item_of_the_agenda_stands_on_its_day(world: Board, page: CalendarView) -> None:
    agenda = coming(world)[VILLAGE.path]
    due = [item.duty.due_on for item in agenda.items]
    assert sorted(iso for iso, *_ in names(page)) == [day.isoformat() for day in due if day]
    assert f"{len(due)} 项" in str(page.lead)
    assert sum(month.count for month in page.months) == len(due)


def test_months_and_days_are_in_order_and_named(page: CalendarView) -> None:
    assert [month.anchor for month in page.months] == sorted(month.anchor for month in page.months)
    assert len({month.anchor for month in page.months}) == len(page.months)
    for month in page.months:
        for day in month.days:
            told = date.fromisoformat(day.iso)
            assert (day.number, month.name, day.words) == (str(told.day), f"{told.year}年{told.month}月", f"{told.month}月{told.day}日")
            assert day.weekday == "星期" + "一二三四五六日"[told.weekday()]


def test_a_group_says_its_reason_and_every_item_its_laws(page: CalendarView) -> None:
    for month in page.months:
        for group in (group for day in month.days for group in day.groups):
            assert group.why.endswith("。")
            assert any(word in group.why for word in ("结束后", "前", "日期后"))
            assert all(law.path.startswith("laws/law/") for law in group.laws)
            assert 0 < len(group.laws) == len(set(group.laws))
            assert all(item.path.startswith("laws/category/") for item in group.items)


def test_a_period_of_another_year_names_it(page: CalendarView) -> None:
    january = next(month for month in page.months if month.name == "2027年1月")
    assert "2026年第四季度" in [group.period for group in january.days[0].groups]


def test_board_only_and_conditions_are_said(world: Board) -> None:
    unpaid = board(read(LEDGER))
    page = calendar_view(unpaid, coming(unpaid)[VILLAGE.path])
    items = {item.name: item for month in page.months for day in month.days for group in day.groups for item in group.items}
    assert items["耕地地力保护补贴"].why == "石桥村有“耕地地力保护补贴”这一项，所以要公开。"
    poor = replace(VILLAGE, conditions={"低保": "是"})
    there = replace(world, places={**world.places, VILLAGE.path: poor})
    view = calendar_view(there, coming(there)[VILLAGE.path])
    notes = {item.name: item.note for month in view.months for day in month.days for group in day.groups for item in group.items}
    assert notes["低保对象"] == "只贴公开栏，不上网"
    assert notes["收支汇总"] == ""


def test_what_is_overdue_is_counted_and_led_to(world: Board, page: CalendarView) -> None:
    missing = sum(duty.place == VILLAGE.path and duty.status == "missing" for duty in world.duties)
    assert page.overdue is not None
    assert f"{missing} 项" in page.overdue.text
    assert page.overdue.path == "qinghe/shiqiao/index.html#missing"


def test_what_comes_down_leads_to_its_page(page: CalendarView) -> None:
    assert [(one.when, one.text, one.path) for one in page.closings] == [("11月21日", "十月财务收支明细", "qinghe/shiqiao/fin-ledger/2026-10/index.html")]


def test_events_stand_apart_with_their_days(page: CalendarView) -> None:
    shelves = {shelf.name: [(one.name, one.when) for one in shelf.items] for shelf in page.waiting}
    assert ("救灾款物", "事情发生后 10 日内") in shelves["救助"]
    assert "其他公示" not in str(shelves)


def test_the_feed_holds_the_same_and_reminds_once_a_day(page: CalendarView) -> None:
    due = [entry for entry in page.entries if entry.words.startswith("最迟")]
    assert sorted((entry.day.isoformat(), entry.summary) for entry in due) == sorted((iso, f"石桥村：{period}{name}") for iso, period, name in names(page))
    assert len({entry.uid for entry in page.entries}) == len(page.entries)
    days = [entry.day for entry in due if entry.alarm]
    assert len(days) == len(set(days)) == len({entry.day for entry in due})
    assert all(entry.url == "https://example.org/qinghe/qinghe/shiqiao/calendar/" for entry in page.entries)
    assert len(due) + len(page.closings) == len(page.entries)


def test_names_in_the_feed_outlive_the_day(world: Board) -> None:
    tomorrow = board(read(LEDGER), read(SUBSIDY), read(DIBAO), today=date(2026, 11, 14))
    now, then = (calendar_view(one, coming(one)[VILLAGE.path]) for one in (world, tomorrow))
    known = {entry.summary: entry.uid for entry in now.entries}
    assert all(known.get(entry.summary, entry.uid) == entry.uid for entry in then.entries)


def test_a_place_that_owes_nothing_has_no_calendar(world: Board) -> None:
    empty = replace(world, catalogue=replace(world.catalogue, categories={}))
    assert coming(empty) == {}
    assert whole_months(empty) == {}


def rows(view: WallView) -> list[tuple[str, str, str]]:
    """The rows as they are read: a day or a period that is left out is that of the row above."""
    found, day, span = [], "", ""
    for month in view.months:
        day = span = ""
        for own, name, of in month.rows:
            span = of or span
            day = own or day
            found.append((f"{month.name}{day}", span, name))
    return found


@how(max_examples=20, deadline=None)
@given(st.integers(1, 30))
def test_the_wall_is_the_same_on_every_day_of_the_month(day: int) -> None:
    today, first = (board(read(LEDGER), today=date(2026, 11, one)) for one in (day, 1))
    bare = board(today=date(2026, 11, 1))
    assert len({wall_view(one, whole_months(one)[VILLAGE.path]) for one in (today, first, bare)}) == 1


def test_the_wall_holds_whole_months(world: Board) -> None:
    view = wall_view(world, whole_months(world)[VILLAGE.path])
    agenda = whole_months(world)[VILLAGE.path]
    assert view.period_words == "2026年11月至2027年10月"
    told = {(f"{day.year}年{day.month}月{day.day}日", item.ask.law.name) for item in agenda.items if (day := item.duty.due_on)}
    assert {(day, name) for day, _, name in rows(view)} == told
    assert len(rows(view)) == len(agenda.items)
    assert view.phones[0] == ("石桥村监督电话", "0000-6123341")
    assert view.url == f"{SETTINGS.url}/qinghe/shiqiao/calendar/"
    assert "救灾款物" in view.events
