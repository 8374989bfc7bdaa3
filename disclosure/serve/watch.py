"""Watching the folders a build reads, without ever being woken by what a build writes."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

QUIET = 0.15
"""Seconds without a further change before a rebuild: editors write a file in several steps."""

_CHANGES = ("created", "deleted", "modified", "moved")


class Bell:
    """Rings when something changed: ``wait`` returns once it has been quiet for a moment."""

    def __init__(self) -> None:
        self._rung = threading.Event()
        self._last = 0.0

    def ring(self) -> None:
        """Say that something changed just now."""
        self._last = time.monotonic()
        self._rung.set()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait for a ring and then for quiet; False when ``timeout`` seconds passed without one."""
        if not self._rung.wait(timeout):
            return False
        while (rest := self._last + QUIET - time.monotonic()) > 0:
            time.sleep(rest)
        self._rung.clear()
        return True


def is_noise(path: str) -> bool:
    """Tell whether a path is an editor's or the system's own file, whose changes mean nothing."""
    name = Path(path).name
    return name.startswith((".", "~$", "#")) or name.endswith(("~", ".swp", ".tmp", ".draft")) or "__pycache__" in path


def watch(roots: Iterable[Path], bell: Bell) -> Any:
    """Watch folders and ring the bell on changes; fall back to polling where inotify has no watches left."""
    from watchdog.events import FileSystemEvent
    from watchdog.events import FileSystemEventHandler
    from watchdog.observers import Observer
    from watchdog.observers.polling import PollingObserver

    class Handler(FileSystemEventHandler):
        """Rings for real changes; being read («opened», «closed_no_write») is none."""

        def on_any_event(self, event: FileSystemEvent) -> None:
            """Ring unless the event is noise."""
            if event.event_type in _CHANGES and not (event.is_directory and event.event_type == "modified"):
                paths = [str(path) for path in (event.src_path, event.dest_path) if path]
                if not all(map(is_noise, paths)):
                    bell.ring()

    folders = [root for root in roots if root.is_dir()]
    for make in (Observer, lambda: PollingObserver(timeout=1.0)):
        observer = make()
        try:
            for folder in folders:
                observer.schedule(Handler(), str(folder), recursive=True)
            observer.start()
        except OSError:
            continue
        return observer
    return None
