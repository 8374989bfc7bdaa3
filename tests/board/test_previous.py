"""What «previous» means: same category, owner and place; silent over a gap; one for each merged place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from disclosure.basis.period import parse_period
from disclosure.board.evaluate import breaches
from disclosure.board.model import Filing
from disclosure.board.model import Place
from tests.board.making import HOME
from tests.board.making import filing
from tests.board.making import shelf

BASE = filing("类别: 财务收支明细\n期间: 2026-03\n期初余额: 10.00\n期末余额: 10.00\n")


def of(period: str, **changes: object) -> Filing:
    found = parse_period(period)
    assert found is not None
    return replace(BASE, period=found, **changes)  # type: ignore[arg-type]


def before(one: Filing, *others: Filing, places: dict[str, Place] | None = None) -> list[str]:
    return [found.id for found in shelf(one, *others, places=places).earlier(one)]


def test_the_last_earlier_one() -> None:
    assert before(of("2026-03"), of("2026-01"), of("2026-02")) == ["shiqiao/fin.ledger/2026-02"]
    assert before(of("2026-04"), of("2026-Q1")) == ["shiqiao/fin.ledger/2026-Q1"]


def test_silent_over_a_gap_and_before_the_first() -> None:
    assert before(of("2026-03"), of("2026-01")) == []
    assert before(of("2026-03"), of("2026-04")) == []
    assert before(of("截至2026-06"), of("截至2025-12")) == ["shiqiao/fin.ledger/截至2025-12"]


def test_owner_stage_and_superseded_ones() -> None:
    assert before(of("2026-03"), of("2026-02", owner="村委会")) == []
    assert before(of("2026-03"), of("2026-02", stage="更正")) == []
    old, new = of("2026-02", batch="旧"), of("2026-02", batch="新", supersedes="shiqiao/fin.ledger/2026-02~旧")
    assert before(of("2026-03"), new, old) == ["shiqiao/fin.ledger/2026-02~新"]


def test_merged_places_add_up() -> None:
    new = replace(HOME, path="new", slug="new", start=date(2026, 3, 1), succeeds=("x", "y"))
    places = {"new": new, "x": replace(HOME, path="x"), "y": replace(HOME, path="y")}
    one, x, y = of("2026-03", place="new"), of("2026-02", place="x"), of("2026-02", place="y")
    assert before(one, x, y, places=places) == ["x/fin.ledger/2026-02", "y/fin.ledger/2026-02"]
    assert before(one, x, places=places) == []
    found = [breach for breach in breaches(one, shelf(one, x, y, places=places)) if breach.primary]
    assert [(breach.slug, breach.stated, breach.derived) for breach in found] == [("opening-not-carried", "10.00", "20.00")]
