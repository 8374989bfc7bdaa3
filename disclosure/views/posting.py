"""When and where a filing was out, by which law, until when, signed by whom: the block under the table."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

from disclosure.basis.exposure import find_personal
from disclosure.basis.workdays import counted
from disclosure.board.deadline import Deadline
from disclosure.board.deadline import chosen
from disclosure.board.model import Filing
from disclosure.board.model import Place
from disclosure.catalogue.effective import citations_in_force
from disclosure.catalogue.model import Catalogue
from disclosure.catalogue.model import Category
from disclosure.catalogue.model import Citation
from disclosure.views import mask
from disclosure.views import paths
from disclosure.views.model import LawView
from disclosure.views.model import SignView
from disclosure.views.model import StatusView
from disclosure.views.words import article_words
from disclosure.views.words import day_words
from disclosure.views.words import days_between
from disclosure.views.words import deadline_words
from disclosure.views.words import law_label
from disclosure.views.words import verified_words

WORDS = {"published": "已", "nil": "零", "late": "迟", "missing": "缺", "due": "待", "exempt": "不适用", "held": "扣"}
SENTENCES = {
    "published": "已按时公开",
    "nil": "零报告：本期无此事",
    "late": "已公开，迟了",
    "missing": "到期未公开",
    "due": "还没到期",
    "exempt": "不适用",
    "held": "因含个人信息暂不上网",
}


def mark(status: str, sentence: str = "") -> StatusView:
    """Return the mark of a status with its own sentence or the usual one."""
    return StatusView(status, WORDS[status], sentence or SENTENCES[status])


def status_of(filing: Filing, due_on: date | None) -> StatusView:
    """Return how a filing stands against the day it was due: never against today."""
    shown = filing.first_shown
    if shown is None:
        return mark("nil" if filing.nil else "published", "没有写公开日期")
    year = bool(due_on and due_on.year != shown.year) or shown.year != filing.period.last.year
    words = f"{day_words(shown, year)}公开"
    if due_on is None:
        return mark("nil" if filing.nil else "published", words)
    words += f"，期限 {day_words(due_on, year)}"
    if shown > due_on:
        return mark("late", f"{words}，迟 {days_between(due_on, shown)} 天")
    return mark("nil" if filing.nil else "published", words)


def until(filing: Filing, category: Category) -> date | None:
    """Return the last day a filing must stay on the board, None when nobody says."""
    days = category.keep_board_days
    return counted(filing.posted_on, days, category.keep_board_unit) if filing.posted_on and days else None


def rows(filing: Filing, category: Category, boards: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return the lines 网上公开, 上栏, 贴到, 公示期, 落款 …; only what is known."""
    last = until(filing, category)
    lines = [
        ("网上公开", day_words(filing.published_on, True) if filing.published_on and mask.WEB in category.media else ""),
        ("上栏", "，".join(filter(None, (day_words(filing.posted_on, True), "、".join(boards)))) if filing.posted_on else ""),
        ("贴到", f"{day_words(last, True)}（不少于 {category.keep_board_days} {'个工作日' if category.keep_board_unit == 'workdays' else '日'}）" if last else ""),
        ("下栏", day_words(filing.taken_down_on, True) if filing.taken_down_on else ""),
        ("所属期", filing.covers.words() if filing.covers and filing.covers != filing.period else ""),
        ("事项", mask.words(filing.matter)),
        ("批次", mask.words(filing.batch)),
        ("发文", "，".join(filter(None, (mask.words(filing.issuer), day_words(filing.issued_on, True) if filing.issued_on else "")))),
    ]
    return tuple((name, words) for name, words in lines if words)


def window_words(filing: Filing) -> str:
    """Return «2026年3月5日至3月11日», '' where the filing is no 公示."""
    if filing.window is None:
        return ""
    first, last = filing.window
    return f"{day_words(first, True)}至{day_words(last, first.year != last.year)}"


def laws(catalogue: Catalogue, ids: Iterable[str], day: date | None = None) -> tuple[LawView, ...]:
    """Return the citations (of these, those in force on ``day``) in a reader's words, each leading to its place on the page of its law."""
    cited = citations_in_force(catalogue, ids, day) if day else [catalogue.citations[one] for one in ids if one in catalogue.citations]
    return tuple(map(law_view, cited))


@cache
def law_view(citation: Citation) -> LawView:
    """Return one citation in a reader's words."""
    anchor = law_anchor(citation)
    return LawView(law_label(citation), citation.duty, verified_words(citation), f"{paths.law_page(citation.id)}#{anchor}", False, article_words(citation.article), anchor)


def law_anchor(citation: Citation) -> str:
    """Return where a citation stands on the law page."""
    return citation.id.replace("/", "-").replace("(", "-").replace(")", "").replace(" ", "")


def due_words(filing: Filing, category: Category, deadline: Deadline) -> str:
    """Return the deadline that binds this filing, in words."""
    return deadline_words(chosen(category.due, filing.stage, filing.period.unit), deadline, filing.period.unit)


def reply_words(category: Category) -> str:
    """Return within how many days a question is answered, '' where no rule says it."""
    names = {"village": "村里", "township": "乡镇"}
    parts = [f"{names.get(level, level)} {days} 日内" for level, days in category.reply_days]
    return f"收到意见后，{'，'.join(parts)}答复" if parts else ""


def signatures(filing: Filing, category: Category) -> tuple[SignView, ...]:
    """Return the signatures as filed; roles that must sign and did not stand blank."""
    signed = [
        SignView(sign.role, mask.words(sign.name), day_words(sign.date, sign.date.year != filing.period.last.year) if sign.date else "", mask.words(sign.opinion), not sign.name)
        for sign in filing.signatures
    ]
    have = {sign.role for sign in signed}
    blanks = [SignView(role, "", "", "", True) for role in category.sign if role not in have]
    return (*signed, *blanks)


def hotlines(filing: Filing, place: Place, parent: Place | None) -> tuple[tuple[str, str], ...]:
    """Return (whose, number) of the lines a reader may ring: the filing's, the place's, the township's."""
    found: dict[str, str] = {}
    for name, numbers in (("监督电话", filing.hotline), (f"{place.name}监督电话", place.hotline), (f"{parent.name}监督电话" if parent else "", parent.hotline if parent else "")):
        for number in filter(None, numbers.replace("，", "、").replace(",", "、").split("、")):
            if not any(hit.kind in ("id_card", "bank_card") for hit in find_personal(number)):
                found.setdefault(number.strip(), name)
    return tuple((name, number) for number, name in found.items())
