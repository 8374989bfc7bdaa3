"""What the last build saw and made, so that the next one knows what to leave alone. Standard library only, imports little."""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any
from typing import NamedTuple

FOLDER = ".disclosure"
FINDINGS = "findings.json"
_FORMAT = (2, sys.version_info[:2])
_SKIPPED = ("__pycache__", ".git")

Stat = tuple[int, int]
"""Size and mtime_ns of a file; (-1, mtime_ns) of a folder."""


class State(NamedTuple):
    """The last whole build: under which ``key`` and day, from which inputs, into which outputs, with which result.

    ``inputs`` is a digest: names of source files may tell what nothing that is kept may tell.
    """

    key: str
    today: str
    made_ns: int
    inputs: str
    outputs: dict[str, Stat]
    exit_code: int
    last_line: str


def snapshot(roots: Iterable[Path]) -> dict[str, Stat]:
    """Return size and time of every file and folder below ``roots``; a missing root counts as empty."""
    seen: dict[str, Stat] = {}
    stack = [os.fspath(root) for root in roots if root.is_dir()]
    while stack:
        folder = stack.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name in _SKIPPED:
                    continue
                info = entry.stat(follow_symlinks=False)
                if entry.is_dir(follow_symlinks=False):
                    seen[entry.path] = (-1, 0)
                    stack.append(entry.path)
                else:
                    seen[entry.path] = (info.st_size, info.st_mtime_ns)
    return seen


def digest(seen: dict[str, Stat]) -> str:
    """Return one digest of a snapshot."""
    return hashlib.sha256(marshal.dumps(sorted(seen.items()), 2)).hexdigest()


def state_folder(output: Path) -> Path:
    """Return the folder for caches and journals beside the output, made readable by its owner only."""
    folder = output / FOLDER
    if not folder.is_dir():
        folder.mkdir(parents=True, mode=0o700)
    return folder


def load(folder: Path, name: str) -> Any:
    """Return what was saved under ``name`` by this Python and this format, else None."""
    with suppress(OSError, ValueError, EOFError, TypeError), (folder / f"{name}.bin").open("rb") as handle:
        form, value = marshal.load(handle)  # noqa: S302 -- our own file in an owner-only folder
        if form == _FORMAT:
            return value
    return None


def save(folder: Path, name: str, value: Any) -> None:
    """Save plain data under ``name`` in one step."""
    draft = folder / f"{name}.draft"
    draft.write_bytes(marshal.dumps((_FORMAT, value)))
    draft.replace(folder / f"{name}.bin")


def unchanged(folder: Path, key: str, today: str, inputs: Iterable[Path], outputs: Iterable[Path]) -> State | None:
    """Return the last build when nothing it read or wrote has changed since and ``key`` and day are the same.

    A file as young as the last build counts as changed: it may have been edited within the clock's tick.
    """
    value = load(folder, "state")
    if value is None:
        return None
    state = State(*value)
    if state.key != key or state.today != today:
        return None
    now = snapshot(inputs)
    if digest(now) != state.inputs or any(mtime >= state.made_ns for _, mtime in now.values()):
        return None
    return state if snapshot(outputs) == state.outputs else None
