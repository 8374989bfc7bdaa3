from __future__ import annotations

from dataclasses import replace
from datetime import date
from datetime import timedelta
from typing import Any

import pytest

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Subject
from disclosure.basis.span import Span
from disclosure.board.model import Brief
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.board.model import Waiver
from disclosure.rules.finding import sentence
from disclosure.rules.registry import rule_of
from disclosure.rules.waivers import excused
from disclosure.rules.waivers import granted
from disclosure.rules.waivers import idle
from disclosure.rules.waivers import refusals
from disclosure.views.brief import brief as brief_of
from tests.rules.hand import CATEGORY
from tests.rules.hand import filing
from tests.rules.hand import place
from tests.rules.hand import shelf

DAY = date(2027, 3, 31)


def made(rule: str, reason: str = "会计住院", until: date | None = DAY, **fields: Any) -> tuple[Filing, Shelf]:
    one = filing(waivers=(Waiver(rule, reason, until, Span("a", 5)),), **fields)
    return one, shelf(one)


def test_a_waiver_with_a_reason_excuses_until_its_day() -> None:
    assert granted(*made("late-filing")) == (("late-filing", DAY, 5, 1),)
    assert granted(*made("公开晚了", until=None)) == (("late-filing", date.max, 5, 1),)
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


@pytest.mark.parametrize(
    ("rule", "reason", "cure"),
    [
        ("late-filing", "", "写上原因，如：\n豁免:\n  - {规则: late-filing, 原因: （照实写一句）, 至: 2027-03-31}"),
        ("id-card-exposed", "", "把「露出了身份证号」指出的地方改正，再删去这一条豁免。"),
        ("total-off", "会计住院", "把「合计和各行加起来不一样」指出的地方改正，再删去这一条豁免。"),
        ("FIN", "会计住院", "把不能豁免的改正；「FIN」里能豁免的，一条一条写规则名。"),
        ("late-filling", "会计住院", "「late-filling」改成检查结果里印出的规则名，全部规则见 python build.py list rules。是不是想写「late-filing」？"),
    ],
)
def test_the_cure_is_for_this_very_waiver(rule: str, reason: str, cure: str) -> None:
    (found,) = refusals(*made(rule, reason))
    assert sentence(rule_of("waiver-refused").rule.help, found.arguments) == cure


def test_what_the_township_decides_is_not_to_be_waived_in_the_village() -> None:
    (found,) = refusals(*made("late-filing", category=replace(CATEGORY, essential=True)))
    assert sentence(rule_of("waiver-refused").rule.help, found.arguments).endswith("报乡镇决定。")


def test_what_the_law_asks_for_only_the_township_may_excuse() -> None:
    essential = replace(CATEGORY, essential=True)
    assert not granted(*made("late-filing", category=essential))
    one, _ = made("late-filing", category=essential)
    assert granted(one, shelf(one, places=(place(level="township"),)))


def test_only_the_named_finding_is_excused() -> None:
    late, missing = Diagnostic("late-filing", Span("a")), Diagnostic("not-dated", Span("a"))
    assert excused(late, (("late-filing", DAY, 5, 1), ("late-filing", date(2026, 1, 1), 6, 1))).waived_until == DAY
    assert excused(missing, (("late-filing", DAY, 5, 1),)).waived_until is None


def brief(rule: str = "late-filing", until: date = DAY) -> Brief:
    here = shelf(filing())
    return replace(brief_of(filing(), here), waivers=((rule, until, 5, 3),))


def late(told: Brief, until: date | None = DAY) -> Diagnostic:
    return Diagnostic("late-filing", Span(told.path), subject=Subject(filing_id=told.filing_id), waived_until=until)


def test_a_waiver_in_use_is_no_finding() -> None:
    told = brief()
    assert not list(idle([told], [late(told)], DAY))


def test_a_waiver_that_excuses_nothing_is_found_where_it_stands() -> None:
    told = brief()
    (found,) = idle([told], [late(told, None)], DAY)
    assert (found.slug, found.span.path, found.span.line, found.span.column) == ("waiver-unused", told.path, 5, 3)


def test_a_waiver_whose_day_is_over_is_found() -> None:
    told = brief()
    (found,) = idle([told], [late(told)], DAY + timedelta(days=1))
    assert (found.slug, found.arguments["until"]) == ("waiver-expired", DAY.isoformat())


def test_a_waiver_of_a_family_is_idle_only_when_all_of_it_is() -> None:
    told = replace(brief(), waivers=(("late-filing", DAY, 5, 3), ("not-on-board", DAY, 5, 3)))
    assert not list(idle([told], [late(told)], DAY))
