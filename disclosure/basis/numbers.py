"""Numbers read from the characters typed: every spelling of a cell, and the one way amounts are printed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from functools import lru_cache
from typing import NamedTuple

from disclosure.basis.capitals import read_capitals
from disclosure.basis.exposure import find_personal
from disclosure.basis.text import han_number
from disclosure.basis.units import dimension
from disclosure.basis.units import known
from disclosure.basis.values import Absent
from disclosure.basis.values import Amount


class Problem(NamedTuple):
    """Why a cell is no number: the slug of the rule and the arguments of its sentence."""

    slug: str
    arguments: Mapping[str, object]


_FAST = re.compile(r"-?(?:[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:\.([0-9]{1,12}))?").fullmatch
_NUMBER = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:\.[0-9]{1,12})?"
_WIDTH = str.maketrans(
    {
        **dict(zip("０１２３４５６７８９．，＋％‰￥（）／", "0123456789.,+%‰¥()/", strict=True)),
        **dict.fromkeys("−－﹣–", "-"),
        "＝": "=",
        "～": "~",
        "\u3000": " ",
        "\u00a0": " ",
    }
)
_ABSENT = {"": Absent.BLANK, "无": Absent.NONE, "未列": Absent.UNSTATED}
_BROKEN = re.compile(r"[-+]?[0-9,.\s]*[0-9][0-9,.\s]*(?:e[-+]?[0-9]+)?|#[A-Z/0!?]+[!?]?|#+", re.IGNORECASE)
_RISES = ("增长", "增加", "上升", "上涨", "提高", "增收", "增")
_FALLS = ("下降", "减少", "降低", "下跌", "减收", "降", "减")
_LEVEL = ("持平", "与上年持平", "与去年持平", "同比持平", "无变化")


@lru_cache(maxsize=1 << 16)
def read_amount(text: str, unit: str = "") -> Amount | Absent | Problem | None:
    """Return what a number cell says, in the unit typed or else in the column's ``unit``.

    An Amount; an Absent for blank, 无 or 未列; a Problem with slug ``bad-value`` for digits that make no number
    (,867.48 1.2.3 12,00); None for words, or a number with a unit nobody knows: such a cell is text.
    """
    match = _FAST(text)
    if match:
        decimals = match[1]
        return Amount(Decimal(text.replace(",", "")), unit, len(decimals) if decimals else 0)
    return _read_slowly(text, unit)


def _read_slowly(text: str, unit: str) -> Amount | Absent | Problem | None:
    bare = text.translate(_WIDTH).strip().removesuffix("。").rstrip()
    if bare in _ABSENT:
        return _ABSENT[bare]
    if bare in _LEVEL:
        return Amount(Decimal(0), unit or "%")
    for reader in (_read_single, _read_terms, _read_range, _read_words):
        amount = reader(bare, unit)
        if amount:
            return amount
    if _BROKEN.fullmatch(bare) or _known_but_broken(bare):
        return Problem("bad-value", {"text": _masked(text)})
    return None


def _masked(text: str) -> str:
    return "●●●" if find_personal(text) else text


_CHANGE = re.compile(
    rf"(?:同比|环比|较?(?:上年|去年|同期)|比(?:上年|去年|同期)|较上月|比上月)?(?:同期)?(?P<word>{'|'.join(_RISES + _FALLS)})(?:了|约)?(?=[0-9¥])"
)
_SINGLE = re.compile(
    rf"(?P<before>大约|约|近|超过|超|逾|不足)?(?P<money>人民币|RMB|¥)?\s*(?P<sign>[-+])?\s*(?P<money2>¥)?\s*(?P<number>{_NUMBER})\s*"
    r"(?P<big>[十百千]?[万亿]|[百千])?(?P<after>多|余|来)?\s*(?P<unit>[^0-9+~至=—]*?)(?P<tail>左右|余|多|上下)?(?P<whole>整|正)?",
    re.IGNORECASE,
)


def _read_single(text: str, unit: str) -> Amount | None:
    """Read one number with what may stand around it: sign, brackets, ¥, 约 近 余 多, 万 亿, its own unit, 整."""
    if text.startswith("(") and text.endswith(")"):
        inner = _read_single(text[1:-1], unit)
        return inner._replace(number=-inner.number) if inner and inner.number > 0 else None
    change = _CHANGE.match(text)
    if change:
        risen = _read_single(text[change.end() :], unit)
        return risen and risen._replace(number=-risen.number if change["word"] in _FALLS else risen.number)
    match = _SINGLE.fullmatch(text)
    return _from_match(match, unit) if match else None


def _from_match(match: re.Match[str], unit: str) -> Amount | None:
    money = "元" if match["money"] or match["money2"] else ""
    own = _own_unit((match["big"] or ""), match["unit"].strip(), money, unit)
    if own is None:
        return None
    number = match["number"].replace(",", "")
    qualifier = match["before"] or match["after"] or match["tail"] or ""
    return Amount(Decimal(("-" if match["sign"] == "-" else "") + number), own, _decimals(number), qualifier)


def _decimals(number: str) -> int:
    return len(number.partition(".")[2])


@cache
def _own_unit(big: str, typed: str, money: str, column: str) -> str | None:
    """Return the unit a number stands in: the typed one with its 万, else the column's; None when nobody knows it."""
    if typed:
        return big + typed if known(big + typed) else None
    base = money or column
    if not big:
        return base
    if base.startswith(("万", "亿", "千", "百")) and len(base) > 1:
        base = base[1:]
    if dimension(base) in ("percent", ""):
        base = ""
    return big + base


_TERMS = re.compile(r"\s*\+\s*")


def _read_terms(text: str, unit: str) -> Amount | None:
    """Read 887+2674: a sum typed as its terms, all in one unit."""
    pieces = _TERMS.split(text)
    if len(pieces) < 2 or not all(pieces):
        return None
    terms = [_read_single(piece, unit) for piece in pieces]
    read = [term for term in terms if term]
    units = {term.unit for term, piece in zip(read, pieces, strict=False) if not piece[-1].isdigit()} or {unit}
    if len(read) != len(pieces) or len(units) != 1:
        return None
    numbers = tuple(term.number for term in read)
    return Amount(sum(numbers, Decimal(0)), units.pop(), max(term.decimals for term in read), terms=numbers)


_RANGE = re.compile(r"(?P<low>[^~至到—]+?)\s*(?:至|到|~|—{1,2}|-(?=[0-9]))\s*(?P<high>[^~至到—]+)")


def _read_range(text: str, unit: str) -> Amount | None:
    """Read 300元至800元: ``number`` is the low end, in the unit of the high one where the low one has none."""
    match = _RANGE.fullmatch(text)
    if match is None or re.search(r"(?<![0-9.])0[0-9]", text):
        return None
    high = _read_single(match["high"], unit)
    low = high and _read_single(match["low"], high.unit)
    if not low or not high or low.unit != high.unit or low.number >= high.number:
        return None
    return Amount(
        low.number,
        high.unit,
        max(low.decimals, high.decimals),
        low.qualifier or high.qualifier,
        low.number,
        high.number,
    )


_WORDS = re.compile(r"(?P<number>[零〇一二两三四五六七八九十百千万亿]+)(?P<after>多|余|来)?(?P<unit>.*)")
_SIZES = frozenset("十百千万亿")


def _read_words(text: str, unit: str) -> Amount | None:
    """Read 伍万元整 and 三十二户: numbers in Chinese words; 三五户 (some three to five) is no number."""
    if not text or text.isascii():
        return None
    capitals = read_capitals(text)
    if capitals is not None:
        return Amount(capitals, "元", max(0, -int(capitals.as_tuple().exponent)))
    match = _WORDS.fullmatch(text)
    if match is None or (match["unit"] and not known(match["unit"])):
        return None
    if len(match["number"]) > 1 and not _SIZES.intersection(match["number"]):
        return None
    number = han_number(match["number"])
    return None if number is None else Amount(Decimal(number), match["unit"] or unit, qualifier=match["after"] or "")


_LEADING = re.compile(r"[-+¥\s]*[0-9.,]*[0-9][0-9.,]*\s*(?P<unit>.*)")


def _known_but_broken(text: str) -> bool:
    """Tell whether digits that make no number stand before a unit that is known: 12,00元."""
    match = _LEADING.fullmatch(text)
    return bool(match and match["unit"] and known(match["unit"]))


def print_amount(number: Decimal, decimals: int | None = None) -> str:
    """Return a number with thousands commas and a real minus sign; ``decimals`` rounds half up, None keeps what is there."""
    if decimals is not None:
        number = number.quantize(Decimal(1).scaleb(-decimals), rounding="ROUND_HALF_UP")
    text = f"{abs(number):,f}"
    return f"−{text}" if number < 0 else text
