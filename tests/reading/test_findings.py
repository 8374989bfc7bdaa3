"""Places of a mended text are found again in the text as typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from disclosure.reading.findings import MAX_PER_SLUG
from disclosure.reading.findings import Typed
from disclosure.reading.findings import same_ends
from disclosure.reading.lines import lines_of
from disclosure.reading.yaml import read_slowly

TEXTS = st.text("一二: ", max_size=8)


@given(TEXTS, TEXTS)
def test_ends_that_are_the_same(one: str, other: str) -> None:
    head, tail = same_ends(one, other)
    assert one[:head] == other[:head]
    assert one[len(one) - tail :] == other[len(other) - tail :]
    assert head + tail <= min(len(one), len(other))


@given(st.lists(TEXTS, min_size=1, max_size=4), st.integers(0, 3), TEXTS)
def test_places_come_back(typed: list[str], at: int, written: str) -> None:
    at %= len(typed)
    before = lines_of("\n".join(typed), "x")
    both = Typed(before, before.with_lines({at: written}), frozenset({at}))
    for offset in range(len(both.mended.text) + 1):
        index = both.mended.index(offset)
        there = both.offset(offset)
        assert before.index(there) == index
        if index != at:
            assert there - before.starts[index] == offset - both.mended.starts[index]


def test_sorts_of_findings_are_counted_apart() -> None:
    found = read_slowly("".join("一: 三组 #5\n" for _ in range(300)), "x").diagnostics
    assert [sum(one.slug == slug for one in found) for slug in ("duplicate-key", "unquoted-hash")] == [MAX_PER_SLUG] * 2
    assert [one.span.start for one in found] == sorted(one.span.start for one in found)
