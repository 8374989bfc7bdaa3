"""Account codes tell which line is part of which, in one column, in three, or by the names set in beside them."""

from __future__ import annotations

import pytest

from disclosure.reading.table import Role
from tests.reading.papers import failing
from tests.reading.papers import text_table

ONE = """科目编码 | 科目名称 | 合计 | 基本支出
 | 合计 | 120 | 100
201 | 一般公共服务支出 | 90 | 80
20103 | 政府办公厅 | 90 | 80
2010301 | 行政运行 | 80 | 80
2010302 | 事业运行 | 10 |
213 | 农林水支出 | 30 | 20"""
THREE = """类 | 款 | 项 | 科目名称 | 合计
 | | | 合计 | 120
201 | | | 一般公共服务支出 | 90
201 | 03 | | 政府办公厅 | 90
201 | 03 | 01 | 行政运行 | 80
201 | 03 | 02 | 事业运行 | 10
213 | | | 农林水支出 | 30"""
BELOW = THREE.replace("201 | 03 | |", " | 03 | |").replace("201 | 03 | 01", " | | 01").replace("201 | 03 | 02", " | | 02")
BEHIND = """科目名称 | 科目编码 | 合计
合计 | | 120
一般公共服务支出 | 201 | 90
政府办公厅 | 20103 | 90
行政运行 | 2010301 | 80
事业运行 | 2010350 | 10
农林水支出 | 213 | 30"""
HEADED = THREE.replace("类 | 款 | 项", "科目编码/类 | 科目编码/款 | 科目编码/项")


@pytest.mark.parametrize("text", [ONE, THREE, BELOW, BEHIND, HEADED])
def test_codes_tell_levels(text: str) -> None:
    table, problems = text_table(text)
    assert problems == []
    assert [(row.role, row.level, row.parent) for row in table.rows] == [
        (Role.TOTAL, 0, -1), (Role.ITEM, 0, -1), (Role.ITEM, 1, 1), (Role.ITEM, 2, 2), (Role.ITEM, 2, 2), (Role.ITEM, 0, -1),
    ]  # fmt: skip
    assert failing(table) == []


@pytest.mark.parametrize("text", [ONE, THREE, BELOW, BEHIND, HEADED])
@pytest.mark.parametrize(("row", "wrong"), [("行政运行", "81"), ("农林水支出", "31")])
def test_a_wrong_line_breaks_the_level_above_it(text: str, row: str, wrong: str) -> None:
    lines = [line.replace("80", wrong, 1).replace("30", wrong, 1) if row in line and "2010301" not in line else line for line in text.split("\n")]
    lines = [line.replace("| 80", f"| {wrong}", 1) if row in line and "2010301" in line else line for line in lines]
    changed = "\n".join(lines)
    assert changed != text
    assert failing(text_table(changed)[0]) != []


def test_codes_are_no_figures() -> None:
    for text in (ONE, THREE, BELOW, BEHIND, HEADED):
        columns = text_table(text)[0].columns
        assert {column.kind for column in columns if column.label in ("科目编码", "类", "款", "项")} == {"code"}


def test_names_set_in_beside_codes_tell_levels_where_the_codes_do_not() -> None:
    text = "科目编码 | 科目名称 | 金额(元)\n601 | 支出 | 9\n711 | 　电费 | 4\n712 | 　水费 | 5\n | 合计 | 9"
    assert [row.parent for row in text_table(text)[0].rows] == [-1, 0, 0, -1]


@pytest.mark.parametrize(
    "text",
    [
        "编号 | 名称 | 金额(元)\n201 | 甲 | 4\n20103 | 乙 | 5\n合计 | | 9",
        "科目编码 | 科目名称 | 金额(元)\n2010301 | 甲 | 4\n2010302 | 乙 | 5\n | 合计 | 9",
        "科目编码 | 科目名称 | 金额(元)\n201-1 | 甲 | 4\n20103 | 乙 | 5\n | 合计 | 9",
        "科目 | 金额(元)\n办公费 | 4\n差旅费 | 5\n合计 | 9",
        "项 | 数量(个)\n201 | 4\n203 | 5\n合计 | 9",
    ],
)
def test_what_is_no_account_code_tells_nothing(text: str) -> None:
    table, _ = text_table(text)
    assert {row.parent for row in table.rows} == {-1}
    assert failing(table) == []


def test_a_column_called_account_may_hold_codes_or_names() -> None:
    assert [column.kind for column in text_table("功能科目 | 金额(元)\n201 | 4\n20103 | 4")[0].columns] == ["code", "money"]
    assert [column.kind for column in text_table("功能科目 | 金额(元)\n教育 | 4\n农林水 | 4")[0].columns] == ["text", "money"]
