"""The clauses in which published lists state a day: 每季度首月20日前, 批准后20日内, 会议召开10日前, 每年1月和7月, 年底前."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from disclosure.catalogue.model import Cadence
from disclosure.catalogue.model import Due
from disclosure.catalogue.rhythms import rhythm_in
from disclosure.catalogue.told import CALENDAR
from disclosure.catalogue.told import COUNT
from disclosure.catalogue.told import DAYS
from disclosure.catalogue.told import EVENTS
from disclosure.catalogue.told import NO_DAYS
from disclosure.catalogue.told import Refusal
from disclosure.catalogue.told import Told
from disclosure.catalogue.told import days

PROMPT_DAYS = 15
"""随时 and 及时 name no number; these are the days after which the product reminds, told as its own default."""

HAPPENED = "发生日期"
"""What the day of an event is called where the phrase does not name it (事前公开, 提前5日)."""


class Context(NamedTuple):
    """``source``: law or local. ``about``: which period is told beside the day (公布上月情况): 上, 本, 下 or ''."""

    source: str
    about: str = ""


Answer = Told | Refusal | None
_Read = Callable[[re.Match[str], Context], Answer]

LAST_DAY = 31
_PARTS = {
    "上旬": 10,
    "初": 10,
    "中旬": 20,
    "下旬": LAST_DAY,
    "底": LAST_DAY,
    "末": LAST_DAY,
    "内": LAST_DAY,
    "": LAST_DAY,
}
_SAID = r"前?(?:(?:\d{1,2}日?-)?(?P<n>\d{1,2})日(?:前|内|为?止|截止)?|(?P<part>上旬|中旬|下旬|底|末|初|内)(?:前|内)?)"
_UPTO = rf"(?:{_SAID})?"

_PERIODIC = re.compile(
    r"[每各]|季度|月|半年|[下次当本今明上前后]年(?!度[一-鿿])|年[底初末终中]|周|旬|^期[末满]|节$|^年度?$"
)
_NO_EVENT = frozenset(("提", "之", "按", "依法", "此", "其", "日", "天", "工作日"))
_NO_TIME = re.compile(r"[及随即按适实临定同准]$|^不")
_EVENT_WORDS = (
    r"(?:会|会议|大会|召开|举行|举办|开工|施工|动工|实施|执行|发放|兑付|支付|拨付|签订|签约|签字|签署|招标|开标|投标|表决|投票|选举|选举日|换届|审批|审议|审核|上报|申报|报批|报名|"
    r"决策|决定|讨论|发包|承包|出租|分配|使用|启用|启动|开始|征集|征求意见|征收|征用|拆迁|处置|交易|验收|转正|接收|确定|录用|任用|聘用|采购|活动|事项?|收费|收取|评议|评定|评选|生效|施行|届满|到期|发生|变更|变动|收到|获取|形成|完成|通过|批准|开展)"
)
_HAPPENS = re.compile(_EVENT_WORDS + "$")
_HAPPENING = re.compile(_EVENT_WORDS)


def _upto(match: re.Match[str]) -> tuple[int, str] | None:
    """Return the day of the month meant and a note where the words name none; None for a day no month has."""
    if match["n"]:
        count = int(match["n"])
        return (count, "") if 1 <= count <= LAST_DAY else None
    part = match["part"] or ""
    return _PARTS[part], "原文「初」没有日子，按10日计" if part == "初" else ""


def _day(match: re.Match[str], anchor: str, rhythm: str, context: Context, *, loose: bool = False) -> Answer:
    """Return day n of a month; ``loose``: the words name a month, not how often."""
    upto = _upto(match)
    if upto is None:
        return None
    due = Due("day", anchor, upto[0], source="default" if upto[1] else context.source, note=upto[1])
    return Told(due) if loose else Told(due, Cadence((rhythm,)), (rhythm, *EVENTS))


def _quarter_first(match: re.Match[str], context: Context) -> Answer:
    if context.about in ("", "上"):
        return _day(match, "next_quarter", "quarter", context)
    return Refusal(
        "季度首月公布本季度、下季度的事，程序算不出是哪一天", "一份一期，写成 {before: 开始日期, days: 10} 或改为 month"
    )


def _last_month(rhythm: str) -> _Read:
    def read(match: re.Match[str], context: Context) -> Answer:
        if context.about in ("", "本"):
            return _day(match, "this_month", rhythm, context)
        return Refusal(
            "末月公布上期、下期的事，程序算不出是哪一天", "{day: 25, of: this_month}（本期最后一个月25日前）"
        )

    return read


def _second_month(_: re.Match[str], __: Context) -> Refusal:
    return Refusal("季度的第二个月没有这样的写法", "{after: period_end, days: 45}（季度结束后45日内）")


def _half_first(match: re.Match[str], context: Context) -> Answer:
    return _day(match, "next_month", "half", context)


_MONTH_ABOUT = {"上": "next_month", "本": "this_month", "下": "previous_month"}


def _month(match: re.Match[str], context: Context) -> Answer:
    part = match["part"] or ""
    if part == "下旬" and not context.about:
        return Refusal(
            "每月下旬公布的是当月还是上月的，看不出来",
            "{day: 31, of: this_month}（当月底前）或 {day: 31, of: next_month}（次月底前）",
        )
    fallback = "this_month" if part in ("底", "末", "内") else "next_month"
    return _day(match, _MONTH_ABOUT.get(context.about, fallback), "month", context)


def _named_month(anchor: str) -> _Read:
    def read(match: re.Match[str], context: Context) -> Answer:
        if context.about and _MONTH_ABOUT[context.about] != anchor:
            return Refusal("月份和公布的内容对不上", "{day: 10, of: next_month}（次月10日前）")
        return _day(match, anchor, "month", context, loose=True)

    return read


def _month_end(_: re.Match[str], context: Context) -> Told:
    anchor = _MONTH_ABOUT.get(context.about, "this_month")
    return Told(Due("day", anchor, LAST_DAY, source=context.source), None, (*CALENDAR, *EVENTS))


def _bare_day(match: re.Match[str], context: Context) -> Answer:
    told = _day(match, _MONTH_ABOUT.get(context.about, "next_month"), "month", context)
    return told._replace(cadence=None, fits=("month", "quarter", "half")) if isinstance(told, Told) else told


def _period_end_day(rhythm: str) -> _Read:
    def read(_: re.Match[str], context: Context) -> Told:
        due = Due("day", "this_month", LAST_DAY, source=context.source)
        return Told(due, Cadence((rhythm,)), (rhythm, *EVENTS))

    return read


def _yearly(month: int, day: int, context: Context, note: str = "", *, own: bool = False) -> Told:
    text = f"{month:02d}-{min(day, _LONGEST[month]):02d}"
    due = Due("date", text, 0, source="default" if note else context.source, note=note, own_year=own)
    return Told(due, Cadence(("year",)), ("year", *EVENTS))


_LONGEST = {month: 29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31 for month in range(1, 13)}


_THIS_YEAR = frozenset(("当年", "本年", "今年", "当年度", "本年度", "今年度"))
_NEXT_YEAR = frozenset(("次年", "明年", "第2年", "次年度", "明年度"))
"""A date of a year is the first after the year it tells of, unless the words say that year itself, or name its last month."""


def _date(match: re.Match[str], context: Context) -> Answer:
    upto = _upto(match)
    if upto is None:
        return None
    if context.about == "下":
        return Refusal("头一年公布下一年的事，程序算不出是哪一天", "{date: 12-31}，期间写公布的那一年")
    month, year = int(match["m"]), match["y"] or ""
    note = upto[1].replace("10日", f"{month}月10日")
    own = year in _THIS_YEAR or context.about == "本" or (month == 12 and year not in _NEXT_YEAR)
    return _yearly(month, upto[0], context, note, own=own)


def _year_end(_: re.Match[str], context: Context) -> Answer:
    if context.about == "下":
        return Refusal("头一年公布下一年的事，程序算不出是哪一天", "{date: 12-31}，期间写公布的那一年")
    return _yearly(12, 31, context, own=True)


def _year_start(_: re.Match[str], context: Context) -> Answer:
    return _yearly(1, 15, context, "原文「年初」没有日子，按1月15日计", own=True)


def _quarter_of_year(match: re.Match[str], context: Context) -> Answer:
    own = match["year"] in ("当年", "本年") or context.about == "本"
    return _yearly(3 * int(match["q"]), LAST_DAY, context, own=own)


_ANCHORS = {
    (1, 7): ("half", "next_month"),
    (6, 12): ("half", "this_month"),
    (1, 4, 7, 10): ("quarter", "next_quarter"),
    (3, 6, 9, 12): ("quarter", "this_month"),
}
_IN_LIST = re.compile(r"(\d{1,2})月?(?:(\d{1,2})日|(上旬|中旬|下旬|底|末|初|内))?前?")


def _months(match: re.Match[str], context: Context) -> Answer:
    """Return what a list of months says (每年1月和7月): a rhythm, and the day of the month in which a period just ended."""
    named = [(int(month), day, part) for month, day, part in _IN_LIST.findall(match["list"])]
    known = _ANCHORS.get(tuple(sorted(month for month, _, _ in named)))
    stated = {(day, part) for _, day, part in named if day or part}
    early = known is not None and known[1] == "this_month" and any(day and int(day) < 20 for day, _ in stated)
    if known is None or len(stated) > 1 or early:
        example = "{after: period_end, days: 30}（半年结束后30日内），周期写 half"
        return Refusal("这几个月份不是每半年、每季度刚结束的那个月，程序不知道哪个月公布哪一段的", example)
    day, part = stated.pop() if stated else ("", "")
    rhythm, anchor = known
    count = int(day) if day else _PARTS[part]
    due = Due("day", anchor, count, source=context.source)
    return Told(due, Cadence((rhythm,)), (rhythm, *EVENTS)) if 1 <= count <= LAST_DAY else None


_RHYTHMS = {"月": "month", "季": "quarter", "半": "half", "年": "year"}


def _after_period(match: re.Match[str], context: Context) -> Answer:
    counted = days(match)
    if match["p"] != "季度" and not match["ended"] and match["each"] != "每":
        return None
    rhythm = next((rhythm for word, rhythm in _RHYTHMS.items() if word in match["p"]), "")
    if counted is None:
        return None
    if match["unit"] == "个月":
        due = Due("day", "next_month", LAST_DAY, source=context.source) if match["n"] == "1" else None
    else:
        due = Due("after", "period_end", *counted, context.source)
    if due is None:
        return Refusal("两个月以上没有这样的写法", f"{{after: period_end, days: {counted[0]}}}")
    return Told(due, Cadence((rhythm,)) if rhythm else None, (rhythm, *EVENTS) if rhythm else ())


def _within(match: re.Match[str], context: Context) -> Answer:
    counted = days(match)
    return Told(Due("after", "period_end", *counted, context.source, note=_month_note(match))) if counted else None


def _month_note(match: re.Match[str]) -> str:
    return f"原文{match['n']}个月，按{int(match['n']) * 30}日计" if match["unit"] == "个月" else ""


_MEETING = re.compile(r"(?:村民|代表|党员|成员|支部|小组|居民|户|两委|联席)*(?:开?会|大会|会议)")


def named_day(what: str) -> str:
    """Return what a filing calls the day of something: 获取 is 获取日期, 大会 is 会议日期, 选举日 is 选举日期."""
    what = re.sub(r"^(?:《[^》]*》)?(?:自|从|在|于)?(?:该|本(?!级)|此项|其)?", "", what)
    what = what.removesuffix("日").removesuffix("召开").removesuffix("举行")
    return "会议日期" if _MEETING.fullmatch(what) else f"{what}日期"


def _is_event(what: str) -> bool:
    """Tell whether words name something that happens, not a stretch of the calendar."""
    return not _PERIODIC.search(what) and what not in _NO_EVENT


def _not_an_event(what: str) -> Refusal:
    return Refusal(
        f"「{what}」是哪一天，程序没有读懂",
        "{day: 20, of: next_quarter}（每季度首月20日前）、{day: 10, of: next_month}（次月10日前）",
    )


def _anchored(form: str) -> _Read:
    def read(match: re.Match[str], context: Context) -> Answer:
        counted = days(match)
        if counted is None:
            return None
        if not _is_event(match["what"]):
            return _not_an_event(match["what"])
        return Told(
            Due(form, named_day(match["what"]), *counted, context.source, note=_month_note(match)), None, EVENTS
        )

    return read


def _in_advance(match: re.Match[str], context: Context) -> Answer:
    counted = days(match)
    return Told(Due("before", HAPPENED, *counted, context.source), None, EVENTS) if counted else None


def _shown_before(match: re.Match[str], context: Context) -> Answer:
    """发放前公示7日: the window must have run when it happens, so it opens that many days before."""
    told = _anchored("before")(match, context)
    return told._replace(objection=days(match) or NO_DAYS) if isinstance(told, Told) else told


_DAY_BEFORE = "原文只说「前」，按前一天计"


def _before(match: re.Match[str], context: Context) -> Answer:
    what = match["what"]
    if what in ("事", "事先", "预先", "提", "事项"):
        return Told(Due("before", HAPPENED, 1, source=context.source, note=_DAY_BEFORE), Cadence(("event",)), EVENTS)
    if not _is_event(what) or not _HAPPENS.search(what):
        return _not_an_event(what) if _PERIODIC.search(what) else None
    return Told(Due("before", named_day(what), 1, source=context.source, note=_DAY_BEFORE), None, EVENTS)


def _same_day(_: re.Match[str], context: Context) -> Told:
    return Told(Due("same_day", "period_end", 0, source=context.source), Cadence(("event",)), EVENTS)


def _at_that_time(match: re.Match[str], context: Context) -> Answer:
    what = match["what"]
    return (
        _same_day(match, context) if _is_event(what) and _HAPPENING.search(what) and not _NO_TIME.search(what) else None
    )


_MORE_THAN_A_MATTER = re.compile(r"[前内末底初不天]|(?<!选举)日|公示期|答复|长期|常年|随时|及时|[至百十]")
"""Words before a 及时 that state something of time themselves, which must not be passed over."""

_WEIGHTY = re.compile(r"重大|重要|突发|紧急|临时|特殊|涉及|群众要求|村民要求|专项|其他事项")


def _soon(match: re.Match[str], _: Context) -> Answer:
    lead = match["lead"]
    due = Due("after", "period_end", PROMPT_DAYS, source="default", note="原文是「及时」「随时」，没有天数")
    cadence = rhythm_in(re.sub(r"(?:结束|终了|期满)?后?$", "", lead)) if _PERIODIC.search(lead) else None
    if cadence is not None and cadence.rhythms:
        return Told(due, cadence, cadence.rhythms)
    if _PERIODIC.search(lead) or _MORE_THAN_A_MATTER.search(lead):
        return None
    return Told(due, Cadence(("event",)), soon=True, extra=bool(_WEIGHTY.search(lead)))


def _always(_: re.Match[str], __: Context) -> Told:
    return Told(cadence=Cadence(("standing",)), web="until_superseded")


_WHAT = r"(?P<what>[一-鿿《》“”、]{1,30}?)"
_DONE = (
    r"(?P<what>[一-鿿《》“”、]{0,28}?(?:形成|变更|产生|获取|制定|印发|批准|批复|通过|作出|成立|发生|结束|完成|公布))"
)
_LISTED = r"(?:\d{1,2}日|上旬|中旬|下旬|底|末|初|内)?前?"
_PERIOD = r"(?P<p>期|季度|月度?|半年度?|年度?|自然年度?|会计年度|财务年度|财政年度)"
_ENDED = r"(?P<ended>结束|终了|期满|届满|满|末|终|底|完结|完)?(?:之?日)?"
_MOMENTS: tuple[tuple[re.Pattern[str], _Read], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"[每下]季度首月{_UPTO}", _quarter_first),
        (rf"下季度{_SAID}", _quarter_first),
        (rf"[每本当]季度末月{_UPTO}", _last_month("quarter")),
        (rf"[每本当]?季度末{_SAID}", _last_month("quarter")),
        (r"[每本当]?季度(?:末|底|终|结束)(?:前|当?日)?", _period_end_day("quarter")),
        (r"[每下]季度第2个?月.*", _second_month),
        (rf"[每下]半年度?首月{_UPTO}", _half_first),
        (rf"每?半年度?末月{_UPTO}", _last_month("half")),
        (r"每?半年度?(?:末|底|终|结束)前?", _period_end_day("half")),
        (rf"每月月?{_SAID}", _month),
        (rf"下月月?{_UPTO}", _named_month("next_month")),
        (rf"[当本]月月?{_UPTO}", _named_month("this_month")),
        (rf"[上前]1?个?月月?{_SAID}", _named_month("previous_month")),
        (r"月[底末]前?", _month_end),
        (r"(?P<part>)前?(?:\d{1,2}日?-)?(?P<n>\d{1,2})日前", _bare_day),
        (
            rf"(?:[每次当本今明]年度?|第2年)?(?P<list>(?:\d{{1,2}}月?{_LISTED}(?:[、/]|以?及|和|与)(?:[每次当]年)?)+\d{{1,2}}月{_LISTED})",
            _months,
        ),
        (rf"(?P<y>[每次当本今明]年度?|第2年|年度)?(?P<m>1[0-2]|0?[1-9])月{_UPTO}", _date),
        (r"(?=.*[年岁])(?:[每当本今]?年)?(?:度|年|岁)?(?:底|末|终了?|尾)前?", _year_end),
        (r"(?=.*年)(?:[每当本今]?年)?年?初(?:前|内)?", _year_start),
        (r"(?P<year>[每当本次]年)?第?(?P<q>[1-4])季度(?:内|末|底|结束前)?", _quarter_of_year),
        (rf"(?:自|从|在)?(?P<each>每|[当本]?){_PERIOD}{_ENDED}[起后]起?{COUNT}[内前]?", _after_period),
        (rf"在?{COUNT}内?", _within),
        (rf"(?:至少)?提前(?:至少)?{COUNT}(?:以上|前)?", _in_advance),
        (rf"(?:在|于)?{_WHAT}前(?:张榜)?公示期?(?:不少于|至少|满)?{DAYS}(?:以上)?", _shown_before),
        (rf"(?:在|于)?{_WHAT}(?:召开|举行)?前(?:至少|不少于)?{COUNT}前?", _anchored("before")),
        (rf"(?:在|于)?{_WHAT}(?:召开|举行)?(?:至少|不少于)?{COUNT}前", _anchored("before")),
        (rf"(?:自|从|在|于)?{_WHAT}(?:之日[起后]|当?日起|起|后)第?{COUNT}[内前]?", _anchored("after")),
        (rf"(?:自|从|在|于)?{_DONE}{COUNT}内", _anchored("after")),
        (r"当日|当天|即日|当场|即时|实时|立即|马上|第一时间|同步|同时|现场|随即", _same_day),
        (r"(?P<lead>[一-鿿]*?)(?:随时|及时|尽快|动态)(?:随时|及时)?(?:更新|调整|变更|管理)?", _soon),
        (rf"(?:在|于)?{_WHAT}(?:同时|时|当日|当天|之日)", _at_that_time),
        (
            r"(?:保持|实行)?(?:长期|常年|长年|永久|始终|持续|固定|常态化|一直)(?:有效|保留|保持|保存|公[开布示]|张贴)*(?:状态)?",
            _always,
        ),
        (rf"(?:在|于)?{_WHAT}前", _before),
    )
)


def moment(clause: str, context: Context) -> Answer:
    """Return what a plainly spelled clause without its 公开 says of time; None where it is no clause that is known."""
    for pattern, read in _MOMENTS:
        if (match := pattern.fullmatch(clause)) and (answer := read(match, context)) is not None:
            return answer
    return None
