from __future__ import annotations

from disclosure.basis.period import month_period
from disclosure.basis.private import Private
from disclosure.basis.values import Absent
from disclosure.reading.table import Column
from disclosure.reading.table import Personal
from tests.reading.papers import block_source
from tests.reading.papers import slugs
from tests.reading.papers import text_table
from tests.reading.papers import typed_at

LINES = (
    Column("date", "日期", "date", required=True),
    Column("account", "科目", "choice", of="accounts"),
    Column("income", "收入", "money"),
    Column("payee", "收款人", "person", personal=Personal()),
    Column("handler", "经手人", "person", personal=Personal("show", "show")),
)
ASKED = {"columns": LINES, "within": month_period(2026, 3), "choices": {"accounts": ("发包收入", "利息收入")}}


def test_every_fault_is_told_at_its_cell() -> None:
    text = "日期 | 科目 | 收入\n3-05 | 利息收入 | 3\n4-05 | 利息收人 | ,867.48\n3-07 | 发包收入 | 887+2674"
    _, problems = text_table(text, **ASKED)
    source = block_source(text)
    assert [(p.slug, p.arguments["column"], typed_at(source, p)) for p in problems] == [
        ("date-outside-period", "日期", "4-05"),
        ("unknown-choice", "科目", "利息收人"),
        ("bad-value", "收入", ",867.48"),
        ("sum-typed", "收入", "887+2674"),
    ]
    assert problems[0].arguments["period"] == "2026年3月"


def test_personal_cells_are_sealed_and_blanks_are_not() -> None:
    table, problems = text_table("日期 | 收款人 | 经手人\n3-05 | 孙甲一 | 周乙二\n3-06 | | 周乙二", **ASKED)
    assert problems == []
    payee, handler = table.column("payee"), table.column("handler")
    sealed = table.rows[0].cells[payee]
    assert isinstance(sealed.value, Private)
    assert isinstance(sealed.text, Private)
    assert (sealed.value.reveal(), sealed.text.reveal()) == ("孙甲一", "孙甲一")
    assert "孙" not in repr(table)
    assert table.rows[0].cells[handler].value == "周乙二"
    assert table.rows[1].cells[payee].value is Absent.BLANK


def test_findings_in_personal_columns_show_nothing() -> None:
    columns = (Column("name", "户主", "person", personal=Personal()), Column("born", "出生", "date", personal=Personal("hide", "hide")))
    _, (problem,) = text_table("户主 | 出生\n孙甲一 | 一九七0后", columns=columns)
    assert (problem.slug, problem.arguments["text"]) == ("bad-value", "●●●")


def test_columns_nobody_typed_are_blank() -> None:
    table, _ = text_table("日期 | 收入\n3-05 | 3", **ASKED)
    assert [column.id for column in table.columns] == [column.id for column in LINES]
    assert {row.cells[1].value for row in table.rows} == {Absent.BLANK}
    assert table.rows[0].cells[1].span == table.rows[0].span


def test_the_words_of_a_total_are_no_fault_of_a_column_of_days() -> None:
    table, problems = text_table("日期 | 收入\n3-05 | 3\n合计 | 3", **ASKED)
    assert problems == []
    assert table.rows[1].cells[0].value == "合计"


def test_as_above_and_nothing_above() -> None:
    table, problems = text_table("日期 | 收入\n3-05 | 3\n同上 | 〃", **ASKED)
    assert problems == []
    assert [str(cell.text) for cell in table.rows[1].cells[:3]] == ["同上", "", "〃"]
    assert table.rows[1].cells[0].value == table.rows[0].cells[0].value
    _, (problem,) = text_table("村 | 收入(元)\n甲 | 〃", within=None)
    assert problem.slug == "ditto-without-above"


def test_an_info_is_given_once_for_a_column() -> None:
    _, problems = text_table("户主 | 起始日期\n孙甲一 | 2024-03\n周乙二 | 2024-04\n吴丙三 | 2024-05")
    assert slugs(problems) == ["date-month-only"]


def test_names_and_numbers_of_persons_without_a_category() -> None:
    table, _ = text_table("户主 | 身份证号 | 银行账号\n孙甲一 | 甲 | 乙\n合计 | |")
    assert [type(cell.value) for cell in table.rows[0].cells] == [Private] * 3
    assert table.rows[1].cells[0].value == "合计"
    assert [row.label for row in table.rows] == ["", "合计"]
