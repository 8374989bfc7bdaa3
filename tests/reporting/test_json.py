from __future__ import annotations

import json
from datetime import date
from typing import Any

from disclosure.reporting.json import render
from disclosure.reporting.report import Report
from tests.basis.invented import id_card
from tests.reporting import made
from tests.reporting.made import CLOSING
from tests.reporting.made import LATE
from tests.reporting.made import report

DIAGNOSTIC = "code slug severity title message path line column cell related cause place category period filing_id row citations help"
DUTY = (
    "place category period item source due_on due_raw due_source essential status nil held window take_down_due filing filings "
    "filing_id published_on posted_on taken_down_on"
)


def answer() -> Any:
    return json.loads(render(report(CLOSING, LATE)))


def test_exactly_the_fields_of_the_contract() -> None:
    said = answer()
    assert list(said) == ["schema", "today", "checked", "diagnostics", "duties"]
    assert said["schema"] == 1
    assert said["today"] == "2026-11-20"
    assert said["checked"] == {"places": 6, "filings": 84, "rows": 2107}
    assert list(said["diagnostics"][0]) == DIAGNOSTIC.split()
    assert list(said["duties"][0]) == DUTY.split()


def test_what_does_not_apply_is_null_and_places_never_are() -> None:
    late = answer()["diagnostics"][1]
    assert (late["line"], late["column"]) == (1, 1)
    assert {late[name] for name in ("cell", "cause", "place", "category", "period", "filing_id", "row", "help")} == {
        None
    }
    assert late["citations"] == late["related"] == []


def test_related_places_and_duties() -> None:
    said = answer()
    assert said["diagnostics"][0]["related"] == [
        {"path": "石桥村/三月.yaml", "line": 5, "column": 9, "message": "期初余额 152,300.00"}
    ]
    duty = said["duties"][0]
    assert (duty["status"], duty["due_on"], duty["window"], duty["filing"], duty["filings"]) == (
        "missing",
        "2026-04-15",
        None,
        None,
        [],
    )
    assert duty["essential"] is True


def test_han_is_written_as_such() -> None:
    assert "期末余额" in render(report(CLOSING))


def test_no_duty_carries_a_number_of_a_person() -> None:
    number = id_card("500113", date(1961, 3, 5), "012")
    one = made.DUTY._replace(item=number, filing=f"{number}.yaml", filing_id=f"a~{number}", filings=(f"a~{number}",))
    assert number not in render(Report(date(2026, 11, 20), duties=(one,)))
