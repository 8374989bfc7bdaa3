from __future__ import annotations

from disclosure.reading.figures import Figures
from disclosure.reading.sumcolumns import column_totals
from disclosure.reading.sumcolumns import is_total_column
from disclosure.reading.sumcolumns import whole_of
from disclosure.reading.table import Column
from tests.reading.papers import text_table


def totals(text: str) -> dict[str, list[str]]:
    """The columns each 合计 column adds, by label."""
    table, _ = text_table(text)
    return {table.columns[target].path: [table.columns[c].path for c in operands] for target, operands in column_totals(Figures(table))}


def test_the_columns_before_after_or_around() -> None:
    assert totals("村 | 甲(人) | 乙(人) | 合计(人)\n一 | 1 | 2 | 3\n二 | 4 | 5 | 9") == {"合计": ["甲", "乙"]}
    assert totals("村 | 合计(人) | 甲(人) | 乙(人)\n一 | 3 | 1 | 2\n二 | 9 | 4 | 5") == {"合计": ["甲", "乙"]}
    assert totals("村 | 甲(人) | 合计(人) | 乙(人)\n一 | 1 | 3 | 2\n二 | 4 | 9 | 5") == {"合计": ["甲", "乙"]}


def test_inside_a_group_and_over_groups() -> None:
    assert totals("村 | 耕地/水田 | 耕地/旱地 | 耕地/合计 | 林地\n一 | 1 | 2 | 3 | 9\n二 | 4 | 5 | 9 | 9") == {"耕地/合计": ["耕地/水田", "耕地/旱地"]}
    text = "村 | C级/户数 | C级/资金(元) | D级/户数 | D级/资金(元) | 合计/户数 | 合计/资金(元)\n一 | 1 | 10 | 2 | 20 | 3 | 30"
    assert totals(text) == {"合计/户数": ["C级/户数", "D级/户数"], "合计/资金": ["C级/资金", "D级/资金"]}


def test_subtotals_across() -> None:
    text = "村 | 甲(人) | 乙(人) | 小计(人) | 丙(人) | 丁(人) | 总计(人)\n一 | 1 | 2 | 3 | 4 | 5 | 12\n二 | 1 | 1 | 2 | 1 | 1 | 4"
    assert totals(text) == {"小计": ["甲", "乙"], "总计": ["甲", "乙", "丙", "丁"]}


def test_other_units_and_of_which_are_not_added() -> None:
    text = "村 | 甲(人) | 其中女(人) | 乙(人) | 面积(亩) | 合计(人)\n一 | 1 | 1 | 2 | 7 | 3\n二 | 4 | 2 | 5 | 8 | 9"
    assert totals(text) == {"合计": ["甲", "乙"]}


def test_silent_where_it_does_not_hold_in_most_rows() -> None:
    assert totals("村 | 甲(人) | 乙(人) | 合计(人)\n一 | 1 | 2 | 4\n二 | 4 | 5 | 8") == {}
    assert totals("村 | 甲(人) | 合计(人)\n一 | 1 | 1") == {}
    assert totals("村 | 甲(人) | 乙(人) | 合计(人)\n一 | 见注 | 2 | 4\n二 | 1 | 5 | 6\n三 | 1 | 1 | 2") == {"合计": ["甲", "乙"]}


def test_what_an_of_which_column_is_part_of() -> None:
    table, _ = text_table("村 | 村数171个 | 村数/其中贫困村40个 | 户数(户) | 其中低保(户) | 面积(亩) | 其中：特困(户)\n甲 | 171 | 40 | 9 | 3 | 5 | 1")
    assert [whole_of(table, index) for index in range(len(table.columns))] == [-1, -1, 1, -1, 3, -1, 3]


def test_which_columns_are_totals() -> None:
    assert is_total_column(Column("a", "总户数", "count", group=("合 计",)))
    assert is_total_column(Column("a", "小计", "count"))
    assert not is_total_column(Column("a", "合计员", "count"))


def test_the_columns_under_one_heading_need_only_half_of_the_rows() -> None:
    rows = "年度 | 应参保 | 已参保/一档 | 已参保/二档 | 合计\n2025年度 | 600 | 499 | 170 | 696\n2026年度 | 680 | 499 | 160 | 659"
    assert totals(rows) == {"合计": ["已参保/一档", "已参保/二档"]}
