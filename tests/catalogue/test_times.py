"""A phrase of a published list beside the rest of its file: which key it fills, and where its day can be known."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.period import as_of
from disclosure.basis.period import parse_period
from disclosure.board.deadline import deadline
from disclosure.catalogue.model import Cadence
from disclosure.catalogue.model import Due
from disclosure.catalogue.profile import read_profile

from .helpers import category
from .helpers import local
from .helpers import mapping
from .helpers import slugs
from .test_phrases import ROWS

PERIODS = {"month": "2026-03", "quarter": "2026-Q1", "half": "2026-H1", "year": "2025"}
HAPPENED = "2026-05-06"
PIECES = (
    "每", "次", "下", "当", "季度", "月", "年", "半年", "首月", "末月", "首个月", "底", "末", "初", "结束", "召开", "会议", "批准", "选举日", "例会", "发放", "公示", "公示期", "公开", "公布",
    "之日起", "后", "前", "内", "以内", "日", "天", "个工作日", "10", "20", "二十", "31", "7", "4月", "一月", "和", "、", "，", "不少于", "长期", "及时", "随时", "一次", "答复", "的", "应",
)  # fmt: skip


def refused(text: str) -> str:
    """Return why the one phrase of a category is not read, with what to write instead; its default must hold."""
    read, found = category(text)
    assert slugs(found) == ["time-not-read"]
    assert read.due == Due()
    return f"{found[0].arguments['reason']}|{found[0].arguments['example']}"


@pytest.mark.parametrize("cadence", ["", "每月", "每季度", "每半年", "每年", "随时", "长期", "[event, quarter]"])
@pytest.mark.parametrize("phrase", [row[0] for row in ROWS])
def test_what_is_accepted_has_a_day(phrase: str, cadence: str) -> None:
    """Whatever the rhythm beside it, a phrase is refused, or every duty it brings has a day."""
    read, found = category(f"cadence: {cadence}\ndue: {phrase}")
    assert set(slugs(found)) <= {"time-not-read"}
    for rhythm in read.cadence.rhythms:
        period = parse_period(PERIODS.get(rhythm, HAPPENED))
        assert period is not None
        period = as_of(period) if rhythm == "standing" else period
        days = {} if rhythm in PERIODS else {"": period.last}
        assert deadline(read, period, days, rhythm=rhythm).on is not None


@given(
    st.sampled_from(("每月", "每季度", "每半年", "每年", "随时", "[event, year]")),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map("".join),
)
def test_no_phrase_that_is_accepted_is_without_a_day(cadence: str, phrase: str) -> None:
    """Any joining of the words lists use is refused, or has a day in every period and for every event."""
    read, found = category(f"cadence: {cadence}\ndue: 「{phrase}」".replace("「", '"').replace("」", '"'))
    assert set(slugs(found)) <= {"time-not-read"}
    for rhythm in read.cadence.rhythms:
        period = parse_period(PERIODS.get(rhythm, HAPPENED))
        assert period is not None
        assert deadline(read, period, {} if rhythm in PERIODS else {"": period.last}, rhythm=rhythm).on is not None


def test_a_phrase_of_several_parts_fills_the_keys_that_are_empty() -> None:
    read, found = category("cadence: 随时\ndue: 批复后20日内公开，公示7个工作日，张贴不少于10日，10日内答复")
    assert slugs(found) == ["time-not-read"]    # two dues: the day and the days for answering
    read, found = category("cadence: 随时\ndue: 批复后20日内公开，公示7个工作日，张贴不少于10日")
    assert not found
    assert read.due == Due("after", "批复日期", 20, "days", "law", fallback=Due())
    assert (read.objection_days, read.objection_unit, read.keep_board_days) == (7, "workdays", 10)


def test_a_phrase_names_the_rhythm_where_the_file_does_not() -> None:
    assert category("due: 每季度首月20日前")[0].cadence == Cadence(("quarter",))
    assert category("due: 每两个月公开一次")[0].cadence == Cadence((), (), 2)
    assert category("due: 批准后20日内")[0].cadence == Cadence(("event",))


def test_a_window_alone_leaves_the_default_day() -> None:
    read, found = category("cadence: 每年\ndue: 公示期不少于7天")
    assert (read.due, read.objection_days, found) == (Due(), 7, [])
    read, found = category("cadence: 每季度\ndue: 长期公开")
    assert (read.due, read.keep_web, found) == (Due(), "until_superseded", [])
    read, found = category("cadence: 每季度\nlevel: [village, township]\ndue: 10日内答复")
    assert (read.due, read.reply_days, found) == (Due(), (("village", 10), ("township", 10)), [])


def test_the_longer_of_two_stated_lengths_stands_a_shorter_one_is_told() -> None:
    read, found = category("cadence: 每年\nobjection: 10 days\ndue: 公示期不少于7天")
    assert (read.objection_days, found) == (10, [])
    assert "objection: 7 days" in refused("cadence: 每年\nobjection: 5 days\ndue: 公示期不少于7天")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("cadence: 每月\ndue: 每季度首月20日前", "每季度，周期写的却是每月|周期（cadence）: quarter"),
        ("cadence: 每季度\ndue: 每月15日前", "每月，周期写的却是每季度"),
        ("cadence: 每年\ndue: 半年一次", "每半年，周期写的却是每年"),
        ("cadence: 每季度\ndue: 每年4月30日前", "每年，周期写的却是每季度"),
        ("cadence: 每季度\ndue: 每季度首月20日前，重大事项及时公开", "周期（cadence）: [quarter, event]"),
        ("cadence: 每季度\ndue: 批准后20日内", "「批准日期」是哪一天，这一类的数据里没有|在 数据（facts）里加一项 {label: 批准日期, kind: date}"),
        ("cadence: 每季度\ndue: 事前公开", "「发生日期」是哪一天"),
        ("cadence: 每季度\ndue: 实时公开", "事情发生的当天，周期写的却是每季度"),
        ("cadence: 随时\ndue: 15日前", "几号前要看周期"),
        ("cadence: 每年\ndue: 15日前", "几号前要看周期"),
        ("cadence: 每季度\ndue: 收到之日起15个工作日内答复", "15个工作日约21天|reply: {village: 21 days}"),
        ("cadence: 每季度\ndue: 按规定", "没有说到哪一天为止"),
        ("cadence: 每季度\ndue: 无", "清单没有写期限"),
        ("due: {default: 公示7天}", "没有说到期限"),
    ],
)  # fmt: skip
def test_what_cannot_stand_beside_the_rest_is_refused(text: str, reason: str) -> None:
    assert reason in refused(text)


def test_a_day_the_category_holds_is_counted_from() -> None:
    facts = "facts:\n  ok: {label: 批准日期, kind: date}"
    read, found = category(f"id: x.y\nname: 试验\ncadence: 每年\ndue: 预算经人大批准后20日内\n{facts}")
    assert not found
    assert read.due == Due("after", "批准日期", 20, "days", "law", fallback=Due())


def test_beside_a_calendar_what_happens_has_its_own_day() -> None:
    read, found = category("cadence: [event, quarter]\ndue: 会后3日内")
    assert not found
    own = Due("after", "会议日期", 3, "days", "law", fallback=Due())
    assert dict(read.due.stages) == {"event": own, "quarter": Due()}


def test_stages_may_be_said_in_phrases() -> None:
    read, found = category("cadence: 随时\nstages: [预算, 决算]\ndue: {预算: 批准后二十日内, 决算: 次年9月底前}")
    assert not found
    assert [(name, due.form, due.count) for name, due in read.due.stages] == [("预算", "after", 20), ("决算", "date", 0)]


def test_a_refused_phrase_leaves_what_is_extended(tmp_path: Path) -> None:
    text = "id: local.plan\nname: 本县计划\nextends: fin.ledger\ncadence: 有空\ndue: 按规定\n"
    catalogue, found = local(tmp_path, {"a.yaml": text})
    assert slugs(found) == ["time-not-read", "time-not-read"]
    base, own = catalogue.categories["fin.ledger"], catalogue.categories["local.plan"]
    assert (own.due, own.cadence) == (base.due, base.cadence)


def test_the_keys_of_lengths_read_the_words_of_a_list() -> None:
    read, found = category("cadence: 随时\nobjection: 公示期不少于5个工作日\nkeep_posted: 不少于七天\nreply: {village: 10日内}")
    assert not found
    assert (read.objection_days, read.objection_unit) == (5, "workdays")
    assert (read.keep_board_days, read.reply_days) == (7, (("village", 10),))
    read, found = category("keep_posted: 长期公开")
    assert (read.keep_board_days, read.keep_web, found) == (0, "until_superseded", [])


def test_workdays_for_answering_are_told() -> None:
    found = category("reply: {village: 15个工作日}")[1]
    assert slugs(found) == ["time-not-read"]
    assert "21 days" in str(found[0].arguments["example"])


def rule(text: str) -> tuple[object, list[Diagnostic]]:
    found: list[Diagnostic] = []
    profile = read_profile(mapping(f"id: a\nrules: [{{{text}}}]"), found)
    assert profile is not None
    return profile.rules[0], found


def test_a_rule_of_a_profile_takes_the_parts_of_a_phrase() -> None:
    read, found = rule("match: {category: 试验}, due: 每季度首月20日前公布，张贴不少于20日")
    assert not found
    assert read.cadence == Cadence(("quarter",))    # type: ignore[attr-defined]
    assert read.keep_board_days == 20    # type: ignore[attr-defined]
    assert read.due == Due("day", "next_quarter", 20, source="local")    # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("match: {cadence: 每月}, due: 每季度首月20日前", "周期写的却是每月"),
        ("match: {cadence: quarter}, due: 按规定", "没有说到哪一天"),
        ("match: {subject: aid}, due: 10日内答复", "没有说村里还是镇里"),
        ("match: {subject: aid}, due: 公示7个工作日", "7个工作日约9天"),
        ("match: {subject: aid}, objection: 5个工作日", "5个工作日约7天"),
        ("match: {subject: aid}, due: 每季度首月20日前；重大事项及时公开", "两种周期"),
    ],
)
def test_what_a_rule_of_a_profile_cannot_hold_is_told(text: str, reason: str) -> None:
    read, found = rule(text)
    assert slugs(found) == ["time-not-read"]
    assert reason in str(found[0].arguments["reason"])
    assert read.objection_days is None    # type: ignore[attr-defined]
