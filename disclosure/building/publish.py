"""Publishing is a transaction: whoever looks sees the old tree or the new one, never half of each.

A large change swaps a staged tree for the old one in a single system call. A change of a few files is written
beside the tree, journalled, and moved in one by one with the manifest last; a run that was killed in between is
rolled forward when the next one starts.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
from collections.abc import Iterable
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

FEW = 64
"""Up to this many new and removed files the journal is used; above it the whole tree is swapped."""

MANIFEST = "manifest.json"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def publish(target: Path, stage: Path, kept: Iterable[str], manifest: bytes, *, state: Path) -> None:
    """Make ``target`` hold the files of ``stage``, those of its own that ``kept`` names, and ``manifest``; no others.

    ``stage`` must lie on the same file system and is gone afterwards. Names are POSIX paths below the trees.
    ``state`` is the folder the journal may use.
    """
    stage.mkdir(parents=True, exist_ok=True)
    keep = set(kept)
    fresh = set(files_below(stage))
    old = set(files_below(target)) if target.is_dir() else set()
    gone = old - keep - fresh - {MANIFEST}
    (stage / MANIFEST).write_bytes(manifest)
    if target.is_dir() and len(fresh) + len(gone) <= FEW < len(old):
        _journalled(target, stage, sorted(fresh), sorted(gone), state)
    else:
        _swapped(target, stage, keep - fresh)


def recover(target: Path, state: Path) -> None:
    """Finish what a killed run had begun: roll its journal forward, or put a half-swapped tree in its place."""
    journal = _journal(target, state)
    if journal.is_file():
        with suppress(ValueError):
            plan = json.loads(journal.read_text("utf-8"))
            _apply(target, Path(plan["stage"]), plan["files"], plan["gone"])
        journal.unlink()
    aside = _aside(target)
    if aside.is_dir():
        if target.exists():
            shutil.rmtree(aside, ignore_errors=True)
        else:
            aside.rename(target)


def files_below(folder: Path) -> Iterator[str]:
    """Yield every file below ``folder`` as a POSIX path relative to it."""
    stack = [("", os.fspath(folder))]
    while stack:
        prefix, place = stack.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    stack.append((f"{prefix}{entry.name}/", entry.path))
                else:
                    yield f"{prefix}{entry.name}"


def _swapped(target: Path, stage: Path, keep: Iterable[str]) -> None:
    made: set[Path] = set()
    for name in keep:
        copy = stage / name
        if copy.parent not in made:
            copy.parent.mkdir(parents=True, exist_ok=True)
            made.add(copy.parent)
        _link(target / name, copy)
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        stage.rename(target)
    elif _exchange(stage, target):
        shutil.rmtree(stage, ignore_errors=True)
    else:
        target.rename(_aside(target))
        stage.rename(target)
        shutil.rmtree(_aside(target), ignore_errors=True)


def _link(source: Path, copy: Path) -> None:
    try:
        os.link(source, copy)
    except OSError:
        shutil.copy2(source, copy)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one system call (Linux renameat2); False where that is not to be had."""
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    return bool(call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)


def _journalled(target: Path, stage: Path, files: list[str], gone: list[str], state: Path) -> None:
    for name in [*files, MANIFEST]:
        _sync(stage / name)
    journal = _journal(target, state)
    draft = journal.with_suffix(".draft")
    draft.write_text(json.dumps({"stage": str(stage), "files": files, "gone": gone}), "utf-8")
    _sync(draft)
    draft.replace(journal)
    _apply(target, stage, files, gone)
    journal.unlink()


def _apply(target: Path, stage: Path, files: list[str], gone: list[str]) -> None:
    for name in [*files, MANIFEST]:
        if (stage / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (stage / name).replace(target / name)
    for name in gone:
        (target / name).unlink(missing_ok=True)
        _prune(target, (target / name).parent)
    shutil.rmtree(stage, ignore_errors=True)


def _prune(root: Path, folder: Path) -> None:
    while folder != root:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def _sync(path: Path) -> None:
    with path.open("rb") as handle:
        os.fsync(handle.fileno())


def _journal(target: Path, state: Path) -> Path:
    return state / f"journal-{target.name}.json"


def _aside(target: Path) -> Path:
    return target.with_name(f".{target.name}-old")
