"""The sample township says what it should: four villages in order, one with just the faults it was given."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def answer() -> dict[str, list[dict[str, object]]]:
    command = [sys.executable, "-m", "disclosure", "check", "-C", str(ROOT), "--output-format", "json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    found: dict[str, list[dict[str, object]]] = json.loads(done.stdout)
    return found


def test_villages_in_order_have_no_finding(answer: dict[str, list[dict[str, object]]]) -> None:
    assert {one["place"] for one in answer["diagnostics"]} == {"qinghe/dongpo"}


def test_the_late_village_has_just_its_faults(answer: dict[str, list[dict[str, object]]]) -> None:
    found = sorted((str(one["slug"]), str(one["category"]), str(one["period"])) for one in answer["diagnostics"])
    assert found == [
        ("late-filing", "decision.resolution", "2026-Q3"),
        ("late-filing", "fin.ledger", "2026-Q2"),
        ("late-filing", "fin.summary", "2026-Q3"),
        ("late-filing", "pay.cadre", "2026-Q1"),
        ("missing-filing", "asset.lease", "2026-Q3"),
        ("missing-filing", "feedback", "2026-Q3"),
        ("missing-filing", "fin.debt", "2026-Q2"),
        ("missing-filing", "fin.ledger", "2026-Q3"),
        ("missing-filing", "fund.transfer", "2026-Q1"),
        ("not-on-board", "fin.debt", "2026-Q3"),
        ("posted-too-short", "pay.cadre", "2026-Q2"),
        ("total-off", "fin.summary", "2026-Q1"),
    ]


def test_every_finding_has_a_place_and_a_cure(answer: dict[str, list[dict[str, object]]]) -> None:
    for one in answer["diagnostics"]:
        assert one["path"]
        assert one["line"]
        assert one["column"]
        assert one["help"]
        assert one["citations"] or one["slug"] == "total-off"


def test_duties_cover_a_full_year(answer: dict[str, list[dict[str, object]]]) -> None:
    ledgers = {(duty["place"], duty["period"]) for duty in answer["duties"] if duty["category"] == "fin.ledger"}
    months = {period for place, period in ledgers if place == "qinghe/shangwan"}
    assert months == {"2025-10", "2025-11", "2025-12", *(f"2026-{month:02d}" for month in range(1, 11))}
    quarters = {period for place, period in ledgers if place == "qinghe/shiqiao"}
    assert quarters == {"2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"}
