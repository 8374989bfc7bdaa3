from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.units import dimension
from disclosure.basis.units import is_money
from disclosure.basis.units import known
from disclosure.basis.units import scale

SIMPLE = ["元", "万元", "亩", "公顷", "斤", "公斤", "吨", "户", "人", "%", "米", "公里", "度", "千瓦"]


@pytest.mark.parametrize(
    ("unit", "size", "measures"),
    [
        ("元", "1", "money"),
        ("万元", "10000", "money"),
        ("亿元", "100000000", "money"),
        ("千元", "1000", "money"),
        ("百万元", "1000000", "money"),
        ("角", "0.1", "money"),
        ("分", "0.01", "money"),
        ("亩", "1", "area"),
        ("公顷", "15", "area"),
        ("万亩", "10000", "area"),
        ("平方米", "0.0015", "area"),
        ("㎡", "0.0015", "area"),
        ("M2", "0.0015", "area"),
        ("平方公里", "1500", "area"),
        ("斤", "1", "weight"),
        ("公斤", "2", "weight"),
        ("千克", "2", "weight"),
        ("kg", "2", "weight"),
        ("吨", "2000", "weight"),
        ("%", "0.01", "percent"),
        ("％", "0.01", "percent"),
        ("‰", "0.001", "percent"),
        ("个百分点", "0.01", "percent"),
        ("户", "1", "count"),
        ("人次", "1", "count"),
        ("万人", "10000", "count"),
        ("万", "10000", "count"),
        ("亿", "100000000", "count"),
        ("公里", "1000", "length"),
        ("立方米", "1", "volume"),
        ("万度", "10000", "energy"),
        ("千瓦时", "1", "energy"),
        ("万千瓦", "10000", "power"),
        ("元/亩", "1", "rate"),
        ("万元/户", "10000", "rate"),
        ("元/人·月", "1", "rate"),
        ("元/人/月", "1", "rate"),
        ("元/(人·月)", "1", "rate"),
        ("元／人.月", "1", "rate"),
        ("元每吨", "0.0005", "rate"),
        ("斤/亩", "1", "rate"),
        ("元/股", "1", "rate"),
        ("个月", "1", "month"),
        ("", "1", ""),
        ("补差", "1", ""),
        ("元/补差", "1", ""),
        ("/亩", "1", ""),
    ],
)
def test_size_and_kind(unit: str, size: str, measures: str) -> None:
    assert (scale(unit), dimension(unit)) == (Decimal(size), measures)
    assert known(unit) == bool(measures)


@pytest.mark.parametrize(
    "unit",
    [
        "户",
        "人",
        "人次",
        "家次",
        "名",
        "台",
        "件",
        "床",
        "桶",
        "袋",
        "箱",
        "只",
        "块",
        "个",
        "处",
        "宗",
        "间",
        "盏",
        "株",
        "头",
    ],
)
def test_counters_seen_in_disclosures(unit: str) -> None:
    assert (scale(unit), dimension(unit)) == (Decimal(1), "count")


def test_only_sums_are_money() -> None:
    assert [unit for unit in ("元", "万元", "角", "元/亩", "人", "") if is_money(unit)] == ["元", "万元", "角"]


@given(st.sampled_from(SIMPLE), st.sampled_from(SIMPLE))
def test_a_rate_is_the_ratio_of_its_scales(over: str, under: str) -> None:
    assert scale(f"{over}/{under}") == scale(over) / scale(under)


@given(st.sampled_from(SIMPLE), st.sampled_from([("万", 10**4), ("亿", 10**8)]))
def test_big_words_multiply(unit: str, big: tuple[str, int]) -> None:
    if not unit.startswith("万"):
        assert scale(big[0] + unit) == scale(unit) * big[1]
