"""What the templates of the calendar may use: the page of the coming twelve months, and the sheet for the wall.

Part of the contract of ``views/model.py``: every string is ready to print and already masked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from disclosure.views.model import Html
from disclosure.views.model import LawView
from disclosure.views.model import Link
from disclosure.views.model import NewsItem


@dataclass(frozen=True, slots=True)
class DueItem:
    """One thing to be made public: its name, what is special («只贴公开栏»), why here; ``path``: the page of its category."""

    name: str
    path: str
    note: str
    why: str


@dataclass(frozen=True, slots=True)
class DueGroup:
    """What is due on one day for one period and by one rule; ``why`` says in a sentence why it is this day.

    ``laws``: all that ask for one of the items, each once.
    """

    period: str
    why: str
    items: tuple[DueItem, ...]
    laws: tuple[LawView, ...]


@dataclass(frozen=True, slots=True)
class DueDay:
    """One day: «15», «星期四», «12月15日», 2026-12-15; ``note``: what is not settled about it."""

    number: str
    weekday: str
    words: str
    iso: str
    groups: tuple[DueGroup, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class DueMonth:
    """One month of the calendar with its days; ``short``: «12月», ``count``: how many things are due in it."""

    name: str
    short: str
    anchor: str
    count: int
    days: tuple[DueDay, ...]


@dataclass(frozen=True, slots=True)
class WaitingItem:
    """Something owed when it happens, or always: its name, within how many days, who says so, by which laws, why here.

    ``path``: the page of its category.
    """

    name: str
    path: str
    when: str
    source: str
    note: str
    laws: tuple[LawView, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class WaitingShelf:
    """What is owed of one subject when it happens."""

    name: str
    items: tuple[WaitingItem, ...]


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One day of the feed: a name that never changes, the day, what and why. ``alarm``: what a reminder three days before says, '' for none."""

    uid: str
    day: date
    summary: str
    words: str
    url: str
    alarm: str = ""


@dataclass(frozen=True, slots=True)
class CalendarView:
    """A place's coming twelve months.

    ``overdue``: the way to what is missing already. ``feed``: the file for a phone's calendar, ``subscribe`` the
    address a calendar keeps asking («webcal://…»); None and '' where there is none. ``today`` stamps the feed.
    """

    path: str
    place: str
    place_name: str
    today: date
    crumbs: tuple[Link, ...]
    lead: Html
    notes: tuple[str, ...]
    overdue: Link | None
    months: tuple[DueMonth, ...]
    closings: tuple[NewsItem, ...]
    undated: tuple[WaitingItem, ...]
    waiting: tuple[WaitingShelf, ...]
    standing: tuple[WaitingItem, ...]
    entries: tuple[FeedEntry, ...]
    feed: Link | None = None
    subscribe: str = ""
    downloads: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class WallMonth:
    """One month on the wall: rows of («15日», «第一季度», «收支汇总、债权债务»)."""

    name: str
    rows: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class WallView:
    """The calendar as a sheet for the wall: whole months, the same on every day of the month it is made in."""

    path: str
    place: str
    place_name: str
    period_words: str
    say: Html
    months: tuple[WallMonth, ...]
    events: Html
    foot: tuple[Html, ...]
    phones: tuple[tuple[str, str], ...]
    url: str
