from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.basis.diagnostic import Subject
from disclosure.basis.exposure import find_personal
from disclosure.basis.span import Span
from disclosure.board.model import Settings
from disclosure.catalogue.model import Catalogue
from disclosure.catalogue.model import Citation
from disclosure.rules.finding import finding
from disclosure.rules.finding import sentence
from disclosure.rules.finding import why
from tests.basis.invented import ID_CARDS
from tests.basis.invented import PHONES
from tests.rules.hand import CATEGORY
from tests.rules.hand import LAW

OLD = replace(LAW, id="旧法/1", law="旧法", in_force_to=date(2025, 12, 31))
NEW = replace(LAW, id="新法/1", law="新法", in_force_from=date(2026, 1, 1))
CATALOGUE = Catalogue(
    {CATEGORY.id: replace(CATEGORY, basis=("旧法/1", "新法/1"))}, {one.id: one for one in (LAW, OLD, NEW)}, {}
)
SUBJECT = Subject("qinghe/shiqiao", "other.notice", "2026-03", "qinghe/shiqiao/other.notice/2026-03", "17")


def made(slug: str, subject: Subject = SUBJECT, **arguments: Any) -> Diagnostic:
    return Diagnostic(slug, Span("石桥村/三月.yaml", 8, 7, 90, 99), arguments, subject=subject)


def test_a_message_begins_in_the_villages_words() -> None:
    shown = finding(made("blank-required", column="摘要"), CATALOGUE)
    assert shown.message.startswith("「2026年3月其他公示第17号，摘要」")
    assert (shown.code, shown.slug, shown.severity) == ("YML130", "blank-required", "error")
    assert (shown.path, shown.line, shown.column, shown.row) == ("石桥村/三月.yaml", 8, 7, "17")


def test_the_law_is_that_of_the_period_or_of_the_day_of_posting() -> None:
    assert finding(made("total-off"), CATALOGUE).citations == ("新法/1",)
    assert finding(made("total-off", on="2025-06-01"), CATALOGUE).citations == ("旧法/1",)
    assert finding(made("total-off", replace(SUBJECT, period="2025")), CATALOGUE).citations == ("旧法/1",)
    assert finding(made("total-off", basis=("某法/1",)), CATALOGUE).citations == ("某法/1",)
    assert finding(made("unknown-key"), CATALOGUE).citations == ()


def test_how_well_a_law_was_verified_is_said() -> None:
    assert why(LAW) == "《某法》第一条：应当公开"
    assert why(Citation("a", "某法", "第一条", None, None, "公开", "memory", Span("x"))).endswith(
        "（凭记忆，未见原文）"
    )


def test_parts_without_their_argument_are_left_out_and_missing_ones_never_crash() -> None:
    assert sentence("没有「{a}」⟦，是不是「{b}」⟧。", {"a": "甲", "b": ""}) == "没有「甲」。"
    assert sentence("没有「{a}」⟦，是不是「{b}」⟧。", {"a": "甲", "b": "乙"}) == "没有「甲」，是不是「乙」。"
    assert sentence("{a}和{b}", {"a": "甲"}) == "甲和…"
    assert sentence("{a.b} {", {"a": "甲"}) == "{a.b} {"


def test_a_cut_list_names_the_command_that_shows_it_whole() -> None:
    shown = finding(replace(made("unknown-choice"), arguments={"key": "科目", "text": "甲", "choices": "乙等 79 种", "count": "79"}), CATALOGUE)
    assert f"全部 79 种见 python build.py explain {SUBJECT.category}" in shown.help
    whole = finding(replace(made("unknown-choice"), arguments={"key": "科目", "text": "甲", "choices": "乙、丙"}), CATALOGUE)
    assert "explain" not in whole.help


def test_somebody_elses_document_says_whom_to_tell() -> None:
    shown = finding(replace(made("total-off"), issuer="县农业农村局"), CATALOGUE, Settings())
    assert "转载自县农业农村局" in shown.message
    assert shown.severity == "warning"


def test_an_unknown_slug_still_shows() -> None:
    assert finding(made("never-heard-of"), CATALOGUE).severity == "error"


@given(st.one_of(ID_CARDS, PHONES))
def test_no_field_of_a_finding_carries_a_number_of_a_person(number: str) -> None:
    span = Span(f"{number}/a.yaml", 1, 1, cell=f"{number}!A1")
    subject = replace(SUBJECT, filing_id=f"a/b/2026-03~{number}", place=f"p/{number}")
    one = Diagnostic(
        "bad-value",
        span,
        {"key": number, "text": number, "expected": number},
        (Related(span, number),),
        None,
        subject,
        number,
    )
    assert not find_personal(repr(finding(one, CATALOGUE)))
