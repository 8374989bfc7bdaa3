"""Completeness as readers see it: a table of places in their fixed order, a place's last quarters, replies to opinions."""

from __future__ import annotations

from collections.abc import Container
from collections.abc import Iterable
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TypeVar

from markupsafe import Markup

from disclosure.basis.numbers import print_amount
from disclosure.basis.period import Period
from disclosure.board.completeness import Badge
from disclosure.board.completeness import Score
from disclosure.board.completeness import Standing
from disclosure.board.completeness import Turn
from disclosure.board.completeness import standing
from disclosure.board.completeness import together
from disclosure.board.model import Board
from disclosure.board.model import Duty
from disclosure.board.model import Place
from disclosure.views import paths
from disclosure.views.tally import TallyRow
from disclosure.views.tally import TallyView
from disclosure.views.words import day_words
from disclosure.views.words import num
from disclosure.views.words import short_period

Thing = TypeVar("Thing")
NOTHING = "—"
"""What stands where nothing fell due: neither 0 nor 100."""

BADGES = {Badge.NONE: "", Badge.ESSENTIAL: "必须项齐全", Badge.COMPLETE: "本季齐全", Badge.PROMPT: "本季齐全，件件按时"}

_PLACES = (("村",), ("应", "公开"), ("已", "公开"), ("逾期", "未公开"), ("迟", "公开"), ("完整率",), ("必须", "项"))
_QUARTERS = (("季度",), ("应", "公开"), ("已", "公开"), ("其中", "按时"), ("完整率",))


def percent_words(number: Decimal | None) -> str:
    """Return «92.1%», «100%», or a dash where nothing fell due."""
    return NOTHING if number is None else f"{_plain(number)}%"


def _plain(number: Decimal) -> str:
    return print_amount(number, 0 if number == number.to_integral_value() else 1)


def rule_words(board: Board) -> str:
    """Return how the figure comes about and by which catalogue."""
    return (
        f"按目录第 {board.catalogue.version} 版计算：只算到期的；要紧的一项算 3 分，一般的 2 分，其余 1 分；"
        "零报告、迟公开都算已公开；免公开的不算。"
    )


def places_tally(board: Board, duties: Sequence[Duty], rows: Sequence[Place]) -> TallyView | None:
    """Return the table of places for the quarter of the day, in the order of ``rows``; None where nothing is owed."""
    grouped = grouped_by_row(((duty.place, duty) for duty in duties), rows)
    stands = {path: standing(owned, board.today) for path, owned in grouped.items()}
    lines = [_place_row(place, stands[place.path]) for place in rows if place.path in stands]
    if not lines:
        return None
    whole = together(list(stands.values()))
    note = f"次序固定，不排名。必须项一栏连以前各季没补的也算。{rule_words(board)}"
    total = _place_row(None, whole) if len(lines) > 1 else None
    return TallyView("completeness", _title(whole.now.quarter, board.today), _places_lead(board, whole), _PLACES, tuple(lines), Markup("{}").format(note), total)


def grouped_by_row(named: Iterable[tuple[str, Thing]], rows: Sequence[Place]) -> dict[str, list[Thing]]:
    """Return what belongs to each row's place or to a place below it, under the nearest row above."""
    own = {place.path for place in rows}
    found: dict[str, list[Thing]] = {}
    known: dict[str, str] = {}
    for path, thing in named:
        here = known.get(path)
        if here is None:
            here = known[path] = _nearest(path, own)
        if here:
            found.setdefault(here, []).append(thing)
    return found


def _nearest(path: str, rows: Container[str]) -> str:
    while path and path not in rows:
        path = path.rpartition("/")[0]
    return path


def _title(quarter: Period, today: date) -> str:
    return f"{short_period(quarter) if quarter.last.year == today.year else quarter.words()}完整率"


def _place_row(place: Place | None, stand: Standing) -> TallyRow:
    """Return the line of one place, of all together where ``place`` is None."""
    score = stand.now.score
    counts = (score.owed, score.done, score.missing, score.late)
    gate = f"缺 {stand.essential_missing}" if stand.essential_missing else "齐"
    lacking = tuple(at for at, short in ((2, score.missing), (5, stand.essential_missing)) if short)
    cells = (*(map(str, counts) if score.owed else (NOTHING,) * len(counts)), percent_words(score.percent), gate)
    return TallyRow(place.name if place else "合计", paths.place_path(place.path) if place else "", cells, lacking)


def _places_lead(board: Board, stand: Standing) -> Markup:
    lead = _quarter_words(board, stand.now) + "。"
    if not stand.earlier_missing:
        return lead
    return lead + Markup("以前各季还有 {}没补上。").format(num(f"{stand.earlier_missing} 项"))


def _quarter_words(board: Board, turn: Turn) -> Markup:
    """Return «10月1日到11月21日到期 18 项，已公开 17 项（1 项迟了），完整率 95.4%», without a full stop."""
    score, first = turn.score, turn.quarter.first
    until = min(board.today, turn.quarter.last)
    span = f"{day_words(first)}到{day_words(until)}" if until > first else day_words(first)
    if not score.owed:
        return Markup("{}没有到期的公开事项").format(span)
    late = Markup("（{}迟了）").format(num(f"{score.late} 项")) if score.late else ""
    return Markup("{}到期 {}，已公开 {}{}，完整率 {}").format(span, num(f"{score.owed} 项"), num(f"{score.done} 项"), late, num(percent_words(score.percent)))


def own_tally(board: Board, duties: Sequence[Duty]) -> TallyView | None:
    """Return a place's last quarters, oldest first, with what may be said of it; None where nothing ever fell due."""
    stand = standing(duties, board.today)
    told = [turn for turn in stand.turns if turn.score.owed or turn is stand.now]
    if not any(turn.score.owed for turn in told):
        return None
    rows = tuple(_quarter_row(turn, board.today) for turn in told)
    return TallyView("completeness", "完整率", _own_lead(board, stand), _QUARTERS, rows, Markup("{}").format(rule_words(board)), None, BADGES[stand.badge])


def _quarter_row(turn: Turn, today: date) -> TallyRow:
    score, quarter = turn.score, turn.quarter
    name = quarter.words() if quarter.last.year != today.year else short_period(quarter)
    counts = (score.owed, score.done, score.prompt)
    if not score.owed:
        return TallyRow(name, "", (NOTHING,) * 4)
    return TallyRow(name, "", (*map(str, counts), percent_words(score.percent)), (1,) if score.missing else (), str(score.percent))


def _own_lead(board: Board, stand: Standing) -> Markup:
    """Return what became of this quarter, how that compares with the one before, and what bars the way to praise."""
    lead = _quarter_words(board, stand.now) + _change(stand.turns[-2].score, stand.now.score) + "。"
    if stand.essential_missing:
        lead += Markup("<em>必须项还缺 {}</em>。").format(num(f"{stand.essential_missing} 项"))
    if stand.earlier_missing:
        lead += Markup("以前各季还有 {}没补上。").format(num(f"{stand.earlier_missing} 项"))
    return lead


def _change(before: Score, now: Score) -> Markup:
    if before.percent is None or now.percent is None:
        return Markup()
    points = now.percent - before.percent
    if not points:
        return Markup("，和上季一样")
    return Markup("，比上季{}").format(num(f"{'高' if points > 0 else '低'} {_plain(abs(points))} 个百分点"))
