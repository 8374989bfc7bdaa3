"""The times of published lists, as they are printed there; what each means was decided by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.text import han_words
from disclosure.catalogue.model import Cadence
from disclosure.catalogue.model import Due
from disclosure.catalogue.moments import PROMPT_DAYS
from disclosure.catalogue.phrases import read_days
from disclosure.catalogue.phrases import read_phrase
from disclosure.catalogue.rhythms import read_rhythm
from disclosure.catalogue.told import NO_DAYS
from disclosure.catalogue.told import Refusal
from disclosure.catalogue.told import Told

READ = """
每月15日前 | month | next_month 15
每月20日前 | month | next_month 20
每月的20日前 | month | next_month 20
每月5日前 | month | next_month 5
每月５日前 | month | next_month 5
每月十日以前 | month | next_month 10
每月10号之前公布 | month | next_month 10
每月1日至10日 | month | next_month 10
每月1-5日 | month | next_month 5
每月10日前公布上月情况 | month | next_month 10
每月10日前公布上月财务收支情况 | month | next_month 10
每月5日前张榜公布上月收支 | month | next_month 5
每月25日前公开下月安排 | month | previous_month 25
每月25日前公布当月情况 | month | this_month 25
每月底前 | month | this_month 31
每月月底前公布 | month | this_month 31
每月末 | month | this_month 31
每月上旬 | month | next_month 10
每月中旬公布上月账目 | month | next_month 20
每个月15日前 | month | next_month 15
次月5日前 | | next_month 5
次月 10 日前 | | next_month 10
下月15日前 | | next_month 15
下个月十五日之前 | | next_month 15
次月中旬 | | next_month 20
次月底前 | | next_month 31
次月内 | | next_month 31
当月25日 | | this_month 25
本月28日前 | | this_month 28
当月底前 | | this_month 31
月底前 | | this_month 31
月末 | | this_month 31
上月25日前 | | previous_month 25
15日前 | | next_month 15
每季度首月20日前 | quarter | next_quarter 20
每季度首月10日前 | quarter | next_quarter 10
每季度首个月20日 | quarter | next_quarter 20
每季首月20日前 | quarter | next_quarter 20
每季的首月15日 | quarter | next_quarter 15
每季度第一个月10号之前 | quarter | next_quarter 10
每季度第一个月的20日前 | quarter | next_quarter 20
每季度的第一个月15日前 | quarter | next_quarter 15
每季度的首个月20日 | quarter | next_quarter 20
每个季度第一个月的10日为村务公开日 | quarter | next_quarter 10
每季的首月15日为统一的财务公开日 | quarter | next_quarter 15
每季度首月前10日 | quarter | next_quarter 10
每季度首月上旬 | quarter | next_quarter 10
每季度首月内 | quarter | next_quarter 31
每季度首月20日前公布上季度情况 | quarter | next_quarter 20
下季度首月15日前公布 | quarter | next_quarter 15
下一季度首月15日前 | quarter | next_quarter 15
次季度首月10日前 | quarter | next_quarter 10
下一季度15日前 | quarter | next_quarter 15
每季度末月25日前 | quarter | this_month 25
每季末25日前 | quarter | this_month 25
每季度最后一个月20日前 | quarter | this_month 20
每季度第三个月25日前 | quarter | this_month 25
每季度末 | quarter | this_month 31
季末前 | quarter | this_month 31
每季度结束后15日内 | quarter | after 15
季度结束后15日内 | quarter | after 15
每季度结束后10个工作日内 | quarter | after 10w
每季度后15日前 | quarter | after 15
季后十五日内 | quarter | after 15
自每季度结束之日起15日内 | quarter | after 15
季度终了后15日以内公布 | quarter | after 15
季度结束后一个月内 | quarter | next_month 31
每季度结束后及时公开 | quarter | soon
每年1、4、7、10月15日前 | quarter | next_quarter 15
一、四、七、十月十日前 | quarter | next_quarter 10
每年3月、6月、9月、12月 | quarter | this_month 31
每月结束后5日内 | month | after 5
月度终了后10日内 | month | after 10
每半年首月15日前 | half | next_month 15
每年1月和7月 | half | next_month 31
每年的一月、七月 | half | next_month 31
1月15日前和7月15日前 | half | next_month 15
每年7月15日前和次年1月15日前 | half | next_month 15
每年6月底和12月底前 | half | this_month 31
半年末 | half | this_month 31
半年结束后15日内 | half | after 15
每半年终了后20个工作日内 | half | after 20w
每年4月30日前 | year | date 04-30
每年3月底前 | year | date 03-31
每年3月31日前公布当年计划 | year | own 03-31
每年4月底前 | year | date 04-30
每年6月底前 | year | date 06-30
6月30日前 | year | date 06-30
每年2月底前 | year | date 02-29
每年1月31日前 | year | date 01-31
次年1月31日前 | year | date 01-31
次年三月底前公布 | year | date 03-31
下一年1月15日前 | year | date 01-15
第二年1月底前 | year | date 01-31
翌年2月10日之前 | year | date 02-10
当年3月底前 | year | own 03-31
每年12月底前 | year | own 12-31
每年十二月三十一日以前 | year | own 12-31
年底前 | year | own 12-31
每年年底 | year | own 12-31
年终 | year | own 12-31
当年年底前公开 | year | own 12-31
每年第一季度内 | year | date 03-31
每年一季度末 | year | date 03-31
年度终了后30日内 | year | after 30
年度结束后三十日内 | year | after 30
20个工作日内 | | after 20w
20个工作日 | | after 20w
15日内 | | after 15
十五天之内 | | after 15
30个自然日内 | | after 30
两周内 | | after 14
半个月内 | | after 15
二十四小时内 | | after 1
3至5个工作日内 | | after 5w
获取之日起20个工作日内 | | after 获取日期 20w
获取该信息之日起20个工作日内 | | after 获取该信息日期 20w
自形成或者变更之日起20个工作日内 | | after 形成或者变更日期 20w
自信息形成或变更之日起20个工作日内 | | after 信息形成或变更日期 20w
信息形成或者变更之日起20个工作日内予以公开 | | after 信息形成或者变更日期 20w
自该信息形成或者变更之日起20个工作日内予以公开,法律法规另有规定的从其规定 | | after 信息形成或者变更日期 20w
自该政府信息形成或者变更之日起20个工作日内，法律、法规对政府信息公开的期限另有规定的，从其规定 | | after 政府信息形成或者变更日期 20w
信息产生、变更之日起20个工作日内公开，保持长期公开（相关政策法规另有规定的应从其规定） | | after 信息产生、变更日期 20w | web
信息形成（变更）20个工作日内 | | after 信息形成或者变更日期 20w
信息形成或变更之日起3个工作日内 | | after 信息形成或变更日期 3w
批准后20日内 | | after 批准日期 20
批准后20日内公开 | | after 批准日期 20
批准后三十日内 | | after 批准日期 30
批复后二十日内 | | after 批复日期 20
部门预算经本级财政部门批复后20日内公开 | | after 部门预算经本级财政部门批复日期 20
收到批准后15个工作日内 | | after 收到批准日期 15w
收到征地批准文件之日起10个工作日内公开。 | | after 收到征地批准文件日期 10w
拟征收土地现状调查结束后5个工作日内,在村公示栏公开 | | after 拟征收土地现状调查结束日期 5w
制定或获取之日起10个工作日 | | after 制定或获取日期 10w
制定或获取补贴政策之日起10个工作日内 | | after 制定或获取补贴政策日期 10w
分配结果确定后20个工作日内 | | after 分配结果确定日期 20w
决定作出之日起20个工作日内 | | after 决定作出日期 20w
行政执法决定作出之日起7个工作日内 | | after 行政执法决定作出日期 7w
文件公布后3个工作日内 | | after 文件公布日期 3w
自印发之日起5个工作日内 | | after 印发日期 5w
审计结束后10日内 | | after 审计结束日期 10
本年度审计结束后10日内 | | after 年度审计结束日期 10
发生之日起10日内 | | after 发生日期 10
会后3日内 | | after 会议日期 3
会议召开后1周内 | | after 会议日期 7
村民代表会议通过后3天之内公布 | | after 村民代表会议通过日期 3
公示期满后3日内 | | after 公示期满日期 3
换届后10日内 | | after 换届日期 10
发放结束后5日内公布发放结果 | | after 发放结束日期 5
大会10日前 | | before 会议日期 10
会议召开10日前 | | before 会议日期 10
村民会议召开前10日 | | before 会议日期 10
会议召开前至少10日 | | before 会议日期 10
成员大会10日前 | | before 会议日期 10
选举日20日前 | | before 选举日期 20
选举日的二十日前 | | before 选举日期 20
投票前5日前 | | before 投票日期 5
报名前5个工作日 | | before 报名日期 5w
在组织听证7个工作日前予以公开 | | before 组织听证日期 7w
①《听证通知书》在组织听证7个工作日前予以公开 | | before 组织听证日期 7w
提前5日公开 | | before 发生日期 5
发放前公示7天 | | before 发放日期 7 | | 7
会前 | | before 会议日期 1
开工前公开 | | before 开工日期 1
方案实施之前 | | before 方案实施日期 1
事前公开 | event | before 发生日期 1
事前公开、及时 | event | before 发生日期 1
意见征集前公开,不少于30日 | | before 意见征集日期 1 | 30
当场公布 | event | same
当日 | event | same
实时公开 | event | same
即时公开 | event | same
立即公布 | event | same
在实地启动拟征收土地工作时,在村公示栏公开 | event | same
随时 | event | soon
随时公布 | event | soon
随时公开 | event | soon
及时公开 | event | soon
及时公开。 | event | soon
按项目进展及时公开 | event | soon
发生变化时及时更新 | event | soon
动态更新 | event | soon
每季度 | quarter |
按季公开 | quarter |
半年一次 | half |
每半年公开一次 | half |
一般每半年公开一次 | half |
每年一次 | year |
按年公开 | year |
一年两次 | half |
每两个月公开一次 | every 2 |
两个月一次 | every 2 |
至少每季度公布一次 | quarter |
长期公开 | standing | | web
常年公开 | standing | | web
长期公开，及时更新 | standing | | web
长期公开并及时更新 | standing | | web
公示期不少于5个工作日 | | | | 5w
公示期不少于7天 | | | | 7
公示7天后实施 | | | | 7
7天公示期 | | | | 7
五个工作日公示 | | | | 5w
公示不少于7日，公布不少于15日 | | | 15 | 7
保留15天以上 | | | 15
张贴时间不少于5日 | | | 5
制定或获取信息之日起10个工作日内,公示7个工作日 | | after 制定或获取信息日期 10w | | 7w
批复后20日内公开，公示7个工作日 | | after 批复日期 20 | | 7w
每年4月底前,公示期不少于7天 | year | date 04-30 | | 7
每季度首月20日前公布，张贴不少于15日 | quarter | next_quarter 20 | 15
收到之日起15个工作日内答复 | | after 收到日期 15w | | | 15w
收到申请之日起20个工作日内答复 | | after 收到申请日期 20w | | | 20w
10日内予以答复 | | after 收到日期 10 | | | 10
"""
"""phrase | cadence | due | keep_posted | objection | reply; «w» counts workdays, «own» is a date of the period's own year."""

REFUSED = {
    "没有读懂": ("有空时", "看着办", "3", "每年6月前", "每月25日前后", "上半年", "下半年", "春耕前", "党务每半年公开一次，村务每季度公开一次", "36小时内", "每月32日前", "4月公示期结束", "10日内长期及时"),
    "没有说到哪一天": ("按规定", "不定期", "适时", "适时公开", "视情况", "按有关规定执行", "按卫健委要求单独公开", "按照区财政统一部署执行", "待定", "依申请公开", "按需"),
    "清单没有写期限": ("", "无", "未列", "/", "—", "法律、法规另有规定的，从其规定"),
    "最短按月": ("每周公开一次", "每旬", "每日", "每周五"),
    "每年是哪一天": ("春节前", "每年国庆节前", "元旦前公布"),
    "是哪一天": ("每季度例会后5日内", "每月例会10日前", "领导每次接访后3日内"),
    "第二个月": ("每季度第二个月15日前",),
    "看不出来": ("每月下旬",),
    "程序不知道": ("每年2月和8月", "每年6月15日前和12月15日前", "同上"),
    "程序算不出": ("每季度最后一个月25日前公布下季度计划", "每年12月31日前公布下年度计划"),
    "两个数": ("公示3至5天",),
    "两个期限": ("每季度首月20日前，批复后20日内",),
    "两种周期": ("每月一次，每季度首月20日前",),
    "两个月以上": ("会计年度结束后3个月内",),
}  # fmt: skip
"""What is said of a phrase that is not read: a word of the reason, by the phrases."""


def _days(text: str) -> tuple[int, str]:
    return (int(text.removesuffix("w")), "workdays" if text.endswith("w") else "days") if text else NO_DAYS


def _due(text: str) -> Due | None:
    if text in ("", "same", "soon"):
        note = "原文是「及时」「随时」，没有天数"
        soon = Due("after", "period_end", PROMPT_DAYS, source="default", note=note)
        return {"": None, "same": Due("same_day", "period_end", 0, source="local"), "soon": soon}[text]
    form, *rest = text.split(" ")
    if form in ("date", "own"):
        return Due("date", rest[0], 0, source="local", own_year=form == "own")
    if form not in ("after", "before"):
        return Due("day", form, int(rest[0]), source="local")
    count, unit = _days(rest[-1])
    note = "原文只说「前」，按前一天计" if form == "before" and count == 1 else ""
    return Due(form, rest[0] if len(rest) > 1 else "period_end", count, unit, "local", note=note)


def _cadence(text: str) -> Cadence | None:
    if text.startswith("every"):
        return Cadence((), (), int(text.split()[1]))
    return Cadence((text,)) if text else None


ROWS = [
    ([cell.strip() for cell in line.split("|")] + [""] * 6)[:6]
    for line in READ.strip().splitlines()
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_what_a_phrase_tells(row: list[str]) -> None:
    phrase, cadence, due, keep, objection, reply = row
    told = read_phrase(phrase, "local")
    assert isinstance(told, Told), told
    assert (told.cadence, told.due) == (_cadence(cadence), _due(due))
    assert told.web == ("until_superseded" if keep == "web" else "")
    assert told.keep == _days(keep.removeprefix("web"))
    assert (told.objection, told.reply) == (_days(objection), _days(reply))


@pytest.mark.parametrize(("reason", "phrase"), [(reason, phrase) for reason, each in REFUSED.items() for phrase in each])
def test_what_is_not_read_says_why_and_what_to_write(reason: str, phrase: str) -> None:
    refused = read_phrase(phrase, "local")
    assert isinstance(refused, Refusal), refused
    assert reason in refused.reason
    assert refused.example


def test_the_table_is_wide_enough() -> None:
    assert len(ROWS) + sum(map(len, REFUSED.values())) >= 200


def test_the_weighty_matters_have_a_rhythm_and_a_due_of_their_own() -> None:
    told = read_phrase("每季度首月20日前公布，重大事项及时公开", "local")
    assert isinstance(told, Told)
    assert told.cadence == Cadence(("quarter", "event"))
    assert told.due is not None
    assert dict(told.due.stages) == {"quarter": _due("next_quarter 20"), "event": _due("soon")}


def test_a_busy_village_has_its_month() -> None:
    told = read_phrase("每季度的首个月20日（集体财务往来较多的，财务收支情况应每月公布一次）", "local")
    assert isinstance(told, Told)
    assert told.cadence == Cadence(("quarter",), (("financially_busy", "month"),))
    assert told.due is not None
    assert dict(told.due.stages) == {"quarter": _due("next_quarter 20"), "month": Due()}


@pytest.mark.parametrize(
    ("words", "cadence"),
    [
        ("每季度一次", Cadence(("quarter",))),
        ("按月公开", Cadence(("month",))),
        ("每月至少公布一次", Cadence(("month",))),
        ("一季度一次", Cadence(("quarter",))),
        ("每个季度", Cadence(("quarter",))),
        ("季公开", Cadence(("quarter",))),
        ("半年一次", Cadence(("half",))),
        ("每年两次", Cadence(("half",))),
        ("一年四次", Cadence(("quarter",))),
        ("每年一次", Cadence(("year",))),
        ("年度", Cadence(("year",))),
        ("每届一次", Cadence(("term",))),
        ("换届时", Cadence(("term",))),
        ("随时", Cadence(("event",))),
        ("一事一公开", Cadence(("event",))),
        ("不定期", Cadence(("event",))),
        ("常年公开", Cadence(("standing",))),
        ("每两个月", Cadence((), (), 2)),
        ("隔月一次", Cadence((), (), 2)),
        ("每三年一次", Cadence((), (), 36)),
        ("每三个月", Cadence(("quarter",))),
        ("每季度、随时", Cadence(("quarter", "event"))),
        ("每季度（财务往来较多的每月）", Cadence(("quarter",), (("financially_busy", "month"),))),
    ],
)
def test_rhythms(words: str, cadence: Cadence) -> None:
    assert read_rhythm(words) == cadence


@pytest.mark.parametrize("words", ["每周", "有空", "每旬一次", "每零个月", "每年五次", ""])
def test_what_is_no_rhythm(words: str) -> None:
    assert isinstance(read_rhythm(words), Refusal)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("7天", (7, "days")),
        ("七天", (7, "days")),
        ("不少于7天", (7, "days")),
        ("公示期5个工作日", (5, "workdays")),
        ("公示期限不少于七个工作日", (7, "workdays")),
        ("15日以上", (15, "days")),
        ("至少三十日", (30, "days")),
        ("10日内答复", (10, "days")),
        ("一周", (7, "days")),
    ],
)
def test_lengths(words: str, days: tuple[int, str]) -> None:
    assert read_days(words) == days


@pytest.mark.parametrize("words", ["长期", "若干天", "3-5天", ""])
def test_what_is_no_length(words: str) -> None:
    assert isinstance(read_days(words), Refusal)


_FRAMES = (
    "每季度首月{}日前", "次月{}日前", "每季度结束后{}日内", "批准后{}个工作日内", "会议召开前{}日", "每年4月{}日前", "公示期不少于{}日", "收到之日起{}日内答复",
)  # fmt: skip


@given(st.sampled_from(_FRAMES), st.integers(1, 28))
def test_the_spelling_of_a_number_changes_nothing(frame: str, number: int) -> None:
    arabic = read_phrase(frame.format(number), "local")
    wide = str(number).translate({ord("0") + digit: chr(0xFF10 + digit) for digit in range(10)})
    assert isinstance(arabic, Told)
    assert read_phrase(frame.format(han_words(number)), "local") == arabic
    assert read_phrase(frame.format(wide), "local") == arabic


@given(
    st.sampled_from(("每季度首月20日前", "次月5日前", "季度结束后15日内", "批准后20个工作日内", "会议召开前10日", "每年1月和7月", "年底前", "每年4月底前", "随时", "长期")),
    st.sampled_from(("", "应", "应当", "原则上", "一般应")),
    st.sampled_from(("", "公开", "公布", "予以公开", "张榜公布", "向村民公布", "在村公示栏公开", "，在村务公开栏公布", "统一对外公开")),
    st.sampled_from(("", "。", "；")),
)  # fmt: skip
def test_words_that_say_nothing_change_nothing(core: str, before: str, verb: str, after: str) -> None:
    assert read_phrase(f"{before}{core}{verb}{after}", "local") == read_phrase(core, "local")


@given(st.text("每季度月年首末底前后内日天个工作之起会批准公示开10527、，半一次", max_size=14))
def test_nothing_is_read_and_empty(phrase: str) -> None:
    told = read_phrase(phrase, "local")
    if isinstance(told, Told):
        assert told.due or told.cadence or told.web or told.keep[0] or told.objection[0] or told.reply[0]
    else:
        assert told.reason
        assert told.example
