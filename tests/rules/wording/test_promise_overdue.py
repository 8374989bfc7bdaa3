"""A promise is asked about when its day and the time to tell of it are over and nothing has told what became of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.span import Span
from disclosure.board.flow import Promise
from disclosure.board.model import Board
from disclosure.board.model import Brief
from disclosure.board.model import Settings
from disclosure.catalogue.model import Catalogue
from disclosure.rules.wording.promise_overdue import RULE
from disclosure.rules.wording.promise_overdue import check_board
from disclosure.views.brief import brief as brief_of
from tests.rules.desk import HOME
from tests.rules.desk import check
from tests.rules.hand import CATEGORY
from tests.rules.hand import filing
from tests.rules.hand import place
from tests.rules.hand import shelf

HEAD = "类别: 其他公示\n期间: 2026-06-08\n上栏日期: 2026-06-08\n公开日期: 2026-06-08\n"
UNTIL = date(2026, 8, 31)


def asked(root: Path, *texts: str) -> list[int]:
    files = {f"{HOME}/{at}.yaml": text for at, text in enumerate(texts)}
    return sorted(one.span.line for one in check(root, files).diagnostics if one.slug == RULE.slug)


def prose(words: str, more: str = "") -> str:
    return f"{HEAD}{more}正文: |\n  {words}\n"


def rows(heads: str, *lines: str, more: str = "") -> str:
    return f"{HEAD}{more}表:\n  - 名: 整改\n    行: |\n      {heads}\n" + "".join(f"      {line}\n" for line in lines)


@pytest.mark.parametrize(
    "words",
    [
        "征地补偿款将于2026年8月底前发放到户。",
        "征地补偿款将于 8 月 31 日前发放到户。",
        "尚欠的工程款计划在2026年8月末前付清。",
        "路灯已订货，预计2026年8月31日之前完工。",
        "村委会承诺于2026年8月31日以前答复。",
        "还有28户拟在8月底前完成，请大家放心。",
    ],
)
def test_what_a_village_says_it_will_do(words: str, tmp_path: Path) -> None:
    assert asked(tmp_path, prose(words)) == [6]


@pytest.mark.parametrize(
    "words",
    [
        "请各户将于2026年8月底前完成改厕申报。",
        "有异议的，将意见于2026年8月31日前向村委会反映，逾期不予办理，问题即视为解决。",
        "承租人承诺2026年8月31日前付清欠租。",
        "截至2026年8月底前完成了32户。",
        "余款 8 月底前缴清。",
        "征地补偿款将于2026年6月1日前发放到户。",
        "征地补偿款将于2026年12月底前发放到户。",
        "征地补偿款将于近期发放到户。",
        "拟于2026年8月底前召开村民代表会议。",
        "2024年计划在8月32日前完成。",
    ],
)
def test_what_it_asks_of_others_or_does_not_say(words: str, tmp_path: Path) -> None:
    assert asked(tmp_path, prose(words)) == []


@pytest.mark.parametrize(
    ("heads", "line", "found"),
    [
        ("问题 | 整改期限 | 状态", "仓库没有竞价 | 2026-08-31 | 正在整改", 1),
        ("问题 | 整改期限 | 状态", "仓库没有竞价 | 2026-08-31 | ", 1),
        ("问题 | 整改期限 | 状态", "仓库没有竞价 | 2026年8月底前 | 进行中", 1),
        ("问题 | 整改期限", "仓库没有竞价 | 2026-08-31", 1),
        ("问题 | 整改期限 | 状态", "仓库没有竞价 | 2026-08-31 | 已完成", 0),
        ("问题 | 整改期限 | 完成情况", "仓库没有竞价 | 2026-08-31 | 8月26日竞价成交", 0),
        ("问题 | 整改期限 | 完成日期", "仓库没有竞价 | 2026-08-31 | 2026-06-05", 0),
        ("问题 | 整改期限 | 状态", "仓库没有竞价 | 长期坚持 | ", 0),
        ("问题 | 整改期限 | 状态", "仓库没有竞价 | 2026-06-01 | 正在整改", 0),
        ("建议 | 答复期限 | 答复结果", "修路 | 2026-08-31 | 未答复", 1),
        ("建议 | 答复期限 | 答复结果", "修路 | 2026-08-31 | 计划解决", 1),
        ("建议 | 答复期限 | 答复结果", "修路 | 2026-08-31 | 已解释", 0),
        ("议题 | 完成时限 | 结论 | 实施进度", "修路 | 2026-08-31 | 未通过 | ", 0),
        ("项目 | 办理时限(天) | 状态", "修路 | 5 | 正在办理", 0),
        ("债务人 | 约定期限 | 备注", "鱼塘 | 2026-08-31 | ", 0),
        ("项目 | 完成时间 | 状态", "修路 | 2026-08-31 | ", 0),
    ],
)
def test_rows_that_name_a_day(heads: str, line: str, found: int, tmp_path: Path) -> None:
    assert len(asked(tmp_path, rows(heads, line))) == found


def test_a_fact_that_names_a_day(tmp_path: Path) -> None:
    assert asked(tmp_path / "a", f"{HEAD}数据:\n  整改期限: 2026-08-31\n") == [6]
    assert asked(tmp_path / "b", f"{HEAD}数据:\n  整改期限: 2026-08-31\n  整改结果: 已整改\n") == []


def test_what_a_later_filing_tells_is_no_longer_asked(tmp_path: Path) -> None:
    first = prose("厕所改造还有28户将于2026年8月底前完成。", more="事项: 改厕\n")
    later = "类别: 其他公示\n期间: 2026-09-08\n事项: {matter}\n标题: {title}\n上栏日期: 2026-09-08\n公开日期: 2026-09-08\n正文: 见表。\n"
    assert asked(tmp_path / "a", first, later.format(matter="改厕", title="进展")) == []
    assert asked(tmp_path / "b", first, later.format(matter="验收", title="厕所改造验收")) == []
    assert asked(tmp_path / "c", first, later.format(matter="道路", title="三组道路")) == [7]
    assert asked(tmp_path / "d", first, later.format(matter="改厕", title="进展").replace("09-08", "05-08")) == [7]


def test_a_row_of_later_books_that_speaks_of_it_is_enough(tmp_path: Path) -> None:
    first = prose("机动地承包款已收齐，将于2026年8月底前发放到户。")
    books = "类别: 财务收支明细\n期间: 2026-08\n上栏日期: 2026-09-08\n公开日期: 2026-09-08\n收支明细:\n  - {{日期: 8-26, 摘要: {words}, 支出: 100.00}}\n"
    assert asked(tmp_path / "a", first, books.format(words="发放机动地承包款 41 户")) == []
    assert asked(tmp_path / "b", first, books.format(words="路灯维修费发放到户")) == [6]
    assert asked(tmp_path / "c", first, books.format(words="发放机动地承包款 41 户").replace("09-08", "05-08")) == [6]


def test_what_it_says_itself_of_what_became_of_it_is_enough(tmp_path: Path) -> None:
    assert asked(tmp_path, prose("补偿款将于2026年8月底前发放到户。", more="后续: 8 月 26 日已发放。\n")) == []


def test_what_it_says_is_still_to_come_is_a_promise_too(tmp_path: Path) -> None:
    assert asked(tmp_path, prose("补偿款已到账。", more="后续: 补偿款将于2026年8月底前发放到户。\n")) == [5]


def told(unit: str = "2026-06-08", **more: object) -> Brief:
    made = brief_of(filing(published_on=date(2026, 6, 8)), shelf(filing()))
    return replace(made, period=unit, promises=(Promise("", Span("a"), UNTIL, "厕所改造"),), **more)  # type: ignore[arg-type]


def found(brief: Brief, today: date) -> list[object]:
    board = Board(Settings(), Catalogue({CATEGORY.id: CATEGORY}, {}, {}), {"shiqiao": place()}, (brief,), (), (), today)
    return list(check_board(board))


@pytest.mark.parametrize(
    ("unit", "first"),
    [("2026-06-08", date(2026, 9, 16)), ("2026-06", date(2026, 9, 16)), ("2026-Q2", date(2026, 10, 16)), ("2026-H1", date(2027, 1, 16)), ("2026", date(2027, 1, 16))],
)
def test_there_is_time_to_tell_of_it(unit: str, first: date) -> None:
    assert found(told(unit), first - timedelta(days=1)) == []
    assert len(found(told(unit), first)) == 1
    assert found(told(unit), UNTIL + timedelta(days=401)) == []


@given(st.dates(date(2026, 1, 1), date(2026, 9, 15)))
def test_before_that_day_nothing_is_said(today: date) -> None:
    assert found(told(), today) == []


def test_an_heir_may_tell_it() -> None:
    old, new = place(), place("xin", succeeds=("shiqiao",))
    later = replace(told(), filing_id="xin/b", place="xin", published_on=date(2026, 9, 10), matter="", title="厕所改造验收", promises=())
    for briefs, number in (((told(),), 1), ((told(), later), 0)):
        board = Board(Settings(), Catalogue({CATEGORY.id: CATEGORY}, {}, {}), {"shiqiao": old, "xin": new}, briefs, (), (), date(2026, 11, 20))
        assert len(list(check_board(board))) == number
