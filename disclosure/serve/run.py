"""``disclosure serve``: build, show, watch, build again; the last good site, and the last good page, stay whatever happens."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from collections.abc import Mapping
from contextlib import suppress
from html import escape
from pathlib import Path
from typing import Any

from disclosure.building.run import content_folder
from disclosure.building.state import FINDINGS
from disclosure.building.state import state_folder
from disclosure.options import STARTED
from disclosure.options import Options
from disclosure.options import typed
from disclosure.reporting.report import one_line
from disclosure.rules.severity import rank
from disclosure.serve import findings
from disclosure.serve.lasting import Lasting
from disclosure.serve.lasting import lasting
from disclosure.serve.lasting import sentence
from disclosure.serve.lasting import taken
from disclosure.serve.lasting import touched
from disclosure.serve.server import Live
from disclosure.serve.server import Shown
from disclosure.serve.server import start
from disclosure.serve.watch import Bell
from disclosure.serve.watch import watch

PORT = 8642


def run(options: Options) -> int:
    """Serve until interrupted; returns 130 then."""
    site = options.output / "site"
    site.mkdir(parents=True, exist_ok=True)
    live, bell, preview = Live(content_folder(options.root)), Bell(), Preview(options)
    server = start(site, live, PORT)
    observer = watch([options.root / "content", options.root / "themes"], bell)
    sys.stderr.write(f"预览：http://127.0.0.1:{server.server_port}/  (按 Ctrl+C 结束)\n")
    bell.ring()
    try:
        while True:
            if bell.wait(timeout=3600):
                live.publish(preview.rebuild())
    except KeyboardInterrupt:
        return 130
    finally:
        server.shutdown()
        if observer is not None:
            observer.stop()


class Preview:
    """Builds again and again, and remembers the pages whose source broke in between."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._content = content_folder(options.root)
        self._site = options.output / "site"
        self._records = state_folder(options.output) / FINDINGS
        self._since = self._records.stat().st_mtime_ns if self._records.is_file() else 0
        self._kept: dict[str, Lasting] = {}

    def rebuild(self) -> Shown:
        """Build in a process of its own, so that a crash or a changed theme cannot hurt what is being shown.

        Returns what is shown beside the site: the line in the corner of every page, the page of findings, its files,
        and the pages that stay up. Says on the terminal what was found.
        """
        before = taken(records(self._records), self._content, self._site, self._since) | self._kept
        since, self._since = self._since, time.time_ns()
        done = subprocess.run(command(self._options), capture_output=True, text=True, encoding="utf-8", errors="replace", env=environment(), check=False)
        sys.stderr.write(done.stderr)
        if done.returncode not in (0, 1):
            return Shown("构建失败，仍显示上一版", findings.failed(done.stderr), kept=pages(self._kept))
        told = records(self._records)
        self._kept = lasting(before, told, self._content)
        sys.stderr.write(spoken(told, lambda path: touched(path, self._content, since)))
        return shown(self._records, self._site, done.stderr)._replace(kept=pages(self._kept))


def command(options: Options) -> list[str]:
    """Return the command that builds what the preview was asked to show."""
    words = [sys.executable, "-m", "disclosure", "build", "-C", str(options.root), "-o", str(options.output)]
    if options.today is not None:
        words += ["--today", options.today.isoformat()]
    if options.channels:
        words += ["--channels", ",".join(options.channels)]
    return words


def environment() -> dict[str, str]:
    """Return the environment of a build: what it says names commands as the user of the preview types them."""
    return {**os.environ, STARTED: typed()}


def records(path: Path) -> dict[str, Any]:
    """Return what the last build left for the preview, {} where it left nothing that can be read."""
    with suppress(OSError, ValueError):
        told = json.loads(path.read_text("utf-8"))
        return told if isinstance(told, dict) else {}
    return {}


def spoken(told: Mapping[str, Any], is_new: Callable[[str], bool]) -> str:
    """Return what the terminal is told of a build: the count, and the first finding, of a file just changed where there is one."""
    found = [one for place in told.get("places", ()) for one in place["findings"]]
    if not found:
        return f"{told.get('line', '')}\n"
    first = min(found, key=lambda one: (not is_new(one["path"]), rank(one["severity"])))
    return f"{told['line']}\n  {one_line(sentence(first))}\n"


def pages(kept: Mapping[str, Lasting]) -> dict[str, tuple[bytes, str]]:
    """Return by path below the site what stays up, with the line that says why."""
    return {path: (data, escape(f"{one.fault} 这一页还是改动以前的样子")) for one in kept.values() for path, data in one.files.items()}


def shown(records: Path, site: Path, otherwise: str) -> Shown:
    """Return what the last build found; ``otherwise`` is what it said, where no records are to be had."""
    try:
        told = json.loads(records.read_text("utf-8"))
        return Shown(escape(told["line"]), findings.page(told, lambda path: (site / path).is_file()), findings.sources(told))
    except (OSError, ValueError, KeyError, TypeError):
        return Shown(escape(otherwise.strip().rpartition("\n")[2]), findings.failed(otherwise))
