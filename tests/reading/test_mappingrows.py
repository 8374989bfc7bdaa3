from __future__ import annotations

from disclosure.basis.diagnostic import Diagnostic
from disclosure.reading.mappingrows import grid_of_rows
from disclosure.reading.nodes import Grid
from disclosure.reading.table import Column
from tests.reading.papers import node_of
from tests.reading.papers import plain
from tests.reading.papers import row_table
from tests.reading.papers import slugs
from tests.reading.papers import text_table
from tests.reading.papers import typed_at

LINES = (Column("date", "日期", "date"), Column("income", "收入", "money"), Column("expense", "支出", "money"))


def read(source: str, columns: tuple[Column, ...] | None = None) -> tuple[Grid, list[Diagnostic]]:
    return grid_of_rows(node_of(source), columns, "收支明细")


def heads(grid: Grid) -> list[str]:
    return [head.text for head in grid.heads]


def texts(grid: Grid) -> list[list[str]]:
    return [[cell.text if cell else "-" for cell in row.cells] for row in grid.rows]


def test_heads_are_all_keys_in_the_order_first_seen() -> None:
    grid, problems = read("表:\n  - {村: 甲, 人数: 3}\n  - {备注: 新增, 村: 乙}\n")
    assert (heads(grid), texts(grid), problems) == (["村", "人数", "备注"], [["甲", "3", "-"], ["乙", "-", "新增"]], [])


def test_a_category_gives_the_order_by_label_id_or_unit() -> None:
    grid, problems = read("表:\n  - {支出(元): 3, 附注: 甲, date: 3-05}\n  - {收入: 4}\n", LINES)
    assert (heads(grid), problems) == (["date", "收入", "支出(元)", "附注"], [])


def test_a_key_with_its_unit_is_the_same_column() -> None:
    grid, problems = read("表:\n  - {金额: 3}\n  - {金额(元): 4}\n  - {金额: 5}\n")
    assert (heads(grid), texts(grid), problems) == (["金额(元)"], [["3"], ["4"], ["5"]], [])
    two, _ = read("表:\n  - {金额(元): 3, 金额(万元): 4}\n")
    assert heads(two) == ["金额(元)", "金额(万元)"]
    twice, _ = read("表:\n  - {收入(元): 3}\n  - {收入(万元): 4}\n", LINES)
    assert heads(twice) == ["收入(元)", "收入(万元)"]


def test_a_column_named_twice_in_one_row() -> None:
    source = "表:\n  - {支出: 3, 支出(元): 4}\n"
    _, (problem,) = read(source, LINES)
    assert (problem.slug, problem.arguments["key"], typed_at(source, problem)) == ("duplicate-key", "支出(元)", "支出(元)")


def test_levels_of_heading_nested_or_with_a_slash() -> None:
    nested, _ = row_table("表:\n  - {村: 甲, C级: {户数: 1, 补助资金(万元): 0.75}}\n  - {村: 乙, C级/户数: 2}\n")
    flat, _ = text_table("村 | C级/户数 | C级/补助资金(万元)\n甲 | 1 | 0.75\n乙 | 2 |")
    assert plain(nested) == plain(flat)


def test_columns_of_one_heading_stand_together() -> None:
    grid, _ = read("表:\n  - {村: 甲, C级/户数: 1, 备注: 无}\n  - {村: 乙, C级/资金: 2}\n")
    assert heads(grid) == ["村", "C级/户数", "C级/资金", "备注"]


def test_of_which_as_a_heading_is_a_column_and_as_a_list_are_rows() -> None:
    grid, problems = read("表:\n  - {村: 甲, 村数: 4, 其中: {贫困村: 1}}\n")
    assert (heads(grid), problems) == (["村", "村数", "其中/贫困村"], [])
    listed, problems = read("表:\n  - {村: 甲, 村数: 4, 其中: [{村: 乙, 村数: 1}], 分项: [{村: 丙, 村数: 4}, ]}\n")
    assert problems == []
    assert [(kind, [cell.text for cell in row.cells if cell]) for kind, row in listed.rows[0].parts] == [("of_which", ["乙", "1"]), ("part", ["丙", "4"])]


def test_parts_of_parts() -> None:
    table, problems = row_table("表:\n  - 项目: 收入\n    金额: 3\n    分项:\n      - 项目: 租金\n        金额: 3\n        parts: {项目: 水面, 金额: 3}\n  - {项目: 支出, 金额: 1}\n")
    assert problems == []
    assert [(row.label, row.level, row.parent, row.number) for row in table.rows] == [("收入", 0, -1, "1"), ("租金", 1, 0, ""), ("水面", 2, 1, ""), ("支出", 0, -1, "2")]


def test_a_list_of_texts_in_a_cell() -> None:
    grid, problems = read("表:\n  - {题目: 路灯, 附议: [孙甲一, 周乙二]}\n")
    assert (texts(grid), problems) == ([["路灯", "孙甲一、周乙二"]], [])


def test_what_is_no_row_is_told_and_the_others_are_read() -> None:
    grid, problems = read("表:\n  - {村: 甲}\n  - [3-05, 乙]\n  - 丙\n  -\n  - {村: 丁}\n")
    assert texts(grid) == [["甲"], ["丁"]]
    assert slugs(problems) == ["positional-row", "row-not-mapping"]
    assert [problem.arguments["columns"] for problem in problems] == ["村", "村"]


def test_a_mapping_of_labels_is_no_list() -> None:
    grid, problems = read("表: {甲: 3, 乙: 4}\n")
    assert (grid.heads, slugs(problems)) == ((), ["rows-not-list"])


def test_a_list_where_one_value_belongs() -> None:
    assert slugs(read("表:\n  - {村: [[甲]]}\n")[1]) == ["cell-not-text"]


def test_places_are_those_of_the_values() -> None:
    source = "表:\n  - {村: 甲, 金额: 1,120.00}\n"
    grid, _ = read(source)
    cell = grid.rows[0].cells[1]
    assert cell is not None
    assert source[cell.span.start : cell.span.end] == cell.text == "1,120.00"
