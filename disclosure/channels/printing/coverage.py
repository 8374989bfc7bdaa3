"""What the fonts installed on this machine can print."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache

from disclosure.basis.coverage import Coverage
from disclosure.basis.coverage import coverage_of
from disclosure.basis.coverage import unprintable


@cache
def installed() -> Coverage:
    """Return the characters some installed font has a glyph for; nothing known where fontconfig is missing."""
    if not shutil.which("fc-list"):
        return Coverage()
    said = subprocess.run(["fc-list", "--format", "%{charset}\n"], capture_output=True, check=False, encoding="ascii", errors="replace").stdout
    ranges = {piece for line in set(said.splitlines()) for piece in line.split()}
    return coverage_of(_range(piece) for piece in ranges)


def _range(piece: str) -> tuple[int, int]:
    first, _, last = piece.partition("-")
    return int(first, 16), int(last or first, 16)


def uncovered(text: str) -> set[str]:
    """Return the characters of ``text`` that no installed font prints, and those of private use, which none prints as meant."""
    return set(unprintable(text, installed()))
