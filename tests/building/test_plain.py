"""What goes into the cache comes out the same, and nothing private goes in."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.basis.diagnostic import Subject
from disclosure.basis.private import Private
from disclosure.basis.span import Span
from disclosure.board.flow import Flow
from disclosure.board.flow import Promise
from disclosure.board.flow import Term
from disclosure.building.manifest import Record
from disclosure.building.plain import from_plain
from disclosure.building.plain import to_plain
from disclosure.building.task import PlaceResult

SIMPLE = st.none() | st.booleans() | st.integers() | st.text() | st.dates() | st.decimals(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(SIMPLE, lambda inner: st.lists(inner, max_size=4).map(tuple) | st.dictionaries(st.text(), inner, max_size=4))


@given(VALUES)
def test_plain_values_come_back(value: object) -> None:
    assert from_plain(to_plain(value)) == value


def test_records_come_back() -> None:
    span = Span("a.yaml", 3, 4, 10, 12)
    found = Diagnostic("total-off", span, {"stated": Decimal("1.20"), "on": date(2026, 1, 2)}, (Related(span, "第1行"),), subject=Subject("a/b"))
    result = PlaceResult("a/b", (), (found,), (Record("index.html", "ab", 3, "page", "site"),), 7, date(2026, 1, 1), None)
    assert from_plain(to_plain(result)) == result


def test_what_briefs_keep_of_a_filing_comes_back() -> None:
    span = Span("a.yaml", 3, 4, 10, 12)
    kept = (
        Term("1", span, date(2026, 8, 31)),
        Promise("", span, date(2026, 8, 31), "厕所改造"),
        Flow("given", "a/b", "", "subs.arable", "耕地补贴", Decimal("1.20"), span),
    )
    assert from_plain(to_plain(kept)) == kept


def test_nothing_private_is_kept() -> None:
    with pytest.raises(TypeError):
        to_plain({"name": Private("某某")})
    with pytest.raises(TypeError):
        to_plain(Diagnostic("x", Span("a"), {"name": Private("某某")}))
