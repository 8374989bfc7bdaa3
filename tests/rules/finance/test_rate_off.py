"""Percentages: the table's own rows tell how they are worked out; what is rounded, agreed or unclear is silent."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import assume
from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.span import Span
from disclosure.basis.values import Amount
from disclosure.reading.table import Cell
from disclosure.reading.table import Column
from disclosure.rules.finance.rate_off import RULE
from disclosure.rules.finance.rate_off import check_filing
from tests.rules.desk import HOME
from tests.rules.desk import check
from tests.rules.hand import filing
from tests.rules.hand import shelf
from tests.rules.hand import table

HEAD = "类别: 其他公示\n期间: 2026\n上栏日期: 2026-07-10\n公开日期: 2026-07-10\n"


def asked(root: Path, text: str) -> list[str]:
    return [one.slug for one in check(root, {f"{HOME}/a.yaml": HEAD + text}).diagnostics]


def rows(heads: str, *lines: str, more: str = "") -> str:
    return f"单位: 元\n表:\n  - 名: 甲\n    行: |\n      项目 | {heads}\n" + "".join(f"      {line}\n" for line in lines) + more


SHARES = ("甲项 | 36,500.00 | 54.53", "乙项 | 15,400.00 | 23.01", "丙项 | 15,030.00 | 22.46")


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (SHARES, 0),
        ((*SHARES, "合计 | 66,930.00 | 100"), 0),
        ((SHARES[0], "乙项 | 15,400.00 | 23.02", SHARES[2]), 0),
        ((SHARES[0], "乙项 | 15,400.00 | 32.01", SHARES[2]), 1),
        ((SHARES[0], "乙项 | 15,400.00 | 32.01", "丙项 | 15,030.00 | 24.46"), 0),
        ((*SHARES[:2], "丙项 | 15,030.00 | 22.46", "　丙一 | 5,030.00 | 33.47", "　丙二 | 10,000.00 | 66.53"), 0),
        ((SHARES[0], "乙项 | 15,400.00 | 约32", SHARES[2]), 0),
        (("甲项 | 1.00 | 50", "乙项 | 1.00 | 51"), 0),
    ],
)
def test_shares_of_a_total(lines: tuple[str, ...], found: int, tmp_path: Path) -> None:
    assert asked(tmp_path, rows("金额(元) | 占比(%)", *lines)).count(RULE.slug) == found


@pytest.mark.parametrize(
    ("heads", "lines", "found"),
    [
        ("上年(元) | 本年(元) | 比上年增减(%)", ("甲 | 120.00 | 150.00 | 25.00", "乙 | 80.00 | 70.00 | -12.50", "丙 | 90.00 | 99.00 | -10.00", "丁 | 64.00 | 72.00 | 12.50"), 1),
        ("上年(元) | 本年(元) | 比上年(%)", ("甲 | 120.00 | 150.00 | 125.00", "乙 | 80.00 | 70.00 | 87.50", "丙 | 90.00 | 99.00 | 110.00"), 0),
        ("任务(户) | 完成(户) | 完成率", ("甲 | 120 | 90 | 75.0%", "乙 | 80 | 70 | 87.5%", "丙 | 96 | 90 | 93.8%", "合计 | 296 | 250 | 85.4%"), 0),
        ("任务(户) | 完成(户) | 完成率", ("甲 | 120 | 90 | 75.0%", "乙 | 80 | 70 | 87.5%", "丙 | 96 | 90 | 39.8%", "合计 | 296 | 250 | 84.5%"), 1),
        ("任务(户) | 完成(户) | 完成率", ("甲 | 120 | 90 | 75.0%", "乙 | 80 | 70 | 78.5%", "丙 | 96 | 90 | 93.8%", "合计 | 296 | 250 | 84.5%"), 1),
        ("任务(户) | 完成(户) | 完成率", ("甲 | 120 | 90 | 75.0%", "乙 | 80 | 70 | 78.5%"), 0),
        ("任务(户) | 完成(户) | 完成率", ("甲 | 120 | 90 | 75.0%", "乙 | 80 | 70 | 78.5%", "丙 | 96 | 90 | 93.8%", "丁 | 64 | 48 | 75.0%", "合计 | 360 | 298 | 82.8%"), 1),
        ("任务(户) | 完成(户) | 完成率", ("甲 | 120 | 90 | 75.0%", "乙 | 80 | 70 | 87.5%", "丙 | 96 | 90 | 93.8%", "合计 | 296 | 250 | 85.4%", "其他 | 0 | 0 | 0%"), 0),
        ("本金(元) | 利息(元) | 年利率(%)", ("甲 | 1,000.00 | 43.50 | 4.35", "乙 | 2,000.00 | 87.00 | 4.35", "丙 | 3,000.00 | 65.25 | 4.35"), 0),
        ("成本(元) | 补助(元) | 补贴比例(%)", ("甲 | 1,000.00 | 435.00 | 43.50", "乙 | 2,000.00 | 870.00 | 43.50", "丙 | 3,000.00 | 900.00 | 43.50"), 0),
        ("计划(万元) | 到位(万元) | 到位率", ("甲 | 3.2 | 2.9 | 89.38%", "乙 | 100.00 | 88.50 | 88.50%", "丙 | 64.00 | 48.00 | 75.00%", "丁 | 80.00 | 70.00 | 87.50%"), 0),
    ],
)
def test_one_figure_of_another(heads: str, lines: tuple[str, ...], found: int, tmp_path: Path) -> None:
    assert asked(tmp_path, rows(heads, *lines)).count(RULE.slug) == found


def test_a_remark_may_say_why_a_row_is_another(tmp_path: Path) -> None:
    lines = ["甲 | 120 | 90 | 75.0% | {}", "乙 | 80 | 70 | 78.5% | {}", "丙 | 96 | 90 | 93.8% |", "丁 | 64 | 48 | 75.0% |"]
    for remark, found in (("", [RULE.slug]), ("按常住人口算", [])):
        told = [line.format(remark if line.startswith("乙") else "") for line in lines]
        assert asked(tmp_path / str(len(remark)), rows("任务(户) | 完成(户) | 完成率 | 备注", *told)) == found


def test_a_mean_in_the_total_row_is_a_mean(tmp_path: Path) -> None:
    lines = ("甲 | 120 | 90 | 75.0%", "乙 | 80 | 70 | 87.5%", "丙 | 96 | 90 | 93.8%", "丁 | 64 | 48 | 75.0%")
    assert asked(tmp_path / "a", rows("任务(户) | 完成(户) | 完成率", *lines, "合计 | 360 | 298 | 82.8%")) == []
    assert asked(tmp_path / "b", rows("任务(户) | 完成(户) | 完成率", *lines, "合计 | 360 | 298 | 72.8%")) == [RULE.slug]


def test_what_a_relation_states_is_held_to_that_alone(tmp_path: Path) -> None:
    lines = ("甲 | 120 | 90 | 75.0%", "乙 | 80 | 70 | 78.5%", "丙 | 96 | 90 | 93.8%", "丁 | 64 | 48 | 75.0%")
    stated = "    校验:\n      - 完成率 = 完成 ÷ 任务\n"
    assert asked(tmp_path, rows("任务(户) | 完成(户) | 完成率", *lines, more=stated)) == ["relation-off"]


def test_a_wrong_sum_explains_a_wrong_percentage(tmp_path: Path) -> None:
    lines = ("甲 | 120.00 | 90.00 | 75.00%", "乙 | 80.00 | 79.00 | 87.50%", "丙 | 96.00 | 84.00 | 87.50%", "丁 | 64.00 | 48.00 | 75.00%", "合计 | 360.00 | 292.00 | 81.11%")
    assert asked(tmp_path, rows("任务(元) | 完成(元) | 完成率", *lines)) == ["total-off"]


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ("应参保: 678 人\n  已参保: 660 人\n  参保率: 97.3%", 0),
        ("应参保: 678 人\n  已参保: 660 人\n  参保率: 97.4%", 0),
        ("应参保: 678 人\n  已参保: 660 人\n  参保率: 93.7%", 1),
        ("应参保: 678 人\n  已参保: 660 人\n  到会率: 93.7%", 0),
        ("总任务: 126 户\n  已完成: 98 户\n  完成率: 77.8%", 0),
        ("总任务: 126 户\n  已完成: 98 户\n  完成率: 87.7%", 1),
        ("总任务: 126 户\n  计划任务: 98 户\n  已完成: 98 户\n  完成率: 100%", 0),
        ("应收缴金额: 1.2万元\n  实收缴金额: 1.1万元\n  收缴率: 93%", 0),
        ("应收缴金额: 1,200.00元\n  实收缴金额: 1,100.00元\n  收缴率: 83%", 1),
        ("应参保: 0 人\n  已参保: 0 人\n  参保率: 100%", 0),
    ],
)
def test_facts_in_plain_words(facts: str, found: int, tmp_path: Path) -> None:
    assert asked(tmp_path, f"数据:\n  {facts}\n").count(RULE.slug) == found


def test_a_table_of_one_row_in_plain_words(tmp_path: Path) -> None:
    assert asked(tmp_path / "a", rows("应参保(人) | 已参保(人) | 参保率", "全村 | 678 | 660 | 93.7%")) == [RULE.slug]
    assert asked(tmp_path / "b", rows("人口(人) | 已参保(人) | 参保率", "全村 | 678 | 660 | 93.7%")) == []


FIGURES = st.lists(st.tuples(st.integers(100, 10**7), st.integers(100, 10**7)), min_size=4, max_size=9, unique=True)


def made(figures: list[tuple[int, int]], rates: list[Decimal], head: str, kind: str, decimals: int) -> list[str]:
    columns = (Column("a", "上年", "money", "元"), Column("b", "本年", "money", "元"), Column("c", head, kind, "%"))
    lines = []
    for line, ((one, other), rate) in enumerate(zip(figures, rates, strict=True), 1):
        told: tuple[tuple[int | Decimal, str, int], ...] = ((one, "元", 2), (other, "元", 2), (rate, "%", decimals))
        lines.append([Cell(Amount(Decimal(number), unit, digits), str(number), Span("a", line, at + 1, at, at + 1)) for at, (number, unit, digits) in enumerate(told)])
    filed = filing(tables=(table(columns, *lines),))
    return [found.slug for found in check_filing(filed, shelf(filed))]


@given(FIGURES, st.integers(0, 3), st.sampled_from(["ratio", "growth", "share"]))
def test_what_is_worked_out_and_rounded_is_never_asked_about(figures: list[tuple[int, int]], decimals: int, way: str) -> None:
    total = sum(other for _, other in figures)
    exact = {
        "ratio": [Decimal(other) / one for one, other in figures],
        "growth": [Decimal(other) / one - 1 for one, other in figures],
        "share": [Decimal(other) / total for _, other in figures],
    }[way]
    rates = [round(rate * 100, decimals) for rate in exact]
    assert made(figures, rates, "占比" if way == "share" else "增长率", "percent", decimals) == []


LARGE = st.lists(st.tuples(st.integers(10**5, 10**6), st.integers(10**5, 10**6)), min_size=4, max_size=9, unique=True)


@given(LARGE, st.data())
def test_one_wrong_growth_among_right_ones_is_found(figures: list[tuple[int, int]], data: st.DataObject) -> None:
    rates = [round((Decimal(other) / one - 1) * 100, 2) for one, other in figures]
    at = data.draw(st.integers(0, len(rates) - 1))
    digits = sum(len(rate.as_tuple().digits) for index, rate in enumerate(rates) if index != at)
    assume(digits >= 9 and all(rate not in (0, 100) for rate in rates))
    rates[at] += data.draw(st.integers(1, 50))
    assert made(figures, rates, "增长率", "change", 2) == [RULE.slug]
