from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.capitals import find_capitals
from disclosure.basis.capitals import read_capitals
from disclosure.basis.capitals import write_capitals


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("壹万贰仟元整", "12000"),
        ("壹拾捌万柒仟叁佰伍拾陆元", "187356"),
        ("陆万陆仟陆佰零叁元伍角", "66603.5"),
        ("壹拾贰万伍仟柒佰叁拾叁元整", "125733"),
        ("伍万元", "50000"),
        ("拾伍万元正", "150000"),
        ("壹佰元零伍分", "100.05"),
        ("壹佰元伍分", "100.05"),
        ("壹仟零伍元", "1005"),
        ("人民币:壹拾万柒仟元零伍角叁分", "107000.53"),
        ("壹拾万零柒仟元伍角叁分", "107000.53"),
        ("伍角", "0.5"),
        ("叁分", "0.03"),
        ("零元整", "0"),
        ("壹亿零伍佰元", "100000500"),
        ("贰拾亿元", "2000000000"),
        ("貳萬圓整", "20000"),
        ("零拾零万伍仟零佰零拾零元零角零分", "5000"),
        ("零佰零拾壹万贰仟零佰叁拾零元伍角零分", "12030.5"),
        ("伍元零角伍分", "5.05"),
    ],
)
def test_right_capitals(text: str, amount: str) -> None:
    assert read_capitals(text) == Decimal(amount)


@pytest.mark.parametrize(
    "text",
    [
        "陆万陆仟陆佰零叁元伍交角",
        "伍交角",
        "壹仟伍元",
        "元整",
        "整",
        "",
        "人民币",
        "壹贰元",
        "伍拾佰元",
        "五万元",
        "万元",
        "叁佰贰拾元5角",
        "壹万贰仟",
        "伍元伍元",
        "贰拾万万元",
        "壹佰零元",
        "伍元角",
    ],
)
def test_wrong_capitals(text: str) -> None:
    assert read_capitals(text) is None


@given(st.integers(0, 10**13))
def test_what_is_written_is_read_again(cents: int) -> None:
    amount = Decimal(cents).scaleb(-2)
    words = write_capitals(amount)
    assert read_capitals(words) == amount
    assert words.endswith(("整", "分"))
    assert find_capitals(f"大写:{words}。") == [(3, 3 + len(words), words)]


@given(st.integers(1, 10**13), st.data())
def test_a_lost_character_never_gives_the_same_sum(cents: int, data: st.DataObject) -> None:
    amount = Decimal(cents).scaleb(-2)
    words = write_capitals(amount).removesuffix("整")
    place = data.draw(st.integers(0, len(words) - 1))
    shorter = words[:place] + words[place + 1 :]
    if words[place] != "零" and not (words.startswith("壹拾") and place == 0):
        assert read_capitals(shorter) != amount


@pytest.mark.parametrize("amount", ["-0.01", "1.005", "1000000000000"])
def test_what_has_no_capitals(amount: str) -> None:
    with pytest.raises(ValueError, match="only sums"):
        write_capitals(Decimal(amount))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("187356元(大写:壹拾捌万柒仟叁佰伍拾陆元),", ["壹拾捌万柒仟叁佰伍拾陆元"]),
        ("66603.5元(大写:陆万陆仟陆佰零叁元伍交角)", ["陆万陆仟陆佰零叁元伍交角"]),
        ("付伍元贵工资,陆角村", []),
        ("大写 伍元", ["伍元"]),
        ("人民币伍角", ["伍角"]),
        ("奖励伍万元和壹佰元整。", ["伍万元", "壹佰元整"]),
        ("没有", []),
        ("路灯3元", []),
    ],
)
def test_find_capitals(text: str, found: list[str]) -> None:
    hits = find_capitals(text)
    assert [hit[2] for hit in hits] == found
    assert all(text[start:end] == words for start, end, words in hits)
