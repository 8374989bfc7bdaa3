"""Tables set side by side: labels, roles and units of each side are its own."""

from __future__ import annotations

from disclosure.basis.values import Amount
from disclosure.reading.panels import beside
from disclosure.reading.panels import panels_of
from disclosure.reading.panels import parts_of
from disclosure.reading.panels import side_of
from disclosure.reading.sums import sum_relations
from disclosure.reading.table import Layout
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


BOARD = """收入项目 | 收入金额 | 支出项目 | 支出金额
1.经营收入 | 3,600.00 | 1.管理费用 | 4,846.15
2.补助收入 | 20,000.00 | 2.公益支出 | 9,300.00
3.其他收入 | 133.07 | 合计 | 14,146.15
合计 | 23,733.07 | | """


def sides(text: str, names: tuple[str, ...] = ()) -> list[tuple[int, ...]]:
    return [side.columns for side in text_table(text, layout=Layout(panels=names))[0].sides]


def test_heads_of_other_names_make_sides_where_each_has_its_total() -> None:
    assert sides(BOARD) == [(0, 1), (2, 3)]
    assert sides("收入/项目 | 收入/预算(元) | 支出/科目 | 支出/预算2(元)\n甲 | 1 | 乙 | 2\n收入总计 | 1 | 支出总计 | 2") == [(0, 1), (2, 3)]
    assert sides("资产 | 行次 | 期末数(元) | 负债 | 负债行次 | 期末数2(元)\n现金 | 1 | 2 | 借款 | 3 | 2\n总计 | 2 | 2 | 总计 | 4 | 2") == [(0, 1, 2), (3, 4, 5)]


def test_other_tables_have_no_sides() -> None:
    for text in (
        "村 | 面积(亩) | 项目 | 金额(元)\n甲 | 1 | 路 | 2\n合计 | 1 | | 2",
        "组别 | 户数(户) | 补助项目 | 金额(元)\n一组 | 3 | 路灯 | 5\n合计 | 3 | 合计 | 5",
        "项目/名称 | 项目/面积(亩) | 资金/来源 | 资金/金额(元)\n道路 | 1 | 中央 | 10\n | | 小计 | 10\n合计 | 1 | | 10",
        "姓名 | 收入(元) | 户主 | 支出(元)\n甲一 | 1 | 乙二 | 2\n合计 | 1 | 总计 | 2",
    ):
        assert sides(text) == []


def test_a_layout_names_sides() -> None:
    text = "收入/来源 | 收入/金额(元) | 支出/用途 | 支出/支出额(元)\n租金 | 5 | 电费 | 2"
    assert sides(text) == []
    assert sides(text, ("收入", "支出")) == [(0, 1), (2, 3)]


def test_every_side_numbers_and_totals_its_own_rows() -> None:
    whole = table(BOARD)
    right = side_of(whole, whole.sides[1])
    assert [(row.label, row.role.value, row.number) for row in right.rows] == [("1.管理费用", "item", "1"), ("2.公益支出", "item", "2"), ("合计", "total", "")]
    assert {(one.row, one.column, one.holds) for one in sum_relations(whole)} == {(2, 3, True), (3, 1, True)}
    assert [part.columns[0].label for part in parts_of(whole)] == ["收入项目", "支出项目"]
    assert beside(whole, 3)[1] == 1
    assert beside(table("村 | 户(户)\n甲 | 1"), 1)[1] == 1
