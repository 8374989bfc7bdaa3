"""One filing's page or poster: what the medium may show of it, already masked, ready to print."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from markupsafe import Markup
from markupsafe import escape

from disclosure.basis.digest import check_code
from disclosure.basis.digest import sha256
from disclosure.basis.values import Amount
from disclosure.basis.values import Day
from disclosure.board.calendar_duties import UNITS
from disclosure.board.calendar_duties import rhythms
from disclosure.board.deadline import Deadline
from disclosure.board.deadline import deadline as deadline_of
from disclosure.board.model import Fact
from disclosure.board.model import Filing
from disclosure.board.model import Place
from disclosure.board.model import Shelf
from disclosure.board.world import is_so
from disclosure.catalogue.model import Category
from disclosure.views import corrections
from disclosure.views import ledger as books
from disclosure.views import mask
from disclosure.views import paths
from disclosure.views import posting
from disclosure.views.attached import attached
from disclosure.views.binding import bound
from disclosure.views.binding import bound_when_due
from disclosure.views.charts import category_charts
from disclosure.views.counting import noun
from disclosure.views.draft import Frame
from disclosure.views.figures import figure
from disclosure.views.inserted import inserted
from disclosure.views.lead import largest
from disclosure.views.lead import paragraph
from disclosure.views.model import FactView
from disclosure.views.model import FilingView
from disclosure.views.model import Link
from disclosure.views.model import TableView
from disclosure.views.prose import body
from disclosure.views.prose import note
from disclosure.views.record import record
from disclosure.views.say import plain
from disclosure.views.say import sentence
from disclosure.views.tables import table_view
from disclosure.views.words import SUBJECTS
from disclosure.views.words import day_words
from disclosure.views.words import keep_figures

HELD = "此件因含个人信息暂不上网，可到公开栏查看。"
COUNTS_ONLY = "这一类名单依法只在村内公开栏公布，不上网；网上只公布户数、人数和合计。"


class About(NamedTuple):
    """What is known of a filing from outside its file.

    ``deadline``: None to have it worked out from the filing alone. ``held``: held back for privacy. ``downloads``:
    files made of it. ``superseded_by``: id of the newer filing.
    """

    deadline: Deadline | None = None
    held: bool = False
    downloads: tuple[Link, ...] = ()
    superseded_by: str = ""


def filing_view(filing: Filing, shelf: Shelf, medium: str = mask.WEB, about: About | None = None) -> FilingView:
    """Return the view of ``filing`` in ``medium`` (web or board); its digest is over the web view in either."""
    about = about or About()
    category = bound(filing, shelf)
    view = _identified(filing, shelf, medium, category, about)
    if about.held:
        return replace(view, held=HELD, status=posting.mark("held"))
    say = sentence(filing, medium)
    web_say = say if medium == mask.WEB else sentence(filing, mask.WEB)
    kept = record(filing, plain(web_say))
    digest = sha256(kept.encode())
    view = replace(view, say=say, summary=plain(say), record=kept, digest=digest, code=check_code(digest))
    if mask.withheld(filing, medium):
        return replace(view, secret=True, lead=escape(COUNTS_ONLY))
    return _filled(view, filing, shelf, category)


def filing_deadline(filing: Filing, shelf: Shelf) -> Deadline:
    """Return when this filing was due by its own period; no day where nothing asks for such a filing.

    The same law the duties go by: no clock, so a page never changes with the day.
    """
    place = shelf.places[filing.place]
    law = bound_when_due(filing, shelf)
    unit = filing.period.unit
    start = place.start or shelf.settings.start
    wanted = law.required == "always" or (law.required == "when" and is_so(law.required_when, place))
    bound_by = rhythms(law, place)
    if unit in UNITS:
        if not wanted or unit not in bound_by or (start is not None and filing.period.first < start and not place.succeeds):
            return Deadline()
        return deadline_of(law, filing.period, _days(filing), stage=filing.stage, rhythm=unit)
    if law.required == "optional" or not bound_by.intersection(("event", "term")):
        return Deadline()
    days = _days(filing)
    if unit == "day":
        days[""] = filing.period.last
    return deadline_of(law, filing.period, days, stage=filing.stage, rhythm="event")


def _days(filing: Filing) -> dict[str, date]:
    """Return the days the filing states as facts, by id and by label."""
    found = {}
    for fact in filing.facts:
        value = mask.value(fact.cell)
        if isinstance(value, Day):
            found[fact.id] = found[fact.label] = value.date
    return found


def _identified(filing: Filing, shelf: Shelf, medium: str, category: Category, about: About) -> FilingView:
    """Return the part of the view that stands even when the filing is held back: whose, what, when, by which law."""
    place = shelf.places[filing.place]
    deadline = about.deadline or filing_deadline(filing, shelf)
    hidden = about.held or mask.withheld(filing, medium)
    phones = posting.hotlines(filing, place, shelf.places.get(place.parent))
    path = paths.filing_path(filing)
    last = posting.until(filing, category)
    lines = posting.rows(filing, category, place.boards)
    return FilingView(
        medium=medium,
        filing_id=mask.told(filing.id) if hidden else mask.words(filing.id),
        path=path,
        place=filing.place,
        place_name=place.name,
        category=category.id,
        category_name=category.name,
        subject=category.subject,
        subject_name=SUBJECTS.get(category.subject, ""),
        period=filing.period.canonical,
        period_words=filing.period.words(),
        title="" if hidden else mask.words(filing.title),
        heading=category.name if hidden or category.tables or category.facts else mask.words(filing.title) or category.name,
        stage=mask.told(filing.stage) if hidden else mask.words(filing.stage),
        crumbs=crumbs(shelf.places, place, category, filing.period.words()),
        status=posting.status_of(filing, deadline.on),
        say=Markup(),
        lead=Markup(),
        tables=(),
        facts=(),
        body=Markup(),
        notes=(),
        signatures=(),
        posting=tuple(line for line in lines if not hidden or line[0] in ("网上公开", "上栏", "贴到", "下栏")),
        laws=posting.laws(shelf.catalogue, category.basis),
        due_words=posting.due_words(filing, category, deadline),
        downloads=() if hidden else about.downloads,
        corrections=(),
        hotline=phones[0][1] if phones else "",
        hotlines=phones,
        largest=(),
        posted=day_words(filing.posted_on) if filing.posted_on else "",
        posted_until=day_words(last) if last else "",
        code="",
        digest="",
        url=paths.public_url(shelf.settings.url, path),
        window=f"公示期：{posting.window_words(filing)}。有不同意见，请在这段时间里提出。" if filing.window else "",
        reply_words=posting.reply_words(category),
        superseded_by=_successor(about.superseded_by),
    )


def crumbs(places: dict[str, Place], place: Place, category: Category | None, last: str) -> tuple[Link, ...]:
    """Return the way down from the uppermost place: places, the subject's list on the place page, the page itself."""
    chain = [place]
    while chain[0].parent in places:
        chain.insert(0, places[chain[0].parent])
    links = [Link(step.name, paths.place_path(step.path)) for step in chain]
    if category is not None:
        links.append(Link(SUBJECTS.get(category.subject, category.subject), f"{paths.place_path(place.path)}#{category.subject}"))
    return (*links, Link(last))


def _successor(filing_id: str) -> Link | None:
    return Link("看新的一份", paths.filing_id_path(filing_id)) if filing_id else None


def _filled(view: FilingView, filing: Filing, shelf: Shelf, category: Category) -> FilingView:
    """Return the view with everything the filing says."""
    tables = tuple(_tables(filing, view))
    used = _edge_facts(filing, tables)
    top = largest(filing, view.medium)
    return replace(
        view,
        lead=paragraph(filing, shelf, top),
        tables=tables,
        facts=tuple(_facts(filing, view.medium, used)),
        body=body(filing.body, lambda formula: inserted(formula, filing, shelf)),
        notes=tuple(note(text) for text, _ in filing.notes),
        signatures=posting.signatures(filing, category),
        corrections=corrections.apart(filing, view.medium),
        largest=tuple((entry.words, entry.figure, entry.number) for entry in top),
        nil=mask.words(filing.nil),
        reposted=_reposted(filing),
        supersedes=Link(_id_words(filing.supersedes), paths.filing_id_path(filing.supersedes)) if filing.supersedes else None,
        charts=category_charts(filing) if view.medium == mask.WEB else (),
        document_no=mask.words(filing.document_no),
        attachments=tuple(attached(item, filing) for item in filing.attachments),
    )


def _id_words(filing_id: str) -> str:
    return filing_id.rpartition("/")[2].replace("~", " ")


def _reposted(filing: Filing) -> str:
    if filing.reposted is None:
        return ""
    office, number = filing.reposted
    return f"本件由{mask.words(office)}发布{'（' + mask.words(number) + '）' if number else ''}，照原样转载。"


def _tables(filing: Filing, view: FilingView) -> list[TableView]:
    spoken = " ".join(filter(None, (view.place_name, view.subject_name, filing.period.canonical, _apart(filing))))
    ask = f"。电话 {view.hotline}" if view.hotline else "。"
    if view.reply_words:
        ask += f"；{view.reply_words}"
    shown = []
    for at, table in enumerate(filing.tables):
        first = at == 0
        said = spoken if first else f"{spoken} {table.label}"
        under = corrections.under(filing, view.medium) if first else {}
        frame = Frame(filing, view.medium, said if view.medium == mask.WEB else "", ask, "" if first else f"t{at + 1}", under, noun(filing, table))
        shown.append(table_view(table, frame))
    return shown


_SPOKEN = 16
"""Letters of a title that are said at the counter: enough to know which notice is meant."""


def _apart(filing: Filing) -> str:
    """Return what sets a filing apart from others of its category and period: batch, matter, else its title."""
    own = filing.title if filing.category.several else ""
    return mask.words(filing.batch or filing.matter or own)[:_SPOKEN]


def _edge_facts(filing: Filing, tables: tuple[TableView, ...]) -> set[str]:
    """Return ids of the facts that already stand in a table as its first and last row."""
    used: set[str] = set()
    for table, view in zip(filing.tables, tables, strict=True):
        flow = books.flow_of(filing, table) if any(row.role == "edge" for row in view.body[:1]) else None
        if flow:
            used |= {flow.opening.id, flow.closing.id}
    return used


def _facts(filing: Filing, medium: str, used: set[str]) -> list[FactView]:
    views = []
    for fact in filing.facts:
        how = mask.policy(fact.kind, fact.personal, medium)
        if how != "hide" and fact.id not in used:
            views.append(_fact(fact, how))
    return views


def _fact(fact: Fact, how: str) -> FactView:
    typed = mask.text(fact.cell, fact.kind, how)
    value = mask.value(fact.cell)
    unit = fact.unit if isinstance(value, Amount) and value.unit == fact.unit and typed[-1:].isdecimal() else ""
    if isinstance(value, Amount) and not unit and typed[-1:].isdecimal():
        unit = value.unit
    if isinstance(value, Amount) and not unit and fact.kind == "money" and typed[-1:].isdecimal():
        unit = "元"
    if isinstance(value, Day) and value.exact and how == "show":
        return FactView(fact.label, escape(day_words(value.date, True)), "", typed)
    shown = figure(typed, value, value.unit) if isinstance(value, Amount) else typed
    others = "；".join(mask.text(cell, fact.kind, how) for cell in fact.others)
    html = keep_figures(shown) + (f"（另称 {others}）" if others else "")
    return FactView(fact.label, html, unit, typed)
