"""One build at a time in one output folder."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows has no fcntl: there the lock is left out
    fcntl = None  # type: ignore[assignment]


class Busy(Exception):  # noqa: N818 -- it is a state, and named so
    """Another build works in this folder."""


class Lock:
    """An advisory lock that ends with the process, however it ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle = -1

    def take(self) -> None:
        """Take the lock; raises Busy when another process holds it."""
        if fcntl is None:
            return
        self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(self._handle)
            self._handle = -1
            raise Busy from None

    def free(self) -> None:
        """Give the lock back."""
        if self._handle >= 0:
            with suppress(OSError):
                os.close(self._handle)
            self._handle = -1
