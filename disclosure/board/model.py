"""The records first: settings, places, filings, duties, briefs. Immutable; everything else is a function over them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from disclosure.basis.coverage import Coverage
from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.period import Period
from disclosure.basis.span import Span
from disclosure.board.flow import Flow
from disclosure.board.flow import Promise
from disclosure.board.flow import Term
from disclosure.board.previous import earlier
from disclosure.catalogue.formula import Identity
from disclosure.catalogue.model import Catalogue
from disclosure.catalogue.model import Category
from disclosure.reading.table import Cell
from disclosure.reading.table import Personal
from disclosure.reading.table import Table

SITE = Span("site.yaml")


@dataclass(frozen=True, slots=True)
class Check:
    """One line of 校验: the relation it states and where; ``table`` is the table it stands in, '' for the filing."""

    identity: Identity
    span: Span
    table: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One key and value; ``others`` are further statements of the same fact (另称)."""

    id: str
    label: str
    kind: str
    cell: Cell
    key_span: Span
    unit: str = ""
    personal: Personal | None = None
    others: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed as what, when, with which opinion; ``name`` '' when the line is printed and empty."""

    role: str
    name: str
    span: Span
    date: date | None = None
    opinion: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of 更正; ``old`` is '' for a personal column. ``row`` is the speakable number or ''."""

    date: date | None
    row: str
    column: str
    old: str
    new: str
    reason: str
    approved_by: str
    span: Span
    posted_on: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Waiver:
    """One entry of 豁免: a finding excused with a reason until a day."""

    rule: str
    reason: str
    until: date | None
    span: Span


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file the filing names; ``path`` relative to content/, ``exists`` and ``media_type`` as load found them.

    ``words``: what a PDF says, for the privacy guard. ``barred``: why the file may not be published, '' when nothing stands against it.
    """

    path: str
    title: str
    span: Span
    exists: bool = True
    media_type: str = ""
    words: str = ""
    barred: str = ""


@dataclass(frozen=True, slots=True)
class ProseNumber:
    """A number in Markdown compared with data: «[98](=已完成)»; ``inserted`` for «{=…}».

    ``formula`` has one side only. ``unit``: the unit that stands right behind the link («万元»), '' for none.
    """

    text: str
    formula: Identity
    span: Span
    inserted: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """What a filing was read from, for excerpts: the decoded text and the spans whose characters must be masked.

    ``sealed`` is True where every value is masked (board-only, or a file that did not parse).
    """

    path: str
    text: str
    secrets: tuple[Span, ...] = ()
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class Filing:
    """One notice, one page, one poster. Dates are None where not stated.

    ``secret``: it stands in 不公开/ or its category is board-only: nothing of its rows ever leaves for the web.
    ``papers``: (text, place, kind of place) in its row files and attachments beside their tables, where that could be a number.
    """

    place: str
    category: Category
    period: Period
    span: Span
    source: Source
    title: str = ""
    document_no: str = ""
    covers: Period | None = None
    matter: str = ""
    batch: str = ""
    stage: str = ""
    owner: str = ""
    published_on: date | None = None
    posted_on: date | None = None
    taken_down_on: date | None = None
    window: tuple[date, date] | None = None
    issued_on: date | None = None
    issuer: str = ""
    signatures: tuple[Signature, ...] = ()
    hotline: str = ""
    unit: str = ""
    notes: tuple[tuple[str, Span], ...] = ()
    body: str = ""
    body_span: Span | None = None
    prose: tuple[ProseNumber, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    nil: str = ""
    corrections: tuple[Correction, ...] = ()
    supersedes: str = ""
    follow_up: str = ""
    reposted: tuple[str, str] | None = None
    waivers: tuple[Waiver, ...] = ()
    facts: tuple[Fact, ...] = ()
    tables: tuple[Table, ...] = ()
    checks: tuple[Check, ...] = ()
    keys: dict[str, Span] = field(default_factory=dict)
    secret: bool = False
    papers: tuple[tuple[str, Span, str], ...] = ()

    @property
    def id(self) -> str:
        """``place/category/period[~batch or matter][~stage]``: its identity, and the target of 替代."""
        tail = "".join(f"~{part}" for part in (self.batch or self.matter, self.stage) if part)
        return f"{self.place}/{self.category.id}/{self.period.canonical}{tail}"

    @property
    def first_shown(self) -> date | None:
        """The earliest of 上栏日期 and 公开日期 in a medium the category has: what lateness looks at."""
        days = [
            day
            for medium, day in (("board", self.posted_on), ("web", self.published_on))
            if day is not None and medium in self.category.media
        ]
        return min(days, default=None)

    def fact(self, name: str) -> Fact | None:
        """Return the fact with this id or label, else None."""
        return next((f for f in self.facts if name in (f.id, f.label)), None)

    def table(self, name: str) -> Table | None:
        """Return the table with this id or label, else None."""
        return next((t for t in self.tables if name in (t.id, t.label)), None)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in a place that no filing tells (place.yaml 事件); ``stage``: which step of the matter it was."""

    category: str
    date: date
    matter: str
    span: Span
    stage: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A folder with a place.yaml. ``path``: slug path («qinghe/shiqiao»); ``folder``: its folder below content/."""

    path: str
    slug: str
    name: str
    level: str
    folder: str
    span: Span
    nature: str = ""
    code: str = ""
    parent: str = ""
    start: date | None = None
    end: date | None = None
    succeeds: tuple[str, ...] = ()
    hotline: str = ""
    boards: tuple[str, ...] = ()
    conditions: dict[str, str] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    profile: str = ""
    exemptions: tuple[tuple[str, str, str], ...] = ()
    extra: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settings:
    """content/site.yaml."""

    title: str = ""
    url: str = ""
    language: str = "zh-Hans"
    profile: str = ""
    theme: str = "default"
    footer: str = ""
    visibility: str = "private"
    repository: str = ""
    start: date | None = None
    as_of: date | None = None
    policy: dict[str, str] = field(default_factory=dict)
    span: Span = SITE


class Status(StrEnum):
    """Where a duty stands, in the order FORMAT §8 decides it."""

    EXEMPT = "exempt"
    DUE = "due"
    MISSING = "missing"
    LATE = "late"
    NIL = "nil"
    PUBLISHED = "published"


class Duty(NamedTuple):
    """Something that is due: category × place × period, with the day, its source and what fulfils it.

    A NamedTuple rather than a dataclass: a township has twenty thousand of them, made anew every day.
    """

    place: str
    category: str
    period: str
    item: str
    source: str
    due_on: date | None
    due_raw: date | None
    due_source: str
    essential: bool
    status: Status
    nil: bool = False
    held: bool = False
    window: str = ""
    take_down_due: date | None = None
    filings: tuple[str, ...] = ()
    filing: str = ""
    filing_id: str = ""
    published_on: date | None = None
    posted_on: date | None = None
    taken_down_on: date | None = None
    citation: tuple[str, ...] = ()
    calendar_note: str = ""
    owner: str = ""
    subject: str = ""
    weight: int = 2


@dataclass(frozen=True, slots=True)
class Brief:
    """What the rest of the world needs to know of one filing; holds nothing personal, may be cached and sent.

    ``say`` is the page's plain-words sentence; ``meta`` a short second line; ``money`` sums by account for the
    home chart; ``rows`` the number of rows read; ``waivers`` the slugs it excuses,
    each with its last day and where it stands (line, column); ``replies`` of a filing of opinions the day each was
    received and the day it was answered, None while it is not. ``terms`` are the contracts of a list of leases,
    ``flows`` the sums that another level speaks of too, ``follow_up`` what became of it in its own words,
    ``signers`` role and name of those who signed it in their office, ``promises`` what it says will be done by a day,
    ``issuer`` the office whose document it repeats (转载), '' for the place's own; ``households`` the rows of its lists
    that could be known again elsewhere, packed by :mod:`disclosure.board.households`.
    """

    filing_id: str
    place: str
    category: str
    period: str
    covers: str
    path: str
    title: str
    say: str
    meta: str
    owner: str
    matter: str
    batch: str
    stage: str
    nil: bool
    secret: bool
    held: bool
    supersedes: str
    published_on: date | None
    posted_on: date | None
    taken_down_on: date | None
    issued_on: date | None
    window: tuple[date, date] | None
    facts: dict[str, Decimal]
    days: dict[str, date]
    money: dict[str, Decimal]
    rows: int
    corrections: int
    digest: str
    waivers: tuple[tuple[str, date, int, int], ...] = ()
    replies: tuple[tuple[date, date | None], ...] = ()
    terms: tuple[Term, ...] = ()
    flows: tuple[Flow, ...] = ()
    follow_up: str = ""
    signers: tuple[tuple[str, str], ...] = ()
    promises: tuple[Promise, ...] = ()
    issuer: str = ""
    households: tuple[tuple[str, bytes], ...] = ()


_NOTHING_KNOWN = Coverage()


@dataclass(frozen=True, slots=True)
class Shelf:
    """The filings of one place (and of those it succeeds) in full: what rules of filing scope and views look at.

    ``place``: whose shelf it is ('' for all on it); the others' filings are there to be compared with only.
    ``coverage``: what the fonts of this machine can print; empty where nobody looked.
    """

    places: dict[str, Place]
    settings: Settings
    catalogue: Catalogue
    filings: tuple[Filing, ...]
    place: str = ""
    coverage: Coverage = _NOTHING_KNOWN

    @property
    def own(self) -> tuple[Filing, ...]:
        """The filings of the place itself: what is checked and shown."""
        return tuple(filing for filing in self.filings if self.place in ("", filing.place))

    def earlier(self, filing: Filing) -> tuple[Filing, ...]:
        """Return what ``previous`` means for a filing: the last earlier one, or one per merged place; else empty."""
        return earlier(self, filing)


@dataclass(frozen=True, slots=True)
class Board:
    """The whole world at brief level, read-only; it builds, checks and renders nothing. ``today`` is an argument."""

    settings: Settings
    catalogue: Catalogue
    places: dict[str, Place]
    briefs: tuple[Brief, ...]
    duties: tuple[Duty, ...]
    diagnostics: tuple[Diagnostic, ...]
    today: date
    today_fixed: bool = False

    def with_findings(self, more: tuple[Diagnostic, ...]) -> Board:
        """Return the same board with further findings."""
        return replace(self, diagnostics=(*self.diagnostics, *more))
