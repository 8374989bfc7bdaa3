from __future__ import annotations

from datetime import date
from typing import Any

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.basis.span import Span
from disclosure.board.model import Board
from disclosure.board.model import Duty
from disclosure.board.model import Settings
from disclosure.board.model import Source
from disclosure.board.model import Status
from disclosure.board.model import Waiver
from disclosure.catalogue.model import Catalogue
from disclosure.reading.table import Cell
from disclosure.reading.table import Column
from disclosure.rules.engine import check_board
from disclosure.rules.engine import check_shelf
from disclosure.rules.engine import findings
from disclosure.rules.engine import held
from disclosure.rules.engine import standing
from disclosure.rules.engine import with_doubts_folded
from tests.basis.invented import id_card
from tests.rules.hand import CATEGORY
from tests.rules.hand import PATH
from tests.rules.hand import filing
from tests.rules.hand import place
from tests.rules.hand import shelf
from tests.rules.hand import span_of
from tests.rules.hand import table

NUMBER = id_card("500113", date(1961, 3, 5), "012")
TODAY = date(2026, 11, 20)
POSTED: dict[str, Any] = {"posted_on": date(2026, 4, 6), "published_on": date(2026, 4, 6), "hotline": "0000-6123380"}
TEXT = "类别: 其他公示\n金额: 1.2.3\n"
BAD = Diagnostic("bad-value", span_of(TEXT, "1.2.3"), {"key": "金额", "text": "1.2.3", "expected": "金额"})


def test_findings_are_completed_and_in_order() -> None:
    last = Diagnostic("sum-typed", Span(PATH, 9, 1))
    found = check_shelf(shelf(filing(TEXT, **POSTED)), [last, BAD, BAD])
    assert [one.slug for one in found] == ["bad-value", "sum-typed"]
    assert found[0].subject.filing_id == "shiqiao/other.notice/2026-03"
    assert found[0].excerpt == "金额: 1.2.3\n      ^^^^^"


def test_rules_of_filings_are_run() -> None:
    assert {one.slug for one in check_shelf(shelf(filing(TEXT)), [])} == {"not-dated", "contact-missing"}


def test_a_private_number_holds_its_filing_and_no_other() -> None:
    one = filing(f"{TEXT}注: {NUMBER}\n", **POSTED)
    other = filing(TEXT, path="石桥村/四月.yaml", matter="修路", **POSTED)
    found = check_shelf(shelf(one, other), [])
    assert held(found) == {one.id}
    assert NUMBER not in repr([(each.arguments, each.excerpt) for each in found])


def test_a_waiver_excuses_until_its_day() -> None:
    day = date(2026, 11, 19)
    made = filing(
        TEXT, waivers=(Waiver("contact-missing", "新电话未装", day, Span(PATH, 3)),), **{**POSTED, "hotline": ""}
    )
    found = check_shelf(shelf(made), [])
    assert [one.waived_until for one in found] == [day]
    assert standing(found, day) == ()
    assert [one.slug for one in standing(found, TODAY)] == ["contact-missing"]


def test_reposted_findings_name_their_issuer() -> None:
    made = filing(TEXT, reposted=("县农业农村局", ""), **POSTED)
    assert {one.issuer for one in check_shelf(shelf(made), [BAD])} == {"县农业农村局"}


def test_board_only_filings_show_no_value_in_any_excerpt_or_row() -> None:
    text = "对象: |\n  户主 | 金额(元)\n  某某 | 1,120.50\n"
    rows = [Cell("某某", "某某", span_of(text, "某某")), Cell("1,120.50", "1,120.50", span_of(text, "1,120.50"))]
    made = filing(text, secret=True, tables=(table([Column("a", "户主"), Column("b", "金额")], rows),), **POSTED)
    given = Diagnostic(
        "bad-value", span_of(text, "1,120.50"), {"key": "金额", "text": "1,120.50"}, (Related(Span(PATH), "某某"),)
    )
    (found,) = check_shelf(shelf(made), [given])
    assert "1,120" not in repr(found.arguments) + found.excerpt
    assert "某某" not in repr(found)


def test_texts_that_gave_no_filing_are_guarded_and_quoted_sealed() -> None:
    source = Source("石桥村/坏.yaml", f"类别: x\n户主: 某某 {NUMBER}\n", sealed=True)
    broken = Diagnostic("bad-value", Span(source.path, 2, 5, 11, 13), {"key": "户主", "text": "●"})
    found = check_shelf(shelf(), [broken], {source.path: source})
    assert {one.slug for one in found} == {"bad-value", "id-card-exposed"}
    assert all("某某" not in one.excerpt and NUMBER not in one.excerpt for one in found)


def duty(status: Status, **fields: Any) -> Duty:
    made = Duty(
        "shiqiao", CATEGORY.id, "2026-03", "", "calendar", date(2026, 4, 15), date(2026, 4, 15), "default", True, status
    )
    return made._replace(**fields)


def board(*duties: Duty) -> Board:
    catalogue = Catalogue({CATEGORY.id: CATEGORY}, {}, {})
    return Board(Settings(policy={"late-filing": "警告"}), catalogue, {"shiqiao": place()}, (), duties, (), TODAY)


def test_the_board_tells_what_is_missing_and_late() -> None:
    late = duty(Status.LATE, filing=PATH, filing_id="shiqiao/other.notice/2026-03", posted_on=date(2026, 4, 18))
    found = check_board(board(duty(Status.MISSING), late, duty(Status.PUBLISHED), duty(Status.DUE)))
    assert [(one.slug, one.span[:3]) for one in found] == [
        ("missing-filing", ("石桥村/place.yaml", 1, 1)),
        ("late-filing", (PATH, 1, 1)),
    ]


def test_findings_obey_policy_and_what_was_asked_for() -> None:
    late = duty(Status.LATE, filing=PATH, filing_id="shiqiao/other.notice/2026-03", posted_on=date(2026, 4, 18))
    here = board(duty(Status.MISSING), late)
    shown = findings(check_board(here), here)
    assert [(one.code, one.severity) for one in shown] == [("DUE001", "error"), ("DUE002", "warning")]
    assert "晚了 3 天" in shown[1].message
    assert "石桥村「其他公示」2026年3月应在 2026-04-15 前公开" in shown[0].message
    assert [one.slug for one in findings(check_board(here), here, ignore=["DUE002"])] == ["missing-filing"]


def test_a_doubt_about_a_figure_waits_for_the_sum_it_stands_in() -> None:
    cell, total, other = Span(PATH, 5, 3), Span(PATH, 9, 3), Span(PATH, 7, 3)
    wrong = Diagnostic("total-off", total, {}, (Related(cell, ""),))
    doubt, elsewhere = Diagnostic("rent-not-in-books", cell, {}), Diagnostic("rent-not-in-books", other, {})
    (told, left) = with_doubts_folded([wrong, doubt, elsewhere])
    assert told.slug == "total-off"
    assert [place.span for place in told.related] == [cell, cell]
    assert left == elsewhere
    assert with_doubts_folded([doubt]) == [doubt]
