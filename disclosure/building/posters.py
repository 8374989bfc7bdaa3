"""Which posters a view gets, and making those that are not there yet."""

from __future__ import annotations

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


@cache
def fonts(folder: str) -> Fonts:
    """Return the fonts of this machine's posters, cut once into the cache folder."""
    return site_fonts(Path(folder))


def make(task: Task, outlet: Outlet, view: FilingView | MissingView, span: Span) -> tuple[list[Link], list[Diagnostic]]:
    """Make every format of a view; returns the links a page shows and what went wrong, told at ``span``."""
    links, found = [], []
    face = fonts(task.fonts)
    for form in FORMATS:
        artifact = _artifact(view, form)
        mark = outlet.fingerprint(view, form, task.theme.digest, face.digest)
        record = outlet.kept(artifact, mark)
        if record is None:
            made = poster.render(view, form, task.theme, face)
            found += [_problem(view, problem, span) for problem in made.problems]
            record = outlet.put(artifact, made.bytes, mark if not made.problems else "") if made.bytes else None
        if record is not None:
            links.append(_link(record, form))
    return links, found


def _artifact(view: FilingView | MissingView, form: str) -> Artifact:
    tree = SITE if isinstance(view, FilingView) and view.medium == "web" else PRINT
    path = view.path.removesuffix("index.html") + f"poster-{form}.pdf"
    if isinstance(view, MissingView):
        return Artifact(path, poster.NAME, tree)
    return Artifact(path, poster.NAME, tree, view.place, view.category, view.period, view.filing_id)


def _link(record: Record, form: str) -> Link:
    return Link(_WORDS.get(form, form), record.path, f"PDF {max(1, round(record.size / 1024))} KB")


def _problem(view: FilingView | MissingView, problem: poster.Problem, span: Span) -> Diagnostic:
    subject = Subject()
    if isinstance(view, FilingView):
        subject = Subject(view.place, view.category, view.period, view.filing_id)
    return Diagnostic(problem.slug, span, dict(problem.arguments), subject=subject)
