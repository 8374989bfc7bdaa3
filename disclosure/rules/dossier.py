"""What the rules on decisions share: who decided what and when, and the filings of one matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from disclosure.board.entries import Entry
from disclosure.board.entries import current
from disclosure.board.entries import entries
from disclosure.board.entries import fact
from disclosure.board.entries import fact_day
from disclosure.board.entries import fact_text
from disclosure.board.model import Filing
from disclosure.board.model import Shelf

DECIDING = ("decision.resolution", "decision.4y2g", "decision.big", "coll.meeting", "fin.major", "fin.plan", "yishi.plan", "proj.village")
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_EMPTY = frozenset(("方案", "支出", "费用", "工程", "项目", "资金", "村民", "会议", "代表", "同意", "通过", "实施", "购买", "采购", "维修", "建设", "安排", "情况", "使用", "本村", "年度"))
_ROUTINE = re.compile(r"工资|报酬|补贴|津贴|补助|拨付|发放|转账|提现|退|归还|偿还|电费|水费|网费|利息|税|保险|分红|分配|征地|补偿|缴存|押金|保证金")


class Decision(NamedTuple):
    """A matter decided: when (None where it is not told), for how much, in which words."""

    day: date | None
    amount: Decimal | None
    words: str


def matter_of(filing: Filing) -> str:
    """Return the matter of a filing without spaces, '' where it names none."""
    return re.sub(r"[\s　]", "", filing.matter)


def same_matter(filing: Filing, shelf: Shelf, *categories: str) -> Iterator[Filing]:
    """Yield the other filings of the same place on the same matter that no newer one supersedes."""
    name = matter_of(filing)
    for other in current(shelf, *categories) if name else ():
        if other is not filing and other.place == filing.place and matter_of(other) == name:
            yield other


def decided_on(filing: Filing) -> date | None:
    """Return the day on which what a filing tells was decided, None where it tells of no single decision."""
    match filing.category.id:
        case "decision.big":
            return fact_day(filing, "decided")
        case "yishi.plan":
            return fact_day(filing, "meeting")
        case "decision.4y2g":
            days = [entry.day("date") for entry in entries(filing, "steps") if entry.text("step") == "决议"]
            return days[0] if len(days) == 1 else None
    return None


def decisions(shelf: Shelf, place: str) -> Iterator[Decision]:
    """Yield everything that a place's filings say was decided or planned."""
    for filing in current(shelf, *DECIDING):
        if filing.place != place:
            continue
        told = " ".join(one for one in (filing.matter, filing.title, *(fact_text(filing, name) for name in ("matter", "project", "reason", "decided"))) if one)
        amounts = [fact(filing, name) for name in ("budget", "actual", "spent", "contract", "final", "paid")]
        yield from (Decision(decided_on(filing), amount, told) for amount in amounts if amount is not None or told)
        for table in filing.tables:
            for entry in entries(filing, table.id):
                yield Decision(entry.day("date"), entry.amount("amount"), " ".join(_words(entry)))


def _words(entry: Entry) -> Iterator[str]:
    for column in entry.table.columns:
        if column.kind == "text":
            yield entry.text(column.id)


def speaks_of(words: str, decision: Decision) -> bool:
    """Tell whether a decision may be about what these words name: any two characters in common that say something."""
    return any(pair in decision.words for pair in _pairs(words))


def _pairs(words: str) -> set[str]:
    found = {run[at : at + 2] for run in _HAN.findall(words) for at in range(len(run) - 1)}
    return found - _EMPTY


def is_routine(entry: Entry) -> bool:
    """Tell whether an expense is of the kind no meeting decides each time: wages, allowances, bills, money passed on."""
    return _ROUTINE.search(entry.text("summary") + entry.text("account")) is not None
