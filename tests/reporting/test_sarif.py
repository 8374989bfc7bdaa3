from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from disclosure.reporting.sarif import render
from disclosure.rules.finding import Elsewhere
from tests.reporting.made import LATE
from tests.reporting.made import report


def run_of(*findings: Any) -> dict[str, Any]:
    log = json.loads(render(report(*findings)))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return dict(run)


def test_each_finding_is_a_result_at_its_place() -> None:
    one = replace(LATE, path="青禾镇/石桥 村.yaml", line=7, column=3, related=(Elsewhere("a.yaml", 2, 1, "另一处"),))
    run = run_of(one)
    (result,) = run["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/%E9%9D%92%E7%A6%BE%E9%95%87/%E7%9F%B3%E6%A1%A5%20%E6%9D%91.yaml"
    assert place["region"] == {"startLine": 7, "startColumn": 3}
    assert result["relatedLocations"][0]["message"] == {"text": "另一处"}
    assert result["level"] == "warning"
    assert LATE.message in result["message"]["text"]


def test_rules_stand_once_and_results_point_at_them() -> None:
    run = run_of(LATE, replace(LATE, line=9))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["DUE002"]
    assert {rules[result["ruleIndex"]]["id"] for result in run["results"]} == {"DUE002"}


def test_severities_are_sarifs_own() -> None:
    run = run_of(*(replace(LATE, severity=level) for level in ("error", "warning", "info")))
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]


def test_a_finding_keeps_its_identity_when_lines_move() -> None:
    marks = [
        result["partialFingerprints"]["findingId/v1"]
        for result in run_of(LATE, replace(LATE, line=99, column=4), replace(LATE, row="17"))["results"]
    ]
    assert marks[0] == marks[1] != marks[2]


def test_an_empty_run_is_a_log_too() -> None:
    assert run_of()["results"] == []
