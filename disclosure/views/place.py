"""A place's own page: what it owes and has published, by subject, newest first."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup
from markupsafe import escape

from disclosure.board.model import Board
from disclosure.board.model import Brief
from disclosure.board.model import Duty
from disclosure.board.model import Place
from disclosure.board.model import Status
from disclosure.board.standing import replaced
from disclosure.views import charts
from disclosure.views import paths
from disclosure.views import posting
from disclosure.views.answering import own_replies
from disclosure.views.completeness import own_tally
from disclosure.views.filing import crumbs
from disclosure.views.grid import grid
from disclosure.views.grid import legend
from disclosure.views.grid import page_of
from disclosure.views.grid import period
from disclosure.views.home import grid_rows
from disclosure.views.home import latest
from disclosure.views.home import lead
from disclosure.views.home import news_item
from disclosure.views.home import stand
from disclosure.views.home import tallies
from disclosure.views.missing import missing_duties
from disclosure.views.missing import missing_item
from disclosure.views.model import FactView
from disclosure.views.model import GridCell
from disclosure.views.model import GridRow
from disclosure.views.model import GridView
from disclosure.views.model import GroupHead
from disclosure.views.model import Link
from disclosure.views.model import PlaceView
from disclosure.views.model import Shelfmark
from disclosure.views.tally import TallyView
from disclosure.views.words import SUBJECTS
from disclosure.views.words import short_period

OPEN = 12
"""Entries of a subject that stand open; older ones are folded away."""

_COLUMNS = 6
_POINTS = 12


def place_view(board: Board, place: Place) -> PlaceView:
    """Return the page of a place on the board's day."""
    duties = [duty for duty in board.duties if duty.place == place.path or duty.place.startswith(place.path + "/")]
    missing = missing_duties(duties)
    briefs = [entry for entry in board.briefs if entry.place == place.path]
    children = sorted((child for child in board.places.values() if child.parent == place.path), key=lambda child: child.path)
    return PlaceView(
        path=paths.place_path(place.path),
        name=place.name,
        crumbs=crumbs(board.places, place, None, "")[:-1],
        lead=lead(board, duties, place.name),
        stand=stand(board, duties, missing, place.path),
        grid=_grid(board, place, duties, bool(children)),
        shelves=_shelves(board, briefs),
        missing=tuple(missing_item(board, duty) for duty in missing),
        facts=_facts(place),
        children=tuple(Link(child.name, paths.place_path(child.path)) for child in children),
        grid_first="村" if children else "事项",
        charts=_lines(board, briefs),
        tallies=_tallies(board, place, duties, bool(children)),
    )


def _tallies(board: Board, place: Place, duties: list[Duty], has_children: bool) -> tuple[TallyView, ...]:
    """Return the tables of the places below, else the place's own last quarters and how it answers."""
    if has_children:
        return tallies(board, duties, grid_rows(board, place.path))
    return tuple(filter(None, (own_tally(board, duties), own_replies(board, place))))


def _grid(board: Board, place: Place, duties: list[Duty], has_children: bool) -> GridView | None:
    if has_children:
        return grid(board, duties, grid_rows(board, place.path))
    return own_grid(board, duties)


def own_grid(board: Board, duties: list[Duty]) -> GridView | None:
    """Return a village's grid: a row per category, its last six periods from left to right, the newest at the right."""
    found: dict[str, list[Duty]] = {}
    for duty in duties:
        if duty.status is not Status.EXEMPT:
            found.setdefault(duty.category, []).append(duty)
    if not found:
        return None
    order = sorted(found, key=lambda name: (list(SUBJECTS).index(board.catalogue.categories[name].subject), name))
    width = min(_COLUMNS, max(map(len, found.values())))
    rows = tuple(_own_row(board, name, found[name], width) for name in order)
    return GridView((GroupHead("各期，最右边是最近一期", width),), (), rows, legend(duties))


def _own_row(board: Board, name: str, duties: list[Duty], width: int) -> GridRow:
    ordered = sorted(duties, key=lambda duty: (_end(duty), duty.item))
    cells: list[GridCell | None] = [_own_cell(board, duty) for duty in ordered[-width:]]
    due = sum(duty.status is not Status.DUE for duty in duties)
    done = due - sum(duty.status is Status.MISSING for duty in duties)
    return GridRow(board.catalogue.categories[name].name, "", (*[None] * (width - len(cells)), *cells), f"{done} / {due}")


def _end(duty: Duty) -> date:
    span = period(duty.period)
    return span.last if span else date.min


def _own_cell(board: Board, duty: Duty) -> GridCell:
    span = period(duty.period)
    words = "" if span is None else short_period(span) if span.last.year == board.today.year else span.words()
    fine = duty.status in (Status.PUBLISHED, Status.NIL)
    path = "" if duty.status is Status.DUE else page_of(duty)
    return GridCell(posting.mark(duty.status.value), path, words, fine)


def _shelves(board: Board, briefs: list[Brief]) -> tuple[Shelfmark, ...]:
    out = latest(board, briefs)
    made = []
    for subject, name in SUBJECTS.items():
        entries = [entry for entry in out if board.catalogue.categories[entry.category].subject == subject]
        items = tuple(news_item(board, entry, with_place=False) for entry in entries)
        if items:
            made.append(Shelfmark(name, subject, items[:OPEN], items[OPEN:]))
    return tuple(made)


def _facts(place: Place) -> tuple[FactView, ...]:
    facts = [("监督电话", place.hotline), ("公示栏", "、".join(place.boards)), *place.extra.items()]
    return tuple(FactView(label, escape(text), "", text) for label, text in facts if text)


def _lines(board: Board, briefs: list[Brief]) -> tuple[Markup, ...]:
    """Return the lines the categories ask for: a fact over the last twelve periods of one unit."""
    asked = [(category.id, chart.formula) for category in board.catalogue.categories.values() for chart in category.charts if chart.form == "line"]
    made = [_line(board, [entry for entry in briefs if entry.category == name], formula) for name, formula in asked]
    return tuple(filter(None, made))


def _line(board: Board, briefs: list[Brief], fact: str) -> Markup:
    gone = replaced(briefs)
    told = [(span, entry.facts[fact]) for entry in briefs if fact in entry.facts and entry.filing_id not in gone and (span := period(entry.period))]
    units = [span.unit for span, _ in told]
    unit = max(set(units), key=units.count) if units else ""
    points = sorted(((span, value) for span, value in told if span.unit == unit), key=lambda pair: pair[0].last)[-_POINTS:]
    if len(points) < 3:
        return Markup()
    category = board.catalogue.categories[briefs[0].category]
    label = next((spec.label for spec in category.facts if spec.id == fact), fact)
    title = f"{category.name}：{label}，{points[0][0].words()}至{points[-1][0].words()}"
    drawn = charts.line([(short_period(span) if index else span.words(), value) for index, (span, value) in enumerate(points)], title, f"line-{category.slug}")
    return Markup('<figure class="fig">{}<figcaption>{}。单位：元。每一点的数见下面各份公开件。</figcaption></figure>').format(drawn, title)
