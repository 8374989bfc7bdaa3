"""From the filings of one place to its briefs and artifacts; a held or board-only filing leaves nothing it must not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date

from disclosure.basis.diagnostic import Diagnostic
from disclosure.board.model import Brief
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.building import posters
from disclosure.building.asked import item_asked
from disclosure.building.manifest import Record
from disclosure.building.outlet import Outlet
from disclosure.building.task import Task
from disclosure.channels import attachment
from disclosure.channels import data
from disclosure.channels import page
from disclosure.channels import poster
from disclosure.channels import table
from disclosure.views.attached import AT_THE_OFFICE
from disclosure.views.brief import brief
from disclosure.views.filing import About
from disclosure.views.filing import filing_view
from disclosure.views.frame import site_frame
from disclosure.views.mask import BOARD
from disclosure.views.mask import WEB
from disclosure.views.model import FilingView
from disclosure.views.model import Link
from disclosure.views.model import SiteFrame


def briefs(task: Task, place: str, shelf: Shelf, held: frozenset[str]) -> tuple[Brief, ...]:
    """Return the briefs of a place's filings without making anything of them."""
    return tuple(brief(filing, shelf, filing.id in held, key=task.secret) for filing in shelf.filings if filing.place == place)


def show(
    task: Task, place: str, shelf: Shelf, held: frozenset[str]
) -> tuple[tuple[Brief, ...], tuple[Record, ...], tuple[Diagnostic, ...]]:
    """Return briefs, records and printing problems of a place, having staged every artifact that is new."""
    outlet = Outlet(task)
    frame = site_frame(shelf.settings, shelf.places)
    newer = {filing.supersedes: filing.id for filing in shelf.filings if filing.supersedes}
    told: list[Brief] = []
    found: list[Diagnostic] = []
    for filing in shelf.filings:
        if filing.place != place:
            continue
        about = About(held=filing.id in held, superseded_by=newer.get(filing.id, ""))
        view = filing_view(filing, shelf, WEB, about)
        told.append(brief(filing, shelf, about.held, view, task.secret))
        if kept := _left_alone(task, filing, view, about):
            outlet.records += kept
        else:
            found += _artifacts(task, outlet, frame, shelf, filing, view, about)
    return tuple(told), tuple(outlet.records), tuple(found)


def first_day(told: Brief) -> date | None:
    """Return the first day a filing bears: before it, the filing does not exist."""
    return min((day for day in (told.published_on, told.posted_on, told.issued_on) if day), default=None)


def _left_alone(task: Task, filing: Filing, view: FilingView, about: About) -> list[Record]:
    """Return what is published of a filing that --category or --period leave out; what must be hidden is never left."""
    if about.held or view.secret or _asked(task, filing):
        return []
    return [record for record in task.known.values() if record.filing_id == view.filing_id]


def _asked(task: Task, filing: Filing) -> bool:
    """Tell whether --place, --category and --period leave this filing in."""
    return item_asked(task.options, task.survey, filing.place, filing.category.id, filing.period.canonical)


def _artifacts(
    task: Task, outlet: Outlet, frame: SiteFrame, shelf: Shelf, filing: Filing, view: FilingView, about: About
) -> Iterator[Diagnostic]:
    """Stage everything made of one filing; yield what could not be printed as it should.

    Where only some filings are asked for, the others have their pages, so that no link breaks, but are not printed.
    """
    open_to_web = not about.held and not view.secret
    links: list[Link] = []
    if poster.NAME in task.channels and not about.held and _asked(task, filing):
        board = filing_view(filing, shelf, BOARD, about)
        links, found = posters.make(task, outlet, board, view if open_to_web else None, filing.span)
        yield from found
    if open_to_web:
        links += _tables(task, outlet, view)
    shown = replace(view, downloads=tuple(links), attachments=tuple(_attachments(task, outlet, filing, view, open_to_web)))
    if data.NAME in task.channels and open_to_web:
        for artifact in data.artifacts(shown):
            outlet.put(artifact, data.render(shown))
    if page.NAME in task.channels:
        for artifact, part in zip(page.artifacts(shown), page.pages(shown), strict=True):
            outlet.put(artifact, page.render(part, frame, task.theme))


def _tables(task: Task, outlet: Outlet, view: FilingView) -> Iterator[Link]:
    if table.NAME not in task.channels:
        return
    for artifact, name in zip(table.artifacts(view), [*table.names(view), ""], strict=False):
        record = outlet.put(artifact, table.render(view, artifact.path))
        words = "表格 Excel" if artifact.path.endswith(".xlsx") else f"表格 CSV{name}"
        yield Link(words, record.path, f"{max(1, round(record.size / 1024))} KB")


def _attachments(task: Task, outlet: Outlet, filing: Filing, view: FilingView, open_to_web: bool) -> Iterator[Link]:
    """Publish what may be published; the rest is named with where it can be seen."""
    for number, (entry, link) in enumerate(zip(filing.attachments, view.attachments, strict=False), 1):
        artifact = attachment.artifact(view, entry.path, number) if open_to_web and not link.note else None
        made = attachment.render(_bytes(task, entry.path), artifact.path) if artifact else b""
        if artifact and made:
            record = outlet.put(artifact, made)
            yield replace(link, path=record.path, note=f"{max(1, round(record.size / 1024))} KB")
        else:
            yield replace(link, path="", note=link.note or AT_THE_OFFICE)


def _bytes(task: Task, path: str) -> bytes:
    stat = task.survey.by_path.get(path)
    if stat is None or stat.size > attachment.MOST_BYTES:
        return b""
    with suppress(OSError):
        return (task.survey.root / stat.disk).read_bytes()
    return b""
