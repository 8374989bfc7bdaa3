"""The fast way and libyaml's way give the same tree, the same places and no finding, or the fast way gives no answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from disclosure.reading.fastyaml import read_fast
from disclosure.reading.guard import decode
from disclosure.reading.nodes import Mapping
from disclosure.reading.yaml import read_slowly
from disclosure.reading.yaml import read_yaml
from tests.reading.typing_errors import FRAGMENTS
from tests.reading.typing_errors import TYPED

LEDGER = """类别: 财务收支明细            # category id or name
期间: 2026-03                # see §6
期初余额: 152,300.00
收支明细:
  - {日期: 3-05, 凭证号: 记-001, 摘要: 机动地承包费, 收入: 12,000.00}
  - {日期: 3-18, 凭证号: 记-002, 摘要: 路灯维修, 支出: 6,210.00}
签字: {制表: 王敏, 监委会审核: {姓名: 李国强, 日期: 2026-04-06, 意见: 同意公开}}
"""
SUBSIDY = """标题: 补贴
对象: |
  户主 | 人数(人) | 金额(元)
  孙甲一 | 2 | 1,120.00

  　其中 | 3 | #5
# 说明
表:
- 名: 甲
  行:
    - 日期: 3-05
      金额: -5

    - 日期: 3-06
      金额: '6'   # 单价
  空:
- 名: "乙 #2"
  注: |-
    一
注:
  - 一
  - 二
"""


def agree(text: str) -> bool:
    """Assert that the fast way agrees with the slow one on a text; tell whether it gave an answer."""
    decoded, found = decode(text.encode("utf-8", "replace"), "x")
    if decoded is None or found:
        return False
    fast = read_fast(decoded, "x")
    if fast is None:
        return False
    slow = read_slowly(decoded, "x")
    assert slow.root == fast
    assert (slow.diagnostics, slow.broken) == ((), False)
    assert type(fast) is Mapping
    return True


@pytest.mark.parametrize(
    "text",
    [LEDGER, SUBSIDY, LEDGER.replace("\n", "\r\n"), SUBSIDY.replace("\n", "\r\n"), f"   \n{LEDGER}", LEDGER.rstrip()],
)
def test_filings_are_read_the_fast_way(text: str) -> None:
    assert agree(text)
    document = read_yaml(text.encode(), "x")
    assert document.root == read_slowly(text, "x").root


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "\n",
            "# 一\n",
            "一\n",
            "- 一\n",
            "---\n一: 1\n",
            "一: 1\n---\n",
            "一: 1\n...\n",
            "%YAML 1.1\n---\n一: 1\n",
        ),
        *(
            "一: 1\n一: 2\n",
            "行:\n  - {一: 1, 一: 2}\n",
            "行:\n  - 一: 1\n    一: 2\n",
            "一:1\n",
            "一：1\n",
            "一: 1\n二：2\n",
        ),
        *(
            "一: @\n",
            "一: *x\n",
            "一: &x 1\n",
            "一: !x 1\n",
            "一: %\n",
            "一: |x\n",
            "一: > \n",
            "一: ? x\n",
            "一: - x\n",
            "一: 二: 3\n",
            "一: 二:\n",
        ),
        *(
            "一: 三组 #5\n",
            "一: #5\n",
            "一:\t1\n",
            "\t一: 1\n",
            "　一: 1\n",
            "－ 一: 1\n",
            "-一: 1\n",
            "一: 1\n  二\n",
            "一: 1\n  二: 3\n",
            "一:\n  二\n",
        ),
        *(
            "行:\n  - 一: 1\n     二: 2\n",
            "行:\n  - {一: 1}\n - {二: 2}\n",
            "行:\n  - 一\n  - {二: 2}\n",
            "行:\n  - - 一\n",
            "行:\n  -\n",
        ),
        *(
            "行:\n  - {一: 1\n    , 二: 2}\n",
            "行:\n  - {一: 12, 000}\n",
            "行:\n  - {一: 米,面}\n",
            "行:\n  - {一}\n",
            "行:\n  - {一: 1,}\n",
            "行:\n  - {}\n",
            "行:\n  - {一:}\n",
            "行:\n  - {一: ,867.48}\n",
        ),
        *(
            "行:\n  - {一：1, 二: 2}\n",
            "行:\n  - {一:1}\n",
            "行:\n  - {一: 1} 二\n",
            '行:\n  - {"一": 1}\n',
            "行:\n  - [一: 1]\n",
            "一: [1]3\n",
            '一: "1"3\n',
        ),
        *(
            '一: "\\n"\n',
            "一: ''''\n",
            '一: "1\n  2"\n',
            "一: |\n",
            "一: |\n\n  x\n",
            "一: |\n   \n  x\n",
            "一: |\n  x\n     \n",
            "一: |\n  \tx\n",
            "一: |\n  x",
        ),
        *(
            "一: |2\n  x\n",
            "一: |+\n  x\n",
            "一: >\n  x\n",
            "一: |\n  x\n y\n",
            "  一: 1\n二: 2\n",
            "一: 1\r\n二: 2\n",
            "行:\n- 一\n二\n",
            "一: ~\n  - x\n",
        ),
        "".join(f"{' ' * at}一:\n" for at in range(40)),
        "一: " + "[" * 20 + "]" * 20 + "\n",
    ],
)
def test_whatever_is_in_doubt_is_left_to_the_slow_way(text: str) -> None:
    assert not agree(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "一: -5\n二: -.5\n",
            "一: a:b\n",
            "一: a#b\n",
            "一: 1   \n",
            "一:   1\n",
            "一:\n二:\n",
            "一: # 说明\n  二: 3\n",
            "一:\n\n\n  二: 3\n",
        ),
        *(
            "一:\n- 二: 3\n  四:\n  - 五\n- 二: 6\n",
            "行:\n    - 一: 1\n      二: {三: [四, 五]}\n",
            "行:\n  - {一: (5,000.00), 二: ￥1,200元,三: 4}\n",
            "签字: {一: , 二: }\n四: {五:  , 六: {七: }}\n",
        ),
        *(
            "一: |\n    二\n     三\n\n四: 5\n",
            "一: |-\n  二\n  \n\n",
            "行:\n  - 一: |\n      x\n    二: 3\n",
            "一: x\n   # 说明\n二: 3\n",
            "一: =\n二: <\n三: ~\n",
        ),
    ],
)
def test_common_forms_are_read_the_fast_way(text: str) -> None:
    assert agree(text)


@settings(max_examples=300, deadline=None)
@given(TYPED)
def test_what_accountants_type_agrees(text: str) -> None:
    agree(text)


@settings(max_examples=300, deadline=None)
@given(
    TYPED | st.sampled_from([LEDGER, SUBSIDY]),
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 3), st.sampled_from(FRAGMENTS)), max_size=3),
)
def test_texts_with_slips_agree(text: str, slips: list[tuple[int, int, str]]) -> None:
    for at, lost, put in slips:
        place = at % (len(text) + 1)
        text = text[:place] + put + text[place + lost :]
    agree(text)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=12).map("".join))
def test_fragments_agree(text: str) -> None:
    agree(text)


def test_most_filings_take_the_fast_way() -> None:
    """The generator's texts stand for filings; a change that sends them the slow way would pass every other test."""
    taken: list[bool] = []

    @settings(max_examples=200, deadline=None, database=None, derandomize=True)
    @given(TYPED)
    def count(text: str) -> None:
        taken.append(agree(text))

    count()
    assert 2 * sum(taken) > len(taken)
