"""What is due: periods that ended, events that happened, who owes it, what fulfils it, where it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from disclosure.basis.span import Span
from disclosure.board.duties import duties
from disclosure.board.model import Brief
from disclosure.board.model import Duty
from disclosure.board.model import Event
from disclosure.board.model import Place
from disclosure.board.model import Settings
from disclosure.catalogue.model import Cadence
from disclosure.catalogue.model import Catalogue
from disclosure.catalogue.model import Category
from disclosure.catalogue.model import Due
from tests.board.making import catalogue

START = date(2026, 1, 1)
LAW = Due("after", "period_end", 15, source="law")


def category(**changes: Any) -> Category:
    base = replace(
        catalogue().categories["fin.ledger"], id="x.y", name="试验", required="always", cadence=Cadence(("quarter",)), due=LAW,
        facts=(), tables=(), identities=(), in_force_from=None, in_force_to=None, basis=(), keep_board_days=15,
    )  # fmt: skip
    return replace(base, **changes)


def place(path: str = "a", **changes: Any) -> Place:
    return replace(Place(path, path, path.upper(), "village", path, Span(f"{path}/place.yaml"), start=START), **changes)


def brief(period: str, shown: date | None = None, place: str = "a", category: str = "x.y", **changes: Any) -> Brief:
    name = "~".join(str(changes[key]) for key in ("batch", "matter", "stage") if changes.get(key))
    base = Brief(
        f"{place}/{category}/{period}{name}", place, category, period, "", f"{place}/{period}{name}.yaml", "题", "", "", "", "", "", "",
        False, False, False, "", shown, shown, None, None, None, {}, {}, {}, 3, 0, "",
    )  # fmt: skip
    return replace(base, **changes)


def told(
    today: date, *briefs: Brief, law: Category | None = None, others: tuple[Category, ...] = (), places: tuple[Place, ...] = ()
) -> tuple[Duty, ...]:
    laws = {one.id: one for one in (law or category(), *others)}
    here = {one.path: one for one in places or (place(),)}
    shelf = Catalogue(laws, {}, catalogue().profiles)
    return duties(Settings(), shelf, here, briefs, today)


def brieve(found: tuple[Duty, ...]) -> list[tuple[str, str]]:
    return [(one.period, str(one.status)) for one in found]


def test_only_periods_that_have_ended_are_listed() -> None:
    assert brieve(told(date(2026, 3, 31))) == []
    assert brieve(told(date(2026, 4, 1))) == [("2026-Q1", "due")]
    assert brieve(told(date(2026, 4, 15))) == [("2026-Q1", "due")]
    assert brieve(told(date(2026, 4, 16))) == [("2026-Q1", "missing")]
    assert brieve(told(date(2026, 7, 1))) == [("2026-Q1", "missing"), ("2026-Q2", "due")]


def test_a_duty_says_everything() -> None:
    one = told(date(2026, 4, 20), brief("2026-Q1", date(2026, 4, 10)))[0]
    assert (one.place, one.category, one.period, one.item, one.source) == ("a", "x.y", "2026-Q1", "", "calendar")
    assert (one.due_on, one.due_raw, one.due_source) == (date(2026, 4, 15), date(2026, 4, 15), "law")
    assert (one.filing, one.filing_id, one.filings) == ("a/2026-Q1.yaml", "a/x.y/2026-Q1", ("a/x.y/2026-Q1",))
    assert (one.published_on, one.posted_on, one.taken_down_on) == (date(2026, 4, 10), date(2026, 4, 10), None)
    assert (one.status, one.nil, one.held, one.window) == ("published", False, False, "")
    assert one.take_down_due == date(2026, 4, 25)


def test_the_first_period_begins_on_or_after_the_start() -> None:
    assert brieve(told(date(2026, 7, 1), places=(place(start=date(2026, 2, 1)),))) == [("2026-Q2", "due")]
    assert brieve(told(date(2026, 7, 1), places=(place(start=None),))) == []
    found = duties(Settings(start=date(2026, 4, 1)), Catalogue({"x.y": category()}, {}, {}), {"a": place(start=None)}, (), date(2026, 7, 1))
    assert brieve(found) == [("2026-Q2", "due")]


@pytest.mark.parametrize(
    ("one", "status"),
    [
        (brief("2026-Q1", date(2026, 4, 15)), "published"),
        (brief("2026-Q1", date(2026, 4, 16)), "late"),
        (brief("2026-Q1", date(2026, 4, 10), nil=True), "nil"),
        (brief("2026-Q1", date(2026, 4, 16), nil=True), "late"),
        (brief("2026-Q1", None), "published"),
        (brief("2026-Q1", date(2026, 4, 16), posted_on=date(2026, 4, 14)), "published"),
        (brief("2026-H1", date(2026, 4, 10)), "published"),
        (brief("2026-01/2026-03", date(2026, 4, 10)), "published"),
        (brief("2026-03", date(2026, 4, 10)), "missing"),
        (brief("截至2026-03", date(2026, 4, 10)), "published"),
        (brief("2026-Q1", date(2026, 5, 1)), "missing"),
    ],
)
def test_status_in_order(one: Brief, status: str) -> None:
    assert brieve(told(date(2026, 4, 20), one)) == [("2026-Q1", status)]


def test_lateness_looks_at_media_the_category_has() -> None:
    board_only = category(media=("board",))
    one = brief("2026-Q1", date(2026, 4, 10), posted_on=date(2026, 4, 18))
    assert told(date(2026, 4, 20), one, law=board_only)[0].status == "late"
    assert told(date(2026, 4, 20), replace(one, posted_on=None), law=board_only)[0].status == "published"


def test_several_filings_fulfil_one_duty_together() -> None:
    months = [brief(f"2026-0{month}", date(2026, 4, 5 + month)) for month in (1, 2, 3)]
    one = told(date(2026, 4, 20), *months)[0]
    assert (one.status, len(one.filings), one.published_on) == ("published", 3, date(2026, 4, 8))
    assert told(date(2026, 4, 20), *months[:2])[0].status == "missing"
    late = replace(months[2], posted_on=date(2026, 4, 17), published_on=date(2026, 4, 17))
    assert told(date(2026, 4, 20), *months[:2], late)[0].status == "late"


def test_batches_count_from_the_first() -> None:
    first, second = brief("2026-Q1", date(2026, 4, 10), batch="一"), brief("2026-Q1", date(2026, 4, 18), batch="二")
    one = told(date(2026, 4, 20), second, first)[0]
    assert (one.status, one.filing_id) == ("published", first.filing_id)


def test_a_superseded_filing_fulfils_nothing() -> None:
    old = brief("2026-Q1", date(2026, 4, 10), batch="旧")
    new = brief("2026-Q1", date(2026, 4, 18), batch="新", supersedes=old.filing_id)
    one = told(date(2026, 4, 20), old, new)[0]
    assert (one.status, one.filings) == ("late", (new.filing_id,))


def test_held_and_window() -> None:
    one = brief("2026-Q1", date(2026, 4, 10), held=True, window=(date(2026, 4, 10), date(2026, 4, 17)))
    assert [(d.held, d.window, d.take_down_due) for d in told(date(2026, 4, 17), one)] == [(True, "open", date(2026, 4, 25))]
    assert told(date(2026, 4, 18), one)[0].window == "ended"
    notice = category(objection_days=7, keep_board_days=0)
    shown = told(date(2026, 4, 12), brief("2026-Q1", date(2026, 4, 10)), law=notice)[0]
    assert (shown.window, shown.take_down_due) == ("open", date(2026, 4, 17))


def test_an_exemption_stands_first() -> None:
    exempt = place(exemptions=(("试验", "没有", "镇"),))
    assert brieve(told(date(2026, 4, 20), places=(exempt,))) == [("2026-Q1", "exempt")]
    assert told(date(2026, 4, 20), brief("2026-Q1", date(2026, 5, 1)), places=(exempt,))[0].status == "exempt"


def test_conditions_shorten_the_rhythm_and_make_it_required() -> None:
    busy = category(cadence=Cadence(("quarter",), (("financially_busy", "month"),)))
    often = place(conditions={"财务往来较多": "是"})
    assert len(told(date(2026, 4, 1), law=busy)) == 1
    assert [one.period for one in told(date(2026, 4, 1), law=busy, places=(often,))] == ["2026-01", "2026-02", "2026-03"]
    when = category(required="when", required_when="征地")
    assert told(date(2026, 4, 1), law=when) == ()
    assert len(told(date(2026, 4, 1), law=when, places=(place(conditions={"征地": "有"}),))) == 1
    assert told(date(2026, 4, 1), law=when, places=(place(conditions={"征地": "否"}),)) == ()
    assert told(date(2026, 4, 1), brief("2026-Q1", date(2026, 4, 1)), law=category(required="optional")) == ()


def test_level_and_the_time_a_law_is_in_force() -> None:
    assert told(date(2026, 4, 1), law=category(level=("township",))) == ()
    assert told(date(2026, 4, 1), law=category(in_force_to=date(2026, 3, 30))) == ()
    assert len(told(date(2026, 4, 1), law=category(in_force_to=date(2026, 3, 31)))) == 1


@pytest.mark.parametrize(
    ("cadence", "periods"),
    [
        (Cadence(("month",)), ["2026-01", "2026-02", "2026-03"]),
        (Cadence(("half",)), []),
        (Cadence((), (), 2), ["2026-01/2026-02"]),
        (Cadence(("event", "quarter")), ["2026-Q1"]),
    ],
)
def test_rhythms(cadence: Cadence, periods: list[str]) -> None:
    assert [one.period for one in told(date(2026, 4, 1), law=category(cadence=cadence))] == periods


def test_stages_each_have_a_duty() -> None:
    due = Due("none", "", 0, stages=(("预算", LAW), ("决算", replace(LAW, count=30))))
    staged = category(due=due, stages=("预算", "决算", "更正"))
    found = told(date(2026, 4, 20), brief("2026-Q1", date(2026, 4, 10), stage="预算"), law=staged)
    assert [(one.item, str(one.status)) for one in found] == [("决算", "due"), ("预算", "published")]


def test_the_filing_itself_tells_the_day_it_is_counted_from() -> None:
    law = category(due=Due("before", "会议日期", 10, source="law", fallback=replace(LAW, count=120, source="default")))
    unfiled = told(date(2026, 4, 20), law=law)[0]
    assert (unfiled.due_raw, unfiled.due_source, str(unfiled.status)) == (date(2026, 7, 29), "default", "due")
    filed = told(date(2026, 4, 20), brief("2026-Q1", date(2026, 4, 10), days={"会议日期": date(2026, 4, 17)}), law=law)[0]
    assert (filed.due_raw, filed.due_source, str(filed.status)) == (date(2026, 4, 7), "law", "late")


def test_a_local_profile_sets_the_day_and_the_rhythm() -> None:
    found = duties(
        Settings(profile="shandong", start=START), catalogue(), {"a": place(conditions={})}, (), date(2026, 2, 20)
    )
    assert [one.period for one in found if one.category == "fin.ledger"] == ["2026-01"]


EVENT = Cadence(("event",))


def test_an_event_a_place_names() -> None:
    flood = Event("试验", date(2026, 7, 13), "7月暴雨", Span("a/place.yaml", 5))
    here = place(events=(flood,))
    one = told(date(2026, 7, 20), law=category(cadence=EVENT), places=(here,))[0]
    assert (one.source, one.period, one.item, one.due_raw, str(one.status)) == (
        "event",
        "2026-07-13",
        "7月暴雨",
        date(2026, 7, 28),
        "due",
    )
    filed = brief("2026-07-13/2026-08-05", date(2026, 8, 10), matter="7月暴雨")
    done = told(date(2026, 8, 20), filed, law=category(cadence=EVENT), places=(here,))
    assert [(d.period, str(d.status), d.filing_id) for d in done] == [("2026-07-13/2026-08-05", "late", filed.filing_id)]
    assert told(date(2026, 7, 12), law=category(cadence=EVENT), places=(here,)) == ()


def test_events_before_the_start_are_nobody_s_duty() -> None:
    flood = Event("x.y", date(2025, 7, 13), "", Span("a/place.yaml", 5))
    assert told(date(2026, 1, 20), law=category(cadence=EVENT), places=(place(events=(flood,)),)) == ()
    assert told(date(2026, 1, 20), brief("2025-07-13", date(2025, 7, 20)), law=category(cadence=EVENT)) == ()


def test_a_filing_tells_its_own_event() -> None:
    filed = brief("2026-03-05", date(2026, 3, 10), days={"会议日期": date(2026, 3, 1)})
    law = category(cadence=Cadence(("event", "quarter")), due=Due("after", "会议日期", 5, source="law", fallback=LAW))
    found = told(date(2026, 4, 2), filed, law=law)
    assert [(d.source, d.period, d.due_raw, str(d.status)) for d in found] == [
        ("calendar", "2026-Q1", date(2026, 4, 15), "due"),
        ("event", "2026-03-05", date(2026, 3, 6), "late"),
    ]


def test_a_notice_that_must_follow_another() -> None:
    first = category(id="x.first", name="先", cadence=EVENT)
    second = category(id="x.second", name="后", cadence=EVENT, follows="x.first", follows_within=(15, "workdays"), required="always")
    opened = brief("2026-03-05", date(2026, 3, 5), category="x.first", matter="甲地块")
    found = told(date(2026, 3, 10), opened, law=first, others=(second,))
    follow = [one for one in found if one.category == "x.second"]
    assert [(d.item, d.due_raw, str(d.status)) for d in follow] == [("甲地块", date(2026, 3, 26), "due")]
    answer = brief("2026-03-20", date(2026, 3, 20), category="x.second", matter="甲地块")
    other = brief("2026-03-21", date(2026, 3, 21), category="x.second", matter="乙地块")
    done = [one for one in told(date(2026, 4, 20), opened, answer, other, law=first, others=(second,)) if one.category == "x.second"]
    assert [(d.item, str(d.status), d.filing_id) for d in done] == [
        ("甲地块", "published", answer.filing_id),
        ("乙地块", "published", other.filing_id),
    ]


def test_what_must_always_stand_is_one_duty() -> None:
    standing = category(cadence=Cadence(("standing",)), due=Due("after", "变更日期", 20, "workdays", "law"))
    one = told(date(2026, 1, 10), law=standing)[0]
    assert (one.period, str(one.status), one.due_raw) == ("截至2026-01", "due", date(2026, 1, 29))
    filed = told(date(2026, 6, 1), brief("2026-02", date(2026, 3, 1)), law=standing)
    assert [(d.period, str(d.status)) for d in filed] == [("2026-02", "late")]


def test_a_merged_place_hands_on_what_it_owes() -> None:
    old = place("old", end=date(2026, 5, 10))
    new = place("new", start=date(2026, 5, 11), succeeds=("old",))
    found = told(date(2026, 7, 20), brief("2026-01", date(2026, 2, 1), "old"), law=category(cadence=Cadence(("month",))), places=(old, new))
    assert [(d.place, d.period, d.item, str(d.status)) for d in found] == [
        ("new", "2026-02", "OLD", "missing"),
        ("new", "2026-03", "OLD", "missing"),
        ("new", "2026-04", "OLD", "missing"),
        ("new", "2026-05", "", "missing"),
        ("new", "2026-06", "", "missing"),
        ("old", "2026-01", "", "published"),
    ]
    heir = told(date(2026, 7, 20), brief("2026-02", date(2026, 7, 1), "new"), law=category(cadence=Cadence(("month",))), places=(old, new))
    assert [str(d.status) for d in heir if d.period == "2026-02"] == ["late"]


def test_a_place_that_ended_owes_nothing_after() -> None:
    assert [one.period for one in told(date(2026, 12, 1), places=(place(end=date(2026, 7, 1)),))] == ["2026-Q1", "2026-Q2"]


def test_a_township_is_quick() -> None:
    laws = tuple(category(id=f"x.c{number:02}", cadence=Cadence(("month",))) for number in range(16))
    places = tuple(place(f"v{number:03}") for number in range(100))
    briefs = [
        brief(f"2026-{month:02}", date(2026, month + 1, 10), one.path, law.id) for month in range(1, 11) for one in places for law in laws
    ]
    shelf = Catalogue({law.id: law for law in laws}, {}, {})
    found = duties(Settings(), shelf, {one.path: one for one in places}, briefs, date(2027, 1, 5))
    assert len(found) == 19_200


PLAN = Due("after", "批准日期", 20, source="law", fallback=Due("date", "03-31", 0, own_year=True))
YEARLY = Cadence(("year",))


def test_a_plan_is_due_in_its_own_year() -> None:
    early = category(cadence=YEARLY, due=Due("date", "01-15", 0, source="law", own_year=True))
    assert brieve(told(date(2026, 1, 15), law=early)) == []
    found = told(date(2026, 1, 16), law=early)
    assert (brieve(found), found[0].due_on) == ([("2026", "missing")], date(2026, 1, 15))
    assert brieve(told(date(2027, 1, 1), law=early)) == [("2026", "missing")]
    first_days = category(cadence=YEARLY, due=Due("after", "period_start", 10, source="law"))
    assert told(date(2026, 2, 1), law=first_days)[0].due_raw == date(2026, 1, 10)


def test_an_event_tells_the_day_a_plan_counts_from() -> None:
    law = category(cadence=YEARLY, due=PLAN)
    assert told(date(2026, 4, 1), law=law)[0].due_on == date(2026, 3, 31)
    approved = place(events=(Event("x.y", date(2026, 1, 28), "", Span("a/place.yaml")),))
    found = told(date(2026, 3, 1), law=law, places=(approved,))
    assert [(one.period, one.due_raw, str(one.status)) for one in found] == [("2026", date(2026, 2, 17), "missing")]
    filed = told(date(2026, 3, 1), brief("2026", date(2026, 2, 10)), law=law, places=(approved,))
    assert brieve(filed) == [("2026", "published")]


def test_an_event_asks_for_every_stage_that_counts_from_its_day() -> None:
    notice, result = Due("before", "会议日期", 10, source="law"), Due("after", "会议日期", 15)
    law = category(cadence=Cadence(("event",)), stages=("通知", "决定"), due=Due("none", "", 0, stages=(("通知", notice), ("决定", result))))
    met = place(events=(Event("x.y", date(2026, 5, 20), "大会", Span("a/place.yaml")),))
    found = told(date(2026, 7, 1), law=law, places=(met,))
    assert {(one.item, one.due_raw) for one in found} == {("大会 通知", date(2026, 5, 10)), ("大会 决定", date(2026, 6, 4))}
    told_once = brief("2026-05-20", date(2026, 5, 8), matter="大会", stage="通知", days={"会议日期": date(2026, 5, 20)})
    found = told(date(2026, 7, 1), told_once, law=law, places=(met,))
    assert {(one.item, str(one.status)) for one in found} == {("大会", "published"), ("大会 决定", "missing")}


def test_an_event_may_name_its_stage() -> None:
    budget, accounts = Due("after", "批准日期", 20, source="law"), Due("after", "审定日期", 20, source="law")
    law = category(cadence=Cadence(("event",)), stages=("预算", "决算"), due=Due("none", "", 0, stages=(("预算", budget), ("决算", accounts))))
    event = Event("x.y", date(2026, 5, 6), "", Span("a/place.yaml"))
    for stage, item in (("", "预算"), ("决算", "决算")):
        found = told(date(2026, 8, 1), law=law, places=(place(events=(replace(event, stage=stage),)),))
        assert [(one.item, one.due_raw) for one in found] == [(item, date(2026, 5, 26))]
