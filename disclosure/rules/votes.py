"""Votes as filings tell them, in one shape: which meeting, how many were due, came and agreed, and whether it passed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from disclosure.basis.span import Span
from disclosure.board.entries import entries
from disclosure.board.entries import fact
from disclosure.board.model import Filing

ASSEMBLY, DELEGATES, MEMBERS, LEVY = "村民会议", "村民代表会议", "成员大会", "筹资筹劳"
_VILLAGE = ("村组法2025/会议", "村组法2018/会议")
BASIS = {ASSEMBLY: _VILLAGE, DELEGATES: _VILLAGE, MEMBERS: ("集体经济组织法/27表决",), LEVY: ("农业法/73",)}


class Vote(NamedTuple):
    """One vote that passed; figures None where they are not told. The spans are those of 实到 and 赞成."""

    meeting: str
    expected: Decimal | None
    present: Decimal | None
    agree: Decimal | None
    came_at: Span
    agreed_at: Span


def votes(filing: Filing) -> Iterator[Vote]:
    """Yield every vote a filing says was carried, of the meetings whose rules we know."""
    match filing.category.id:
        case "decision.resolution":
            yield from _resolutions(filing)
        case "decision.4y2g":
            yield from _steps(filing)
        case "coll.meeting":
            yield from _agenda(filing)
        case "yishi.plan":
            yield from _levy(filing)


def _resolutions(filing: Filing) -> Iterator[Vote]:
    for entry in entries(filing, "resolutions"):
        if entry.text("result") == "通过" and entry.text("meeting") in (ASSEMBLY, DELEGATES, MEMBERS):
            yield Vote(entry.text("meeting"), entry.amount("expected"), entry.amount("present"), entry.amount("agree"), entry.span("present"), entry.span("agree"))


def _steps(filing: Filing) -> Iterator[Vote]:
    for entry in entries(filing, "steps"):
        if entry.text("step") == "决议" and entry.text("body") in (ASSEMBLY, DELEGATES):
            yield Vote(entry.text("body"), entry.amount("expected"), entry.amount("present"), entry.amount("agree"), entry.span("present"), entry.span("agree"))


def _agenda(filing: Filing) -> Iterator[Vote]:
    for entry in entries(filing, "agenda"):
        if entry.text("result") == "通过":
            yield Vote(MEMBERS, fact(filing, "members"), entry.amount("present"), entry.amount("agree"), entry.span("present"), entry.span("agree"))


def _levy(filing: Filing) -> Iterator[Vote]:
    found = filing.fact("agreed")
    if found is not None:
        yield Vote(LEVY, fact(filing, "expected"), fact(filing, "present"), fact(filing, "agreed"), found.cell.span, found.cell.span)

