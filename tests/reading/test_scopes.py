from __future__ import annotations

from disclosure.reading.figures import Figures
from disclosure.reading.scopes import scopes_of
from tests.reading.papers import text_table


def scopes(text: str, label: str) -> list[list[str]]:
    """The sets of rows a total may add, by their labels."""
    table, _ = text_table(text)
    total = next(index for index, row in enumerate(table.rows) if row.label == label)
    return [[table.rows[row].label for row in scope] for scope in scopes_of(Figures(table), total)]


def test_a_plain_list_leaves_one_reading() -> None:
    assert scopes("项目 | 金额(元)\n甲 | 1\n乙 | 2\n合计 | 3", "合计") == [["甲", "乙"]]
    assert scopes("项目 | 金额(元)\n合计 | 3\n甲 | 1\n乙 | 2", "合计") == [["甲", "乙"]]


def test_a_named_total_looks_for_what_it_names_first() -> None:
    text = "项目 | 金额(元)\n一、收入 | \n(一)租金 | 1\n(二)利息 | 2\n二、支出 |\n(一)路灯 | 3\n收入合计 | 3"
    assert scopes(text, "收入合计")[0] == ["(一)租金", "(二)利息"]
    classes = "项目 | 类别 | 金额(元)\n甲 | 产业 | 1\n乙 | 基建 | 2\n产业合计 | | 1"
    assert scopes(classes, "产业合计")[0] == ["甲"]


def test_sections_come_before_the_whole_where_there_are_other_totals_of_its_rank() -> None:
    text = "项目 | 金额(元)\n甲 | 1\n{} | 1\n乙 | 2\n合计 | 3"
    assert scopes(text.format("甲合计"), "合计") == [["乙"], ["甲", "乙"], ["甲合计"], ["甲合计", "乙"]]
    assert scopes(text.format("小计"), "合计") == [["甲", "乙"], ["乙"], ["小计"], ["小计", "乙"]]
