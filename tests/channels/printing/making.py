"""The default theme and cut fonts, made once for every test of posters; looking into a PDF with poppler."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

from disclosure.channels.poster import available
from disclosure.channels.printing.fonts import Fonts
from disclosure.channels.printing.fonts import site_fonts
from disclosure.theming.theme import Theme
from disclosure.theming.theme import load_theme
from disclosure.theming.theme import theme_roots

MISSING = available() or ("" if shutil.which("pdftotext") else "poppler is missing")
"""Why posters cannot be tested on this machine, '' where they can."""

_NUMBER = re.compile(r"[−-]?[0-9][0-9,]*(?:\.[0-9]+)?%?")


@cache
def theme() -> Theme:
    """Return the theme that ships."""
    made, found = load_theme("default", theme_roots())
    assert found == []
    return made


@cache
def fonts(folder: str) -> Fonts:
    """Return the fonts cut into a folder."""
    return site_fonts(Path(folder))


def text_of(data: bytes, *options: str) -> str:
    """Return the text of a PDF as poppler reads it, sheet after sheet."""
    made = subprocess.run(["pdftotext", *options, "-", "-"], input=data, capture_output=True, check=True)
    return made.stdout.decode()


def numbers(text: str) -> set[str]:
    """Return the figures that stand in a text."""
    return set(_NUMBER.findall(text.replace("\u2007", " ").replace("\u2008", " ")))
