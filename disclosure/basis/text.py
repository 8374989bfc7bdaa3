"""Strings: how wide they stand, how labels are compared, what was probably meant, numbers in Chinese words."""

from __future__ import annotations

import difflib
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

_WIDE = frozenset("WF")


def display_width(text: str) -> int:
    """Return the columns ``text`` takes in a terminal: Han and full-width 2, combining marks 0, the rest 1."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


@lru_cache(maxsize=32768)
def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE or character in "—…“”‘’·●" else 1


def em_width(text: str) -> int:
    """Return the width ``text`` takes in print, in thousandths of an em: Han 1000, digits 555, Latin 560, space 250."""
    return sum(map(_thousandths, text))


@lru_cache(maxsize=32768)
def _thousandths(character: str) -> int:
    if character.isascii():
        if character.isalpha():
            return 560
        return 555 if character.isdigit() else 250 if character in " \t" else 0 if character < " " else 300
    return 500 * _columns(character)


_DROPPED = str.maketrans(dict.fromkeys(" \t\r\n\xa0\u3000\u200b\u200c\u200d\u2060\ufeff"))


@lru_cache(maxsize=65536)
def normalise_label(text: str) -> str:
    """Return a label in the form in which labels are compared: no spaces, full-width letters, digits and signs made half-width."""
    text = text.translate(_DROPPED)
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKC", text).translate(_DROPPED)
    return unicodedata.normalize("NFKC", text)  # a sign standing alone joins the letter before it when its space goes


def closest(name: str, names: Iterable[str]) -> str:
    """Return the one of ``names`` most likely meant by ``name`` («did you mean»), '' when none is near."""
    wanted = normalise_label(name).lower()
    known = {normalise_label(candidate).lower(): candidate for candidate in names}
    if wanted in known:
        return known[wanted]
    best = difflib.get_close_matches(wanted, sorted(known), n=1, cutoff=0.6 if len(wanted) > 3 else 0.5)
    return known[best[0]] if best else ""


def nearest(name: str, names: Iterable[str]) -> list[str]:
    """Return ``names`` with those most like ``name`` first, by the characters they share; the rest keep their order."""
    wanted = normalise_label(name)
    return sorted(names, key=lambda one: -_shared(wanted, normalise_label(one)))


def _shared(one: str, other: str) -> float:
    """Return which part of two words is the same characters; those in the same order weigh a little more."""
    common = (Counter(one) & Counter(other)).total()
    return 2 * common / max(len(one) + len(other), 1) + difflib.SequenceMatcher(None, one, other).ratio() / 10


_DIGITS = {
    character: value
    for value, group in enumerate(("〇零○", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"))
    for character in group
}
_TENS = {"十": 10, "百": 100, "千": 1000}
_BIG = {"万": 10**4, "亿": 10**8}


def han_number(text: str) -> int | None:
    """Return the whole number that Chinese words state (十, 二十五, 三百零六, 两万五千, 二〇二六), None when they state none."""
    if not text:
        return None
    if all(character in _DIGITS for character in text):
        return int("".join(str(_DIGITS[character]) for character in text))
    total = section = 0
    digit: int | None = None
    floor, big = 10**12, 10**12
    for character in text:
        if character in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[character]
        elif character in _TENS:
            size = _TENS[character]
            if size >= floor or (digit is None and (size != 10 or section)) or digit == 0:
                return None
            section, digit, floor = section + (digit or 1) * size, None, size
        elif character in _BIG:
            size = _BIG[character]
            if size >= big or not section + (digit or 0):
                return None
            total, section, digit, floor, big = total + (section + (digit or 0)) * size, 0, None, 10**12, size
        else:
            return None
    return total + section + (digit or 0)


def han_words(number: int) -> str:
    """Return a whole number from 0 to 9999 in Chinese words as used in headings: 12 → 十二, 305 → 三百零五."""
    if number < 10:
        return "零一二三四五六七八九"[number]
    words, pending = "", False
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            words += ("零" if pending and words else "") + "零一二三四五六七八九"[digit] + name
            pending = False
        else:
            pending = True
    return words.removeprefix("一") if words.startswith("一十") else words
