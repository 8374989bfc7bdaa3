"""Totals, parts, of-which: what holds is silent, what a changed digit breaks is found, and nothing else."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from disclosure.reading.sums import sum_relations
from disclosure.reading.table import Role
from tests.reading.papers import as_csv
from tests.reading.papers import as_rows
from tests.reading.papers import csv_table
from tests.reading.papers import failing
from tests.reading.papers import row_table
from tests.reading.papers import said
from tests.reading.papers import text_table

CENTS = st.integers(min_value=1, max_value=99_999_999).map(lambda cents: Decimal(cents) / 100)
NAMES = ("石滩", "清河", "桥头", "白沙", "柳林", "新庄", "大湾", "小街")


def row(label: str, figures: list[Decimal]) -> str:
    return " | ".join([label, *(f"{figure:,.2f}" for figure in figures)])


@st.composite
def listed(draw: st.DrawFn) -> list[list[Decimal]]:
    width = draw(st.integers(1, 3))
    return draw(st.lists(st.lists(CENTS, min_size=width, max_size=width), min_size=2, max_size=8))


def typed(figures: list[list[Decimal]], place: str) -> str:
    width = len(figures[0])
    head = " | ".join(["村", *(f"第{index}笔金额(元)" for index in range(1, width + 1))])
    lines = [row(name, line) for name, line in zip(NAMES, figures, strict=False)]
    total = row("合计", [sum((line[index] for line in figures), Decimal(0)) for index in range(width)])
    lines.insert(0 if place == "first" else len(lines), total)
    return "\n".join([head, *lines])


@settings(max_examples=60)
@given(figures=listed(), place=st.sampled_from(["first", "last"]))
def test_totals_of_any_table_hold_in_all_three_spellings(figures: list[list[Decimal]], place: str) -> None:
    text = typed(figures, place)
    for table, problems in (text_table(text), row_table(as_rows(text)), csv_table(as_csv(text))):
        assert problems == []
        assert [one.kind for one in sum_relations(table)] == ["total"] * len(figures[0])
        assert failing(table) == []


@settings(max_examples=60)
@given(figures=listed(), data=st.data())
def test_one_digit_changed_breaks_exactly_the_totals_it_is_in(figures: list[list[Decimal]], data: st.DataObject) -> None:
    lines = typed(figures, "last").split("\n")
    line = data.draw(st.integers(1, len(lines) - 1))
    cells = lines[line].split(" | ")
    column = data.draw(st.integers(1, len(cells) - 1))
    digit = data.draw(st.integers(0, len(cells[column]) - 1).filter(lambda index: cells[column][index].isdigit()))
    old = cells[column][digit]
    new = data.draw(st.sampled_from([d for d in "123456789" if d != old]))
    cells[column] = cells[column][:digit] + new + cells[column][digit + 1 :]
    lines[line] = " | ".join(cells)
    table, _ = text_table("\n".join(lines))
    assert [(one.kind, one.column) for one in failing(table)] == [("total", column)]


@settings(max_examples=40)
@given(parts=st.lists(CENTS, min_size=1, max_size=5), other=CENTS)
def test_parts_add_up_to_the_row_above_in_every_way_of_writing_them(parts: list[Decimal], other: Decimal) -> None:
    whole = sum(parts, Decimal(0))
    text = "\n".join(["项目 | 金额(元)", f"公益 | {whole}", *(f"　{name} | {part}" for name, part in zip(NAMES, parts, strict=False)), f"其他 | {other}", f"合计 | {whole + other}"])
    inner = ", ".join(f"{{项目: {name}, 金额: {part}}}" for name, part in zip(NAMES, parts, strict=False))
    rows = f"表:\n  - {{项目: 公益, 金额(元): {whole}, 分项: [{inner}]}}\n  - {{项目: 其他, 金额: {other}}}\n  - {{项目: 合计, 金额: {whole + other}}}\n"
    for table, _ in (text_table(text), row_table(rows)):
        assert [said(table, one)[:2] for one in sum_relations(table)] == [("parts", "公益"), ("total", "合计")]
        assert failing(table) == []
        assert [one.number for one in table.rows if one.role is Role.ITEM and one.parent < 0] == ["1", "2"]


def found(text: str, **asked: object) -> list[tuple[str, str, bool]]:
    table, _ = text_table(text, **asked)
    return [(one.kind, table.rows[one.row].label, one.holds) for one in sum_relations(table)]


def test_sections_with_subtotals_and_a_grand_total() -> None:
    text = "项目 | 金额(元)\n甲 | 10\n乙 | 20\n小计 | 30\n丙 | 5\n丁 | 6\n小计 | 11\n总计 | 41"
    assert found(text) == [("total", "小计", True), ("total", "小计", True), ("total", "总计", True)]


def test_a_wrong_item_under_a_subtotal_is_one_wrong_sum() -> None:
    text = "项目 | 金额(元)\n甲 | 10\n乙 | 21\n小计 | 30\n丙 | 5\n丁 | 6\n小计 | 11\n总计 | 41"
    assert [one for one in found(text) if not one[2]] == [("total", "小计", False)]


@pytest.mark.parametrize(
    ("tail", "wrong"),
    [
        ("基本支出合计 | {0}\n支出总计 | {0}", "基本支出合计"),
        ("合计 | {0}\n上年结转 | \n总计 | {0}", "合计"),
        ("合计 | {0}\n上年结转 | 0\n总计 | {0}", "合计"),
    ],
)
def test_equal_totals_do_not_vouch_for_each_other(tail: str, wrong: str) -> None:
    text = "项目 | 金额(元)\n甲 | 150\n乙 | 200\n" + tail
    assert [one for one in found(text.format(350)) if not one[2]] == []
    assert [one for one in found(text.format(300)) if not one[2]] == [("total", wrong, False)]


def test_a_total_may_carry_the_one_before_on() -> None:
    text = "项目 | 金额(元)\n甲 | {} \n乙 | 20\n本年收入合计 | 120\n上年结转 | 8\n收入总计 | 128"
    assert [one[2] for one in found(text.format(100))] == [True, True]
    assert [one[2] for one in found(text.format(90))] == [False, True]


def test_an_of_which_list_without_indents_closes_the_row_above() -> None:
    text = "项目 | 金额(元)\n接待费 | 15.5\n用车费 | 20\n其中：购置费 | 5\n运行费 | {}\n合计 | 35.5"
    assert [one for one in found(text.format(15)) if not one[2]] == []
    assert [one for one in found(text.format(16)) if not one[2]] == [("total", "合计", False)]


ONCE = "村 | 户数(户) | 金额(元) | 备注\n甲 | 12 | 100 |\n乙 | 13 | 200 |\n合计 | {} | 300 | {}"


@pytest.mark.parametrize(("count", "remark", "holds"), [("25", "", True), ("20", "", False), ("20", "有重复户", True), ("26", "有重复户", False)])
def test_a_total_without_repetition_is_at_most_the_rows(count: str, remark: str, holds: bool) -> None:
    assert all(one[2] for one in found(ONCE.format(count, remark))) == holds


@pytest.mark.parametrize(("total", "holds"), [("25人次", True), ("52人次", False), ("13", True), ("14", False)])
def test_a_total_in_times_over_months_is_the_sum_of_the_persons(total: str, holds: bool) -> None:
    text = f"{{}} | 人数(人)\n{{}} | 12\n{{}} | 13\n合计 | {total}"
    assert all(one[2] for one in found(text.format("月份", "7月", "8月"))) == holds
    assert (found(text.format("村", "甲", "乙")) == []) == ("人次" in total)


def test_two_lists_each_with_its_own_total() -> None:
    text = "项目 | 金额(元)\n甲 | 10\n乙 | 20\n合计 | 30\n丙 | 5\n丁 | 6\n合计 | 11"
    assert [one[2] for one in found(text)] == [True, True]


def test_totals_named_after_a_class_add_the_rows_of_that_class_wherever_they_stand() -> None:
    text = "项目 | 类别 | 金额(元)\n甲 | 产业 | 10\n乙 | 基建 | 20\n丙 | 产业 | 5\n产业合计 | | 15\n基建合计 | | 20\n总计 | | 35"
    assert found(text) == [("total", "产业合计", True), ("total", "基建合计", True), ("total", "总计", True)]


def test_a_total_above_indented_rows_and_towns_with_villages() -> None:
    text = "地方 | 人数(人)\n合计 | 15\n　甲镇 | 10\n　　一村 | 4\n　　二村 | 6\n　乙镇 | 5"
    assert found(text) == [("total", "合计", True), ("parts", "甲镇", True)]


def test_a_total_in_the_serial_column_and_one_marked_with_a_sign() -> None:
    assert found("序号 | 姓名 | 金额(元)\n1 | 孙甲一 | 3\n2 | 周乙二 | 4\n合计 | | 7") == [("total", "合计", True)]
    assert found("项目 | 金额(元)\n甲 | 3\n乙 | 4\n@全村 | 8") == [("total", "全村", False)]


def test_a_total_in_the_last_line_of_a_ledger() -> None:
    text = "日期 | 摘要 | 收入(元)\n2026-03-05 | 承包费 | 3\n2026-03-09 | 利息 | 4\n2026-03-31 | 本月合计 | 7\n | 本年累计 | 70"
    assert found(text) == [("total", "本月合计", True)]


def test_rates_and_cumulated_rows_are_never_added() -> None:
    text = "项目 | 金额(元)\n甲 | 3\n乙 | 4\n完成率 | 70%\n@比率 人均 | 9\n累计 | 100\n合计 | 7"
    assert found(text) == [("total", "合计", True)]


def test_less_rows_take_away() -> None:
    assert found("项目 | 金额(元)\n经营收益 | 10\n　收入 | 15\n　减：支出 | 5") == [("parts", "经营收益", True)]


@pytest.mark.parametrize(
    "text",
    [
        "物品 | 数量\n大米 | 12袋\n油 | 5桶\n合计 | 17",
        "项目 | 标准(元/亩)\n甲 | 3\n乙 | 4\n合计 | 9",
        "项目 | 完成率\n甲 | 30%\n乙 | 40%\n合计 | 90%",
        "项目 | 余额(元)\n甲 | 3\n乙 | 4\n合计 | 9",
        "项目 | 金额(元)\n甲 | 约3\n乙 | 4\n合计 | 9",
        "项目 | 金额(元)\n甲 | 2300补差\n乙 | 4\n合计 | 9",
        "项目 | 金额(元)\n甲 | 3\n乙 | 4\n合计 |",
        "项目 | 金额(元)\n甲 | 3\n乙 | 4\n合计 | 约9",
        "项目 | 金额(元)\n甲 | 300元至800元\n合计 | 9",
        "单位 | 金额\n甲 |\n乙 |\n合计 | 9",
    ],
)
def test_silent_where_nothing_can_be_added_or_nothing_is_stated(text: str) -> None:
    assert found(text) == []


def test_about_so_much_is_at_least_or_at_most() -> None:
    assert found("项目 | 金额(元)\n甲 | 3\n乙 | 4\n合计 | 6余") == [("total", "合计", True)]
    assert found("项目 | 金额(元)\n甲 | 3\n乙 | 4\n合计 | 近6") == [("total", "合计", False)]
    assert found("项目 | 金额(元)\n甲 | 3\n乙 | 4\n合计 | 近8") == [("total", "合计", True)]


def test_an_excerpt_has_no_total_but_rows_still_add_across() -> None:
    text = "村 | 一季度(元) | 二季度(元) | 合计(元)\n甲 | 1 | 2 | 3\n乙 | 3 | 4 | 7\n合计 | 9 | 9 | 18"
    assert {one[0] for one in found(text, excerpt=True)} == {"group_total"}
    assert {one[0] for one in found(text)} == {"group_total", "total"}


def test_units_typed_in_cells_and_heads_meet_in_base_units() -> None:
    assert found("项目 | 金额(万元)\n甲 | 0.5\n乙 | 2000元\n合计 | 0.7") == [("total", "合计", True)]
    assert found("项目 | 面积\n甲 | 200亩\n乙 | 100亩\n合计 | 300") == [("total", "合计", True)]


def test_parts_not_stated_are_incomplete_and_blank_items_of_a_list_are_not() -> None:
    table, _ = text_table("项目 | 金额(元)\n甲 | 3\n　一 | 1\n　二 | 未列\n乙 | \n合计 | 4")
    parts, total = sum_relations(table)
    assert (parts.kind, parts.holds, parts.incomplete) == ("parts", False, True)
    assert (total.kind, total.holds, total.incomplete) == ("total", False, False)


def test_of_which_is_at_most_the_row_it_belongs_to() -> None:
    text = "项目 | 金额(元)\n收入 | 10\n　其中：租金 | 7\n　　　　利息 | 3\n支出 | 4\n　其中：工资 | 5\n合计 | 14"
    assert found(text) == [("of_which", "租金", True), ("of_which", "利息", True), ("of_which", "工资", False), ("total", "合计", True)]


def test_of_which_beside_the_last_item_may_mean_the_whole_list() -> None:
    text = "项目 | 金额(元)\n甲 | 10\n乙 | 2\n其中：困难户 | 5\n合计 | 12"
    assert found(text) == [("of_which", "困难户", True), ("total", "合计", True)]
    assert [one[2] for one in found(text.replace("| 5", "| 13"))] == [False, True]


def test_of_which_lists_of_mapping_rows() -> None:
    table, _ = row_table("表:\n  - {项目: 收入, 金额(元): 10, 其中: [{项目: 租金, 金额: 11}]}\n  - {项目: 合计, 金额: 10}\n")
    assert [(said(table, one)[:2], one.holds) for one in sum_relations(table)] == [(("of_which", "租金"), False), (("total", "合计"), True)]


def test_of_which_columns_stand_beside_what_they_are_part_of() -> None:
    table, _ = text_table("村 | 总人口(人) | 其中女性(人)\n甲 | 10 | 6\n乙 | 4 | 5\n合计 | 14 | 11")
    off = failing(table)
    assert [said(table, one) for one in off] == [("of_which", "乙", "其中女性")]
    assert off[0].operator == "≤"


def test_a_column_total_is_believed_only_where_most_rows_agree() -> None:
    good = "村 | 一组(人) | 二组(人) | 合计(人)\n甲 | 1 | 2 | 3\n乙 | 3 | 4 | 8\n丙 | 5 | 6 | 11"
    assert [one[2] for one in found(good)] == [True, False, True]
    other = "村 | 一组(人) | 二组(人) | 合计(人)\n甲 | 1 | 2 | 9\n乙 | 3 | 4 | 8\n丙 | 5 | 6 | 11"
    assert found(other) == []


def test_a_figure_merged_over_rows_may_count_once() -> None:
    text = "项目 | 金额(元)\n甲 | 30\n乙 | 〃\n丙 | 5\n合计 | 35"
    assert found(text) == [("total", "合计", True)]
    assert found(text.replace("35", "65")) == [("total", "合计", True)]
    assert [one[2] for one in found(text.replace("35", "66"))] == [False]


def test_distinct_and_corrected_columns() -> None:
    table, _ = text_table("项目 | 农户(户) | 金额(元)\n甲 | 3 | 1\n乙 | 4 | 2\n合计 | 6 | 3")
    assert [said(table, one)[2] for one in failing(table)] == ["农户"]


def test_cumulated_lines_of_a_ledger_are_never_items() -> None:
    table, _ = text_table("日期 | 摘要 | 收入(元)\n2026-03-05 | 承包费 | 3\n | 本年累计 | 70")
    assert [one.role for one in table.rows] == [Role.ITEM, Role.RATE]
    assert [one.number for one in table.rows] == ["1", ""]


def test_an_amount_in_words_below_is_not_added() -> None:
    assert found("项目 | 金额(元)\n甲 | 100\n乙 | 200\n合计：2项 | 300\n人民币大写 | 叁佰元整") == [("total", "合计：2项", True)]
