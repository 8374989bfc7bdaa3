from __future__ import annotations

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.span import Span
from disclosure.reading.nodes import Grid
from disclosure.reading.nodes import RawCell
from disclosure.reading.sheet import Merge
from disclosure.reading.sheet import Options
from disclosure.reading.sheet import Sheet
from disclosure.reading.sheet import column_letters
from disclosure.reading.sheet import grid_of_sheet
from tests.reading.papers import slugs


def read(text: str, *merges: tuple[int, int, int, int], **options: object) -> tuple[Grid, list[Diagnostic]]:
    rows: dict[int, dict[int, RawCell]] = {}
    for row, line in enumerate(text.split("\n"), 1):
        for column, cell in enumerate(line.split("|"), 1):
            if cell.strip(" "):
                rows.setdefault(row, {})[column] = RawCell(cell.strip(" "), Span("明细.xlsx", row, column, 0, 0, f"石滩村!{column_letters(column)}{row}"))
    return grid_of_sheet(Sheet("明细.xlsx", rows, tuple(Merge(*merge) for merge in merges), "石滩村"), Options(**options))  # type: ignore[arg-type]


def heads(grid: Grid) -> list[str]:
    return [head.text for head in grid.heads]


def texts(grid: Grid) -> list[list[str]]:
    return [[cell.text if cell else "-" for cell in row.cells] for row in grid.rows]


def test_titles_and_units_above_are_no_heads() -> None:
    grid, problems = read("石滩村2026年3月补助表\n编制单位：石滩村 | | 单位：万元\n村 | 人数 | 补助\n甲 | 3 | 0.5", (1, 1, 1, 3))
    assert (heads(grid), texts(grid), grid.unit, problems) == (["村", "人数", "补助"], [["甲", "3", "0.5"]], "万元", [])


def test_a_table_of_two_columns_below_a_title() -> None:
    assert heads(read("石滩村公示\n户主 | 金额(元)\n孙甲一 | 3")[0]) == ["户主", "金额(元)"]
    assert heads(read("户主\n孙甲一")[0]) == ["户主"]


def test_merged_heads_are_levels() -> None:
    text = "序号 | 乡镇 | C级 | | D级 |\n | | 户数 | 资金 | 户数 | 资金\n1 | 甲 | 1 | 2 | 3 | 4"
    grid, problems = read(text, (1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 4), (1, 5, 1, 6))
    assert (heads(grid), problems) == (["序号", "乡镇", "C级/户数", "C级/资金", "D级/户数", "D级/资金"], [])
    across, _ = read("C级 | | D级 |\n户数 | 资金 | 户数 | 资金\n1 | 2 | 3 | 4", (1, 1, 1, 2), (1, 3, 1, 4))
    assert heads(across) == ["C级/户数", "C级/资金", "D级/户数", "D级/资金"]


def test_head_rows_may_be_stated() -> None:
    text = "甲表 | 乙表\n村 | C级 |\n | 户数 | 资金\n甲 | 1 | 2"
    grid, problems = read(text, head_rows="2-3")
    assert (heads(grid), texts(grid), problems) == (["村", "C级/户数", "C级/资金"], [["甲", "1", "2"]], [])
    assert slugs(read(text, head_rows="30")[1]) == ["bad-row-option"]
    assert slugs(read(text, head_rows="末行")[1]) == ["bad-row-option"]


def test_cells_merged_downwards_say_as_above() -> None:
    grid, _ = read("村 | 标准 | 户主\n甲 | 3 | 孙\n | | 周\n | | 吴", (2, 1, 4, 1), (2, 2, 4, 2), (2, 3, 2, 3))
    assert texts(grid) == [["甲", "3", "孙"], ["〃", "〃", "周"], ["〃", "〃", "吴"]]
    blank, _ = read("村 | 人数 | 备注\n甲 | 3 |\n乙 | 4 |", (2, 3, 3, 3))
    assert texts(blank) == [["甲", "3", ""], ["乙", "4", ""]]


def test_a_merged_range_without_end_is_harmless() -> None:
    grid, _ = read("村 | 人数\n甲 | 3\n | 4", (2, 1, 1_048_576, 1))
    assert texts(grid) == [["甲", "3"], ["〃", "4"]]


def test_the_total_row_may_be_stated() -> None:
    text = "村 | 人数\n甲 | 3\n | 3"
    grid, problems = read(text, total_row="3")
    assert ([row.role for row in grid.rows], problems) == (["", "total"], [])
    assert [slugs(read(text, total_row=option)[1]) for option in ("1", "9", "3-4", "末行")] == [["bad-row-option"]] * 4


def test_lines_under_the_table_are_no_rows() -> None:
    grid, problems = read("村 | 人数\n甲 | 3\n合计 | 3\n备注：单位盖章\n制表：王敏 | 审核：李国强")
    assert texts(grid) == [["甲", "3"], ["合计", "3"]]
    assert [(p.slug, p.span.line) for p in problems] == [("footer-left-out", 4), ("footer-left-out", 5)]


def test_renamed_heads_keep_their_unit_and_either_side_may_be_the_sheets() -> None:
    text = "户主 | 金额(元)\n孙 | 3"
    assert heads(read(text, renames={"户主": "姓名", "金额": "补助金额"})[0]) == ["姓名", "补助金额(元)"]
    assert heads(read(text, renames={"姓名": "户主"})[0]) == ["姓名", "金额(元)"]
    (problem,) = read(text, renames={"户住": "姓名"})[1]
    assert (problem.slug, problem.arguments["suggestion"], problem.arguments["where"]) == ("unknown-key", "户主", "栏名")


def test_an_empty_sheet() -> None:
    assert slugs(read("")[1]) == ["table-empty"]


def test_columns_with_content_and_no_head_are_kept() -> None:
    grid, _ = read("村 | 人数\n甲 | 3 | 多\n乙 | 4")
    assert (heads(grid), texts(grid)) == (["村", "人数", ""], [["甲", "3", "多"], ["乙", "4", ""]])
