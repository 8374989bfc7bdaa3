"""Number formats of workbooks: the stored number to the text that the sheet displays."""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_UP
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from disclosure.reading.serialdate import show_date

BUILTIN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "¥#,##0;¥-#,##0", 6: "¥#,##0;¥-#,##0", 7: "¥#,##0.00;¥-#,##0.00", 8: "¥#,##0.00;¥-#,##0.00",
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"', 37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
    41: "#,##0;-#,##0;-", 42: "¥#,##0;¥-#,##0;¥-", 43: "#,##0.00;-#,##0.00;-", 44: "¥#,##0.00;¥-#,##0.00;¥-", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
    50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
"""Formats a workbook names by number only; those from 27 to 58 as a Chinese Excel or WPS shows them."""

_TOKEN = re.compile(r'"[^"]*"|\\.|!.|_.|\*.|\[[^\]]*\]|[0#?][0#?,.]*|[Ee][+-][0#?]+|AM/PM|上午/下午|General|G/通用格式|[ymdhs]+|.', re.IGNORECASE | re.DOTALL)
_DATE_LETTER = re.compile(r"[ymdhs]", re.IGNORECASE)


class Section(NamedTuple):
    """One of the up to four parts of a format: its signs, a condition such as [>=100], and what it shows."""

    signs: tuple[str, ...]
    condition: str
    dated: bool


@lru_cache(maxsize=512)
def sections_of(code: str) -> tuple[Section, ...]:
    """Return the parts of a format code between its semicolons."""
    parts: list[list[str]] = [[]]
    for sign in _TOKEN.findall(code):
        if sign == ";":
            parts.append([])
        else:
            parts[-1].append(sign)
    return tuple(_section(part) for part in parts)


def _section(signs: list[str]) -> Section:
    condition = next((t[1:-1] for t in signs if re.fullmatch(r"\[[<>=]+-?[0-9.]+\]", t)), "")
    dated = any(_DATE_LETTER.fullmatch(t[:1]) for t in signs if t.upper() not in ("GENERAL",) and not t.startswith(("E+", "E-", "e+", "e-")))
    elapsed = any(re.fullmatch(r"\[[hms]+\]", t, re.IGNORECASE) for t in signs)
    return Section(tuple(signs), condition, dated or elapsed)


def is_date_format(code: str) -> bool:
    """Tell whether numbers in this format are shown as days or times."""
    return sections_of(code)[0].dated


def show(number: Decimal, code: str, epoch: date) -> str:
    """Return what a sheet displays for a stored number; ``epoch`` is day 0 of the workbook's calendar."""
    if code in ("", "General", "G/通用格式", "@"):
        return show_general(number)
    section, value = _choose(number, sections_of(code))
    if section.dated:
        return show_date(value, section.signs, epoch)
    if any(sign.upper() in ("GENERAL", "G/通用格式") for sign in section.signs):
        return "".join(show_general(value) if sign.upper() in ("GENERAL", "G/通用格式") else _literal(sign) for sign in section.signs)
    return _show_number(value, section.signs)


def show_text(text: str, code: str) -> str:
    """Return what a sheet displays for a text cell: the fourth part of a format may stand around it."""
    sections = sections_of(code) if code else ()
    if len(sections) < 4 or "@" not in sections[3].signs:
        return text
    return "".join(text if sign == "@" else _literal(sign) for sign in sections[3].signs)


def _choose(number: Decimal, sections: tuple[Section, ...]) -> tuple[Section, Decimal]:
    """Pick the part for a number; the negative part shows it without its sign."""
    for section in sections:
        if section.condition and _meets(number, section.condition):
            return section, number
    if any(section.condition for section in sections):
        plain = [section for section in sections if not section.condition]
        return (plain or list(sections))[-1], number
    numeric = sections[:3] if "@" not in sections[-1].signs or len(sections) > 3 else sections[:-1] or sections
    if number < 0 and len(numeric) > 1:
        return numeric[1], -number
    if number == 0 and len(numeric) > 2:
        return numeric[2], number
    return numeric[0], number


def _meets(number: Decimal, condition: str) -> bool:
    match = re.fullmatch(r"([<>=]+)(-?[0-9.]+)", condition)
    if match is None:
        return False
    limit = Decimal(match[2])
    return {"<": number < limit, ">": number > limit, "=": number == limit, "<=": number <= limit, ">=": number >= limit, "<>": number != limit}.get(match[1], False)


def show_general(number: Decimal) -> str:
    """Return a number in the format «General»: at most eleven characters, rounded, or with an exponent."""
    if number == 0:
        return "0"
    minus, number = ("-" if number < 0 else ""), abs(number)
    whole = len(str(int(number)))
    if number >= Decimal(10) ** 11 or number < Decimal("0.00001"):
        rounded = round_to(number, number.adjusted(), 5)
        digits, exponent = rounded.scaleb(-rounded.adjusted()), rounded.adjusted()
        return f"{minus}{_trimmed(digits)}E{'+' if exponent >= 0 else '-'}{abs(exponent):02d}"
    places = max(0, 10 - whole)
    return minus + _trimmed(number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def round_to(number: Decimal, exponent: int, digits: int) -> Decimal:
    """Return ``number`` with so many digits after its leading one."""
    return number.quantize(Decimal(1).scaleb(exponent - digits), ROUND_HALF_UP)


def _trimmed(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _literal(sign: str) -> str:
    """Return what a sign that is no digit shows: its quoted text, an escaped sign, the money sign of a locale."""
    if sign.startswith('"'):
        return sign[1:-1]
    if sign[:1] in "\\!" and len(sign) > 1:
        return sign[1]
    if sign.startswith("_"):
        return " "
    if sign.startswith("*") and len(sign) > 1:
        return ""
    if sign.startswith("["):
        return sign[2:-1].partition("-")[0] if sign.startswith("[$") else ""
    return sign


def _digit(sign: str) -> bool:
    return sign[:1] in "0#?"


def _show_number(number: Decimal, signs: tuple[str, ...]) -> str:
    """Show a number by digit places; literals between the places keep their place."""
    pattern = "".join(sign for sign in signs if _digit(sign) or sign in (".", ","))
    if not any(_digit(sign) for sign in signs):
        return ("-" if number < 0 and any(_literal(t) for t in signs) else "") + "".join(_literal(sign) for sign in signs)
    exponent = next((sign for sign in signs if sign[:1] in "Ee" and sign[1:2] in "+-"), "")
    if exponent:
        return _scientific(number, pattern, exponent)
    scaled = number * Decimal(100) ** sum(sign == "%" for sign in signs)
    body = pattern.rstrip(",")
    scaled = scaled / Decimal(1000) ** (len(pattern) - len(body))
    whole, _, fraction = body.partition(".")
    shown = _placed(scaled, whole, fraction)
    return ("-" if scaled < 0 and any(c in "123456789" for c in shown) else "") + _woven(shown, signs)


def _placed(number: Decimal, whole: str, fraction: str) -> str:
    """Return the digits of a number at the places a format has: thousands commas, least and most decimals."""
    places = sum(c in "0#?" for c in fraction)
    least = max((i + 1 for i, c in enumerate(c for c in fraction if c in "0#?") if c == "0"), default=0)
    rounded = abs(number).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    left, _, right = f"{rounded:f}".partition(".")
    while len(right) > least and right.endswith("0"):
        right = right[:-1]
    minimum = whole.count("0")
    left = left.lstrip("0").rjust(minimum, "0")
    if "," in whole:
        left = re.sub(r"(?<=[0-9])(?=(?:[0-9]{3})+$)", ",", left)
    return left + ("." + right if right else "")


def _woven(shown: str, signs: tuple[str, ...]) -> str:
    """Put the digits where the format's places stand, in one run when they are together, else place by place."""
    places = [index for index, sign in enumerate(signs) if _digit(sign)]
    first, last = places[0], places[-1]
    inner = [t for t in signs[first : last + 1] if not _digit(t) and t not in ".,"]
    before = "".join(_literal(sign) for sign in signs[:first])
    after = "".join(_literal(sign) for sign in signs[last + 1 :] if sign not in ",.")
    if not inner:
        return before + shown + after
    return before + _scattered(shown, signs[first : last + 1]) + after


def _scattered(shown: str, signs: tuple[str, ...]) -> str:
    """Weave literals into digits from the right: 0!.0 shows 12 as 1.2."""
    digits = list(shown.replace(",", ""))
    out: list[str] = []
    for index in range(len(signs) - 1, -1, -1):
        sign = signs[index]
        if not _digit(sign):
            out.insert(0, _literal(sign))
            continue
        leftmost = not any(_digit(t) for t in signs[:index])
        count = len(digits) if leftmost else min(len(digits), sum(c in "0#?." for c in sign))
        piece = digits[len(digits) - count :]
        del digits[len(digits) - count :]
        out.insert(0, "".join(piece) or ("0" if "0" in sign else ""))
    return "".join(out)


def _scientific(number: Decimal, pattern: str, exponent: str) -> str:
    places = len(pattern.partition(".")[2].rstrip("0#?") or pattern.partition(".")[2])
    power = number.adjusted() if number else 0
    digits = number.scaleb(-power).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    mark = "-" if power < 0 else "+" if exponent[1] == "+" else ""
    return f"{digits:f}E{mark}{abs(power):0{len(exponent) - 2}d}"
