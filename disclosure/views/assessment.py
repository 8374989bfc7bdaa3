"""The sheets an assessment asks for: completeness by place and quarter, what is overdue, replies, every duty. No person in them."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from disclosure.basis.private import scrub
from disclosure.basis.private import strip_secret
from disclosure.board.completeness import Score
from disclosure.board.completeness import by_place
from disclosure.board.completeness import scores
from disclosure.board.model import Board
from disclosure.board.model import Brief
from disclosure.board.model import Duty
from disclosure.board.model import Place
from disclosure.board.model import Status
from disclosure.catalogue.effective import citations_in_force
from disclosure.views.answering import limit_of
from disclosure.views.answering import replies_of
from disclosure.views.answering import since
from disclosure.views.answering import told_by_place
from disclosure.views.completeness import rule_words
from disclosure.views.grid import period
from disclosure.views.missing import missing_duties
from disclosure.views.words import OWNERS
from disclosure.views.words import SUBJECTS
from disclosure.views.words import day_words
from disclosure.views.words import days_between
from disclosure.views.words import law_label

Value = str | int | Decimal | date | None
"""What a cell may hold; None is an empty one. Text is always text, whatever it looks like."""

YES = "是"
STATUS_WORDS = {
    Status.EXEMPT: "免公开",
    Status.DUE: "未到期",
    Status.MISSING: "逾期未公开",
    Status.LATE: "迟公开",
    Status.NIL: "零报告",
    Status.PUBLISHED: "按时公开",
}
_DUE_SOURCES = {"law": "全国规定", "local": "地方规定", "default": "本站默认"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, what stands above the table, heads with their widths in letters, rows."""

    name: str
    note: str
    heads: tuple[tuple[str, int], ...]
    rows: tuple[tuple[Value, ...], ...]


def title(board: Board) -> str:
    """Return what the workbook is, of which day."""
    return f"{board.settings.title or '村务公开'} 公开情况，截至 {day_words(board.today, True)}"


def sheets(board: Board, asked: Collection[str]) -> tuple[Sheet, ...]:
    """Return the sheets for the places asked for, in their fixed order: villages first."""
    places = sorted((board.places[path] for path in asked), key=lambda place: (place.level != "village", place.path))
    order = {place.path: at for at, place in enumerate(places)}
    duties = sorted((duty for duty in board.duties if duty.place in order), key=lambda duty: order[duty.place])
    return _completeness(board, places, duties), _overdue(board, duties), _replies(board, places), _owed(board, duties)


def _completeness(board: Board, places: list[Place], duties: list[Duty]) -> Sheet:
    heads = (
        ("地方", 14), ("上级", 14), ("季度", 16), ("应公开", 9), ("已公开", 9), ("按时公开", 9), ("迟公开", 9), ("逾期未公开", 11),
        ("完整率 %", 10), ("按时率 %", 10), ("必须项应公开", 13), ("必须项未公开", 13),
    )  # fmt: skip
    owned = by_place(duties)
    rows = [row for place in places for row in _quarters(place.name, above(board, place), owned.get(place.path, []))]
    if len(places) > 1:
        rows += _quarters("合计", "", duties)
    return Sheet("完整率", rule_words(board) + "到期在哪一季，就算哪一季。", heads, tuple(rows))


def _quarters(name: str, above: str, duties: list[Duty]) -> Iterator[tuple[Value, ...]]:
    for quarter, score in scores(duties).items():
        yield name, above, quarter.words(), *_figures(score)


def _figures(score: Score) -> tuple[Value, ...]:
    counts = (score.owed, score.done, score.prompt, score.late, score.missing)
    return (*counts, score.percent, score.on_time, score.essential, score.essential_missing)


def _overdue(board: Board, duties: list[Duty]) -> Sheet:
    heads = (
        ("地方", 14), ("公开事项", 24), ("期间", 18), ("事项", 24), ("应公开日", 12), ("已过天数", 9), ("必须项", 8), ("责任", 20), ("依据", 48),
    )  # fmt: skip
    note = "必须项在前，过期久的在前；不是排名。"
    return Sheet("逾期清单", note, heads, tuple(_overdue_row(board, duty) for duty in missing_duties(duties)))


def _overdue_row(board: Board, duty: Duty) -> tuple[Value, ...]:
    category = board.catalogue.categories[duty.category]
    span = period(duty.period)
    cited = citations_in_force(board.catalogue, duty.citation or category.basis, span.last if span else board.today)
    return (
        *_named(board, duty),
        duty.due_on,
        days_between(duty.due_on, board.today) if duty.due_on else None,
        YES if duty.essential else "",
        OWNERS.get(category.owner, ""),
        law_label(cited[0]) if cited else "",
    )


def _named(board: Board, duty: Duty) -> tuple[Value, ...]:
    """Return place, category, period and matter; of what never goes on the web no matter, for it may name somebody."""
    category = board.catalogue.categories[duty.category]
    span = period(duty.period)
    item = scrub(strip_secret(duty.item)) if "web" in category.media else ""
    return board.places[duty.place].name, category.name, span.words() if span else duty.period, item


def _replies(board: Board, places: list[Place]) -> Sheet:
    heads = (
        ("地方", 14), ("上级", 14), ("报告份数", 9), ("收到意见", 9), ("已答复", 9), ("规定几日内", 11), ("按期答复", 9), ("算得出天数", 11),
        ("最长几天", 9), ("还没答复", 9), ("其中已超期", 11),
    )  # fmt: skip
    told = told_by_place(board)
    rows = tuple(_reply_row(board, place, told.get(place.path, [])) for place in places)
    note = f"{day_words(since(board.today), True)}以来各季报告的意见；规定几日内空着的，法律和地方都没有写天数。"
    return Sheet("答复时限", note, heads, rows)


def _reply_row(board: Board, place: Place, briefs: list[Brief]) -> tuple[Value, ...]:
    found, limit = replies_of(board, place, briefs), limit_of(board, place)
    return (
        place.name,
        above(board, place),
        found.filings,
        found.raised,
        found.answered,
        limit or None,
        found.within if limit else None,
        found.timed,
        found.longest if found.timed else None,
        found.open,
        found.overdue if limit else None,
    )


def _owed(board: Board, duties: list[Duty]) -> Sheet:
    heads = (
        ("地方", 14), ("公开事项", 24), ("期间", 18), ("事项", 24), ("栏目", 8), ("必须项", 8), ("分值", 6), ("应公开日", 12), ("期限来历", 10),
        ("状态", 12), ("网上公开", 12), ("上栏", 12), ("迟几天", 8),
    )  # fmt: skip
    return Sheet("应公开项", "免公开、未到期的也列在这里，不算进完整率。", heads, tuple(_owed_row(board, duty) for duty in duties))


def _owed_row(board: Board, duty: Duty) -> tuple[Value, ...]:
    shown = min((day for day in (duty.published_on, duty.posted_on) if day), default=None)
    late = duty.status is Status.LATE and shown is not None and duty.due_on is not None
    return (
        *_named(board, duty),
        SUBJECTS.get(duty.subject, duty.subject),
        YES if duty.essential else "",
        duty.weight,
        duty.due_on,
        _DUE_SOURCES.get(duty.due_source, ""),
        STATUS_WORDS[duty.status],
        duty.published_on,
        duty.posted_on,
        days_between(duty.due_on, shown) if late and shown and duty.due_on else None,
    )


def above(board: Board, place: Place) -> str:
    """Return the name of the place above, '' for the topmost."""
    above = board.places.get(place.parent)
    return above.name if above else ""
