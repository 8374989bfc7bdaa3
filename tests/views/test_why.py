"""Why a day is the day: who says so, how far the text was seen, where a weekend or a holiday moved it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from disclosure.board.agenda import Waiting
from disclosure.board.agenda import agendas
from disclosure.board.agenda import year_from
from disclosure.board.model import Settings
from disclosure.catalogue.model import Cadence
from disclosure.catalogue.model import Catalogue
from disclosure.catalogue.model import Due
from disclosure.views.why import day_note
from disclosure.views.why import day_reason
from disclosure.views.why import waiting_source
from disclosure.views.why import waiting_words
from tests.board.making import catalogue
from tests.board.test_duties import category
from tests.board.test_duties import place

LAW = "村组法2025/35"


def reasons(today: date, profile: str = "", conditions: dict[str, str] | None = None, **changes: Any) -> list[str]:
    law = category(basis=(LAW,), **changes)
    shelf = Catalogue({law.id: law}, catalogue().citations, catalogue().profiles)
    here = replace(place(), profile=profile, conditions=conditions or {})
    found = agendas(Settings(), shelf, {"a": here}, (), today, year_from(today))["a"]
    return [day_reason(shelf, item, profile) + (f"〔{day_note([item])}〕" if day_note([item]) else "") for item in found.items]


def test_the_products_own_days_say_so() -> None:
    first = reasons(date(2026, 6, 1), due=Due())[0]
    assert first == "第二季度结束后 15 日内（全国没有规定天数，这是本软件的缺省）。"


def test_a_law_is_named_with_its_article() -> None:
    first = reasons(date(2026, 6, 1), due=Due(source="law"))[0]
    assert first.startswith("第二季度结束后 15 日内（《村民委员会组织法》")
    assert first.endswith("第三十五条，全国规定）。")


def test_a_local_rule_is_named_and_how_far_it_holds() -> None:
    first = reasons(date(2026, 6, 1), "chongqing", due=Due())[0]
    assert "《重庆市实施〈村民委员会组织法〉办法》第二十七至三十五条，地方规定，非全国统一" in first


def test_how_far_the_text_was_seen_is_said() -> None:
    seen = {one.id: replace(one, verified="memory") for one in catalogue().citations.values()}
    law = category(basis=(LAW,))
    shelf = Catalogue({law.id: law}, seen, {})
    item = agendas(Settings(), shelf, {"a": place()}, (), date(2026, 6, 1), date(2027, 5, 31))["a"].items[0]
    assert "第三十五条，条文待核，全国规定" in day_reason(shelf, item, "")


def test_a_weekend_moves_the_day() -> None:
    assert "11月15日是星期日，顺延到 11月16日" in reasons(date(2026, 11, 1), cadence=Cadence(("month",)))[0]


def test_a_holiday_moves_the_day() -> None:
    moved = reasons(date(2026, 9, 1), cadence=Cadence(("month",)), due=Due("after", "period_end", 1, source="law"))
    assert any("10月1日放假，顺延到 10月8日" in one for one in moved)


def test_a_day_before_an_end_moves_forward() -> None:
    moved = reasons(date(2026, 4, 1), due=Due("before", "period_end", 10, source="law"))
    assert "6月20日是星期六，提前到 6月18日" in moved[0]


def test_where_the_calendar_ends_nothing_is_moved_and_it_is_said() -> None:
    told = reasons(date(2026, 6, 1), cadence=Cadence(("month",)))
    assert "国务院放假安排只公布到 2026 年，暂未顺延" in told[-1]
    assert "国务院放假安排" not in told[0]
    weekend = [one for one in told if "逢周末" in one]
    assert weekend
    assert all("暂未顺延" in one for one in weekend)


def test_working_days_beyond_the_calendar_are_reckoned_by_the_week() -> None:
    told = reasons(date(2026, 12, 1), due=Due("after", "period_end", 20, "workdays", "law"))
    assert told[0].startswith("第四季度结束后 20 个工作日内（")
    assert "工作日暂按周一至周五推算" in told[0]


def test_busy_places_are_told_why_it_is_every_month() -> None:
    cadence = Cadence(("quarter",), (("financially_busy", "month"),))
    assert "财务往来较多，按月公开" in reasons(date(2026, 6, 1), conditions={"财务往来较多": "是"}, cadence=cadence)[0]
    assert "财务往来较多" not in reasons(date(2026, 6, 1), cadence=cadence)[0]


def test_a_rule_that_waits_for_a_day_is_told_first() -> None:
    due = Due("before", "会议日期", 10, source="law", fallback=Due("after", "period_end", 120))
    told = reasons(date(2026, 12, 1), cadence=Cadence(("year",)), due=due)[0]
    assert told.startswith("应在会议日期前 10 日（《村民委员会组织法》")
    assert "会议日期没定以前，先按 2026年结束后 120 日内（全国没有规定天数，这是本软件的缺省）" in told


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (Due("after", "批准日期", 20, "workdays", "law"), "批准日期后 20 个工作日内"),
        (Due("after", "period_end", 10, source="local"), "事情发生后 10 日内"),
        (Due("same_day", source="law"), "当天"),
        (Due("date", "04-30", 0, source="law"), "4月30日前"),
        (Due("day", "next_month", 20, source="law"), "次月 20 日前"),
        (Due("none", source="law"), "及时公开，没有规定天数"),
        (Due("before", "会议日期", 10), "会议日期前 10 日"),
    ],
)
def test_what_waits_says_within_how_many_days(due: Due, words: str) -> None:
    assert waiting_words(Waiting(category(due=due), due)) == words


def test_what_follows_another_notice_counts_from_it() -> None:
    law = category(follows="x", follows_within=(15, "workdays"))
    assert waiting_words(Waiting(law, law.due)) == "前一步公告后 15 个工作日内"


def test_what_always_stands_has_no_days() -> None:
    waiting = Waiting(category(), Due(), standing=True)
    assert waiting_words(waiting) == "一直公开，有变动就更新"
    assert waiting_source(catalogue(), waiting, "", date(2026, 6, 1)) == ""
    assert waiting_source(catalogue(), Waiting(category(), Due()), "", date(2026, 6, 1)) == "全国没有规定天数，这是本软件的缺省"
