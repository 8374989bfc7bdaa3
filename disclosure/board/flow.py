"""What a brief keeps of a filing for others to look up: sums that another level speaks of too, last days of contracts, promises."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from disclosure.basis.span import Span


class Term(NamedTuple):
    """A contract that runs: the speakable number of its row, where its last day stands, and that day."""

    row: str
    span: Span
    until: date


class Promise(NamedTuple):
    """Something a filing says will be done by a day, and does not call done: its row's number, '' in running text.

    ``words``: what it is about in the filing's own public words, by which a later filing is known to speak of it.
    """

    row: str
    span: Span
    until: date
    words: str


class Flow(NamedTuple):
    """A sum of public money that one level says it gave, got or paid out; nobody's name.

    ``side``: given (by a township to ``place``; to all below it where that is the township itself), received or paid
    (by ``place`` itself). ``document``: the number of the paper it came with, in one spelling. ``programme``: id of
    the category it is paid out under. Each '' where it is not told. ``words`` is what it is for. ``partial``: some of
    it came before what the filing tells, or only part of those it is for are listed.
    """

    side: str
    place: str
    document: str
    programme: str
    words: str
    amount: Decimal
    span: Span
    partial: bool = False
