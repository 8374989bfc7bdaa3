from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.identity import check_digit
from disclosure.basis.identity import is_bank_card
from disclosure.basis.identity import is_foreign_brand
from disclosure.basis.identity import is_id_card
from disclosure.basis.identity import is_phone
from disclosure.basis.identity import luhn
from tests.basis.invented import BANK_CARDS
from tests.basis.invented import FOREIGN_CARDS
from tests.basis.invented import ID_CARDS
from tests.basis.invented import OLD_ID_CARDS
from tests.basis.invented import PHONES


@given(ID_CARDS)
def test_an_id_number_and_no_other_last_digit(number: str) -> None:
    assert is_id_card(number)
    assert check_digit(number[:17]) == number[17]
    assert not any(is_id_card(number[:17] + last) for last in "0123456789X" if last != number[17])


@given(OLD_ID_CARDS)
def test_old_numbers(number: str) -> None:
    assert is_id_card(number)
    assert not is_id_card(number[:8] + "13" + number[10:])


@given(ID_CARDS)
def test_province_and_birthday_must_be_possible(number: str) -> None:
    for wrong in ("20" + number[2:17], number[:6] + "1812" + number[10:17], number[:10] + "0230" + number[14:17]):
        assert not is_id_card(wrong + check_digit(wrong))
    assert not is_id_card(number[:16] + "X" + number[17])


@given(st.one_of(BANK_CARDS, FOREIGN_CARDS), st.integers(1, 9))
def test_one_wrong_digit_is_no_card(number: str, shift: int) -> None:
    assert is_bank_card(number)
    wrong = number[:-1] + str((int(number[-1]) + shift) % 10)
    assert not luhn(wrong)
    assert not is_bank_card(wrong)


@given(FOREIGN_CARDS)
def test_foreign_brands(number: str) -> None:
    assert is_foreign_brand(number)
    assert not is_foreign_brand("62" + number[2:])


@given(PHONES)
def test_phones(number: str) -> None:
    assert is_phone(number)
    assert not is_phone("12" + number[2:])
    assert not is_phone(number + "0")
