from __future__ import annotations

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from disclosure.basis.exposure import find_personal
from disclosure.rules.scan import hits_in
from tests.basis.invented import BANK_CARDS
from tests.basis.invented import HAN
from tests.basis.invented import ID_CARDS
from tests.basis.invented import PHONES

NUMBERS = st.one_of(ID_CARDS, BANK_CARDS, PHONES, st.sampled_from(["0000-6123380", "1,234.56", "12", "０１２３"]))
GAPS = st.sampled_from(["\n", "\n  ", "\r\n", "\n\n", " ", "-", "", "|", "卡号: ", "\n- ", "\u2066", "\u200e", "\u2028", "\ufe0f", "\u202f"])


@st.composite
def broken(draw: st.DrawFn) -> str:
    """A number with a gap somewhere in it."""
    number = draw(NUMBERS)
    at = draw(st.integers(0, len(number)))
    return number[:at] + draw(GAPS) + number[at:]


@settings(max_examples=400)
@given(st.lists(st.one_of(broken(), NUMBERS, HAN, GAPS), max_size=10))
def test_it_finds_what_the_full_rule_finds(parts: list[str]) -> None:
    text = "".join(parts)
    assert hits_in(text) == find_personal(text)
