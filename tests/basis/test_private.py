from __future__ import annotations

import copy
import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.private import HIDDEN
from disclosure.basis.private import Private
from disclosure.basis.private import find_personal
from disclosure.basis.private import mask_name
from disclosure.basis.private import mask_person
from disclosure.basis.private import scrub
from disclosure.basis.private import scrub_path
from disclosure.basis.private import strip_secret
from tests.basis.invented import BANK_CARDS
from tests.basis.invented import HAN
from tests.basis.invented import ID_CARDS
from tests.basis.invented import PHONES

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉红玲鑫琳浩宇晨"
NAMES = st.builds(lambda one, rest: one + rest, st.sampled_from(SURNAMES), st.text(GIVEN, min_size=1, max_size=3))


@pytest.mark.parametrize(
    ("name", "mask"),
    [
        ("王小明", "王*明"),
        ("王明", "王*"),
        ("欧阳小明", "欧**明"),
        ("王 明", "王*"),
        ("王", "*"),
        ("", ""),
        ("阿依·古丽", "阿***丽"),
    ],
)
def test_mask_name(name: str, mask: str) -> None:
    assert mask_name(name) == mask


@pytest.mark.parametrize(
    ("text", "mask"),
    [
        ("王小明、李国强", "王*明、李*强"),
        ("王小明 李国强", "王*明 李*强"),
        ("王小明等5人", "王*明等5人"),
        ("王小明(李强代领)", "王*明"),
        ("清河镇石滩村村民委员会", "清河镇石滩村村民委员会"),
        ("渝东建材有限公司", "渝东建材有限公司"),
        ("王小明,李强;张三丰/赵六", "王*明,李*;张*丰/赵*"),
        ("", ""),
    ],
)
def test_mask_person(text: str, mask: str) -> None:
    assert mask_person(text) == mask


@given(st.lists(NAMES, min_size=1, max_size=6), st.sampled_from(["、", ",", " ", ";", "/", "\n"]))
def test_a_mask_never_leaks_a_name(names: list[str], link: str) -> None:
    masked = mask_person(link.join(names))
    assert masked.count("*") == sum(max(1, len(name) - 2) for name in names)
    assert not any(name in masked for name in names)


@given(st.text(min_size=1, max_size=20))
def test_a_mask_never_leaks_the_middle(name: str) -> None:
    masked = mask_name(name)
    assert len(masked) <= len(name)
    assert set(masked[1:-1]) <= {"*"}


@given(HAN.filter(bool), st.sampled_from(["●●●", "王*明"]))
def test_private_shows_its_mask_only(secret: str, mask: str) -> None:
    value = Private("密" + secret, mask)
    shown = [str(value), repr(value), f"{value}", f"{value:>10}", "%s" % value, str([value]), str({"a": (value,)})]  # noqa: UP031
    assert all("密" not in text and mask in text for text in shown)
    assert value.mask == mask
    assert value.reveal() == "密" + secret


def test_private_is_a_value() -> None:
    one, two = Private("王小明", "王*明"), Private("王小明")
    assert one == two
    assert hash(one) == hash(two)
    assert one != Private("李强")
    assert one != "王小明"
    with pytest.raises(AttributeError):
        one.mask_it = "x"
    with pytest.raises(TypeError):
        json.dumps(one)


def test_private_crosses_processes() -> None:
    one = Private(("王小明", 3), "王*明")
    again = pickle.loads(pickle.dumps(one))
    assert (again, again.mask, copy.deepcopy(one).reveal()) == (one, "王*明", ("王小明", 3))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("因【私:肺癌】住院", f"因{HIDDEN}住院"),
        ("【私：残疾】和【 私 : 重病】", f"{HIDDEN}和{HIDDEN}"),
        ("没有写完【私:肺癌", f"没有写完{HIDDEN}"),
        ("【公:灯】私", "【公:灯】私"),
        ("路灯", "路灯"),
    ],
)
def test_strip_secret(text: str, shown: str) -> None:
    assert strip_secret(text) == shown


@given(
    HAN,
    st.lists(st.one_of(ID_CARDS, BANK_CARDS, PHONES), min_size=1, max_size=3),
    st.sampled_from(["、", " ", "村", "\n"]),
    HAN,
)
def test_scrub_leaves_nothing_to_find(before: str, numbers: list[str], link: str, after: str) -> None:
    text = before + link.join(numbers) + after
    clean = scrub(text)
    assert len(clean) == len(text)
    assert not any(number in clean for number in numbers)
    assert find_personal(clean) == []


def test_scrub_leaves_the_rest_alone() -> None:
    assert scrub("支出6,210.00元") == "支出6,210.00元"


@given(PHONES)
def test_scrub_path(number: str) -> None:
    assert scrub_path(f"清河镇/王某-{number}.xlsx") == f"清河镇/王某-{'●' * 11}.xlsx"
