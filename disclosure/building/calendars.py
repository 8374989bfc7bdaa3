"""What each place will owe: its page, the file for a phone's calendar, and the sheet for the wall."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import replace

from disclosure.board.agenda import Agenda
from disclosure.board.model import Board
from disclosure.building import noop
from disclosure.building import posters
from disclosure.building import workers
from disclosure.building.asked import calendar_asked
from disclosure.building.outlet import Outlet
from disclosure.building.task import Task
from disclosure.channels import ics
from disclosure.channels import page
from disclosure.channels import poster
from disclosure.channels.artifact import PRINT
from disclosure.channels.artifact import SITE
from disclosure.channels.artifact import Artifact
from disclosure.theming.theme import Theme
from disclosure.views import paths
from disclosure.views.calendar import calendar_view
from disclosure.views.dates import CalendarView
from disclosure.views.dates import WallView
from disclosure.views.model import Link
from disclosure.views.model import SiteFrame
from disclosure.views.wall import wall_view
from disclosure.views.wall import whole_months

_FORMATS = ("a3-portrait", "a4-portrait")
"""A calendar hangs upright; both sheets go to the wall and, as nothing on them is personal, to the site."""


def render(task: Task, outlet: Outlet, board: Board, near: Mapping[str, Board], owing: Mapping[str, Agenda], frame: SiteFrame) -> None:
    """Stage the calendars that are new; ``near``: by place the board with what concerns it, ``owing`` what it will owe."""
    sheets = _sheets(task, outlet, board, owing)
    for path, agenda in owing.items():
        view = replace(calendar_view(near[path], agenda), downloads=tuple(sheets.get(path, ())))
        if ics.NAME in task.channels:
            view = _with_feed(task, outlet, view)
        for artifact in page.artifacts(view):
            mark = outlet.fingerprint(view, frame, task.theme.digest, task.program)
            if outlet.kept(artifact, mark) is None:
                outlet.put(artifact, page.render(view, frame, task.theme), mark)


def links(task: Task, path: str) -> tuple[Link, ...]:
    """Return what a place's own page says of its calendar: the page, and the file where there is one."""
    feed = Link("加到手机日历", paths.feed_path(path))
    return (Link("公开日历", paths.calendar_path(path)), *((feed,) if ics.NAME in task.channels else ()))


def _with_feed(task: Task, outlet: Outlet, view: CalendarView) -> CalendarView:
    """Stage the feed and return the view with the ways to it."""
    record = outlet.put(ics.artifact(view), ics.render(view))
    feed = Link("加到手机日历", record.path, f"ICS {max(1, round(record.size / 1024))} KB")
    base = task.survey.settings.url.rstrip("/")
    _, scheme, address = base.partition("://")
    return replace(view, feed=feed, subscribe=f"webcal://{address}/{record.path}" if scheme else "")


def _sheets(task: Task, outlet: Outlet, board: Board, owing: Mapping[str, Agenda]) -> dict[str, list[Link]]:
    """Stage the sheets for the wall, made over all processors, and return by place the links to those on the site.

    Those of places that were not asked for stay as they are published.
    """
    views = [wall_view(board, agenda) for path, agenda in whole_months(board).items() if path in owing] if _printing(task) else []
    asked = {view.place: calendar_asked(task.options, view.place, board.places) for view in views}
    links = {view.place: list(_left(outlet, view)) for view in views if not asked[view.place]}
    if poster.NAME not in task.channels:
        return links
    jobs = [(view, form) for view in views if asked[view.place] for form in _FORMATS]
    marks = [outlet.fingerprint(view, form, task.theme.digest, posters.fonts(task.fonts).digest) for view, form in jobs]
    known = [[outlet.kept(one, mark) for one in _artifacts(view, form)] for (view, form), mark in zip(jobs, marks, strict=True)]
    new = [job for job, records in zip(jobs, known, strict=True) if None in records]
    made = iter(list(workers.run(_set, (task.theme, task.fonts), new, task.options.jobs or workers.processors())))
    for (view, form), mark, records in zip(jobs, marks, known, strict=True):
        data = next(made) if None in records else b""
        for artifact, record in zip(_artifacts(view, form), records, strict=True):
            shown = record or (outlet.put(artifact, data, mark) if data else None)
            if shown is not None and artifact.tree == SITE:
                links.setdefault(view.place, []).append(posters.link(shown, form))
    return links


def _printing(task: Task) -> bool:
    """Tell whether sheets are made, or may be there that were made before."""
    return poster.NAME in task.channels or noop.is_partial(task.options)


def _left(outlet: Outlet, view: WallView) -> Iterator[Link]:
    """Yield the links to the sheets of a place as they are published."""
    for form in _FORMATS:
        records = [outlet.left(artifact) for artifact in _artifacts(view, form)]
        yield from (posters.link(record, form) for record in records if record is not None and record.tree == SITE)


def _artifacts(view: WallView, form: str) -> tuple[Artifact, ...]:
    path = view.path.removesuffix("index.html") + f"poster-{form}.pdf"
    return tuple(Artifact(path, poster.NAME, tree) for tree in (PRINT, SITE))


def _set(shared: tuple[Theme, str], job: tuple[WallView, str]) -> bytes:
    """Return one sheet; b'' where it does not fit."""
    (theme, folder), (view, form) = shared, job
    return poster.render(view, form, theme, posters.fonts(folder)).bytes
