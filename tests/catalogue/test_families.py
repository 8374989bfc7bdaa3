"""Money, land, subsidies, relief, projects: what may go on the web, what is owed by whom, and whose days they are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from disclosure.basis.span import Span
from disclosure.board.duties import duties
from disclosure.board.model import Place
from disclosure.board.model import Settings
from disclosure.catalogue.model import Category
from disclosure.catalogue.model import Due
from disclosure.reading.table import Column

from .helpers import SHIPPED

FAMILIES = ("fin", "burden", "fund", "coll", "land", "asset", "forest", "resettle", "house", "subs", "ins", "aid", "yishi", "proj", "help", "water", "job", "edu")  # fmt: skip
MINE = [one for one in SHIPPED.categories.values() if one.id.split(".")[0] in FAMILIES]
BOARD_ONLY = ["aid.dibao.notice", "aid.dibao.list", "aid.tekun", "aid.edge", "aid.temp", "aid.disabled", "aid.disaster", "aid.rebuild", "aid.child", "help.monitor", "edu.aid"]  # fmt: skip
CORE = {"fin.ledger", "fin.summary", "fin.debt", "fin.statements", "fund.transfer", "asset.lease"}
HAPPENS = {"aid.disaster"}
"""Always owed, but only when it happens: an event."""

LAWFUL = {
    ("fin.statements", ""): ("before", 10, "days"),
    ("fin.opreport", ""): ("before", 10, "days"),
    ("fin.distribution", "方案"): ("before", 10, "days"),
    ("coll.meeting", "通知"): ("before", 10, "days"),
    ("land.req.survey", ""): ("after", 5, "workdays"),
    ("land.req.final", ""): ("after", 15, "workdays"),
    ("aid.dibao.notice", ""): ("after", 10, "workdays"),
    ("house.danger", ""): ("after", 20, "workdays"),
    ("subs.machine", ""): ("after", 20, "workdays"),
    ("subs.animal", ""): ("after", 20, "workdays"),
}
"""Every deadline of these families that an article states; all others are the product's own and say so."""


def columns(category: Category) -> Iterator[Column]:
    for table in category.tables:
        yield from table.columns


def told(due: Due) -> Iterator[tuple[str, Due]]:
    yield from due.stages or (("", due),)


@pytest.mark.parametrize("name", BOARD_ONLY)
def test_lists_of_people_in_need_stay_on_the_board(name: str) -> None:
    assert SHIPPED.categories[name].media == ("board",)


@pytest.mark.parametrize("name", ["aid.medical", "aid.child", "aid.veteran", "ins.medical"])
def test_where_only_numbers_are_told_there_is_no_place_for_a_name(name: str) -> None:
    assert not [column.label for column in columns(SHIPPED.categories[name]) if column.kind == "person"]


def test_no_column_asks_for_a_pupil_a_birthday_an_illness_or_a_grade_of_disability() -> None:
    words = ("学生", "出生", "病种", "病情", "残疾等级", "残疾类别", "身份证", "卡号", "门牌", "电话", "手机")
    labels = [column.label for category in MINE for column in columns(category)]
    assert not [label for label in labels if any(word in label for word in words)]


@pytest.mark.parametrize("category", MINE, ids=[one.id for one in MINE])
def test_every_name_says_what_each_medium_may_show_of_it(category: Category) -> None:
    assert all(column.personal is not None for column in columns(category) if column.kind == "person")


def test_only_the_core_binds_every_village() -> None:
    assert {one.id for one in MINE if one.required == "always"} == CORE | HAPPENS


def test_a_village_owes_nothing_it_does_not_have() -> None:
    span = Span("青禾镇/石桥村/place.yaml")
    place = Place("qinghe/shiqiao", "shiqiao", "石桥村", "village", "青禾镇/石桥村", span, start=date(2026, 1, 1))
    found = duties(Settings(), SHIPPED, {place.path: place}, (), date(2026, 11, 21))
    assert {one.category for one in found if one.category.split(".")[0] in FAMILIES} <= CORE


def test_deadlines_of_the_law_are_those_its_articles_state() -> None:
    lawful = {
        (category.id, stage): (due.form, due.count, due.unit)
        for category in MINE
        for stage, due in told(category.due)
        if due.source == "law" and due.form != "none"
    }
    assert lawful == LAWFUL


def test_announcements_of_an_acquisition_stand_as_long_as_the_law_says() -> None:
    assert SHIPPED.categories["land.req.pre"].objection_days == 10
    assert SHIPPED.categories["land.req.plan"].objection_days == 30
    assert SHIPPED.categories["land.req.plan"].keep_board_days == 30


def test_a_plan_that_raises_money_is_followed_by_its_account() -> None:
    assert SHIPPED.categories["yishi.use"].follows == "yishi.plan"
    assert SHIPPED.categories["land.req.plan"].follows == "land.req.survey"
    assert SHIPPED.categories["yishi.use"].cadence.rhythms == ("event", "quarter")
    for name in ("yishi.use", "land.req.plan"):
        assert SHIPPED.categories[name].due.source == "default"


OF_THE_COMMITTEE = ("村组法2018/", "村组法2025/")
SUPERVISED = {"村组法2018/31", "村组法2025/36"}


@pytest.mark.parametrize(
    "category",
    [one for one in SHIPPED.categories.values() if one.owner in ("township", "county", "party")],
    ids=lambda one: one.id,
)
def test_the_law_of_the_committees_is_not_cited_against_who_is_no_committee(category: Category) -> None:
    """The township is bound by it only where villagers turn to it (Article 36)."""
    assert not [one for one in category.basis if one.startswith(OF_THE_COMMITTEE) and one not in SUPERVISED]


@pytest.mark.parametrize(
    "category",
    [one for one in SHIPPED.categories.values() if one.owner in ("township", "county")],
    ids=lambda one: one.id,
)
def test_fifteen_days_on_the_board_are_not_asked_of_a_township(category: Category) -> None:
    assert category.keep_board_days != 15


def test_what_the_county_owes_is_not_put_upon_article_21_of_the_township() -> None:
    assert not [
        one.id for one in SHIPPED.categories.values() if one.owner == "county" and "政府信息公开条例/21" in one.basis
    ]


def test_a_notice_before_admission_to_the_party_counts_working_days() -> None:
    notice = SHIPPED.categories["party.develop"]
    assert (notice.objection_days, notice.objection_unit) == (5, "workdays")


def test_numbers_nobody_found_a_source_for_are_marked_as_remembered() -> None:
    for name in ("aid.tekun", "ins.agri", "help.monitor"):
        (unfound,) = (one for one in SHIPPED.categories[name].basis if one.startswith("出处未查到/"))
        assert SHIPPED.citations[unfound].verified == "memory"
        assert "条例" not in SHIPPED.citations[unfound].law
