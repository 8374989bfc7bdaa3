"""The pages that join the places: home, each place, every missing item, laws, open data, not found; and the theme's files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from disclosure.basis.span import Span
from disclosure.board.model import Board
from disclosure.board.model import Brief
from disclosure.board.model import Duty
from disclosure.board.model import Status
from disclosure.building import calendars
from disclosure.building import posters
from disclosure.building import references
from disclosure.building.asked import item_asked
from disclosure.building.manifest import Record
from disclosure.building.outlet import Outlet
from disclosure.building.task import PlaceResult
from disclosure.building.task import Task
from disclosure.channels import page
from disclosure.channels import poster
from disclosure.channels.artifact import Artifact
from disclosure.theming.environment import assets
from disclosure.views import listing
from disclosure.views.calendar import coming
from disclosure.views.frame import dated_frame
from disclosure.views.grid import page_of
from disclosure.views.home import home_view
from disclosure.views.missing import missing_duties
from disclosure.views.missing import missing_view
from disclosure.views.model import Link
from disclosure.views.model import MissingView
from disclosure.views.place import place_view
from disclosure.views.reconcile import reconcile_view


def render(task: Task, board: Board, results: tuple[PlaceResult, ...]) -> tuple[Record, ...]:
    """Stage every index page and asset that is new and return the records of all of them."""
    outlet = Outlet(task)
    taken = {record.path for result in results for record in result.records}
    frame = dated_frame(board)
    near = _near(board)
    owing = coming(board)
    gaps = _gaps_asked(task, board)
    for view in _views(board, near, {path: calendars.links(task, path) for path in owing}):
        if view.path in taken:
            continue
        for artifact in page.artifacts(view):
            mark = outlet.fingerprint(view, frame, task.theme.digest, task.program)
            if outlet.kept(artifact, mark) is None:
                outlet.put(artifact, page.render(view, frame, task.theme), mark)
        if isinstance(view, MissingView):
            _notice(task, outlet, view, asked=view.path in gaps)
    calendars.render(task, outlet, board, near, owing, frame)
    references.render(task, outlet, board)
    for asset in assets(task.theme).values():
        outlet.put(Artifact(asset.path, "asset"), asset.data)
    return tuple(outlet.records)


def _gaps_asked(task: Task, board: Board) -> frozenset[str]:
    """Return the pages of the missing items that --place, --category and --period leave in."""
    missing = missing_duties(board.duties)
    return frozenset(page_of(duty) for duty in missing if item_asked(task.options, task.survey, duty.place, duty.category, duty.period))


def _notice(task: Task, outlet: Outlet, view: MissingView, *, asked: bool) -> None:
    """Make the notices of a missing item for the wall; where it was not asked for, they stay as they are."""
    if not asked:
        posters.leave(outlet, view)
    elif poster.NAME in task.channels:
        posters.make(task, outlet, view, None, Span("site.yaml"))


def _views(board: Board, near: dict[str, Board], dates: dict[str, tuple[Link, ...]]) -> Iterator[page.View]:
    yield _home(board, dates)
    for path in sorted(board.places):
        yield replace(place_view(near[path], board.places[path]), calendar=dates.get(path, ()))
    for duty in missing_duties(board.duties):
        if duty.status is Status.MISSING:
            yield missing_view(near[duty.place], duty)
    yield listing.missing_list(board)
    both = reconcile_view(board)
    if both is not None:
        yield both
    yield listing.law_list(board.catalogue)
    yield listing.data_list(board.settings, board.places)
    yield listing.not_found()


def _home(board: Board, dates: dict[str, tuple[Link, ...]]) -> page.View:
    """Return the front page with the way to the calendar of the one place above all others, where there is one."""
    home = home_view(board)
    above = [links[0] for path, links in dates.items() if "/" not in path and links]
    if len(above) != 1:
        return home
    note = "今后十二个月哪天该公开什么" + ("，各村页上也有" if len(board.places) > 1 else "")
    return replace(home, links=(*home.links, replace(above[0], note=note)))


def _near(board: Board) -> dict[str, Board]:
    """Return for every place the board with only what concerns it and the places below it: one walk, not one a place.

    Of what was filed, that of the place itself, and of the places below it what tells how opinions were answered.
    """
    owed: dict[str, list[Duty]] = {path: [] for path in board.places}
    filed: dict[str, list[Brief]] = {path: [] for path in board.places}
    for duty in board.duties:
        steps = duty.place.split("/")
        for end in range(1, len(steps) + 1):
            owed.setdefault("/".join(steps[:end]), []).append(duty)
    for brief in board.briefs:
        steps = brief.place.split("/")
        told_above = board.catalogue.categories[brief.category].subject == "feedback"
        for end in range(1 if told_above else len(steps), len(steps) + 1):
            filed.setdefault("/".join(steps[:end]), []).append(brief)
    return {path: replace(board, duties=tuple(owed[path]), briefs=tuple(filed[path])) for path in board.places}
