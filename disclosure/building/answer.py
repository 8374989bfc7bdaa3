"""What a run says at its end: the findings in the format asked for, the line that counts, the exit code."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import replace

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.private import scrub_path
from disclosure.board.model import Board
from disclosure.building import preview
from disclosure.building.asked import category_asked
from disclosure.building.asked import period_asked
from disclosure.building.asked import place_asked
from disclosure.building.task import PlaceResult
from disclosure.options import COMMAND
from disclosure.options import Options
from disclosure.options import typed
from disclosure.reporting.report import Checked
from disclosure.reporting.report import Report
from disclosure.reporting.report import at_least
from disclosure.reporting.report import formats
from disclosure.reporting.report import last_line
from disclosure.reporting.report import one_line
from disclosure.rules.engine import findings
from disclosure.rules.finding import Finding

_FAILED = ("poster-does-not-fit",)
"""Findings that mean an artifact could not be made."""


def answer(
    options: Options,
    board: Board,
    results: tuple[PlaceResult, ...],
    *,
    building: bool = False,
    keep: Callable[[str, str], None] | None = None,
    known: Iterable[Diagnostic] = (),
) -> tuple[int, str]:
    """Print what was found; returns (exit code, last line).

    ``keep`` is given the full text and the records for the preview. What was ``known`` before is left out, as often as it was there.
    """
    report = _report(options, replace(board, diagnostics=tuple(new_since(known, board.diagnostics))), results)
    if keep is not None:
        keep(formats()["text"](replace(report, colour=False)), preview.records(report, board))
    if building:
        return _built(options, board, report)
    sys.stdout.write(formats()[options.output_format](report))
    return int(at_least(report.findings, options.fail_level)), last_line(report)


def new_since(known: Iterable[Diagnostic], found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what was found and was not there before; lines may have moved in between, and cells are known by their place in the table."""
    left = Counter(map(_identity, known))
    for one in found:
        mark = _identity(one)
        if left[mark]:
            left[mark] -= 1
        else:
            yield one


def _identity(one: Diagnostic) -> tuple[object, ...]:
    """Return what stays of a finding when lines above it come and go."""
    subject = one.subject
    told = tuple(sorted((name, str(value)) for name, value in one.arguments.items() if name not in ("line", "first_line")))
    return one.slug, subject.filing_id or one.span.path, subject.row, one.span.cell, told


def _report(options: Options, board: Board, results: tuple[PlaceResult, ...]) -> Report:
    found = tuple(replace(one, help=one.help.replace(COMMAND, typed())) for one in asked_findings(options, board))
    checked = Checked(len(board.places), len(board.briefs), sum(result.rows for result in results))
    return Report(board.today, checked, found, board.duties, options.colour, options.verbose > 0, typed())


def asked_findings(options: Options, board: Board) -> tuple[Finding, ...]:
    """Return the findings that stand on the board's day and that the flags leave in."""
    found = findings(board.diagnostics, board, options.select, options.ignore)
    return tuple(one for one in found if is_asked(one, options, board))


def is_asked(one: Finding, options: Options, board: Board) -> bool:
    """Tell whether the flags leave a finding in; what concerns the whole site concerns each of its places.

    A file that did not parse may be of any category and period.
    """
    return (
        (not one.place or place_asked(options, one.place, board.places))
        and (not one.category or category_asked(options, one.category, board.catalogue))
        and (not one.period or period_asked(options, one.period))
    )


def _built(options: Options, board: Board, report: Report) -> tuple[int, str]:
    """Say what was held back or failed, and how many findings `check` would show."""
    held = [brief.filing_id for brief in board.briefs if brief.held]
    failed = [one for one in report.findings if one.slug in _FAILED]
    line = last_line(report)
    if not options.quiet:
        for filing_id in held:
            sys.stdout.write(f"因含个人信息没有公开：{one_line(scrub_path(filing_id))}\n")
        for one in failed:
            sys.stdout.write(f"没有做成：{one_line(one.message)}\n")
        sys.stdout.write(f"{line}\n")
        if report.findings:
            sys.stdout.write(f"逐条看问题和改法：{typed('check')}\n")
    return int(bool(held or failed)), line
