"""What is to be said at one place of a row file, and how it reads in a comment or a cell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

WORDS = {"error": "错误", "warning": "警告", "info": "提示"}
GRAVEST = tuple(WORDS)
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]")


class Remark(NamedTuple):
    """A finding as the accountant is to read it; nothing personal in it."""

    severity: str
    title: str
    message: str
    help: str = ""

    @property
    def head(self) -> str:
        """«错误：期末余额对不上»."""
        return tame(f"{WORDS.get(self.severity, self.severity)}：{self.title}")

    @property
    def body(self) -> str:
        """The sentence, and how to mend it."""
        return tame(self.message.strip() + (f"\n怎么改：{self.help.strip()}" if self.help else ""))


class Place(NamedTuple):
    """Where a remark stands: a sheet ('' in a text), row and column, 1-based; row 0 for the whole file."""

    sheet: str = ""
    row: int = 0
    column: int = 0


def tame(text: str) -> str:
    """Return the text without characters that steer a screen or that no XML may hold."""
    return _STEERING.sub("", text)


def gravest(remarks: Iterable[Remark]) -> str:
    """Return the worst severity of several remarks."""
    found = {one.severity for one in remarks}
    return next((severity for severity in GRAVEST if severity in found), GRAVEST[-1])


def in_one_line(remarks: Iterable[Remark]) -> str:
    """Return several remarks as one line of text: no line breaks, no tabs, no bars."""
    told = "；".join(f"{one.head}。{one.body}" for one in remarks)
    return re.sub(r"\s+", " ", told.replace("|", "／").replace("｜", "／").replace("│", "／")).strip()
