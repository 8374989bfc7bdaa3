"""``disclosure fix``: mends what can be mended without changing what was meant; layout and comments stay as they are."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Fix
from disclosure.basis.private import scrub
from disclosure.basis.private import scrub_path
from disclosure.building.run import Run
from disclosure.building.run import content_folder
from disclosure.options import Options
from disclosure.pipeline import gather
from disclosure.reading.guard import decode

ROUNDS = 10
"""A slip may hide another: so often a file is read again after it was mended."""

_MARK = b"\xef\xbb\xbf"


class Change(NamedTuple):
    """One line of a file, as it was and as it is now."""

    path: str
    line: int
    before: str
    after: str


def run(options: Options) -> int:
    """Mend every file that has a safe edit, or with ``dry_run`` only show it; returns 0."""
    content = content_folder(options.root)
    changes: list[Change] = []
    for _ in range(1 if options.dry_run else ROUNDS):
        made = [change for path, fixes in _safe(options) for change in _mend(content, path, fixes, write=not options.dry_run)]
        if not made:
            break
        changes += made
    for change in changes:
        sys.stdout.write(_shown(change))
    files = len({change.path for change in changes})
    done = "可以改" if options.dry_run else "改了"
    sys.stdout.write(f"{done} {files} 个文件、{len(changes)} 处。\n" if changes else "没有可以放心代改的地方。\n")
    return 0


def mended(text: str, fixes: Iterable[Fix]) -> str:
    """Return the text with every edit made that does not touch another; the first of two that overlap is made."""
    whole: list[str] = []
    at = 0
    for fix in sorted(set(fixes), key=lambda one: (one.span.start, one.span.end, one.replacement)):
        if fix.span.start >= at:
            whole += (text[at : fix.span.start], fix.replacement)
            at = fix.span.end
    return "".join((*whole, text[at:]))


def _safe(options: Options) -> Iterator[tuple[str, list[Fix]]]:
    """Yield the files that have safe edits, with these."""
    with Run(options, render=False) as run:
        task = run.survey()
        found: list[Diagnostic] = [*task.survey.diagnostics]
        for result in gather(run, task):
            found += result.diagnostics
    by_path: dict[str, list[Fix]] = {}
    for one in found:
        if one.fix is not None and one.fix.safe:
            by_path.setdefault(one.fix.span.path, []).append(one.fix)
    for path in sorted(by_path):
        yield task.survey.by_path[path].disk if path in task.survey.by_path else path, by_path[path]


def _mend(content: Path, path: str, fixes: list[Fix], *, write: bool) -> list[Change]:
    file = content / path
    data = file.read_bytes()
    mark = _MARK if data.startswith(_MARK) else b""
    text, encoding = _decoded(data.removeprefix(_MARK), path)
    after = mended(text, fixes) if text else text
    if after == text:
        return []
    if write:
        draft = file.with_name(f".{file.name}.draft")
        draft.write_bytes(mark + after.encode(encoding))
        os.replace(draft, file)  # noqa: PTH105 -- in one step: a file half written is worse than one with a slip
    return list(_compared(path, text, after, fixes))


def _decoded(data: bytes, path: str) -> tuple[str, str]:
    """Return the text as it was read, and how it is spelled; '' where bytes of it are lost, which nobody can write back."""
    with suppress(UnicodeDecodeError):
        return data.decode(), "utf-8"
    _, found = decode(data, path)
    if any(one.slug == "not-utf8" for one in found):
        with suppress(UnicodeDecodeError):
            return data.decode("gb18030"), "gb18030"
    return "", "utf-8"


def _compared(path: str, before: str, after: str, fixes: list[Fix]) -> Iterator[Change]:
    old, new = before.split("\n"), after.split("\n")
    touched = {line for fix in fixes for line in range(fix.span.line, fix.span.line + before.count("\n", fix.span.start, fix.span.end) + 1)}
    for line in sorted(touched):
        if line <= min(len(old), len(new)) and old[line - 1] != new[line - 1]:
            yield Change(path, line, old[line - 1].rstrip("\r"), new[line - 1].rstrip("\r"))


def _shown(change: Change) -> str:
    place = f"{scrub_path(change.path)}:{change.line}"
    moved = change.before.strip() == change.after.strip()
    before, after = (text.rstrip() if moved else text.strip() for text in (change.before, change.after))
    return f"{place}\n  - {scrub(before)}\n  + {scrub(after)}\n"
