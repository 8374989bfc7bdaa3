"""Small folders and filings made for a test, read as the program reads them."""

from __future__ import annotations

import textwrap
from datetime import date
from functools import cache
from pathlib import Path

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.span import Span
from disclosure.board.breach import Breach
from disclosure.board.evaluate import breaches
from disclosure.board.filing import Read
from disclosure.board.filing import read_filing
from disclosure.board.load import Loaded
from disclosure.board.load import Survey
from disclosure.board.load import load_shelf
from disclosure.board.load import survey
from disclosure.board.model import Filing
from disclosure.board.model import Place
from disclosure.board.model import Settings
from disclosure.board.model import Shelf
from disclosure.catalogue.load import load_catalogue
from disclosure.catalogue.model import Catalogue
from disclosure.reading.yaml import read_markdown
from disclosure.reading.yaml import read_yaml

TODAY = date(2026, 11, 21)
SITE = "格式: 1\n标题: 试\n起: 2026-01\n"
PLACE = "名称: 石桥村\n级别: village\nslug: shiqiao\n"
HOME = Place("shiqiao", "shiqiao", "石桥村", "village", "石桥村", Span("石桥村/place.yaml"))


@cache
def catalogue() -> Catalogue:
    """Return the shipped catalogue, read once."""
    return load_catalogue()[0]


def plain(text: str) -> str:
    """Return a text written indented in a test as it would stand in a file."""
    return textwrap.dedent(text).lstrip("\n")


def folder(root: Path, files: dict[str, str | bytes]) -> Path:
    """Write a content folder; site.yaml and 石桥村/place.yaml stand there unless given."""
    for name, text in {"site.yaml": SITE, "石桥村/place.yaml": PLACE, **files}.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else plain(text).encode())
    return root / "content"


def surveyed(root: Path, files: dict[str, str | bytes]) -> Survey:
    """Write a content folder and walk over it."""
    return survey(folder(root, files))


def loaded(root: Path, files: dict[str, str | bytes], place: str = "shiqiao", today: date = TODAY) -> Loaded:
    """Write a content folder and read one place of it."""
    return load_shelf(surveyed(root, files), place, today)


def read(text: str, path: str = "石桥村/a.yaml", rowfiles: dict[str, bytes] | None = None) -> Read:
    """Read one filing from text."""
    data = plain(text).encode()
    document = read_markdown(data, path) if path.endswith(".md") else read_yaml(data, path)
    return read_filing(document, path, HOME, catalogue(), rowfiles or {})


def filing(text: str, path: str = "石桥村/a.yaml", rowfiles: dict[str, bytes] | None = None) -> Filing:
    """Read one filing that must be there."""
    result = read(text, path, rowfiles)
    assert result.filing is not None, result.diagnostics
    return result.filing


def shelf(*filings: Filing, places: dict[str, Place] | None = None) -> Shelf:
    """Put filings on a shelf."""
    return Shelf(places or {HOME.path: HOME}, Settings(), catalogue(), filings)


def broken(text: str, *others: Filing) -> list[Breach]:
    """Return the breaches that speak, of a filing read from text, with other filings beside it."""
    one = filing(text)
    return [breach for breach in breaches(one, shelf(one, *others)) if breach.primary]


def slugs(found: list[Breach]) -> list[tuple[str, int]]:
    """Return slug and line of breaches."""
    return [(breach.slug, breach.span.line) for breach in found]


def of(diagnostics: tuple[Diagnostic, ...] | list[Diagnostic]) -> list[tuple[str, int, int]]:
    """Return slug, line and column of findings."""
    return [(one.slug, one.span.line, one.span.column) for one in diagnostics]


def other(body: str) -> str:
    """Return a 其他公示 with something in it."""
    return "类别: 其他公示\n期间: 2026-03\n公开日期: 2026-04-08\n" + plain(body)
