"""The score of completeness: between 0 and 100, 100 only when nothing is missing, never lower for filing something."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.board.completeness import TREND
from disclosure.board.completeness import Badge
from disclosure.board.completeness import by_place
from disclosure.board.completeness import scores
from disclosure.board.completeness import standing
from disclosure.board.completeness import together
from disclosure.board.completeness import total
from disclosure.board.model import Duty
from disclosure.board.model import Status
from tests.board.making import catalogue

TODAY = date(2026, 11, 21)
DONE = (Status.PUBLISHED, Status.NIL, Status.LATE)


def duty(status: Status = Status.PUBLISHED, due: date | None = date(2026, 10, 15), essential: bool = False, weight: int = 2, period: str = "2026-Q3", place: str = "a") -> Duty:
    return Duty(place, "fin.ledger", period, "", "calendar", due, due, "default", essential, status, weight=weight)


days = st.dates(date(2025, 1, 1), TODAY)
some = st.builds(duty, st.sampled_from(list(Status)), days, st.booleans(), st.integers(-1, 5), st.just("2026-Q3"), st.sampled_from(["a", "b"]))
many = st.lists(some, max_size=30)


@given(many)
def test_a_score_is_a_share(duties: list[Duty]) -> None:
    for score in scores(duties).values():
        assert score.percent is not None
        assert score.on_time is not None
        assert Decimal(0) <= score.on_time
        assert Decimal(0) <= score.percent <= Decimal(100)
        assert score.on_time <= Decimal(100)
        assert (score.percent == 100) == (score.missing == 0)
        assert score.prompt + score.late + score.missing == score.owed


@given(many, st.sampled_from(DONE))
def test_filing_what_is_missing_never_lowers_a_score(duties: list[Duty], done: Status) -> None:
    before = scores(duties)
    for at, one in enumerate(duties):
        if one.status is Status.MISSING:
            after = scores([*duties[:at], one._replace(status=done), *duties[at + 1 :]])
            for quarter, score in before.items():
                assert (after[quarter].percent or 0) >= (score.percent or 0)
                assert (after[quarter].on_time or 0) >= (score.on_time or 0)


@given(many)
def test_what_is_not_due_yet_and_what_is_exempt_do_not_count(duties: list[Duty]) -> None:
    assert scores(duties) == scores([one for one in duties if one.status not in (Status.DUE, Status.EXEMPT)])


@given(many)
def test_no_praise_while_anything_essential_is_missing(duties: list[Duty]) -> None:
    stand = standing(duties, TODAY)
    lacking = [one for one in duties if one.essential and one.status is Status.MISSING]
    assert stand.essential_missing == len(lacking)
    if lacking:
        assert stand.badge is Badge.NONE


@given(many)
def test_the_order_of_duties_and_their_grouping_make_no_difference(duties: list[Duty]) -> None:
    assert scores(duties) == scores(list(reversed(duties)))
    whole = total(scores(duties).values())
    assert whole == total(score for own in by_place(duties).values() for score in scores(own).values())


@pytest.mark.parametrize(
    ("statuses", "badge"),
    [
        ([Status.PUBLISHED, Status.NIL], Badge.PROMPT),
        ([Status.PUBLISHED, Status.LATE], Badge.COMPLETE),
        ([Status.PUBLISHED, Status.MISSING], Badge.ESSENTIAL),
        ([Status.DUE, Status.EXEMPT], Badge.NONE),
    ],
)
def test_what_may_be_said(statuses: list[Status], badge: Badge) -> None:
    assert standing([duty(status) for status in statuses], TODAY).badge is badge


def test_items_weigh_three_two_or_one() -> None:
    duties = [duty(weight=3), duty(weight=2, status=Status.LATE), duty(weight=1, status=Status.MISSING)]
    (score,) = scores(duties).values()
    assert score.percent == Decimal("83.3")
    assert score.on_time == Decimal("33.3")


def test_an_item_counts_in_the_quarter_in_which_it_fell_due() -> None:
    undated = duty(due=None, period="2026-05")
    found = scores([duty(), duty(due=date(2026, 9, 30)), undated])
    assert {quarter.canonical: score.owed for quarter, score in found.items()} == {"2026-Q2": 1, "2026-Q3": 1, "2026-Q4": 1}
    assert scores([duty(due=None, period="any day")]) == {}


def test_the_trend_ends_with_the_quarter_of_the_day() -> None:
    stand = standing([duty(), duty(Status.MISSING, date(2025, 3, 3), essential=True)], date(2026, 2, 1))
    assert [turn.quarter.canonical for turn in stand.turns] == ["2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1"]
    assert len(stand.turns) == TREND
    assert stand.now.score.percent is None
    assert stand.earlier_missing == 1


def test_a_catalogue_has_a_version_that_changes_only_with_what_it_asks_for() -> None:
    base = catalogue()
    ledger = base.categories["fin.ledger"]

    def changed(**fields: object) -> str:
        return replace(base, categories={**base.categories, ledger.id: replace(ledger, **fields)}).version  # type: ignore[arg-type]

    reordered = replace(base, categories=dict(reversed(base.categories.items())))
    assert base.version == reordered.version == changed(purpose="换一种说法")
    others = {changed(name="收支"), changed(weight=1), changed(due=replace(ledger.due, count=14)), changed(basis=()), changed(tables=())}
    assert len(others | {base.version}) == 6


@given(many.filter(bool))
def test_places_together_stand_as_all_their_duties_do(duties: list[Duty]) -> None:
    assert together([standing(own, TODAY) for own in by_place(duties).values()]) == standing(duties, TODAY)
