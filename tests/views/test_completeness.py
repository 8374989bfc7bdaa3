"""Completeness on pages: figures that agree with the duties, a fixed order, praise only where the gate is passed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from disclosure.board.completeness import scores
from disclosure.board.model import Board
from disclosure.board.model import Status
from disclosure.views.completeness import BADGES
from disclosure.views.completeness import NOTHING
from disclosure.views.completeness import grouped_by_row
from disclosure.views.completeness import own_tally
from disclosure.views.completeness import percent_words
from disclosure.views.completeness import places_tally
from disclosure.views.home import grid_rows
from disclosure.views.home import home_view
from disclosure.views.place import place_view
from tests.views.making import LEDGER
from tests.views.making import PLACES
from tests.views.making import TODAY
from tests.views.making import VILLAGE
from tests.views.making import board
from tests.views.making import read


@pytest.fixture(scope="module")
def world() -> Board:
    return board(read(LEDGER))


def words(html: str) -> str:
    return html.striptags()  # type: ignore[attr-defined, no-any-return]


def test_the_table_of_places_agrees_with_the_duties(world: Board) -> None:
    rows = grid_rows(world, "")
    tally = places_tally(world, world.duties, rows)
    assert tally is not None
    assert [row.name for row in tally.rows] == [place.name for place in rows]
    quarter = max(scores(world.duties))
    for row, place in zip(tally.rows, rows, strict=True):
        score = scores(duty for duty in world.duties if duty.place == place.path)[quarter]
        assert row.cells[:5] == (str(score.owed), str(score.done), str(score.missing), str(score.late), percent_words(score.percent))
    assert tally.total is not None
    assert int(tally.total.cells[0]) == sum(int(row.cells[0]) for row in tally.rows)
    assert f"按目录第 {world.catalogue.version} 版计算" in tally.note
    assert all(len(row.cells) == len(tally.heads) - 1 for row in tally.rows)


def test_a_place_with_more_to_its_name_is_not_ranked_higher(world: Board) -> None:
    full = replace(world, duties=tuple(duty._replace(status=Status.PUBLISHED) if duty.place == VILLAGE.path else duty for duty in world.duties))
    before, after = (home_view(one).tallies[0].rows for one in (world, full))
    assert [row.name for row in before] == [row.name for row in after]


def test_praise_only_where_nothing_essential_is_missing(world: Board) -> None:
    own = [duty for duty in world.duties if duty.place == VILLAGE.path]
    assert any(duty.essential and duty.status is Status.MISSING for duty in own)
    tally = own_tally(world, own)
    assert tally is not None
    assert tally.badge == ""
    assert "必须项还缺" in words(tally.lead)
    filed = [duty._replace(status=Status.PUBLISHED) for duty in own]
    praised = own_tally(world, filed)
    assert praised is not None
    assert praised.badge in BADGES.values()
    assert praised.badge
    assert praised.rows[-1].cells[-1] == "100%"
    assert "还缺" not in words(praised.lead)


def test_a_trend_shows_quarters_in_which_something_fell_due(world: Board) -> None:
    own = [duty for duty in world.duties if duty.place == VILLAGE.path]
    tally = own_tally(world, own)
    assert tally is not None
    assert [row.name for row in tally.rows] == ["第一季度", "第二季度", "第三季度", "第四季度"][-len(tally.rows) :]
    assert "比上季" in words(tally.lead) or "和上季一样" in words(tally.lead)


def test_nothing_due_shows_nothing(world: Board) -> None:
    waiting = [duty._replace(status=Status.DUE) for duty in world.duties]
    assert own_tally(world, waiting) is None
    assert places_tally(world, [], list(PLACES.values())) is None
    tally = places_tally(world, waiting, list(PLACES.values()))
    assert tally is not None
    assert tally.rows[0].cells[:5] == (NOTHING,) * 5
    assert "没有到期的公开事项" in words(tally.lead)


def test_gaps_of_earlier_quarters_are_named(world: Board) -> None:
    old = next(duty for duty in world.duties if duty.place == VILLAGE.path)._replace(status=Status.MISSING, due_on=TODAY.replace(month=2))
    now = old._replace(status=Status.PUBLISHED, due_on=TODAY)
    tally, own = places_tally(world, [old, now], [VILLAGE]), own_tally(world, [old, now])
    assert tally is not None
    assert own is not None
    assert "以前各季还有 1 项没补上" in words(tally.lead)
    assert "以前各季还有 1 项没补上" in words(own.lead)
    assert tally.total is None


def test_pages_carry_their_tables(world: Board) -> None:
    assert home_view(world).tallies[0].anchor == "completeness"
    assert place_view(world, PLACES["qinghe"]).tallies[0].heads[0] == ("村",)
    assert place_view(world, VILLAGE).tallies[0].heads[0] == ("季度",)


def test_percent_words_and_grouping() -> None:
    assert percent_words(Decimal("92.1")) == "92.1%"
    assert percent_words(Decimal(100)) == "100%"
    assert percent_words(None) == NOTHING
    named = [("qinghe/shiqiao/one", 1), ("qinghe/shiqiao", 2), ("elsewhere", 3)]
    assert grouped_by_row(named, [VILLAGE]) == {VILLAGE.path: [1, 2]}
