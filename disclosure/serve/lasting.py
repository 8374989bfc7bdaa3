"""Pages whose source can no longer be read: they stay up as they were, in memory, until it is mended or taken away."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from typing import NamedTuple

from disclosure.board.settling import PLACE_FILES


class Lasting(NamedTuple):
    """What a source gave when it could be read: files of the site by path; ``fault``: what it suffers from now."""

    files: dict[str, bytes]
    fault: str = ""


def taken(told: Mapping[str, Any], content: Path, site: Path, since: int) -> dict[str, Lasting]:
    """Return, of every source changed after ``since`` (or whose place.yaml is), the files beside its page as they stand."""
    return {source: Lasting(_beside(page, site)) for source, page in _made(told).items() if any(_is_new(content / one, since) for one in _behind(source))}


def lasting(before: Mapping[str, Lasting], told: Mapping[str, Any], content: Path) -> dict[str, Lasting]:
    """Return those whose source is still there, gave no page this time (nor did another), and has an error that explains it."""
    made, faults = _made(told), {one["path"]: one for one in reversed(list(faults_of(told)))}
    kept: dict[str, Lasting] = {}
    for source, page in before.items():
        fault = next((faults[one] for one in _behind(source) if one in faults), None)
        given = source in made or not page.files.keys().isdisjoint(made.values())
        if not given and fault is not None and (content / source).is_file():
            kept[source] = page._replace(fault=sentence(fault))
    return kept


def faults_of(told: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield every error of a build's records, in their order."""
    for place in told.get("places", ()):
        yield from (one for one in place["findings"] if one["severity"] == "error")


def sentence(one: Mapping[str, Any]) -> str:
    """Return a finding in one line: where, and what."""
    return f'{one["path"]}:{one["line"]}:{one["column"]} {" ".join(one["message"].split())}'


def touched(path: str, content: Path, since: int) -> bool:
    """Tell whether the file a finding is about was changed after a moment."""
    return _is_new(content / path, since)


def _made(told: Mapping[str, Any]) -> dict[str, str]:
    return dict(told.get("made", {}))


def _behind(source: str) -> Iterator[str]:
    """Yield a source and the files of the places it may lie in, the nearest first."""
    yield source
    folder = posixpath.dirname(source)
    while folder:
        yield from (f"{folder}/{name}" for name in sorted(PLACE_FILES))
        folder = posixpath.dirname(folder)


def _is_new(path: Path, since: int) -> bool:
    with suppress(OSError):
        stat = path.stat()
        return max(stat.st_mtime_ns, stat.st_ctime_ns) >= since
    return False


def _beside(page: str, site: Path) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    folder = (site / page).parent
    with suppress(OSError):
        for path in folder.iterdir():
            if path.is_file():
                files[path.relative_to(site).as_posix()] = path.read_bytes()
    return files
