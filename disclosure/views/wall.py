"""The calendar for the wall: twelve whole months from this one, the same on every day of the month, whatever was filed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from markupsafe import Markup

from disclosure.basis.workdays import calendar_range
from disclosure.board.agenda import Agenda
from disclosure.board.agenda import Item
from disclosure.board.agenda import agendas
from disclosure.board.agenda import year_from
from disclosure.board.model import Board
from disclosure.views import paths
from disclosure.views.calendar import by_subject
from disclosure.views.calendar import item_name
from disclosure.views.calendar import month_of
from disclosure.views.dates import WallMonth
from disclosure.views.dates import WallView
from disclosure.views.missing import phones
from disclosure.views.words import num
from disclosure.views.words import short_period

_NAMED = 12


def whole_months(board: Board) -> dict[str, Agenda]:
    """Return by path what every place owes in the twelve months that begin with this one; only where that is something."""
    first = board.today.replace(day=1)
    found = agendas(board.settings, board.catalogue, board.places, (), first, year_from(first))
    return {path: agenda for path, agenda in found.items() if agenda.items}


def wall_view(board: Board, agenda: Agenda) -> WallView:
    """Return the sheet of a place."""
    place, first, last = agenda.place, agenda.first, agenda.last
    path = paths.calendar_path(place.path)
    to = f"{last.year}年{last.month}月" if last.year != first.year else f"{last.month}月"
    return WallView(
        path=path,
        place=place.path,
        place_name=place.name,
        period_words=f"{first.year}年{first.month}月至{to}",
        say=Markup("这一年要公开 {}。到了日子没看到，就可以问。").format(num(f"{len(agenda.items)} 项")),
        months=tuple(_months(board, agenda)),
        events=_events(agenda),
        foot=tuple(_foot(agenda)),
        phones=phones(board, place),
        url=paths.public_url(board.settings.url, path),
    )


def _months(board: Board, agenda: Agenda) -> Iterator[WallMonth]:
    for (year, month), run in groupby(agenda.items, month_of):
        yield WallMonth(f"{year}年{month}月", tuple(_rows(board, list(run))))


def _rows(board: Board, items: list[Item]) -> Iterator[tuple[str, str, str]]:
    """Yield (day, what, which period); day and period only where they change."""
    before = ("", "")
    for item in sorted(items, key=_order):
        day = item.duty.due_on or date.max
        now = f"{day.day}日", short_period(item.ask.period)
        yield "" if now[0] == before[0] else now[0], item_name(board, item.duty), "" if now == before else now[1]
        before = now


def _order(item: Item) -> tuple[date, tuple[date, date, str, int, str, str]]:
    return item.duty.due_on or date.max, by_subject((item.ask.period, "", item))


def _foot(agenda: Agenda) -> Iterator[Markup]:
    """Yield what holds for the days: who named them, and which may still move."""
    if any(item.duty.due_source == "default" for item in agenda.items):
        yield Markup("<b>日子怎么定的</b> 多久公开一次，法律有规定；结束后几日之内，全国没有规定天数，没有地方规定的按本软件的缺省。每一天的缘由和依据，见网上的公开日历。")
    if any(item.duty.calendar_note for item in agenda.items):
        last = calendar_range()[1].year
        yield Markup("<b>节假日</b> 国务院放假安排只公布到 {} 年，以后的日子暂未顺延，逢节假日再往后推。").format(last)


def _events(agenda: Agenda) -> Markup:
    """Return what is owed when it happens."""
    names = [one.law.name for one in agenda.waiting if not one.standing]
    more = f"等 {len(names)} 项" if len(names) > _NAMED else ""
    return Markup("<b>发生了就要公开：</b>{}。").format("、".join(names[:_NAMED]) + more) if names else Markup()
