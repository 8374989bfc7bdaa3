import pytest

from disclosure.catalogue.model import Cadence
from disclosure.catalogue.model import Due

from .helpers import category
from .helpers import slugs


@pytest.mark.parametrize(
    ("text", "cadence"),
    [
        ("quarter", Cadence(("quarter",))),
        ("[event, quarter]", Cadence(("event", "quarter"))),
        ("{base: quarter, when: {financially_busy: month}}", Cadence(("quarter",), (("financially_busy", "month"),))),
        ("{base: [event, year], when: {情况.征地: quarter}}", Cadence(("event", "year"), (("征地", "quarter"),))),
        ("{every: 2 months}", Cadence((), (), 2)),
        ("{every: 4个月}", Cadence((), (), 4)),
    ],
)
def test_cadence(text: str, cadence: Cadence) -> None:
    read, found = category(f"cadence: {text}")
    assert read.cadence == cadence
    assert not found


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("{after: period_end, days: 15}", Due("after", "period_end", 15, "days", "law")),
        ("{after: 批准日期, workdays: 20}", Due("after", "批准日期", 20, "workdays", "law")),
        ("{before: 会议日期, days: 10}", Due("before", "会议日期", 10, "days", "law")),
        ("{day: 20, of: this_month}", Due("day", "this_month", 20, source="law")),
        ("{day: 15, of: next_quarter}", Due("day", "next_quarter", 15, source="law")),
        ("{date: 04-30}", Due("date", "04-30", 0, source="law")),
        ("{on: same_day}", Due("same_day", "period_end", 0, source="law")),
        ("none", Due("none", "", 0, source="law")),
        ("{default: {after: period_end, days: 15}}", Due("after", "period_end", 15, "days", "default")),
        ("{default: none}", Due("none", "", 0, source="default")),
    ],
)
def test_due(text: str, due: Due) -> None:
    read, found = category(f"due: {text}")
    assert read.due == due
    assert not found


def test_each_stage_may_have_a_due_of_its_own() -> None:
    read, found = category(
        "stages: [预算, 决算]\ndue: {预算: {date: 01-31}, 决算: {default: {after: period_end, days: 90}}}"
    )
    assert read.due.form == "none"
    assert read.due.stages == (
        ("预算", Due("date", "01-31", 0, source="law")),
        ("决算", Due("after", "period_end", 90, "days", "default")),
    )
    assert not found


def test_a_default_holds_where_the_day_counted_from_is_not_known() -> None:
    due = category("due: {before: 会议日期, days: 10, default: {after: period_end, days: 120}}")[0].due
    assert (due.form, due.source) == ("before", "law")
    assert due.fallback == Due("after", "period_end", 120, "days", "default")


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("cadence: daily", "time-not-read"),
        ("cadence: {every: often}", "bad-value"),
        ("due: soon", "time-not-read"),
        ("due: [a]", "wrong-shape"),
        ("due: {after: period_end}", "wrong-shape"),
        ("due: {days: 15}", "wrong-shape"),
        ("due: {date: 31-04}", "bad-value"),
        ("due: {day: 20, of: the_year}", "bad-value"),
        ("due: {after: period_end, days: 15, hours: 3}", "unknown-key"),
        ("keep_posted: {board: 15 days, wall: 3 days}", "unknown-key"),
        ("required: sometimes", "bad-value"),
        ("follows: {before: a}", "unknown-key"),
    ],
)
def test_what_cannot_be_read_is_a_finding_in_its_place(text: str, slug: str) -> None:
    found = category(text)[1]
    assert slug in slugs(found)
    assert all(one.span.line == 3 for one in found)


def test_required_posted_followed() -> None:
    read, found = category(
        """
        required: {when: 情况.征地}
        keep_posted: {board: 30 days, web: until_superseded}
        follows: {after: land.req.pre, within: 15 workdays}
        objection: 7 days
        reply: {village: 3 days, township: 10 days}
        """
    )
    assert (read.required, read.required_when) == ("when", "征地")
    assert (read.keep_board_days, read.keep_web) == (30, "until_superseded")
    assert (read.follows, read.follows_within) == ("land.req.pre", (15, "workdays"))
    assert read.objection_days == 7
    assert read.reply_days == (("village", 3), ("township", 10))
    assert not found


def test_posting_days_may_be_one_word() -> None:
    assert category("keep_posted: 15 days")[0].keep_board_days == 15


def test_a_note_says_how_a_due_was_understood() -> None:
    read, found = category("due: {day: 15, of: next_month, note: 含15日}")
    assert read.due == Due("day", "next_month", 15, source="law", note="含15日")
    assert not found


def test_a_phrase_nobody_knows_is_told() -> None:
    read, found = category("due: 有空的时候")
    assert read.due == Due()
    assert slugs(found) == ["time-not-read"]


def test_rhythms_in_the_words_of_a_list() -> None:
    read, found = category("cadence: [每季度, 随时]")
    assert read.cadence == Cadence(("quarter", "event"))
    assert not found
