from __future__ import annotations

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.span import Span
from disclosure.rules.closer import closer


def made(slug: str, **arguments: str) -> Diagnostic:
    return closer(Diagnostic(slug, Span("a"), arguments))


def test_ten_thousand_times_is_a_slip_of_units() -> None:
    assert made("total-off", stated="82,000.00", derived="8.20").slug == "unit-slip"
    assert made("total-off", stated="9.20", derived="8.20").slug == "total-off"
