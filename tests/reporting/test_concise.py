from __future__ import annotations

from disclosure.reporting.concise import render
from tests.reporting.made import LATE
from tests.reporting.made import report


def test_one_line_per_finding() -> None:
    assert render(report(LATE)).split("\n") == [
        "石桥村/二月.yaml:1:1: DUE002 late-filing 晚了 3 天。 请注意",
        "检查 6 个地方、84 个公开件、2107 行：错误 0、警告 1",
        "",
    ]
