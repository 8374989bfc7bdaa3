"""Keeps the shipped catalogue, once read, beside Python's own compiled files: a hundred categories then load at once."""

from __future__ import annotations

import os
import pickle
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from disclosure.basis.digest import sha256
from disclosure.basis.discovery import resource_folder

_SOURCES = ("basis", "reading", "catalogue")
"""What the shape of a loaded catalogue follows from: these parts of the program, and the catalogue's YAML."""


def recall(key: str) -> Any:
    """Return what was kept under a key, else None.

    The file lies in the package's __pycache__ and is trusted as the code in it is.
    """
    with suppress(OSError, ValueError, EOFError, AttributeError, ImportError, TypeError, pickle.UnpicklingError):
        kept, value = pickle.loads(_path().read_bytes())  # noqa: S301 -- beside our own compiled code, and as trusted
        if kept == key:
            return value
    return None


def keep(key: str, value: object, *, asked: bool = False) -> None:
    """Keep a loaded catalogue under a key; not where Python is told to leave no compiled files, unless it is ``asked`` for."""
    if sys.dont_write_bytecode and not asked:
        return
    with suppress(OSError):
        path = _path()
        path.parent.mkdir(exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_bytes(pickle.dumps((key, value), pickle.HIGHEST_PROTOCOL))
        draft.replace(path)


def _path() -> Path:
    return resource_folder("catalogue") / "__pycache__" / f"catalogue.{sys.implementation.cache_tag}.bin"


def key() -> str:
    """Return a digest of name, size and time of every file a loaded catalogue follows from."""
    package = resource_folder("catalogue").parent
    seen = []
    for part in _SOURCES:
        for folder, _, names in os.walk(package / part):
            for name in names:
                if name.endswith((".py", ".yaml", ".yml")):
                    path = os.path.join(folder, name)  # noqa: PTH118 -- two thousand Paths would cost more than the walk
                    state = os.stat(path)  # noqa: PTH116
                    seen.append((path, state.st_size, state.st_mtime_ns))
    return sha256(repr(sorted(seen)).encode())
