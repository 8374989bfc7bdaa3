"""A first row that numbers the columns is taken off; one that states figures stays."""

from __future__ import annotations

import pytest

from tests.reading.papers import text_table


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("项目 | 预算数 | 决算数\n栏次 | 1 | 2\n甲 | 8 | 9\n合计 | 8 | 9", ["", "1", "2"]),
        ("项目 | 金额\n栏  次 | 1\n甲 | 8\n合计 | 8", ["", "1"]),
        ("收/项目 | 收/行次 | 收/金额 | 支/支项 | 支/支行次 | 支/支额\n栏次 | | 1 | 栏次 | | 2\n甲 | 1 | 8 | 乙 | 2 | 7", ["", "", "1", "", "", "2"]),
        ("项目 | 预算 | 调整 | 决算\n | 1 | 2 | 3\n甲 | 8 | 9 | 7\n合计 | 8 | 9 | 7", ["", "1", "2", "3"]),
        ("项目 | 预算 | 调整 | 决算\n甲 | 1 | 2 | 3=1+2\n乙 | 8 | 9 | 17", ["", "1", "2", "3"]),
    ],
)
def test_printed_numbers(text: str, numbers: list[str]) -> None:
    table, problems = text_table(text)
    assert problems == []
    assert [column.number for column in table.columns] == numbers
    assert len(table.rows) == text.count("\n") - 1


@pytest.mark.parametrize(
    "text",
    [
        "村 | 户 | 人 | 亩\n甲 | 1 | 2 | 3\n乙 | 2 | 3 | 4",
        "村 | 户 | 人 | 亩\n | 1 | 2 | 3\n | 2 | 3 | 4",
        "村 | 户(户) | 人(人)\n | 1 | 2\n乙 | 2 | 3",
        "村 | 户 | 人 | 亩\n | 1 | 2 | \n乙 | 2 | 3 | 4",
        "项目 | 金额\n甲 | 1",
    ],
)
def test_figures_stay(text: str) -> None:
    table, _ = text_table(text)
    assert len(table.rows) == text.count("\n")
    assert not any(column.number for column in table.columns)
