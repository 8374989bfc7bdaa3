"""Whatever is typed, reading and adding up never fail: mistakes are findings."""

from __future__ import annotations

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from disclosure.board.evaluate import breaches
from tests.board.making import catalogue
from tests.board.making import read
from tests.board.making import shelf

EXAMPLES = [one.example for one in catalogue().categories.values() if one.example]
TYPED = st.sampled_from([*"0123456789.,-−+×÷=≤≥()（）「」{}[]|: \n元万亩户%其中@　〃无约近余大写壹元整【私】", "sum(", "previous.", "未列", "9" * 40])


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(EXAMPLES), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 6), TYPED), min_size=1, max_size=5))
def test_broken_filings_give_findings(text: str, edits: list[tuple[float, int, str]]) -> None:
    for where, gone, typed in edits:
        at = int(where * len(text))
        text = text[:at] + typed + text[at + gone :]
    result = read(text)
    if result.filing is None:
        assert result.diagnostics
    else:
        for breach in breaches(result.filing, shelf(result.filing)):
            assert breach.diagnostic().slug
