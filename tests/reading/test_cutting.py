from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.span import Span
from disclosure.reading.cutting import Line
from disclosure.reading.cutting import cut
from disclosure.reading.cutting import cut_all
from disclosure.reading.cutting import is_rule
from disclosure.reading.cutting import lines_of
from disclosure.reading.cutting import one_line
from disclosure.reading.cutting import separator_of


def texts(line: str, separator: str = "|", *, framed: bool = False) -> list[str]:
    return [cell.text for cell in cut(Line(line, Span("表.txt")), separator, framed=framed)]


def test_bars_tabs_and_drawn_bars() -> None:
    assert [separator_of(line) for line in ("a | b", "a\tb", "a ｜ b", "a │ b", "a")] == ["|", "\t", "｜", "│", "\t"]
    assert texts("甲 | 1,120.00 |") == ["甲", "1,120.00", ""]
    assert texts("\t合计\t3", "\t") == ["", "合计", "3"]


def test_markdown_frames_are_taken_off_and_blank_cells_inside_stay() -> None:
    assert texts("| 甲 | 3 |", framed=True) == ["甲", "3"]
    assert texts("|  | 合计 | |", framed=True) == ["", "合计", ""]
    assert texts("甲 | 3", framed=True) == ["甲", "3"]


def test_leading_full_width_spaces_are_levels_and_stay() -> None:
    assert texts("　　甲　 | 　3 ") == ["　　甲", "　3"]


def test_an_escaped_bar_is_a_bar() -> None:
    assert texts("甲\\|乙 | 3") == ["甲|乙", "3"]


def test_rules_are_known() -> None:
    assert all(is_rule(line) for line in ("---|---", "| :-- | --: |", "------", "———", "├──┼──┤"))
    assert not any(is_rule(line) for line in ("甲 | ---", "- 3", "—", ""))


def test_line_breaks_inside_a_cell() -> None:
    assert one_line("补助资金\n(万元)") == "补助资金(万元)"
    assert one_line("net\r\nincome") == "net income"


def test_a_quoted_cell_may_run_over_lines_and_hold_quotes() -> None:
    source = '户主\t"金额\n(元)"\t备注\n孙甲一\t3\t"他说""好"""\n'
    rows = [[cell.text for cell in cells] for cells, _ in cut_all(lines_of(source, "表.txt"), "\t", framed=False)]
    assert rows == [["户主", "金额(元)", "备注"], ["孙甲一", "3", '他说"好"']]
    unclosed = [[cell.text for cell in cells] for cells, _ in cut_all(lines_of('甲\t"乙\n丙', "表.txt"), "\t", framed=False)]
    assert unclosed == [["甲", '"乙丙']]


CELL = st.text(st.characters(blacklist_characters='|\t\r\n"\\', blacklist_categories=("Cs", "Cc", "Zs", "Zl", "Zp", "Cf")), min_size=1, max_size=8)


@given(st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=1, max_size=5), st.sampled_from(["|", " | ", "\t"]))
def test_every_cell_stands_where_it_says(rows: list[list[str]], joint: str) -> None:
    source = "\r\n".join(joint.join(row) for row in rows)
    lines = lines_of(source, "表.txt")
    for row, line in zip(rows, lines, strict=True):
        cells = cut(line, joint.strip(" "), framed=False)
        assert [cell.text for cell in cells] == row
        for cell in cells:
            assert source[cell.span.start : cell.span.end] == cell.text
            assert source.split("\r\n")[cell.span.line - 1][cell.span.column - 1 :].startswith(cell.text)
