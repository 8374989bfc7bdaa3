"""One build at a time in one output folder."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows has no fcntl: there the lock is left out
    fcntl = None  # type: ignore[assignment]


PATIENCE = 2.0
"""Seconds to wait for the lock: the workers of a build that was killed hold it until they notice."""


class Busy(Exception):  # noqa: N818 -- it is a state, and named so
    """Another build works in this folder."""


class Lock:
    """An advisory lock that ends with the process, however it ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle = -1

    def take(self) -> None:
        """Take the lock; raises Busy when another process holds it and goes on holding it."""
        if fcntl is None:
            return
        self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        deadline = time.monotonic() + PATIENCE
        while not self._tried():
            if time.monotonic() > deadline:
                self.free()
                raise Busy
            time.sleep(0.02)

    def _tried(self) -> bool:
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def free(self) -> None:
        """Give the lock back."""
        if self._handle >= 0:
            with suppress(OSError):
                os.close(self._handle)
            self._handle = -1
