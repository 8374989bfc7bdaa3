"""Serial numbers of workbooks shown as days and times by the letters of a format."""

from __future__ import annotations

import re
from datetime import date
from datetime import timedelta
from decimal import ROUND_DOWN
from decimal import Decimal
from typing import NamedTuple

EPOCH_1900 = date(1899, 12, 30)
EPOCH_1904 = date(1904, 1, 1)

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_WEEKDAYS = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日")
_HAN = str.maketrans("0123456789", "〇一二三四五六七八九")


class Moment(NamedTuple):
    """A serial number taken apart; ``total`` is all of it in seconds, for elapsed hours."""

    day: date
    hour: int
    minute: int
    second: int
    total: int


def show_date(number: Decimal, signs: tuple[str, ...], epoch: date) -> str:
    """Return a serial number as the day or time that the format's letters show; '######' where there is no such day."""
    moment = _moment(number, epoch)
    if moment is None:
        return "######"
    han = any(sign.upper().startswith("[DBNUM") for sign in signs)
    half = any("AM/PM" in sign.upper() or sign == "上午/下午" for sign in signs)
    out = []
    for index, sign in enumerate(signs):
        shown = _shown(sign, moment, half=half, minutes=_means_minutes(signs, index))
        out.append(_in_han(shown, sign) if han else shown)
    return "".join(out).strip()


def _moment(number: Decimal, epoch: date) -> Moment | None:
    whole = int(number.to_integral_value(ROUND_DOWN))
    if not 0 <= whole <= 2958465:
        return None
    seconds = int(((number - whole) * 86400).to_integral_value())
    whole, seconds = (whole + 1, 0) if seconds >= 86400 else (whole, seconds)
    minute, second = divmod(seconds, 60)
    return Moment(epoch + timedelta(days=whole), minute // 60, minute % 60, second, whole * 86400 + seconds)


def _means_minutes(signs: tuple[str, ...], index: int) -> bool:
    """Tell whether an m means minutes: after hours or before seconds."""
    letters = [(i, t.lower().strip("[]")) for i, t in enumerate(signs) if re.fullmatch(r"\[?[ymdhs]+\]?", t, re.IGNORECASE)]
    place = next((k for k, (i, _) in enumerate(letters) if i == index), -1)
    if place < 0:
        return False
    before = letters[place - 1][1] if place else ""
    after = letters[place + 1][1] if place + 1 < len(letters) else ""
    return before.startswith("h") or after.startswith("s")


def _shown(sign: str, moment: Moment, *, half: bool, minutes: bool) -> str:
    low = sign.lower()
    if re.fullmatch(r"\[h+\]", low):
        return str(moment.total // 3600)
    if low.startswith("["):
        return ""
    if low in ("am/pm", "上午/下午"):
        return ("AM" if moment.hour < 12 else "PM") if low == "am/pm" else "上午" if moment.hour < 12 else "下午"
    if re.fullmatch(r"m+", low) and minutes and len(low) < 3:
        return f"{moment.minute:0{len(low)}d}"
    if re.fullmatch(r"[ymdhs]+", low):
        return _letters(low, moment, half)
    return _other(sign)


def _letters(low: str, moment: Moment, half: bool) -> str:
    day = moment.day
    hour = (moment.hour % 12 or 12) if half else moment.hour
    plain = {"y": day.year, "m": day.month, "d": day.day, "h": hour, "s": moment.second}[low[0]]
    if low[0] == "y":
        return f"{day.year}" if len(low) > 2 else f"{day.year % 100:02d}"
    if len(low) <= 2:
        return f"{plain:0{len(low)}d}"
    if low[0] == "m":
        name = _MONTHS[day.month - 1]
        return name[:3] if len(low) == 3 else name if len(low) == 4 else name[0]
    return _WEEKDAYS[day.weekday()] if low[0] == "d" else f"{plain:02d}"


def _other(sign: str) -> str:
    if sign.startswith('"'):
        return sign[1:-1]
    if sign[:1] in "\\!" and len(sign) > 1:
        return sign[1]
    if sign[:1] in "_*@" or re.fullmatch(r"[0#?][0#?,.]*", sign):
        return ""
    return "日" if sign == "aaaa" else sign


def _in_han(shown: str, sign: str) -> str:
    """Return digits in Chinese as [DBNum1] shows them: years digit by digit, months and days as numbers."""
    if not shown.isdigit():
        return shown
    if sign.lower().startswith("y"):
        return shown.translate(_HAN)
    number = int(shown)
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _digit(tens) + "十") + (_digit(ones) if ones or not tens else "")


def _digit(number: int) -> str:
    return str(number).translate(_HAN)
