"""Values that must not be shown: a wrapper that prints as its mask, masks for names, secret marks in free text."""

from __future__ import annotations

import re
from typing import Generic
from typing import NamedTuple
from typing import TypeVar

from disclosure.basis.accounts import find_accounts
from disclosure.basis.exposure import INVISIBLE as _UNSEEN
from disclosure.basis.exposure import Found
from disclosure.basis.exposure import find_mailboxes
from disclosure.basis.exposure import find_personal

__all__ = [
    "CLOSING",
    "DOTS",
    "HIDDEN",
    "Found",
    "Private",
    "Secret",
    "find_mailboxes",
    "find_personal",
    "find_secrets",
    "mask_name",
    "mask_person",
    "scrub",
    "scrub_path",
    "strip_secret",
]

T_co = TypeVar("T_co", covariant=True)

DOTS = "●●●"
HIDDEN = "【已隐去】"


class Private(Generic[T_co]):
    """A personal value that prints as its mask everywhere; only :meth:`reveal` gives it away.

    Equality and hash are those of the value; the mask takes no part. It pickles, so it may cross processes.
    """

    __slots__ = ("_mask", "_value")

    _mask: str
    _value: T_co

    def __init__(self, value: T_co, mask: str = DOTS) -> None:
        object.__setattr__(self, "_value", value)
        object.__setattr__(self, "_mask", mask)

    def reveal(self) -> T_co:
        """Return the value itself; only views and rules that compare may call this."""
        return self._value

    @property
    def mask(self) -> str:
        """What is shown in the value's stead."""
        return self._mask

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("Private is immutable")

    def __str__(self) -> str:
        return self._mask

    __repr__ = __str__

    def __format__(self, spec: str) -> str:
        return format(self._mask, spec)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Private) and bool(self._value == other._value)

    def __hash__(self) -> int:
        return hash((Private, self._value))

    def __reduce__(self) -> tuple[type[Private[T_co]], tuple[T_co, str]]:
        return Private, (self._value, self._mask)


_SPACES = re.compile(r"\s+")
_ORGANISATION = re.compile(
    r"(?:.*[村组社队])?(?:集体|各户|全体(?:村民|社员|成员|农户)?)$|.{2,}(?:公司|委员会|村委会|居委会|合作社|合作联社|联合社|工厂|制造厂|加工厂|商店|门市部|经营部|超市|商行|局|派出所|事务所|服务站|中心|学校|小学|中学|幼儿园|政府|办事处|银行|信用社"
    r"|医院|卫生院|卫生室|工程队|施工队|建筑队|安装队|运输队|维修队|养护队|厂|养殖场|营业厅|.站|管理所|苗圃|农场|林场|协会|基金会|服务部|批发部|维修部|供电所|财政所|党支部|党总支|党委|村民小组|敬老院|养老院|集团|合伙|工作室|农家乐|饭店|餐馆|建材部)$"
)
_TAIL = re.compile(r"(等\s*[0-9０-９一二三四五六七八九十百]*\s*[人户名位]?)$")
_BETWEEN = re.compile(r"([、,，;；/／|\n]+|(?<=[^\x00-\x7f]{2})\s+(?=[^\x00-\x7f]{2}))")
_BRACKET = re.compile(r"[(（][^()（）]*[)）]?")


def mask_name(name: str) -> str:
    """Return a name with its middle starred: 王小明 → 王*明, 王明 → 王*, longer keep first and last; spaces dropped."""
    bare = _SPACES.sub("", name)
    if len(bare) <= 1:
        return "*" * len(bare)
    if len(bare) == 2:
        return bare[0] + "*"
    return bare[0] + "*" * (len(bare) - 2) + bare[-1]


def mask_person(text: str) -> str:
    """Return a personal cell with every name in it masked; 等5人 stays, brackets are starred, organisations stay readable."""
    return "".join(piece if index % 2 else _mask_one(piece) for index, piece in enumerate(_BETWEEN.split(text)))


def _mask_one(piece: str) -> str:
    bare = piece.strip()
    if _ORGANISATION.match(bare):
        return scrub(bare)
    bare = _BRACKET.sub("", bare)
    tail = _TAIL.search(bare)
    if tail and tail.start() > 0:
        return mask_name(bare[: tail.start()]) + tail[0]
    return mask_name(bare)


_OPENS = dict(zip("【[［〔（(", "】]］〕）)", strict=True))
CLOSING = frozenset(_OPENS.values())
_SECRET = re.compile(rf"[{re.escape(''.join(_OPENS))}][\s{_UNSEEN}]*私[\s{_UNSEEN}]*[:：]")


def strip_secret(text: str) -> str:
    """Return ``text`` with every 【私:…】 replaced by 【已隐去】, in whatever brackets it was typed.

    Brackets within a mark belong to it; a mark never closed hides all that follows.
    """
    if "私" not in text:
        return text
    for mark in reversed(find_secrets(text)):
        text = text[: mark.start] + HIDDEN + text[mark.end :]
    return text


class Secret(NamedTuple):
    """A mark in a text: where it begins, where its own words do, and where it ends."""

    start: int
    inner: int
    end: int


def find_secrets(text: str) -> list[Secret]:
    """Return every mark of a text, the outermost of those within each other."""
    found: list[Secret] = []
    for mark in _SECRET.finditer(text):
        if not found or mark.start() >= found[-1].end:
            found.append(Secret(mark.start(), mark.end(), _closed(text, mark)))
    return found


def _closed(text: str, mark: re.Match[str]) -> int:
    """Return where a mark ends: behind the bracket that closes its own."""
    opening, depth = mark[0][0], 1
    for at in range(mark.end(), len(text)):
        depth += (text[at] == opening) - (text[at] == _OPENS[opening])
        if depth == 0:
            return at + 1
    return len(text)


_DIGITS = re.compile("[0-9０-９xXｘＸ]")


def scrub(text: str) -> str:
    """Return ``text`` with all digits of every ID card, card, account and phone number in it replaced by ●."""
    for hit in (*find_personal(text), *find_accounts(text)):
        text = text[: hit.start] + _DIGITS.sub("●", text[hit.start : hit.end]) + text[hit.end :]
    return text


def scrub_path(path: str) -> str:
    """Return a file path fit to be printed: numbers of persons in file and folder names masked."""
    return scrub(path)
