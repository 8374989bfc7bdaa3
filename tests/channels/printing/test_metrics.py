"""Widths and lines are estimated the way the type is set."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.channels.printing import metrics

WORDS = st.text(alphabet="石桥村东洼，。（）0123456789.,% abc", max_size=60)


def test_han_is_one_em_and_figures_are_narrower() -> None:
    assert metrics.width("石桥村") == 3
    assert metrics.width("12,000.00") == pytest.approx(7 * 0.555 + 2 * 0.278)
    assert metrics.width("9", "bold") * metrics.BOLD_FIGURES == pytest.approx(metrics.width("9"), abs=0.002)


def test_a_figure_is_never_torn_from_its_unit() -> None:
    markup = '每亩 <span class="num">250.00 元</span>'
    assert [token.width for token in metrics.lines_of(markup)[0]][-1] == pytest.approx(metrics.width("250.00 元"))
    assert metrics.inline(markup) == "每亩 250.00\u00a0元"
    assert metrics.inline('<span class="num">11月6日</span>') == '<span class="num">11月6日</span>'


def test_signs_stay_with_the_word_they_belong_to() -> None:
    assert [round(token.width) for token in metrics.lines_of("《法》，好。")[0]] == [4, 2]


def test_a_break_begins_a_line() -> None:
    assert metrics.count_lines("一二三<br>四", 10) == 2
    assert metrics.natural("一二三<br/>四") == 3
    assert metrics.plain("一<b>二</b>&amp;三") == "一二&三"


def test_a_piece_wider_than_the_line_is_broken_inside() -> None:
    assert metrics.count_lines("a" * 100, 10) > 4


@given(WORDS, st.floats(2, 30), st.floats(0, 10))
def test_more_room_never_needs_more_lines(text: str, room: float, more: float) -> None:
    assert metrics.count_lines(text, room + more) <= metrics.count_lines(text, room)


@given(WORDS)
def test_one_line_is_as_wide_as_it_is_wide(text: str) -> None:
    assert metrics.count_lines(text, metrics.natural(text) + 0.001) == 1
    assert metrics.longest(text) <= metrics.natural(text) + 1e-9
