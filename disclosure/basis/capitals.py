"""Sums of money in Chinese capitals (壹万贰仟元整): read strictly, written by the bank's rule, found in text."""

from __future__ import annotations

import re
from decimal import Decimal

from disclosure.basis.text import han_number

_WRITTEN = "零壹贰叁肆伍陆柒捌玖"
_SPELT = str.maketrans("〇貳弍參叄陸圆圓萬億正", "零贰贰叁叁陆元元万亿整")
_PLAIN = str.maketrans("拾佰仟", "十百千")
_D = f"[{_WRITTEN}]"
_SUM = re.compile(
    rf"(?:人民币)?(?P<words>(?:(?P<whole>[{_WRITTEN}拾佰仟万亿]+)元)?零?(?:(?P<tenths>{_D})角)?零?(?:(?P<cents>{_D})分)?)整?"
)
_FORM = re.compile(rf"(?:(?:人民币)?(?:{_D}仟)?(?:{_D}佰)?(?:{_D}拾)?{_D}万{_D}仟{_D}佰{_D}拾{_D}元{_D}角{_D}分)整?")
_FORM_PLACES = "分角元拾佰仟"
_OPTIONAL_ZERO = re.compile(r"零[角分]|(?<=[亿万元])零")


def read_capitals(text: str) -> Decimal | None:
    """Return the sum in 元 that capitals state, None unless every character is right (伍交角 and 壹仟伍元 are not).

    The 零 after 亿, 万 and 元, the 壹 of a leading 壹拾 and the closing 整 may be missing, as the bank's rule or habit allows.
    """
    text = re.sub(r"[\s:：]", "", text).translate(_SPELT)
    if _FORM.fullmatch(text):
        return _read_form(text)
    match = _SUM.fullmatch(text)
    if match is None or not match["words"]:
        return None
    whole = han_number(match["whole"].translate(_PLAIN)) if match["whole"] else 0
    if whole is None:
        return None
    cents = whole * 100 + _digit(match["tenths"]) * 10 + _digit(match["cents"])
    return Decimal(cents).scaleb(-2) if _comparable(match["words"]) == _comparable(_write(cents)) else None


def _digit(character: str | None) -> int:
    return _WRITTEN.index(character) if character else 0


def _comparable(words: str) -> str:
    """Drop what may be written or left out without changing the sum."""
    words = _OPTIONAL_ZERO.sub("", words).removeprefix("零元") or words
    return "壹" + words if words.startswith("拾") else words


def _read_form(text: str) -> Decimal:
    """Read a receipt's printed places, where 零 stands in every empty one: 零万伍仟零佰零拾零元零角零分."""
    digits = [_WRITTEN.index(character) for character in text if character in _WRITTEN]
    return Decimal(int("".join(map(str, digits)))).scaleb(-2)


def write_capitals(amount: Decimal) -> str:
    """Return a sum from 0 to under 10^12 元, with at most two decimals, in capitals by the bank's rule (no 人民币 in front)."""
    cents = int(amount.scaleb(2))
    if Decimal(cents).scaleb(-2) != amount or not 0 <= cents < 10**14:
        raise ValueError("only sums from 0.00 to 999,999,999,999.99 have capitals")
    words = _write(cents)
    return words if words.endswith("分") else words + "整"


def _write(cents: int) -> str:
    whole, rest = divmod(cents, 100)
    tenths, hundredths = divmod(rest, 10)
    head = _write_whole(whole) + "元" if whole else ""
    gap = "零" if head and hundredths and not tenths else ""
    return (
        head + (_WRITTEN[tenths] + "角" if tenths else "") + gap + (_WRITTEN[hundredths] + "分" if hundredths else "")
        or "零元"
    )


def _write_whole(number: int) -> str:
    words = ""
    for size, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section, number = divmod(number, size)
        if section:
            words += ("零" if words and section < 1000 else "") + _write_section(section) + name
    return words


def _write_section(number: int) -> str:
    words, gap = "", False
    for size, name in ((1000, "仟"), (100, "佰"), (10, "拾"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            words += ("零" if gap and words else "") + _WRITTEN[digit] + name
        gap = not digit
    return words


_ANY = "零〇壹贰貳弍叁參叄肆伍陆陸柒捌玖拾佰仟万萬亿億"
_RUN = re.compile(
    rf"(?P<said>(?:人民币|大写)[\s:：]*)?"
    rf"(?P<sum>[{_ANY}]+(?:[^\s，。、；：,;:()（）{_ANY}]?[元圆圓](?:[{_ANY}]+[^\s，。、；：,;:()（）{_ANY}]?[角分])*|[角分](?:[{_ANY}]分)?)[整正]?)"
)


def find_capitals(text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, text) of everything in ``text`` that means to be a sum in capitals, right or wrong.

    A lone digit with 元 (as in the name 伍元贵) counts only when 大写 or 人民币 stands before it or 整 after it.
    """
    if not any(character in text for character in "元圆圓角分"):
        return []
    return [
        (match.start("sum"), match.end("sum"), match["sum"]) for match in _RUN.finditer(text) if _means_money(match)
    ]


def _means_money(match: re.Match[str]) -> bool:
    written = match["sum"]
    if match["said"] or written[-1] in "整正":
        return True
    return len(written) >= 3 and any(character in written for character in "拾佰仟万萬亿億")
