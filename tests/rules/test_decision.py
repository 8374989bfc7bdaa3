"""Who decided what: votes at their edges, thresholds a place states, chains of one matter."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.span import Span
from disclosure.rules.decision.passed_without_majority import carried
from disclosure.rules.votes import ASSEMBLY
from disclosure.rules.votes import DELEGATES
from disclosure.rules.votes import MEMBERS
from disclosure.rules.votes import Vote
from tests.rules.desk import HOME
from tests.rules.desk import check
from tests.rules.desk import found_in

SIGNED = "签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}\n"
AT = Span("a.yaml")
PLACE = "名称: 石桥村\n级别: 村\nslug: shiqiao\n监督电话: 0000-6123380\n"
RESOLUTION = """\
类别: 村民会议决定及实施
期间: 2026-Q1
上栏日期: 2026-04-10
公开日期: 2026-04-10
决定:
  - {{日期: 2026-02-16, 会议: {meeting}, 议题: 二组渠道清淤, 应到: {due}, 实到: {came}, 赞成: {agree}, 反对: {against}, 弃权: 0, 结论: {result}, 涉及金额: 5,400.00}}
"""
LEDGER = """\
类别: 财务收支明细
期间: 2026-Q1
上栏日期: 2026-04-10
公开日期: 2026-04-10
期初余额: 90,000.00
收支明细:
  - {{日期: 3-18, 凭证号: 记-002, 摘要: {summary}, 支出: {sum}}}
期末余额: {left}
"""


def slugs(root: Path, *texts: str, place: str = "") -> list[str]:
    files = {f"{HOME}/{at}.yaml": text for at, text in enumerate(texts)}
    if place:
        files[f"{HOME}/place.yaml"] = PLACE + place
    return sorted(slug for _, _, slug in found_in(check(root, files).diagnostics))


def resolution(due: int, came: int, agree: int, meeting: str = DELEGATES, result: str = "通过") -> str:
    return RESOLUTION.format(meeting=meeting, due=due, came=came, agree=agree, against=came - agree, result=result) + SIGNED


def ledger(summary: str, spent: int) -> str:
    return LEDGER.format(summary=summary, sum=f"{spent:,}.00", left=f"{90000 - spent:,}.00") + SIGNED


@given(st.integers(1, 5000), st.data())
def test_more_than_half_of_those_who_came_carry_a_vote(came: int, data: st.DataObject) -> None:
    agree = data.draw(st.integers(0, came))
    vote = Vote(DELEGATES, None, Decimal(came), Decimal(agree), AT, AT)
    assert carried(vote, Decimal(came)) == (agree > came - agree)


@given(st.integers(1, 5000), st.data())
def test_two_thirds_of_all_members_carry_a_vote(members: int, data: st.DataObject) -> None:
    agree = data.draw(st.integers(0, members))
    vote = Vote(MEMBERS, Decimal(members), Decimal(members), Decimal(agree), AT, AT)
    assert carried(vote, Decimal(members)) == (agree >= 2 * (members - agree))


@pytest.mark.parametrize(
    ("meeting", "due", "came", "agree", "found"),
    [
        (DELEGATES, 36, 24, 13, []),
        (DELEGATES, 36, 23, 13, ["quorum-short"]),
        (DELEGATES, 36, 24, 12, ["passed-without-majority"]),
        (DELEGATES, 36, 20, 10, ["passed-without-majority", "quorum-short"]),
        (ASSEMBLY, 101, 51, 26, []),
        (ASSEMBLY, 100, 50, 30, ["quorum-short"]),
        ("党员大会", 36, 10, 6, []),
        ("成员大会", 90, 80, 60, []),
        ("成员大会", 90, 80, 59, ["passed-without-majority"]),
    ],
)
def test_votes_at_their_edges(meeting: str, due: int, came: int, agree: int, found: list[str], tmp_path: Path) -> None:
    assert slugs(tmp_path, resolution(due, came, agree, meeting)) == found


def test_what_did_not_pass_needs_no_votes(tmp_path: Path) -> None:
    assert slugs(tmp_path, resolution(36, 20, 5, result="未通过")) == []


@pytest.mark.parametrize(
    ("summary", "spent", "found"),
    [
        ("村口牌坊石料", 8600, ["spending-undecided"]),
        ("村口牌坊石料", 4999, []),
        ("村口牌坊石料", 5400, []),
        ("渠道用水泥 30 吨", 8600, []),
        ("保洁员工资，8 人（2月）", 8600, []),
        ("归还合作社借款", 8600, []),
    ],
)
def test_a_large_expense_asks_for_a_decision(summary: str, spent: int, found: list[str], tmp_path: Path) -> None:
    assert slugs(tmp_path, resolution(36, 30, 29), ledger(summary, spent), place="情况: {大额支出起点: 5000元}\n") == found


@pytest.mark.parametrize("place", ["", "情况: {低保: 是}\n", "情况: {大额支出起点: 由乡镇定}\n"])
def test_without_a_threshold_no_expense_is_large(place: str, tmp_path: Path) -> None:
    assert slugs(tmp_path, resolution(36, 30, 29), ledger("村口牌坊石料", 8600), place=place) == []


def test_where_no_decision_is_public_that_is_the_finding(tmp_path: Path) -> None:
    assert slugs(tmp_path, ledger("村口牌坊石料", 8600), place="情况: {大额支出起点: 5000元}\n") == []


def test_the_threshold_of_the_township_holds_in_its_villages(tmp_path: Path) -> None:
    files = {
        "青禾镇/place.yaml": "名称: 青禾镇\n级别: 乡镇\nslug: qinghe\n监督电话: 0000-6123372\n情况: {大额支出起点: 0.5万元}\n",
        "青禾镇/沙河村/place.yaml": "名称: 沙河村\n级别: 村\nslug: shahe\n监督电话: 0000-6123381\n",
        "青禾镇/沙河村/决议.yaml": resolution(36, 30, 29),
        "青禾镇/沙河村/收支.yaml": ledger("村口牌坊石料", 5000),
    }
    assert [slug for _, _, slug in found_in(check(tmp_path, files).diagnostics)] == ["spending-undecided"]


def test_payees_are_not_told(tmp_path: Path) -> None:
    text = ledger("村口铺砖 40 平方米", 4800).replace("4,800.00}", "4,800.00, 收款人: 何德厚}\n  - {日期: 3-20, 凭证号: 记-003, 摘要: 村口铺砖 41 平方米, 支出: 4,900.00, 收款人: 何德厚}")
    text = text.replace("85,200.00", "80,300.00")
    found = check(tmp_path, {f"{HOME}/a.yaml": text, f"{HOME}/place.yaml": PLACE + "情况: {大额支出起点: 5000元}\n"}).diagnostics
    assert [one.slug for one in found] == ["split-below-threshold"]
    assert "何德厚" not in str(found[0].arguments)


def test_the_law_of_the_day_of_the_vote_counts(tmp_path: Path) -> None:
    text = resolution(90, 80, 50, "成员大会").replace("2026-Q1", "2025-Q1").replace("2026-0", "2025-0")
    assert slugs(tmp_path, text) == []
