from __future__ import annotations

import json
from dataclasses import replace

from disclosure.reporting.gitlab import render
from tests.reporting.made import LATE
from tests.reporting.made import report


def test_each_finding_is_an_issue_with_a_fingerprint_of_its_own() -> None:
    issues = json.loads(render(report(LATE, replace(LATE, line=9), replace(LATE, severity="error"))))
    assert len({issue["fingerprint"] for issue in issues}) == 3
    assert [issue["severity"] for issue in issues] == ["minor", "minor", "major"]
    assert issues[1]["location"]["lines"] == {"begin": 9}
    assert issues[0]["location"]["path"].startswith("content/")
    assert issues[0]["check_name"] == "DUE002 late-filing"


def test_nothing_found_is_an_empty_list() -> None:
    assert json.loads(render(report())) == []
