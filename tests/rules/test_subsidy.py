"""Lists of who gets what: one row that differs is named, what may be so is silent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import assume
from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.span import Span
from disclosure.basis.values import Amount
from disclosure.board.households import households
from disclosure.board.households import unpacked
from disclosure.board.load import load_shelf
from disclosure.board.load import survey
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


TWO = {"青禾镇/place.yaml": "名称: 青禾镇\n级别: 乡镇\nslug: qinghe\n监督电话: 0000-6123372\n"} | {
    f"青禾镇/{name}/place.yaml": f"名称: {name}\n级别: 村\nslug: {slug}\n监督电话: 0000-6123381\n" for name, slug in (("沙河村", "shahe"), ("河湾村", "hewan"))
}


def sown(*rows: str, year: int = 2026, shown: str = "2026-06-15", note: str = "") -> str:
    """A list of «group name area» rows at 100 a mu."""
    told = [(group, name, Decimal(area)) for group, name, area in (row.split() for row in rows)]
    body = "\n".join(f"  {group} | {name} | {area} | 100.00 | {area * 100:.2f} | {note}" for group, name, area in told)
    whole = sum(area for _, _, area in told)
    return f"""\
类别: 耕地地力保护补贴
期间: {year}
上栏日期: {shown}
公开日期: {shown}
补贴对象: |
  组别 | 户主 | 补贴面积(亩) | 补贴标准(元/亩) | 补贴金额(元) | 备注
{body}
户数: {len(told)}
补贴总面积: {whole}
补贴总额: {whole * 100:.2f}
签字: {{制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}}
"""


def twins(root: Path, first: str, second: str, where: str = "青禾镇/沙河村") -> list[tuple[str, int, str]]:
    files = TWO | {f"{where}/地力.yaml": first, "青禾镇/河湾村/地力.yaml": second}
    found = check(root, files).diagnostics
    assert not any("褚" in str(one.arguments) + str(one.related) + one.excerpt for one in found if one.slug == "household-in-two-villages")
    return sorted(one for one in found_in(found) if one[2] == "household-in-two-villages")


MINE = ("一组 褚满仓 9.88", "一组 吕玉兰 3.28", "二组 秦满仓 7.73")


def test_a_household_on_the_lists_of_two_villages_is_told_at_the_later_one(tmp_path: Path) -> None:
    theirs = sown("三组 孔庆丰 5.51", "三组 褚满仓 9.88", "四组 何长根 4.44", shown="2026-06-20")
    assert twins(tmp_path / "a", sown(*MINE), theirs) == [("青禾镇/河湾村/地力.yaml", 8, "household-in-two-villages")]
    assert twins(tmp_path / "b", sown(*MINE, shown="2026-07-01"), theirs) == [("青禾镇/沙河村/地力.yaml", 7, "household-in-two-villages")]


@pytest.mark.parametrize(
    "theirs",
    [
        sown("三组 褚满仓 9.87", "三组 孔庆丰 5.51", "四组 何长根 4.44", "四组 卢存根 6.15"),
        sown("三组 孔庆丰 9.88", "三组 何长根 5.51", "四组 何长根 4.44", "四组 卢存根 6.15"),
        sown("三组 褚满仓 9.88", "四组 何长根 4.44", "四组 卢存根 6.15", year=2025, shown="2025-06-15"),
        sown("三组 褚满仓 9.88", "三组 孔庆丰 5.51"),
        sown("三组 褚满仓 9.88", "三组 孔庆丰 9.88", "四组 何长根 4.44", "四组 卢存根 6.15"),
        sown("三组 褚满仓 9.88", "四组 何长根 4.44", "四组 卢存根 6.15", note="地在沙河村"),
        sown("三组 褚** 9.88", "三组 孔庆丰 5.51", "四组 何长根 4.44", "四组 卢存根 6.15"),
    ],
    ids=["another area", "another name", "another year", "too short a list", "no figure of its own", "explained", "masked"],
)
def test_a_name_alone_makes_no_household(tmp_path: Path, theirs: str) -> None:
    assert twins(tmp_path, sown(*MINE), theirs) == []


def test_round_figures_say_nothing(tmp_path: Path) -> None:
    assert twins(tmp_path, sown("一组 褚满仓 2", "一组 吕玉兰 3", "一组 何长根 4"), sown("三组 褚满仓 2", "三组 孔庆丰 5", "三组 卢存根 6")) == []


def test_a_townships_list_repeats_its_villages(tmp_path: Path) -> None:
    assert twins(tmp_path, sown(*MINE), sown(*MINE), where="青禾镇") == []


def test_a_village_that_came_from_another_shows_its_list_again(tmp_path: Path) -> None:
    heir = {"青禾镇/河湾村/place.yaml": TWO["青禾镇/河湾村/place.yaml"] + "承接: [沙河村]\n"}
    files = TWO | heir | {"青禾镇/沙河村/地力.yaml": sown(*MINE), "青禾镇/河湾村/地力.yaml": sown(*MINE, shown="2026-06-20")}
    assert "household-in-two-villages" not in [one.slug for one in check(tmp_path, files).diagnostics]


def test_digests_cannot_be_tried_without_the_key(tmp_path: Path) -> None:
    check(tmp_path, {f"{HOME}/地力.yaml": sown(*MINE)})
    seen = survey(tmp_path / "content")
    (made,) = load_shelf(seen, "shiqiao", date(2026, 11, 20)).shelf.filings
    (one,), (again,), (other,) = (households(made, key) for key in (b"a" * 32, b"a" * 32, b"b" * 32))
    marks = [{row.mark for row in unpacked(*packed)} for packed in (one, again, other)]
    assert marks[0] == marks[1]
    assert not marks[0] & marks[2]
    assert len(marks[0]) == 3


def test_a_list_that_is_another_villages_is_told_once(tmp_path: Path) -> None:
    rows = (*MINE, "三组 何长根 4.44", "三组 卢存根 6.15")
    assert twins(tmp_path, sown(*rows), sown(*rows, shown="2026-06-20")) == [("青禾镇/河湾村/地力.yaml", 7, "household-in-two-villages")]


TEKUN = """\
类别: 特困供养人员
期间: {period}
阶段: {stage}
公示期: 2026-10-12/2026-10-21
上栏日期: 2026-10-12
供养对象: |
  组别 | 姓名 | 供养方式 | 月供养标准(元) | 起始
  {who} | 分散供养 | 1,060.00 | {since}
供养人数: 1
月供养金合计: 1,060.00
月照料护理费合计: 430.00
月资金合计: 1,490.00
签字: {{制表: 孙玉兰, 监委会审核: 李国强, 负责人: 周德明}}
"""
DIBAO = """\
类别: 低保对象
期间: 2026-Q3
上栏日期: 2026-10-12
对象: |
  组别 | 户主 | 保障人数(人) | 月保障金额(元) | 起始
  三组 | 蔺春和 | 1 | 640.00 | 2021-01
保障户数: 1
保障总人数: 1
月保障总额: 640.00
签字: {制表: 孙玉兰, 监委会审核: 李国强, 负责人: 周德明}
"""


@pytest.mark.parametrize(
    ("who", "since", "stage", "found"),
    [
        ("三组 | 蔺春和", "2022-11", "确认名单", 1),
        ("三组 | 蔺春和", "2026-08", "确认名单", 0),
        ("三组 | 蔺春和", "", "确认名单", 0),
        ("四组 | 蔺春和", "2022-11", "确认名单", 0),
        ("三组 | 佟老实", "2022-11", "确认名单", 0),
        ("三组 | 蔺春和", "2022-11", "终止公示", 0),
        ("三组 | 蔺春和", "2022-11", "评议公示", 0),
        ("第3组 | 蔺春和", "2022-11", "确认名单", 1),
    ],
)
def test_who_is_provided_for_gets_no_allowance_beside_it(tmp_path: Path, who: str, since: str, stage: str, found: int) -> None:
    files = {f"{HOME}/不公开/特困.yaml": TEKUN.format(period="2026-Q3", who=who, since=since, stage=stage), f"{HOME}/不公开/低保.yaml": DIBAO}
    told = [one for one in check(tmp_path, files).diagnostics if one.slug == "lists-exclude-each-other"]
    assert len(told) == found
    assert not any("春和" in str(one.arguments) + str(one.related) + one.excerpt for one in told)


def test_without_a_first_day_the_list_before_tells(tmp_path: Path) -> None:
    before, now = (TEKUN.format(period=period, who="三组 | 蔺春和", since="", stage="确认名单") for period in ("2026-Q2", "2026-Q3"))
    files = {f"{HOME}/不公开/前.yaml": before, f"{HOME}/不公开/特困.yaml": now, f"{HOME}/不公开/低保.yaml": DIBAO}
    assert [one.slug for one in check(tmp_path, files).diagnostics if one.slug == "lists-exclude-each-other"] == ["lists-exclude-each-other"]


def test_a_wrong_total_on_the_board_only_tells_nobodys_sum(tmp_path: Path) -> None:
    text = DIBAO.replace("  三组 | 蔺春和 | 1 | 640.00 | 2021-01\n", "  三组 | 蔺春和 | 1 | 788.77 | 2021-01\n  一组 | 卢存根 | 2 | 1,180.00 | 2024-03\n").replace("保障总人数: 1", "保障总人数: 3").replace("保障户数: 1", "保障户数: 2")
    found = check(tmp_path, {f"{HOME}/不公开/低保.yaml": text}).diagnostics
    assert any(one.slug == "total-off" for one in found)
    assert not any("788" in str(one.arguments) + str(one.related) + one.excerpt for one in found)
