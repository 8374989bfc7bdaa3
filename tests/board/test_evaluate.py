"""Sums, products, chains: what must be found, where, and what must stay silent."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from disclosure.basis.values import Amount
from disclosure.board.arithmetic import bare
from disclosure.board.evaluate import breaches
from disclosure.board.model import Filing
from disclosure.reading.table import Cell
from tests.board.making import broken
from tests.board.making import catalogue
from tests.board.making import filing
from tests.board.making import other
from tests.board.making import plain
from tests.board.making import shelf
from tests.board.making import slugs

LEDGER = plain("""
    类别: 财务收支明细
    期间: 2026-03
    公开日期: 2026-04-08
    期初余额: 152,300.00
    收支明细:
      - {日期: 3-05, 凭证号: 记-001, 摘要: 机动地承包费, 科目: 发包及上交收入, 收入: 12,000.00}
      - {日期: 3-18, 凭证号: 记-002, 摘要: 路灯维修, 科目: 公益支出, 支出: 6,210.00}
    期末余额: 158,090.00
""")


def test_the_sample_of_the_contract_holds() -> None:
    assert broken(LEDGER) == []


@pytest.mark.parametrize(
    ("old", "new"), [("158,090", "158,900"), ("12,000", "12,600"), ("6,210", "6,120"), ("152,300", "152,800")]
)
def test_a_wrong_digit_gives_one_finding_at_the_balance(old: str, new: str) -> None:
    found = broken(LEDGER.replace(old, new))
    assert slugs(found) == [("closing-balance-off", 8)]
    assert found[0].label == "期末余额"
    lines = {found[0].span.line, *(related.span.line for related in found[0].related)}
    assert lines == {4, 6, 7, 8}


def test_the_finding_says_what_was_typed_and_what_comes_out() -> None:
    found = broken(LEDGER.replace("158,090.00", "158,900.00"))[0]
    assert (found.stated, found.derived, found.difference, found.unit) == ("158,900.00", "158,090.00", "810.00", "元")
    assert found.formula == "期末余额 = 期初余额 + sum(收支明细.收入) - sum(收支明细.支出)"
    assert found.diagnostic().arguments["derived"] == "158,090.00"


@pytest.mark.parametrize("blank", ["", "未列"])
def test_a_blank_or_unstated_operand_is_silent(blank: str) -> None:
    assert broken(LEDGER.replace("152,300.00", blank)) == []


def test_unstated_in_a_sum_is_silent_and_none_is_zero() -> None:
    assert broken(LEDGER.replace("6,210.00", "未列")) == []
    assert slugs(broken(LEDGER.replace("6,210.00", "无"))) == [("closing-balance-off", 8)]


def test_a_nil_ledger_still_adds_up() -> None:
    nil = "类别: 财务收支明细\n期间: 2026-03\n本期无: 本月没有收支\n期初余额: 10.00\n期末余额: {}\n"
    assert broken(nil.format("10.00")) == []
    assert slugs(broken(nil.format("11.00"))) == [("closing-balance-off", 5)]


def test_previous_is_carried_over() -> None:
    february = filing(LEDGER.replace("2026-03", "2026-02").replace("3-05", "2-05").replace("3-18", "2-18"), "石桥村/二月.yaml")
    march = LEDGER.replace("152,300.00", "158,090.00").replace("期末余额: 158,090.00", "期末余额: 163,880.00")
    assert broken(march, february) == []
    found = broken(march.replace("期初余额: 158,090.00", "期初余额: 158,096.00"), february)
    assert slugs(found) == [("opening-not-carried", 4)]
    assert found[0].suspect_value == "158,090.00"
    assert any(related.note.startswith("2026年2月 期末余额") for related in found[0].related)


def test_previous_is_silent_where_the_period_between_is_missing() -> None:
    january = filing(LEDGER.replace("2026-03", "2026-01").replace("3-", "1-"))
    assert broken(LEDGER.replace("158,090.00", "158,090.00"), january) == []


def test_a_consequence_elsewhere_shares_the_cause() -> None:
    wrong = LEDGER.replace("2026-03", "2026-02").replace("3-05", "2-05").replace("3-18", "2-18")
    february = filing(wrong.replace("158,090.00", "158,900.00"), "石桥村/二月.yaml")
    march = filing(LEDGER.replace("152,300.00", "158,090.00").replace("期末余额: 158,090.00", "期末余额: 163,880.00"))
    both = shelf(february, march)
    cause = breaches(february, both)[0].cause
    consequence = breaches(march, both)
    assert [breach.slug for breach in consequence] == ["opening-not-carried"]
    assert consequence[0].cause == cause == "石桥村/二月.yaml:8:7"


CHECKED = """
    数据:
      应收: 1,200.00元
      实收: 1,000.00元
      欠收: {}元
      起: 2026-03-01
      止: 2026-03-31
    校验:
      - {}
"""


@pytest.mark.parametrize(
    ("owed", "check", "wanted"),
    [
        ("200.00", "欠收 = 应收 - 实收", []),
        ("201.00", "欠收 = 应收 - 实收", [("relation-off", 7)]),
        ("200.00", "应收 - 实收 = 欠收", []),
        ("201.00", "应收 - 实收 = 欠收", [("relation-off", 11)]),
        ("200.00", "应收 ≥ 实收 ≥ 欠收", []),
        ("200.00", "欠收 ≥ 实收", [("relation-off", 7)]),
        ("200.00", "应收 = 实收 + 欠收 ≤ 1200", []),
        ("200.00", "起 ≤ 止 ≤ 2026-04-01", []),
        ("200.00", "止 ≤ 起", [("relation-off", 9)]),
        ("200.00", "止 ≤ 公开日期", []),
        ("201.00", "欠收 = 应收 - 实收 ± 1", []),
        ("202.00", "欠收 = 应收 - 实收 ± 1", [("relation-off", 7)]),
        ("200.00", "欠收 = 应收 × 20%", [("product-off", 7)]),
        ("240.00", "欠收 = 应收 × 20%", []),
        ("240.01", "欠收 = 应收 × 20%", [("product-off", 7)]),
    ],
)
def test_relations_of_facts(owed: str, check: str, wanted: list[tuple[str, int]]) -> None:
    assert slugs(broken(other(CHECKED.format(owed, check)))) == wanted


def test_a_chain_breaks_link_by_link() -> None:
    found = broken(other(CHECKED.format("200.00", "应收 ≤ 实收 ≤ 欠收")))
    assert slugs(found) == [("relation-off", 5), ("relation-off", 6)] or len(found) == 1


def test_days_are_told_as_days() -> None:
    found = broken(other(CHECKED.format("200.00", "止 ≤ 起")))[0]
    assert (found.stated, found.derived, found.difference) == ("2026-03-31", "2026-03-01", "30天")


def test_an_unknown_name_is_found_with_what_was_meant() -> None:
    found = broken(other(CHECKED.format("200.00", "欠收 = 应收 - 实收款")))
    assert [(one.slug, one.name, one.suggestion, one.span.line) for one in found] == [
        ("unknown-name", "实收款", "实收", 11)
    ]


def test_a_fact_the_category_knows_but_nobody_stated_is_silent() -> None:
    assert broken(LEDGER + "校验:\n  - 期末余额 = 库存现金 + 银行存款\n") == []


PRODUCTS = """
    数据:
      标准: {rate}
    表:
      - 名: 补贴
        行: |
          户主 | 面积(亩) | 金额(元)
          一户 | 9.88 | {first}
          二户 | 3.28 | 303.07
          合计 | 13.16 | {total}
        校验:
          - 金额 = 面积 × 标准
"""


@pytest.mark.parametrize(
    ("first", "total", "wanted"),
    [
        ("912.91", "1,215.98", []),
        ("912.92", "1,215.99", [("product-off", 10)]),
        ("912.91", "1,215.99", [("total-off", 12)]),
        ("921.91", "1,224.98", [("product-off", 10), ("product-off", 12)]),
    ],
)
def test_products_may_be_rounded_to_the_cent(first: str, total: str, wanted: list[tuple[str, int]]) -> None:
    found = broken(other(PRODUCTS.format(rate="92.40元/亩", first=first, total=total)))
    assert sorted(slugs(found)) == wanted or slugs(found) == wanted[:1]


def test_a_total_row_of_products_may_be_off_by_half_a_cent_a_payee() -> None:
    rows = "\n".join("          户 | 3.33 | 37.00" for _ in range(20))
    text = PRODUCTS.format(rate="11.11元/亩", first="109.77", total="886.21").replace("          二户 | 3.28 | 303.07", rows)
    text = text.replace("13.16", "76.48").replace("886.21", "849.77")
    assert broken(other(text)) == []


def test_a_wrong_rate_is_one_finding_not_one_a_row() -> None:
    found = broken(other(PRODUCTS.format(rate="94.20元/亩", first="912.91", total="1,215.98")))
    assert len(found) == 1
    assert found[0].slug == "product-off"
    assert (found[0].suspect, found[0].suspect_value) == ("标准", "92.40")


def test_another_unit_is_rounded_to_its_last_digit() -> None:
    text = """
        表:
          - 名: 计划
            行: |
              镇 | 户数(户) | 每户(万元/户) | 资金(万元)
              甲 | 3 | 0.7513 | 2.25
              乙 | 3 | 0.7513 | 2.27
            校验:
              - 资金 = 户数 × 每户
    """
    assert slugs(broken(other(text))) == [("product-off", 9)]


@pytest.mark.parametrize("rate", ["93.20%", "93.19%", "93.2%", "93%", "94%"])
def test_a_quotient_may_be_off_by_its_last_digit(rate: str) -> None:
    assert broken(other(f"数据:\n  应参: 441人\n  实参: 411人\n  率: {rate}\n校验:\n  - 率 = 实参 ÷ 应参\n")) == []


def test_a_rate_of_the_wrong_base_is_found() -> None:
    found = broken(other("数据:\n  应参: 441人\n  实参: 411人\n  率: 100%\n校验:\n  - 率 = 实参 ÷ 应参\n"))
    assert slugs(found) == [("relation-off", 7)]
    assert (found[0].stated, found[0].derived, found[0].unit) == ("100", "93.20", "%")


@pytest.mark.parametrize(
    ("money", "holds"),
    [
        ("75万余元", True),
        ("76万余元", False),
        ("近76万元", True),
        ("近75万元", False),
        ("约75万元", True),
        ("75.52万元", True),
        ("755,200元", True),
    ],
)
def test_vague_amounts_are_held_to_their_word(money: str, holds: bool) -> None:
    text = f"数据:\n  小麦: 640,000斤\n  价: 1.18元/斤\n  总额: {money}\n校验:\n  - 总额 = 小麦 × 价\n"
    assert (broken(other(text)) == []) is holds


@pytest.mark.parametrize("check", ["合计 = (村数 + 社区) × 4 + 贫困村", "合计 = 村数 × 标准 + 社区 × 标准 + 贫困村 × 增加"])
def test_bare_numbers_may_be_meant_in_the_printed_unit(check: str) -> None:
    text = """
        数据:
          标准: 4万元/个
          增加: 1万元/个
        表:
          - 名: 分配表
            行: |
              乡镇 | 村数 | 贫困村 | 社区 | 合计(万元)
              莆美镇 | 16 | 1 | 8 | 97
              云陵镇 | 4 | 0 | 15 | {}
            校验:
              - {}
    """
    assert broken(other(text.format("76", check))) == []
    found = broken(other(text.format("67", check)))
    assert [(one.slug, one.span.line, one.stated, one.derived) for one in found] == [("product-off", 12, "67", "76")]


def test_where_counts_only_some_rows() -> None:
    text = """
        数据:
          产业: 30.00元
          户数: 2户
        表:
          - 名: 项目
            行: |
              名称 | 类 | 金额(元)
              甲 | 产业 | 10.00
              乙 | 基建 | 5.00
              丙 | 产业 | 20.00
        校验:
          - 产业 = sum(项目.金额 若 类=产业)
          - 户数 = count(项目 若 类=产业)
    """
    assert broken(other(text)) == []
    found = broken(other(text.replace("产业: 30.00元", "产业: 35.00元")))
    assert slugs(found) == [("total-off", 5)]
    assert [related.note for related in found[0].related] == ["第1行 金额 10.00", "第3行 金额 20.00"]
    assert slugs(broken(other(text.replace("户数: 2户", "户数: 3户")))) == [("total-off", 6)]


def test_cells_by_their_row_label_and_columns_by_their_number() -> None:
    text = """
        表:
          - 名: 收支
            栏号: [无, 1, 2, 3]
            行: |
              项目 | 上年(元) | 本年(元) | 增减(元)
              收入 | 10 | 12 | 2
              支出 | 9 | 8 | -1
              盈余 | 1 | 4 | 3
            校验:
              - "#3 = #2 - #1"
              - 盈余.本年 = 收入.本年 - 支出.本年
              - 收支.盈余.上年 = 收支.收入.上年 - 收支.支出.上年
    """
    assert broken(other(text)) == []
    assert slugs(broken(other(text.replace("支出 | 9 | 8 | -1", "支出 | 9 | 8 | 1")))) == [("relation-off", 10)]
    assert slugs(broken(other(text.replace("盈余 | 1 | 4 | 3", "盈余 | 1 | 5 | 4")))) == [("relation-off", 11)]


def test_another_category_of_the_same_period() -> None:
    ledger = filing(LEDGER, "石桥村/明细.yaml")
    text = "数据:\n  月末: {}元\n校验:\n  - 月末 = 财务收支明细.期末余额\n  - 月末 = fin.ledger.closing\n"
    assert broken(other(text.format("158,090.00")), ledger) == []
    assert slugs(broken(other(text.format("158,900.00")), ledger)) == [("relation-off", 5)]
    assert broken(other(text.format("158,900.00"))) == []


def test_an_excerpt_has_no_totals() -> None:
    text = "数据:\n  合计: 99.00元\n表:\n  - {名: 甲, 摘录: 是, 行: [{项: 一, 金额: 1.00}]}\n校验:\n  - 合计 = sum(甲.金额)\n"
    assert broken(other(text)) == []


def test_goods_of_several_units_make_no_sum() -> None:
    text = "数据:\n  合计: 99\n表:\n  - {名: 甲, 行: [{项: 油, 数量: 12桶}, {项: 米, 数量: 3袋}]}\n校验:\n  - 合计 = sum(甲.数量)\n"
    assert broken(other(text)) == []


def test_two_statements_of_one_fact() -> None:
    assert slugs(broken(other("数据:\n  同比: {另称: [增长35.24%, 增长32.2%]}\n"))) == [("statements-differ", 5)]
    assert broken(other("数据:\n  同比: {另称: [增长35.24%, 增长35.2%]}\n")) == []
    assert broken(other("数据:\n  投资: {值: 86000元, 另称: [8.6万元]}\n")) == []
    assert slugs(broken(other("数据:\n  投资: {值: 86000元, 另称: [8.7万元]}\n"))) == [("statements-differ", 5)]


def test_numbers_in_running_text() -> None:
    text = "数据:\n  总任务: 120户\n  已完成: {}户\n正文: |\n  完成[98](=已完成)户，还有{{=总任务-已完成}}户，占[81.7%](=已完成÷总任务)。\n"
    assert broken(other(text.format(98))) == []
    found = broken(other(text.format(97)))
    assert [(one.slug, one.stated, one.derived) for one in found] == [("prose-off", "98", "97")]
    wrong = broken(other(text.format(98).replace("(=已完成)", "(=已办)")))
    assert [(one.slug, one.name) for one in wrong] == [("unknown-name", "已办")]


def test_one_wrong_number_in_data_and_text_is_one_finding() -> None:
    text = "数据:\n  甲: 40元\n  乙: 58元\n  合计: 99元\n校验:\n  - 合计 = 甲 + 乙\n正文: 共[98](=合计)元。\n"
    found = broken(other(text))
    assert [(one.slug, one.suspect, one.suspect_value) for one in found] == [("total-off", "合计", "98.00")]


def money(one: Filing) -> Iterator[tuple[str, Cell]]:
    """Yield every cell of money with its name."""
    for fact in one.facts:
        if fact.kind == "money" and isinstance(bare(fact.cell), Amount):
            yield fact.label, fact.cell
    for table in one.tables:
        for index, column in enumerate(table.columns):
            for row in table.rows:
                if column.kind == "money" and isinstance(bare(row.cells[index]), Amount):
                    yield f"{table.label} {row.number or row.label} {column.label}", row.cells[index]


def changed(text: str, cell: Cell) -> Iterator[str]:
    """Yield a text with each digit of a cell changed in turn."""
    for at in range(cell.span.start, cell.span.end):
        if text[at].isdigit():
            yield text[:at] + ("4" if text[at] != "4" else "5") + text[at + 1 :]


UNGUARDED = {"其中", "运转支出"}
"""An of-which row is only held to be no larger than its whole: a smaller wrong digit cannot be told."""


@pytest.mark.slow
@pytest.mark.parametrize("name", [one.id for one in catalogue().categories.values() if one.example and one.identities])
def test_every_wrong_digit_of_money_is_one_finding_that_holds_the_cell(name: str) -> None:
    text = catalogue().categories[name].example
    one = filing(text)
    assert breaches(one, shelf(one)) == ()
    for label, cell in money(one):
        for wrong in changed(text, cell):
            found = broken(wrong)
            if any(word in label for word in UNGUARDED) and not found:
                continue
            assert len(found) == 1, (label, wrong[cell.span.start : cell.span.end], slugs(found))
            places = {found[0].span[:3], *(related.span[:3] for related in found[0].related)}
            assert cell.span[:3] in places, (label, slugs(found))
