"""Two sides of one sum: equal ones agree however they are cut up, differing ones speak only where nothing is left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.span import Span
from disclosure.board.flow import Flow
from disclosure.board.lookups import GIVEN
from disclosure.board.lookups import PAID
from disclosure.board.lookups import RECEIVED
from disclosure.board.lookups import document
from disclosure.board.model import Board
from disclosure.board.model import Brief
from disclosure.board.model import Place
from disclosure.board.model import Settings
from disclosure.board.reconcile import pairs
from disclosure.building.plain import from_plain
from disclosure.building.plain import to_plain
from disclosure.catalogue.model import Catalogue

PAPER = "青财〔2026〕3号"
SUMS = st.lists(st.integers(1, 10**8).map(lambda cents: Decimal(cents) / 100), min_size=1, max_size=4)


def place(path: str, level: str) -> Place:
    return Place(path, path.rpartition("/")[2], path, level, path, Span(f"{path}/place.yaml"))


def brief(where: str, category: str, period: str, *flows: Flow, name: str = "") -> Brief:
    empty: dict[str, Decimal] = {}
    days: dict[str, date] = {}
    return Brief(
        f"{where}/{category}/{period}{name}", where, category, period, "", f"{where}.yaml", "", "", "", "", "", "", "", False, False, False, "",
        None, None, None, None, None, empty, days, empty, 1, 0, "", flows=flows,
    )  # fmt: skip


def flow(side: str, where: str, amount: Decimal, at: int = 1, *, programme: str = "", paper: str = PAPER, partial: bool = False) -> Flow:
    return Flow(side, where, paper, programme, "运转经费", amount, Span("a.yaml", at), partial)


def board(*briefs: Brief) -> Board:
    places = {"t": place("t", "township"), "t/a": place("t/a", "village"), "t/b": place("t/b", "village")}
    return Board(Settings(), Catalogue({}, {}, {}), places, briefs, (), (), date(2026, 11, 20))


def gave(*amounts: Decimal, **more: str) -> Brief:
    return brief("t", "other.notice", "2026-Q2", *(flow(GIVEN, "t/a", amount, at, **more) for at, amount in enumerate(amounts, 1)))  # type: ignore[arg-type]


def got(period: str, *amounts: Decimal, partial: bool = False) -> Brief:
    return brief("t/a", "fund.transfer", period, *(flow(RECEIVED, "t/a", amount, at, partial=partial) for at, amount in enumerate(amounts, 1)))


@given(SUMS, st.data())
def test_a_sum_agrees_however_it_is_cut_up(given_sums: list[Decimal], data: st.DataObject) -> None:
    whole = sum(given_sums, Decimal(0))
    cut = data.draw(st.integers(0, int(whole * 100)).map(lambda cents: Decimal(cents) / 100))
    (pair,) = pairs(board(gave(*given_sums), got("2026-Q2", cut), got("2026-Q3", whole - cut)))
    assert (pair.gave, pair.took, pair.off) == (whole, whole, False)


@given(SUMS, st.integers(1, 10**6))
def test_a_cent_of_difference_is_told(given_sums: list[Decimal], cents: int) -> None:
    whole = sum(given_sums, Decimal(0))
    (pair,) = pairs(board(gave(*given_sums), got("2026-Q2", whole + Decimal(cents) / 100)))
    assert pair.off


def test_who_has_not_come_to_that_period_yet_is_not_asked() -> None:
    assert not pairs(board(gave(Decimal(20)), got("2026-Q1", Decimal(8))))[0].off
    assert pairs(board(gave(Decimal(20)), got("2026-Q1", Decimal(8)), brief("t/a", "fund.transfer", "2026-Q2")))[0].off


def test_what_came_before_the_first_account_is_not_known() -> None:
    assert not pairs(board(gave(Decimal(20)), got("2026-Q2", Decimal(8), partial=True)))[0].off


def test_a_sum_told_twice_is_one_sum() -> None:
    again = replace(gave(Decimal(20)), filing_id="t/other.notice/2026", period="2026")
    assert not pairs(board(gave(Decimal(20)), again, got("2026-Q4", Decimal(20))))[0].off
    assert pairs(board(gave(Decimal(20)), again, got("2026-Q4", Decimal(21))))[0].off


def test_another_paper_is_another_sum() -> None:
    (pair,) = pairs(board(gave(Decimal(20), paper="青财〔2026〕4号"), got("2026-Q2", Decimal(8))))
    assert pair.taken == () and not pair.off


@pytest.mark.parametrize(("amounts", "partial", "off"), [(("60", "40"), False, False), (("60", "41"), False, True), (("60",), False, False), (("101",), False, True), (("60", "30"), True, False), (("60", "50"), True, True)])
def test_a_whole_township_beside_its_villages(amounts: tuple[str, ...], partial: bool, off: bool) -> None:
    whole = brief("t", "town.agri", "2026", flow(GIVEN, "t", Decimal(100), programme="subs.arable"))
    lists = [brief(f"t/{name}", "subs.arable", "2026", flow(PAID, f"t/{name}", Decimal(amount), programme="subs.arable", partial=partial)) for name, amount in zip("ab", amounts, strict=False)]
    (pair,) = pairs(board(whole, *lists))
    assert pair.off == off
    assert len(pair.taken) == len(amounts)


def test_what_was_superseded_counts_no_more() -> None:
    old = got("2026-Q2", Decimal(8))
    new = replace(got("2026-Q2", Decimal(20)), filing_id="t/a/fund.transfer/2026-Q2~更正", supersedes=old.filing_id)
    assert not pairs(board(gave(Decimal(20)), old, new))[0].off


@given(st.sampled_from("〔[(【（［〈"), st.sampled_from("〕])】）］〉"), st.integers(1990, 2099), st.integers(1, 999))
def test_a_paper_has_one_spelling(left: str, right: str, year: int, number: int) -> None:
    told = document(f" 云财农 {left}{year}{right} {number} 号")
    assert told == f"云财农〔{year}〕{number}号" == document(told)


@given(st.text(alphabet="0123456789-号年第", max_size=12))
def test_what_names_no_year_in_brackets_is_no_paper(text: str) -> None:
    assert document(text) == ""


def test_flows_and_terms_are_kept_in_a_cache() -> None:
    kept = gave(Decimal("20.50"))
    assert from_plain(to_plain(kept)) == kept
