"""One sentence from the figures, without a line written for any category."""

from __future__ import annotations

import pytest

from disclosure.views.counting import noun
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


SUMMARY = """
    类别: 收支汇总
    期间: 2026-Q2
    期初余额: 153,740.00
    收入合计: 18,086.37
    支出合计: 3,679.00
    期末余额: 168,147.37
    收入:
      - {科目: 利息收入, 金额: 18,086.37}
    支出:
      - {科目: 办公费, 金额: 3,679.00}
"""
DEBTS = """
    类别: 债权债务
    期间: 2026-Q2
    债权合计: 18,600.00
    债务合计: 7,000.00
    债权:
      - {债务人: 谭大户, 事由: 欠交承包费, 期末余额: 18,600.00}
    债务:
      - {债权人: 某建筑公司, 事由: 工程尾款, 期末余额: 7,000.00}
"""


def said(text: str) -> str:
    return plain(sentence(read(text), "web"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (LEDGER, "十月收入 12,000.00 元，支出 18,375.04 元，月末结余 145,924.96 元。"),
        (SUBSIDY, "3 户，20.86 亩，每亩 92.40 元，共 1,927.46 元。"),
        (NIL, "本月没有收支。月末结余 63,518.20 元。"),
        (SUMMARY, "第二季度收入 18,086.37 元，支出 3,679.00 元，季末结余 168,147.37 元。"),
        (DEBTS, "债权 18,600.00 元，债务 7,000.00 元。"),
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
        ("项目 | 本年数(元)\n一、收入 | 9\n（一）经营 | 4\n　1.租金 | 4\n（二）补助 | 5\n　1.运转 | 5\n二、支出 | 6\n三、收益 | 3", "本年收入 9 元，支出 6 元，收益 3 元。"),
        ("月 | 日 | 摘要 | 收入(元) | 支出(元)\n6 | 1 | 上月结余 | |\n6 | 5 | 收水费 | 5 |\n6 | 9 | 电费 | | 2\n | | 合计 | 5 | 2", "2 笔，收入 5 元，支出 2 元。"),
        ("项目 | 期初数(元) | 期末数(元)\n现金 | 3 | 2\n存款 | 5 | 7\n合计 | 8 | 9", "表 2 项，期初数 8 元，期末数 9 元。"),
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


def test_tables_that_say_no_more_than_how_many_are_all_named() -> None:
    rows = "表:\n  - 名: 会议\n    行: |\n      日期 | 内容\n      2026-08-01 | 修渠\n  - 名: 任务\n    行: |\n      任务 | 责任单位\n      修渠 | 村委会\n"
    assert said(other(rows)) == "会议 1 项，任务 1 项。"


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (
            "资产 | 年初数(元) | 期末数(元) | 负债和权益 | 负债年初数(元) | 负债期末数(元)\n现金 | 5 | 6 | 借款 | 2 | 2\n | | | 资本 | 3 | 4\n资产总计 | 5 | 6 | 负债和权益总计 | 5 | 6",
            "期末资产总计 6 元，负债和权益总计 6 元。",
        ),
        (
            "收入/项目 | 收入/本月数(元) | 支出/支出项目 | 支出/支出本月数(元)\n一、上期结余 | 4 | 一、支出 | 3\n二、收入 | 5 | 1.水费 | 3\n | | 二、结余 | 6\n总计 | 9 | 总计 | 9",
            "收入总计 9 元，支出总计 9 元。",
        ),
        ("收入项目 | 收入金额(元) | 支出项目 | 支出金额(元)\n租金 | 5 | 水费 | 3\n合计 | 5 | 合计 | 3", "收入 5 元，支出 3 元。"),
    ],
)
def test_no_label_of_one_side_goes_with_a_figure_of_the_other(rows: str, words: str) -> None:
    assert said(table(rows)) == words
