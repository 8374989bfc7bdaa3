"""The page channel: a view becomes HTML through its theme; a long table is cut into pages of two hundred rows."""

from __future__ import annotations

from dataclasses import replace

from disclosure.channels.artifact import Artifact
from disclosure.theming.environment import asset_path
from disclosure.theming.environment import template
from disclosure.theming.environment import url_from
from disclosure.theming.theme import Theme
from disclosure.views.dates import CalendarView
from disclosure.views.manual import ReferenceView
from disclosure.views.model import FilingView
from disclosure.views.model import HomeView
from disclosure.views.model import Link
from disclosure.views.model import ListView
from disclosure.views.model import MissingView
from disclosure.views.model import PlaceView
from disclosure.views.model import SiteFrame
from disclosure.views.model import TableView
from disclosure.views.reconcile import ReconcileView

NAME = "page"
ROWS = 200
"""Rows a page shows of one table before the rest moves to further pages."""

View = FilingView | HomeView | PlaceView | MissingView | ListView | CalendarView | ReferenceView | ReconcileView

_TEMPLATES: dict[type, str] = {
    FilingView: "filing.html",
    HomeView: "home.html",
    PlaceView: "place.html",
    MissingView: "missing.html",
    ListView: "list.html",
    CalendarView: "calendar.html",
    ReferenceView: "reference.html",
    ReconcileView: "reconcile.html",
}


def artifacts(view: View) -> tuple[Artifact, ...]:
    """Return the pages of a view: one, or one per two hundred rows of its longest table."""
    if isinstance(view, FilingView):
        return tuple(Artifact(part.path, NAME, place=view.place, category=view.category, period=view.period, filing_id=view.filing_id) for part in pages(view))
    return (Artifact(view.path, NAME),)


def render(view: View, frame: SiteFrame, theme: Theme) -> bytes:
    """Return the page of a view (one of ``pages`` when it is a filing's) as UTF-8; pure, for any process."""
    made = template(theme, _TEMPLATES[type(view)]).render(
        view=view,
        frame=frame,
        url=url_from(view.path),
        asset=_Assets(theme, view.path),
    )
    return made.encode()


class _Assets:
    """``asset('site.css')`` in a template: the way from this page to a file of the theme."""

    __slots__ = ("theme", "up")

    def __init__(self, theme: Theme, path: str) -> None:
        self.theme = theme
        self.up = "../" * path.count("/")

    def __call__(self, name: str) -> str:
        return self.up + asset_path(self.theme, name)


def pages(view: FilingView) -> tuple[FilingView, ...]:
    """Return the view cut at every two hundred rows of a table; the totals stand on the last page of their table."""
    count = max((_count(table) for table in view.tables), default=1)
    if count <= 1:
        return (view,)
    paths = [view.path, *(view.path.removesuffix("index.html") + f"{number}.html" for number in range(2, count + 1))]
    return tuple(_page(view, number, paths) for number in range(count))


def _count(table: TableView) -> int:
    return max(1, -(-len(table.body) // ROWS))


def _page(view: FilingView, number: int, paths: list[str]) -> FilingView:
    tables = tuple(_slice(table, number, paths) for table in view.tables if number < _count(table))
    if number == 0:
        return replace(view, tables=tables)
    rest = replace(view, facts=(), body="", notes=(), corrections=(), attachments=(), charts=(), lead="", signatures=())
    return replace(rest, path=paths[number], part=f"第 {number + 1} 页，共 {len(paths)} 页", tables=tables)


def _slice(table: TableView, number: int, paths: list[str]) -> TableView:
    count = _count(table)
    if count == 1:
        return table
    first = number * ROWS
    links = tuple(_page_link(table, at, "" if at == number else path) for at, path in enumerate(paths[:count]))
    last = number == count - 1
    foot = table.foot if last else ()
    return replace(table, body=table.body[first : first + ROWS], foot=foot, proof=table.proof if last else "", pages=links)


def _page_link(table: TableView, at: int, path: str) -> Link:
    rows = [row.number for row in table.body[at * ROWS : (at + 1) * ROWS] if row.number]
    return Link(f"第 {rows[0]} 至 {rows[-1]} 行" if rows else f"第 {at + 1} 页", path)
