"""Finding ID cards, bank cards and mobile phones in any text, silently passing over the codes that only look like them.

The cheap test comes first and is a superset of the full rule: every byte that can stand inside such a number is
either deleted or mapped to 0, so a number is always a run of at least eleven zeros.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from disclosure.basis.identity import is_bank_card
from disclosure.basis.identity import is_foreign_brand
from disclosure.basis.identity import is_id_card
from disclosure.basis.identity import is_phone


class Found(NamedTuple):
    """A number of a person in a text: ``kind`` is id_card, bank_card, phone or mailbox; offsets are code points."""

    kind: str
    start: int
    end: int


INVISIBLE = "".join(map(chr, (0xAD, 0x34F, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFE00, 0xFE10), 0xFEFF, *range(0xFFF9, 0xFFFD))))
"""Characters that print nothing: whatever stands between two digits unseen, they are one number to the reader."""

_KINDS = {" ": " \u00a0\u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f_", "-": "-－—–‐‑‒―−﹣", ".": ".．", "·": "·•・", "\n": "\t\r\n\u0085\u2028\u2029"}
SEPARATORS = INVISIBLE + "".join(_KINDS.values())
_KIND_OF = str.maketrans({character: kind for kind, characters in _KINDS.items() for character in characters})
_UNSEEN = str.maketrans(dict.fromkeys(INVISIBLE))
_WIDE = "０１２３４５６７８９"
_TO_ASCII = str.maketrans(_WIDE + "ｘＸx", "0123456789XXX")
_LEAST = b"0" * 11


def _prefilter_table() -> tuple[bytes, bytes]:
    """Return (map, delete) for bytes.translate: last bytes of digits to 0, other bytes of separators and digits deleted."""
    zeros = {character.encode()[-1] for character in "0123456789" + _WIDE}
    inside = {byte for character in SEPARATORS + _WIDE for byte in character.encode()}
    table = bytes(48 if byte in zeros else 120 for byte in range(256))
    return table, bytes(sorted(inside - zeros))


_TABLE, _DELETE = _prefilter_table()


def may_expose(text: str | bytes) -> bool:
    """Tell in about a microsecond whether ``text`` (or its UTF-8 bytes) could hold such a number; never False when one is there."""
    if len(text) < 11:
        return False
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    zeros = data.translate(_TABLE, _DELETE)
    return (len(zeros) > 99 or zeros.count(b"0") > 10) and _LEAST in zeros


_DIGIT = f"[0-9{_WIDE}]"
_GAP = rf"[{re.escape(SEPARATORS)}]{{0,3}}"
_CHAIN = re.compile(rf"{_DIGIT}(?:{_GAP}{_DIGIT}){{10,}}(?:{_GAP}[xXｘＸ])?")
_GROUP = re.compile(rf"{_DIGIT}(?:[{INVISIBLE}]*{_DIGIT})*|[xXｘＸ]")


class Group(NamedTuple):
    """Digits that stand together inside a chain (but for invisible characters).

    ``link``: what kind of separator stands between the group before and this one: space, - . · or newline.
    """

    digits: str
    start: int
    end: int
    link: str


def find_personal(text: str) -> list[Found]:
    """Return every valid ID card, bank card and mobile number in ``text``, in order, none overlapping.

    Digits may be full-width and broken by spaces, dashes or dots. Checked: birth date and check digit of an ID card,
    issuer prefix, length and Luhn digit of a bank card, eleven digits from 13 to 19 with nothing glued to a phone.
    """
    return find_unfiltered(text) if may_expose(text) else []


def find_unfiltered(text: str) -> list[Found]:
    """The full rule behind :func:`find_personal`, without the cheap test before it."""
    found: list[Found] = []
    for chain in _CHAIN.finditer(text):
        segments = [_groups(text, chain.start(), chain.end())]
        for kind, width_at in _FINDERS:
            segments = _sweep(text, segments, kind, width_at, found)
    return sorted(found, key=lambda hit: hit.start)


def _groups(text: str, start: int, end: int) -> list[Group]:
    groups: list[Group] = []
    last = start
    for match in _GROUP.finditer(text, start, end):
        digits = match[0].translate(_TO_ASCII).translate(_UNSEEN)
        groups.append(Group(digits, match.start(), match.end(), _link(text[last : match.start()])))
        last = match.end()
    return groups


def _link(between: str) -> str:
    kinds = set(between.translate(_UNSEEN).translate(_KIND_OF))
    return next((kind for kind in ("\n", "-", ".", "·", " ") if kind in kinds), "")


_WidthAt = Callable[[str, list[Group], int], int]


def _sweep(
    text: str, segments: list[list[Group]], kind: str, width_at: _WidthAt, found: list[Found]
) -> list[list[Group]]:
    """Add every number of one kind to ``found`` and return what is left of the segments between them."""
    left: list[list[Group]] = []
    for groups in segments:
        index = begin = 0
        while index < len(groups):
            width = width_at(text, groups, index)
            if width:
                found.append(Found(kind, groups[index].start, groups[index + width - 1].end))
                left.append(groups[begin:index])
                begin = index + width
            index += width or 1
        left.append(groups[begin:])
    return [groups for groups in left if groups]


def _windows(groups: list[Group], index: int, longest: int) -> list[tuple[list[Group], str]]:
    """Return the windows of whole groups that begin at ``index``, with their digits, up to ``longest`` digits."""
    windows: list[tuple[list[Group], str]] = []
    digits = ""
    for end in range(index, len(groups)):
        digits += groups[end].digits
        if len(digits) > longest:
            break
        windows.append((groups[index : end + 1], digits))
    return windows


def _sizes(window: list[Group]) -> tuple[int, ...]:
    return tuple(len(group.digits) for group in window)


def _id_card_at(_text: str, groups: list[Group], index: int) -> int:
    """An 18-digit number may be broken in any way, since its check digit speaks."""
    return next(
        (len(window) for window, digits in _windows(groups, index, 18) if len(digits) == 18 and is_id_card(digits)), 0
    )


def _old_id_card_at(text: str, groups: list[Group], index: int) -> int:
    """An old 15-digit number, which has no check digit, counts only in one piece or as it is spoken."""
    for window, digits in _windows(groups, index, 15):
        spoken = len(window) == 1 or _sizes(window) in ((6, 6, 3), (1,) * 15)
        if len(digits) == 15 and spoken and is_id_card(digits) and not _glued(text, window):
            return len(window)
    return 0


_CARD_WORDS = re.compile(r"卡号|[账帐][号户]|银行卡|一卡通|存折|户名|card", re.IGNORECASE)


def _bank_card_at(text: str, groups: list[Group], index: int) -> int:
    for window, digits in reversed(_windows(groups, index, 19)):
        if is_bank_card(digits) and not _glued(text, window):
            named = _named(text, window, _CARD_WORDS)
            if named or _card_stands_free(window, digits, groups[index + len(window) :]):
                return len(window)
    return 0


def _card_stands_free(window: list[Group], digits: str, following: list[Group]) -> bool:
    """Tell whether unannounced digits look like a card rather than like a code or a row of sums."""
    foreign = is_foreign_brand(digits)
    if foreign and _like_division(digits):
        return False
    if len(window) == 1:
        return True
    links = {group.link for group in window[1:]}
    if len(links) != 1 or (foreign and links & {" ", "\n"}):
        return False
    joined = window[0].link in links or (following and following[0].link in links)
    sizes = _sizes(window)
    return (min(sizes[:-1]) >= 4 and not (joined and "-" in links)) or set(sizes) == {1}


def _like_division(digits: str) -> bool:
    """Tell whether digits begin as a division code may (411325…): parcels, households and old tax numbers are numbered so."""
    city, county = digits[2:4], digits[4:6]
    return digits[0] == "3" or ("01" <= city <= "34" and (county <= "39" or "81" <= county <= "90"))


_PHONE_WORDS = re.compile(r"电话(?!费)|手机(?!费)|热线|tel|phone|mobile", re.IGNORECASE)
_SPOKEN = {"-": ((3, 4, 4), (3, 8), (7, 4), (3, 3, 5), (4, 4, 3), (4, 3, 4)), " ": ((3, 4, 4), (3, 8))}


def _phone_at(text: str, groups: list[Group], index: int) -> int:
    first = groups[index]
    if len(first.digits) > 11:
        country = "86" if text[: first.start].endswith("+") else "0086"
        return int(first.digits.startswith(country) and is_phone(first.digits.removeprefix(country)))
    for window, digits in _windows(groups, index, 11):
        if is_phone(digits) and not _glued(text, window) and _phone_stands_free(text, groups, index, window):
            return len(window)
    return 0


def _phone_stands_free(text: str, groups: list[Group], index: int, window: list[Group]) -> bool:
    if len(window) == 1:
        return True
    one_link = len({group.link for group in window[1:]}) == 1
    return one_link and (_named(text, window, _PHONE_WORDS) or _phones_only(groups, index, window))


def _phones_only(groups: list[Group], index: int, window: list[Group]) -> bool:
    """Tell whether a broken phone is grouped as phones are spoken, and is not a part of a longer row of numbers."""
    link = window[1].link
    if not _spoken(window, link):
        return False
    low, high = index, index + len(window)
    while low > 0 and groups[low].link == link:
        low -= 1
    while high < len(groups) and groups[high].link == link:
        high += 1
    before, after = groups[low:index], groups[index + len(window) : high]
    if before and before[0].digits in ("86", "0086"):
        before = before[1:]
    return _all_phones(before, len(window)) and _all_phones(after, len(window))


def _spoken(window: list[Group], link: str) -> bool:
    return _sizes(window) in (*_SPOKEN.get(link, ((3, 4, 4),)), (1,) * 11)


def _all_phones(run: list[Group], width: int) -> bool:
    return all(is_phone("".join(group.digits for group in run[at : at + width])) for at in range(0, len(run), width))


def _named(text: str, window: list[Group], words: re.Pattern[str]) -> bool:
    """Tell whether one of ``words`` stands shortly before the number."""
    return bool(words.search(text, max(0, window[0].start - 12), window[0].start))


_LABEL = re.compile(r"(?:^|[^a-z])(?:tel|phone|mobile|card|id)$", re.IGNORECASE)
_DECIMAL_BEFORE = re.compile(r"[0-9][.．]$")
_LIST_NUMBER = re.compile(r"(?:^|[^0-9.．,])[1-9][.．]$")
_DECIMAL_AFTER = re.compile(r"[.．][0-9]")


def _glued(text: str, window: list[Group]) -> bool:
    """Tell whether the digits are only a part of something longer: letters beside them, or a decimal point with digits."""
    start, end = window[0].start, window[-1].end
    before = text[max(0, start - 8) : start]
    if _is_latin(text[end : end + 1]) or (_is_latin(before[-1:]) and not _LABEL.search(before)):
        return True
    if _DECIMAL_BEFORE.search(before) and window[0].link == ".":
        return not _LIST_NUMBER.search(before)
    return len(window) == 1 and bool(_DECIMAL_AFTER.match(text, end))


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()


# In the order of how much each proves: a number is taken by the first that claims it.
_FINDERS: tuple[tuple[str, _WidthAt], ...] = (
    ("id_card", _id_card_at),
    ("bank_card", _bank_card_at),
    ("id_card", _old_id_card_at),
    ("phone", _phone_at),
)
_MAILBOX = re.compile(r"[0-9A-Za-z][0-9A-Za-z._%+-]*@[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)+")


def find_mailboxes(text: str) -> list[Found]:
    """Return the mail addresses whose name has five or more digits in a row (a QQ number or a phone)."""
    if "@" not in text:
        return []
    hits = _MAILBOX.finditer(text)
    return [
        Found("mailbox", hit.start(), hit.end()) for hit in hits if re.search(r"[0-9]{5}", hit[0].partition("@")[0])
    ]
