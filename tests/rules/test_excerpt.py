from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.exposure import find_personal
from disclosure.basis.span import Span
from disclosure.basis.text import display_width
from disclosure.board.model import Source
from disclosure.rules.excerpt import WIDTH
from disclosure.rules.excerpt import excerpt
from disclosure.rules.excerpt import veil
from tests.basis.invented import HAN
from tests.basis.invented import ID_CARDS
from tests.basis.invented import id_card
from tests.rules.hand import span_of


def shown(text: str, part: str, *secrets: str, sealed: bool = False, known: frozenset[str] = frozenset()) -> str:
    source = Source("a.yaml", text, tuple(span_of(text, secret) for secret in secrets), sealed)
    return excerpt(veil(source, known), span_of(text, part))


def test_caret_stands_below_what_is_wrong_counting_han_as_two() -> None:
    line, caret = shown("期间: 2026-03\n期末余额: 158,090.00\n", "158,090.00").split("\n")
    assert line == "期末余额: 158,090.00"
    assert caret == " " * 10 + "^" * 10


def test_caret_below_han_is_twice_as_wide() -> None:
    assert shown("类别: 财务", "财务").endswith("\n" + " " * 6 + "^^^^")


def test_personal_cells_are_covered_and_the_caret_still_fits() -> None:
    line, caret = shown("  王甲一 | 200.0.0", "200.0.0", "王甲一").split("\n")
    assert line == "  ●●● | 200.0.0"
    assert display_width(line[: line.index("2")]) == caret.index("^")


def test_a_number_of_a_person_never_shows_even_beside_the_fault() -> None:
    number = id_card("500113", date(1961, 3, 5), "012")
    assert number not in shown(f"注: {number} 与 1.2.3", "1.2.3")
    assert "●" in shown(f"注: {number} 与 1.2.3", number)


def test_marked_secrets_never_show_even_when_they_began_lines_above() -> None:
    text = "事由: |\n  【私:肺癌\n  晚期】 1.2.3\n"
    assert "晚期" not in shown(text, "1.2.3")
    assert "住院" not in shown("注: 【私:住院", "注")


def test_a_sealed_source_shows_nothing_but_known_words_and_punctuation() -> None:
    text = "户主: 王甲一, 金额: 1.2.3"
    line = shown(text, "1.2.3", sealed=True, known=frozenset(("户主", "金额"))).split("\n")[0]
    assert line == "户主: ●●●, 金额: ●●●●●"


def test_a_long_line_is_cut_around_the_caret() -> None:
    text = "行: " + "甲" * 300 + "误" + "乙" * 300
    line, caret = shown(text, "误").split("\n")
    assert display_width(line) <= WIDTH
    assert line.startswith("…")
    assert line.endswith("…")
    assert display_width(line[: line.index("误")]) == caret.index("^")


def test_nothing_can_steer_the_terminal() -> None:
    assert "\x1b" not in shown("注: a\x1b[31m\u202eb", "注")


def test_a_whole_file_or_a_foreign_place_has_no_line() -> None:
    source = veil(Source("a.yaml", "abc"))
    assert excerpt(source, Span("a.yaml")) == ""
    assert excerpt(source, Span("a.yaml", 9, 9, 90, 99)) == ""


@given(HAN, ID_CARDS, HAN, st.integers(0, 40))
def test_no_excerpt_of_any_text_leaks(before: str, number: str, after: str, at: int) -> None:
    text = f"{before}:{number}\n{after}"
    start = min(at, len(text) - 1)
    result = excerpt(veil(Source("a.yaml", text)), Span("a.yaml", 1, 1, start, start + 1))
    assert not [hit for hit in find_personal(result) if hit.kind == "id_card"]
