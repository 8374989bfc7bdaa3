"""The grammar of dates and periods as villages write them: characters in, plain numbers out, nothing guessed."""

from __future__ import annotations

import calendar
import re
from typing import NamedTuple

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


class Side(NamedTuple):
    """One end of a period: ``number`` is the half, quarter or month; ``day`` 0 unless the unit is day."""

    unit: str
    year: int
    number: int = 0
    day: int = 0


_WIDTH = str.maketrans("０１２３４５６７８９．／：－ＨＱｈｑ～　\u00a0○Ｏ零", "0123456789./:-HQhq~  〇〇〇")
_HAN = dict(zip("〇一二三四五六七八九", "0123456789", strict=True))
_HAN_RUN = re.compile(r"[0-9〇一二三四五六七八九十廿]+")
_SPACES = re.compile(r"\s+")
_CLOCK = re.compile(r"[ T][0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9](?:\.0+)?)?$")


def plain(text: str) -> str:
    """Return ``text`` with full-width and Chinese numerals as ASCII digits and without spaces or a time of day."""
    if text.isascii() and text.isprintable() and " " not in text and "T" not in text:
        return text
    text = _CLOCK.sub("", text.translate(_WIDTH).strip())
    text = _SPACES.sub("", text)
    return text if text.isascii() else _HAN_RUN.sub(_han_digits, text)


def _han_digits(match: re.Match[str]) -> str:
    run = match[0]
    if "廿" in run:
        run = run.replace("廿", "二十")
    if "十" not in run:
        return "".join(_HAN.get(character, character) for character in run)
    tens, _, ones = run.partition("十")
    left, right = _HAN.get(tens, "1" if not tens else ""), _HAN.get(ones, "0" if not ones else "")
    return left + right if left and right else match[0]


_YEAR = r"(?P<y>(?:19|20|21)[0-9]{2})"
_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("day", re.compile(rf"{_YEAR}([-./:])(?P<n>[0-9]{{1,2}})\2(?P<d>[0-9]{{1,2}})")),
    ("month", re.compile(rf"{_YEAR}[-./](?P<n>[0-9]{{1,2}})")),
    ("quarter", re.compile(rf"{_YEAR}-?[Qq](?P<n>[1-4])")),
    ("half", re.compile(rf"{_YEAR}-?[Hh](?P<n>[12])")),
    ("year", re.compile(rf"{_YEAR}(?:年度?)?")),
    ("day", re.compile(rf"{_YEAR}年(?P<n>[0-9]{{1,2}})月(?P<d>[0-9]{{1,2}})[日号]?")),
    ("month", re.compile(rf"{_YEAR}年(?P<n>[0-9]{{1,2}})月份?")),
    ("quarter", re.compile(rf"{_YEAR}年?(?:第?(?P<n>[1-4])季度?|-?[Qq](?P<q>[1-4]))")),
    ("half", re.compile(rf"{_YEAR}年?度?(?P<n>[上下])半年度?")),
)
_ASCII_SHAPES = _SHAPES[:5]


def read_side(text: str) -> Side | None:
    """Return the year, half, quarter, month or day in ``text`` (already :func:`plain`), None when it is none or impossible."""
    for unit, shape in _ASCII_SHAPES if text.isascii() else _SHAPES:
        match = shape.fullmatch(text)
        if match:
            return _checked(unit, match.groupdict())
    return None


def _checked(unit: str, parts: dict[str, str | None]) -> Side | None:
    raw = parts.get("n") or parts.get("q") or "0"
    number = {"上": 1, "下": 2}.get(raw) or int(raw)
    side = Side(unit, int(parts["y"] or 0), number, int(parts.get("d") or 0))
    if unit in ("month", "day") and not 1 <= number <= 12:
        return None
    if unit == "day" and not 1 <= side.day <= calendar.monthrange(side.year, number)[1]:
        return None
    return side


_AS_OF = re.compile(r"截[至止]到?(?P<rest>[^底末止]+)[底末止]?")


def strip_as_of(text: str) -> str | None:
    """Return what follows 截至, None when the text does not begin so."""
    match = _AS_OF.fullmatch(text)
    return match["rest"] if match else None


_SEPARATORS = re.compile(r"——|--|[—–―至到~/_-]")
_YEARLESS = re.compile(r"(?:(?P<m>[0-9]{1,2})[月./-])?(?P<d>[0-9]{1,2})(?P<mark>[日号]|月份?)?")


def read_range(text: str) -> tuple[Side, Side] | None:
    """Return both ends of a stretch written with / — —— － 至 ~ between two dates; the right end may leave out its year."""
    for match in _SEPARATORS.finditer(text):
        left_text, right_text = text[: match.start()], text[match.end() :]
        left = read_side(left_text) or _month_head(left_text)
        if left is None or not right_text:
            continue
        shares = match[0] not in "/_" and not (match[0] == "-" and "-" in left_text)
        right = read_side(right_text) or (_inherit(left, right_text) if shares else None)
        if right:
            return left, right
    return None


_HEAD = re.compile(rf"{_YEAR}年(?P<n>[0-9]{{1,2}})")


def _month_head(text: str) -> Side | None:
    """Read the left end of 2026年1—6月, which leaves its 月 to the right end."""
    match = _HEAD.fullmatch(text)
    return _checked("month", match.groupdict()) if match else None


def _inherit(left: Side, text: str) -> Side | None:
    """Read a right end that takes its year, or year and month, from the left one."""
    match = _YEARLESS.fullmatch(text)
    if match is None:
        return None
    month, number, mark = match["m"], int(match["d"]), match["mark"] or ""
    if left.unit == "month" and not month and mark.startswith("月"):
        return _checked("month", {"y": str(left.year), "n": str(number)})
    if left.unit == "day" and not mark.startswith("月"):
        return _checked("day", {"y": str(left.year), "n": month or str(left.number), "d": str(number)})
    return None


_SHORT_DAY = re.compile(
    r"(?P<m>[0-9]{1,2})(?:[-./](?P<d>[0-9]{1,2})|月(?P<e>[0-9]{1,2})[日号]?|月份?)|(?P<f>[0-9]{1,2})[日号]"
)


def read_short_day(text: str) -> tuple[int, int] | None:
    """Return (month, day) of a date typed without its year: 3-05, 3.5, 3月5日, 3月 (day 0), 5日 (month 0); else None."""
    match = _SHORT_DAY.fullmatch(text)
    if match is None:
        return None
    month, day = match["m"], match["d"] or match["e"] or match["f"]
    if (month and int(month) == 0) or (day and int(day) == 0):
        return None
    return int(month or 0), int(day or 0)
