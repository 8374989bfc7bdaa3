"""Commas that YAML took for separators: digits in threes are joined without a word, all else is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.reading.composing import compose
from disclosure.reading.joining import is_number
from disclosure.reading.lines import lines_of
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import Scalar


@pytest.mark.parametrize(
    "text", ["1,000", "12,000.00", "-123,456,789", "(1,200)", "约1,200元", "1,200至3,400元", ",867.48", "5"]
)
def test_numbers_whose_commas_are_right(text: str) -> None:
    assert is_number(text)


@pytest.mark.parametrize("text", ["12,0000", "1234,567", "1,00", "米,面", "1,000,", ",86", "0.123,456", "1,000,00"])
def test_texts_whose_commas_are_not(text: str) -> None:
    assert not is_number(text)


@given(
    st.integers(1, 10**12), st.integers(0, 99), st.sampled_from(["", "-", "￥", "约"]), st.sampled_from(["", "元", "%"])
)
def test_every_amount_in_a_row_comes_back_as_typed(whole: int, cents: int, before: str, after: str) -> None:
    typed = f"{before}{whole:,}.{cents:02}{after}"
    text = f"{{一: {typed}, 二: {typed}}}"
    composed = compose(lines_of(text, "x"))
    assert composed.traps == ()
    assert isinstance(composed.root, Mapping)
    for _, value in composed.root:
        assert isinstance(value, Scalar)
        assert value.text == typed == text[value.span.start : value.span.end]
