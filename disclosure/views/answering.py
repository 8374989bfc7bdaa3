"""How villagers' opinions were answered, place by place: how many, within the days allowed, how long it took at most."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from disclosure.basis.period import period_of
from disclosure.board.completeness import TREND
from disclosure.board.model import Board
from disclosure.board.model import Brief
from disclosure.board.model import Place
from disclosure.board.replies import Replies
from disclosure.board.replies import replies
from disclosure.views import paths
from disclosure.views.binding import law_of
from disclosure.views.binding import profile_of
from disclosure.views.completeness import NOTHING
from disclosure.views.completeness import grouped_by_row
from disclosure.views.tally import TallyRow
from disclosure.views.tally import TallyView
from disclosure.views.words import num

_HEADS = (("村",), ("收到",), ("已", "答复"), ("按期", "答复"), ("最长", "几天"), ("还没", "答复"))
_LEVELS = {"village": "village", "group": "village", "township": "township", "county": "county"}
_WHO = {"village": "村里", "group": "村里", "township": "乡镇"}
_TIMED = 2
"""Where the replies in time stand among the cells of a row."""


def since(today: date) -> date:
    """Return the first day of the quarter four before that of the day: opinions are told of quarter by quarter."""
    quarter = period_of("quarter", today)
    for _ in range(TREND):
        quarter = quarter.previous()
    return quarter.first


def limit_of(board: Board, place: Place) -> int:
    """Return within how many days a place answers, by the law and its local profile; 0 where no rule says it."""
    days = 0
    for category in board.catalogue.categories.values():
        if category.subject == "feedback":
            law = law_of(board.catalogue, category, profile_of(place, board.places, board.settings), board.today, board.today)
            days = dict(law.reply_days).get(_LEVELS.get(place.level, place.level), days)
    return days


def replies_of(board: Board, place: Place, briefs: Sequence[Brief]) -> Replies:
    """Return what became of the opinions one place told of in the last four quarters and this one."""
    return replies(briefs, since(board.today), board.today, limit_of(board, place))


def told_by_place(board: Board) -> dict[str, list[Brief]]:
    """Return the filings of opinions, by place."""
    found: dict[str, list[Brief]] = {}
    for brief in board.briefs:
        if board.catalogue.categories[brief.category].subject == "feedback":
            found.setdefault(brief.place, []).append(brief)
    return found


def replies_tally(board: Board, rows: Sequence[Place]) -> TallyView | None:
    """Return the table of replies, a line per place; None where nobody raised anything."""
    told = told_by_place(board)
    each = [(path, replies_of(board, board.places[path], told[path])) for path in sorted(told)]
    grouped = grouped_by_row(each, rows)
    sums = {path: _sum(found) for path, found in grouped.items()}
    whole = _sum(list(sums.values()))
    if not whole.raised:
        return None
    limits = {path: limit_of(board, board.places[path]) for path in told}
    timed = any(limits.values())
    lines = tuple(_row(place.name, paths.place_path(place.path), sums.get(place.path), timed) for place in rows)
    total = _row("合计", "", whole, timed) if len(lines) > 1 else None
    heads = _HEADS if timed else tuple(head for at, head in enumerate(_HEADS) if at != _TIMED + 1)
    return TallyView("replies", "意见答复", lead(whole, board.today), heads, lines, Markup("{}").format(_note(board, limits)), total)


def own_replies(board: Board, place: Place) -> TallyView | None:
    """Return one place's replies as a sentence without a table; None where nobody raised anything."""
    found = replies_of(board, place, told_by_place(board).get(place.path, []))
    if not found.raised:
        return None
    limit = limit_of(board, place)
    words = lead(found, board.today)
    if limit and found.timed:
        words += Markup("在规定的 {}内答复的有 {}。").format(num(f"{limit} 天"), num(f"{found.within} 件"))
    return TallyView("replies", "意见答复", words, (), (), Markup())


def _sum(found: Sequence[Replies]) -> Replies:
    whole = Replies()
    for one in found:
        whole = whole.plus(one)
    return whole


def _row(name: str, path: str, found: Replies | None, timed: bool) -> TallyRow:
    if found is None or not found.filings:
        return TallyRow(name, path, (NOTHING,) * (5 if timed else 4))
    within = (f"{found.within}",) if timed else ()
    longest = f"{found.longest}" if found.longest >= 0 else NOTHING
    cells = (f"{found.raised}", f"{found.answered}", *within, longest, f"{found.open}")
    return TallyRow(name, path, cells, (len(cells) - 1,) if found.overdue else ())


def lead(found: Replies, today: date) -> Markup:
    """Return «2025年第四季度以来收到意见 45 件，都已答复，最长的用了 8 天。» as markup."""
    begin = period_of("quarter", since(today)).words()
    parts = [Markup("{}以来收到意见 {}，").format(begin, num(f"{found.raised} 件"))]
    parts.append(Markup("都已答复") if not found.open else Markup("已答复 {}，还有 {}没有答复").format(num(f"{found.answered} 件"), num(f"{found.open} 件")))
    if found.longest >= 0:
        parts.append(Markup("，最长的用了 {}").format(num(f"{found.longest} 天")) if found.longest else Markup("，都在当天"))
    return Markup("").join(parts) + "。"


def _note(board: Board, limits: dict[str, int]) -> str:
    """Return by which days a reply counts as in time, or that no rule gives any."""
    allowed: dict[str, set[int]] = {}
    for path, days in limits.items():
        if days:
            allowed.setdefault(_WHO.get(board.places[path].level, "县里"), set()).add(days)
    counted = "收到、答复的日子都写明的才算得出天数。"
    if not allowed:
        return f"全国没有统一的答复天数，这里只登最长用了几天。{counted}"
    rule = "，".join(f"{who} {'、'.join(map(str, sorted(days)))} 日内" for who, days in allowed.items())
    return f"按期：收到意见后{rule}答复（地方规定）。{counted}"
