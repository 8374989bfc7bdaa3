"""Words a page needs again and again: days, periods, laws, deadlines, lists, all in the way a villager says them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache

from markupsafe import Markup
from markupsafe import escape

from disclosure.basis.numbers import print_amount
from disclosure.basis.period import Period
from disclosure.basis.text import han_number
from disclosure.basis.text import han_words
from disclosure.board.deadline import Deadline
from disclosure.board.deadline import in_words
from disclosure.catalogue.model import Citation
from disclosure.catalogue.model import Due

SUBJECTS = {
    "finance": "财务",
    "subsidy": "补贴",
    "land": "土地",
    "decision": "决议",
    "people": "人员",
    "project": "工程",
    "aid": "救助",
    "party": "党务",
    "township": "镇务",
    "feedback": "答复",
}
"""Names of the subjects as they stand over columns and lists."""

OWNERS = {
    "villagers_committee": "村民委员会",
    "collective": "集体经济组织理事会",
    "group": "村民小组",
    "party": "党组织",
    "township": "乡镇人民政府",
    "county": "县级主管部门",
}

_MARKS = {"text": "", "part": "只见到部分条文", "second_hand": "据转述，条文待核", "memory": "条文待核"}


def day_words(day: date, year: bool = False) -> str:
    """Return «11月6日», or «2026年11月6日» when ``year``."""
    return f"{day.year}年{day.month}月{day.day}日" if year else f"{day.month}月{day.day}日"


_SPECIAL = re.compile("[&<>\"']").search


def safe(text: str) -> Markup:
    """Return text that is markup already; what Markup(text) does, without asking what it is."""
    return str.__new__(Markup, text)


def escaped(text: str) -> Markup:
    """Return text as markup: what escape(text) gives, quickly where there is nothing to escape."""
    return escape(text) if _SPECIAL(text) else safe(text)


def num(text: str) -> Markup:
    """Return text that must not break over a line end."""
    return safe(f'<span class="num">{escape(text)}</span>')


def days_between(first: date, last: date) -> int:
    """Return the days from ``first`` to ``last``."""
    return (last - first).days


def short_period(period: Period) -> str:
    """Return a period as it is said where the year is plain from the heading: 十月, 第三季度, 上半年, 2026年."""
    if period.unit == "month":
        return f"{han_words(period.first.month)}月"
    words = period.words()
    return words[5:] if period.unit in ("quarter", "half", "day") else words


def end_of(period: Period) -> str:
    """Return what the end of such a period is called: 月末, 季末, 年末, else 期末."""
    return {"month": "月末", "quarter": "季末", "year": "年末"}.get(period.unit, "期末")


def total_of(period: Period) -> str:
    """Return what a derived total is called: 本月合计, 本季合计, else 合计."""
    return {"month": "本月合计", "quarter": "本季合计", "year": "全年合计"}.get(period.unit, "合计")


def listed(words: Sequence[str], last: str = "、") -> str:
    """Return words joined the Chinese way."""
    return last.join(words)


def money(number: Decimal, unit: str = "元", decimals: int | None = 2) -> str:
    """Return «6,250.00 元»; no decimals are forced on a figure in 万元 or 亿元."""
    places = decimals if unit == "元" else None
    return f"{print_amount(number, places)} {unit}".rstrip()


_DUTY = re.compile(r"^(\d+)(?:-(\d+))?(?:[(（]([一二三四五六七八九十\d]+)[)）])?$")


@cache
def article_words(article: str) -> str:
    """Return «第三十五条» for «35», «第三十五条第二项» for «35(二)»; anything else stays as it is written."""
    match = _DUTY.match(article)
    if match is None:
        return article if article.startswith("第") or not article[:1].isdecimal() else f"第{article}条"
    number = f"第{han_words(int(match[1]))}条" + (f"之{han_words(int(match[2]))}" if match[2] else "")
    if not match[3]:
        return number
    item = int(match[3]) if match[3].isdecimal() else han_number(match[3]) or 0
    return f"{number}第{han_words(item)}项"


def law_name(law: str) -> str:
    """Return a law's name without the country's, which every reader knows."""
    return law.removeprefix("中华人民共和国")


def law_label(citation: Citation) -> str:
    """Return «《村民委员会组织法》（2025年修正）第三十五条»."""
    edition = f"（{citation.edition}）" if citation.edition else ""
    return f"《{law_name(citation.law)}》{edition}{article_words(citation.article)}"


def verified_words(citation: Citation) -> str:
    """Return how far the text behind a citation was seen; '' when it was seen whole."""
    return _MARKS.get(citation.verified, "")


_NEXT = {"month": "次月", "quarter": "次季首月", "half": "下半年首月", "year": "次年一月"}
_SOURCES = {"law": "全国规定", "local": "地方规定，非全国统一", "default": "法律没写天数，这是本站的默认"}


def deadline_words(due: Due, deadline: Deadline, unit: str) -> str:
    """Return a deadline as words: «次月 15 日前（地方规定，非全国统一）»; '' where there is none.

    ``unit`` is the unit of the period the deadline counts from.
    """
    if deadline.on is None:
        return ""
    text = deadline.words
    if text == in_words(due) and due.anchor == "period_end" and due.unit == "days" and due.count <= 28 and due.form == "after" and unit in _NEXT:
        text = f"{_NEXT[unit]} {due.count} 日前"
    source = _SOURCES.get(deadline.source, "")
    moved = f"，遇假日顺延到 {day_words(deadline.on)}" if deadline.raw is not None and deadline.on > deadline.raw else ""
    return f"{text}（{source}）{moved}" + (f"；{deadline.note}" if deadline.note else "")


def plural_places(names: Iterable[str]) -> str:
    """Return the word for places of these names: 村, 社区, 村（社区）, else 单位."""
    kinds = {"社区" if name.endswith(("社区", "居委会")) else "村" if name.endswith(("村", "嘎查")) else "" for name in names}
    if kinds == {"村"}:
        return "村"
    if kinds == {"社区"}:
        return "社区"
    return "村（社区）" if kinds == {"村", "社区"} else "个单位"


_FIGURES = re.compile(r"[0-9][0-9,.]*(?: ?[%‰元亩户人笔项处件次天度米吨斤台只套个条份名位株]| ?万元| ?公里| ?平方米)?")


def keep_figures(text: str) -> Markup:
    """Return escaped text in which no figure is torn from its unit at a line end."""
    markup = escaped(text)
    return markup if "&#" in markup else safe(_FIGURES.sub(_together, str(markup)))


def _together(match: re.Match[str]) -> str:
    return f'<span class="num">{match[0]}</span>' if len(match[0]) > 3 else match[0]
