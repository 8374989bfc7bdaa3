"""Real disclosures read as they were printed: right ones are silent, wrong ones say what is wrong, in all three spellings."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from disclosure.basis.values import Amount
from disclosure.basis.values import Day
from disclosure.reading.nodes import Mapping
from disclosure.reading.sums import sum_relations
from disclosure.reading.table import Role
from tests.reading import cases
from tests.reading.papers import as_csv
from tests.reading.papers import as_rows
from tests.reading.papers import csv_table
from tests.reading.papers import failing
from tests.reading.papers import node_of
from tests.reading.papers import plain
from tests.reading.papers import row_table
from tests.reading.papers import said
from tests.reading.papers import slugs
from tests.reading.papers import text_table


@pytest.mark.parametrize("name", cases.ALL)
def test_all_three_spellings_read_alike_and_without_a_finding(name: str) -> None:
    text, unit = cases.ALL[name]
    table, problems = text_table(text, unit=unit)
    assert slugs(problems) == []
    by_rows, row_problems = row_table(as_rows(text), unit=unit)
    by_csv, csv_problems = csv_table(as_csv(text), unit=unit)
    assert row_problems == []
    assert csv_problems == []
    assert plain(by_csv) == plain(table)
    assert plain(by_rows) == plain(table)
    assert [said(by_rows, one) for one in sum_relations(by_rows)] == [said(table, one) for one in sum_relations(table)]


WRONG = {"27": [("total", "合计", "金额")], "28": [("total", "合计", "户"), ("total", "合计", "台")]}


@pytest.mark.parametrize("name", cases.ALL)
def test_only_the_sums_that_are_wrong_in_print_are_found(name: str) -> None:
    text, unit = cases.ALL[name]
    table, _ = text_table(text, unit=unit)
    assert [said(table, one) for one in failing(table)] == WRONG.get(name, [])


def test_01_the_last_column_adds_four_of_six() -> None:
    table, _ = text_table(cases.MEDICAL)
    relations = sum_relations(table)
    assert [said(table, one) for one in relations] == [("group_total", "2010年度", "合计"), ("group_total", "2011年度", "合计")]
    assert [table.columns[column].label for _, column in relations[0].operands] == ["特殊对象", "在校学生", "一档", "二档"]
    assert [column.additive for column in table.columns if column.label == "完成率"] == ["no"]


def test_01_units_in_cells_make_the_column_an_area_and_years_are_not_added() -> None:
    table, _ = text_table(cases.WASTELAND)
    assert [(c.label, c.kind) for c in table.columns] == [
        ("组别", "text"),
        ("荒山面积", "area"),
        ("改造面积", "area"),
        ("承包人", "person"),
        ("承包年限", "quantity"),
    ]
    assert [said(table, one) for one in sum_relations(table)] == [("total", "合计", "荒山面积"), ("total", "合计", "改造面积")]


def test_10_words_keep_their_words_and_qualifiers_stay() -> None:
    table, _ = text_table(cases.RENT)
    total = table.columns[table.column("总额(原文)")]
    assert total.kind == "money"
    first = table.rows[0].cells[6].value
    assert isinstance(first, Amount)
    assert (first.base, first.qualifier) == (Decimal(750000), "余")
    assert table.rows[0].cells[4].value == "每亩800斤小麦, 按国家保护价折算"
    assert table.rows[1].cells[3].value == "158户609人"
    assert sum_relations(table) == []


def test_17_as_above_is_merged_down_with_its_value() -> None:
    table, _ = text_table(cases.FOREST)
    assert [row.label for row in table.rows] == ["2005-2006年退耕2025年度"] * 2 + ["2000—2004年退耕补兑2020年"] * 2
    assert [str(row.cells[1].text) for row in table.rows] == ["5", "〃", "13", "〃"]
    assert table.rows[1].cells[1].value == table.rows[0].cells[1].value
    assert table.columns[table.column("标准")].additive == "no"


def test_18_a_ledger_of_words_dates_and_a_person() -> None:
    table, _ = text_table(cases.SUGGESTIONS)
    kinds = {column.label: column.kind for column in table.columns}
    assert (kinds["序号"], kinds["领衔代表"], kinds["答复日期"], kinds["附议人数"], kinds["答复要点"]) == ("code", "person", "date", "count", "text")
    assert table.rows[0].cells[6].value == Day(date(2020, 9, 12))
    assert table.rows[0].number == "1"


def test_22_two_levels_of_heads_add_down_and_across() -> None:
    table, _ = text_table(cases.HOUSING)
    kinds = [said(table, one)[0] for one in sum_relations(table)]
    assert (kinds.count("total"), kinds.count("group_total")) == (8, 12)
    assert table.rows[-1].role is Role.TOTAL
    assert table.rows[-1].label == "合计"
    assert table.column("无房户/补助资金") == 7


def test_25_the_unit_belongs_to_the_row_when_the_table_lies_on_its_side() -> None:
    table, _ = text_table(cases.TURNED, unit="万元")
    people, money = (row.cells[1].value for row in table.rows)
    assert isinstance(people, Amount)
    assert isinstance(money, Amount)
    assert (people.unit, money.unit) == ("人", "万元")
    assert [(one.stated_value, one.holds) for one in sum_relations(table)] == [(Decimal(10303), True), (Decimal(147000), True)]
    assert table.columns[0].label == "乡镇(街道)"


def test_27_lines_and_total_disagree_by_a_rounding() -> None:
    table, _ = text_table(cases.ARREARS)
    (off,) = failing(table)
    assert off.difference == Decimal("-1.662")
    assert [said(table, one) for one in sum_relations(table) if one.holds] == [("total", "合计", "面积")]


def test_28_of_which_is_not_added_and_households_may_stand_twice() -> None:
    corrections = node_of("栏: {户: 户数 户 去重}\n", "栏")
    assert isinstance(corrections, Mapping)
    table, problems = text_table(cases.MACHINES, corrections=corrections)
    assert problems == []
    assert [said(table, one) for one in failing(table)] == [("total", "合计", "台")]
    assert failing(table)[0].difference == 2
    which = next(row for row in table.rows if row.role is Role.OF_WHICH)
    assert (which.label, which.number) == ("报废更新补贴机具", "")


def test_31_heads_claim_totals_and_the_total_row_stands_first() -> None:
    table, _ = text_table(cases.RUNNING)
    relations = sum_relations(table)
    claims = [(said(table, one)[2], one.stated_value) for one in relations if one.kind == "claim"]
    assert claims == [("村数", Decimal(171)), ("村数/其中贫困村", Decimal(40)), ("社区", Decimal(25))]
    assert [said(table, one) for one in relations if one.kind == "total"] == [("total", "合计", "合计")]
    assert {one.kind for one in relations if table.columns[one.column].of_which and one.row > 0} == {"of_which"}
    assert [row.number for row in table.rows][:3] == ["", "1", "2"]


def test_31_a_claim_in_the_head_is_compared() -> None:
    table, _ = text_table(cases.RUNNING.replace("村数171个", "村数172个"))
    (off,) = failing(table)
    assert (off.kind, off.row, str(off.stated.text), int(off.derived)) == ("claim", -1, "172个", 171)
    assert off.stated.span.line == 2


STATED = [
    ("parts", "(一)伙食收入"),
    ("parts", "(二)其他收入"),
    ("total", "收入合计"),
    ("parts", "(一)伙食支出"),
    ("total", "支出合计"),
    ("parts", "三、本期盈余"),
]


def test_45_every_identity_of_the_statement_is_known() -> None:
    table, _ = text_table(cases.STATEMENT, unit="元")
    assert [said(table, one)[:2] for one in sum_relations(table)] == STATED
    rate = next(row for row in table.rows if "率" in row.label)
    assert rate.role is Role.RATE
    value = rate.cells[2].value
    assert isinstance(value, Amount)
    assert value.base == Decimal("0.0084")


@pytest.mark.parametrize("text", [cases.STATEMENT.replace("　", ""), cases.STATEMENT.replace("(一)", "　(一)").replace("(二)", "　(二)").replace("(三)", "　(三)")])
def test_45_numbering_tells_the_levels_whether_spaces_do_or_not(text: str) -> None:
    table, _ = text_table(text, unit="元")
    found = [said(table, one)[:2] for one in sum_relations(table)]
    assert found == STATED
    assert failing(table) == []


@pytest.mark.parametrize("label", ["(一)伙食收入", "　2、教职工伙食收入", "　1、利息收入", "收入合计", "　1、学生伙食支出", "支出合计", "　2、教职工伙食本期盈余", "三、本期盈余"])
def test_45_each_figure_of_an_identity_breaks_it(label: str) -> None:
    text = re.sub(rf"(?m)^({re.escape(label)} .*\.[0-9])([0-9])$", lambda m: m[1] + str((int(m[2]) + 1) % 10), cases.STATEMENT)
    assert text != cases.STATEMENT
    table, _ = text_table(text, unit="元")
    assert failing(table)


def test_45_parts_partly_blank_that_come_to_less_are_not_simply_wrong() -> None:
    table, _ = text_table(cases.STATEMENT.replace("　2、教职工伙食收入 |  | 321,261.00", "　2、教职工伙食收入 |  |"), unit="元")
    (off,) = [one for one in failing(table) if one.kind == "parts"]
    assert off.incomplete
