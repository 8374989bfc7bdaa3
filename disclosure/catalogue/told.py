"""What a phrase of a published list tells, each part for its own key, or why it cannot be read; and its plain spelling."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from disclosure.basis.text import han_number
from disclosure.catalogue.model import Cadence
from disclosure.catalogue.model import Due

Days = tuple[int, str]
NO_DAYS: Days = (0, "days")

CALENDAR = ("month", "quarter", "half", "year")
EVENTS = ("event", "term", "standing")


class Told(NamedTuple):
    """The parts of one phrase; what it does not speak of stays empty.

    ``fits``: the rhythms its due can be counted for, () for any. ``soon``: it says 及时 and no number.
    ``extra``: it speaks of the weighty matters beside the ordinary ones (重大事项及时公开).
    """

    due: Due | None = None
    cadence: Cadence | None = None
    fits: tuple[str, ...] = ()
    keep: Days = NO_DAYS
    web: str = ""
    objection: Days = NO_DAYS
    reply: Days = NO_DAYS
    soon: bool = False
    extra: bool = False


class Refusal(NamedTuple):
    """Why a phrase is not read, as a clause of a sentence, and what to write in its place."""

    reason: str
    example: str


NOTHING = Told()

_MARKS = re.compile(r"^\s*(?:[①-⑳]|\d{1,2}[.．](?=\D)|[(（]\d{1,2}[)）])|[①-⑳]|[\u200b-\u200f\u2060\ufeff]")
_HAN = "〇零一二三四五六七八九十百两"
_NUMERAL = re.compile(rf"[{_HAN}]+(?=(?:[、至到-][{_HAN}]+)*个?(?:工作|自然日|日|天|号|月|年|周|星期|季|小时|次|半年))")
_RESPELLED = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"廿(?=[一二三四五六七八九日天])", "二十"),
        (r"[之以](?=[前内后])", ""),
        (r"(?:原则上|应当|应该|必须|务必|予以|给予|进行|加以|的|定于)", ""),
        (r"一般(?:性?(?:事项|村务|情况))?(?:在|为|下)?", ""),
        (r"[应须需要]于?(?=每|在|自|于|公[开布示告]|张|按|不少|\d)", ""),
        (r"^(?:应(?!急)|须|需(?![要求])|要(?!求|闻))", ""),
        (r"^[于在](?=每|次|当|下|季|年|\d)", ""),
        (r"元月", "1月"),
        (r"[(](?:或者?)?(变[更动化])[)]", r"或者\1"),
        (r"[~〜～—–―]+", "-"),
        (r"半个?月(?=内)", "15日"),
    )
)
_SHORTENED = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"(?<=[\d日])[至到](?=\d)", "-"),
        (r"(?<=\d)个(?=工作|自然|日历|周|星期|季|小时|半年)", ""),
        (r"(?<=\d)个(?=[日天])", ""),
        (r"(?<=\d)(?:个?自然日|日历日|日历天|天|号)", "日"),
        (r"(?<=\d)工作(?:日|天)", "工作日"),
        (r"星期", "周"),
        (r"(?<=月)份", ""),
        (r"季(?!度|节)", "季度"),
        (r"(?:每|各)1?个?(?=月|季度|半年|年)", "每"),
        (r"(?:次|翌|下1?个?)(?=月|季度)", "下"),
        (r"(?:次|翌|下1?)年度?(?=\d)", "次年"),
        (r"(?:首个?|第1个?|头1?个?)月", "首月"),
        (r"(?:最后1?个?|末个|尾)月", "末月"),
        (r"(?<=季度)第3个?月", "末月"),
    )
)


def plain(text: str) -> str:
    """Return a phrase in one spelling: digits, 日 for 天 and 号, 前 for 之前 and 以前, no words that say nothing.

    No reading depends on what is levelled here; 工作日 stays what it is.
    """
    text = unicodedata.normalize("NFKC", re.sub(r"[\s⠂]+", "", _MARKS.sub("", text)))
    for pattern, short in _RESPELLED:
        text = pattern.sub(short, text)
    text = _NUMERAL.sub(_digits, text)
    for pattern, short in _SHORTENED:
        text = pattern.sub(short, text)
    return text


def _digits(match: re.Match[str]) -> str:
    number = han_number(match[0])
    return match[0] if number is None else str(number)


COUNT = r"(?:\d{1,3}-)?(?P<n>\d{1,3})(?P<unit>工作日|日|周|个月|小时)"
"""A number of days, weeks, months or hours; of «3至5个工作日» the longer."""

DAYS = r"(?P<n>\d{1,3})(?P<unit>工作日|日|周)"


def days(match: re.Match[str]) -> Days | None:
    """Return what COUNT or DAYS matched, in days or workdays; None for hours that make no whole days."""
    count, unit = int(match["n"]), match["unit"]
    if unit == "小时":
        return (count // 24, "days") if count and count % 24 == 0 else None
    return count * {"周": 7, "个月": 30}.get(unit, 1), "workdays" if unit == "工作日" else "days"


def weeks(workdays: int) -> int:
    """Return how many days of the calendar so many workdays take, weekends among them."""
    return workdays // 5 * 7 + workdays % 5
