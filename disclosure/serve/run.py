"""``disclosure serve``: build, show, watch, build again; the last good site stays whatever happens."""

from __future__ import annotations

import json
import subprocess
import sys
from html import escape
from pathlib import Path

from disclosure.building.run import content_folder
from disclosure.building.state import FINDINGS
from disclosure.building.state import state_folder
from disclosure.options import Options
from disclosure.serve import findings
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
    live, bell = Live(content_folder(options.root)), Bell()
    server = start(site, live, PORT)
    observer = watch([options.root / "content", options.root / "themes"], bell)
    sys.stderr.write(f"预览：http://127.0.0.1:{server.server_port}/  (按 Ctrl+C 结束)\n")
    bell.ring()
    try:
        while True:
            if bell.wait(timeout=3600):
                live.publish(rebuild(options))
    except KeyboardInterrupt:
        return 130
    finally:
        server.shutdown()
        if observer is not None:
            observer.stop()


def rebuild(options: Options) -> Shown:
    """Build in a process of its own, so that a crash or a changed theme cannot hurt what is being shown.

    Returns what is shown beside the site: the line in the corner of every page, the page of findings, its files.
    """
    command = [sys.executable, "-m", "disclosure", "build", "-C", str(options.root), "-o", str(options.output)]
    if options.today is not None:
        command += ["--today", options.today.isoformat()]
    if options.channels:
        command += ["--channels", ",".join(options.channels)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False)
    sys.stderr.write(done.stderr)
    if done.returncode not in (0, 1):
        return Shown("构建失败，仍显示上一版", findings.failed(done.stderr))
    return shown(state_folder(options.output) / FINDINGS, options.output / "site", done.stderr)


def shown(records: Path, site: Path, otherwise: str) -> Shown:
    """Return what the last build found; ``otherwise`` is what it said, where no records are to be had."""
    try:
        told = json.loads(records.read_text("utf-8"))
        return Shown(escape(told["line"]), findings.page(told, lambda path: (site / path).is_file()), findings.sources(told))
    except (OSError, ValueError, KeyError, TypeError):
        return Shown(escape(otherwise.strip().rpartition("\n")[2]), findings.failed(otherwise))
