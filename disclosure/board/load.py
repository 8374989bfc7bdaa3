"""The only reader of content/: one walk over the folder, then the filings of one place at a time."""

from __future__ import annotations

import gc
import os
import posixpath
import unicodedata
from collections.abc import Iterator
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.basis.office import without_persons
from disclosure.basis.private import scrub_path
from disclosure.basis.span import Span
from disclosure.basis.span import whole_file
from disclosure.board.config import read_place
from disclosure.board.config import read_settings
from disclosure.board.filing import read_filing
from disclosure.board.model import Filing
from disclosure.board.model import Place
from disclosure.board.model import Settings
from disclosure.board.model import Shelf
from disclosure.board.model import Source
from disclosure.board.papers import with_papers
from disclosure.board.settling import PLACE_FILES
from disclosure.board.settling import SITE_FILES
from disclosure.board.settling import home_of
from disclosure.board.settling import is_filing
from disclosure.board.settling import is_ignored
from disclosure.board.settling import settle_places
from disclosure.board.settling import why_unread
from disclosure.board.tablesof import PRIVATE_FOLDER
from disclosure.catalogue.load import load_catalogue
from disclosure.catalogue.model import Catalogue
from disclosure.reading.guard import MAX_BYTES
from disclosure.reading.rowfile import LARGEST
from disclosure.reading.yaml import Document
from disclosure.reading.yaml import read_markdown
from disclosure.reading.yaml import read_yaml

CATALOGUE = "catalogue"
class Stat(NamedTuple):
    """A file of content/: its NFC path relative to content/, the path as the disk spells it, size and mtime."""

    path: str
    disk: str
    size: int
    mtime_ns: int

    @property
    def name(self) -> str:
        """The file's own name."""
        return posixpath.basename(self.path)


@dataclass(frozen=True, slots=True)
class Survey:
    """What one walk over content/ found; filings are not read yet.

    ``files``: for each place (slug path) the files of its folders, those of places below it left out; by path.
    ``by_path``: all files. ``config``: site.yaml, every place.yaml and content/catalogue/: what every shard depends on.
    ``sources``: texts of site.yaml and place.yaml for excerpts.
    """

    root: Path
    settings: Settings
    places: dict[str, Place]
    catalogue: Catalogue
    files: dict[str, tuple[Stat, ...]]
    by_path: dict[str, Stat] = field(default_factory=dict)
    config: tuple[Stat, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    sources: dict[str, Source] = field(default_factory=dict)


class Loaded(NamedTuple):
    """The shelf of one place, what is wrong with its files, how many rows were read, and texts for excerpts.

    ``sources``: files that gave no filing. ``arrives``: the first day on which a filing that today does not exist
    yet will (None: nothing waits), so that a cached shelf knows how long it holds.
    """

    shelf: Shelf
    diagnostics: tuple[Diagnostic, ...]
    rows: int
    sources: dict[str, Source]
    arrives: date | None


@contextmanager
def no_collection() -> Iterator[None]:
    """Keep the garbage collector out while many small immutable things are made."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def survey(root: Path) -> Survey:
    """Walk content/ once: settings, places, catalogue, and which files belong to which place."""
    with no_collection():
        return _survey(root)


def _survey(root: Path) -> Survey:
    found: list[Diagnostic] = []
    stats = _walk(root, found)
    by_name = {stat.path: stat for stat in stats}
    catalogue, more = load_catalogue(root / CATALOGUE)
    found.extend(more)
    sources: dict[str, Source] = {}
    settings = _settings(root, by_name, sources, found)
    read = [place for stat in stats if stat.name in PLACE_FILES and (place := _place(root, stat, sources, found))]
    places, unsettled = settle_places(read, settings, catalogue)
    found += unsettled
    config = tuple(s for s in stats if s.path in SITE_FILES or s.name in PLACE_FILES or s.path.startswith(f"{CATALOGUE}/"))
    files = _sorted_out(stats, set(config), places, found)
    return Survey(root, settings, places, catalogue, files, by_name, config, tuple(found), sources)


def _settings(root: Path, stats: Mapping[str, Stat], sources: dict[str, Source], found: list[Diagnostic]) -> Settings:
    stat = next((stats[name] for name in sorted(SITE_FILES) if name in stats), None)
    document = _document(root, stat, found) if stat else None
    if stat is None or document is None:
        return Settings()
    sources[stat.path] = Source(stat.path, document.text)
    settings, more = read_settings(_shielded(document, stat.path))
    found += [*document.diagnostics, *more]
    return settings


def _place(root: Path, stat: Stat, sources: dict[str, Source], found: list[Diagnostic]) -> Place | None:
    document = _document(root, stat, found)
    if document is None:
        return None
    sources[stat.path] = Source(stat.path, document.text)
    place, more = read_place(_shielded(document, stat.path), posixpath.dirname(stat.path))
    found += [*document.diagnostics, *more]
    return place


def _shielded(document: Document, path: str) -> Document:
    """Return settings with the numbers of persons in them masked: they stand on every page, and no page is held back for them."""
    masked = without_persons(document.text)
    return document if masked == document.text else read_yaml(masked.encode(), path)


def _sorted_out(
    stats: list[Stat], config: set[Stat], places: dict[str, Place], found: list[Diagnostic]
) -> dict[str, tuple[Stat, ...]]:
    """Give every file to the nearest place above it; a filing above every place is a finding.

    Files below a place.yaml that gave no place wait until it is mended: they are nobody else's.
    """
    by_folder = {place.folder: place.path for place in places.values()}
    lost = {posixpath.dirname(stat.path) for stat in config if stat.name in PLACE_FILES} - set(by_folder)
    known = {*by_folder, *lost}
    homes: dict[str, str] = {}
    files: dict[str, list[Stat]] = {path: [] for path in places}
    for stat in stats:
        if stat in config:
            continue
        folder = posixpath.dirname(stat.path)
        home = homes.setdefault(folder, home_of(folder, known))
        if home in by_folder:
            files[by_folder[home]].append(stat)
        elif home not in lost:
            found.append(_homeless(stat))
    return {path: tuple(sorted(each)) for path, each in files.items()}


def _homeless(stat: Stat) -> Diagnostic:
    shown = {"name": scrub_path(stat.name)}
    if is_filing(stat.name):
        return Diagnostic("filing-without-place", whole_file(stat.path), shown)
    return Diagnostic("unread-file", whole_file(stat.path), {**shown, "reason": why_unread(stat.name)})


def _walk(root: Path, found: list[Diagnostic]) -> list[Stat]:
    """Return every file below content/ that may mean something, sorted by path; links that lead out are refused."""
    stats: list[Stat] = []
    inside = os.path.realpath(root)
    waiting = [("", "")]
    while waiting:
        folder, disk = waiting.pop()
        try:
            with os.scandir(root / disk if disk else root) as entries:
                listed = list(entries)
        except OSError as error:
            found.append(_unreadable(folder or ".", error))
            continue
        for entry in listed:
            if is_ignored(entry.name):
                continue
            path = posixpath.join(folder, unicodedata.normalize("NFC", entry.name))
            if entry.is_symlink() and not _stays_inside(entry, inside):
                found.append(Diagnostic("outside-link", whole_file(path), {"name": scrub_path(entry.name)}))
            elif entry.is_dir(follow_symlinks=False):
                waiting.append((path, posixpath.join(disk, entry.name)))
            elif entry.is_file():
                state = entry.stat()
                stats.append(Stat(path, posixpath.join(disk, entry.name), state.st_size, state.st_mtime_ns))
    return sorted(stats)


def _stays_inside(entry: os.DirEntry[str], inside: str) -> bool:
    """Return whether a link is to a file below content/; links to folders may go round in circles and are refused."""
    target = os.path.realpath(entry.path)
    return target.startswith(inside + os.sep) and os.path.isfile(target)  # noqa: PTH113 a string is at hand


def _unreadable(path: str, error: OSError) -> Diagnostic:
    reason = "没有权限" if isinstance(error, PermissionError) else "打不开"
    return Diagnostic("unreadable-file", whole_file(path), {"name": scrub_path(posixpath.basename(path)), "reason": reason})


def _bytes(root: Path, stat: Stat, limit: int, found: list[Diagnostic]) -> bytes | None:
    """Return a file's bytes, None (and a finding) when it is too large or cannot be opened."""
    if stat.size > limit:
        shown = {"name": scrub_path(stat.name), "size": _megabytes(stat.size), "limit": _megabytes(limit)}
        found.append(Diagnostic("file-too-large", whole_file(stat.path), shown))
        return None
    try:
        return (root / stat.disk).read_bytes()
    except OSError as error:
        found.append(_unreadable(stat.path, error))
        return None


def _megabytes(size: int) -> str:
    return f"{-(-size // 1_000_000)} MB"


def _document(root: Path, stat: Stat, found: list[Diagnostic]) -> Document | None:
    data = _bytes(root, stat, MAX_BYTES, found)
    if data is None:
        return None
    return read_markdown(data, stat.path) if stat.name.lower().endswith(".md") else read_yaml(data, stat.path)


class RowFiles(Mapping[str, bytes]):
    """The bytes of the files a place's filings may name, by path, opened when first asked for."""

    def __init__(self, root: Path, stats: Mapping[str, Stat], found: list[Diagnostic]) -> None:
        self._root = root
        self._stats = stats
        self._found = found

    def __getitem__(self, path: str) -> bytes:
        data = _bytes(self._root, self._stats[path], LARGEST, self._found)
        return b"" if data is None else data

    def __contains__(self, path: object) -> bool:
        return path in self._stats

    def __iter__(self) -> Iterator[str]:
        return iter(self._stats)

    def __len__(self) -> int:
        return len(self._stats)


def load_shelf(survey: Survey, place: str, today: date) -> Loaded:
    """Read the filings of a place and of those it succeeds; a filing dated after ``today`` does not exist.

    Findings, rows and sources are those of the place's own files only: the others' own shelves tell theirs.
    """
    with no_collection():
        return _load_shelf(survey, place, today)


def _load_shelf(survey: Survey, place: str, today: date) -> Loaded:
    own = _read_all(survey, survey.places[place], today)
    old = [_read_all(survey, survey.places[path], today) for path in survey.places[place].succeeds]
    filings = [*own.filings, *(filing for each in old for filing in each.filings)]
    shelf = Shelf(survey.places, survey.settings, survey.catalogue, tuple(filings), place)
    rows = sum(len(table.rows) for filing in own.filings for table in filing.tables)
    arrives = min((day for each in (own, *old) for day in each.later), default=None)
    return Loaded(shelf, tuple(own.diagnostics), rows, own.sources, arrives)


@dataclass(frozen=True, slots=True)
class _Pile:
    """What the files of one place gave."""

    filings: list[Filing] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    later: list[date] = field(default_factory=list)


def _read_all(survey: Survey, place: Place, today: date) -> _Pile:
    pile = _Pile()
    rowfiles = RowFiles(survey.root, survey.by_path, pile.diagnostics)
    texts: list[str] = []
    for stat in survey.files[place.path]:
        document = _document(survey.root, stat, pile.diagnostics) if is_filing(stat.name) else None
        if document is not None:
            texts.append(document.text)
            _take(document, stat, place, survey, rowfiles, today, pile)
    for stat in survey.files[place.path]:
        if not is_filing(stat.name) and not _may_lie(stat) and not _is_named(stat, texts):
            shown = {"name": scrub_path(stat.name), "reason": why_unread(stat.name)}
            pile.diagnostics.append(Diagnostic("unread-file", whole_file(stat.path), shown))
    pile.diagnostics.extend(_duplicates(pile.filings))
    return pile


def _may_lie(stat: Stat) -> bool:
    """Return whether a file may lie where it is though nobody reads it: papers kept back in 不公开."""
    return PRIVATE_FOLDER in stat.path.split("/") and not is_filing(posixpath.splitext(stat.name)[0])


def _is_named(stat: Stat, texts: list[str]) -> bool:
    """Return whether some filing of the place speaks of a file by its name."""
    return any(stat.name in text for text in texts)


def _take(
    document: Document, stat: Stat, place: Place, survey: Survey, rowfiles: RowFiles, today: date, pile: _Pile
) -> None:
    filing, found, source = read_filing(document, stat.path, place, survey.catalogue, rowfiles)
    if filing is None:
        pile.diagnostics.extend(found)
        pile.sources[stat.path] = source
        return
    first = _first_date(filing)
    if first is not None and first > today:
        pile.later.append(first)
        pile.diagnostics.append(Diagnostic("dated-ahead", _dated_at(filing, first), {"shown": first.isoformat(), "other": ""}))
        return
    pile.diagnostics.extend(found)
    pile.filings.append(with_papers(filing, rowfiles))


def _first_date(filing: Filing) -> date | None:
    days = (filing.published_on, filing.posted_on, filing.issued_on)
    return min((day for day in days if day is not None), default=None)


def _dated_at(filing: Filing, day: date) -> Span:
    """Return where a date of a filing stands."""
    dates = ((filing.posted_on, "posted_on"), (filing.published_on, "published_on"), (filing.issued_on, "issued_on"))
    return next((filing.keys[key] for found, key in dates if found == day and key in filing.keys), filing.span)


def _duplicates(filings: list[Filing]) -> list[Diagnostic]:
    """Find filings with one id: one finding at the last of their files that names the others."""
    by_id: dict[str, list[Filing]] = {}
    for filing in filings:
        by_id.setdefault(filing.id, []).append(filing)
    found: list[Diagnostic] = []
    for filing_id, same in by_id.items():
        if len(same) > 1:
            *others, last = same
            related = tuple(Related(other.span, filing_id) for other in others)
            shown = {"filing_id": filing_id, "other": "、".join(scrub_path(other.source.path) for other in others)}
            found.append(Diagnostic("duplicate-filing", last.span, shown, related))
    return found
