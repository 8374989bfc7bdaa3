"""Grids to tables: order, numbers, roles, and the shapes seen on real boards."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.values import Absent
from disclosure.basis.values import Amount
from disclosure.reading.nodes import Sequence
from disclosure.reading.rowfile import grid_of_file
from disclosure.reading.shape import shape
from disclosure.reading.sheet import Options
from disclosure.reading.sums import sum_relations
from disclosure.reading.table import Column
from disclosure.reading.table import Layout
from disclosure.reading.table import Role
from tests.reading.papers import failing
from tests.reading.papers import node_of
from tests.reading.papers import row_table
from tests.reading.papers import said
from tests.reading.papers import slugs
from tests.reading.papers import text_table

LINES = (Column("name", "项目", required=True), Column("money", "金额", "money"), Column("note", "说明"))


def test_items_are_numbered_in_their_order_and_nothing_else_is() -> None:
    table, _ = text_table("项目 | 金额(元)\n合计 | 6\n甲 | 1\n　乙 | 1\n丙 | 2\n其中：丁 | 1\n戊 | 3\n完成率 | 5%")
    assert [(row.label, row.number, row.role.value) for row in table.rows] == [
        ("合计", "", "total"), ("甲", "1", "item"), ("乙", "", "item"), ("丙", "2", "item"), ("丁", "", "of_which"), ("戊", "3", "item"), ("完成率", "", "rate"),
    ]  # fmt: skip


def test_a_table_keeps_what_is_said_of_it() -> None:
    layout = Layout(transposed=True, panels=("收入", "支出"))
    table, _ = text_table("项目 | 金额(元)\n甲 | 1", layout=layout, subtotal="项目", excerpt=True, source="甲.csv", id="lines", label="明细")
    assert (table.layout, table.subtotal, table.excerpt, table.source, table.id, table.label) == (layout, "项目", True, "甲.csv", "lines", "明细")


def test_the_same_rows_in_a_category() -> None:
    text, _ = text_table("金额(元) | 项目\n1 | 甲\n1 | 合计", columns=LINES)
    rows, problems = row_table("表:\n  - {项目: 甲, 金额: 1}\n  - {name: 合计, money: 1}\n", columns=LINES)
    assert problems == []
    assert [(row.role, row.label, row.number) for row in text.rows] == [(row.role, row.label, row.number) for row in rows.rows]
    assert [column.id for column in text.columns] == ["name", "money", "note"]
    assert [said(rows, one) for one in sum_relations(rows)] == [("total", "合计", "金额")]


def test_unknown_and_missing_columns_are_told() -> None:
    _, problems = row_table("表:\n  - {金颔: 1}\n", columns=LINES)
    assert slugs(problems) == ["unknown-key", "missing-column"]
    _, problems = row_table("表: []\n", columns=LINES)
    assert problems == []


def test_a_row_of_column_numbers_is_no_row() -> None:
    text = "村 | 计划 | 完成 | 比例 | 增减\n栏次 | 1 | 2 | 3=2÷1 | 4=2-1\n甲 | 10 | 5 | 50% | -5"
    table, problems = text_table(text)
    assert problems == []
    assert [column.number for column in table.columns] == ["", "1", "2", "3", "4"]
    assert [row.label for row in table.rows] == ["甲"]
    assert table.column("#4") == 4
    kept, _ = text_table("村 | 一 | 二 | 三\n甲 | 1 | 2 | 3\n乙 | 2 | 3 | 4")
    assert len(kept.rows) == 2


def test_stated_column_numbers() -> None:
    numbers = node_of("栏号: [无, 1, 2]\n", "栏号")
    assert isinstance(numbers, Sequence)
    table, _ = text_table("村 | 计划 | 完成\n1 | 1 | 2", numbers=numbers)
    assert [column.number for column in table.columns] == ["", "1", "2"]
    assert len(table.rows) == 1


def test_months_prepared_sums_typed_and_words_among_figures() -> None:
    text = "月份 | 补贴(元) | 备注\n1月 | 887+2674 |\n2月 | 2300补差 |\n3月 | |\n4月 | |"
    table, problems = text_table(text)
    assert slugs(problems) == ["sum-typed"]
    values = [row.cells[1].value for row in table.rows]
    assert isinstance(values[0], Amount)
    assert values[1:] == ["2300补差", Absent.BLANK, Absent.BLANK]


def test_two_panels_side_by_side() -> None:
    text = "收入/项目 | 收入/金额(元) | 支出/项目 | 支出/金额(元)\n租金 | 10 | 路灯 | 4\n利息 | 2 | | \n合计 | 12 | 合计 | 4"
    table, problems = text_table(text, layout=Layout(panels=("收入", "支出")))
    assert problems == []
    assert [said(table, one) for one in sum_relations(table)] == [("total", "合计", "收入/金额"), ("total", "合计", "支出/金额")]
    assert failing(table) == []


def test_repeated_heads_are_told_once_for_each() -> None:
    _, problems = text_table("指标 | 数量 | 指标 | 数量\n甲 | 1 | 乙 | 2")
    assert slugs(problems) == ["duplicate-column", "duplicate-column"]


def test_long_words_stay_words() -> None:
    table, problems = text_table("项目 | 内容\n水渠 | DN100管道320米×2，C25混凝土\n道路 | 长1.2公里，宽3.5米")
    assert problems == []
    assert table.columns[1].kind == "text"


def test_key_and_value_sheets() -> None:
    table, problems = text_table("项目 | 内容\n项目名称 | 水渠维修\n投资(万元) | 12.5\n工期 | 60天\n受益户数 | 102")
    assert problems == []
    assert [row.cells[1].value for row in table.rows] == ["水渠维修", "12.5", "60天", "102"]


def test_a_stated_total_row_of_a_row_file() -> None:
    source = "村,人数(人)\n甲,3\n乙,4\n,7\n"
    grid, _ = grid_of_file(source.encode(), "甲.csv", Options(total_row="4"))
    table, problems = shape(grid, id="表", label="表")
    assert problems == []
    assert table.rows[-1].role is Role.TOTAL
    assert [one.holds for one in sum_relations(table)] == [True]


def test_a_unit_above_the_sheet_sets_money() -> None:
    grid, _ = grid_of_file("补助表,,单位：万元\n村,人数,补助\n甲,3,0.5\n".encode(), "甲.csv")
    table, _ = shape(grid, id="表", label="表")
    assert [column.unit for column in table.columns] == ["", "", "万元"]
    other, _ = shape(grid, id="表", label="表", unit="元")
    assert [column.unit for column in other.columns] == ["", "", "元"]


def test_a_table_without_rows() -> None:
    table, problems = text_table("项目 | 金额(元)")
    assert (table.rows, problems, sum_relations(table)) == ((), [], [])


def test_only_serials() -> None:
    table, _ = text_table("序号\n1\n2")
    assert [row.label for row in table.rows] == ["", ""]


CELL = st.text(st.characters(blacklist_characters="|\r\n\t\\", blacklist_categories=("Cs", "Cc", "Zl", "Zp", "Cf", "Cn", "Co")), max_size=8)


@given(st.lists(st.lists(CELL, min_size=1, max_size=5), min_size=1, max_size=8), st.sampled_from(["", "元", "万元"]))
def test_no_table_makes_it_stumble(rows: list[list[str]], unit: str) -> None:
    grid, problems = grid_of_file("\n".join(" | ".join(row) for row in rows).encode(), "甲.txt")
    table, _ = shape(grid, id="表", label="表", unit=unit)
    assert all(len(row.cells) == len(table.columns) for row in table.rows)
    assert all(-1 <= row.parent < index for index, row in enumerate(table.rows))
    sum_relations(table)
    assert grid.heads or problems
