"""What the rules on leases share: terms counted in years, the same thing let twice, steps of the rent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from decimal import Decimal
from typing import NamedTuple

from disclosure.board.entries import Entry
from disclosure.board.entries import entries
from disclosure.board.model import Filing

LEASES = ("asset.lease", "leases")
TRANSFERS = ("land.transfer", "transfers")
_WOODS = re.compile(r"林|草|牧|树|竹|苗")
_GROUPS = re.compile(r"第?[一二三四五六七八九十\d]+[组队号期]")
_STEP = re.compile(r"每满?(?P<years>[一二两三四五六七八九十\d]+)?年(?:租金|承包费|年租)?(?:递增|上浮|上调|增加|上涨|增长)(?P<share>\d+(?:\.\d+)?)[%％]")
_NUMERALS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}


class Step(NamedTuple):
    """Every so many years the rent rises by a share of itself or of the first rent."""

    years: int
    share: Decimal


def rows_of(filing: Filing, kind: tuple[str, str]) -> tuple[Entry, ...]:
    """Return the rows of a filing's table of this kind, none where it is another category."""
    return entries(filing, kind[1]) if filing.category.id == kind[0] else ()


def after_years(start: date, years: int) -> date:
    """Return the same day so many years on; 29 February becomes 1 March."""
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        return date(start.year + years, 3, 1)


def longer_than(start: date, end: date, years: int) -> bool:
    """Tell whether a term, both its days counted or not, is longer than so many years."""
    return start.year + years < date.max.year and end > after_years(start, years)


def whole_years(start: date, day: date) -> int:
    """Return how many full years have gone by on a day."""
    years = day.year - start.year
    return years if after_years(start, years) <= day else years - 1


def limit_of(entry: Entry) -> int:
    """Return the longest lawful term in years: seventy for woods, grass and buildings' land, thirty for arable land."""
    if entry.has("contract_end"):
        return 70 if _WOODS.search(entry.text("use")) else 30
    return 30 if entry.text("type") == "耕地" else 70


def overlap(one: Entry, other: Entry) -> tuple[date, date] | None:
    """Return the days on which both run, None where there are none or a day is not known."""
    days = (one.day("start"), one.day("end"), other.day("start"), other.day("end"))
    if None in days:
        return None
    first, last = max(filter(None, days[::2])), min(filter(None, days[1::2]))
    return (first, last) if first < last else None


def thing(entry: Entry) -> tuple[str, str, str]:
    """Return what is let: what it is called, where it is, how large."""
    return entry.text("asset"), entry.text("location"), entry.text("area")


def core(name: str) -> str:
    """Return the words of a thing's name without group and numbers: «二组鱼塘» is a fish pond."""
    return _GROUPS.sub("", name)


def pairs_of(name: str) -> set[str]:
    """Return every two characters in a row of a name, by which two texts may speak of one thing."""
    bare = core(name)
    return {bare[at : at + 2] for at in range(len(bare) - 1)}


def step_in(text: str) -> Step | None:
    """Read «每三年递增5%», «每年上浮 2%»; None where no step stands or more than one does."""
    found = list(_STEP.finditer(text.replace(" ", "")))
    if len(found) != 1:
        return None
    told = found[0]["years"] or "1"
    years = _NUMERALS.get(told) or (int(told) if told.isdecimal() else 0)
    return Step(years, Decimal(found[0]["share"]) / 100) if years else None


def stepped(rent: Decimal, step: Step, before: int, now: int) -> Iterator[Decimal]:
    """Yield what a rent of an earlier step may have become: on itself, and on the first rent."""
    yield rent * (1 + step.share) ** (now - before)
    yield rent * (1 + step.share * now) / (1 + step.share * before)


def day_before(day: date) -> date:
    """Return the day before."""
    return day - timedelta(days=1)
