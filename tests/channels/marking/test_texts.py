"""A marked text: one more column, the same encoding, nothing else changed; what was in it still reads the same."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from disclosure.channels.marking.remark import Place
from disclosure.channels.marking.remark import Remark
from disclosure.channels.marking.texts import HEAD
from disclosure.channels.marking.texts import marked
from disclosure.reading.csvcells import cells_of
from disclosure.reading.csvcells import fields
from disclosure.reading.csvcells import sniff
from disclosure.reading.rowfile import decoded
from disclosure.reading.rowfile import grid_of_file

WRONG = Remark("error", "金额对不上", '写的是"5.00"，应是 6.00。', "改这一格。\n或者改合计|再看。")
SAID = '错误：金额对不上。写的是"5.00"，应是 6.00。 怎么改：改这一格。 或者改合计／再看。'
TABLE = '日期,摘要,金额\r\n3-05,"机动地\r\n承包费","1,200.00"\r\n3-18,路灯\r\n合计,,1'


def records(data: bytes, separator: str = ",") -> list[list[str]]:
    text, _ = decoded(data, "x.csv")
    assert text is not None
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_one_more_column_in_the_encoding_it_had(encoding: str) -> None:
    data = TABLE.encode(encoding)
    made = marked(data, "x.csv", {Place("", 4, 2): [WRONG]})
    assert made is not None
    assert records(made) == [["日期", "摘要", "金额", HEAD], ["3-05", "机动地\r\n承包费", "1,200.00"], ["3-18", "路灯", "", SAID], ["合计", "", "1"]]
    assert made[:3] == data[:3]
    assert made.decode(encoding).startswith('日期,摘要,金额,"核对意见"\r\n3-05,"机动地\r\n承包费","1,200.00"\r\n3-18,路灯,,"')
    grid = grid_of_file(made, "x.csv")[0]
    assert [head.text for head in grid.heads] == ["日期", "摘要", "金额", HEAD]


def test_what_is_said_of_the_whole_file_stands_with_the_head() -> None:
    made = marked("编制单位：石滩村\n日期;金额\n3-05;1\n".encode(), "x.csv", {Place(): [WRONG], Place("", 1, 1): [WRONG]})
    assert made is not None
    assert records(made, ";") == [["编制单位：石滩村", "", SAID], ["日期", "金额", f"{HEAD}：{SAID}"], ["3-05", "1"]]


def test_a_pasted_block() -> None:
    made = marked("日期 | 金额\n3-05 | 1\n3-06\n".encode(), "x.txt", {Place("", 3, 1): [WRONG]})
    assert made == f"日期 | 金额 | {HEAD}\n3-05 | 1\n3-06| | {SAID}\n".encode()
    framed = marked("| 日期 | 金额 |\r\n|---|---|\r\n| 3-05 | 1 |\r\n".encode(), "x.txt", {Place("", 3, 1): [WRONG]})
    assert framed == f"| 日期 | 金额 | {HEAD} |\r\n|---|---|\r\n| 3-05 | 1 | {SAID} |\r\n".encode()
    tabs = marked("日期\t金额\n3-05\t\n".encode(), "x.txt", {Place("", 2, 1): [WRONG]})
    assert tabs == f"日期\t金额\t{HEAD}\n3-05\t\t{SAID}\n".encode()


def test_what_is_no_text_is_not_marked() -> None:
    assert marked(b"PK\x03\x04", "x.csv", {Place(): [WRONG]}) is None


FIELD = st.text('甲乙=+-@ 12."，;', max_size=5)


@settings(max_examples=80, deadline=None)
@given(
    table=st.lists(st.lists(FIELD, min_size=2, max_size=4), min_size=2, max_size=6),
    lines=st.sets(st.integers(0, 8), min_size=1, max_size=4),
    ending=st.sampled_from(["\n", "\r\n"]),
    words=st.text(max_size=30),
)
def test_every_cell_reads_as_before(table: list[list[str]], lines: set[int], ending: str, words: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator=ending).writerows([["日期", "摘要"], *table])
    text = out.getvalue()
    made = marked(text.encode(), "x.csv", {Place("", line, 1): [WRONG._replace(message=words)] for line in lines})
    assert made is not None
    before, after = cells_of(text, "x.csv"), cells_of(made.decode(), "x.csv")
    for line, row in before.items():
        assert {column: after[line][column].text for column in row} == {column: cell.text for column, cell in row.items()}
    width = max(one.column for one in fields(text, sniff(text)))
    assert {column for row in after.values() for column, cell in row.items() if cell.text and column > width} == {width + 1}
