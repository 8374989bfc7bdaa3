from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from disclosure.basis.exposure import find_personal
from disclosure.rules.scan import hits_in
from tests.basis.invented import BANK_CARDS
from tests.basis.invented import HAN
from tests.basis.invented import ID_CARDS
from tests.basis.invented import PHONES
from tests.basis.invented import id_card

LETTERED = st.dates(date(1920, 1, 1), date(2020, 12, 31)).map(
    lambda birth: next(card for serial in range(999) if (card := id_card("500113", birth, f"{serial:03}")).endswith("X"))
)
NUMBERS = st.one_of(ID_CARDS, LETTERED, BANK_CARDS, PHONES, st.sampled_from(["0000-6123380", "1,234.56", "12", "０１２３"]))
GAPS = st.sampled_from(["\n", "\n  ", "\r\n", "\n\n", " ", "-", "", "|", "卡号: ", "\n- ", "\u2066", "\u200e", "\u2028", "\ufe0f", "\u202f"])


@st.composite
def broken(draw: st.DrawFn) -> str:
    """A number with a gap somewhere in it."""
    number = draw(NUMBERS)
    at = draw(st.one_of(st.integers(0, len(number)), st.just(len(number) - 1)))
    return number[:at] + draw(GAPS) + number[at:]


@settings(max_examples=400)
@given(st.lists(st.one_of(broken(), NUMBERS, HAN, GAPS), max_size=10))
def test_it_finds_what_the_full_rule_finds(parts: list[str]) -> None:
    text = "".join(parts)
    assert list(hits_in(text)) == find_personal(text)
