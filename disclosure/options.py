"""What a command was asked to do: one frozen record, read from the command line and handed to the stages."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

COMMAND = "python build.py"
"""How the program is called in texts that know nothing of who started it, such as a rule's help."""
STARTED = "DISCLOSURE_COMMAND"
"""The environment's word for how the program was started: set by build.py, and for what the program starts itself."""


def typed(words: str = "") -> str:
    """Return the command that runs this program as its user typed it, with ``words`` behind it."""
    return f"{os.environ.get(STARTED) or _entrance(Path(sys.argv[0]))} {words}".rstrip()


def _entrance(script: Path) -> str:
    if script.name == "__main__.py" and script.parent.name == "disclosure":
        return f"{Path(sys.executable).name.removesuffix('.exe')} -m disclosure"
    return "disclosure" if script.stem == "disclosure" else COMMAND


class Unfit(Exception):  # noqa: N818 -- it is said to the user, not a fault of the program
    """What was asked for cannot be done; its text is the sentence to say, the exit code is 2."""


@dataclass(frozen=True, slots=True)
class Options:
    """The common flags. ``root`` holds content/ and themes/; ``output`` receives site/ and print/.

    Empty tuples mean «all». ``fail_level`` and ``output_format`` as in FORMAT §9. ``jobs`` 0 means every processor.
    ``words`` are what stands behind the verb; ``columns`` and ``colour`` are asked for by ``list`` and findings as text.
    ``xlsx`` is asked for by ``new``; ``subjects``, ``levels``, ``depths``, ``statuses`` and ``verified`` sift a ``list``.
    """

    root: Path = Path()
    output: Path = Path()
    today: date | None = None
    jobs: int = 0
    places: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    fail_level: str = "error"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    output_format: str = "text"
    lang: str = "zh-Hans"
    quiet: bool = False
    verbose: int = 0
    no_cache: bool = False
    words: tuple[str, ...] = ()
    columns: bool = False
    dry_run: bool = False
    diff: str = ""
    history: bool = False
    colour: bool = False
    xlsx: bool = False
    subjects: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    depths: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    verified: tuple[str, ...] = ()
