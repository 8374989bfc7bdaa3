from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from disclosure.reading.csvcells import cells_of
from disclosure.reading.csvcells import sniff


def texts(source: str) -> list[list[str]]:
    return [[row[column].text for column in sorted(row)] for _, row in sorted(cells_of(source, "表.csv").items())]


def test_the_sign_that_separates_is_told_from_the_text() -> None:
    assert [sniff(text) for text in ("村,人数\n", "村;人数\n", "村\t人数\n", "村，人数\n", "村\n", '"a;b;c",村\n')] == [",", ";", "\t", "，", ",", ","]


def test_quotes_commas_and_line_breaks_inside() -> None:
    source = '村,"金额\n(元)",备注\r\n甲,"1,120.00","他说""好"""\r\n\r\n 乙 ,3,\r\n'
    assert texts(source) == [["村", "金额\n(元)", "备注"], ["甲", "1,120.00", '他说"好"'], ["乙", "3", ""]]
    rows = cells_of(source, "表.csv")
    assert sorted(rows) == [1, 3, 5]
    cell = rows[3][2]
    assert (cell.span.line, cell.span.column, source[cell.span.start : cell.span.end]) == (3, 4, "1,120.00")


def test_leading_full_width_spaces_stay() -> None:
    assert texts("项目,金额\n　甲,3\n") == [["项目", "金额"], ["　甲", "3"]]


def test_a_quote_in_the_middle_is_a_quote() -> None:
    assert texts('a,b "c" d\n"x"y,2\n') == [["a", 'b "c" d'], ['"x"y', "2"]]


CELL = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zs", "Zl", "Zp", "Cf"), blacklist_characters='，;"'), min_size=1, max_size=6)


@given(st.lists(st.lists(CELL | st.just('说"好"') | st.just("1,200") | st.just("上\n下"), min_size=2, max_size=4), min_size=1, max_size=5))
def test_what_excel_writes_is_read_back_with_its_places(rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([["甲"] * 5, *rows])
    source = out.getvalue()
    assert texts(source)[1:] == rows
    for row in cells_of(source, "表.csv").values():
        for cell in row.values():
            assert source[cell.span.start : cell.span.end].replace('""', '"') == cell.text
