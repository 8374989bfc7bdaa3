from __future__ import annotations

from disclosure.basis.diagnostic import Diagnostic
from disclosure.reading.nodes import Grid
from disclosure.reading.nodes import Scalar
from disclosure.reading.texttable import grid_of_block
from disclosure.reading.texttable import grid_of_text
from tests.reading.papers import block_of
from tests.reading.papers import block_source
from tests.reading.papers import node_of
from tests.reading.papers import slugs
from tests.reading.papers import typed_at

LIST = """
户主 | 保障人数(人) | 月保障金额(元) | 起始
孙甲一 | 2 | 1,120.00 | 2024-03
周乙二 | 1 | 640.00 | 2025-01
合计 | 3 | 1,760.00 |
"""


def texts(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in grid.heads], *([cell.text if cell else "-" for cell in row.cells] for row in grid.rows)]


def read(text: str, head_rows: str = "") -> tuple[list[list[str]], list[Diagnostic]]:
    grid, problems = grid_of_block(block_of(text), head_rows)
    return texts(grid), problems


def test_a_block_is_a_grid_with_exact_places() -> None:
    source = block_source(LIST)
    grid, problems = grid_of_block(block_of(LIST))
    assert problems == []
    for line in (grid.heads, *(row.cells for row in grid.rows)):
        for cell in line:
            assert cell is not None
            assert source[cell.span.start : cell.span.end] == cell.text
            assert source.split("\n")[cell.span.line - 1][cell.span.column - 1 :].startswith(cell.text)


def test_tabs_markdown_and_bars_say_the_same() -> None:
    plain, _ = read("村 | 人数\n甲 | 3\n乙 | ")
    assert read("| 村 | 人数 |\n|---|---:|\n| 甲 | 3 |\n| 乙 | |") == (plain, [])
    assert read("村\t人数\n甲\t3\n乙\t") == (plain, [])
    assert read("村 ｜ 人数\n------\n甲 ｜ 3\n乙 ｜") == (plain, [])


def test_a_tab_at_the_start_of_a_line_is_a_blank_cell() -> None:
    grid, problems = grid_of_text("序号\t村\n1\t甲\n\t合计\n", "表.txt")
    assert (texts(grid), problems) == ([["序号", "村"], ["1", "甲"], ["", "合计"]], [])


def test_blank_rows_and_cells_left_out_at_the_end() -> None:
    found, problems = read("村 | 人数 | 备注\n甲 | 3\n\n乙 | 4 | | |\n | |\n")
    assert problems == []
    assert found == [["村", "人数", "备注"], ["甲", "3", "-"], ["乙", "4", ""]]


def test_a_row_with_too_many_cells_is_told_with_the_columns() -> None:
    text = "村 | 人数\n甲 | 3 | 4 | 5"
    _, (problem,) = read(text)
    assert problem.slug == "row-width"
    assert dict(problem.arguments) == {"expected": 2, "found": 4, "columns": "村、人数", "extra": "4"}
    assert typed_at(block_source(text), problem) == "4"


def test_two_lines_of_heads() -> None:
    found, problems = read("村 | C级 | | 备注\n | 户数 | 资金(元) |\n甲 | 1 | 2 |", "1-2")
    assert (found, problems) == ([["村", "C级/户数", "C级/资金(元)", "备注"], ["甲", "1", "2", ""]], [])
    grid, _ = grid_of_text("某村公示\n\n村\tC级\t\n\t户数\t资金\n甲\t1\t2\n", "表.txt", "3-4")
    assert texts(grid)[0] == ["村", "C级/户数", "C级/资金"]


def test_a_single_column_is_a_table() -> None:
    assert read("村民代表\n孙甲一\n周乙二") == ([["村民代表"], ["孙甲一"], ["周乙二"]], [])


def test_what_is_no_block() -> None:
    for source in ("表: >\n  村 | 人数\n  甲 | 3\n", '表: "村 | 人数"\n', "表: 村 | 人数\n"):
        node = node_of(source)
        assert isinstance(node, Scalar)
        grid, problems = grid_of_block(node)
        assert (grid.heads, slugs(problems)) == ((), ["table-not-block"])


def test_nothing_in_it() -> None:
    assert slugs(grid_of_text("\n　\n---\n", "表.txt")[1]) == ["table-empty"]


def test_head_rows_beyond_the_table() -> None:
    for option in ("7", "甲"):
        assert slugs(read("村 | 人数\n甲 | 3", option)[1]) == ["bad-row-option"]
