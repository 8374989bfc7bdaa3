from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from disclosure.basis.accounts import accounts_in
from disclosure.basis.accounts import find_accounts
from disclosure.basis.accounts import find_under_heads
from disclosure.basis.accounts import is_account_label
from disclosure.basis.office import without_persons
from disclosure.basis.private import scrub

LABELS = [
    "社保卡号：",
    "存折号: ",
    "一卡通号 ",
    "一卡通账号=",
    "账号为",
    "卡号(农商行)：",
    "社会保障卡号：",
    "残疾证号：",
    "银行账户 ",
]


@pytest.mark.parametrize("label", LABELS)
@settings(deadline=None, max_examples=40)
@given(digits=st.text("0123456789", min_size=9, max_size=19), between=st.sampled_from(["", " ", "-", "－"]))
def test_digits_behind_their_label_are_an_account_however_broken(label: str, digits: str, between: str) -> None:
    typed = between.join(digits[at : at + 4] for at in range(0, len(digits), 4))
    text = f"注: 打到王甲一，{label}{typed}，请核对"
    (found,) = find_accounts(text)
    assert text[found.start : found.end] == typed
    assert not any(digit in scrub(text) for digit in set(digits))
    assert not any(digit in without_persons(text) for digit in set(digits))


def test_letters_may_stand_before_the_digits() -> None:
    (found,) = find_accounts("社保卡号：C12345678")
    assert (found.kind, found.start) == ("account", 5)


@pytest.mark.parametrize(
    "text",
    [
        "账号：6217****1234", "卡号：2012 **** **** 7890", "卡号末四位 7890", "账号余额 12,345,678.00", "账号 12,345,678.00", "凭证号: 记-001 12345678",
        "一卡通 2026-08-24 发放", "存折: 20260824", "打到一卡通 1234567890.50 元", "文号：农发〔2026〕12号", "银行存款 12345678", "医保缴费 20260315001",
        "账号：201234567890（户名：石桥村股份经济合作社）", "户名：青禾镇财政所，账号：201234567890", "卡号\n12345678", "索引号: 11500113009308802A",
    ],
)  # fmt: skip
def test_what_only_looks_like_an_account_stays_silent(text: str) -> None:
    assert find_accounts(text) == []


def test_a_persons_account_counts_though_an_office_is_named_beside_it() -> None:
    assert len(find_accounts("收款人王甲一，开户行：青禾信用社，账号：201234567890")) == 1


@pytest.mark.parametrize(
    ("label", "is_one"),
    [
        ("一卡通账号", True),
        ("社保卡号", True),
        ("存折号码", True),
        ("账号末四位", False),
        ("卡号后四位", False),
        ("凭证号", False),
        ("账户名称", False),
        ("银行存款", False),
    ],
)
def test_heads_of_account_columns(label: str, is_one: bool) -> None:
    assert is_account_label(label) == is_one


def test_cells_under_such_a_head() -> None:
    assert [(hit.start, hit.end) for hit in accounts_in("2012 3456 7890")] == [(0, 14)]
    assert (
        accounts_in("7890")
        == accounts_in("2012****7890")
        == accounts_in("12,345,678.00")
        == accounts_in("2026-08-24")
        == []
    )


@pytest.mark.parametrize(("mark", "commas"), [("|", False), ("\t", False), (",", True)])
def test_columns_of_texts_nobody_read_into_tables(mark: str, commas: bool) -> None:
    text = "\n".join(
        mark.join(cells)
        for cells in (["户主", "存折号", "金额"], ["王甲一", "201234567890", "200"], ["合作社", "201234567891", "3"])
    )
    (found,) = find_under_heads(f"表: |\n{text}\n", commas=commas)
    assert f"表: |\n{text}\n"[found.start : found.end] == "201234567890"
    assert find_under_heads("组别 | 金额\n一组 | 201234567890") == []
