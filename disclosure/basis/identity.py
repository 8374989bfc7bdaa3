"""What makes digits the number of an ID card, a bank card or a mobile phone: prefixes, dates, lengths, check digits."""

from __future__ import annotations

import re
from datetime import date

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_PROVINCE = "(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)"
_SHAPE = re.compile(rf"{_PROVINCE}(?!00)[0-9]{{13}}(?:[0-9]{{2}}[0-9X])?")


def check_digit(seventeen: str) -> str:
    """Return the check digit (0-9 or X) that GB 11643 gives to the first seventeen digits of an ID number."""
    return _CHECKS[sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, seventeen, strict=True)) % 11]


def is_id_card(digits: str) -> bool:
    """Tell whether 18 (or old 15) characters are an ID number: province, birth date, and for 18 the check digit."""
    if not _SHAPE.fullmatch(digits):
        return False
    if len(digits) == 15:
        return _is_birthday("19" + digits[6:12])
    return _is_birthday(digits[6:14]) and check_digit(digits[:17]) == digits[17]


def _is_birthday(digits: str) -> bool:
    if not "1900" <= digits[:4] <= "2099":
        return False
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return True


# Issuer prefixes with the lengths of their cards: UnionPay and older domestic cards, then the foreign brands.
_DOMESTIC = re.compile(r"62[0-9]{14,17}|60[123][0-9]{13,16}|955[0-9]{13,16}|9[48][04][0-9]{13,16}|690755[0-9]{9,12}")
_FOREIGN = re.compile(r"4[0-9]{15}|4[0-9]{18}|5[1-5][0-9]{14}|35(?:2[89]|[3-8][0-9])[0-9]{12}|3[47][0-9]{13}")


def is_foreign_brand(digits: str) -> bool:
    """Tell whether digits begin and count as a card of Visa, Mastercard, JCB or American Express."""
    return _FOREIGN.fullmatch(digits) is not None


def luhn(digits: str) -> bool:
    """Tell whether the last digit is the Luhn check digit of the others."""
    total = sum(int(digit) for digit in digits[-1::-2])
    total += sum(sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return total % 10 == 0


def is_bank_card(digits: str) -> bool:
    """Tell whether 15 to 19 digits have an issuer's prefix with its length, and a right Luhn digit."""
    return bool(_DOMESTIC.fullmatch(digits) or _FOREIGN.fullmatch(digits)) and luhn(digits)


_PHONE = re.compile(r"1[3-9][0-9]{9}")


def is_phone(digits: str) -> bool:
    """Tell whether the digits are a mobile number: eleven of them, from 13 to 19."""
    return _PHONE.fullmatch(digits) is not None
