"""``disclosure serve``: build, show, watch, build again; the last good site stays whatever happens."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from html import escape

from disclosure.building.state import state_folder
from disclosure.options import Options
from disclosure.serve.server import Live
from disclosure.serve.server import start
from disclosure.serve.watch import Bell
from disclosure.serve.watch import watch

PORT = 8642

_PAGE = """<!DOCTYPE html><html lang="zh-Hans"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>检查结果</title></head>
<body style="margin:20px auto;max-width:60em;padding:0 20px;font:17px/1.7 sans-serif;background:#fcfcf9;color:#1c1b18">
<h1>检查结果</h1><p><a href="/">回到网站</a></p><pre style="white-space:pre-wrap;overflow-wrap:anywhere">{text}</pre></body></html>
"""


def run(options: Options) -> int:
    """Serve until interrupted; returns 130 then."""
    site = options.output / "site"
    site.mkdir(parents=True, exist_ok=True)
    live, bell = Live(), Bell()
    server = start(site, live, PORT)
    observer = watch([options.root / "content", options.root / "themes"], bell)
    sys.stderr.write(f"预览：http://127.0.0.1:{server.server_port}/  (按 Ctrl+C 结束)\n")
    bell.ring()
    try:
        while True:
            if bell.wait(timeout=3600):
                live.publish(*rebuild(options))
    except KeyboardInterrupt:
        return 130
    finally:
        server.shutdown()
        if observer is not None:
            observer.stop()


def rebuild(options: Options) -> tuple[str, str]:
    """Build in a process of its own, so that a crash or a changed theme cannot hurt what is being shown.

    Returns the line for the corner of every page and the page of findings.
    """
    command = [sys.executable, "-m", "disclosure", "build", "-C", str(options.root), "-o", str(options.output)]
    if options.today is not None:
        command += ["--today", options.today.isoformat()]
    if options.channels:
        command += ["--channels", ",".join(options.channels)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False)
    sys.stderr.write(done.stderr)
    text = done.stderr
    with suppress(OSError):
        text = (state_folder(options.output) / "findings.txt").read_text("utf-8")
    if done.returncode not in (0, 1):
        return "构建失败，仍显示上一版", _PAGE.format(text=escape(done.stderr))
    last = text.strip().rpartition("\n")[2]
    return escape(last), _PAGE.format(text=escape(text))
