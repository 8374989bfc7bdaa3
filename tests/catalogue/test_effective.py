from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.span import Span
from disclosure.catalogue import effective as law
from disclosure.catalogue.model import DEFAULT
from disclosure.catalogue.model import Cadence
from disclosure.catalogue.model import Category
from disclosure.catalogue.model import Due
from disclosure.catalogue.model import ProfileRule
from disclosure.catalogue.profile import read_profile

from .helpers import SHIPPED
from .helpers import category
from .helpers import local
from .helpers import mapping

OLD, NEW = date(2025, 12, 31), date(2026, 1, 1)


def binding(category_id: str, profile: str, period_end: date = NEW, posting_day: date = NEW) -> Category:
    return law.effective(
        SHIPPED, SHIPPED.categories[category_id], profile, period_end=period_end, posting_day=posting_day
    )


def test_what_must_be_in_it_follows_the_law_at_the_end_of_its_period() -> None:
    assert "村组法2018/30" in binding("pay.cadre", "", OLD, NEW).basis
    assert "村组法2025/35" not in binding("pay.cadre", "", OLD, NEW).basis
    assert "村组法2025/35" in binding("pay.cadre", "", NEW, NEW).basis
    assert "村组法2018/30" not in binding("pay.cadre", "", NEW, NEW).basis


def test_how_it_is_posted_follows_the_law_on_the_day_of_posting() -> None:
    assert binding("pay.cadre", "", OLD, NEW).keep_board_days == 15
    assert binding("pay.cadre", "", OLD, OLD).keep_board_days == 0


@pytest.mark.parametrize(
    ("profile", "days"), [("重庆", 10), ("chongqing", 10), ("山东", 5), ("全国缺省", 0), ("没有这个档案", 0), ("", 0)]
)
def test_before_2026_only_local_rules_count_posting_days(profile: str, days: int) -> None:
    assert binding("pay.cadre", profile, OLD, OLD).keep_board_days == days


@pytest.mark.parametrize("profile", ["chongqing", "shandong"])
def test_fifteen_days_are_the_floor_over_local_rules(profile: str) -> None:
    assert binding("pay.cadre", profile).keep_board_days == 15


def test_the_floor_binds_what_the_villagers_committee_publishes_and_nothing_else() -> None:
    publish = category("keep_posted: null")[0]
    assert law.with_floor(publish, NEW).keep_board_days == 15
    assert law.with_floor(publish, OLD).keep_board_days == 0
    for text in ("owner: township", "owner: collective", "kind: notice", "objection: 7 days", "media: [web]"):
        assert law.with_floor(category(text)[0], NEW).keep_board_days == 0
    assert law.with_floor(category("keep_posted: 30 days")[0], NEW).keep_board_days == 30


def test_what_another_law_asks_for_longer_has_always_been_asked() -> None:
    notice = category("owner: county\nkind: proclamation\nkeep_posted: 30 days")[0]
    assert law.category_for(SHIPPED, notice, "", OLD).keep_board_days == 30


def test_a_local_deadline_takes_the_place_of_the_products_own() -> None:
    assert binding("fin.ledger", "").due.source == "default"
    due = binding("fin.ledger", "重庆").due
    assert (due.count, due.source, due.stages) == (15, "local", ())
    assert "渝实施办法/27-35" in binding("fin.ledger", "重庆").basis


def test_a_local_rhythm_makes_the_cadence_shorter_never_longer() -> None:
    assert binding("fin.ledger", "山东").cadence == Cadence(("month",))
    assert binding("fin.ledger", "重庆").cadence == SHIPPED.categories["fin.ledger"].cadence


def test_each_rhythm_keeps_its_own_deadline() -> None:
    resolution = binding("decision.resolution", "重庆")
    assert law.due_for(resolution, "event").count == 10
    assert law.due_for(resolution, "quarter").count == 15
    assert law.due_for(resolution).source == "default"


def test_replies_become_shorter_by_place() -> None:
    assert binding("feedback", "").reply_days == ()
    assert dict(binding("feedback", "重庆").reply_days) == {"village": 3, "township": 10}
    assert dict(binding("feedback", "山东").reply_days) == {"village": 5}


def test_a_profile_is_found_by_id_and_by_name() -> None:
    assert law.find_profile(SHIPPED, "重庆") is law.find_profile(SHIPPED, "chongqing") is SHIPPED.profiles["chongqing"]
    assert law.find_profile(SHIPPED, "") is None


def rule(**what: object) -> ProfileRule:
    return ProfileRule(**{"match": (), "basis": (), "span": Span("p.yaml"), **what})  # type: ignore[arg-type]


def test_rules_match_every_word_they_name() -> None:
    ledger = SHIPPED.categories["fin.ledger"]
    for key, value in (
        ("cadence", "month"),
        ("cadence", "quarter"),
        ("subject", "finance"),
        ("owner", "collective"),
        ("category", "财务收支明细"),
        ("medium", "web"),
        ("kind", "publish"),
    ):
        assert law.matches(rule(match=((key, ("不是它", value)),)), ledger)
    assert law.matches(rule(), ledger)
    assert not law.matches(rule(match=(("cadence", ("month",)), ("owner", ("township",)))), ledger)
    assert not law.matches(rule(match=(("colour", ("red",)),)), ledger)


def test_a_rule_begins_with_its_law_and_ends_only_where_its_end_was_seen() -> None:
    """Whether the measures of 2019 were repealed by the Social Assistance Act was not found out: they go on being cited, and say so."""
    dibao = SHIPPED.categories["aid.dibao.list"]
    before = law.effective(SHIPPED, dibao, "", period_end=date(2026, 6, 30), posting_day=date(2026, 7, 5)).basis
    after = law.effective(SHIPPED, dibao, "", period_end=date(2026, 7, 31), posting_day=date(2026, 8, 5)).basis
    assert "社会救助暂行办法/11" in before
    assert "社会救助法/45" not in before
    assert "社会救助法/45" in after
    assert "社会救助暂行办法/11" in after
    assert "未核到" in SHIPPED.citations["社会救助暂行办法/11"].duty


def test_required_and_objections_only_become_stricter() -> None:
    read = category("required: {when: 征地}\nobjection: 7 days")[0]
    strict = law.tightened(read, rule(required="always", objection_days=5))
    assert (strict.required, strict.required_when, strict.objection_days) == ("always", "", 7)
    assert law.tightened(read, rule(required="optional", objection_days=10)).required == "when"


def test_in_force() -> None:
    ended = category("in_force: {from: 2010-10-28, to: 2025-12-31}")[0]
    assert law.in_force(ended, OLD)
    assert not law.in_force(ended, NEW)
    assert not law.in_force(ended, date(2010, 10, 27))
    assert law.citations_in_force(SHIPPED, ["没有/1", "村组法2025/35"], OLD) == ()


def after(count: int, unit: str = "days", source: str = "law") -> Due:
    return Due("after", "period_end", count, unit, source)


@pytest.mark.parametrize(
    ("base", "local", "kept"),
    [
        (after(15, source="default"), after(40, source="local"), "local"),
        (after(15), after(20, source="local"), "base"),
        (after(15), after(15, source="local"), "local"),
        (after(20, "workdays"), after(20, source="local"), "local"),
        (after(15), Due("day", "next_month", 10, source="local"), "local"),
        (after(15), Due("day", "next_month", 20, source="local"), "base"),
        (after(15), Due("day", "next_quarter", 1, source="local"), "base"),
        (Due("date", "04-30", source="law"), after(30, source="local"), "local"),
        (Due("same_day", source="law"), after(3, source="local"), "base"),
        (Due("before", "会议日期", 10, source="law"), after(3, source="local"), "base"),
        (after(3), Due("before", "会议日期", 10, source="local"), "local"),
        (Due("none", "", 0, source="law"), after(3, source="local"), "local"),
        (after(3), Due("none", "", 0, source="local"), "base"),
    ],
)
def test_the_earlier_deadline_wins(base: Due, local: Due, kept: str) -> None:
    assert replace(law.stricter_due(base, local), fallback=None) == (local if kept == "local" else base)


def test_stages_are_tightened_one_by_one() -> None:
    staged = Due("none", "", 0, stages=(("预算", after(10)), ("决算", after(30))))
    stages = dict(law.stricter_due(staged, after(20, source="local")).stages)
    assert (stages["预算"].count, stages["决算"].count) == (10, 20)
    read = category("stages: [预算]\ncadence: [event, year]\ndue: {预算: {after: period_end, days: 30}}")[0]
    tightened = law.tightened(read, rule(match=(("cadence", ("year",)),), due=after(20, source="local")))
    assert law.due_for(tightened, "year", "预算").count == 20


@pytest.mark.parametrize(
    ("base", "local", "merged"),
    [
        (Cadence(("quarter",)), Cadence(("month",)), Cadence(("month",))),
        (Cadence(("month",)), Cadence(("quarter",)), Cadence(("month",))),
        (Cadence(("event",)), Cadence(("quarter",)), Cadence(("event", "quarter"))),
        (Cadence(("event", "year")), Cadence(("half",)), Cadence(("event", "half"))),
        (Cadence(("year",), (("busy", "month"),)), Cadence(("quarter",)), Cadence(("quarter",), (("busy", "month"),))),
        (Cadence(("quarter",)), Cadence(("event",)), Cadence(("quarter", "event"))),
        (Cadence((), (), 2), Cadence(("month",)), Cadence(("month",))),
        (Cadence((), (), 2), Cadence(("quarter",)), Cadence((), (), 2)),
    ],
)
def test_the_shorter_rhythm_wins(base: Cadence, local: Cadence, merged: Cadence) -> None:
    assert law.shorter_cadence(base, local) == merged


@given(
    st.sampled_from(sorted(SHIPPED.categories)),
    st.sampled_from(["", *SHIPPED.profiles]),
    st.dates(OLD, date(2027, 1, 1)),
)
def test_merging_twice_changes_nothing_and_never_loosens(category_id: str, profile: str, day: date) -> None:
    base = SHIPPED.categories[category_id]
    once = law.category_for(SHIPPED, base, profile, day)
    assert law.category_for(SHIPPED, once, profile, day) == once
    assert once.media == base.media
    assert once.objection_days >= base.objection_days
    if day >= NEW:
        assert once.keep_board_days >= base.keep_board_days


def test_a_township_has_no_supervisors_of_a_village() -> None:
    ledger = SHIPPED.categories["fin.ledger"]
    here = law.at_level(ledger, "township")
    assert here.owner == "township"
    assert "监委会审核" in ledger.sign
    assert "监委会审核" not in here.sign
    assert law.at_level(ledger, "village") is ledger
    assert law.with_floor(here, NEW).keep_board_days == here.keep_board_days
    assert law.with_floor(here, NEW).source_of("keep_posted") == (DEFAULT,)


def ruled(text: str, **changes: object) -> Category:
    """A quarterly category, shipped by default, under one rule of a profile."""
    found: list[Diagnostic] = []
    profile = read_profile(mapping(f"id: p\nrules:\n  - {text}\n"), found)
    assert profile is not None
    assert not found
    base = replace(category("cadence: [event, quarter]\ndue: {default: {after: period_end, days: 15}}\nbasis: 国家/1")[0], **changes)
    return law.tightened(base, profile.rules[0])


def test_a_day_counted_from_a_meeting_leaves_the_quarters_their_own() -> None:
    here = ruled("{match: {category: x.y}, due: {after: 会议日期, days: 3}, basis: 地方/2}")
    assert (here.due.event, here.due.count, here.due.basis) == ("会议日期", 3, ("地方/2",))
    assert here.due.fallback == Due("after", "period_end", 15)


def test_a_day_for_the_year_says_nothing_of_quarters() -> None:
    here = ruled("{match: {category: x.y}, cadence: year, due: {date: 04-30}}")
    assert here.cadence.rhythms == ("event", "quarter")
    assert here.due == Due("after", "period_end", 15)
    assert ruled("{match: {category: x.y}, cadence: month, due: {day: 10, of: next_month}}").due.anchor == "next_month"


def test_each_provision_names_what_it_rests_on() -> None:
    here = ruled("{match: {category: x.y}, keep_posted: 20 days, reply: {village: 3 days}, basis: 地方/2}")
    assert (here.source_of("keep_posted"), here.source_of("reply"), here.sources) == (("地方/2",), ("地方/2",), (("keep_posted", ("地方/2",)), ("reply", ("地方/2",))))


def test_what_a_county_writes_is_local(tmp_path: Path) -> None:
    text = "id: v.x\nname: 县里的\ncadence: quarter\ndue: {day: 20, of: next_quarter}\nbasis: 村组法2025/35\n"
    catalogue, found = local(tmp_path, {"v.x.yaml": text})
    assert not found
    due = catalogue.categories["v.x"].due
    assert (due.source, due.basis) == ("local", ("村组法2025/35",))
