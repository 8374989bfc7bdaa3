from __future__ import annotations

from datetime import date

from disclosure.basis.span import Span
from disclosure.rules.places import chain_of
from disclosure.rules.places import key_span
from disclosure.rules.places import posting_category
from disclosure.rules.places import profile_of
from disclosure.rules.places import shown_span
from tests.rules.hand import PATH
from tests.rules.hand import filing
from tests.rules.hand import place
from tests.rules.hand import shelf

HERE = shelf(places=(place("qinghe/shiqiao"), place("qinghe", profile="chongqing", hotline="0000-1")))


def test_places_up_to_the_county() -> None:
    assert [one.path for one in chain_of("qinghe/shiqiao", HERE)] == ["qinghe/shiqiao", "qinghe"]
    assert list(chain_of("elsewhere", HERE)) == []
    assert profile_of("qinghe/shiqiao", HERE) == "chongqing"
    assert profile_of("elsewhere", HERE) == ""


def test_where_a_key_stands() -> None:
    made = filing(
        keys={"posted_on": Span(PATH, 3, 7), "published_on": Span(PATH, 4, 7)},
        posted_on=date(2026, 4, 6),
        published_on=date(2026, 4, 5),
    )
    assert key_span(made, "window", "posted_on").line == 3
    assert key_span(made, "window") == Span(PATH)
    assert shown_span(made).line == 4


def test_a_category_as_it_binds_when_posted() -> None:
    made = filing()
    assert posting_category(made, HERE, date(2026, 4, 6)).id == made.category.id
