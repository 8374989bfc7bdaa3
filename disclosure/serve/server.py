"""A small web server for 127.0.0.1: the last good site, the findings, and a line to the open pages."""

from __future__ import annotations

import queue
import threading
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler
from http.server import ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from typing import Any
from typing import NamedTuple
from urllib.parse import unquote
from urllib.parse import urlsplit

from disclosure.commands.redact import redacted
from disclosure.reading.rowfile import decoded
from disclosure.serve.findings import SOURCE
from disclosure.serve.findings import source_page

EVENTS = "/__live"
FINDINGS = "/__findings"

_SCRIPT = """
<script>(function(){{var seen={epoch};var es=new EventSource('{events}');
es.onmessage=function(e){{if(+e.data!==seen)location.reload();}};}})();</script>
<p style="position:fixed;right:0;bottom:0;margin:0;padding:.3em .8em;background:#1c1b18;color:#fcfcf9;font:15px/1.6 sans-serif;z-index:9">
<a href="{findings}" style="color:inherit">{line}</a></p>
"""


class Shown(NamedTuple):
    """What one build gives to show: a line for the corner, the page of findings, the files it may lead to.

    ``kept``: by path below the site what stays up though its source cannot be read, each with a line of its own.
    """

    line: str
    findings: str = ""
    sources: frozenset[str] = frozenset()
    kept: Mapping[str, tuple[bytes, str]] = MappingProxyType({})


class Live:
    """What the server shows beside the site: how often it was built, what it found, and who listens."""

    def __init__(self, content: Path) -> None:
        self.epoch = 0
        self.content = content
        self.shown = Shown("正在构建……", "<!DOCTYPE html><title>正在构建</title><body><p>正在构建……</p></body></html>")
        self._listeners: set[queue.SimpleQueue[int]] = set()
        self._lock = threading.Lock()

    def publish(self, shown: Shown) -> None:
        """Tell every open page that there is something new."""
        with self._lock:
            self.epoch += 1
            self.shown = shown
            for listener in self._listeners:
                listener.put(self.epoch)

    def listen(self) -> queue.SimpleQueue[int]:
        """Return a queue that gets the epoch now and after every build."""
        box: queue.SimpleQueue[int] = queue.SimpleQueue()
        with self._lock:
            box.put(self.epoch)
            self._listeners.add(box)
        return box

    def leave(self, box: queue.SimpleQueue[int]) -> None:
        """Forget a listener."""
        with self._lock:
            self._listeners.discard(box)


class Handler(SimpleHTTPRequestHandler):
    """Serves files below the site folder, with the live line put into pages as they leave (never on disk)."""

    def __init__(self, *arguments: Any, live: Live, site: Path, **options: Any) -> None:
        self.live = live
        self.site = site
        super().__init__(*arguments, directory=str(site), **options)

    def do_GET(self) -> None:
        """Answer one request."""
        path = urlsplit(self.path).path
        if not self._is_ours():
            self.send_error(403)
        elif path == EVENTS:
            self._events()
        elif path == FINDINGS:
            self._send(self._with_live_line(self.live.shown.findings.encode()), "text/html; charset=utf-8")
        elif path.startswith(SOURCE):
            self._source(unquote(path.removeprefix(SOURCE)))
        else:
            self._page(path)

    def _is_ours(self) -> bool:
        # A page elsewhere that points its own name at 127.0.0.1 must not read drafts through the browser.
        host = (self.headers.get("Host") or "").rsplit(":", 1)[0]
        return host in ("127.0.0.1", "localhost", "[::1]")

    def _page(self, path: str) -> None:
        file = Path(self.translate_path(path))
        if path.endswith("/"):
            file /= "index.html"
        kept = self.live.shown.kept.get(self._name(file))
        if kept is not None:
            self._kept(file, *kept)
            return
        missing = not file.is_file() and not file.is_dir()
        if missing:
            file = self.site / "404.html"
        if file.suffix != ".html" or not file.is_file():
            super().do_GET()
            return
        with suppress(OSError):
            self._send(self._with_live_line(file.read_bytes()), "text/html; charset=utf-8", 404 if missing else 200)

    def _name(self, file: Path) -> str:
        return file.relative_to(self.site).as_posix() if file.is_relative_to(self.site) else ""

    def _kept(self, file: Path, data: bytes, line: str) -> None:
        """Show a file as it was while its source could be read."""
        if file.suffix == ".html":
            self._send(self._with_live_line(data, line), "text/html; charset=utf-8")
        else:
            self._send(data, self.guess_type(str(file)))

    def _source(self, path: str) -> None:
        """Show a file that a finding is about, and no other; numbers of persons are masked."""
        text = None
        if path in self.live.shown.sources:
            with suppress(OSError):
                text, _ = decoded((self.live.content / path).read_bytes(), path)
        if text is None:
            self.send_error(404)
            return
        safe, _ = redacted(text, table=path.lower().endswith(".csv"))
        self._send(self._with_live_line(source_page(path, [line.rstrip("\r") for line in safe.split("\n")]).encode()), "text/html; charset=utf-8")

    def _with_live_line(self, page: bytes, line: str = "") -> bytes:
        script = _SCRIPT.format(epoch=self.live.epoch, events=EVENTS, findings=FINDINGS, line=line or self.live.shown.line)
        head, mark, tail = page.rpartition(b"</body>")
        return head + script.encode() + mark + tail if mark else page

    def _send(self, body: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def _events(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        box = self.live.listen()
        try:
            while True:
                with suppress(queue.Empty):
                    self.wfile.write(f"data: {box.get(timeout=15)}\n\n".encode())
                self.wfile.write(b": still here\n\n")
                self.wfile.flush()
        except OSError:
            self.live.leave(box)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 -- the base class's name
        """Say nothing: the terminal is for findings."""


def start(site: Path, live: Live, port: int) -> ThreadingHTTPServer:
    """Start serving ``site`` on 127.0.0.1 in a thread; a busy port is passed over for the next."""
    for number in (*range(port, port + 20), 0):
        with suppress(OSError):
            server = ThreadingHTTPServer(("127.0.0.1", number), partial(Handler, live=live, site=site))
            break
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
