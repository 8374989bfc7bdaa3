"""What is shown of a line that did not parse says nothing about anybody."""

from __future__ import annotations

import pytest

from disclosure.reading.wording import covered
from disclosure.reading.wording import problem_words
from disclosure.reading.wording import shown
from disclosure.reading.wording import shown_name

PHONE = "138" + "00138123"


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("余额: 158,090.00", "余额: 158,090.00"),
        ("  - 日期: 3-05", "  - 日期: 3-05"),
        ("姓名: 王小明", "姓名: ●●●"),
        ("  - {姓名: 王小明, 日期: 3-05}", "  - {姓名: ●●●, 日期: 3-05}"),
        ("说明: 王小明: 已付", "说明: ●●●: ●●"),
        ("王小明 | 2 | 1,120.00", "●●● | 2 | 1,120.00"),
        ("期间: 2026-Q1", "期间: 2026-Q1"),
        ("类别: 财务收支明细", "类别: 财务收支明细"),
        (f"电话: {PHONE}", f"电话: {'●' * 11}"),
        ("户号: 1234567", "户号: ●●●●●●"),
        (f"期间: {PHONE}", f"期间: {'●' * 11}"),
    ],
)
def test_names_of_items_stay_and_words_of_values_go(line: str, kept: str) -> None:
    assert shown(line) == kept


def test_nothing_of_an_unknown_text_stays_but_figures() -> None:
    assert covered("王小明 500元") == "●●● 500●"


def test_long_lines_and_names_are_cut() -> None:
    assert len(shown("一: " + "5" * 3 + " 5" * 200)) == 101
    assert shown_name("金" * 30) == "金" * 24 + "…"
    assert shown_name(PHONE) == "●" * 11


def test_every_complaint_has_words() -> None:
    assert "冒号" in problem_words("could not find expected ':'")
    assert problem_words("something new")
