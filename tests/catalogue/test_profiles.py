"""What each shipped local profile makes stricter, and that it never asks for more than was seen."""

from dataclasses import replace
from datetime import date

import pytest

from disclosure.catalogue.effective import at_level
from disclosure.catalogue.effective import category_for
from disclosure.catalogue.effective import due_for
from disclosure.catalogue.model import Category
from disclosure.catalogue.model import Due
from disclosure.catalogue.model import Profile

from .helpers import SHIPPED

DAY = date(2026, 9, 30)
QUARTERLY = Due("day", "next_quarter", 20, source="local")


def told(due: Due) -> Due:
    """A due without what it rests on."""
    return replace(due, basis=(), fallback=None)


def binding(profile: str, category_id: str) -> Category:
    return category_for(SHIPPED, SHIPPED.categories[category_id], profile, DAY)


@pytest.mark.parametrize("profile", SHIPPED.profiles.values(), ids=list(SHIPPED.profiles))
def test_a_profile_has_a_name_and_cites_what_it_says(profile: Profile) -> None:

    assert profile.name
    assert all(rule.basis and all(one in SHIPPED.citations for one in rule.basis) for rule in profile.rules)
    assert all(SHIPPED.citations[one].verified in ("text", "part") for rule in profile.rules for one in rule.basis)


@pytest.mark.parametrize(
    ("profile", "replies"),
    [
        ("上海", {"village": 15}),
        ("四川", {"village": 10, "township": 20, "county": 20}),
        ("浙江", {}),
        ("河南", {}),
        ("北京", {}),
        ("江苏泰州", {}),
    ],
)
def test_answers_have_days_only_where_the_place_counts_them(profile: str, replies: dict[str, int]) -> None:
    assert dict(binding(profile, "feedback").reply_days) == replies


def test_great_sums_in_zhejiang_are_out_five_days_after_the_decision() -> None:
    due = due_for(binding("zhejiang", "fin.major"))
    assert (due.form, due.anchor, due.count, due.source) == ("after", "决定日期", 5, "local")
    assert due_for(binding("zhejiang", "decision.big"), "event") == due
    assert binding("zhejiang", "asset.appraisal").objection_days == 15
    assert binding("zhejiang", "coll.shares").objection_days == 15


def test_the_coast_of_zhejiang_posts_on_the_twentieth_and_keeps_what_the_province_says() -> None:
    for category_id in (
        "land.homestead.ok",
        "aid.dibao.list",
        "aid.temp",
        "aid.disabled",
        "ins.pension",
        "subs.arable",
        "plan.annual",
        "edu.aid",
        "fp.plan",
    ):
        assert told(due_for(binding("zhejiang-coast", category_id))) == QUARTERLY, category_id
    resolution = binding("zhejiang-coast", "decision.resolution")
    assert told(due_for(resolution, "quarter")) == QUARTERLY
    assert due_for(resolution, "event").source == "default"
    assert due_for(binding("zhejiang-coast", "fin.major")).count == 5
    assert binding("zhejiang-coast", "aid.dibao.list").media == ("board",)


@pytest.mark.parametrize("profile", ["henan", "beijing"])
def test_registers_of_residence_are_owed_where_the_place_lists_them(profile: str) -> None:
    assert binding(profile, "hukou.change").required == "always"
    assert binding("", "hukou.change").required == "when"


@pytest.mark.parametrize(
    "category_id", ["town.docs", "subs.machine", "water.irrig", "party.discipline", "resettle.reservoir"]
)
def test_the_measures_of_chongqing_bind_villages_only(category_id: str) -> None:
    assert "渝实施办法/27-35" not in binding("chongqing", category_id).basis
    assert due_for(binding("chongqing", category_id), "event").source != "local"


def test_what_a_village_of_chongqing_must_tell_at_once_is_not_asked_of_its_township() -> None:
    rectify = SHIPPED.categories["rectify"]
    assert due_for(binding("chongqing", "rectify"), "event").count == 10
    here = category_for(SHIPPED, at_level(rectify, "township"), "chongqing", DAY)
    assert "渝实施办法/27-35" not in here.basis


@pytest.mark.parametrize("category_id", ["fin.assets", "fin.resources"])
def test_registers_in_chongqing_come_each_half_year_with_the_products_days(category_id: str) -> None:
    register = binding("chongqing", category_id)
    assert register.cadence.rhythms == ("half",)
    assert (due_for(register).count, due_for(register).source) == (15, "default")


def test_income_and_expense_in_shandong_are_told_each_month() -> None:
    for category_id in ("fin.ledger", "fin.summary"):
        assert binding("shandong", category_id).cadence.rhythms == ("month",)


@pytest.mark.parametrize("profile", SHIPPED.profiles.values(), ids=list(SHIPPED.profiles))
def test_a_rule_that_sets_days_names_who_or_what_it_binds(profile: Profile) -> None:
    for rule in profile.rules:
        keys = {key for key, _ in rule.match}
        assert keys & {"owner", "category"}, rule
