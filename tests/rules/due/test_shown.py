"""Days on which something was shown: before its period began, or not yet come."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.desk import HOME
from tests.rules.desk import check

NIL = "类别: {category}\n期间: {period}\n上栏日期: {shown}\n公开日期: {shown}\n本期无: 本期没有\n签字: {{制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}}\n"


def slugs(root: Path, category: str, period: str, shown: str) -> list[str]:
    found = check(root, {f"{HOME}/a.yaml": NIL.format(category=category, period=period, shown=shown)}).diagnostics
    return [one.slug for one in found if one.slug in ("shown-before-period", "dated-ahead")]


@pytest.mark.parametrize(("shown", "found"), [("2025-10-09", 1), ("2026-01-31", 1), ("2026-06-30", 0), ("2026-07-01", 0), ("2026-09-28", 0), ("2026-10-09", 0)])
def test_nothing_is_shown_half_a_year_before_its_period(tmp_path: Path, shown: str, found: int) -> None:
    assert slugs(tmp_path, "债权债务", "2026-Q3", shown) == ["shown-before-period"] * found


@pytest.mark.parametrize("category", ["年度工作计划", "财务计划", "其他公示"])
def test_what_lies_ahead_may_be_shown_before(tmp_path: Path, category: str) -> None:
    assert slugs(tmp_path, category, "2027", "2026-11-10") == []


def test_a_day_to_come_is_told_and_the_filing_waits(tmp_path: Path) -> None:
    told = check(tmp_path, {f"{HOME}/a.yaml": NIL.format(category="债权债务", period="2026-Q3", shown="2027-10-09")})
    assert [(one.slug, one.span.line, one.arguments["shown"]) for one in told.diagnostics] == [("dated-ahead", 3, "2027-10-09")]
    assert told.board.briefs == ()


def test_one_day_of_another_century_beside_a_right_one_is_told(tmp_path: Path) -> None:
    text = NIL.format(category="债权债务", period="2026-Q3", shown="2026-10-09").replace("公开日期: 2026-10-09", "公开日期: 2062-10-09")
    told = [one for one in check(tmp_path, {f"{HOME}/a.yaml": text}).diagnostics if one.slug == "dated-ahead"]
    assert [one.arguments["other"] for one in told] == ["2062-10-09"]
