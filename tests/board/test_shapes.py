"""Tables as villages and townships print them, every figure right: none is called wrong, whatever its shape."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from disclosure.board.evaluate import breaches
from tests.board.making import filing
from tests.board.making import read
from tests.board.making import shelf

SHAPES = yaml.safe_load((Path(__file__).parent.parent / "boards/shapes/right.yaml").read_text("utf-8"))
ADVICE = {"figures-doubtful", "sum-typed", "day-missing"}


def typed(shape: dict[str, str]) -> str:
    head = {"类别": "其他公示", "期间": shape.get("期间", "2026-08-24"), "事项": "表"} | {key: shape[key] for key in ("单位", "标题") if key in shape}
    rows = "".join(f"      {line}\n" for line in shape["行"].rstrip("\n").split("\n"))
    return "".join(f"{key}: {value}\n" for key, value in head.items()) + f"表:\n  - 名: 明细\n    行: |2\n{rows}"


@pytest.mark.parametrize("shape", SHAPES, ids=[shape["名"] for shape in SHAPES])
def test_right_figures_are_right(shape: dict[str, str]) -> None:
    text = typed(shape)
    found = [f"{one.slug} {one.span.line}" for one in read(text).diagnostics if one.slug not in ADVICE]
    one = filing(text)
    found += [f"{each.slug} {each.span.line}" for each in breaches(one, shelf(one)) if each.primary and each.slug not in ADVICE]
    assert found == []


WRONG = {
    "a part of a section that is closed, with what is left beneath": (
        "项目 | 金额(元)\n承包费 | 300\n利息 | 290\n收入合计 | 500\n电费 | 150\n工资 | 200\n支出合计 | 350\n结余 | 150", ["total-off 收入合计"],
    ),
    "a part of the assets, which equal what is owed and owned": (
        "项目 | 年末数(元)\n资产：|\n　货币资金 | 90\n　固定资产 | 40\n　资产总计 | 100\n负债：|\n　应付款项 | 30\n　负债合计 | 30\n所有者权益：|\n　资本 | 70\n　所有者权益合计 | 70\n负债和所有者权益总计 | 100",
        ["total-off 资产总计"],
    ),
    "a row of offices": ("序号 | 单位 | 办公费(元) | 接待费(元) | 合计(元)\n1 | 甲村 | 10 | 2 | 12\n2 | 乙村 | 6 | 2 | 9\n3 | 丙村 | 5 | 3 | 8\n | 合计 | 21 | 7 | 28", ["total-off 乙村"]),
    "a running balance by another name": (
        "日期 | 摘要 | 收入(元) | 支出(元) | 结存(元)\n8-01 | 上月结转 | | | 1,000\n8-02 | 付电费 | | 200 | 800\n8-05 | 收承包款 | 500 | | 1,900\n8-09 | 付工资 | | 300 | 1,000\n8-11 | 付水费 | | 100 | 900",
        ["running-balance-off 8-05"],
    ),
    "a section above its parts": ("序号 | 项目 | 金额(元)\n一 | 公益支出 | 9,786\n1 | 路灯 | 1,236\n2 | 保洁 | 8,450\n二 | 管理费用 | 9,600\n1 | 办公费 | 1,600\n2 | 误工补贴 | 8,000\n | 合计 | 19,286", ["total-off 公益支出"]),
    "what was paid out": ("姓名 | 应发(元) | 扣款(元) | 实发(元)\n甲一 | 3,900 | 386 | 3,514\n乙二 | 3,250 | 386 | 2,964\n丙三 | 3,100 | 386 | 2,714\n丁四 | 3,000 | 386 | 2,614", ["figures-doubtful 乙二"]),
    "an average outside its rows": ("组别 | 股数 | 每股分红(元)\n一组 | 1650 | 12.50\n二组 | 1490 | 12.50\n合计 | 3140 | 21.50", ["total-off 合计"]),
    "a number lost among groups": ("序号 | 户主 | 金额(元)\n1 | 周甲一 | 100\n2 | 吴乙二 | 200\n一组小计 | | 300\n3 | 郑丙三 | 50\n二组小计 | | 60\n合计 | | 350", ["total-off 二组小计"]),
    "a page carried over": ("日期 | 摘要 | 收入(元) | 支出(元) | 余额(元)\n | 承前页 | | | 1,000\n8-02 | 付电费 | | 200 | 800\n8-05 | 收承包款 | 500 | | 1,300\n | 过次页 | 500 | 200 | 1,400", ["running-balance-off 过次页"]),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_figure_is_found_once_where_it_stands(name: str) -> None:
    rows, wanted = WRONG[name]
    one = filing(typed({"行": rows, "期间": "2026-08"}))
    found = [each for each in breaches(one, shelf(one)) if each.primary]
    lines = one.source.text.split("\n")
    assert [(each.slug, wanted[0].partition(" ")[2] in lines[each.span.line - 1]) for each in found] == [(wanted[0].partition(" ")[0], True)]
