"""The kind of a column that nobody stated: from its head's words, then from the cells beneath."""

from __future__ import annotations

import re
from dataclasses import replace

from disclosure.basis.numbers import Problem
from disclosure.basis.numbers import read_amount
from disclosure.basis.period import Day
from disclosure.basis.period import parse_period
from disclosure.basis.period import read_day
from disclosure.basis.text import normalise_label
from disclosure.basis.units import is_money
from disclosure.basis.values import Amount
from disclosure.reading.kinds import Trouble
from disclosure.reading.kinds import reader_for
from disclosure.reading.labels import ADDED
from disclosure.reading.labels import LEVELS_OF_CODE
from disclosure.reading.labels import NUMERIC
from disclosure.reading.labels import TOTALS
from disclosure.reading.labels import Guess
from disclosure.reading.labels import additive_of
from disclosure.reading.labels import guess
from disclosure.reading.labels import is_generic
from disclosure.reading.labels import kind_of_unit
from disclosure.reading.roles import is_sum_word
from disclosure.reading.table import Column

_SAMPLE = 40
_BLANK = frozenset({"", "无", "未列", "〃", "同上", "-", "—", "——", "/", "／"})
_CODE = re.compile(r"0[0-9]+|[0-9]{12,}")
_SHORT_DAY = re.compile(r"(?:20[0-9]{2}[-./])?[01]?[0-9][-./][0-3]?[0-9]")
_FIGURE = re.compile(r"[-+−－(（¥￥,.]*[0-9０-９]|(?:约|近|大约|超|增|降|减|人民币|不足|逾|同比|持平)")
_NAMED = re.compile(r"第?[一二三四五六七八九十]{1,3}(?:村民)?(?:小?组|社|队|村|片|班|期|批|档|区)")
_LISTED = re.compile(r"[0-9]{1,2}[、.．)）]\s*[^\W\d_]")
_ACCOUNT = re.compile(r"[0-9]{3}(?:[0-9]{2}){0,3}")
_LEVEL = re.compile(r"[0-9]{2,9}")
_SPLIT = re.compile(r"[、，,/／\s]+")


def settle(column: Column, texts: tuple[str, ...], siblings: tuple[Column, ...], unit: str) -> Column:
    """Return the column with its kind decided: ``texts`` are its cells, ``unit`` the table's 单位."""
    sample = _sampled(texts)
    said = _said(column)
    if normalise_label(column.label) in LEVELS_OF_CODE and _is_level(sample, siblings):
        return replace(column, kind="code", additive="no")
    if said.kind and said.firm:
        return replace(column, kind=said.kind, additive=said.additive)
    if is_generic(column.label):
        return _generic(column, sample, siblings, unit)
    kind = _agreed(said, sample, column.label) if said.kind else ""
    if not kind:
        kind = by_cells(sample)
        return replace(column, kind=kind, additive="yes" if kind in ADDED else "no")
    return replace(column, kind=kind, additive=additive_of(kind, column.unit, column.label))


def _is_level(sample: list[str], siblings: tuple[Column, ...]) -> bool:
    """Tell whether cells under 类, 款 or 项 are a level of account codes; one of the others stands beside them."""
    others = {normalise_label(each.label) for each in siblings} & LEVELS_OF_CODE
    return len(others) > 1 and all(_LEVEL.fullmatch(text) for text in sample)


def mostly_words(texts: tuple[str, ...]) -> bool:
    """Tell whether most cells with content are no figures."""
    sample = _sampled(texts)
    return _wordy(sample) * 2 > len(sample)


def _wordy(sample: list[str]) -> int:
    return sum(text[4:5] == "年" or _LISTED.match(text) is not None if text[0].isdigit() else read_amount(text) is None or _NAMED.fullmatch(text) is not None for text in sample)


def _said(column: Column) -> Guess:
    """Return what the label says, or the heading above it where the label is silent: 已参保人数/一档."""
    said = guess(column.label)
    if said.kind or not column.group:
        return said
    above = guess(column.group[-1])
    return above if above.kind in NUMERIC else said


def _sampled(texts: tuple[str, ...]) -> list[str]:
    """Return at most some eighty cells with content, spread evenly, the same ones at every run."""
    step = max(1, len(texts) // _SAMPLE)
    return [bare for text in texts[::step] if (bare := text.strip()) not in _BLANK and not is_sum_word(bare)]


def _holds_accounts(label: str, sample: list[str]) -> bool:
    """Tell whether a column headed 科目 or 功能科目 holds the codes of accounts and not their names."""
    return "科目" in label and all(_ACCOUNT.fullmatch(text) for text in sample)


def _agreed(said: Guess, sample: list[str], label: str) -> str:
    """Return the kind a label says when the cells do not speak against it, else ''."""
    if not sample:
        return said.kind
    if said.kind in NUMERIC:
        if said.kind == "money" and all(text[-1] in "%％" for text in sample):
            return "percent"
        return said.kind if _wordy(sample) * 2 <= len(sample) else ""
    if said.kind == "person":
        return said.kind if _figures(sample) * 2 <= len(sample) else ""
    if said.kind == "date":
        return _dates(sample)
    if said.kind == "text":
        if not all(map(_is_figure, sample)):
            return "text"
        return "code" if _holds_accounts(label, sample) else ""
    return said.kind if all(not isinstance(reader_for(said.kind)(text), Trouble) for text in sample) else "text"


def _dates(sample: list[str]) -> str:
    """Return date, period or text for a column whose head speaks of a time."""
    meant = sum(_means_a_day(text) for text in sample)
    if meant == len(sample):
        return "date"
    if all(parse_period(text) for text in sample):
        return "period"
    return "date" if meant * 2 >= len(sample) else "text"


def _means_a_day(text: str) -> bool:
    """Tell whether a text is a day or was meant to be one (2023828)."""
    return _SHORT_DAY.fullmatch(text) is not None or isinstance(read_day(text), Day) or isinstance(reader_for("date", strict=False)(text), Trouble)


def _figures(sample: list[str]) -> int:
    """Count the cells that are plainly figures: digits that read as an amount."""
    return sum(map(_is_figure, sample))


def _is_figure(text: str) -> bool:
    return _FIGURE.match(text) is not None and isinstance(read_amount(text), Amount | Problem)


def by_cells(sample: list[str]) -> str:
    """Return the kind that cells themselves show: quantity (or what their own units measure), date, else text."""
    if not sample or any(_CODE.fullmatch(text) for text in sample):
        return "text"
    if _figures(sample) * 3 >= len(sample) * 2:
        units = {found.unit for text in sample if isinstance(found := read_amount(text), Amount)} - {""}
        kinds = {kind_of_unit(unit) for unit in units}
        return kinds.pop() if len(kinds) == 1 else "quantity"
    return "date" if all(isinstance(read_day(text), Day) for text in sample) else "text"


def _generic(column: Column, sample: list[str], siblings: tuple[Column, ...], unit: str) -> Column:
    """Return a column called 合计 or 本月数 with the kind of its siblings, or money where the table is in money."""
    shown = by_cells(sample) if sample else "quantity"
    if shown not in NUMERIC:
        return replace(column, kind=shown, additive="no")
    near = tuple(each for each in siblings if each.group == column.group and not is_generic(each.label)) if column.group else ()
    kind, own = _shared(near or siblings) if normalise_label(column.label) in TOTALS else ("", "")
    if not kind:
        kind = "money" if any(is_money(part) for part in _SPLIT.split(unit)) else shown
    return replace(column, kind=kind, unit=column.unit or own, additive="yes")


def _shared(siblings: tuple[Column, ...]) -> tuple[str, str]:
    """Return the one kind and unit that all added columns beside a 合计 have, '' where they differ."""
    added = [c for c in siblings if c.kind in ADDED and c.additive != "no" and not is_generic(c.label)]
    kinds, units = {c.kind for c in added}, {c.unit for c in added}
    return (kinds.pop() if len(kinds) == 1 else "", units.pop() if len(units) == 1 else "")
