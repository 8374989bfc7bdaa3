from __future__ import annotations

from dataclasses import replace

from disclosure.reporting.github import render
from tests.reporting.made import LATE
from tests.reporting.made import report


def test_annotations_are_escaped_and_stand_at_the_repositorys_path() -> None:
    one = replace(LATE, path="甲,乙:丙%.yaml", severity="info", help="这样：\n日期: 100%")
    line = render(report(one)).split("\n")[0]
    assert line == (
        "::notice file=content/甲%2C乙%3A丙%25.yaml,line=1,col=1,title=DUE002 公开晚了::晚了 3 天。%0A请注意%0A这样：%0A日期: 100%25"
    )


def test_severities() -> None:
    assert render(report(LATE)).startswith("::warning ")
    assert render(report(replace(LATE, severity="error"))).startswith("::error ")
