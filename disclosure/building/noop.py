"""The quickest build: nothing changed since the last one. Imports next to nothing, so that saying so takes no time."""

from __future__ import annotations

import hashlib
import os
import sys
from datetime import UTC
from datetime import date
from datetime import datetime
from pathlib import Path

from disclosure.building import state
from disclosure.options import Options

PACKAGE = Path(__file__).resolve().parent.parent
TREES = ("site", "print")


def inputs(options: Options) -> tuple[Path, ...]:
    """Return every folder a build reads: content, the project's themes, and the program with its own."""
    return (options.root / "content", options.root / "themes", PACKAGE, PACKAGE.parent / "themes")


def outputs(options: Options) -> tuple[Path, ...]:
    """Return the folders a build writes."""
    return tuple(options.output / name for name in TREES)


def key(options: Options) -> str:
    """Return a digest of everything but files and the day that decides what a build makes."""
    parts = (str(options.root), str(options.output), options.channels, options.lang, sys.version_info[:3])
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def day_asked(options: Options) -> str:
    """Return the day a build is for as far as it is known before site.yaml is read."""
    if options.today is not None:
        return options.today.isoformat()
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    return f"clock {date.today().isoformat()}"  # noqa: DTZ011 -- the village's own day


def is_partial(options: Options) -> bool:
    """Tell whether only a part was asked for: such a build is never the one after which there is nothing to do."""
    return bool(options.places or options.categories or options.periods)


def finished(options: Options) -> int | None:
    """Return the last build's exit code, and say its last line, when there is nothing to do; else None.

    What a killed build had staged is something to do: it is to be cleared away.
    """
    folder = options.output / state.FOLDER
    if options.no_cache or is_partial(options) or not folder.is_dir() or any(folder.glob("stage-*")):
        return None
    last = state.unchanged(folder, key(options), day_asked(options), inputs(options), outputs(options))
    if last is None:
        return None
    if not options.quiet:
        sys.stderr.write("没有变化，不用重做\n")
        sys.stdout.write(f"{last.last_line}\n")
    return last.exit_code
