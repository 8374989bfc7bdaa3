"""A place's calendar: what it must make public in the coming twelve months, day by day, and why on that day."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from datetime import date
from itertools import groupby

from markupsafe import Markup

from disclosure.basis.digest import sha256
from disclosure.basis.period import Period
from disclosure.basis.workdays import calendar_range
from disclosure.board.agenda import Agenda
from disclosure.board.agenda import Closing
from disclosure.board.agenda import Item
from disclosure.board.agenda import Waiting
from disclosure.board.agenda import agendas
from disclosure.board.agenda import closings
from disclosure.board.agenda import year_from
from disclosure.board.model import Board
from disclosure.board.model import Duty
from disclosure.board.model import Place
from disclosure.board.model import Status
from disclosure.catalogue.effective import citations_in_force
from disclosure.catalogue.model import Category
from disclosure.views import paths
from disclosure.views import posting
from disclosure.views.binding import profile_of
from disclosure.views.dates import CalendarView
from disclosure.views.dates import DueDay
from disclosure.views.dates import DueGroup
from disclosure.views.dates import DueItem
from disclosure.views.dates import DueMonth
from disclosure.views.dates import FeedEntry
from disclosure.views.dates import WaitingItem
from disclosure.views.dates import WaitingShelf
from disclosure.views.filing import crumbs
from disclosure.views.grid import period
from disclosure.views.model import LawView
from disclosure.views.model import Link
from disclosure.views.model import NewsItem
from disclosure.views.why import WEEKDAYS
from disclosure.views.why import day_note
from disclosure.views.why import day_reason
from disclosure.views.why import waiting_source
from disclosure.views.why import waiting_words
from disclosure.views.words import SUBJECTS
from disclosure.views.words import day_words
from disclosure.views.words import num
from disclosure.views.words import short_period

_ORDER = {subject: at for at, subject in enumerate(SUBJECTS)}


def coming(board: Board) -> dict[str, Agenda]:
    """Return by path what every place owes in the twelve months from today; only places with something on it."""
    found = agendas(board.settings, board.catalogue, board.places, board.briefs, board.today, year_from(board.today))
    return {path: agenda for path, agenda in found.items() if agenda}


def calendar_view(board: Board, agenda: Agenda) -> CalendarView:
    """Return the page of a place's coming twelve months; ``board`` may be cut down to what concerns the place."""
    place = agenda.place
    own = [duty for duty in board.duties if duty.place == place.path]
    ends = closings(board.catalogue, own, board.briefs, board.today)
    months = tuple(_months(board, agenda))
    return CalendarView(
        path=paths.calendar_path(place.path),
        place=place.path,
        place_name=place.name,
        today=board.today,
        crumbs=crumbs(board.places, place, None, "公开日历"),
        lead=_lead(agenda),
        notes=tuple(_notes(agenda)),
        overdue=_overdue(place, own),
        months=months,
        closings=tuple(_closing(board, one) for one in ends),
        undated=tuple(_undated(board, item) for item in agenda.undated),
        waiting=tuple(_shelves(board, agenda)),
        standing=tuple(_waiting(board, agenda, one) for one in agenda.waiting if one.standing),
        entries=(*_entries(board, agenda, months), *(_ending(board, place, one) for one in ends)),
    )


def _lead(agenda: Agenda) -> Markup:
    if not agenda.items:
        return Markup("今后十二个月没有定了日子的公开事项。")
    nearest = agenda.items[0].duty.due_on or agenda.first
    words = num(day_words(nearest, nearest.year != agenda.first.year))
    return Markup("今后十二个月要公开 {}，最近的是 {}。").format(num(f"{len(agenda.items)} 项"), words)


def _notes(agenda: Agenda) -> Iterator[str]:
    """Yield what holds for many of the days: holidays not known yet, days no law names."""
    last = calendar_range()[1].year
    if any(item.duty.calendar_note for item in agenda.items):
        yield f"国务院放假安排只公布到 {last} 年，{last + 1} 年的日子暂未顺延，公布后再算一遍。"
    if any(item.duty.due_source == "default" for item in agenda.items):
        yield "法律定了多久公开一次；没有定几日之内的，按本软件的缺省，每一天下面都写明。"


def _overdue(place: Place, own: Sequence[Duty]) -> Link | None:
    count = sum(duty.status is Status.MISSING for duty in own)
    return Link(f"还有 {count} 项已经过期", f"{paths.place_path(place.path)}#missing") if count else None


def _months(board: Board, agenda: Agenda) -> Iterator[DueMonth]:
    for (year, month), run in groupby(agenda.items, month_of):
        items = list(run)
        days = tuple(_day(board, agenda, list(same)) for _, same in groupby(items, lambda item: item.duty.due_on))
        yield DueMonth(f"{year}年{month}月", f"{month}月", f"m{year}-{month:02d}", len(items), days)


def month_of(item: Item) -> tuple[int, int]:
    """Return year and month of the day an item is due."""
    day = item.duty.due_on or date.max
    return day.year, day.month


def _day(board: Board, agenda: Agenda, items: list[Item]) -> DueDay:
    """Return a day with its items in groups that share period and reason, in the order of the subjects."""
    day = items[0].duty.due_on or date.max
    profile = profile_of(agenda.place, board.places, board.settings)
    told = sorted(((item.ask.period, day_reason(board.catalogue, item, profile), item) for item in items), key=by_subject)
    runs = [(why, [item for *_, item in run]) for (_, why), run in groupby(told, lambda entry: entry[:2])]
    groups = tuple(_group(board, agenda.place, why, run) for why, run in runs)
    return DueDay(str(day.day), WEEKDAYS[day.weekday()], day_words(day), day.isoformat(), groups, day_note(items))


def _group(board: Board, place: Place, why: str, items: Sequence[Item]) -> DueGroup:
    duty, span = items[0].duty, items[0].ask.period
    laws = _laws(board, (item.ask.law for item in items), span.last)
    return DueGroup(period_words(duty.period, duty.due_on or span.last), why, tuple(_item(board, place, item) for item in items), laws)


def _laws(board: Board, categories: Iterable[Category], day: date) -> tuple[LawView, ...]:
    """Return the law that asks for these; of what no law in force asks for by itself, the law that it serves."""
    ids: dict[str, None] = {}
    for law in categories:
        asked = citations_in_force(board.catalogue, law.source_of("required"), day)
        ids |= dict.fromkeys([one.id for one in asked] or law.basis)
    return posting.laws(board.catalogue, ids, day)


def by_subject(entry: tuple[Period, str, Item]) -> tuple[date, date, str, int, str, str]:
    """Return the order of what is due on one day: by period, reason, subject, name."""
    span, why, item = entry
    return span.last, span.first, why, _ORDER.get(item.duty.subject, len(_ORDER)), item.duty.category, item.duty.item


def period_words(text: str, day: date) -> str:
    """Return «第一季度», with its year where that is not the year of the day it is due."""
    span = period(text)
    if span is None:
        return text
    return short_period(span) if span.last.year == day.year else span.words()


def item_name(board: Board, duty: Duty) -> str:
    """Return the name of what is due, with the stage or the merged place it is for."""
    name = board.catalogue.categories[duty.category].name
    return f"{name}（{duty.item}）" if duty.item else name


def _item(board: Board, place: Place, item: Item) -> DueItem:
    law = item.ask.law
    note = "只贴公开栏，不上网" if "web" not in law.media else ""
    return DueItem(item_name(board, item.duty), paths.category_page(law.slug), note, _condition(place, law))


def _condition(place: Place, law: Category) -> str:
    """Return why a place owes what not every place does."""
    return f"{place.name}有“{law.required_when}”这一项，所以要公开。" if law.required_when else ""


def _undated(board: Board, item: Item) -> WaitingItem:
    law = item.ask.law
    name = f"{period_words(item.duty.period, board.today)} {item_name(board, item.duty)}"
    laws = _laws(board, [law], item.ask.period.last)
    return WaitingItem(name, paths.category_page(law.slug), waiting_words(Waiting(law, item.rule)), "", "", laws)


def _shelves(board: Board, agenda: Agenda) -> Iterator[WaitingShelf]:
    """Yield what is owed when it happens, by subject."""
    for subject, name in SUBJECTS.items():
        found = [one for one in agenda.waiting if not one.standing and one.law.subject == subject]
        if found:
            yield WaitingShelf(name, tuple(_waiting(board, agenda, one) for one in found))


def _waiting(board: Board, agenda: Agenda, one: Waiting) -> WaitingItem:
    law = one.law
    profile = profile_of(agenda.place, board.places, board.settings)
    notes = [f"公示不少于 {law.objection_days} 天" if law.objection_days else "", "只贴公开栏，不上网" if "web" not in law.media else ""]
    first = board.catalogue.find(law.follows) if law.follows else None
    notes.insert(0, f"跟在“{first.name}”后面" if first else "")
    source = waiting_source(board.catalogue, one, profile, agenda.first)
    path = paths.category_page(law.slug)
    return WaitingItem(law.name, path, waiting_words(one), source, "，".join(filter(None, notes)), _laws(board, [law], agenda.first), _condition(agenda.place, law))


def _closing_name(board: Board, duty: Duty) -> str:
    """Return what ends, without the matter where the web must not tell it."""
    category = board.catalogue.categories[duty.category]
    matter = f"：{duty.item}" if duty.item and "web" in category.media and not duty.held else ""
    return f"{period_words(duty.period, board.today)}{category.name}{matter}"


def _closing(board: Board, one: Closing) -> NewsItem:
    meta = "公示期满，这天以前可以提意见" if one.window else "贴满规定的天数，过了这天可以取下"
    when = day_words(one.day, one.day.year != board.today.year)
    return NewsItem(when, _closing_name(board, one.duty), paths.filing_id_path(one.duty.filing_id), meta)


def _entries(board: Board, agenda: Agenda, months: Sequence[DueMonth]) -> Iterator[FeedEntry]:
    """Yield the entries of the feed, with the very sentences of the page; one reminder for all that is due on a day."""
    reasons = {(day.iso, group.period, item.name): group.why for month in months for day in month.days for group in day.groups for item in group.items}
    url = _url(board, agenda.place)
    for due, run in groupby(agenda.items, lambda item: item.duty.due_on):
        items, day = list(run), due or agenda.last
        alarm, iso = f"{agenda.place.name}：{day_words(day)}前要公开 {len(items)} 项", day.isoformat()
        for item in items:
            name, words = item_name(board, item.duty), period_words(item.duty.period, day)
            why = reasons.get((iso, words, name), "")
            yield FeedEntry(_uid(item.duty, "due"), day, f"{agenda.place.name}：{words}{name}", f"最迟这天公开。{why}", url, alarm)
            alarm = ""


def _ending(board: Board, place: Place, one: Closing) -> FeedEntry:
    name, kind = _closing_name(board, one.duty), "window" if one.window else "down"
    summary = f"{place.name}：{name}{'公示期满' if one.window else '可以取下'}"
    words = "公示期到这天满，这天以前可以提意见。" if one.window else "贴满规定的天数，过了这天可以取下。"
    return FeedEntry(_uid(one.duty, kind), one.day, summary, words, _url(board, place))


def _url(board: Board, place: Place) -> str:
    return paths.public_url(board.settings.url, paths.calendar_path(place.path))


def _uid(duty: Duty, kind: str) -> str:
    """Return a name that stays when the day moves: told from what is due, not from when."""
    of = duty.filing_id if kind != "due" else "|".join((duty.place, duty.category, duty.period, duty.item))
    return sha256(f"{kind}|{of}".encode())[:32]
