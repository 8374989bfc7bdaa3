from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.digest import canonical_json
from disclosure.basis.digest import check_code
from disclosure.basis.digest import sha256
from disclosure.basis.private import Private
from disclosure.basis.values import Absent

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)


@dataclass(frozen=True, slots=True)
class Road:
    name: str
    cost: Decimal
    built: date


@given(PLAIN)
def test_it_is_json_and_the_order_of_keys_is_irrelevant(value: object) -> None:
    data = canonical_json(value)
    assert json.loads(data) == value
    if isinstance(value, dict):
        assert canonical_json(dict(reversed(value.items()))) == data


def test_records_decimals_dates() -> None:
    road = Road("石滩路", Decimal("1200.50"), date(2026, 3, 5))
    assert (
        canonical_json({"b": (road, Absent.NONE), "a": 1})
        == '{"a":1,"b":[{"built":"2026-03-05","cost":"1200.50","name":"石滩路"},"无"]}'.encode()
    )
    assert canonical_json(Decimal("1E+3")) == b'"1000"'


@pytest.mark.parametrize("value", [1.5, {1: 2}, {"a": Private("王小明")}, object(), Road, {"a"}])
def test_what_has_no_canonical_form(value: object) -> None:
    with pytest.raises(TypeError):
        canonical_json(value)


@given(st.binary())
def test_check_code(data: bytes) -> None:
    digest = sha256(data)
    assert digest == hashlib.sha256(data).hexdigest()
    code = check_code(digest)
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}", code)
    assert check_code(digest[:15] + "0" * 49) == code


def test_check_code_of_known_digests() -> None:
    assert check_code("0" * 64) == "0000-0000-0000"
    assert check_code("f" * 64) == "ZZZZ-ZZZZ-ZZZZ"
    assert check_code("00000000000000f" + "0" * 49) == "0000-0000-000F"
