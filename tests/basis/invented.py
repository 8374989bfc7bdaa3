"""Numbers of invented persons, built with their check digits so that no file holds a valid one."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9F00), max_size=12)
DIGITS = "0123456789"
WIDE = str.maketrans(DIGITS + "X", "０１２３４５６７８９Ｘ")
SEPARATORS = [" ", "-", "\u3000", "－", ".", "·", "—", "\u00a0"]


def id_card(region: str, birth: date, serial: str) -> str:
    """An 18-character ID number with its check digit."""
    body = f"{region}{birth:%Y%m%d}{serial}"
    weights = [2 ** (17 - place) % 11 for place in range(17)]
    rest = sum(int(digit) * weight for digit, weight in zip(body, weights, strict=True)) % 11
    return body + DIGITS[(12 - rest) % 11] if (12 - rest) % 11 < 10 else body + "X"


def with_luhn(body: str) -> str:
    """Digits followed by their Luhn check digit."""
    total = 0
    for place, digit in enumerate(reversed(body)):
        double = int(digit) * 2 if place % 2 == 0 else int(digit)
        total += double - 9 if double > 9 else double
    return body + str(-total % 10)


ID_CARDS = st.builds(
    id_card,
    st.sampled_from(["500113", "110101", "341702", "620102", "513221", "370321"]),
    st.dates(date(1920, 1, 1), date(2020, 12, 31)),
    st.integers(1, 999).map("{:03}".format),
)
OLD_ID_CARDS = st.builds(
    lambda region, birth, serial: f"{region}{birth:%y%m%d}{serial:03}",
    st.sampled_from(["500113", "110101", "341702"]),
    st.dates(date(1920, 1, 1), date(1999, 12, 31)),
    st.integers(1, 999),
)
BANK_CARDS = st.builds(
    lambda prefix, size, rest: with_luhn((prefix + rest)[: size - 1]),
    st.sampled_from(["621", "622848", "6013", "955880", "623"]),
    st.integers(16, 19),
    st.text(DIGITS, min_size=18, max_size=18),
)
FOREIGN_CARDS = st.builds(
    lambda prefix, rest: with_luhn((prefix + rest)[:15]),
    st.sampled_from(["436742", "4563", "5187", "5588"]),
    st.text(DIGITS, min_size=15, max_size=15),
)
PHONES = st.builds(
    lambda head, rest: f"1{head}{rest}", st.sampled_from("3456789"), st.text(DIGITS, min_size=9, max_size=9)
)


def credit_code(body: str) -> str:
    """A unified social credit code: 17 given characters and the check character of GB 32100."""
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    total = sum(alphabet.index(character) * pow(3, place, 31) for place, character in enumerate(body))
    return body + alphabet[(31 - total % 31) % 31]
