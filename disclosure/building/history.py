"""Every version of content/ that git ever kept, read once each for numbers of persons; bounded in time and memory."""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from typing import NamedTuple

from disclosure.basis.accounts import find_under_heads
from disclosure.basis.office import is_office_line
from disclosure.basis.private import scrub
from disclosure.basis.private import scrub_path
from disclosure.basis.span import Span
from disclosure.building.git import answer
from disclosure.building.git import repository
from disclosure.reading.papers import pieces
from disclosure.reading.rowfile import decoded
from disclosure.rules.exposure import numbers_in

TEXTS = (".yaml", ".yml", ".md", ".csv", ".txt", ".json")
PAPERS = (".xlsx", ".xlsm", ".xls", ".et", ".docx", ".pptx", ".doc", ".pdf")
LARGEST = 8 * 1024 * 1024
"""A version larger than this is left out, and said so."""

LONGEST = 300
"""Seconds after which the search stops, and says so."""

_BLOCK = 1 << 16
_KINDS = ("id_card", "bank_card", "phone", "account")
_FORMAT = "%x01%H %cs%x00%B%x02"


class Trace(NamedTuple):
    """A number in an old version: the commit that brought it, its day, where, what kind, and the number masked."""

    commit: str
    day: str
    path: str
    line: int
    kind: str
    masked: str
    cell: str = ""


class Looked(NamedTuple):
    """What a search saw: traces, commits, versions of files; ``left_out`` too large, ``stopped`` when time ran out."""

    traces: tuple[Trace, ...]
    commits: int
    versions: int
    left_out: int
    stopped: bool
    shallow: bool


class _Version(NamedTuple):
    """A blob at a path in a commit, or (``blob`` '') the message of the commit."""

    commit: str
    day: str
    path: str
    blob: str
    message: str = ""


def look(content: Path, longest: int = LONGEST) -> Looked:
    """Read the whole history of ``content``; raises Unfit where there is no git or no repository."""
    git = repository(content)
    ends = time.monotonic() + longest
    seen: set[tuple[str, str]] = set()
    told: dict[tuple[str, str], Trace] = {}
    commits: set[str] = set()
    left_out, stopped = 0, False
    with _blobs([*git, "cat-file", "--batch"]) as ask, _log(git) as log:
        for version in _versions(log):
            if time.monotonic() > ends:
                stopped = True
                break
            commits.add(version.commit)
            if version.blob and (version.path, version.blob) not in seen:
                seen.add((version.path, version.blob))
                data = ask(version.blob)
                left_out += data is None
                for digits, trace in _in_version(version, data or b""):
                    told.setdefault((trace.path, digits), trace)
            elif version.message:
                for digits, trace in _in_text(version, version.message, ""):
                    told.setdefault(("", digits), trace)
    shallow = (answer([*git, "rev-parse", "--is-shallow-repository"]) or b"").strip() == b"true"
    return Looked(tuple(told.values()), len(commits), len(seen), left_out, stopped, shallow)


@contextmanager
def _log(git: list[str]) -> Iterator[IO[bytes]]:
    """Give the log of all branches, oldest first: for each commit its words and the blobs it brought."""
    words = ["log", "--all", "--reverse", "--raw", "-z", "-m", "--no-renames", "--no-abbrev", "--no-show-signature", f"--format={_FORMAT}", "--", "."]
    process = subprocess.Popen([*git, "--no-pager", *words], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout is not None  # noqa: S101 it was asked for
    try:
        yield process.stdout
    finally:
        process.kill()
        process.stdout.close()
        process.wait()


@contextmanager
def _blobs(command: list[str]) -> Iterator[_Ask]:
    """Give a function that returns a blob's bytes, None for one too large."""
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        yield _Ask(process)
    finally:
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()
        process.wait()


class _Ask:
    """One git that answers for blob after blob."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def __call__(self, blob: str) -> bytes | None:
        into, out = self._process.stdin, self._process.stdout
        assert into is not None  # noqa: S101 both were asked for
        assert out is not None  # noqa: S101
        into.write(blob.encode() + b"\n")
        into.flush()
        head = out.readline().split()
        if len(head) < 3:
            return b""
        size = int(head[2])
        data = out.read(size) if size <= LARGEST else None
        left = size if data is None else 0
        while left > 0:
            left -= len(out.read(min(left, _BLOCK)))
        out.read(1)
        return data


def _tokens(log: IO[bytes]) -> Iterator[str]:
    rest = b""
    while block := log.read(_BLOCK):
        *whole, rest = (rest + block).split(b"\0")
        yield from (token.decode("utf-8", "replace") for token in whole)
    if rest:
        yield rest.decode("utf-8", "replace")


def _versions(log: IO[bytes]) -> Iterator[_Version]:
    """Yield every file a commit brought, and every commit's message."""
    commit = day = blob = ""
    for token in _tokens(log):
        text = token.lstrip("\n")
        if "\x01" in text:
            commit, _, day = text[text.index("\x01") + 1 :].partition(" ")
        elif "\x02" in text:
            message, _, after = text.partition("\x02")
            yield _Version(commit, day, "", "", message)
            blob = _blob(after.lstrip("\n"))
        elif text.startswith(":") and not blob:
            blob = _blob(text)
        elif blob:
            if blob.strip("0") and text.lower().endswith(TEXTS + PAPERS):
                yield _Version(commit, day, text, blob)
            blob = ""


def _blob(meta: str) -> str:
    """Return the new blob of «:100644 100644 old new M», '' for what is no such line; all zeros for a deletion."""
    parts = meta.split()
    return parts[3] if len(parts) >= 5 and parts[0].startswith(":") else ""


def _in_version(version: _Version, data: bytes) -> Iterator[tuple[str, Trace]]:
    for hit in numbers_in(version.path):
        digits = version.path[hit.start : hit.end]
        if hit.kind in _KINDS:
            yield digits, _trace(version, Span(version.path), hit.kind, digits)
    if version.path.lower().endswith(PAPERS):
        for piece in pieces(data, version.path, ""):
            yield from _in_piece(version, piece.text, piece.span)
        return
    text, _ = decoded(data, version.path)
    yield from _in_text(version, text or "", version.path)


def _in_text(version: _Version, text: str, path: str) -> Iterator[tuple[str, Trace]]:
    hits = numbers_in(text)
    under = [one for one in find_under_heads(text, commas=path.lower().endswith(".csv")) if not any(one.start < hit.end and hit.start < one.end for hit in hits)]
    for hit in [*hits, *under]:
        if hit.kind in _KINDS and not (hit.kind == "phone" and is_office_line(text, hit.start)):
            digits = text[hit.start : hit.end]
            yield digits, _trace(version, Span(path, text.count("\n", 0, hit.start) + 1), hit.kind, digits)


def _in_piece(version: _Version, text: str, span: Span) -> Iterator[tuple[str, Trace]]:
    for digits, trace in _in_text(version, text, span.path):
        yield digits, trace._replace(line=span.line, cell=scrub(span.cell))


def _trace(version: _Version, span: Span, kind: str, digits: str) -> Trace:
    masked = re.sub(r"[0-9０-９xXｘＸ]", "●", digits).replace("\n", " ")
    return Trace(version.commit, version.day, scrub_path(span.path), span.line, kind, masked)
