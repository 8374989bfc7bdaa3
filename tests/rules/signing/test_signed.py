"""Who signs after the paper hangs has not checked it before."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.desk import HOME
from tests.rules.desk import check


@pytest.mark.parametrize(("day", "found"), [("2026-10-08", 0), ("2026-10-09", 0), ("2026-10-10", 1), ("2026-12-08", 1), ("2026-10", 0), ("2026-10-31", 0)])
def test_signatures_come_before_the_public(tmp_path: Path, day: str, found: int) -> None:
    text = f"类别: 债权债务\n期间: 2026-Q3\n上栏日期: 2026-10-09\n公开日期: 2026-10-09\n本期无: 没有\n签字:\n  制表: 王敏\n  监委会审核: {{姓名: 李国强, 日期: {day}}}\n  负责人: 周德明\n"
    told = [one for one in check(tmp_path, {f"{HOME}/a.yaml": text}).diagnostics if one.slug == "signed-after-shown"]
    assert [(one.span.line, one.arguments["role"]) for one in told] == [(8, "监委会审核")] * found
