"""The findings as records for the page the preview shows: by place, each with its page and its file; never part of site/."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Mapping
from typing import Any

from disclosure.basis.private import scrub_path
from disclosure.board.model import Board
from disclosure.board.model import Brief
from disclosure.board.settling import PLACE_FILES
from disclosure.board.settling import SITE_FILES
from disclosure.reporting.report import Report
from disclosure.reporting.report import last_line
from disclosure.rules.finding import Finding
from disclosure.rules.severity import rank
from disclosure.views.paths import duty_path
from disclosure.views.paths import filing_id_path
from disclosure.views.paths import place_path

SITE_WIDE = "全站"


def records(report: Report, board: Board) -> str:
    """Return one JSON object: the day, the last line, for each place with findings these, the gravest first, and by source its page."""
    filings = {brief.filing_id: brief for brief in board.briefs}
    groups: dict[str, list[Finding]] = {}
    for one in report.findings:
        groups.setdefault(one.place if one.place in board.places else "", []).append(one)
    order = sorted(groups, key=lambda path: (path not in board.places or board.places[path].level != "village", path))
    told = [_group(path, groups[path], board, filings) for path in order]
    value = {"today": report.today.isoformat(), "line": last_line(report), "places": told, "made": _made(board)}
    return json.dumps(value, ensure_ascii=False, sort_keys=True) + "\n"


def _made(board: Board) -> dict[str, str]:
    """Return by source the page it gave; numbers of persons in names are masked."""
    pages = {brief.path: filing_id_path(brief.filing_id) for brief in board.briefs}
    pages |= {place.span.path: place_path(path) for path, place in board.places.items()}
    return {scrub_path(path): page for path, page in pages.items()}


def _group(path: str, found: list[Finding], board: Board, filings: Mapping[str, Brief]) -> dict[str, Any]:
    place = board.places.get(path)
    ranked = sorted(found, key=lambda one: rank(one.severity))
    shown = [_record(one, filings.get(one.filing_id)) for one in ranked]
    return {"name": place.name if place else SITE_WIDE, "place": path, "page": place_path(path) if place else "index.html", "findings": shown}


def _record(one: Finding, filing: Brief | None) -> dict[str, Any]:
    names = ("severity", "code", "title", "message", "path", "line", "column", "cell", "help", "excerpt")
    told: dict[str, Any] = {name: getattr(one, name) for name in names}
    return {**told, "why": list(one.why), "page": _page(one), "open": _open(one, filing)}


def _page(one: Finding) -> str:
    """Return the page the finding speaks of: of the filing, or of the gap it leaves; '' for none."""
    if one.filing_id:
        return filing_id_path(one.filing_id)
    return duty_path(one.place, one.category, one.period) if one.place and one.category and one.period else ""


def _open(one: Finding, filing: Brief | None) -> bool:
    """Tell whether the file may be shown: not what is for the board only, is held back, or could not be read."""
    if filing is not None:
        return not filing.secret and not filing.held
    return posixpath.basename(one.path) in PLACE_FILES or one.path in SITE_FILES
