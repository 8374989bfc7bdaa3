"""Limits that stand as data in the catalogue's word lists, where a township may set its own: the last value given holds."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from disclosure.basis.numbers import read_amount
from disclosure.basis.values import Amount
from disclosure.catalogue.model import Catalogue


def limit(catalogue: Catalogue, name: str, usual: Decimal) -> Decimal:
    """Return the last figure of a word list in base units (10% is 0.1, 5万元 is 50000), ``usual`` where none can be read."""
    return _last(catalogue.words.get(name, ()), usual)


@lru_cache(maxsize=64)
def _last(told: tuple[str, ...], usual: Decimal) -> Decimal:
    read = [one for text in told if isinstance(one := read_amount(text), Amount)]
    return read[-1].base if read else usual
