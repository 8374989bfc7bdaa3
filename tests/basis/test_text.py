from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.text import closest
from disclosure.basis.text import display_width
from disclosure.basis.text import em_width
from disclosure.basis.text import han_number
from disclosure.basis.text import han_words
from disclosure.basis.text import nearest
from disclosure.basis.text import normalise_label


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc", 3),
        ("村务", 4),
        ("１２", 4),
        ("a村", 3),
        ("e\u0301", 1),
        ("\u200b村", 2),
        ("𠮷", 2),
        ("——", 4),
        ("—a", 3),
    ],
)
def test_display_width(text: str, columns: int) -> None:
    assert display_width(text) == columns


@pytest.mark.parametrize(
    ("text", "thousandths"),
    [
        ("", 0),
        ("村", 1000),
        ("12", 1110),
        ("a", 560),
        (" ", 250),
        (",", 300),
        ("。", 1000),
        ("村\u0301", 1000),
        ("\x00", 0),
    ],
)
def test_em_width(text: str, thousandths: int) -> None:
    assert em_width(text) == thousandths


@given(st.text(), st.text())
def test_widths_add_up(one: str, two: str) -> None:
    assert display_width(one + two) == display_width(one) + display_width(two)
    assert em_width(one + two) == em_width(one) + em_width(two)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("合  计", "合计"),
        ("合\u3000计", "合计"),
        ("金额（元）", "金额(元)"),
        ("Ａ１", "A1"),
        ("㎡", "m2"),
        ("\u200b户主\n", "户主"),
        ("a b", "ab"),
    ],
)
def test_normalise_label(text: str, label: str) -> None:
    assert normalise_label(text) == label


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise_label(normalise_label(text)) == normalise_label(text)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("公开曰期", "公开日期"),
        ("公开日期", "公开日期"),
        ("公 开 日 期", "公开日期"),
        ("Publishd_on", "published_on"),
        ("期初金额", "期初余额"),
        ("天气", ""),
        ("", ""),
    ],
)
def test_did_you_mean(name: str, wanted: str) -> None:
    assert closest(name, ["公开日期", "上栏日期", "期初余额", "期末余额", "published_on"]) == wanted


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("十", 10),
        ("十二", 12),
        ("二十五", 25),
        ("三百零六", 306),
        ("三百一十", 310),
        ("两万五千", 25000),
        ("一亿零三万", 100030000),
        ("二〇二六", 2026),
        ("五", 5),
        ("零", 0),
        ("", None),
        ("五个", None),
        ("百", None),
        ("三十十", None),
        ("十百", None),
        ("万", None),
        ("一万亿", None),
        ("三五十", None),
        ("零十", None),
    ],
)
def test_han_number(words: str, number: int | None) -> None:
    assert han_number(words) == number


@given(st.integers(0, 9999))
def test_words_are_read_again(number: int) -> None:
    assert han_number(han_words(number)) == number


def test_han_words() -> None:
    assert [han_words(number) for number in (0, 10, 12, 20, 105, 1010, 3000)] == [
        "零",
        "十",
        "十二",
        "二十",
        "一百零五",
        "一千零一十",
        "三千",
    ]


def test_the_nearest_come_first_and_the_rest_keep_their_order() -> None:
    assert nearest("修理修补费", ["转账", "提现", "管理费用", "维修费"]) == ["维修费", "管理费用", "转账", "提现"]
    assert nearest("", ["转账", "提现"]) == ["转账", "提现"]
