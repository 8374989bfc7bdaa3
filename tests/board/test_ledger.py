"""Running balances: each against the one before, silent where the column is none."""

from __future__ import annotations

import pytest

from tests.board.making import broken
from tests.board.making import other
from tests.board.making import slugs

ROWS = """
    类别: 财务收支明细
    期间: 2026-03
    公开日期: 2026-04-08
    期初余额: 100.00
    收支明细: |
      日期 | 摘要 | 收入 | 支出 | 余额
      3-05 | 承包费收入 | 50.00 |  | 150.00
      3-06 | 零星修理费 |  | 10.00 |
      3-07 | 路灯维修费 |  | 20.00 | 120.00
      3-08 | 存款的利息 | 1.00 |  | 121.00
    期末余额: 121.00
"""


def test_a_running_balance_that_holds() -> None:
    assert broken(ROWS) == []


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("| 150.00", "| 160.00", [("running-balance-off", 7)]),
        ("| 120.00", "| 130.00", [("running-balance-off", 9)]),
        ("| 121.00", "| 131.00", [("running-balance-off", 10)]),
        ("| 20.00 | 120", "| 30.00 | 120", [("closing-balance-off", 11)]),
        ("余额: 100.00", "余额: 110.00", [("closing-balance-off", 11)]),
    ],
)
def test_one_wrong_cell_is_one_finding(old: str, new: str, wanted: list[tuple[str, int]]) -> None:
    assert slugs(broken(ROWS.replace(old, new))) == wanted


def test_the_culprit_is_named_where_only_one_cell_can_be_it() -> None:
    found = broken(ROWS.replace("| 120.00", "| 130.00"))[0]
    assert (found.suspect, found.suspect_value) == ("第3行 余额", "120.00")


def test_a_typed_total_row_states_the_last_balance() -> None:
    text = ROWS.replace("    期末余额", "      合计 |  | 51.00 | 30.00 | 121.00\n    期末余额")
    assert broken(text) == []
    assert slugs(broken(text.replace("30.00 | 121.00", "30.00 | 112.00"))) == [("running-balance-off", 11)]


FREE = """
    表:
      - 名: 现金账
        行: |
          日期 | 摘要 | 收入(元) | 支出(元) | 余额(元)
          3-05 | 甲 | 50.00 |  | {}
          3-06 | 乙 |  | 10.00 | {}
          3-07 | 丙 | 5.00 |  | {}
          3-08 | 丁 | 5.00 |  | {}
"""


def test_a_column_nobody_described_must_look_like_one() -> None:
    assert broken(other(FREE.format("50.00", "40.00", "45.00", "50.00"))) == []
    assert slugs(broken(other(FREE.format("50.00", "40.00", "46.00", "51.00")))) == [("running-balance-off", 10)]
    assert broken(other(FREE.format("7.00", "3.00", "900.00", "1.00"))) == []


def test_a_table_of_several_accounts_runs_none() -> None:
    text = FREE.replace("摘要", "账户").format("50.00", "40.00", "46.00", "51.00")
    assert broken(other(text)) == []
