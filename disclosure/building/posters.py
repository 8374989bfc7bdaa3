"""Which posters a view gets, and making those that are not there yet."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Subject
from disclosure.basis.span import Span
from disclosure.building.manifest import Record
from disclosure.building.outlet import Outlet
from disclosure.building.task import Task
from disclosure.channels import poster
from disclosure.channels.artifact import PRINT
from disclosure.channels.artifact import SITE
from disclosure.channels.artifact import Artifact
from disclosure.channels.printing.fonts import Fonts
from disclosure.channels.printing.fonts import site_fonts
from disclosure.channels.printing.formats import FORMATS
from disclosure.views.model import FilingView
from disclosure.views.model import Link
from disclosure.views.model import MissingView

_WORDS = {"a3-landscape": "海报 A3 横", "a3-portrait": "海报 A3 竖", "a4-landscape": "海报 A4 横", "a4-portrait": "海报 A4 竖"}

ON_SITE = ("a3-landscape", "a3-portrait")
"""The formats a page offers; the wall gets all of them. A printer scales A3 down by itself."""

@cache
def fonts(folder: str) -> Fonts:
    """Return the fonts of this machine's posters, cut once into the cache folder."""
    return site_fonts(Path(folder))


def make(
    task: Task, outlet: Outlet, board: FilingView | MissingView, web: FilingView | None, span: Span
) -> tuple[list[Link], list[Diagnostic]]:
    """Make the posters of a board view for the wall, and of a web view for the site, where there may be one.

    Where the two media show the same, one poster serves both. Returns the links a page shows and what went wrong,
    told at ``span``.
    """
    links: list[Link] = []
    found: list[Diagnostic] = []
    same = web is not None and isinstance(board, FilingView) and replace(web, medium=board.medium) == board
    for form in FORMATS:
        data = _one(task, outlet, board, form, span, found)
        if web is None or form not in ON_SITE:
            continue
        artifact = _artifact(web, form)
        mark = outlet.fingerprint(board if same else web, form, task.theme.digest, fonts(task.fonts).digest)
        record = outlet.kept(artifact, mark)
        if record is None and same and data:
            record = outlet.put(artifact, data, mark)
        elif record is None:
            made = poster.render(board if same else web, form, task.theme, fonts(task.fonts))
            record = outlet.put(artifact, made.bytes, mark if not made.problems else "") if made.bytes else None
        if record is not None:
            links.append(link(record, form))
    return links, _grave(found)


def leave(outlet: Outlet, view: MissingView) -> None:
    """Leave the posters of a view that was not asked for as they are published, if they are."""
    for form in FORMATS:
        outlet.left(_artifact(view, form))


def _grave(found: list[Diagnostic]) -> list[Diagnostic]:
    """Leave out what another sheet makes good: a table too wide for one format is a finding only where no format holds it."""
    unfit = sum(one.slug == "poster-does-not-fit" for one in found)
    small = sum(one.slug == "poster-letters-small" for one in found)
    told = {"poster-does-not-fit": unfit == len(FORMATS), "poster-letters-small": unfit + small >= len(FORMATS)}
    return [one for one in found if told.get(one.slug, True)]


def _one(
    task: Task, outlet: Outlet, view: FilingView | MissingView, form: str, span: Span, found: list[Diagnostic]
) -> bytes:
    """Make one poster for the wall; returns its bytes, b'' when it is published already or cannot be set."""
    artifact = _artifact(view, form)
    mark = outlet.fingerprint(view, form, task.theme.digest, fonts(task.fonts).digest)
    if outlet.kept(artifact, mark) is not None:
        return b""
    made = poster.render(view, form, task.theme, fonts(task.fonts))
    found += [_problem(view, problem, span) for problem in made.problems]
    if made.bytes:
        outlet.put(artifact, made.bytes, mark if not made.problems else "")
    return made.bytes


def _artifact(view: FilingView | MissingView, form: str) -> Artifact:
    tree = SITE if isinstance(view, FilingView) and view.medium == "web" else PRINT
    path = view.path.removesuffix("index.html") + f"poster-{form}.pdf"
    if isinstance(view, MissingView):
        return Artifact(path, poster.NAME, tree)
    return Artifact(path, poster.NAME, tree, view.place, view.category, view.period, view.filing_id)


def link(record: Record, form: str) -> Link:
    """Return what a page says of a poster: its sheet, how large the file is."""
    return Link(_WORDS.get(form, form), record.path, f"PDF {max(1, round(record.size / 1024))} KB")


def _problem(view: FilingView | MissingView, problem: poster.Problem, span: Span) -> Diagnostic:
    subject = Subject()
    if isinstance(view, FilingView):
        subject = Subject(view.place, view.category, view.period, view.filing_id)
    return Diagnostic(problem.slug, span, dict(problem.arguments), subject=subject)
