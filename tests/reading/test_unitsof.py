from __future__ import annotations

from decimal import Decimal

from disclosure.basis.values import Amount
from disclosure.reading.sums import sum_relations
from disclosure.reading.table import Table
from tests.reading.papers import failing
from tests.reading.papers import text_table


def units(table: Table, column: str) -> list[str]:
    index = table.column(column)
    values = [row.cells[index].value for row in table.rows]
    return [value.unit if isinstance(value, Amount) else "-" for value in values]


def test_a_unit_column_gives_every_row_its_unit() -> None:
    table, problems = text_table("物资 | 单位 | 数量 | 单价(元) | 金额(元)\n大米 | 袋 | 20 | 80 | 1600\n油 | 桶 | 5 | 60 | 300\n合计 | | | | 1900")
    assert problems == []
    assert units(table, "数量") == ["袋", "桶", "-"]
    assert units(table, "金额") == ["元", "元", "元"]
    assert [table.columns[one.column].label for one in sum_relations(table)] == ["金额"]


def test_a_column_of_organisations_is_no_unit_column() -> None:
    table, _ = text_table("单位 | 人数\n县供电公司 | 3\n镇财政所 | 4\n合计 | 7")
    assert units(table, "人数") == ["", "", ""]
    assert failing(table) == []


def test_indicators_each_in_their_unit() -> None:
    table, _ = text_table("指标 | 单位 | 数值\n总收入 | 万元 | 350\n户数 | 户 | 120")
    first = table.rows[0].cells[2].value
    assert isinstance(first, Amount)
    assert first.base == 3_500_000


def test_a_unit_behind_the_rows_label() -> None:
    table, _ = text_table("项目 | 石滩村 | 清河村 | 合计\n人数(人) | 3 | 4 | 7\n补助资金(万元) | 0.5 | 0.7 | 1.2")
    assert units(table, "石滩村") == ["人", "万元"]
    assert [one.holds for one in sum_relations(table)] == [True, True]


def test_a_label_in_brackets_does_not_overrule_the_head() -> None:
    table, _ = text_table("物资 | 金额(元)\n大米(袋) | 1600\n油(桶) | 300\n合计 | 1900")
    assert units(table, "金额") == ["元"] * 3


def test_a_percentage_row_among_money() -> None:
    table, _ = text_table("项目 | 本年数\n收入 | 100\n盈余率(%) | 0.84", unit="元")
    rate = table.rows[1].cells[1].value
    assert isinstance(rate, Amount)
    assert rate.base == Decimal("0.0084")


def test_the_tables_unit_reaches_money_rows_of_a_table_on_its_side() -> None:
    table, _ = text_table("项目 | 甲镇 | 乙镇\n补助资金 | 2.1 | 2.2\n受益户数 | 3 | 4", unit="万元")
    assert units(table, "甲镇") == ["万元", "户"]


def test_years_as_columns_take_the_tables_money_and_each_row_its_measure() -> None:
    table, problems = text_table("项目 | 2024年 | 2025年\n总收入 | 100 | 120\n户数 | 35 | 36\n完成率 | 95 | 97\n耕地面积 | 10 | 10", unit="万元")
    assert problems == []
    assert [column.kind for column in table.columns] == ["text", "money", "money"]
    assert units(table, "2025年") == ["万元", "户", "%", "亩"]
