from __future__ import annotations

import itertools

import pytest
from hypothesis import assume
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from disclosure.basis.exposure import find_mailboxes
from disclosure.basis.exposure import find_personal
from disclosure.basis.exposure import find_unfiltered
from disclosure.basis.exposure import may_expose
from tests.basis.invented import BANK_CARDS
from tests.basis.invented import FOREIGN_CARDS
from tests.basis.invented import HAN
from tests.basis.invented import ID_CARDS
from tests.basis.invented import OLD_ID_CARDS
from tests.basis.invented import PHONES
from tests.basis.invented import SEPARATORS
from tests.basis.invented import WIDE
from tests.basis.invented import credit_code
from tests.basis.invented import with_luhn


def kinds(text: str) -> list[tuple[str, str]]:
    return [(hit.kind, text[hit.start : hit.end]) for hit in find_personal(text)]


def words(text: str) -> list[str]:
    return [typed for _, typed in kinds(text)]  # a card's digits may by chance be an ID number too


SENTENCES = ["{}", "编号:{}。", "索引号 {} 发文", "第{}号", "({})", "合计{}元", "{}\n2026年3月", "一、{};二、无"]

TRAPS = [
    "11500113009308802A",
    "11341730003260983A",
    "11341702003256386K",
    "11370321MB2859310R",
    "113417030032496887/202107-00021",
    "53262303000601000",
    "1100299",
    "2130705",
    "41132501",
    "〔2022〕399号",
    "023-61234567",
    "0576-85550100",
    "61234567",
    "400-888-1234",
    "4008881234",
    "12317",
    "20260315001",
    "2026031500100012",
    "1,234,567,890,123",
    "13,812,345,678.00",
    "13812345678.50",
    "106.5512345678",
    "29.138123456789",
    "106.6212345678901234",
    "0.13812345678",
    "DN100",
    "2020-500113-48-03-123456",
    "2020-620102-48-03-123456",
    "15000-180000",
    "15000—180000元",
    "138123456789",
    "T13812345678",
    "记13812345678a",
    "150 2026-03-05",
    "电话费 150 2026-03-05",
    "孙家村 12 135 4200 5600 33",
    "2023828",
    "2026-03-05 12,000.00",
    "t20230828_1234567.html",
    "113417030032496887",
]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("trap", TRAPS)
def test_codes_that_only_look_like_numbers_of_persons_are_passed_over(trap: str, sentence: str) -> None:
    assert kinds(sentence.format(trap)) == []


@pytest.mark.parametrize("prefix", ["20", "2026", "500113", "34", "1100", "532623", "4113251012"])
@given(rest=st.text("0123456789", min_size=16, max_size=16), size=st.integers(12, 19))
@settings(max_examples=40)
def test_codes_with_a_right_luhn_digit_are_no_cards(prefix: str, rest: str, size: int) -> None:
    number = with_luhn((prefix + rest)[: size - 1])
    assert all(kind != "bank_card" for kind, _ in kinds(f"编码{number}号"))


@given(st.text("0123456789", min_size=9, max_size=9), st.sampled_from(["91500113", "54500113", "11341702"]))
def test_social_credit_codes_are_passed_over(rest: str, head: str) -> None:
    code = credit_code(head + rest)
    assume(not code[-1].isdigit() and code[-1] != "X")
    assert kinds(f"统一社会信用代码{code}") == []


def scatter(number: str, breaks: list[tuple[int, str]]) -> str:
    for place, separator in sorted(breaks, reverse=True):
        number = number[:place] + separator + number[place:]
    return number


@given(
    HAN,
    ID_CARDS,
    st.lists(st.tuples(st.integers(1, 17), st.sampled_from(SEPARATORS)), max_size=6, unique_by=lambda b: b[0]),
    st.booleans(),
    HAN,
)
def test_an_id_card_is_found_however_it_is_broken(
    before: str, number: str, breaks: list[tuple[int, str]], wide: bool, after: str
) -> None:
    typed = scatter(number.translate(WIDE) if wide else number, breaks)
    assert kinds(before + typed + after) == [("id_card", typed)]


@given(
    ID_CARDS,
    st.sampled_from(["3 ", "12. ", "2026-03-05 ", "1,"]),
    st.sampled_from([" 138", " 2026-03-05", ",5", ".", "x"]),
)
def test_an_id_card_is_found_among_other_numbers(number: str, before: str, after: str) -> None:
    assert ("id_card", number) in kinds(before + number + after)


@given(HAN, OLD_ID_CARDS, st.sampled_from(["", " ", "-"]), HAN)
def test_an_old_id_card_is_found(before: str, number: str, link: str, after: str) -> None:
    typed = link.join((number[:6], number[6:12], number[12:]))
    assert kinds(before + typed + after) == [("id_card", typed)]


def fours(number: str, link: str) -> str:
    return link.join(number[at : at + 4] for at in range(0, len(number), 4))


@given(HAN, BANK_CARDS, st.sampled_from(["", *SEPARATORS]), st.booleans(), HAN)
def test_a_bank_card_is_found_in_fours(before: str, number: str, link: str, wide: bool, after: str) -> None:
    typed = fours(number.translate(WIDE) if wide else number, link)
    assert words(before + typed + after) == [typed]


@given(
    BANK_CARDS,
    st.lists(st.tuples(st.integers(1, 15), st.sampled_from(SEPARATORS)), max_size=5, unique_by=lambda b: b[0]),
)
def test_a_bank_card_that_is_announced_is_found_however_it_is_broken(
    number: str, breaks: list[tuple[int, str]]
) -> None:
    typed = scatter(number, breaks)
    assert words(f"卡号:{typed}。") == [typed]


def test_a_foreign_brand_unannounced_must_not_look_like_a_division_code() -> None:
    parcel, card = with_luhn("411325101204001"), with_luhn("436742101204001")
    assert kinds(parcel) == kinds(fours(parcel, "-")) == kinds(fours(card, " ")) == []
    assert kinds(f"卡号{parcel}") == [("bank_card", parcel)]
    assert kinds(card) == [("bank_card", card)]
    assert words(fours(card, "-")) == [fours(card, "-")]


@given(FOREIGN_CARDS, st.sampled_from(["", "-", " "]))
def test_a_foreign_brand_is_found_when_announced(number: str, link: str) -> None:
    typed = fours(number, link)
    assert kinds(f"银行卡 {typed}") == [("bank_card", typed)]


@given(
    HAN,
    PHONES,
    st.sampled_from([(), (3, 7), (3,), tuple(range(1, 11))]),
    st.sampled_from(["-", " ", "\u3000", "－"]),
    st.booleans(),
    HAN,
)
def test_a_phone_is_found_as_phones_are_written(
    before: str, number: str, cuts: tuple[int, ...], link: str, wide: bool, after: str
) -> None:
    typed = scatter(number.translate(WIDE) if wide else number, [(cut, link) for cut in cuts])
    assert kinds(before + typed + after) == [("phone", typed)]


@given(PHONES, st.integers(1, 10), st.sampled_from(SEPARATORS))
def test_a_phone_that_is_announced_is_found_however_it_is_broken(number: str, cut: int, link: str) -> None:
    typed = scatter(number, [(cut, link)])
    assume(link != "." or cut == 11)
    assert kinds(f"电话:{typed}") == [("phone", typed)]


@given(PHONES, PHONES)
def test_phones_in_a_row(one: str, two: str) -> None:
    for link in (",", "、", "/", "\n", " ", "-", ";"):
        assert kinds(f"{one}{link}{two}") == [("phone", one), ("phone", two)]
    spoken = [f"{number[:3]} {number[3:7]} {number[7:]}" for number in (one, two)]
    assert kinds(" ".join(spoken)) == [("phone", spoken[0]), ("phone", spoken[1])]


@given(PHONES)
def test_phones_beside_other_things(number: str) -> None:
    spoken = f"{number[:3]} {number[3:7]} {number[7:]}"
    for text, typed in (
        (f"3.{number}", number),
        (f"tel{number}", number),
        (f"+86 {number}", number),
        (f"+86 {spoken}", spoken),
        (f"+86{number}", f"86{number}"),
        (f"0086{number}", f"0086{number}"),
        (f"023-61234567 {number}", number),
        (f"王小明_{number}.jpg", number),
        (number[:5] + "\u200b" + number[5:], number[:5] + "\u200b" + number[5:]),
    ):
        assert kinds(text) == [("phone", typed)]
    assert kinds(f"86{number}") == []
    assert kinds(f"{number}0") == []
    assert kinds(f"x{number}") == []


NOISE = st.text(st.sampled_from(list("0123456789０１９X. -—\u3000\u200b,、|村\n·")), max_size=80)


@given(NOISE)
@settings(max_examples=400)
def test_the_cheap_test_never_hides_what_the_full_rule_finds(text: str) -> None:
    if find_unfiltered(text):
        assert may_expose(text)
        assert may_expose(text.encode())


@given(
    HAN,
    st.one_of(ID_CARDS, BANK_CARDS, PHONES),
    st.lists(st.tuples(st.integers(1, 10), st.sampled_from(SEPARATORS)), max_size=4),
)
def test_the_cheap_test_lets_every_real_number_through(before: str, number: str, breaks: list[tuple[int, str]]) -> None:
    assert may_expose(before + scatter(number, breaks))


@given(NOISE)
def test_findings_stand_in_order_and_apart(text: str) -> None:
    found = find_personal(text)
    assert all(one.end <= two.start for one, two in itertools.pairwise(found))


def test_the_cheap_test_survives_broken_text() -> None:
    assert not may_expose("\ud800村里的路灯维修费用")


def test_mailboxes() -> None:
    text = "请发至 12345678@qq.example 或 office@village.example"
    assert [text[hit.start : hit.end] for hit in find_mailboxes(text)] == ["12345678@qq.example"]
    assert find_mailboxes("没有邮箱") == []
