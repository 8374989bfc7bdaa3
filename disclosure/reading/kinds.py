"""Kinds of columns: the text of a cell to its value, with a finding where it cannot be read."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.numbers import Problem
from disclosure.basis.numbers import print_amount
from disclosure.basis.numbers import read_amount
from disclosure.basis.period import Day
from disclosure.basis.period import Period
from disclosure.basis.period import parse_period
from disclosure.basis.period import read_day
from disclosure.basis.private import DOTS
from disclosure.basis.private import scrub
from disclosure.basis.private import strip_secret
from disclosure.basis.span import Span
from disclosure.basis.text import closest
from disclosure.basis.text import nearest
from disclosure.basis.text import normalise_label
from disclosure.basis.units import dimension
from disclosure.basis.values import Absent
from disclosure.basis.values import Amount
from disclosure.basis.values import Value
from disclosure.reading.labels import NUMERIC

EXPECTED = {
    "money": "金额，如 12,000.00", "quantity": "数字，如 36 或 12.5", "area": "面积，如 24.65", "rate": "单价或标准，如 112 或 3.10", "percent": "百分比，如 93.20%",
    "share": "份额，如 1.5", "count": "个数，如 12", "ratio": "比，如 6:4", "change": "增减，如 增长5.2% 或 -320", "date": "日期，如 2026-03-05 或 3-05",
    "period": "期间，如 2026-03 或 2026年第一季度", "yes_no": "是 或 否", "choice": "所列各项之一",
}  # fmt: skip
"""What a cell of each kind should look like, in the accountant's words."""


class Trouble(NamedTuple):
    """A cell that reads with a finding: the value kept all the same, the slug and the arguments beyond text and column."""

    value: Value
    slug: str
    more: tuple[tuple[str, str], ...] = ()


Reading = Value | Trouble
Reader = Callable[[str], Reading]

_MOST_NAMED, _NEAREST = 12, 8
"""A list of so many words is told whole; of a longer one so many are told."""

_ABSENT: dict[str, Value] = {"": Absent.BLANK, "无": Absent.NONE, "未列": Absent.UNSTATED}
_DASHES = frozenset("-－—–―/／") | {"——", "--", "－－"}
_BLANKS = " \t\r\n\u3000\u00a0"
_NUMBER_FIRST = re.compile(r"(?:大?约|近|[-+−－¥￥(（]|\s)*[0-9０-９][0-9０-９,，.．]*(?P<rest>.*)", re.DOTALL)
_SLIPPED = re.compile(r"[0-9０-９A-Za-z,.]")
_YES = frozenset({"是", "√", "✓", "✔", "☑", "■", "有", "对", "yes", "true", "y"})
_NO = frozenset({"否", "×", "✗", "✘", "□", "没有", "不是", "no", "false", "n", "无"})
_RATIO = re.compile(r"[0-9.]+(?:\s*[:：比]\s*[0-9.]+)+")


def reader_for(kind: str, unit: str = "", within: Period | None = None, choices: tuple[str, ...] = (), *, strict: bool = True) -> Reader:
    """Return the function that reads cells of a kind: text to a value, or to a value with a trouble.

    ``strict`` False: words in a column of figures or dates whose kind was only guessed are words, not a finding.
    """
    if kind in NUMERIC:
        return partial(_amount, unit=unit or ("%" if kind == "percent" else ""), kind=kind, strict=strict)
    if kind == "date":
        return partial(_date, within=within, strict=strict)
    if kind == "period":
        return partial(_period, within=within, strict=strict)
    if kind == "yes_no":
        return partial(_yes_no, strict=strict)
    if kind == "choice" and choices:
        return partial(_choice, choices=choices)
    return _words


def read_cell(
    kind: str, text: str, unit: str, span: Span, within: Period | None = None, choices: tuple[str, ...] = ()
) -> tuple[Value, list[Diagnostic]]:
    """Return the value of one cell or fact of ``kind`` and the findings on it; dates take their year from ``within``."""
    reading = reader_for(kind, unit, within, choices)(text)
    value = reading.value if isinstance(reading, Trouble) else reading
    return value, findings_of(reading, kind, text, "", span)


def findings_of(reading: Reading, kind: str, text: str, column: str, span: Span, *, personal: bool = False) -> list[Diagnostic]:
    """Return the findings a reading brings, with the text masked; a sum typed as its terms is an info of its own."""
    shown = DOTS if personal else scrub(strip_secret(text.strip(_BLANKS)))
    named: dict[str, object] = {"key": column, "column": column, "text": shown}
    if isinstance(reading, Trouble):
        return [Diagnostic(reading.slug, span, {**named, "expected": EXPECTED.get(kind, "文字"), **dict(reading.more)})]
    if isinstance(reading, Amount) and reading.terms:
        return [Diagnostic("sum-typed", span, {**named, "value": print_amount(reading.number)})]
    if isinstance(reading, Day) and not reading.exact:
        return [Diagnostic("date-month-only", span, named)]
    return []


def _amount(text: str, unit: str, kind: str, strict: bool) -> Reading:
    """Read a figure; a number with a unit nobody knows is words, other words are a trouble where figures are due."""
    found = read_amount(text, unit)
    if found.__class__ is Amount and found.unit is unit:  # the plain case, and most cells are plain
        return found
    if isinstance(found, Amount | Absent):
        if strict and isinstance(found, Amount) and found.unit != unit and _clashes(kind, found.unit):
            return Trouble(found, "unit-mismatch", (("unit", found.unit), ("expected", unit or EXPECTED[kind])))
        return found
    bare = text.strip(_BLANKS)
    if isinstance(found, Problem):
        return Trouble(bare, found.slug)
    if bare in _DASHES:
        return Absent.NONE
    first = _NUMBER_FIRST.fullmatch(bare)
    if kind == "ratio" and _RATIO.fullmatch(bare):
        return bare
    if first is None:
        return Trouble(bare, "bad-value") if strict else bare
    return Trouble(bare, "bad-value") if _SLIPPED.match(first["rest"]) else bare


def _clashes(kind: str, unit: str) -> bool:
    """Tell whether a unit typed in a cell measures something else than its column: 20亩 in a column of money."""
    wanted = {"money": "money", "area": "area", "percent": "percent"}.get(kind)
    return bool(wanted and dimension(unit) not in (wanted, ""))


def _date(text: str, within: Period | None, strict: bool) -> Reading:
    found = read_day(text, within)
    if isinstance(found, Day):
        return found
    bare = text.strip(_BLANKS)
    if found is None or bare in _ABSENT:
        return _ABSENT.get(bare, Absent.BLANK)
    if bare in _DASHES:
        return Absent.NONE
    if found == "date-outside-period" and within is not None:
        return Trouble(bare, found, (("period", within.words()),))
    return Trouble(bare, "bad-value") if strict or not _wordy(bare) else bare


_MORE_THAN_A_DAY = re.compile(r"[^0-9０-９./年月日号\s-]|月.*[0-9]-[0-9]")


def _wordy(text: str) -> bool:
    """Tell whether a text was meant as words: 长期, 2026年春季, 8月上旬, 8:00-18:00; a date that lost its dashes was not."""
    return not text[:1].isdigit() or parse_period(text) is not None or _MORE_THAN_A_DAY.search(text) is not None


def _period(text: str, within: Period | None, strict: bool) -> Reading:
    bare = text.strip(_BLANKS)
    if bare in _ABSENT:
        return _ABSENT[bare]
    if bare in _DASHES:
        return Absent.NONE
    found = parse_period(bare) or _of_year(bare, within)
    return found or (Trouble(bare, "bad-value") if strict else bare)


def _of_year(text: str, within: Period | None) -> Period | None:
    """Read 3月 or 第一季度 with the one year that lies inside the filing's period."""
    if within is None or within.first.year != within.last.year:
        return None
    found = parse_period(f"{within.last.year}年{text}")
    return found if found is not None and within.contains(found) else None


def _yes_no(text: str, strict: bool) -> Reading:
    bare = text.strip(_BLANKS).lower()
    if bare in _YES:
        return True
    if bare in _NO:
        return False
    if bare in _ABSENT:
        return _ABSENT[bare]
    return Trouble(text.strip(_BLANKS), "bad-value") if strict else text.strip(_BLANKS)


def _choice(text: str, choices: tuple[str, ...]) -> Reading:
    bare = text.strip(_BLANKS)
    if bare in choices:
        return bare
    if bare in _ABSENT:
        return _ABSENT[bare]
    wanted = normalise_label(bare)
    for choice in choices:
        if normalise_label(choice) == wanted:
            return choice
    return Trouble(bare, "unknown-choice", (*_named(bare, choices), ("suggestion", closest(bare, choices))))


def _named(text: str, choices: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return a list of words for a sentence; of a long one those nearest to ``text``, with how many there are."""
    if len(choices) <= _MOST_NAMED:
        return (("choices", "、".join(choices)),)
    near = "、".join(nearest(text, choices)[:_NEAREST])
    return ("choices", f"{near}等 {len(choices)} 种"), ("count", str(len(choices)))


def _words(text: str) -> Reading:
    bare = text.strip(_BLANKS)
    return _ABSENT.get(bare, bare)


def amount_of(value: object) -> Decimal | None:
    """Return the figure of a value in base units, None when it holds none."""
    return value.base if isinstance(value, Amount) else None
