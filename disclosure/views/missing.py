"""What is missing: entries for lists, and the page that stands at the very address the filing will have."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from disclosure.board.deadline import Deadline
from disclosure.board.deadline import chosen
from disclosure.board.deadline import deadline
from disclosure.board.model import Board
from disclosure.board.model import Brief
from disclosure.board.model import Duty
from disclosure.board.model import Place
from disclosure.board.model import Status
from disclosure.catalogue.effective import citations_in_force
from disclosure.catalogue.model import Category
from disclosure.views import paths
from disclosure.views import posting
from disclosure.views.binding import law_of
from disclosure.views.binding import profile_of
from disclosure.views.filing import crumbs
from disclosure.views.grid import page_of
from disclosure.views.grid import period
from disclosure.views.model import Link
from disclosure.views.model import MissingItem
from disclosure.views.model import MissingView
from disclosure.views.words import OWNERS
from disclosure.views.words import SUBJECTS
from disclosure.views.words import day_words
from disclosure.views.words import days_between
from disclosure.views.words import deadline_words
from disclosure.views.words import law_label
from disclosure.views.words import short_period

_REMEDY = ("村组法2025/36", "村组法2018/31")
_REMEDY_WORDS = "不及时公布的，村民可以向乡镇或县级政府反映，由其调查核实、责令公布。"


def missing_duties(duties: Iterable[Duty]) -> list[Duty]:
    """Return what is missing, the essential and the longest overdue first."""
    found = [duty for duty in duties if duty.status is Status.MISSING]
    return sorted(found, key=lambda duty: (not duty.essential, duty.due_on or date.min, duty.place, duty.category, duty.period))


def missing_item(board: Board, duty: Duty) -> MissingItem:
    """Return the list entry of a missing duty."""
    category = board.catalogue.categories[duty.category]
    return MissingItem(
        place_name=board.places[duty.place].name,
        title=duty_title(board, duty),
        path=page_of(duty),
        due_line=_due_line(board, duty),
        why=_why(board, duty, category),
        who=_who(duty),
        days=days_between(duty.due_on, board.today) if duty.due_on else 0,
    )


def duty_title(board: Board, duty: Duty) -> str:
    """Return «九月财务收支明细», with the year where it is not this one, with the matter where there is one."""
    span = period(duty.period)
    words = ""
    if span is not None:
        words = short_period(span) if span.last.year == board.today.year else span.words()
    item = f"（{duty.item}）" if duty.item else ""
    return f"{words}{board.catalogue.categories[duty.category].name}{item}"


def _due_line(board: Board, duty: Duty) -> str:
    essential = "（必须项）" if duty.essential else ""
    if duty.due_on is None:
        return f"早该公开，尚未公开{essential}"
    year = duty.due_on.year != board.today.year
    return f"应于 {day_words(duty.due_on, year)}前公开，已过 {days_between(duty.due_on, board.today)} 天{essential}"


def _why(board: Board, duty: Duty, category: Category) -> str:
    span = period(duty.period)
    day = span.last if span else board.today
    cited = citations_in_force(board.catalogue, duty.citation or category.basis, day)
    laws = f"{law_label(cited[0])}。" if cited else ""
    words = _deadline_words(board, duty)
    local = citations_in_force(board.catalogue, _made(board, duty).basis, day) if words and duty.due_source == "local" else ()
    return f"{laws}{words}{f'，见{law_label(local[0])}' if local else ''}。" if words else laws


def _bound(board: Board, duty: Duty) -> Category:
    span = period(duty.period)
    place = board.places[duty.place]
    day = span.last if span else board.today
    return law_of(board.catalogue, board.catalogue.categories[duty.category], profile_of(place, board.places, board.settings), day, day)


def _deadline_words(board: Board, duty: Duty) -> str:
    span = period(duty.period)
    if span is None or duty.due_on is None:
        return ""
    law, made = _bound(board, duty), _made(board, duty)
    if made.on != duty.due_on:
        made = Deadline(duty.due_raw, duty.due_on, duty.due_source, duty.calendar_note, made.words)
    return deadline_words(chosen(law.due, duty.item, span.unit), made, span.unit)


def _made(board: Board, duty: Duty) -> Deadline:
    """Return the deadline the rules give for a duty's period, whatever an event has made of it."""
    law, span = _bound(board, duty), period(duty.period)
    return deadline(law, span, stage=duty.item if duty.item in law.stages else "", rhythm=span.unit) if span else Deadline()


def _who(duty: Duty) -> str:
    return OWNERS.get(duty.owner, duty.owner) if duty.owner else ""


def missing_view(board: Board, duty: Duty) -> MissingView:
    """Return the page of a missing duty."""
    place = board.places[duty.place]
    category = board.catalogue.categories[duty.category]
    span = period(duty.period)
    words = span.words() if span else duty.period
    day = span.last if span else board.today
    name = short_period(span) if span else ""
    who = _who(duty)
    return MissingView(
        path=page_of(duty),
        place_name=place.name,
        category_name=category.name,
        period_words=words + (f"（{duty.item}）" if duty.item else ""),
        crumbs=crumbs(board.places, place, category, words),
        status=posting.mark("missing"),
        due_sentence=f"应于 {day_words(duty.due_on, True)}前公开，尚未公开。" if duty.due_on else "早该公开，尚未公开。",
        overdue=f"已过期 {days_between(duty.due_on, board.today)} 天" if duty.due_on else "尚未公开",
        laws=posting.laws(board.catalogue, duty.citation or category.basis, day),
        deadline=_counting(board, duty, day),
        who=f"{place.name}{who}" if who and duty.owner in ("collective", "villagers_committee", "group", "party") else who,
        previous=_previous(board, duty),
        phones=phones(board, place),
        subject_name=SUBJECTS.get(category.subject, ""),
        slot_note=f"这一页留给{place.name}{name}的{category.name}。公开后，内容登在这里，地址不变，并注明迟了几天。",
        remedy=_remedy(board),
        url=paths.public_url(board.settings.url, page_of(duty)),
        about=paths.category_page(category.slug),
    )


def _counting(board: Board, duty: Duty, end: date) -> str:
    """Return «次月 15 日前（地方规定…）。9月30日 + 15 日 = 10月15日», the sum only where it is one."""
    words = _deadline_words(board, duty)
    if not words or duty.due_raw is None or not 0 < days_between(end, duty.due_raw) <= 31:
        return words
    return f"{words}。{day_words(end)} + {days_between(end, duty.due_raw)} 日 = {day_words(duty.due_raw)}"


def _previous(board: Board, duty: Duty) -> Link | None:
    """Return the last filing before the gap of the same place and category."""
    span = period(duty.period)
    before = [entry for entry in board.briefs if _is_before(entry, duty, span.first if span else board.today)]
    if not before:
        return None
    entry = max(before, key=_last)
    told = period(entry.period)
    shown = min((day for day in (entry.posted_on, entry.published_on) if day), default=None)
    note = "，".join(filter(None, (f"{day_words(shown, shown.year != board.today.year)}公开" if shown else "", entry.say.rstrip("。"))))
    return Link(told.words() if told else entry.period, paths.filing_id_path(entry.filing_id), note)


def _is_before(entry: Brief, duty: Duty, first: date) -> bool:
    return entry.place == duty.place and entry.category == duty.category and not entry.held and _last(entry) < first


def _last(entry: Brief) -> date:
    span = period(entry.period)
    return span.last if span else date.min


def phones(board: Board, place: Place) -> tuple[tuple[str, str], ...]:
    """Return (whose, number) of the lines a reader may ring: the place's own, then those above it."""
    found = []
    here: Place | None = place
    while here is not None:
        found += [(f"{here.name}监督电话", number.strip()) for number in here.hotline.replace("，", "、").split("、") if number.strip()]
        here = board.places.get(here.parent)
    return tuple({number: (name, number) for name, number in reversed(found)}.values())[::-1]


def _remedy(board: Board) -> str:
    cited = citations_in_force(board.catalogue, _REMEDY, board.today)
    return _REMEDY_WORDS + (f"{law_label(cited[0])}。" if cited else "")
