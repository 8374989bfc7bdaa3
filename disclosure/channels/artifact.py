"""One output file of the plan: where it goes and what it is made of; it renders nothing."""

from __future__ import annotations

from dataclasses import dataclass

SITE = "site"
PRINT = "print"


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file to be made: ``tree`` is site (web view) or print (board view); place, category and period are '' for index pages."""

    path: str
    channel: str
    tree: str = SITE
    place: str = ""
    category: str = ""
    period: str = ""
    filing_id: str = ""
