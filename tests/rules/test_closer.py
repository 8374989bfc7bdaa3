from __future__ import annotations

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.span import Span
from disclosure.rules.closer import closer


def made(slug: str, **arguments: str) -> Diagnostic:
    return closer(Diagnostic(slug, Span("a"), arguments))


def test_ten_thousand_times_is_a_slip_of_units() -> None:
    assert made("total-off", stated="82,000.00", derived="8.20").slug == "unit-slip"
    assert made("total-off", stated="9.20", derived="8.20").slug == "total-off"


def test_capitals_that_say_another_number_get_the_right_ones() -> None:
    found = made(
        "capitals-differ", stated="187,350.00", derived="187,356.00", unit="元", formula="壹拾捌万柒仟叁佰伍拾元整"
    )
    assert found.arguments["capitals"] == "壹拾捌万柒仟叁佰伍拾陆元整"
    assert found.arguments["said"] == "是 187,350.00元，小写是 187,356.00元"


def test_capitals_that_say_nothing_are_the_same_rule() -> None:
    found = made("capitals-unreadable", stated="陆元伍交角")
    assert (found.slug, found.arguments["text"], found.arguments["capitals"]) == ("capitals-differ", "陆元伍交角", "")
