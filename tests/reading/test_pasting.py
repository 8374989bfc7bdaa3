"""A pasted block that stands too far left is one finding, and moving it is all that is needed."""

from __future__ import annotations

import pytest

from disclosure.basis.diagnostic import Diagnostic
from disclosure.commands.fix import mended
from disclosure.reading.lines import lines_of
from disclosure.reading.nodes import Scalar
from disclosure.reading.pasting import pasted
from disclosure.reading.yaml import Document
from disclosure.reading.yaml import read_yaml

TABS = "收支: |\n日期\t摘要\t支出\n3-18\t孙甲一慰问\t621.00\n\t说明: 路灯\t\n合计\t\t621.00\n"
BARS = "表:\n  - 名: 用水\n    行: |\n组别 | 水费(元)\n一组 | 35.00\n\n二组 | 28.00\n"
HALF = "收支: |\n    日期\t支出\n3-18\t621.00\n3-19\t5.00\n"
AFTER = "期末: 458.00\n"


def read(text: str) -> Document:
    return read_yaml(text.encode(), "x.yaml")


def only(text: str) -> Diagnostic:
    (found,) = read(text).diagnostics
    return found


@pytest.mark.parametrize("text", [TABS, BARS, HALF, TABS + AFTER, BARS + AFTER, HALF + AFTER, (TABS + AFTER).replace("\n", "\r\n")])
def test_one_finding_and_one_safe_edit_for_the_whole_block(text: str) -> None:
    found = only(text)
    assert found.slug == "rows-not-indented"
    assert found.fix is not None
    assert found.fix.safe
    right = read(mended(text, [found.fix]))
    assert right.diagnostics == ()
    assert [line.strip(" ") for line in right.text.split("\n")] == [line.strip(" ") for line in text.split("\n")]


def test_the_rows_become_the_block() -> None:
    found = only(TABS + AFTER)
    assert found.fix is not None
    root = read(mended(TABS + AFTER, [found.fix])).root
    assert root is not None
    block = root.get("收支")
    assert isinstance(block, Scalar)
    assert block.text == TABS.partition("\n")[2]


def test_rows_half_set_in_follow_those_above() -> None:
    (paste,) = pasted(lines_of(HALF, "x"))
    assert (paste.first, paste.last, paste.lead) == (2, 3, "    ")


def test_nothing_of_the_rows_is_told() -> None:
    assert only(TABS).arguments == {"key": "收支", "first": 2, "last": 5, "blanks": 2, "fix": "fix 可以代改"}


def test_a_line_that_is_no_row_leaves_the_edit_to_a_person() -> None:
    found = only("收支: |\n日期\t支出\n三月十八日补记\n3-19\t5.00\n" + AFTER)
    assert found.fix is not None
    assert not found.fix.safe
    assert found.arguments["fix"] == ""


def test_other_slips_are_told_beside_it() -> None:
    found = read(TABS + "期末：458.00\n制表: 王敏\n").diagnostics
    assert [one.slug for one in found] == ["rows-not-indented", "full-width-colon"]


@pytest.mark.parametrize("text", ["收支: |\n期末: 4 | 5\n", "收支: |\n  日期\t支出\n期末: 4\n", "收支: |\n# 空\n期末: 4\n", "收支: |\n没有分栏\n期末: 4\n"])
def test_what_is_no_pasted_block_is_left_alone(text: str) -> None:
    assert not list(pasted(lines_of(text, "x")))


def test_tabs_are_shown_as_blanks() -> None:
    (found,) = read("收支:\n  - 甲: 1\n一\t二三\n").diagnostics
    assert "\t" not in str(found.arguments["line_should"])


def test_a_long_pasted_block_is_read_in_one_pass() -> None:
    rows = "\n".join(f"10-05\t记-{at}\t修渠\t{at}.00" for at in range(20_000))
    found = read_yaml(f"类别: 财务收支明细\n收支明细: |\n{rows}\n期末余额: 1\n".encode(), "a.yaml").diagnostics
    assert [one.slug for one in found] == ["rows-not-indented"]
