"""Findings and duties for other programs, with exactly the fields of FORMAT §9."""

from __future__ import annotations

import json
from datetime import date

from disclosure.basis.private import scrub
from disclosure.basis.private import scrub_path
from disclosure.board.model import Duty
from disclosure.reporting.report import Report
from disclosure.rules.finding import Finding

NAME = "json"
SCHEMA = 1


def render(report: Report) -> str:
    """Return one JSON object; what does not apply is null, line and column never are."""
    seen = report.checked
    value = {
        "schema": SCHEMA,
        "today": report.today.isoformat(),
        "checked": {"places": seen.places, "filings": seen.filings, "rows": seen.rows},
        "diagnostics": [_diagnostic(one) for one in report.findings],
        "duties": [duty_record(one) for one in report.duties],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(one: Finding) -> dict[str, object]:
    return {
        "code": one.code,
        "slug": one.slug,
        "severity": one.severity,
        "title": one.title,
        "message": one.message,
        "path": one.path,
        "line": one.line,
        "column": one.column,
        "cell": one.cell or None,
        "related": [
            {"path": other.path, "line": other.line, "column": other.column, "message": other.message}
            for other in one.related
        ],
        "cause": one.cause or None,
        "place": one.place or None,
        "category": one.category or None,
        "period": one.period or None,
        "filing_id": one.filing_id or None,
        "row": one.row or None,
        "citations": list(one.citations),
        "help": one.help or None,
    }


def duty_record(one: Duty) -> dict[str, object]:
    """Return one duty with exactly the fields of FORMAT §9."""
    return {
        "place": one.place,
        "category": one.category,
        "period": one.period,
        "item": scrub(one.item) or None,
        "source": one.source,
        "due_on": _day(one.due_on),
        "due_raw": _day(one.due_raw),
        "due_source": one.due_source,
        "essential": one.essential,
        "status": str(one.status),
        "nil": one.nil,
        "held": one.held,
        "window": one.window or None,
        "take_down_due": _day(one.take_down_due),
        "filing": scrub_path(one.filing) or None,
        "filings": [scrub(filing) for filing in one.filings],
        "filing_id": scrub(one.filing_id) or None,
        "published_on": _day(one.published_on),
        "posted_on": _day(one.posted_on),
        "taken_down_on": _day(one.taken_down_on),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
