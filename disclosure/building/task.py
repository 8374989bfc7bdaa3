"""What a worker is given and what it gives back: plain records, the same for one process and for a cluster."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from datetime import date
from pathlib import Path

from disclosure.basis.coverage import Coverage
from disclosure.basis.diagnostic import Diagnostic
from disclosure.board.load import Survey
from disclosure.board.model import Brief
from disclosure.building.manifest import Record
from disclosure.options import Options
from disclosure.theming.theme import Theme

NOTHING_KNOWN = Coverage()

Known = dict[tuple[str, str], Record]
"""Published files that are still as they were published, by tree and path."""


@dataclass(frozen=True, slots=True)
class Task:
    """Everything a worker needs that is the same for every place.

    ``fixed``: the day comes from 截止 of site.yaml. ``stage``: folder whose site/ and print/ receive new files. ``known``: what is published and need not be written
    again. ``secret``: key of fingerprints (they cover what the web must not tell, so they are never plain digests).
    ``fonts``: folder for the poster fonts cut on this machine. ``coverage``: what its fonts can print.
    ``program``: digest of the program's own files. ``render`` is False when only checking.
    """

    options: Options
    survey: Survey
    today: date
    fixed: bool
    theme: Theme
    stage: Path
    channels: tuple[str, ...]
    secret: bytes = b""
    known: Known = field(default_factory=dict)
    fonts: str = ""
    coverage: Coverage = NOTHING_KNOWN
    program: str = ""
    render: bool = True


@dataclass(frozen=True, slots=True)
class PlaceResult:
    """What came of one place; holds nothing personal.

    It stays true on days from ``seen_from`` to before ``seen_until`` (None: for good): a filing dated after today
    does not exist yet.
    """

    place: str
    briefs: tuple[Brief, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    records: tuple[Record, ...] = ()
    rows: int = 0
    seen_from: date | None = None
    seen_until: date | None = None
