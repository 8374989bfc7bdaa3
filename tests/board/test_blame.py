"""One cause, one finding: knots are untied by the cell that explains most; very bad files stay quick."""

from __future__ import annotations

import time

from tests.board.making import broken
from tests.board.making import other
from tests.board.making import slugs

TWO = """
    表:
      - 名: 甲
        行: |
          户 | 面积(亩) | 标准(元/亩) | 金额(元)
          一 | 10 | 3 | {}
          二 | 20 | 3 | {}
          三 | 30 | 3 | 90
          合计 | 60 |  | {}
        校验: [金额 = 面积 × 标准]
"""


def test_two_wrong_cells_are_two_findings() -> None:
    found = broken(other(TWO.format("31", "61", "180")))
    assert sorted(slugs(found)) == [("product-off", 8), ("product-off", 9), ("total-off", 11)]
    assert len({one.cause for one in found}) == 3


def test_every_breach_of_a_cause_is_there_but_one_speaks() -> None:
    text = other(TWO.format("31", "60", "180"))
    found = broken(text)
    assert slugs(found) == [("product-off", 8)]
    assert found[0].suspect_value == "30.00"
    assert {related.span.line for related in found[0].related} == {8, 9, 10, 11}


def test_a_quotient_below_the_bar_is_solved() -> None:
    text = """
        数据:
          甲: 30户
          乙: 60户
          合计: 95户
          占比: 33.33%
        校验:
          - 合计 = 甲 + 乙
          - 占比 = 甲 ÷ 合计
    """
    found = broken(other(text))
    assert [(one.slug, one.suspect, one.suspect_value) for one in found] == [("total-off", "合计", "90")]


def test_a_formula_that_fails_in_every_row_stays_quick() -> None:
    rows = "\n".join(f"          户{number} | {number}.5 | 7.00" for number in range(1, 401))
    text = f"""
    数据: {{标准: 3元/亩}}
    表:
      - 名: 甲
        行: |
          户 | 面积(亩) | 金额(元)
{rows}
        校验: [金额 = 面积 × 标准]
"""
    began = time.process_time()
    found = broken(other(text))
    assert len(found) >= 300
    assert time.process_time() - began < 20
