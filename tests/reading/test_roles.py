from __future__ import annotations

import pytest

from disclosure.basis.span import Span
from disclosure.reading.nodes import RawRow
from disclosure.reading.roles import Flat
from disclosure.reading.roles import Place
from disclosure.reading.roles import bare_label
from disclosure.reading.roles import flatten
from disclosure.reading.roles import is_sum_word
from disclosure.reading.roles import places_of
from disclosure.reading.roles import read_label
from disclosure.reading.roles import unit_of_label
from disclosure.reading.roles import with_whole
from disclosure.reading.table import Role


@pytest.mark.parametrize(
    ("text", "role", "label"),
    [
        ("甲村", Role.ITEM, "甲村"),
        ("合计", Role.TOTAL, "合计"),
        ("合  计", Role.TOTAL, "合计"),
        ("合　计：", Role.TOTAL, "合计："),
        ("总计", Role.TOTAL, "总计"),
        ("共计(元)", Role.TOTAL, "共计(元)"),
        ("散居孤儿合计", Role.TOTAL, "散居孤儿合计"),
        ("收入合计", Role.TOTAL, "收入合计"),
        ("本页小计", Role.TOTAL, "本页小计"),
        ("三、合计金额", Role.TOTAL, "三、合计金额"),
        ("@全村", Role.TOTAL, "全村"),
        ("@比率", Role.RATE, "比率"),
        ("@比率 完成率", Role.RATE, "完成率"),
        ("其中：贫困村", Role.OF_WHICH, "贫困村"),
        ("其中报废更新补贴机具", Role.OF_WHICH, "报废更新补贴机具"),
        ("其中", Role.OF_WHICH, ""),
        ("学生伙食本期盈余率(%)", Role.RATE, "学生伙食本期盈余率(%)"),
        ("人均纯收入", Role.RATE, "人均纯收入"),
        ("本年累计", Role.RATE, "本年累计"),
        ("合计员工资", Role.ITEM, "合计员工资"),
        ("总务处", Role.ITEM, "总务处"),
        ("会计费", Role.ITEM, "会计费"),
    ],
)
def test_labels_tell_roles(text: str, role: Role, label: str) -> None:
    found = read_label(text)
    assert (found.role, found.text) == (role, label)


def test_a_persons_name_tells_nothing_but_a_total() -> None:
    assert read_label("其中华", person=True).role is Role.ITEM
    assert read_label("人均田", person=True).role is Role.ITEM
    assert read_label("合计", person=True).role is Role.TOTAL
    assert read_label("孙甲一", person=True, silent=True).text == ""
    assert read_label("合计", person=True, silent=True).text == "合计"


def test_spaces_units_and_numbering() -> None:
    assert (read_label("　　甲").spaces, read_label(" 　甲").spaces, read_label("甲　").spaces) == (2, 1, 0)
    assert [read_label(text).style for text in ("一、甲", "(二)甲", "（二）甲", "3、甲", "3.甲", "(4)甲", "①甲", "3.5米", "一组")] == [0, 1, 1, 2, 2, 3, 4, -1, -1]
    assert [bare_label(text) for text in ("(一)伙食收入(元)", "1、利息", "甲(村)民", "合计")] == ["伙食收入", "利息", "甲(村)民", "合计"]
    assert [unit_of_label(text) for text in ("人数(人)", "盈余率(%)", "高龄津贴(80-89岁)", "甲")] == ["人", "%", "", ""]
    assert [is_sum_word(text) for text in ("本月合计", "合 计", "上月工资合计", "甲")] == [True, True, False, False]


def tree(*texts: str) -> list[tuple[str, int, int]]:
    """Role initial, level and parent of rows with these labels."""
    rows = tuple(RawRow((), Span("表.yaml", index)) for index in range(len(texts)))
    places = places_of(flatten(rows), [read_label(text) for text in texts], [0] * len(texts))
    assert all(isinstance(place, Place) for place in places)
    return [(place.role.value[0], place.level, place.parent) for place in places]


def test_full_width_spaces_are_levels() -> None:
    assert tree("甲", "　乙", "　　丙", "　丁", "戊") == [("i", 0, -1), ("i", 1, 0), ("i", 2, 1), ("i", 1, 0), ("i", 0, -1)]
    assert tree("甲", "　　丙", "乙") == [("i", 0, -1), ("i", 2, 0), ("i", 0, -1)]


def test_numbering_tells_levels_where_two_kinds_of_it_stand() -> None:
    assert tree("一、收入", "(一)经营", "1、租金", "(二)补助", "收入合计", "二、支出") == [
        ("i", 0, -1), ("i", 0, 0), ("i", 0, 1), ("i", 0, 0), ("t", 0, -1), ("i", 0, -1),
    ]  # fmt: skip
    assert tree("1、甲", "2、乙", "其他") == [("i", 0, -1)] * 3


def test_a_total_takes_parts_only_where_it_stands_first() -> None:
    assert tree("合计", "　甲", "　乙") == [("t", 0, -1), ("i", 1, 0), ("i", 1, 0)]
    assert tree("　甲", "合计", "　乙", "合计") == [("i", 1, -1), ("t", 0, -1), ("i", 1, -1), ("t", 0, -1)]


def test_of_which_belongs_to_the_row_before() -> None:
    assert tree("甲", "其中：乙", "丙", "合计", "其中：丁") == [("i", 0, -1), ("o", 0, 0), ("i", 0, -1), ("t", 0, -1), ("o", 0, 3)]
    assert tree("甲", "　其中：乙", "　　　　丙", "　　　　丁", "戊") == [("i", 0, -1), ("o", 1, 0), ("o", 1, 0), ("o", 1, 0), ("i", 0, -1)]
    assert tree("甲", "其中：", "　乙", "　丙", "丁") == [("i", 0, -1), ("o", 0, 0), ("o", 1, 0), ("o", 1, 0), ("i", 0, -1)]
    assert tree("甲", "其中：乙", "　丙", "丁") == [("i", 0, -1), ("o", 0, 0), ("i", 1, 1), ("i", 0, -1)]


def test_parts_stand_right_behind_their_row() -> None:
    span = Span("表.yaml")
    inner = RawRow((), span, (("part", RawRow((), span)),))
    flats = flatten((RawRow((), span, (("part", inner), ("of_which", RawRow((), span)))), RawRow((), span)))
    assert [(flat.kind, flat.parent) for flat in flats] == [("", -1), ("part", 0), ("part", 1), ("of_which", 0), ("", -1)]
    places = places_of(flats, [read_label("甲")] * 5, [0] * 5)
    assert [(place.role.value, place.level, place.parent) for place in places] == [
        ("item", 0, -1), ("item", 1, 0), ("item", 2, 1), ("of_which", 1, 0), ("item", 0, -1),
    ]  # fmt: skip


def test_of_which_numbered_on() -> None:
    assert tree("3.公务用车", "其中：(1)购置费", "(2)运行费", "4.其他") == [("i", 0, -1), ("o", 0, 0), ("o", 0, 0), ("i", 0, -1)]


def test_more_words_for_totals_and_rows_never_added() -> None:
    assert [read_label(text).role for text in ("合计：35人", "共计12户", "人民币大写", "本月累计", "合计（大写）")] == [
        Role.TOTAL, Role.TOTAL, Role.RATE, Role.RATE, Role.RATE,
    ]  # fmt: skip
    assert read_label("人民币大写", person=True).role is Role.RATE


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("合计人民币(大写):伍拾叁万肆仟元整", Role.TOTAL),
        ("合计（大写：叁拾捌万陆仟元整）", Role.TOTAL),
        ("合计（大写）", Role.RATE),
        ("合计大写", Role.RATE),
        ("共2个村", Role.TOTAL),
        ("共计12户", Role.TOTAL),
        ("共青团活动费", Role.ITEM),
        ("共用水表2个", Role.ITEM),
        ("单价(元)", Role.RATE),
        ("单价", Role.RATE),
        ("单价较高的农机", Role.ITEM),
        ("全镇", Role.ITEM),
    ],
)
def test_further_words_for_totals_and_prices(text: str, role: Role) -> None:
    assert read_label(text).role is role


def test_a_whole_place_is_a_total_first_or_last_among_places() -> None:
    def roles(head: str, *texts: str) -> list[str]:
        return [label.role.value for label in with_whole([read_label(text) for text in texts], head)]

    assert roles("村", "全镇", "白沙村", "白鹤村") == ["total", "item", "item"]
    assert roles("单位名称", "白沙村", "白鹤村", "全镇") == ["item", "item", "total"]
    assert roles("村", "白沙村", "全镇", "白鹤村") == ["item"] * 3
    assert roles("地点", "全镇", "白沙村", "白鹤村") == ["item"] * 3
    assert roles("村", "全镇", "白沙村", "白沙村") == ["item"] * 3
    assert roles("村", "全镇", "白沙村", "合计") == ["item", "item", "total"]
    assert roles("村", "全镇", "白沙村") == ["item"] * 2


@pytest.mark.parametrize(
    ("texts", "parents"),
    [
        (("固定资产原价", "减：累计折旧", "固定资产净值", "在建工程"), [2, 2, -1, -1]),
        (("应收款项余额", "减：坏账准备", "减：其他", "应收款项净额"), [3, 3, 3, -1]),
        (("原价", "减：折旧", "净值"), [2, 2, -1]),
        (("存货", "减：累计折旧", "固定资产净值"), [-1, -1, -1]),
        (("固定资产原价", "固定资产净值"), [-1, -1]),
        (("减：累计折旧", "固定资产净值"), [-1, -1]),
        (("固定资产净值", "　固定资产原价", "　减：累计折旧"), [-1, 0, 0]),
    ],
)
def test_what_is_left_is_made_of_the_rows_above_it(texts: tuple[str, ...], parents: list[int]) -> None:
    labels = [read_label(text) for text in texts]
    assert [place.parent for place in places_of([Flat(RawRow((), Span("")))] * len(texts), labels, [0] * len(texts))] == parents


def test_totals_above_their_items_keep_them() -> None:
    def parents(*texts: str) -> list[int]:
        return [place.parent for place in places_of([Flat(RawRow((), Span("")))] * len(texts), [read_label(text) for text in texts], [0] * len(texts))]

    assert parents("甲合计", "　一", "　二", "乙合计", "　三", "总计") == [-1, 0, 0, -1, 3, -1]
    assert parents("甲：", "　一", "甲合计", "　二", "乙合计") == [-1, 0, -1, -1, -1]
