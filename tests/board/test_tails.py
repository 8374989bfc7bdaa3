"""Sums of figures rounded to 万元, dashes for prices, and what follows from one wrong figure."""

from __future__ import annotations

import pytest

from tests.board.making import broken
from tests.board.making import other
from tests.board.making import slugs

BUDGET = """
    单位: 万元
    表:
      - 名: 支出
        行: |
          支出项目 | 支出金额
          一般公共服务支出 | 336.88
          社会保障支出 | 36.65
          卫生健康支出 | {}
          农林水支出 | 47.02
          住房保障支出 | 26.48
          支出合计 | 472.27
        {}
"""


def budget(figure: str = "25.23", more: str = "") -> str:
    return other(BUDGET.format(figure, more))


def test_a_tail_is_told_once_and_as_such() -> None:
    assert slugs(broken(budget())) == [("rounding-tail", 14)]
    assert slugs(broken(budget("25.53"))) == [("total-off", 14)]


@pytest.mark.parametrize("said", ["尾差系四舍五入所致", "本表数据取整，尾差未调整"])
def test_a_filing_that_says_so_has_no_tails(said: str) -> None:
    assert broken(budget() + f"注: [{said}]\n") == []
    assert slugs(broken(budget("52.23") + f"注: [{said}]\n")) == [("total-off", 14)]


def test_a_check_with_a_tolerance_speaks_for_the_sum() -> None:
    check = "校验: [支出.支出合计.支出金额 = sum(支出.支出金额) ± {}]"
    assert broken(budget(more=check.format("0.02"))) == []
    assert [slug for slug, _ in slugs(broken(budget(more=check.format("0.005"))))] != []


def test_several_tails_of_a_filing_are_one_finding() -> None:
    text = """
        单位: 万元
        表:
          - 名: 支出
            行: |
              项目 | 基本支出 | 项目支出
              甲 | 1.11 | 2.22
              乙 | 1.11 | 2.22
              合计 | 2.23 | 4.45
    """
    found = broken(other(text))
    assert [one.slug for one in found] == ["rounding-tail"]
    assert dict(found[0].more)["others"] == "1"


def test_yuan_have_no_tail() -> None:
    text = """
        表:
          - 名: 支出
            行: |
              项目 | 金额(元)
              甲 | 1.11
              乙 | 1.11
              合计 | 2.23
    """
    assert [one.slug for one in broken(other(text))] == ["total-off"]


@pytest.mark.parametrize(("told", "found"), [("14.09", []), ("14.10", ["total-off"]), ("14.08", ["total-off"]), ("14", ["total-off"])])
def test_a_fact_told_in_ten_thousands_is_rounded_to_its_own_decimals(told: str, found: list[str]) -> None:
    text = f"""
        数据:
          总金额: {told} 万元
        表:
          - 名: 甲
            行: |
              村 | 金额(元)
              甲 | 78,295
              乙 | 62,604
        校验: [总金额 = sum(甲.金额)]
    """
    assert [one.slug for one in broken(other(text))] == found


def test_a_dash_for_a_price_says_nothing_but_adds_nothing() -> None:
    text = """
        表:
          - 名: 发电
            行: |
              电站 | 发电量(度) | 电价(元/度) | 收入(元) | 已收(元) | 未收(元)
              一号 | 1,000 | 0.85 | 850.00 | 850.00 | —
              二号 | 2,000 | 0.39 | 780.00 | {} | 80.00
              合计 | 3,000 | — | 1,630.00 | 1,550.00 | 80.00
            校验: [收入 = 发电量 × 电价, 未收 = 收入 - 已收]
    """
    assert broken(other(text.format("700.00"))) == []
    assert len(broken(other(text.format("770.00")))) == 1


def test_no_suspect_goes_below_nothing() -> None:
    text = """
        表:
          - 名: 甲
            行: |
              科目 | 合计(元) | 基本(元) | 专项(元)
              合计 | 120 | 100 | 20
              一 | 90 | 80 | 10
              二 | 91 | 80 | 10
              三 | 90 | 80 | 10
    """
    assert all("-" not in one.suspect_value and "−" not in one.suspect_value for one in broken(other(text)))


HINTED = """
    表:
      - 名: 甲
        行: |
          组 | 面积(亩) | 标准(元/亩) | 金额(元) | 盈亏(元)
          一组 | 10 | 3 | 30 | 5
          二组 | 20 | 3 | 60 | (3)
          三组 | 31 | 3 | {} | {}
          四组 | 40 | 3 | 120 | 8
          合计 | 101 |  | 303 | 21
"""


@pytest.mark.parametrize(
    ("money", "gain", "suspect", "value", "because"),
    [
        ("96", "11", "第3行 金额", "93", "同一行的面积 × 标准也是这个数"),
        ("93", "(11)", "第3行 盈亏", "11", "正负号写反了就差这么多"),
    ],
)
def test_a_sum_points_at_the_figure_that_is_mistyped(money: str, gain: str, suspect: str, value: str, because: str) -> None:
    (found,) = broken(other(HINTED.format(money, gain)))
    assert (found.slug, found.suspect, found.suspect_value.removesuffix(".00")) == ("total-off", suspect, value)
    assert dict(found.more)["because"] == because


def test_two_digits_that_changed_places_are_named() -> None:
    (found,) = broken(other("数据: {甲: 1300元, 乙: 1950元, 合计: 3520元}\n校验: [合计 = 甲 + 乙]\n"))
    assert found.slug == "total-off"
    assert dict(found.more)["because"] == "相邻两位数字写颠倒了就差这么多"
