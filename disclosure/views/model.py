"""What a template may use: a documented, tested contract. Every string is ready to print and already masked.

``Html`` values are escaped by the view builder, other strings by the template; ``url(path)`` makes paths relative URLs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from disclosure.basis.text import em_width
from disclosure.views.tally import TallyRow  # noqa: F401 -- the contract is this module
from disclosure.views.tally import TallyView

Html = str
"""Escaped or sanitised markup (a markupsafe.Markup at run time)."""


@dataclass(frozen=True, slots=True)
class Link:
    """A text and where it leads: a path below the site's root, or '' for plain text."""

    text: str
    path: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A printed column: ``css`` classes of head and cells; ``unit`` small behind the label; ``label_short`` before figures on phones.

    ``widest``: the longest text in a column of a long table: it has its width before its last row arrives.
    """

    id: str
    label: str
    unit: str
    css: str
    label_short: str = ""
    widest: str = ""


@dataclass(frozen=True, slots=True)
class GroupHead:
    """A heading over several columns (level by level); ``text`` '' where the leaf spans up."""

    text: str
    columns: int


def em(text: str) -> float:
    """Return the width of a text in em: digits .555, Han 1."""
    return em_width(text) / 1000


class CellView(NamedTuple):
    """A cell: ready markup, its column's classes and phone label; ``empty`` for a blank; ``rows`` > 1 when merged down.

    ``width``: its text's width in em (digits .555, Han 1), what the poster estimates sheets with. ``text``: the characters as filed, already masked, for spreadsheets.
    A NamedTuple rather than a dataclass: one is made for every cell shown.
    """

    html: Html
    css: str
    label: str
    empty: bool = False
    rows: int = 1
    width: float = 0.0
    text: str = ""


@dataclass(frozen=True, slots=True)
class NoteUnder:
    """A line under a row: 问/答 or 更正, ready markup."""

    html: Html
    kind: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A row: role item | of_which | total | edge (期初/期末) | rate | group; ``anchor`` «r17» for items; ``spoken`` for the target."""

    number: str
    anchor: str
    role: str
    level: int
    cells: tuple[CellView, ...]
    label: str = ""
    spoken: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    under: tuple[NoteUnder, ...] = ()


@dataclass(frozen=True, slots=True)
class TableView:
    """A table ready to print.

    ``style``: ledger (phone rows become paragraphs) | list (phone rows become cards; «list pair»: short cells two
    in a line) | plain (stays a table) | transposed (the rows as filed; wide screens show them as columns) | panels
    (``panels`` stand side by side, everything else is empty).
    ``groups``: heading levels above the leaves, outermost first. ``foot`` rows are totals and edges after the body. ``proof``: the line that shows the sum («验算：…»). ``pages``: links to further pages of a long table.
    ``numbered``: a column of speakable numbers stands first. ``label_at``: index of the column that names a row.
    ``scroll``: too wide for a phone, so it scrolls inside its own region.
    """

    id: str
    label: str
    caption: str
    style: str
    columns: tuple[ColumnView, ...]
    groups: tuple[tuple[GroupHead, ...], ...]
    body: tuple[RowView, ...]
    foot: tuple[RowView, ...]
    proof: str = ""
    count: str = ""
    downloads: tuple[Link, ...] = ()
    pages: tuple[Link, ...] = ()
    numbered: bool = True
    label_at: int = 0
    scroll: bool = False
    panels: tuple[TableView, ...] = ()


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact ready to print; ``text`` is its characters as filed, already masked."""

    label: str
    html: Html
    unit: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class SignView:
    """A signature: role, name (masked or empty as the medium asks), day, opinion; ``blank`` when nobody signed."""

    role: str
    name: str
    day: str
    opinion: str
    blank: bool = False


@dataclass(frozen=True, slots=True)
class LawView:
    """A citation in a reader's words; ``mark`` says how well its text was verified where that is not from the text.

    ``article``: the article alone («第三十五条»); ``anchor``: its place on the law page.
    """

    label: str
    duty: str
    mark: str
    path: str = ""
    local: bool = False
    article: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class StatusView:
    """A state mark: status (published nil late missing due exempt held), its one-character word and its sentence."""

    status: str
    word: str
    sentence: str


@dataclass(frozen=True, slots=True)
class FilingView:
    """One filing's page or poster in one medium (``web`` or ``board``). ``digest`` is always over the web view.

    ``record`` is the web view's content as canonical JSON: what the data channel publishes and ``digest`` covers, so
    anybody can check the code from the published file. ``heading``: what stands largest: the category's name, for a
    category that describes nothing (其他公示) the filing's own title. ``summary``: the sentence of ``say`` without markup. ``part``: «第 2 页，共 3 页» on the further pages of a long table. ``held``: the sentence that stands in the empty
    slot of a filing held back for privacy; then there is no data. ``secret``: counts and totals only.
    """

    medium: str
    filing_id: str
    path: str
    place: str
    place_name: str
    category: str
    category_name: str
    subject: str
    subject_name: str
    period: str
    period_words: str
    title: str
    stage: str
    crumbs: tuple[Link, ...]
    status: StatusView
    say: Html
    lead: Html
    tables: tuple[TableView, ...]
    facts: tuple[FactView, ...]
    body: Html
    notes: tuple[Html, ...]
    signatures: tuple[SignView, ...]
    posting: tuple[tuple[str, str], ...]
    laws: tuple[LawView, ...]
    due_words: str
    downloads: tuple[Link, ...]
    corrections: tuple[Html, ...]
    hotline: str
    hotlines: tuple[tuple[str, str], ...]
    largest: tuple[tuple[str, str, str], ...]
    posted: str
    posted_until: str
    code: str
    digest: str
    url: str
    held: str = ""
    nil: str = ""
    reposted: str = ""
    window: str = ""
    supersedes: Link | None = None
    superseded_by: Link | None = None
    charts: tuple[Html, ...] = ()
    reply_words: str = ""
    secret: bool = False
    heading: str = ""
    document_no: str = ""
    attachments: tuple[Link, ...] = ()
    summary: str = ""
    record: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class GridCell:
    """One mark of the completeness grid."""

    status: StatusView
    path: str
    head: str
    fine: bool


@dataclass(frozen=True, slots=True)
class GridRow:
    """One village of the grid; ``cells`` None where nothing is due."""

    name: str
    path: str
    cells: tuple[GridCell | None, ...]
    done: str


@dataclass(frozen=True, slots=True)
class GridView:
    """The completeness grid: column heads under group heads, a row per place, a count per status."""

    groups: tuple[GroupHead, ...]
    heads: tuple[str, ...]
    rows: tuple[GridRow, ...]
    legend: tuple[tuple[StatusView, str], ...]


@dataclass(frozen=True, slots=True)
class MissingItem:
    """One missing duty: what, whose, since when, by which law, who owes it."""

    place_name: str
    title: str
    path: str
    due_line: str
    why: str
    who: str
    days: int


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One new filing."""

    when: str
    text: str
    path: str
    meta: str


@dataclass(frozen=True, slots=True)
class SiteFrame:
    """What every page shares: masthead, as-of line, footer, size switch."""

    title: str
    line: str
    as_of: str
    footer: str
    hotline: str
    hotline_words: str
    example: str
    language: str
    pick: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """The township's front page."""

    path: str
    lead: Html
    stand: Html
    grid: GridView
    news: tuple[NewsItem, ...]
    missing: tuple[MissingItem, ...]
    missing_more: Link | None
    chart: Html
    chart_title: str
    chart_lead: Html
    chart_note: Html
    links: tuple[Link, ...]
    chart_heads: tuple[str, ...] = ()
    chart_rows: tuple[tuple[str, ...], ...] = ()
    tallies: tuple[TallyView, ...] = ()


@dataclass(frozen=True, slots=True)
class Shelfmark:
    """One subject's list on a place page: its name and its filings, newest first; ``older`` is folded away."""

    name: str
    anchor: str
    items: tuple[NewsItem, ...]
    older: tuple[NewsItem, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A village's own page; ``calendar``: the ways to what it owes in the coming months."""

    path: str
    name: str
    crumbs: tuple[Link, ...]
    lead: Html
    stand: Html
    grid: GridView | None
    shelves: tuple[Shelfmark, ...]
    missing: tuple[MissingItem, ...]
    facts: tuple[FactView, ...]
    children: tuple[Link, ...]
    grid_first: str = "村"
    charts: tuple[Html, ...] = ()
    tallies: tuple[TallyView, ...] = ()
    calendar: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class MissingView:
    """The page of one missing item, at the very address the filing will have; ``about``: the page of its category."""

    path: str
    place_name: str
    category_name: str
    period_words: str
    crumbs: tuple[Link, ...]
    status: StatusView
    due_sentence: str
    overdue: str
    laws: tuple[LawView, ...]
    deadline: str
    who: str
    previous: Link | None
    phones: tuple[tuple[str, str], ...]
    subject_name: str
    slot_note: str
    remedy: str = ""
    url: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class LawShelf:
    """One law and its articles on the law page; ``note``: from when to when it holds; ``path``: its own page."""

    name: str
    anchor: str
    laws: tuple[LawView, ...]
    note: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class ListView:
    """A plain listing page: all missing items, or all laws; also 404 (``kind``: missing | laws | data | not_found)."""

    kind: str
    path: str
    title: str
    lead: Html
    crumbs: tuple[Link, ...]
    missing: tuple[MissingItem, ...] = ()
    laws: tuple[LawView, ...] = ()
    links: tuple[Link, ...] = ()
    shelves: tuple[LawShelf, ...] = ()
    note: str = ""
