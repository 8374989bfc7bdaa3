"""The completeness grid: a row per place, few columns, the worst state of what stands behind each mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from disclosure.basis.period import Period
from disclosure.basis.period import parse_period
from disclosure.basis.period import period_of
from disclosure.board.model import Board
from disclosure.board.model import Duty
from disclosure.board.model import Place
from disclosure.board.model import Status
from disclosure.views import paths
from disclosure.views import posting
from disclosure.views.model import GridCell
from disclosure.views.model import GridRow
from disclosure.views.model import GridView
from disclosure.views.model import GroupHead
from disclosure.views.model import StatusView
from disclosure.views.words import SUBJECTS
from disclosure.views.words import short_period

MOST_ROWS = 60
"""Places a grid shows one by one; beyond that their townships stand for them."""

MOST_SUBJECTS = 7
_WORST = (Status.MISSING, Status.LATE, Status.DUE, Status.PUBLISHED, Status.NIL, Status.EXEMPT)
_LEGEND = ((Status.PUBLISHED, "按时公开"), (Status.LATE, "迟公开"), (Status.NIL, "零报告"), (Status.MISSING, "缺"), (Status.DUE, "未到期"))
_MONTHS = 3


class Column(NamedTuple):
    """One column: its head, what it is called in full, and the duties by place behind it."""

    head: str
    name: str
    duties: dict[str, list[Duty]]


@cache
def period(text: str) -> Period | None:
    """Return the period of a duty."""
    return parse_period(text)


def counted(duties: Iterable[Duty]) -> Counter[Status]:
    """Return how many duties stand in each state; exempt ones are left out."""
    return Counter(duty.status for duty in duties if duty.status is not Status.EXEMPT)


def worst(duties: Sequence[Duty]) -> Duty:
    """Return the duty whose state must be seen first."""
    return min(duties, key=lambda duty: (_WORST.index(duty.status), duty.due_on or date.max))


def grid(board: Board, duties: Sequence[Duty], rows: Sequence[Place]) -> GridView:
    """Return the grid of ``rows`` over ``duties`` (of these places and of places below them)."""
    owner = _owners(board, rows)
    kept = [duty for duty in duties if duty.place in owner]
    months, subjects, quarter = _months(kept, owner, board.today), *_subjects(kept, owner, board.today)
    groups = [GroupHead("财务，按月", len(months))] if months else []
    groups += [GroupHead(short_period(quarter), len(subjects))] if subjects else []
    columns = [*months, *subjects]
    by_place: dict[str, list[Duty]] = {}
    for duty in kept:
        by_place.setdefault(owner[duty.place], []).append(duty)
    lines = tuple(_row(place, columns, by_place.get(place.path, [])) for place in rows if place.path in by_place)
    return GridView(tuple(groups), tuple(column.head for column in columns), lines, legend(kept))


def legend(duties: Iterable[Duty]) -> tuple[tuple[StatusView, str], ...]:
    """Return the marks with their counts; a state nothing is in stands there only when it is a good one to know of."""
    counts = counted(duties)
    shown = [(status, name) for status, name in _LEGEND if counts[status] or status is Status.PUBLISHED]
    return tuple((posting.mark(status.value), f"{name} {counts[status]}") for status, name in shown)


def _owners(board: Board, rows: Sequence[Place]) -> dict[str, str]:
    """Return for each place the row it belongs to: its own, else that of the nearest place above."""
    own = {place.path for place in rows}
    found = {}
    for path in board.places:
        here = path
        while here and here not in own:
            here = board.places[here].parent if here in board.places else ""
        if here:
            found[path] = here
    return found


def _months(duties: list[Duty], owner: dict[str, str], today: date) -> list[Column]:
    """Return the columns of the last three months in which finance was due by the month."""
    monthly: dict[str, dict[str, list[Duty]]] = {}
    for duty in duties:
        found = period(duty.period) if duty.subject == "finance" and duty.status is not Status.EXEMPT else None
        if found is not None and found.unit == "month" and found.last < today:
            monthly.setdefault(duty.period, {}).setdefault(owner[duty.place], []).append(duty)
    columns = []
    for canonical in sorted(monthly)[-_MONTHS:]:
        found = period(canonical)
        if found is not None:
            columns.append(Column(short_period(found), f"{short_period(found)}财务", monthly[canonical]))
    return columns


def _subjects(duties: list[Duty], owner: dict[str, str], today: date) -> tuple[list[Column], Period]:
    """Return a column per subject for the last quarter that ended, and that quarter."""
    quarter = period_of("quarter", today).previous()
    found: dict[str, dict[str, list[Duty]]] = {}
    for duty in duties:
        span = period(duty.period)
        if span is None or duty.status is Status.EXEMPT or (duty.subject == "finance" and span.unit == "month"):
            continue
        if quarter.first <= span.last <= quarter.last:
            found.setdefault(duty.subject, {}).setdefault(owner[duty.place], []).append(duty)
    order = [subject for subject in SUBJECTS if subject in found]
    kept = order if len(order) <= MOST_SUBJECTS else _fullest(order, found)
    return [Column(SUBJECTS[subject], f"{short_period(quarter)}{SUBJECTS[subject]}", found[subject]) for subject in kept], quarter


def _fullest(order: list[str], found: dict[str, dict[str, list[Duty]]]) -> list[str]:
    """Return the subjects most places have something due in; a subject with something missing always stays."""
    missing = {subject for subject in order if any(duty.status is Status.MISSING for duties in found[subject].values() for duty in duties)}
    ranked = sorted(order, key=lambda subject: (subject not in missing, -len(found[subject]), order.index(subject)))
    return [subject for subject in order if subject in ranked[:MOST_SUBJECTS]]


def _row(place: Place, columns: list[Column], duties: list[Duty]) -> GridRow:
    counts = counted(duties)
    due = sum(counts.values()) - counts[Status.DUE]
    cells = tuple(_cell(place, column) for column in columns)
    return GridRow(place.name, paths.place_path(place.path), cells, f"{due - counts[Status.MISSING]} / {due}")


def _cell(place: Place, column: Column) -> GridCell | None:
    behind = column.duties.get(place.path)
    if not behind:
        return None
    duty = worst(behind)
    same = [other for other in behind if other.status is duty.status]
    sentence = posting.SENTENCES[duty.status.value] + (f"，{len(same)} 项" if len(same) > 1 else "")
    fine = duty.status in (Status.PUBLISHED, Status.NIL, Status.EXEMPT)
    return GridCell(posting.mark(duty.status.value, sentence), _target(place, behind, same), column.name, fine)


def _target(place: Place, behind: list[Duty], same: list[Duty]) -> str:
    """Return where a mark leads: the one page behind it, else the subject's list on the place's page."""
    duty = same[0]
    if (len(behind) == 1 or len(same) == 1) and duty.status is not Status.DUE:
        return page_of(duty)
    return f"{paths.place_path(place.path)}#{'missing' if duty.status is Status.MISSING else duty.subject}"


def page_of(duty: Duty) -> str:
    """Return the page of a duty: that of its filing, or of the gap it leaves."""
    return paths.filing_id_path(duty.filing_id) if duty.filing_id else paths.duty_path(duty.place, duty.category, duty.period, duty.item)
