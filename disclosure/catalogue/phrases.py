"""The phrases in which published lists state their times (公开时限): 每季度首月20日前, 20个工作日内, 大会10日前, 随时."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from disclosure.catalogue.model import Due

RHYTHMS = {
    "每月": "month", "按月": "month", "月": "month",
    "每季": "quarter", "每季度": "quarter", "按季": "quarter", "季": "quarter", "季度": "quarter",
    "每半年": "half", "半年": "half",
    "每年": "year", "按年": "year", "年": "year", "年度": "year",
    "每届": "term", "换届": "term", "届": "term",
    "随时": "event", "及时": "event", "按次": "event", "事项": "event", "按事项": "event",
    "常年": "standing", "长期": "standing",
}  # fmt: skip
"""What a list calls a rhythm, by our word for it."""

PROMPT_DAYS = 15
"""随时 and 及时 name no number; these are the days after which the product reminds, told as its own default."""

_END = r"(?:前|之前|以前|内|以内|之内)?"
_NUMBER = r"(?P<n>\d{1,3})"
_ANCHORED = r"(?:自|从)?(?:(?P<what>[一-鿿]{1,10}?)(?:之日)?(?:起|后|之后|以后)(?:的)?)?"
_PERIODS = frozenset(("期末", "期满", "季度结束", "季末", "月末", "月度结束", "年末", "年度结束", "期间结束", "半年结束"))

_TAIL = re.compile(r"(?:(?<=.)(?:公开|公布))?[。;,]?$")

_Read = Callable[[re.Match[str], str], Due]


def read_phrase(text: str, source: str) -> Due | None:
    """Return the due a phrase of a published list means, None where it is none that is known.

    ``source``: law or local. What names no number (随时, 及时) is the product's default, and says so.
    """
    plain = unicodedata.normalize("NFKC", text).replace(" ", "")
    plain = _TAIL.sub("", plain)
    for pattern, read in _PHRASES:
        if match := pattern.fullmatch(plain):
            return read(match, source)
    return None


def _day_of(month: str) -> _Read:
    return lambda match, source: Due("day", month, int(match["n"]), source=source)


def _date(match: re.Match[str], source: str) -> Due:
    return Due("date", f"{int(match['m']):02d}-{int(match['n']):02d}", 0, source=source)


def _after(match: re.Match[str], source: str) -> Due:
    what, unit = match["what"] or "", "workdays" if match["work"] else "days"
    if not what or what in _PERIODS:
        return Due("after", "period_end", int(match["n"]), unit, source)
    return Due("after", _dated(what), int(match["n"]), unit, source)


def _before(match: re.Match[str], source: str) -> Due:
    unit = "workdays" if match["work"] else "days"
    return Due("before", _dated(match["what"]), int(match["n"]), unit, source)


def _dated(what: str) -> str:
    """Return what a filing calls the day of something: 获取 is 获取日期, 大会 is 会议日期, 选举日 is 选举日期."""
    if what in ("大会", "会", "会议", "开会"):
        return "会议日期"
    return f"{what.removesuffix('日')}日期"


def _promptly(_: re.Match[str], __: str) -> Due:
    return Due("after", "period_end", PROMPT_DAYS, source="default", note="原文是「及时」「随时」，没有天数")


def _same_day(_: re.Match[str], source: str) -> Due:
    return Due("same_day", "period_end", 0, source=source)


def _none(_: re.Match[str], source: str) -> Due:
    return Due("none", "", 0, source=source)


_PHRASES: tuple[tuple[re.Pattern[str], _Read], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"(?:每季度?|下季度?|次季度?)(?:的)?(?:首|第一|头|首个|第一个)个?月(?:的)?{_NUMBER}[日号]{_END}", _day_of("next_quarter")),
        (rf"(?:次月|下月|下个月|每月){_NUMBER}[日号]{_END}", _day_of("next_month")),
        (rf"(?:当月|本月){_NUMBER}[日号]{_END}", _day_of("this_month")),
        (rf"(?:上月|前月){_NUMBER}[日号]{_END}", _day_of("previous_month")),
        (rf"(?:每年|次年|下一?年)(?P<m>1[0-2]|0?[1-9])月{_NUMBER}[日号]{_END}", _date),
        (rf"(?P<what>[一-鿿]{{1,8}}?)(?:召开|举行)?(?:的)?前?{_NUMBER}个?(?P<work>工作)?[日天](?:之|以)?前", _before),
        (rf"{_ANCHORED}{_NUMBER}个?(?P<work>工作)?[日天](?:内|以内|之内)?", _after),
        (r"(?:随时|及时|适时|随时更新|及时更新|发生后及时)", _promptly),
        (r"(?:当日|当天|当场|即时|当场公布|即日)", _same_day),
        (r"(?:长期|常年|不定期|无|按规定)", _none),
    )
)
