"""What will be owed: the same days as the duties will tell later, nothing filed, nothing past, nothing of tomorrow."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import settings as how
from hypothesis import strategies as st

from disclosure.basis.span import Span
from disclosure.board.agenda import Agenda
from disclosure.board.agenda import agendas
from disclosure.board.agenda import closings
from disclosure.board.agenda import year_from
from disclosure.board.duties import duties
from disclosure.board.model import Brief
from disclosure.board.model import Duty
from disclosure.board.model import Event
from disclosure.board.model import Place
from disclosure.board.model import Settings
from disclosure.board.model import Status
from disclosure.catalogue.model import Cadence
from disclosure.catalogue.model import Catalogue
from disclosure.catalogue.model import Category
from disclosure.catalogue.model import Due
from tests.board.making import catalogue
from tests.board.test_duties import brief
from tests.board.test_duties import category
from tests.board.test_duties import place

CONDITIONS = ("低保", "征地", "土地流转", "宅基地审批", "耕地地力保护补贴", "财务往来较多")
LEVELS = ("village", "group", "township")
PROFILES = ("", "chongqing", "shandong")
DAYS = st.dates(date(2025, 1, 1), date(2026, 12, 31))


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Settings, dict[str, Place], date]:
    """A site, its places with their own starts and conditions, and a day."""
    today = draw(DAYS)
    start = draw(st.dates(date(2024, 6, 1), date(2026, 6, 1)))
    places = {}
    for name in draw(st.sets(st.sampled_from("abc"), min_size=1)):
        conditions = {one: draw(st.sampled_from(("是", "否"))) for one in draw(st.sets(st.sampled_from(CONDITIONS)))}
        own = draw(st.none() | st.dates(date(2025, 1, 1), date(2027, 1, 1)))
        places[name] = place(name, level=draw(st.sampled_from(LEVELS)), conditions=conditions, start=own, profile=draw(st.sampled_from(PROFILES)))
    return Settings(start=start), places, today


def told(world: tuple[Settings, dict[str, Place], date], *briefs: Brief) -> dict[str, Agenda]:
    site, places, today = world
    return agendas(site, catalogue(), places, briefs, today, year_from(today))


def identity(duty: Duty) -> tuple[str, str, str, str, date | None, date | None, str]:
    return duty.place, duty.category, duty.period, duty.item, duty.due_on, duty.due_raw, duty.due_source


@how(max_examples=60, deadline=None)
@given(worlds())
def test_the_days_are_those_the_duties_will_tell(world: tuple[Settings, dict[str, Place], date]) -> None:
    site, places, today = world
    last = year_from(today)
    later = duties(site, catalogue(), places, (), today + timedelta(days=370 + 92))
    due = {identity(one) for one in later if one.source == "calendar" and one.due_on and today <= one.due_on <= last}
    assert {identity(item.duty) for agenda in told(world).values() for item in agenda.items} == due


@how(max_examples=40, deadline=None)
@given(worlds())
def test_all_that_is_due_today_stands_on_it(world: tuple[Settings, dict[str, Place], date]) -> None:
    site, places, today = world
    due = {identity(one) for one in duties(site, catalogue(), places, (), today) if one.status is Status.DUE and one.source == "calendar"}
    mine = {identity(item.duty) for agenda in told(world).values() for item in (*agenda.items, *agenda.undated)}
    assert due <= mine


@how(max_examples=40, deadline=None)
@given(worlds())
def test_nothing_before_today_nothing_after_the_year_and_in_order(world: tuple[Settings, dict[str, Place], date]) -> None:
    *_, today = world
    for agenda in told(world).values():
        days = [item.duty.due_on for item in agenda.items]
        assert all(day is not None and today <= day <= year_from(today) for day in days)
        assert days == sorted(day for day in days if day)
        assert len({identity(item.duty) for item in agenda.items}) == len(days)


@how(max_examples=30, deadline=None)
@given(worlds(), st.data())
def test_what_is_filed_is_owed_no_longer_and_all_else_is(world: tuple[Settings, dict[str, Place], date], data: st.DataObject) -> None:
    *_, today = world
    items = [item for agenda in told(world).values() for item in agenda.items if not item.ask.stage]
    if not items:
        return
    one = data.draw(st.sampled_from(items))
    filed = brief(one.duty.period, today, one.duty.place, one.duty.category)
    tomorrow = brief(one.duty.period, today + timedelta(days=1), one.duty.place, one.duty.category)
    left = {identity(item.duty) for agenda in told(world, filed).values() for item in agenda.items}
    unchanged = {identity(item.duty) for agenda in told(world, tomorrow).values() for item in agenda.items}
    before = {identity(item.duty) for item in items} | unchanged
    assert identity(one.duty) not in left
    assert left <= before
    assert {entry for entry in before - left if entry[1] != one.duty.category} == set()
    assert unchanged == {identity(item.duty) for agenda in told(world).values() for item in agenda.items}


@how(max_examples=60)
@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_year_is_twelve_months(first: date) -> None:
    last = year_from(first)
    assert (last - first).days in (364, 365)
    assert (last + timedelta(days=1)).month == (3 if (first.month, first.day) == (2, 29) else first.month)


def alone(law: Category, today: date, *briefs: Brief, others: tuple[Category, ...] = (), **changes: object) -> Agenda:
    laws = {one.id: one for one in (law, *others)}
    here = replace(place(), **changes)  # type: ignore[arg-type]
    return agendas(Settings(), Catalogue(laws, {}, catalogue().profiles), {"a": here}, briefs, today, year_from(today))["a"]


TODAY = date(2026, 4, 10)


def test_a_period_that_ended_and_is_still_due_stands_first() -> None:
    agenda = alone(category(), TODAY)
    assert [(one.duty.period, one.duty.due_on) for one in agenda.items][:2] == [("2026-Q1", date(2026, 4, 15)), ("2026-Q2", date(2026, 7, 15))]
    assert len(agenda.items) == 4
    assert agenda.waiting == ()


def test_what_is_overdue_is_not_coming() -> None:
    assert alone(category(), date(2026, 4, 16)).items[0].duty.period == "2026-Q2"


def test_what_is_due_before_its_period_ends_is_seen_in_time() -> None:
    law = category(due=Due("day", "previous_month", 20, source="law"))
    days = [one.duty.due_on for one in alone(law, TODAY).items]
    assert days[0] == date(2026, 5, 20)
    assert days[-1] == date(2027, 2, 20)


def test_busy_places_owe_by_the_month() -> None:
    law = category(cadence=Cadence(("quarter",), (("financially_busy", "month"),)))
    assert len(alone(law, TODAY).items) == 4
    assert len(alone(law, TODAY, conditions={"财务往来较多": "是"}).items) == 12


@pytest.mark.parametrize(("said", "count"), [("是", 4), ("否", 0), (None, 0)])
def test_a_condition_must_hold(said: str | None, count: int) -> None:
    law = category(required="when", required_when="征地")
    assert len(alone(law, TODAY, conditions={"征地": said} if said else {}).items) == count


def test_stages_are_owed_each_with_its_own_day() -> None:
    stages = (("预算", Due("date", "03-31")), ("决算", Due("date", "06-30")))
    law = category(cadence=Cadence(("year",)), stages=("预算", "决算"), due=Due(stages=stages))
    found = [(one.duty.item, one.duty.due_on, one.rule.anchor) for one in alone(law, TODAY).items]
    assert found == [("预算", date(2027, 3, 31), "03-31")]
    assert [one.duty.item for one in alone(law, date(2027, 1, 10)).items] == ["预算", "决算"]


def test_a_day_that_follows_from_a_meeting_is_told_once_without_a_day() -> None:
    law = category(due=Due("before", "会议日期", 10, source="law"))
    agenda = alone(law, TODAY)
    assert agenda.items == ()
    assert [one.duty.period for one in agenda.undated] == ["2026-Q1"]


def test_the_rule_in_place_of_one_without_a_day_is_named() -> None:
    for source in ("law", "default"):
        law = category(due=Due("before", "会议日期", 10, source=source, fallback=Due("after", "period_end", 30)))
        one = alone(law, TODAY).items[0]
        assert (one.rule.form, one.rule.count, one.duty.due_source) == ("after", 30, "default")


def test_a_merged_place_leaves_what_it_owes_to_its_heir() -> None:
    heir = place("b", start=date(2026, 4, 1), succeeds=("a",))
    found = agendas(Settings(), Catalogue({"x.y": category()}, {}, {}), {"a": place(), "b": heir}, (), TODAY, year_from(TODAY))
    assert list(found) == ["b"]
    assert ("2026-Q1", "A") in [(one.duty.period, one.duty.item) for one in found["b"].items]


def test_exempt_gone_and_other_levels_owe_nothing() -> None:
    assert not alone(category(), TODAY, exemptions=(("x.y", "没有", "x"),))
    assert not alone(category(level=("township",)), TODAY)
    assert agendas(Settings(), Catalogue({"x.y": category()}, {}, {}), {"a": place(end=date(2026, 2, 1))}, (), TODAY, year_from(TODAY)) == {}


def test_events_wait_until_they_happen() -> None:
    event = category(id="e", cadence=Cadence(("event",)), due=Due("after", "批准日期", 10, "workdays", "law"))
    after = category(id="f", required="when", required_when="征地", cadence=Cadence(("event",)), follows="e", follows_within=(15, "days"))
    optional = category(id="g", required="optional", cadence=Cadence(("event",)))
    always = category(id="h", cadence=Cadence(("standing",)))
    both = category(id="i", cadence=Cadence(("event", "quarter")))
    agenda = alone(event, TODAY, others=(after, optional, always, both), conditions={"征地": "是"})
    assert [(one.law.id, one.standing) for one in agenda.waiting] == [("e", False), ("f", False), ("h", True), ("i", False)]
    assert [one.law.id for one in alone(event, TODAY, others=(after,)).waiting] == ["e"]
    assert {one.duty.category for one in agenda.items} == {"i"}


def closing(law: Category, *briefs: Brief, today: date = TODAY) -> list[tuple[str, date, bool]]:
    shelf = Catalogue({law.id: law}, {}, {})
    here = place(events=(Event("x.y", date(2026, 4, 1), "", Span("p")),))
    found = closings(shelf, duties(Settings(), shelf, {"a": here}, briefs, today), briefs, today)
    return [(one.duty.filing_id, one.day, one.window) for one in found]


def test_posters_may_come_down_after_their_days() -> None:
    posted = brief("2026-Q1", date(2026, 4, 5))
    assert closing(category(), posted) == [("a/x.y/2026-Q1", date(2026, 4, 20), False)]
    assert closing(category(), posted, today=date(2026, 4, 21)) == []
    assert closing(category(), replace(posted, taken_down_on=date(2026, 4, 9))) == []


def test_objection_windows_end_as_stated_or_as_counted() -> None:
    law = category(cadence=Cadence(("event",)), objection_days=7)
    shown = brief("2026-04-08", date(2026, 4, 8))
    assert closing(law, shown) == [("a/x.y/2026-04-08", date(2026, 4, 15), True)]
    assert closing(law, replace(shown, window=(date(2026, 4, 8), date(2026, 4, 18)))) == [("a/x.y/2026-04-08", date(2026, 4, 18), True)]


def test_what_must_always_be_there_is_due_once_after_the_start() -> None:
    law = category(cadence=Cadence(("standing",)), due=Due("after", "变动日期", 20, source="law"))
    early = alone(law, date(2026, 1, 5))
    assert [(one.duty.period, one.duty.due_on, one.rule.anchor) for one in early.items] == [("截至2026-01", date(2026, 1, 21), "变动日期")]
    assert [one.standing for one in early.waiting] == [True]
    assert alone(law, date(2026, 1, 5), brief("截至2026-01", date(2026, 1, 4))).items == ()
    assert alone(law, TODAY).items == ()


def test_one_filing_ends_once_though_it_fulfils_several() -> None:
    half = brief("2026-H1", date(2026, 4, 5))
    law = category()
    shelf = Catalogue({law.id: law}, {}, {})
    found = duties(Settings(), shelf, {"a": place()}, (half,), date(2026, 7, 5))
    again = tuple(one._replace(take_down_due=date(2026, 7, 9)) for one in found if one.filings)
    assert len(again) == 2
    assert len(closings(shelf, again, (half,), date(2026, 7, 5))) == 1
