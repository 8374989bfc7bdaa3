"""What names in formulas mean: columns, cells, ranges, levels of heads, other tables, places and filings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from disclosure.board.evaluate import breaches
from tests.board.making import HOME
from tests.board.making import broken
from tests.board.making import filing
from tests.board.making import other
from tests.board.making import shelf
from tests.board.making import slugs

GRADES = """
    数据: {{C级标准: 0.75万元/户, 总额: 2.25万元}}
    表:
      - 名: 计划
        行: |
          镇 | C级/户数 | C级/资金(万元) | D级/户数 | D级/资金(万元)
          甲 | 1 | 0.75 | 2 | 4.2
          乙 | 2 | 1.50 | 1 | {}
        校验:
          - {}
"""


@pytest.mark.parametrize(
    "check",
    ["「C级/资金」 = 「C级/户数」 × C级标准", "C级/资金 = C级/户数 × C级标准", "「C级/资金(万元)」 = 「C级/户数」 × 0.75", "计划.C级/资金 ≤ 10"],
)
def test_levels_of_heads(check: str) -> None:
    assert broken(other(GRADES.format("2.1", check))) == []


def test_a_bar_between_columns_still_divides() -> None:
    text = "表:\n  - 名: 甲\n    行: |\n      项 | 金额(元) | 面积(亩) | 单价(元/亩)\n      一 | 100 | 4 | {}\n    校验: [单价 = 金额/面积]\n"
    assert broken(other(text.format("25"))) == []
    assert slugs(broken(other(text.format("35")))) == [("relation-off", 8)]


def test_sums_of_expressions_and_of_two_tables() -> None:
    text = """
        数据: {{合计: {}元, 结余: {}元, 每亩: 3元/亩}}
        表:
          - {{名: 收, 行: [{{项: 一, 面积: 2亩, 标准: 3元/亩, 金额: 6元}}, {{项: 二, 面积: 1亩, 标准: 4元/亩, 金额: 4元}}]}}
          - {{名: 支, 行: [{{项: 三, 金额: 7元}}]}}
        校验:
          - 合计 = sum(收.面积 * 收.标准)
          - 结余 = 收.金额 - 支.金额
          - sum(收.面积 * 每亩) = 9
          - sum(每亩) = 3
          - sum(支) = 7
          - count(收.金额) = 2
    """
    assert broken(other(text.format(10, 3))) == []
    assert slugs(broken(other(text.format(11, 3)))) == [("product-off", 4)]
    assert slugs(broken(other(text.format(10, 4)))) == [("relation-off", 4)]


def test_ends_of_a_range() -> None:
    text = "数据: {低价: 300元, 高价: 800元, 补助: 300元至800元, 甲: 1元}\n校验: [低价 = 补助.低, 高价 = 补助.高, 补助 = 低价, 甲 ≤ 甲.高]\n"
    assert broken(other(text)) == []
    assert slugs(broken(other(text.replace("高价: 800", "高价: 900")))) == [("relation-off", 4)]


def test_rows_by_label_and_totals_nobody_typed() -> None:
    text = """
        表:
          - 名: 收支
            行: |
              项目 | 数额(元)
              一、收入 | 12
              二、支出 | 8
        校验:
          - 收支.收入.数额 = 12
          - 收支.合计.数额 = 20
          - 收支.「一、收入」.数额 = 12
    """
    assert broken(other(text)) == []
    unknown = broken(other(text.replace("收支.收入.数额", "收支.收人.数额")))
    assert [(one.slug, one.name) for one in unknown] == [("unknown-name", "收支.收人.数额")]


def test_a_label_that_stands_twice_is_no_name() -> None:
    text = "表:\n  - {名: 甲, 行: [{组: 六, 数: 1}, {组: 六, 数: 2}]}\n校验: [甲.六.数 = 1]\n"
    assert [one.slug for one in broken(other(text))] == ["unknown-name"]


def test_names_of_persons_are_never_suggested() -> None:
    text = "表:\n  - {名: 甲, 行: [{户主: 赵甲一, 金额: 1元}, {户主: 钱乙二, 金额: 2元}]}\n校验: [甲.赵甲.金额 = 1]\n"
    found = broken(other(text))
    assert [one.slug for one in found] == ["unknown-name"]
    assert "赵甲一" not in repr(found[0].suggestion)


def test_parts_tell_a_row_that_states_nothing() -> None:
    text = """
        数据: {{合计: {}元}}
        表:
          - 名: 甲
            行:
              - {{项: 一, 金额: 10元}}
              - {{项: 二, 分项: [{{项: 丙, 金额: 3元}}, {{项: 丁, 金额: 4元}}]}}
              - {{项: 三, 金额: 5元, 其中: [{{项: 戊, 金额: 2元}}]}}
        校验: [合计 = sum(甲.金额)]
    """
    assert broken(other(text.format(22))) == []
    found = broken(other(text.format(23)))
    assert slugs(found) == [("total-off", 4)]
    assert len(found[0].related) == 4


def test_a_where_on_a_column_nobody_has() -> None:
    text = "数据: {合计: 1元}\n表: [{名: 甲, 行: [{项: 一, 金额: 1元}]}]\n校验: [合计 = sum(甲.金额 若 类=产业)]\n"
    assert [(one.slug, one.name) for one in broken(other(text))] == [("unknown-name", "类"), ("total-off", "")]


def test_column_numbers_in_the_filing_and_unknown_ones() -> None:
    text = "数据: {合计: 3元}\n表: [{名: 甲, 栏号: [无, 1], 行: [{项: 一, 金额: 3元}]}]\n校验: [合计 = sum(#1)]\n"
    assert broken(other(text)) == []
    assert [(one.slug, one.name) for one in broken(other(text.replace("#1", "#7")))] == [("unknown-name", "#7")]


def test_a_bare_column_of_the_only_table_that_has_it() -> None:
    text = "数据: {合计: 3元}\n表: [{名: 甲, 行: [{项: 一, 金额: 3元}]}]\n校验: [合计 = sum(金额)]\n"
    assert broken(other(text)) == []


def test_the_period_and_the_days_of_the_filing() -> None:
    text = "数据: {开工: 2026-03-02}\n校验: [期间起 ≤ 开工 ≤ 期间止, 开工 ≤ 公开日期, 上栏日期 ≤ 开工]\n"
    assert broken(other(text)) == []
    assert slugs(broken(other(text.replace("03-02", "04-02")))) == [("relation-off", 4)]


def test_other_places_and_containing_periods() -> None:
    year = filing("类别: 收支汇总\n期间: 2026\n期初余额: 1.00\n收入合计: 5.00\n支出合计: 0.00\n期末余额: 6.00\n", "石桥村/年.yaml")
    far = replace(year, place="shangwan")
    places = {"shiqiao": HOME, "shangwan": replace(HOME, path="shangwan", slug="shangwan", name="上湾村")}
    one = filing(other("数据: {年: 6元}\n校验: [年 = 收支汇总.期末余额, 年 = 上湾村.收支汇总.期末余额, 年 = 收支汇总.没有]\n"))
    found = [breach for breach in breaches(one, shelf(one, year, far, places=places)) if breach.primary]
    assert [(breach.slug, breach.name) for breach in found] == [("unknown-name", "收支汇总.没有")]
    alone = [breach for breach in breaches(one, shelf(one, places=places)) if breach.primary]
    assert alone == []


def test_several_batches_of_another_category_add_up() -> None:
    text = "类别: 其他公示\n期间: 2026-03\n批次: {}\n数据: {{金额: {}元}}\n"
    first, second = filing(text.format("一", 2), "石桥村/一.yaml"), filing(text.format("二", 3), "石桥村/二.yaml")
    ledger = filing("类别: 财务收支明细\n期间: 2026-03\n期初余额: 0.00\n期末余额: 5.00\n校验: [期末余额 = 其他公示.金额]\n")
    found = [breach.slug for breach in breaches(ledger, shelf(ledger, first, second)) if breach.primary]
    assert found == []


def test_previous_in_a_sum_and_in_a_cell() -> None:
    text = "类别: 其他公示\n期间: {}\n表: [{{名: 甲, 行: [{{项: 存, 金额: {}元}}, {{项: 取, 金额: 1元}}]}}]\n{}"
    before = filing(text.format("2026-02", 7, ""), "石桥村/二月.yaml")
    checks = "校验: [甲.存.金额 = previous.甲.存.金额 + 1, sum(甲.金额) = sum(previous.甲.金额) + 1, 甲.取.金额 ≤ previous.无此]\n"
    assert [one.slug for one in broken(text.format("2026-03", 8, checks), before)] == ["unknown-name"]
    assert [one.slug for one in broken(text.format("2026-03", 9, checks), before)] == ["unknown-name", "relation-off"]


def test_head_claims() -> None:
    text = "表:\n  - 名: 甲\n    行: |\n      镇 | 村数{}个 | 合计(万元)\n      一 | 4 | 16\n      二 | 3 | 12\n"
    assert broken(other(text.format(7))) == []
    found = broken(other(text.format(8)))
    assert [(one.slug, one.span.line, one.stated, one.derived) for one in found] == [("claim-off", 7, "8", "7")]


def test_parts_that_are_partly_blank_are_no_wrong_sum() -> None:
    text = "表:\n  - 名: 甲\n    行: |\n      项目 | 金额(元)\n      收入 | 10\n      　租金 | 4\n      　其他 | {}\n"
    assert [one.slug for one in broken(other(text.format("")))] == ["parts-incomplete"]
    assert [one.slug for one in broken(other(text.format("5")))] == ["total-off"]
    assert broken(other(text.format("6"))) == []


def test_of_which_is_at_most_its_whole() -> None:
    text = "表:\n  - 名: 甲\n    行: |\n      项目 | 金额(元)\n      收入 | 10\n      其中租金 | {}\n      合计 | 10\n"
    assert broken(other(text.format("9"))) == []
    found = broken(other(text.format("11")))
    assert [one.slug for one in found] == ["of-which-exceeds-whole"]
