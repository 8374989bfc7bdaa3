from __future__ import annotations

import pytest

from disclosure.reading.infer import by_cells
from disclosure.reading.infer import mostly_words
from disclosure.reading.infer import settle
from disclosure.reading.table import Column


def kind(label: str, *texts: str, unit: str = "", group: tuple[str, ...] = ()) -> str:
    return settle(Column(label, label, "", group=group), texts, (), unit).kind


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["1", "2.5", ""], "quantity"),
        (["200亩", "30亩"], "area"),
        (["5万元", "300元"], "money"),
        (["12桶", "3亩"], "quantity"),
        (["三", "六"], "text"),
        (["0123", "0200"], "text"),
        (["500112000011112222"], "text"),
        (["2026-03-05", "2026.4.1"], "date"),
        (["第一期", "5年"], "text"),
        (["1", "2", "3", "见注"], "quantity"),
        ([], "text"),
    ],
)
def test_cells_show_their_kind(texts: list[str], expected: str) -> None:
    assert by_cells([text for text in texts if text]) == expected


def test_cells_overrule_a_label_that_is_only_a_hint() -> None:
    assert kind("资金", "中央森林抚育", "自治区成果巩固") == "text"
    assert kind("在校学生", "123", "125") == "quantity"
    assert kind("户主", "孙甲一", "周乙二") == "person"
    assert kind("金额", "1,200.00", ",867.48") == "money"
    assert kind("项目", "3", "4") == "quantity"
    assert kind("是否脱贫", "是", "否") == "yes_no"
    assert kind("是否脱贫", "脱贫户", "一般户") == "text"
    assert kind("身份证号", "3", "4") == "id_card"


def test_times_are_days_periods_or_words() -> None:
    assert kind("日期", "3-05", "2023828", "3-09") == "date"
    assert kind("时间", "2026年第一季度", "2026年上半年") == "period"
    assert kind("时间", "2026年春季学期", "长期") == "text"
    assert kind("年度", "2020年", "2024年(第一批)") == "text"
    assert kind("年度", "2020年度", "2021") == "period"


def test_a_heading_above_speaks_for_a_silent_label() -> None:
    assert kind("一档", "499", "9", group=("已参保人数",)) == "count"
    assert kind("水田", "1.5", group=("面积",)) == "area"


def test_sums_and_times_take_the_kind_of_their_table() -> None:
    assert kind("本学期数", "2,408,841.00", unit="元") == "money"
    assert kind("本月数", unit="元") == "money"
    assert kind("本月数", "3") == "quantity"
    siblings = (Column("a", "甲", "money", "万元"), Column("b", "乙", "money", "万元"))
    total = settle(Column("合计", "合计", ""), ("3",), siblings, "")
    assert (total.kind, total.unit, total.additive) == ("money", "万元", "yes")


def test_a_bracket_over_words_is_no_unit() -> None:
    assert mostly_words(("楚门镇", "沙门镇", "合计"))
    assert mostly_words(("2020年", "2024年(第一批)"))
    assert not mostly_words(("3", "4", ""))
    assert not mostly_words(())
