"""Lists of who gets what: one row that differs is named, what may be so is silent."""

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
from disclosure.rules.engine import findings
from disclosure.rules.finding import sentence
from disclosure.rules.subsidy import rate_outlier
from tests.rules.desk import HOME
from tests.rules.desk import check
from tests.rules.desk import found_in
from tests.rules.hand import filing
from tests.rules.hand import shelf
from tests.rules.hand import table

COLUMNS = (Column("组别", "组别"), Column("人数", "人数", kind="count", unit="人"), Column("金额", "金额", kind="money", unit="元"))
LIST = """\
类别: 耕地地力保护补贴
期间: 2026
批次: {part}
上栏日期: {shown}
公开日期: {shown}
补贴对象: |
  组别 | 户主 | 补贴面积(亩) | 补贴标准(元/亩) | 补贴金额(元)
{rows}
户数: {count}
补贴总面积: {count}.00
补贴总额: {count}00.00
签字: {{制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}}
"""


def lines(root: Path, *texts: str) -> list[tuple[str, int, str]]:
    files = {f"{HOME}/{at}.yaml": text for at, text in enumerate(texts)}
    return sorted(found_in(check(root, files).diagnostics))


def listed(part: str, *names: str, shown: str = "2026-06-15") -> str:
    rows = "\n".join(f"  {name} | 1.00 | 100.00 | 100.00" for name in names)
    return LIST.format(part=part, rows=rows, count=len(names), shown=shown)


def cell(value: Decimal, at: int) -> Cell:
    return Cell(Amount(value), str(value), Span("石桥村/三月.yaml", at, 5, at * 100 + 5, at * 100 + 9))


def outliers(rows: list[tuple[int, Decimal]]) -> list[int]:
    cells = [[Cell(f"{at}组", f"{at}组", Span("石桥村/三月.yaml", at, 1, at * 100, at * 100 + 4)), cell(Decimal(heads), at), cell(amount, at)] for at, (heads, amount) in enumerate(rows, 1)]
    made = filing(tables=(table(COLUMNS, *cells),))
    found = list(rate_outlier.check_filing(made, shelf(made)))
    assert all("{" not in sentence(rate_outlier.RULE.message, one.arguments) for one in found)
    return [one.span.line for one in found]


HEADS = st.lists(st.integers(1, 300), min_size=8, max_size=20).filter(lambda heads: len(set(heads)) >= 4)
RATES = st.integers(1, 100_000).map(lambda cents: Decimal(cents) / 100)


@given(HEADS, RATES)
def test_what_all_rows_agree_on_is_silent(heads: list[int], rate: Decimal) -> None:
    assert outliers([(number, number * rate) for number in heads]) == []


@given(HEADS, RATES, st.data())
def test_the_one_row_that_differs_is_named(heads: list[int], rate: Decimal, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(heads) - 1))
    slip = data.draw(st.integers(1, 10_000))
    others = heads[:at] + heads[at + 1 :]
    assume(len(set(others)) >= rate_outlier.DIFFERENT)
    rows = [(number, number * rate) for number in heads]
    rows[at] = (heads[at], rows[at][1] + Decimal(slip) / 100)
    assert outliers(rows) == [at + 1]


@given(HEADS, RATES, st.data())
def test_two_rows_that_differ_are_a_second_rate(heads: list[int], rate: Decimal, data: st.DataObject) -> None:
    first, second = data.draw(st.lists(st.integers(0, len(heads) - 1), min_size=2, max_size=2, unique=True))
    rows = [(number, number * rate) for number in heads]
    for at in (first, second):
        rows[at] = (heads[at], heads[at] * rate * 2)
    assert outliers(rows) == []


def test_seven_rows_are_not_enough() -> None:
    assert outliers([(number, Decimal(number * 60)) for number in range(2, 8)] + [(9, Decimal(500))]) == []


def test_a_household_in_two_parts_of_one_list(tmp_path: Path) -> None:
    first = listed("一至二组", "一组 | 褚满仓", "二组 | 吕玉兰", "二组 | 秦满仓")
    again = listed("三组和补报", "三组 | 孔庆丰", "三组 | 何长根", "一组 | 褚满仓", shown="2026-07-15")
    assert lines(tmp_path, first, again) == [(f"{HOME}/1.yaml", 10, "person-listed-twice")]


def test_a_list_shown_again_as_a_whole_is_no_list_of_doubles(tmp_path: Path) -> None:
    names = ("一组 | 褚满仓", "二组 | 吕玉兰", "二组 | 秦满仓")
    assert lines(tmp_path, listed("第一次公示", *names), listed("第二次公示", *names, shown="2026-07-15")) == []


def test_one_name_in_two_groups_is_two_persons(tmp_path: Path) -> None:
    assert lines(tmp_path, listed("全村", "一组 | 褚满仓", "二组 | 褚满仓", " | 褚满仓")) == []


def test_no_name_is_told(tmp_path: Path) -> None:
    text = listed("全村", "一组 | 褚满仓", "一组 | 褚满仓").replace("1.00 | 100.00 | 100.00", "1.00 | 100.00 | 100.00", 1)
    text = text.replace("1.00 | 100.00 | 100.00", "0.50 | 200.00 | 100.00", 1).replace("补贴总面积: 2.00", "补贴总面积: 1.50")
    (one,) = check(tmp_path, {f"{HOME}/a.yaml": text}).diagnostics
    assert one.slug == "person-listed-twice"
    assert "褚" not in str(one.arguments) + str(one.related)


@pytest.mark.parametrize(("paid", "slips"), [("2026-06-14", 0), ("2026-06-15", 1), ("2026-06-22", 1), ("2026-06-23", 0)])
def test_a_window_is_waited_for(tmp_path: Path, paid: str, slips: int) -> None:
    text = listed("全村", "一组 | 褚满仓").replace("公开日期: 2026-06-15\n", f"公开日期: 2026-06-15\n公示期: 2026-06-15/2026-06-22\n发放日期: {paid}\n")
    assert len(lines(tmp_path, text)) == slips


@pytest.mark.parametrize(("number", "slips"), [("云农财〔2025〕12号", 0), ("云农财〔2024〕12号", 1), ("第12号", 0), ("云农财[2023]12号", 1)])
def test_money_given_ahead_of_its_year_is_of_its_year(tmp_path: Path, number: str, slips: int) -> None:
    text = listed("全村", "一组 | 褚满仓").replace("补贴对象: |", f"资金文号: {number}\n补贴对象: |")
    assert len(lines(tmp_path, text)) == slips


def test_of_a_list_for_the_board_only_no_figure_is_told(tmp_path: Path) -> None:
    rows = "".join(f"      {at}组 | {heads} | {heads * 60 + (55 if at == 4 else 0)}.00\n" for at, heads in enumerate((12, 8, 10, 11, 7, 9, 6, 14), 1))
    text = f"类别: 其他公示\n期间: 2026-03\n上栏日期: 2026-04-06\n表:\n  - 名: 慰问\n    行: |\n      组别 | 人数(人) | 金额(元)\n{rows}"
    checked = check(tmp_path, {f"{HOME}/不公开/a.yaml": text})
    (one,) = [found for found in findings(checked.diagnostics, checked.board) if found.code.startswith("SUB")]
    assert one.slug == "rate-outlier"
    assert not any(figure in one.message + one.excerpt for figure in ("715", "660", "60.00"))
