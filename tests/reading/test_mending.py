"""A cause is only named when the text reads further without it; the text keeps its lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from disclosure.reading.composing import compose
from disclosure.reading.guard import decode
from disclosure.reading.lines import lines_of
from disclosure.reading.mending import MAX_WORK
from disclosure.reading.mending import Mended
from disclosure.reading.mending import mend
from disclosure.reading.mending import trouble_of
from tests.reading.typing_errors import FRAGMENTS


def mended(text: str) -> Mended:
    lines = lines_of(text, "x")
    return mend(lines, compose(lines))


def test_what_parses_is_left_alone() -> None:
    assert mended("一: 二：三\n").causes == ()


def test_the_cause_stands_above_the_line_that_was_complained_about() -> None:
    text = "行:\n  － 一: 1\n    二: 2\n"
    trouble = trouble_of(compose(lines_of(text, "x")))
    assert trouble is not None
    assert trouble.line == 2
    assert [(cause.at, cause.suspect.slug) for cause in mended(text).causes] == [(1, "list-dash-full-width")]


def test_a_quote_left_open_is_found_far_above() -> None:
    text = '标题: "公示\n' + "一: 1\n" * 30 + '注: "另文"\n'
    assert [(cause.at, cause.suspect.slug) for cause in mended(text).causes] == [(0, "unclosed-quote")]


def test_causes_that_lie_apart_are_all_found() -> None:
    text = "".join(f"一{at}：1\n二{at}: 2\n" for at in range(20))
    result = mended(text)
    assert [cause.at for cause in result.causes] == list(range(0, 40, 2))
    assert trouble_of(result.composed) is None


def test_what_nobody_understands_stays_a_trouble() -> None:
    result = mended("一:\n  二: 1\n  - 三\n")
    assert result.causes == ()
    assert trouble_of(result.composed) is not None


@pytest.mark.parametrize("text", ["一: 1\n" * (MAX_WORK // 5) + "二：2\n三: 3\n", f"一: {'五' * 2000}：六: 七\n"])
def test_what_would_take_too_long_is_not_tried(text: str) -> None:
    assert mended(text).causes == ()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=12).map("".join))
def test_lines_are_kept_and_each_cause_changes_its_own(text: str) -> None:
    decoded, _ = decode(text.encode(), "x")
    lines = lines_of(decoded or "", "x")
    result = mended(lines.text)
    assert len(result.lines.starts) == len(lines.starts)
    changed = {at for at in range(len(lines.starts)) if lines.line(at) != result.lines.line(at)}
    assert changed <= {cause.at for cause in result.causes}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("类别：公示\n期间：2026\n日期: 2026\n标题：甲\n", [0, 1, 3]),
        ("# 说明\n类别：公示\n\n期间:2026\n日期: 2026\n", [1, 3]),
        ("类别: 公示\n签字:\n  制表：甲\n  审核:乙\n  负责人: 丙\n期间: 2026\n", [2, 3]),
    ],
)
def test_lines_that_run_together_are_mended_together(text: str, lines: list[int]) -> None:
    result = mended(text)
    assert [cause.at for cause in result.causes] == lines
    assert {cause.suspect.slug for cause in result.causes} <= {"full-width-colon", "missing-space-after-colon"}
    assert trouble_of(result.composed) is None
