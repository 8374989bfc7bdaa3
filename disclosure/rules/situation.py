"""Figures and days a place states of itself (place.yaml 情况), its own or those of a place above it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from disclosure.basis.numbers import read_amount
from disclosure.basis.period import Day
from disclosure.basis.period import read_day
from disclosure.basis.values import Amount
from disclosure.board.model import Shelf
from disclosure.rules.places import chain_of

THRESHOLD = "大额支出起点"
LEVY_CAP = "一事一议上限"
CONTRACTED_UNTIL = "承包期至"


def word(path: str, shelf: Shelf, name: str) -> str:
    """Return what the place, else the nearest place above it, says under this name of 情况; '' where none does."""
    return next((place.conditions[name] for place in chain_of(path, shelf) if place.conditions.get(name)), "")


def sum_of(path: str, shelf: Shelf, name: str) -> Decimal | None:
    """Return a sum of money in 元 that the place states («5万元»), None where there is none to be read."""
    told = word(path, shelf, name)
    read = read_amount(told, "元") if told else None
    return read.base if isinstance(read, Amount) and read.base > 0 else None


def day_of(path: str, shelf: Shelf, name: str) -> date | None:
    """Return a day that the place states, None where there is none to be read."""
    told = word(path, shelf, name)
    read = read_day(told) if told else None
    return read.date if isinstance(read, Day) else None
