"""The phrases in which published lists state their times (公开时限), read clause by clause, each part for its own key."""

from __future__ import annotations

import re

from disclosure.catalogue.model import Cadence
from disclosure.catalogue.model import Due
from disclosure.catalogue.moments import Context
from disclosure.catalogue.moments import moment
from disclosure.catalogue.rhythms import BUSY
from disclosure.catalogue.rhythms import rhythm_in
from disclosure.catalogue.told import CALENDAR
from disclosure.catalogue.told import COUNT
from disclosure.catalogue.told import DAYS
from disclosure.catalogue.told import EVENTS
from disclosure.catalogue.told import NO_DAYS
from disclosure.catalogue.told import NOTHING
from disclosure.catalogue.told import Days
from disclosure.catalogue.told import Refusal
from disclosure.catalogue.told import Told
from disclosure.catalogue.told import days
from disclosure.catalogue.told import plain

_SAVING = re.compile(
    r"[(,;。]?(?:(?:国家)?(?:相关|有关|上级)?(?:法律|法规|规章|政策)|国家|上级)[^;。()]{0,30}?另有规定,?(?:除外|(?:应|依照|按照?|从)?[^,;。()]{0,10}(?:规定|执行))[)]?"
)
"""«法律、法规另有规定的，从其规定»: it changes nothing the program could know."""

_PEOPLE = r"(?:向(?:全?社会|全?体?村民|群众|党员|成员|全村)(?:党员)?|对外)"
_AT = r"(?:[在通][一-鿿/、]{1,16}?(?:栏|墙|屏|网站|平台|群|大会|会上|现场)[上内里]?)"
_MANNER = r"(?:统一|集中|主动|全面|逐项逐笔|如实|定期|按时|准时|依法|分别|同步)"
_TELL = r"(?:公[开布示告]|发布|披露|张贴|张榜|上墙|上栏|通报|公之于众)"
_PUBLISH = rf"(?:{_MANNER}|{_PEOPLE}|{_AT}|并)*{_TELL}+(?:完毕|完成|到位|信息)?(?:(?:至少|不少于)?1次)?"
_TAIL = re.compile(
    rf"(?P<core>.*?){_PUBLISH}(?:(?P<about>[上下本当次])1?个?(?:月|季度|半年|年度?|期))?(?P<object>[^\d每]{{0,24}}?)(?:[在于]?{_AT})?"
)
_UNTOLD = re.compile(r"^期|首月|末月|[底天]|工作日|结束|长期|保留|保持|及时|随时|不少|之日|[前后内]|公示期")
_FIXED_DAY = re.compile(r"为[一-鿿]{0,8}(?:公开|公布|公示|发布)?日$")
_SILENT = re.compile(rf"(?:{_MANNER}|{_PEOPLE}|{_AT}|{_TELL}|同步|接受监督|接受(?:群众|村民)监督|起)*")

_AT_LEAST = r"(?:限|间|长)?(?:应|须)?(?:为|是|不少于|不得少于|不应少于|不低于|不短于|至少|>=?|≥|满|达|达到|:)*"
_WINDOW = re.compile(
    rf"(?:张榜|进行)?(?:公示|公告|异议|征求意见)(?:期|时)?{_AT_LEAST}(?P<range>\d+-)?{DAYS}(?:以上|及以上)?"
)
_SHOWN = re.compile(
    rf"(?:(?:每次|张榜|上墙|上栏|公开栏|内容)?(?:公[开布]|张贴|张榜|保留|保存|展示|上墙)(?:内容)?(?:期|时)?{_AT_LEAST}|(?:不少于|不得少于|不低于|至少))(?P<range>\d+-)?{DAYS}(?:以上|及以上)?(?:不少于)?"
)
_MORE = re.compile(rf"{DAYS}(?:以上|及以上)")
_ANSWER = re.compile(
    rf"(?:(?:自|从|在)?(?P<what>[一-鿿、]{{1,20}}?)(?:之日起|起|后))?(?:在)?{COUNT}内?(?:作出|给予)?(?:书面|当面)?(?:答复|回复|解答|解释|反馈|回应)(?:[一-鿿]{{0,8}})"
)
_LENGTHS = (_WINDOW, _SHOWN, _MORE, _ANSWER, re.compile(rf"{_AT_LEAST}(?P<range>\d+-)?{DAYS}(?:内|以上|及以上)?"))
_WINDOW_OF = re.compile(rf"{DAYS}公示期?")
_SHOWN_THEN = re.compile(rf"(?:张榜)?公示(?:期)?(?:满)?{DAYS}(?:无异议)?后[一-鿿]{{0,12}}")

_VAGUE = re.compile(
    r".*(?:规定|要求|部署|需要|情况|程序|实际|文件|安排|计划)(?:执行|办理|确定|公[开布]|单独公开)?|不定期|适时|按需|酌情|择机|另行通知|待定|未定|不限|灵活|依申请公开|视.+|依法|依规|.*有关$"
)
_NOT_STATED = frozenset(("无", "未列", "没有", "暂无", "/", "-", "--", "", "空", "不详", "未明确", "none"))
_FEAST = re.compile(
    r"[每]?年?(?:春节|清明|端午|中秋|国庆|元旦|五一|七一|八一|十一|重阳|除夕|劳动节|建军节|建党节)节?(?:[前后]|期间).*"
)
_TOO_OFTEN = re.compile(r".*[每按逐](?:周|旬|日|天|工作日).*")

_STRUCTURED = "{after: period_end, days: 15}（期末后15日内）；确实没有期限的写 none"


def read_phrase(text: str, source: str) -> Told | Refusal:
    """Return what a phrase of a published list tells for each key, or why it is not read and what to write instead.

    ``source``: law or local. What names no number (随时, 及时) is the product's default, and says so.
    """
    words = _SAVING.sub("", plain(text)).strip("。;,")
    if words in _NOT_STATED:
        return Refusal("清单没有写期限", f"{_STRUCTURED}；不知道就删掉这一行，照缺省提醒")
    without = BUSY.sub("", words)
    told = _merged([_clause(clause, source) for clause in _clauses(without)])
    if isinstance(told, Refusal):
        return told
    if without != words:
        told = _busy(told)
    return told if told != NOTHING else _unread(words)


def _clauses(words: str) -> list[str]:
    return [part for part in re.split(r"[,;。()]|并且?(?=保|长|公示|张贴|及时|随时)", words) if part]


def _busy(told: Told) -> Told:
    """Return a phrase with the monthly rhythm of the busy village, for which it names no day."""
    cadence = told.cadence or Cadence(("quarter",))
    due = told.due
    if due is not None and told.fits and "month" not in told.fits:
        due = Due("none", "", 0, source=due.source, stages=(*((one, due) for one in cadence.rhythms), ("month", Due())))
    return told._replace(cadence=Cadence(cadence.rhythms, (("financially_busy", "month"),)), due=due)


def _clause(clause: str, source: str) -> Told | Refusal:
    """Return what one clause tells."""
    if _SILENT.fullmatch(clause):
        return NOTHING
    told = _spans(clause, source)
    if told is not None:
        return told
    if clause == "同上":
        return Refusal("「同上」是哪一行的，程序不知道", "上一行的原话")
    cadence = rhythm_in(clause)
    if cadence is not None and (cadence.every_months or set(cadence.rhythms) & {*CALENDAR, "term"}):
        return Told(cadence=cadence)
    if _FEAST.fullmatch(clause) or _TOO_OFTEN.fullmatch(clause):
        return _unread(clause)
    core, about = _core(clause)
    answer = moment(core, Context(source, about)) or (moment(clause, Context(source)) if core != clause else None)
    if answer is not None:
        return answer
    if "、" in clause:
        parts = [_clause(part, source) for part in clause.split("、") if part]
        if not any(isinstance(part, Refusal) for part in parts):
            return _merged(parts)
    return _unread(core if _VAGUE.fullmatch(core) else clause)


def _core(clause: str) -> tuple[str, str]:
    """Return a clause without its 公开 and what is published, and which period that is: 上, 本, 下 or ''."""
    clause = _FIXED_DAY.sub("", clause)
    match = _TAIL.fullmatch(clause)
    if match is None or _UNTOLD.search(match["object"]) or not match["core"]:
        return clause, ""
    return match["core"], {"当": "本", "次": "下"}.get(match["about"] or "", match["about"] or "")


def _spans(clause: str, source: str) -> Told | Refusal | None:
    """Return what a clause tells of the window, of the days on the board, or of answering."""
    if match := _WINDOW.fullmatch(clause) or _SHOWN_THEN.fullmatch(clause) or _WINDOW_OF.fullmatch(clause):
        return _one_number(match, "公示期", "objection: 7 days") or Told(objection=days(match) or NO_DAYS)
    if match := _SHOWN.fullmatch(clause) or _MORE.fullmatch(clause):
        return _one_number(match, "张贴的天数", "keep_posted: 15 days") or Told(keep=days(match) or NO_DAYS)
    match = _ANSWER.fullmatch(clause)
    counted = days(match) if match else None
    if match is None or counted is None:
        return None
    due = Due("after", f"{(match['what'] or '收到')}日期", *counted, source)
    return Told(due, fits=EVENTS, reply=counted)


def read_days(text: str) -> Days | Refusal:
    """Return the days or workdays a phrase states (不少于7天, 公示期7个工作日, 15日以上), or why it states none."""
    words = plain(text).strip("。;,")
    match = next((match for pattern in _LENGTHS if (match := pattern.fullmatch(words))), None)
    if match is None:
        return Refusal("没有读懂是多少天", "7 days、7 workdays 或「不少于7天」「7个工作日」这样的说法")
    return _one_number(match, "天数", "7 days") or days(match) or NO_DAYS


def _one_number(match: re.Match[str], what: str, example: str) -> Refusal | None:
    ranged = match.groupdict().get("range")
    return Refusal(f"{what}写了两个数，不知道按哪一个算", example) if ranged else None


def _merged(parts: list[Told | Refusal]) -> Told | Refusal:
    whole = NOTHING
    for part in sorted(parts, key=lambda one: isinstance(one, Told) and one.soon):
        if isinstance(part, Refusal):
            return part
        joined = _joined(whole, part)
        if isinstance(joined, Refusal):
            return joined
        whole = joined
    if whole.cadence and whole.fits and not set(whole.fits) & set(whole.cadence.rhythms) and whole.due:
        return _TWO_RHYTHMS
    return whole


_TWO_RHYTHMS = Refusal("一句里说了两种周期", "周期和期限分开写，如 周期: 每季度 和 期限: {day: 20, of: next_quarter}")
_TWO_DUES = Refusal("一句里有两个期限", "只留一个，或分开写成两类")


def _joined(one: Told, other: Told) -> Told | Refusal:
    """Return two clauses as one; 及时 gives way to a day, 长期 beside a day speaks of the web only."""
    if other.soon and (one.due or one.cadence):
        return _with_weighty(one, other) if other.extra else one
    one, other = _without_standing(one, other), _without_standing(other, one)
    if one.due and other.due:
        return _TWO_DUES
    if one.cadence and other.cadence and one.cadence != other.cadence:
        return _TWO_RHYTHMS
    return Told(
        one.due or other.due,
        one.cadence or other.cadence,
        one.fits or other.fits,
        max(one.keep, other.keep),
        one.web or other.web,
        max(one.objection, other.objection),
        max(one.reply, other.reply),
        one.soon or other.soon,
    )


def _without_standing(one: Told, other: Told) -> Told:
    standing = one.cadence is not None and one.cadence.rhythms == ("standing",)
    return one._replace(cadence=None) if standing and (other.due or other.cadence) else one


def _with_weighty(one: Told, soon: Told) -> Told:
    """Return a calendar's phrase with the weighty matters beside it: both rhythms, each with its own due."""
    rhythms = one.cadence.rhythms if one.cadence else ()
    if not rhythms or soon.due is None:
        return one
    due = one.due or Due()
    stages = (*((rhythm, due) for rhythm in rhythms), ("event", soon.due))
    return one._replace(
        due=Due("none", "", 0, source=due.source, stages=stages),
        cadence=Cadence((*rhythms, "event"), one.cadence.when if one.cadence else ()),
    )


def _unread(clause: str) -> Refusal:
    """Return why a clause is not read, and the nearest form that can be written."""
    if _TOO_OFTEN.fullmatch(clause):
        return Refusal(
            "程序最短按月提醒，一周、一旬、一天一次的记不了",
            "{on: same_day}（当天）或 {day: 10, of: next_month}（次月10日前）",
        )
    if _FEAST.fullmatch(clause):
        return Refusal(f"「{clause}」每年是哪一天，程序不知道", "{date: 01-31}（每年1月31日前）")
    if _VAGUE.fullmatch(clause):
        return Refusal(f"「{clause}」没有说到哪一天为止", f"{_STRUCTURED}；不知道就删掉这一行，照缺省提醒")
    return Refusal(f"没有读懂「{clause}」", _nearest(clause))


def _nearest(clause: str) -> str:
    """Return the structured form that looks most like what was meant."""
    if "季" in clause:
        return "{day: 20, of: next_quarter}（每季度首月20日前）"
    if "月" in clause:
        return "{day: 10, of: next_month}（次月10日前）"
    if "年" in clause:
        return "{date: 04-30}（每年4月30日前）"
    if "前" in clause:
        return "{before: 会议日期, days: 10}（会议10日前）"
    if "起" in clause or "后" in clause:
        return "{after: 批准日期, days: 20}（批准后20日内）"
    return _STRUCTURED
