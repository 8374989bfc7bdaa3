"""Annotations that a forge's continuous integration shows beside the changed lines."""

from __future__ import annotations

from disclosure.reporting.report import Report
from disclosure.reporting.report import last_line
from disclosure.reporting.report import tame
from disclosure.rules.finding import Finding

NAME = "github"
_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report) -> str:
    """Return one annotation per finding; paths are given from the repository's root."""
    return "\n".join([*map(_annotation, report.findings), last_line(report), ""])


def _annotation(one: Finding) -> str:
    title = _property(f"{one.code} {one.title}")
    place = f"file={_property('content/' + one.path)},line={one.line},col={one.column},title={title}"
    return f"::{_COMMANDS[one.severity]} {place}::{_data(one.message + (chr(10) + one.help if one.help else ''))}"


def _data(text: str) -> str:
    return tame(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
