from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.reading.headcells import Head
from disclosure.reading.headcells import levels_of
from disclosure.reading.headcells import parse_head
from disclosure.reading.headcells import without_which


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("金额(元)", Head((), "金额", "元")),
        ("金额（万元）", Head((), "金额", "万元")),
        ("面积(亩)", Head((), "面积", "亩")),
        ("标准（元/亩）", Head((), "标准", "元/亩")),
        ("完成率(%)", Head((), "完成率", "%")),
        ("金额(单位:万元)", Head((), "金额", "万元")),
        ("收入：元", Head((), "收入", "元")),
        ("数量(捆子)", Head((), "数量", "捆子")),
        ("C级/补助资金(万元)", Head(("C级",), "补助资金", "万元")),
        ("危房/C级/户数", Head(("危房", "C级"), "户数")),
        ("户／人", Head((), "户／人")),
        ("村数171个", Head((), "村数", "个", "171个")),
        ("社区(25个)", Head((), "社区", "个", "25个")),
        ("村数171个/其中贫困村40个", Head(("村数",), "其中贫困村", "个", "40个", of_which=True)),
        ("总面积(235.5亩)", Head((), "总面积", "亩", "235.5亩")),
        ("资金(1,600元)", Head((), "资金", "元", "1,600元")),
        ("其中：女性(人)", Head((), "其中：女性", "人", of_which=True)),
        ("其中/女性", Head(("其中",), "女性", of_which=True)),
        ("备注", Head((), "备注")),
        ("总额(原文)", Head((), "总额(原文)")),
    ],
)
def test_heads_are_taken_apart(text: str, head: Head) -> None:
    assert parse_head(text) == head


@pytest.mark.parametrize("text", ["一档(60元)", "代码(12位)", "前3名", "第3组", "100元以下户数", "80-89周岁", "16—59岁应参保人数", "2020年", "建房3间", "标准(4万元)", "1月", "(元)"])
def test_figures_in_heads_that_are_no_totals(text: str) -> None:
    assert (parse_head(text).claim, parse_head(text).label) == ("", text)


def test_levels_and_of_which() -> None:
    assert levels_of("甲/乙(元/亩)/丙") == ["甲", "乙(元/亩)", "丙"]
    assert without_which("其中：贫困村") == "贫困村"
    assert without_which("其中") == "其中"
    assert parse_head(" C 级 / 户 数 ").path == "C级/户数"


@given(st.text(max_size=40))
def test_any_text_is_some_head(text: str) -> None:
    head = parse_head(text)
    assert isinstance(head.label, str)


def test_a_unit_as_the_lowest_level_is_the_unit() -> None:
    assert parse_head("面积/亩") == Head((), "面积", "亩")
    assert parse_head("危房/补助资金/万元") == Head(("危房",), "补助资金", "万元")
    assert parse_head("万元") == Head((), "万元", "万元")
    assert parse_head("户/人") == Head(("户",), "人")
