"""What a table shows of itself without a 校验: advice where all but one row agree, silence where nothing proves it."""

from __future__ import annotations

import pytest

from tests.board.making import broken
from tests.board.making import other

POSTS = """
    表:
      - 名: 岗位
        行: |
          岗位 | 人数(人) | 标准(元/人·月) | 月数(个月) | 金额(元)
          甲 | 14 | 600 | 6 | {}
          乙 | 9 | 800 | 6 | 43,200
          丙 | 6 | 500 | 6 | 18,000
          丁 | 4 | 1,000 | 6 | {}
"""
HEADS = """
    表:
      - 名: 津贴
        行: |
          村 | 80—89周岁(50元/人·月)/人数(人) | 80—89周岁(50元/人·月)/金额(元)
          甲 | 31 | 1,550
          乙 | 27 | {}
          丙 | 44 | {}
"""
STATEMENT = """
    单位: 元
    表:
      - 名: 收益表
        行: |
          项目 | 本年数
          一、经营收入 | 50,000.00
          加：投资收益 | 2,000.00
          减：经营支出 | 12,000.00
          管理费用 | 8,500.00
          二、经营收益 | {}
          加：补助收入 | 60,000.00
          减：公益支出 | 45,000.00
          三、收益总额 | {}
"""
LONGER = """
    单位: 元
    表:
      - 名: 收益表
        行: |
          项目 | 本年数
          一、经营收入 | {}
          　加：投资收益 | 2,000.00
          　　　补助收入 | {}
          　减：经营支出 | 20,000.00
          　　　其中：材料费 | 5,000.00
          二、收益总额 | {}
          　减：所得税费用 |
          三、净收益 | {}
          　加：年初未分配收益 | 4,000.00
          四、可分配收益 | {}
"""
BALANCE = """
    单位: 元
    表:
      - 名: 结余
        行: |
          项目 | 金额
          一、上年结余 | 5,000.00
          二、本年收入 | 20,000.00
          三、本年支出 | 18,000.00
          {}
"""


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (POSTS.format("50,400", "24,000"), 0),
        (POSTS.format("50,400", "24,400"), 1),
        (POSTS.format("54,000", "24,400"), 0),
        (HEADS.format("1,350", "2,200"), 0),
        (HEADS.format("1,530", "2,200"), 1),
        (HEADS.format("1,530", "2,300"), 0),
        (STATEMENT.format("31,500.00", "46,500.00"), 0),
        (STATEMENT.format("31,500.00", "48,600.00"), 1),
        (STATEMENT.format("30,500.00", "48,600.00"), 0),
        (LONGER.format("50,000.00", "30,000.00", "62,000.00", "62,000.00", "66,000.00"), 0),
        (LONGER.format("50,000.00", "3,000.00", "62,000.00", "62,000.00", "66,000.00"), 1),
        (LONGER.format("5,000.00", "30,000.00", "62,000.00", "62,000.00", "66,000.00"), 1),
        (LONGER.format("50,000.00", "30,000.00", "26,000.00", "62,000.00", "66,000.00"), 1),
        (LONGER.format("50,000.00", "30,000.00", "62,000.00", "60,000.00", "66,000.00"), 1),
        (LONGER.format("50,000.00", "30,000.00", "62,000.00", "62,000.00", "56,000.00"), 1),
        (LONGER.format("50,000.00", "3,000.00", "62,000.00", "62,000.00", "56,000.00"), 0),
        (BALANCE.format("四、年末结余 | 7,000.00"), 0),
        (BALANCE.format("四、年末结余 | 7,900.00"), 1),
        (BALANCE.format("四、归还借款 | 1,000.00\n          五、年末结余 | 6,000.00"), 0),
    ],
)
def test_advice_needs_a_table_that_proves_it(text: str, count: int) -> None:
    assert [one.slug for one in broken(other(text))] == ["figures-doubtful"] * count


def test_another_column_that_explains_every_row_leaves_no_doubt() -> None:
    rows = "一 | 10 | 10 | 3 | 30", "二 | 20 | 20 | 3 | 60", "三 | 30 | 30 | 3 | 90", "四 | 40 | 25 | 3 | 75"
    head = "表:\n  - 名: 甲\n    行: |\n      户 | 退耕面积(亩) | 合格面积(亩) | 标准(元/亩) | 金额(元)\n"
    assert broken(other(head + "".join(f"      {row}\n" for row in rows))) == []


def test_what_is_surer_is_said_alone() -> None:
    checked = POSTS.format("50,400", "24,400") + "        校验: [金额 = 人数 × 标准 × 月数]\n"
    assert [one.slug for one in broken(other(checked))] == ["product-off"]


def test_what_cannot_be_read_is_no_part_of_a_sum() -> None:
    rows = "甲 | 100.00 | 60.00 | 40.00", "乙 | 200.00 | 60.00 | 140.00", "丙 | 300.00 | 60.00 | 240.00", "丁 | 400.00 | 60.00 | 340.00", "合计 | {} | 240.00 | 760.00"
    text = "表:\n  - 名: 租\n    行: |\n      户 | 应收(元) | 已收(元) | 未收(元)\n" + "".join(f"      {row}\n" for row in rows)
    assert [one.slug for one in broken(other(text.format("1,000.00")))] == []
    assert "figures-doubtful" not in [one.slug for one in broken(other(text.format("0l,000.00")))]
