"""Tables set side by side: labels, roles and units of each side are its own."""

from __future__ import annotations

from disclosure.basis.values import Amount
from disclosure.reading.panels import panels_of
from disclosure.reading.panels import side_of
from disclosure.reading.sums import sum_relations
from disclosure.reading.table import Role
from disclosure.reading.table import Table
from tests.reading.papers import text_table

STATISTICS = """左/指标名称 | 左/数量 | 右/指标名称 | 右/数量
总户数(户) | 368 | 耕地面积(亩) | 1530.08
总人口(人) | 1,204 | 其中：水田(亩) | 617.72
其中：男(人) | 631 | 旱地(亩) | 912.36"""


def table(text: str) -> Table:
    return text_table(text)[0]


def test_sides_begin_with_a_column_of_words_of_one_name() -> None:
    assert panels_of(table(STATISTICS).columns) == ((0, 1), (2, 3))
    assert panels_of(table("村 | 耕地/面积(亩) | 林地/面积(亩)\n一 | 1 | 2").columns) == ()
    assert panels_of(table("户/姓名 | 户/面积(亩) | 款/类别 | 款/金额(元)\n甲 | 1 | 良种 | 2").columns) == ()
    assert panels_of(()) == ()


def test_each_side_has_its_own_roles_and_units() -> None:
    whole = table(STATISTICS)
    right = side_of(whole, whole.sides[1])
    assert [(row.role, row.parent, row.label) for row in right.rows] == [
        (Role.ITEM, -1, "耕地面积(亩)"), (Role.OF_WHICH, 0, "水田(亩)"), (Role.ITEM, -1, "旱地(亩)"),
    ]  # fmt: skip
    assert [value.unit for row in right.rows if isinstance(value := row.cells[1].value, Amount)] == ["亩"] * 3


def test_a_role_on_one_side_says_nothing_of_the_other() -> None:
    found = {(one.kind, one.row, one.column) for one in sum_relations(table(STATISTICS))}
    assert found == {("of_which", 2, 1), ("of_which", 1, 3)}


def test_totals_of_both_sides_stand_where_they_stand() -> None:
    found = sum_relations(table("收/项目 | 收/金额(元) | 支/项目 | 支/金额(元)\n租金 | 5 | 电费 | 2\n利息 | 1 | 合计 | 2\n合计 | 7 | |"))
    assert {(one.row, one.column, one.holds, one.operands) for one in found} == {(2, 1, False, ((0, 1), (1, 1))), (1, 3, True, ((0, 3),))}
