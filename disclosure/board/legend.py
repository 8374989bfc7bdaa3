"""What printed column numbers say of each other: «5=4-2», «1=2+3+4», «6=3/(1+2)×100%»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from disclosure.basis.span import Span
from disclosure.board.model import Check
from disclosure.catalogue.formula import FormulaError
from disclosure.catalogue.formula import parse
from disclosure.reading.table import Column
from disclosure.reading.table import Table

_TOKENS = re.compile(r"(?:[0-9]+|[-+×÷=()\s])+")
_NUMBER = re.compile(r"[0-9]+")
_HUNDRED = re.compile(r"×\s*100\s*%?\s*$")
_SIGNS = str.maketrans({"*": "×", "x": "×", "X": "×", "/": "÷", "−": "-", "－": "-", "—": "-"})


def legend_checks(table: Table) -> Iterator[Check]:
    """Yield one check for every column whose printed number tells how it is reckoned; silent on what is no plain reckoning."""
    known = {column.number for column in table.columns if column.number}
    for column in table.columns:
        text = _formula(column, known) if column.legend else ""
        if not text:
            continue
        try:
            identity = parse(text)
        except FormulaError:
            continue
        yield Check(identity, column.span or Span(table.span.path), table.id)


def _formula(column: Column, known: set[str]) -> str:
    """Return «5=4-2» as «#5=#4-#2», '' where it names other things than numbered columns."""
    text = normalize("NFKC", column.legend).translate(_SIGNS)
    if column.unit == "%":
        text = _HUNDRED.sub("", text)
    if not _TOKENS.fullmatch(text) or not set(_NUMBER.findall(text)) <= known:
        return ""
    return _NUMBER.sub(r"#\g<0>", text)
