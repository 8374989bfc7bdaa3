"""A long title is broken into even lines and loses nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from disclosure.channels.printing.titles import balanced


def test_lines_begin_with_words() -> None:
    assert balanced("耕地地力保护补贴", 2) == ("耕地地力", "保护补贴")
    assert balanced("财务收支明细", 1) == ("财务收支明细",)
    assert balanced("2026年7月13日至8月5日", 2) == ("2026年7月13日", "至8月5日")
    assert balanced("村民会议决定及实施", 2) == ("村民会议", "决定及实施")


@given(st.text(alphabet="农村集体经济组织财务收支明细公开（更正）2026年10月《》，", max_size=40), st.integers(1, 6))
def test_no_character_is_lost(text: str, count: int) -> None:
    lines = balanced(text, count)
    assert "".join(lines) == text
    assert len(lines) <= max(1, count)
