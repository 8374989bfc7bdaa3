"""The eleven real disclosures: exactly what their texts call errors is found, and nothing on sums that are right."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from disclosure.board.evaluate import breaches
from disclosure.board.load import Loaded
from disclosure.board.load import Survey
from disclosure.board.load import load_shelf
from disclosure.board.load import survey
from tests.board.making import TODAY

CONTENT = Path(__file__).parent.parent / "boards" / "cases" / "content"

WANTED: dict[str, list[tuple[str, int]]] = {
    "shili": [],
    "shili/wanxiu": [("relation-off", 29)],  # 01: 411 of 441 is 93.20 %, printed 100 %
    "shili/sancun": [("relation-off", 19)],  # 10: 111,000 / 65 / 5 = 341.54 is not «近341»
    "shili/xinglong": [("capitals-differ", 30)],  # 17: 伍交角
    "shili/luzhen": [],  # 18
    "shili/dianjiang": [],  # 22: every row, rate and total right
    "shili/yuhuan": [],  # 25: sums right (posted late: a rule on dates)
    "shili/anyuan": [("product-off", 15), ("product-off", 16), ("total-off", 17)],  # 27: two lines and the total
    "shili/linzhou": [("total-off", 21)],  # 28: 393 machines hold the of-which line, the money does not
    "shili/yunxiao": [],  # 31: head claims, rows and total right
    "shili/xiping": [],  # 36: area × rate ≤ fund, both times
    "shili/xuexiao": [],  # 45: every identity holds
}


@cache
def seen() -> Survey:
    return survey(CONTENT)


@cache
def shelf_of(place: str) -> Loaded:
    return load_shelf(seen(), place, TODAY)


def test_places_and_settings_read_without_a_finding() -> None:
    assert seen().diagnostics == ()
    assert set(seen().places) == set(WANTED)


@pytest.mark.parametrize("place", WANTED)
def test_reading_finds_nothing(place: str) -> None:
    assert [one.slug for one in shelf_of(place).diagnostics] == []


@pytest.mark.parametrize("place", WANTED)
def test_exactly_the_errors_of_the_text_are_found(place: str) -> None:
    shelf = shelf_of(place).shelf
    found = [
        (one.slug, one.span.line) for filing in shelf.filings for one in breaches(filing, shelf) if one.primary
    ]
    assert sorted(found) == sorted(WANTED[place])


def test_the_arrears_say_which_pair_disagrees() -> None:
    shelf = shelf_of("shili/anyuan").shelf
    found = {one.span.line: one for one in breaches(shelf.filings[0], shelf)}
    assert (found[15].stated, found[15].derived) == ("62,301.39", "62,299.78")
    assert (found[17].stated, found[17].derived, found[17].difference) == ("231,968.24", "231,969.902", "−1.662")


def test_heads_keep_their_claims_and_of_which_columns() -> None:
    table = shelf_of("shili/yunxiao").shelf.filings[0].tables[0]
    assert [column.claim for column in table.columns if column.claim] != []
    assert sum(column.of_which for column in table.columns) == 1


def test_signature_lines_that_are_printed_and_empty_are_kept() -> None:
    signatures = shelf_of("shili/xuexiao").shelf.filings[0].signatures
    assert [(one.role, one.name) for one in signatures] == [("单位负责人", ""), ("食堂负责人", "")]
