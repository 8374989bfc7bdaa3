"""One line per finding, for editors and grep: ``path:line:col: CODE slug message``."""

from __future__ import annotations

from disclosure.reporting.report import Report
from disclosure.reporting.report import last_line
from disclosure.reporting.report import one_line

NAME = "concise"


def render(report: Report) -> str:
    """Return the findings, one line each, and the line that counts what was looked at."""
    lines = [
        f"{one_line(one.path)}:{one.line}:{one.column}: {one.code} {one.slug} {one_line(one.message)}" for one in report.findings
    ]
    return "\n".join([*lines, last_line(report), ""])
