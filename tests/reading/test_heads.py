"""Head cells against a category's columns, corrections, and columns nobody described."""

from __future__ import annotations

from typing import Any

import pytest

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.span import Span
from disclosure.reading.heads import Draft
from disclosure.reading.heads import Wish
from disclosure.reading.heads import columns_of
from disclosure.reading.heads import drafts_of
from disclosure.reading.heads import money_unit
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import RawCell
from disclosure.reading.nodes import Sequence
from disclosure.reading.table import Column
from disclosure.reading.table import Personal
from tests.reading.papers import node_of
from tests.reading.papers import slugs
from tests.reading.papers import text_table

LINES = (
    Column("date", "日期", "date", required=True),
    Column("voucher", "凭证号", "code"),
    Column("income", "收入", "money", total=True),
    Column("expense", "支出", "money", required=True),
    Column("payee", "收款人", "person", personal=Personal()),
)


def heads_of(*texts: str) -> tuple[RawCell, ...]:
    return tuple(RawCell(text, Span("表.yaml", 1, index + 1)) for index, text in enumerate(texts))


def mapping(text: str) -> Mapping:
    node = node_of(f"栏: {text}\n", "栏")
    assert isinstance(node, Mapping)
    return node


def drafted(*texts: str, **wish: Any) -> tuple[list[Column], list[Diagnostic]]:
    drafts, problems = drafts_of(heads_of(*texts), Wish(**wish))
    return [draft.column for draft in drafts], problems


def test_a_category_keeps_its_order_and_its_columns() -> None:
    drafts, problems = drafts_of(heads_of("支出(元)", "日期", "序号", "备注", "收 入"), Wish(LINES, table="收支明细"))
    assert problems == []
    assert [(draft.column.id, draft.source) for draft in drafts] == [
        ("序号", 2), ("date", 1), ("voucher", -1), ("income", 4), ("expense", 0), ("payee", -1), ("备注", 3),
    ]  # fmt: skip
    assert [draft.column.span for draft in drafts if draft.source < 0] == [None, None]
    assert all(draft.strict for draft in drafts if draft.column in LINES)


def test_ids_and_labels_and_units_are_the_same_column() -> None:
    columns, problems = drafted("date", "收入(万元)", "expense", given=LINES)
    assert problems == []
    assert [column.unit for column in columns if column.id == "income"] == ["万元"]


def test_a_head_no_column_has_is_told_with_what_was_probably_meant() -> None:
    _, problems = drafted("日期", "支处", "组别", given=LINES, table="收支明细", extra=mapping("{组别: 文字}"))
    assert [(p.slug, p.arguments) for p in problems] == [
        ("unknown-key", {"key": "支处", "suggestion": "支出", "where": "表「收支明细」"}),
    ]


def test_an_extra_column_is_what_the_filing_says() -> None:
    columns, problems = drafted("日期", "支出", "组别", given=LINES, extra=mapping("{组别: 文字}"))
    assert problems == []
    assert (columns[-1].label, columns[-1].kind) == ("组别", "text")


def test_required_columns_are_not_missed_in_a_table_without_heads() -> None:
    assert drafted(given=LINES)[1] == []


def test_a_unit_of_another_kind_in_a_head() -> None:
    _, problems = drafted("日期", "支出(亩)", given=LINES)
    assert [(p.slug, p.arguments["column"], p.arguments["unit"]) for p in problems] == [("unit-mismatch", "支出", "亩")]


def test_one_column_twice() -> None:
    _, problems = drafted("日期", "支出", "支出(元)", given=LINES)
    assert slugs(problems) == ["duplicate-column"]
    assert problems[0].related[0].span.column == 2
    assert slugs(drafted("指标", "数量", "指标", "数量")[1]) == ["duplicate-column"] * 2


def test_a_blank_head_is_told() -> None:
    assert [(p.slug, p.arguments["column"]) for p in drafted("村", "")[1]] == [("head-blank", "第2栏")]


def test_the_tables_unit_sets_money_only() -> None:
    columns, _ = drafted("村", "人数", "补助资金", "奖金(元)", "面积", unit="万元")
    assert [column.unit for column in columns] == ["", "", "万元", "元", ""]
    assert money_unit("人、元") == "元"
    assert money_unit("亩、户") == ""


def test_corrections_say_what_the_head_cannot() -> None:
    columns, problems = drafted(
        "户", "人数", "标准", corrections=mapping("{标准: 文字, 户: 户数 户 去重, 人数: 人数 人 不跨期}"), body=(("3",), ("4",), ("每亩800斤",))
    )
    assert problems == []
    assert [(c.kind, c.unit, c.distinct, c.additive) for c in columns] == [
        ("count", "户", True, "yes"),
        ("count", "人", False, "periods"),
        ("text", "", False, "no"),
    ]


def test_a_correction_that_names_no_column() -> None:
    _, problems = drafted("户主", "金额", corrections=mapping("{金颔: 文字}"))
    assert [(p.slug, p.arguments["key"], p.arguments["suggestion"]) for p in problems] == [("unknown-key", "金颔", "金额")]


def test_printed_numbers_of_columns() -> None:
    numbers = node_of("栏号: [无, 1, 2, 3=1+2]\n", "栏号")
    assert isinstance(numbers, Sequence)
    columns, problems = drafted("村", "甲", "乙", "丙", numbers=numbers)
    assert problems == []
    assert [column.number for column in columns] == ["", "1", "2", "3"]
    assert slugs(drafted("村", "甲", numbers=numbers)[1]) == ["bad-column-spec"]


def test_who_may_be_seen_in_a_table_nobody_described() -> None:
    columns, _ = drafted("户主", "身份证号", "联系电话", "监督电话", "经手人", body=(("孙甲一",), ("1",), ("2",), ("3",), ("周乙二",)))
    assert [column.personal and (column.personal.board, column.personal.web) for column in columns] == [
        ("show", "mask"),
        ("hide", "hide"),
        ("hide", "hide"),
        None,
        None,
    ]
    given, _ = drafted("身份证", given=(Column("id", "身份证", "id_card"),))
    assert given[0].personal is not None


def test_columns_without_cells_come_from_heads_alone() -> None:
    columns, problems = columns_of(heads_of("村", "金额(元)"), None)
    assert problems == []
    assert [(column.id, column.kind, column.unit) for column in columns] == [("村", "text", ""), ("金额", "money", "元")]
    assert isinstance(drafts_of(heads_of("村"), Wish())[0][0], Draft)


def test_brackets_over_words_are_given_back_as_typed() -> None:
    columns, _ = drafted("乡镇（街道）", "社区(25个)", body=(("楚门镇", "沙门镇"), ("东门社区", "西门社区")))
    assert [(column.label, column.unit, column.claim, column.kind) for column in columns] == [("乡镇（街道）", "", "", "text"), ("社区(25个)", "", "", "text")]


@pytest.mark.parametrize(
    ("heads", "rows", "kinds"),
    [
        ("村 | 年初余额 | 新增 | 化解 | 年末余额", "甲 | 17.23 | 1.00 | 3.16 | 15.07", ["money"] * 4),
        ("项目 | 年初预算 | 调整数 | 调整后预算", "甲 | 100 | 20 | 120", ["money"] * 3),
        ("项目 | 金额 | 自筹 | 上级 | 合计", "甲 | 10.5 | 5.5 | 5.0 | 21.0", ["money"] * 4),
        ("项目 | 投资 | 受益 | 工期 | 里程 | 用工 | 完成", "路 | 48.26 | 102 | 60 | 1.25 | 12.5 | 75.5", ["money", *["quantity"] * 5]),
        ("村 | 户数 | 人数 | 新增 | 退出 | 金额", "甲 | 3 | 5 | 1 | 0 | 500", ["count", "count", "quantity", "quantity", "money"]),
        ("村 | 金额 | 占总额 | 面积", "甲 | 3.50 | 18.3% | 5.25", ["money", "percent", "area"]),
        ("项目 | 编码 | 金额", "甲 | 2130705 | 3.50", ["code", "money"]),
        ("指标 | 甲村 | 乙村", "人数 | 12.5 | 9.5\n补助资金 | 3.1 | 5.2", ["quantity", "quantity"]),
    ],
)
def test_the_tables_unit_reaches_plain_figures_and_no_counts(heads: str, rows: str, kinds: list[str]) -> None:
    columns = text_table(f"{heads}\n{rows}", unit="万元")[0].columns[1:]
    assert [column.kind for column in columns] == kinds
    assert {column.unit for column in columns if column.kind == "money"} <= {"万元"}


def test_without_a_unit_of_money_plain_figures_stay_plain() -> None:
    assert [column.kind for column in text_table("村 | 余额 | 新增\n甲 | 17.23 | 1.00", unit="亩")[0].columns] == ["text", "money", "quantity"]
    assert [column.kind for column in text_table("村 | 余额 | 新增\n甲 | 17.23 | 1.00")[0].columns] == ["text", "money", "quantity"]


def test_a_misspelt_name_of_a_required_column_is_one_finding_and_the_column() -> None:
    columns, (found,) = drafted("日其", "支出", given=LINES)
    assert (found.slug, found.arguments["suggestion"]) == ("unknown-key", "日期")
    assert [column.id for column in columns] == ["date", "voucher", "income", "expense", "payee"]
    assert (columns[0].label, columns[0].kind) == ("日期", "date")


def test_of_two_misspelt_names_only_one_can_be_the_column() -> None:
    _, problems = drafted("日其", "日斯", "支出", given=LINES)
    assert slugs(problems) == ["unknown-key", "unknown-key"]


def test_a_name_that_is_there_already_is_not_guessed() -> None:
    columns, problems = drafted("日期", "日其", "支出", given=LINES)
    assert slugs(problems) == ["unknown-key"]
    assert columns[-1].label == "日其"
