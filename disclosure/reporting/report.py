"""What one check found, ready for any format; and the formats there are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

import disclosure.reporting
from disclosure.basis.discovery import modules_in
from disclosure.board.model import Duty
from disclosure.options import COMMAND
from disclosure.rules.finding import Finding
from disclosure.rules.severity import rank

_STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Checked:
    """How much was looked at, so that an empty run is visible."""

    places: int = 0
    filings: int = 0
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """The findings and duties of one run on one day.

    ``colour``, ``everything`` and ``command`` (how the program is called) matter to people's formats only.
    """

    today: date
    checked: Checked = Checked()
    findings: tuple[Finding, ...] = ()
    duties: tuple[Duty, ...] = ()
    colour: bool = False
    everything: bool = False
    command: str = COMMAND


@cache
def formats() -> dict[str, Callable[[Report], str]]:
    """Return every output format by the name --output-format takes."""
    return {module.NAME: module.render for module in modules_in(disclosure.reporting) if hasattr(module, "NAME")}


def at_least(findings: Iterable[Finding], level: str) -> bool:
    """Return True when one finding is at or above the fail level (error, warning, info)."""
    return any(rank(one.severity) <= rank(level) for one in findings)


def last_line(report: Report) -> str:
    """Return «检查 6 个地方、84 个公开件、2107 行：错误 3、警告 12», with 提示 where there are any."""
    seen = report.checked
    counts = Counter(one.severity for one in report.findings)
    said = f"错误 {counts['error']}、警告 {counts['warning']}"
    said += f"、提示 {counts['info']}" if counts["info"] else ""
    return f"检查 {seen.places} 个地方、{seen.filings} 个公开件、{seen.rows} 行：{said}"


def one_line(text: str) -> str:
    """Return the text without line breaks, for formats with one line per finding."""
    return tame(" ".join(text.split("\n")))


def tame(text: str) -> str:
    """Return the text with «?» for all that could steer a terminal: control characters, marks of direction, escapes."""
    return _STEERING.sub("?", text)
