from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.span import Span
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.board.model import Waiver
from disclosure.rules.waivers import excused
from disclosure.rules.waivers import granted
from disclosure.rules.waivers import refusals
from tests.rules.hand import CATEGORY
from tests.rules.hand import filing
from tests.rules.hand import place
from tests.rules.hand import shelf

DAY = date(2027, 3, 31)


def made(rule: str, reason: str = "会计住院", until: date | None = DAY, **fields: Any) -> tuple[Filing, Shelf]:
    one = filing(waivers=(Waiver(rule, reason, until, Span("a", 5)),), **fields)
    return one, shelf(one)


def test_a_waiver_with_a_reason_excuses_until_its_day() -> None:
    assert granted(*made("late-filing")) == (("late-filing", DAY),)
    assert granted(*made("公开晚了", until=None)) == (("late-filing", date.max),)
    assert not list(refusals(*made("late-filing")))


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        ("late-filing", ""),
        ("nonsense", "会计住院"),
        ("id-card-exposed", "会计住院"),
        ("total-off", "会计住院"),
        ("FIN", "急"),
    ],
)
def test_a_waiver_that_excuses_nothing_says_why(rule: str, reason: str) -> None:
    assert not granted(*made(rule, reason))
    (found,) = refusals(*made(rule, reason))
    assert (found.slug, found.span.line) == ("waiver-refused", 5)
    assert found.arguments["reason"]


def test_what_the_law_asks_for_only_the_township_may_excuse() -> None:
    essential = replace(CATEGORY, essential=True)
    assert not granted(*made("late-filing", category=essential))
    one, _ = made("late-filing", category=essential)
    assert granted(one, shelf(one, places=(place(level="township"),)))


def test_only_the_named_finding_is_excused() -> None:
    late, missing = Diagnostic("late-filing", Span("a")), Diagnostic("not-dated", Span("a"))
    assert excused(late, (("late-filing", DAY), ("late-filing", date(2026, 1, 1)))).waived_until == DAY
    assert excused(missing, (("late-filing", DAY),)).waived_until is None
