"""One sentence from the figures, without a line written for any category."""

from __future__ import annotations

import pytest

from disclosure.views.say import noun
from disclosure.views.say import plain
from disclosure.views.say import sentence
from tests.board.making import catalogue
from tests.views.making import LEDGER
from tests.views.making import SUBSIDY
from tests.views.making import other
from tests.views.making import read

NIL = """
    类别: 财务收支明细
    期间: 2026-08
    上栏日期: 2026-09-06
    期初余额: 63,518.20
    期末余额: 63,518.20
    本期无: 本月没有收支
"""


def said(text: str) -> str:
    return plain(sentence(read(text), "web"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (LEDGER, "十月收入 12,000.00 元，支出 18,375.04 元，月末结余 145,924.96 元。"),
        (SUBSIDY, "3 户，20.86 亩，每亩 92.40 元，共 1,927.46 元。"),
        (NIL, "本月没有收支。月末结余 63,518.20 元。"),
        (other("数据:\n  停水时间: 2026-08-27\n  减免总额: 784.00 元\n"), "停水时间 2026年8月27日，减免总额 784.00 元。"),
        (other("数据:\n  总投资: 48.6万元\n  人均: 近300元\n"), "总投资 48.6万元，人均 近300元。"),
        (other("正文: 8 月 27 日检修水管，一组停水，请提前储水。\n"), "8 月 27 日检修水管，一组停水，请提前储水。"),
        (other("标题: 关于检修的公示\n"), "关于检修的公示。"),
        (other("表:\n  - 名: 任务\n    行: |\n      任务 | 责任单位\n      修渠 | 村委会\n"), "任务 1 项。"),
    ],
)
def test_sentences(text: str, words: str) -> None:
    assert said(text) == words


def table(rows: str, **more: str) -> str:
    lines = "\n".join(f"      {line}" for line in rows.split("\n"))
    keys = "".join(f"    {key}: {value}\n" for key, value in more.items())
    return other(f"表:\n  - 名: 表\n{keys}    行: |\n{lines}\n")


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("乡镇 | C级/户数 | C级/资金(万元) | 合计/总户数 | 合计/资金(万元)\n桂阳街道 | 1 | 0.75 | 3 | 6.3\n合计 | 1 | 0.75 | 3 | 6.3", "1 个乡镇，3 户，共 6.3 万元。"),
        ("项目 | 本月数(元)\n一、收入 |\n　甲 | 30\n　乙 | 12\n收入合计 | 42\n二、盈余 | 2\n　丙 | 2", "本月收入合计 42 元，盈余 2 元。"),
        ("项目 | 年末数(元)\n资产 | 7\n　流动资产 | 3\n　固定资产 | 4\n负债 | 2", "年末资产 7 元，负债 2 元。"),
    ],
)
def test_tables_nobody_described(rows: str, words: str) -> None:
    assert said(table(rows)) == words


def test_panels_name_their_sides() -> None:
    rows = "收入/项目 | 收入/本季数(元) | 支出/项目 | 支出/本季数(元)\n租金 | 5 | 电费 | 2\n合计 | 5 | 合计 | 2"
    assert said(table(rows, 版式="{并排: [收入, 支出]}")) == "收入 5 元，支出 2 元。"


def test_figures_never_break() -> None:
    html = sentence(read(SUBSIDY), "web")
    assert "<b>20.86</b>\u00a0亩" in html


def test_what_is_counted() -> None:
    found = read(SUBSIDY)
    assert noun(found, found.tables[0]) == "户"
    assert noun(read(LEDGER), read(LEDGER).tables[0]) == "笔"


@pytest.mark.parametrize("name", [name for name, category in catalogue().categories.items() if category.example])
def test_every_category_says_something(name: str) -> None:
    """The example of each category gives a sentence that ends and holds no markup, no None, no double unit."""
    text = said(catalogue().categories[name].example)
    assert text.endswith(("。", "！", "？"))
    assert "None" not in text
    assert "元 元" not in text
    assert "<" not in text
