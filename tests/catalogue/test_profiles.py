"""What each shipped local profile makes stricter, and that it never asks for more than was seen."""

from dataclasses import replace
from datetime import date

import pytest

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
