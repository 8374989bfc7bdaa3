"""GitLab Code Quality: the findings shown in a merge request."""

from __future__ import annotations

import json

from disclosure.basis.digest import sha256
from disclosure.reporting.report import Report
from disclosure.reporting.report import tame
from disclosure.rules.finding import Finding

NAME = "gitlab"
_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(report: Report) -> str:
    """Return one JSON array; every fingerprint is there once, as GitLab drops the second of two alike."""
    seen: dict[str, int] = {}
    return json.dumps([_issue(one, seen) for one in report.findings], ensure_ascii=False, indent=1) + "\n"


def _issue(one: Finding, seen: dict[str, int]) -> dict[str, object]:
    identity = "\n".join((one.slug, one.filing_id or one.path, one.row, one.cell))
    seen[identity] = seen.get(identity, 0) + 1
    return {
        "description": tame(one.message),
        "check_name": f"{one.code} {one.slug}",
        "fingerprint": sha256(f"{identity}\n{seen[identity]}".encode())[:32],
        "severity": _SEVERITIES[one.severity],
        "location": {"path": f"content/{one.path}", "lines": {"begin": one.line}},
    }
