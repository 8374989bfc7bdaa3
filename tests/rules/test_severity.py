from __future__ import annotations

import pytest

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.span import Span
from disclosure.rules.registry import all_rules
from disclosure.rules.severity import matches
from disclosure.rules.severity import rank
from disclosure.rules.severity import severity_of
from disclosure.rules.severity import unknown_selectors
from disclosure.rules.severity import wanted


def severity(slug: str, policy: dict[str, str] | None = None, issuer: str = "") -> str:
    return severity_of(Diagnostic(slug, Span("a"), issuer=issuer), all_rules()[slug].rule, policy or {})


@pytest.mark.parametrize("name", ["late-filing", "DUE002", "公开晚了"])
@pytest.mark.parametrize("word", ["warning", "警告"])
def test_the_site_may_move_a_rule(name: str, word: str) -> None:
    assert severity("late-filing", {name: word}) == "warning"


def test_the_site_cannot_soften_what_no_waiver_excuses_but_may_harden() -> None:
    assert severity("id-card-exposed", {"id-card-exposed": "info"}) == "error"
    assert severity("total-off", {"total-off": "warning"}) == "error"
    assert severity("parts-incomplete", {"parts-incomplete": "error"}) == "error"
    assert severity("late-filing", {"late-filing": "nonsense"}) == "error"


def test_somebody_elses_document_is_a_warning_except_for_privacy() -> None:
    assert severity("total-off", issuer="县农业农村局") == "warning"
    assert severity("sum-typed", issuer="县农业农村局") == "info"
    assert severity("id-card-exposed", issuer="县农业农村局") == "error"


@pytest.mark.parametrize("word", ["FIN", "FIN004", "fin004", "total-off", " total-off ", "合计和各行加起来不一样"])
def test_a_rule_is_named_by_code_prefix_slug_or_title(word: str) -> None:
    assert matches(word, all_rules()["total-off"].rule)


@pytest.mark.parametrize("word", ["", "total", "FIN005", "YML"])
def test_other_words_do_not_name_it(word: str) -> None:
    assert not matches(word, all_rules()["total-off"].rule)


def test_select_and_ignore() -> None:
    assert wanted("total-off", (), ())
    assert wanted("total-off", ("FIN",), ())
    assert not wanted("late-filing", ("FIN",), ())
    assert not wanted("total-off", ("FIN",), ("total-off",))
    assert wanted("no-such-slug", ("FIN",), ())
    assert unknown_selectors(("FIN", "nope", "late-filing")) == ("nope",)


def test_ranks() -> None:
    assert [rank(one) for one in ("error", "warning", "info", "?")] == [0, 1, 2, 2]
