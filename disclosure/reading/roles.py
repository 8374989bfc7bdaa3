"""What each row is: item, total, of-which or rate; its level, what it is part of, its label."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from disclosure.basis.units import dimension
from disclosure.basis.units import known
from disclosure.reading.nodes import RawRow
from disclosure.reading.table import Role

_SPACES = str.maketrans(dict.fromkeys(" \t\r\n\u3000\u00a0"))
_TOTAL = re.compile(r"(?:合计|总计|共计|小计|合計|(?<=[组社队村片])计)(?:[(（][^()（）]*[)）]|金额|数额?|额|人数|户数)?[:：]?$|^(?:合计|总计|共计|小计)[:：]?[0-9]")
_SUM_ALONE = re.compile(r"(?:本[日周旬月季年期页次]|全[年月]|本学期)?(?:合计|总计|共计|小计)(?:[(（][^()（）]*[)）])?[:：]?")
_PAGE = re.compile(r"(?:过次|转次|转下)页|本[日周旬月季年期]发生额(?:及余额)?")
_BROUGHT = re.compile(r"(?:承前|承上|接上)页")
_IN_WORDS = re.compile(r"^(?:合计|总计|共计|小计).*大写.*[零壹贰叁肆伍陆柒捌玖]")
_COUNTED = re.compile(r"共(?:计|有)?[0-9]{1,4}[个户人名笔项家处件份][^0-9]{0,4}")
_PRICE = re.compile(r"(?:单价|均价|单位价格)(?:[(（][^()（）]*[)）])?")
_WHOLE = re.compile(r"全(?:乡|镇|村|县|区|市|街道|社区|组|队)")
_PLACES = re.compile(r"[村组乡镇队]|单位|地区|名称|社区|街道|区划")
_NETS = ("净值", "净额", "账面价值")
_NET = re.compile(r"(?:账面)?(?:净值|净额|价值)$")
_GROSS = re.compile(r"(?:原价|原值|账面余额|总额|余额)$")
_CUMULATIVE = re.compile(r"(?:本年|全年|本季|年初至今|自年初|本学期|截[至止].{0,8})?累计(?:数|金额)?(?:[(（][^()（）]*[)）])?[:：]?$")
_RATE = re.compile(r"(?:率|比例|占比|比重|增幅|百分比)(?:[(（][^()（）]*[)）])?$|^(?:人均|户均|亩均|平均|每[亩户人])")
_WHICH = re.compile(r"#?其中[:：、,，]?")
_STYLES = tuple(
    re.compile(pattern)
    for pattern in (r"[一二三四五六七八九十]{1,3}[、.．]", r"[(（][一二三四五六七八九十]{1,3}[)）]", r"[0-9]{1,2}[、.．](?![0-9])", r"[(（][0-9]{1,2}[)）]", r"[①-⑳]")
)
_UNIT = re.compile(r"[(（]([^()（）]{1,8})[)）]$")
_NUMBERED = re.compile("|".join(style.pattern for style in _STYLES))
_MARKED = frozenset("@其#过转承接合总共小本累全截大人户亩平每单均一二三四五六七八九十(（①②③④⑤⑥⑦⑧⑨⑩\u3000 \t0123456789")
_LAST = frozenset("计率例比重幅)）：:数额写")


class Label(NamedTuple):
    """A label taken apart. ``spaces``: leading full-width ones. ``style``: how it is numbered (0 一、 1 (一) 2 1、 …), -1 not.

    ``mark``: how many characters 其中： takes, so that lines set under its end are known as its siblings.
    """

    role: Role
    spaces: int
    text: str
    style: int = -1
    mark: int = 0


class Flat(NamedTuple):
    """A body row in the order of the table, with what it was written under: kind '' for a row of its own."""

    raw: RawRow
    kind: str = ""
    parent: int = -1


class Place(NamedTuple):
    """What shaping needs to know of a row; ``lead`` is the column whose cell tells the role, -1 for none."""

    role: Role
    level: int
    parent: int
    label: str
    lead: int = -1


def flatten(rows: tuple[RawRow, ...]) -> list[Flat]:
    """Return rows with their 分项 and 其中 right behind them."""
    found: list[Flat] = []
    for row in rows:
        _add(row, "", -1, found)
    return found


def _add(row: RawRow, kind: str, parent: int, found: list[Flat]) -> None:
    found.append(Flat(row, kind, parent))
    if row.parts:
        index = len(found) - 1
        for part_kind, part in row.parts:
            _add(part, part_kind, index, found)


def read_label(text: str, *, person: bool = False, silent: bool = False) -> Label:
    """Return what a label says of its row; a person's name says nothing but 合计, and ``silent`` keeps it to itself."""
    if text[:1] not in _MARKED and text[-1:] not in _LAST and "计" not in text:
        bare = text.translate(_SPACES) if " " in text or "\u3000" in text else text
        return Label(Role.ITEM, 0, "" if silent else bare)
    label = _read_label(text, person)
    return label._replace(text="") if silent and label.role is not Role.TOTAL else label


@lru_cache(maxsize=16384)
def _read_label(text: str, person: bool) -> Label:
    bare = text.translate(_SPACES)
    spaces = 0
    for character in text.lstrip(" \t\u00a0"):
        if character not in "\u3000 ":
            break
        spaces += character == "\u3000"
    if bare.startswith("@"):
        rest = bare[1:].removeprefix("比率") or "比率"
        return Label(Role.RATE if bare.startswith("@比率") else Role.TOTAL, spaces, rest.lstrip(":：") or rest)
    which = _WHICH.match(bare)
    if which and not person:
        return Label(Role.OF_WHICH, spaces, bare[which.end() :], _style_of(bare[which.end() :]), which.end())
    return Label(_role_of(bare, person), spaces, bare, _style_of(bare))


def _style_of(bare: str) -> int:
    return next((index for index, style in enumerate(_STYLES) if style.match(bare)), -1)


def _role_of(bare: str, person: bool) -> Role:
    if _IN_WORDS.match(bare):
        return Role.TOTAL
    if _CUMULATIVE.search(bare) or "大写" in bare or _PRICE.fullmatch(bare) or _PAGE.fullmatch(bare):
        return Role.RATE
    if _TOTAL.search(bare) or _COUNTED.fullmatch(bare):
        return Role.TOTAL
    if person:
        return Role.ITEM
    return Role.RATE if _RATE.search(bare) or dimension(unit_of_label(bare)) == "percent" else Role.ITEM


_SERIAL_STYLES = tuple(
    re.compile(pattern)
    for pattern in (r"[一二三四五六七八九十]{1,3}[、.．]?", r"[(（][一二三四五六七八九十]{1,3}[)）]", r"[0-9]{1,3}[、.．]?", r"[0-9]{1,3}[.．][0-9]{1,2}", r"[0-9]{1,3}(?:[.．][0-9]{1,2}){2}")
)
_DECIMAL = re.compile(r"([0-9]{1,2})[.．][0-9]{1,2}(?=[^0-9.．%％])")
_WHOLE_NUMBER = re.compile(r"([0-9]{1,2})[、.． ](?![0-9])")
_GROUP = re.compile(r"第?[一二三四五六七八九十0-9]{1,3}(?:村民)?(?:小?组|社|队)")


def with_serials(labels: list[Label], serials: list[str]) -> list[Label]:
    """Return labels with the numbering that stands in 序号 beside them: 一 above 1, 2 as in a bill of works.

    Nothing changes where labels are numbered or set in themselves, or where all serial numbers are of one sort.
    """
    if any(label.style >= 0 or label.spaces for label in labels):
        return labels
    styles = [next((style for style, pattern in enumerate(_SERIAL_STYLES) if pattern.fullmatch(text.strip())), -1) for text in serials]
    found = [style for style in styles if style >= 0]
    if len(set(found)) < 2 or found[0] != min(found):
        return labels
    return [label._replace(style=style) if label.role is Role.ITEM else label for label, style in zip(labels, styles, strict=True)]


def with_decimals(labels: list[Label]) -> list[Label]:
    """Return labels with 1.1路灯 below 1.公益支出; a number that no 1. stands above is a measure (3.5米)."""
    chapters: set[str] = set()
    found = list(labels)
    for index, label in enumerate(labels):
        whole, part = _WHOLE_NUMBER.match(label.text), _DECIMAL.match(label.text)
        if whole:
            chapters.add(whole[1])
        elif part and part[1] in chapters and label.style < 0:
            found[index] = label._replace(style=_STYLES_BELOW)
    return found


_STYLES_BELOW = 3
"""How 1.1 ranks: below 1."""


def with_groups(labels: list[Label], said: list[str], beside: list[str]) -> list[Label]:
    """Return labels with 一组 as the total of its households where those are numbered, or named, in the column ``beside`` and it is not."""
    items = [index for index, label in enumerate(labels) if label.role is Role.ITEM]
    groups = {index for index in items if not beside[index].strip() and _GROUP.fullmatch(said[index].strip())}
    others = [beside[index].strip() for index in items if index not in groups]
    if not groups or len(others) < 2 or not all(others):
        return labels
    return [label._replace(role=Role.TOTAL, text=said[index].strip()) if index in groups else label for index, label in enumerate(labels)]


def with_whole(labels: list[Label], head: str) -> list[Label]:
    """Return labels with 全乡 as a total, where it stands first or last in a list of places that states no other."""
    for index in {0, len(labels) - 1} if len(labels) > 2 else ():
        if _WHOLE.fullmatch(labels[index].text) and _PLACES.search(head):
            others = [label.text for label in labels if label is not labels[index]]
            if all(label.role is Role.ITEM for label in labels) and all(others) and len(set(others)) == len(others):
                return [*labels[:index], labels[index]._replace(role=Role.TOTAL), *labels[index + 1 :]]
    return labels


def is_sum_word(text: str) -> bool:
    """Tell whether a cell says 合计, 本月合计, 本年累计 or 过次页 and nothing else."""
    if not may_be_sum_word(text):
        return False
    bare = text.translate(_SPACES)
    return any(one.fullmatch(bare) for one in (_SUM_ALONE, _CUMULATIVE, _PAGE, _BROUGHT))


def is_brought_forward(label: str) -> bool:
    """Tell whether a row only brings over what the page before it came to: 承前页."""
    return _BROUGHT.fullmatch(label) is not None


def may_be_sum_word(text: str) -> bool:
    """Tell cheaply whether a text may say that its row is no item."""
    return "计" in text or "页" in text or "发生额" in text


def is_total_label(text: str) -> bool:
    """Tell whether words end as those of a total do: 一组小计."""
    return "计" in text and _TOTAL.search(text.translate(_SPACES)) is not None


@lru_cache(maxsize=8192)
def unit_of_label(label: str) -> str:
    """Return the unit in the brackets that end a row's label («盈余率(%)»), '' when there is none that is known."""
    match = _UNIT.search(label)
    return match[1] if match and known(match[1]) else ""


@lru_cache(maxsize=8192)
def bare_label(label: str) -> str:
    """Return a label without its numbering and unit, as formulas and totals speak of it: (一)伙食收入(元) → 伙食收入."""
    label = _NUMBERED.sub("", label, count=1) if _NUMBERED.match(label) else label
    match = _UNIT.search(label)
    return label[: match.start()] if match and known(match[1]) else label


def places_of(flats: list[Flat], labels: list[Label], leads: list[int]) -> list[Place]:
    """Return role, level, parent and label of every row; levels come from full-width spaces and from numbering."""
    if all(label.role is Role.ITEM and not label.spaces and label.style < 0 for label in labels) and not any(flat.kind for flat in flats):
        places = [Place(Role.ITEM, 0, -1, label.text, lead) for label, lead in zip(labels, leads, strict=True)]
    else:
        places = _Tree(flats, labels, leads).places
    return _with_nets(places) if any(place.label.endswith(_NETS) for place in places) else places


def _with_nets(places: list[Place]) -> list[Place]:
    """Return places where what is left (固定资产净值) is made of the rows right above it: 固定资产原价, 减：累计折旧."""
    found = list(places)
    for index, place in enumerate(places):
        first = index - 1
        while first >= 0 and _sibling(places[first], place) and places[first].label.startswith("减"):
            first -= 1
        if 0 <= first < index - 1 and _sibling(places[first], place) and _is_gross(places[first].label, place.label):
            for part in range(first, index):
                found[part] = found[part]._replace(parent=index)
    return found


def _sibling(one: Place, other: Place) -> bool:
    return one.role is other.role is Role.ITEM and (one.parent, one.level) == (other.parent, other.level)


def _is_gross(gross: str, net: str) -> bool:
    """Tell whether two labels speak of one thing before and after what is taken off: 固定资产原价, 固定资产净值."""
    if not net.endswith(_NETS):
        return False
    stem = _NET.sub("", bare_label(net))
    return not stem or _GROSS.sub("", bare_label(gross)) == stem


class _Open(NamedTuple):
    """A row that later rows may be part of; a total that stands behind its items takes of-which rows only."""

    depth: int
    row: int
    role: Role
    takes_items: bool


class _Tree:
    """Walks the rows once, keeping the rows that are still open above the present one.

    ``totalled``: totals and all that hangs under them; ``loose``: how deep the deepest item stands that is not of these.
    """

    def __init__(self, flats: list[Flat], labels: list[Label], leads: list[int]) -> None:
        self.labels = labels
        styles = sorted({label.style for flat, label in zip(flats, labels, strict=True) if label.style >= 0 and not flat.kind})
        self.ranks = {style: rank for rank, style in enumerate(styles)} if len(styles) > 1 else {}
        self.places: list[Place] = []
        self.open: list[_Open] = []
        self.depths: list[int] = []
        self.items_at: set[int] = set()
        self.totalled: set[int] = set()
        self.loose = 0
        for index, flat in enumerate(flats):
            place = self._part(flat, labels[index]) if flat.kind else self._typed(index, labels[index])
            self.places.append(place)
        self.places = [Place(*place[:4], lead) for place, lead in zip(self.places, leads, strict=True)]

    def _part(self, flat: Flat, label: Label) -> Place:
        """Place a row of a 分项 or 其中 list."""
        self.depths.append(self.depths[flat.parent] + 1)
        self.loose = max(self.loose, self.depths[-1])
        role = Role.OF_WHICH if flat.kind == "of_which" else label.role
        return Place(role, self.places[flat.parent].level + 1, flat.parent, label.text)

    def _typed(self, index: int, label: Label) -> Place:
        """Place a row of its own by its spaces and numbering."""
        if label.role is Role.ITEM and not label.spaces and label.style < 0 and not self.ranks:
            self.depths.append(0)
            self.open, self.items_at = [_Open(0, index, Role.ITEM, True)], {0}
            return Place(Role.ITEM, 0, -1, label.text)
        beside = self._beside(label)
        if beside is not None:
            self.depths.append(self.depths[beside])
            above = self.places[beside]
            return Place(Role.OF_WHICH, above.level, above.parent, label.text)
        depth = self._depth(label)
        self.depths.append(depth)
        parent = self._parent(depth, label.role)
        role = label.role
        if parent >= 0 and role is Role.ITEM and self.places[parent].role is Role.OF_WHICH and not self.places[parent].label:
            role, parent = Role.OF_WHICH, self.places[parent].parent
        self._keep_open(index, depth, role, parent)
        return Place(role, label.spaces, -1 if role is Role.TOTAL else parent, label.text)

    def _beside(self, label: Label) -> int | None:
        """Return the 其中 row whose words this one goes on with, None when there is none.

        It is set under them (三个全角空格 under «其中：»), or numbered on: 其中：(1)购置费, (2)运行费.
        """
        if label.role is not Role.ITEM or (label.style < 0 and not label.spaces):
            return None
        for back in range(len(self.places) - 1, -1, -1):
            first = self.labels[back]
            if self.places[back].role is not Role.OF_WHICH:
                return None
            if first.mark:
                if label.style >= 0:
                    return back if first.style == label.style else None
                aligned = bool(self.places[back].label) and label.spaces - first.spaces in (first.mark, 2, 3)
                return back if aligned else None
        return None

    def _depth(self, label: Label) -> int:
        if not self.ranks:
            return label.spaces
        if label.style in self.ranks:
            return self.ranks[label.style]
        for back in range(len(self.places) - 1, -1, -1):
            if self.labels[back].spaces <= label.spaces:
                return self.depths[back] + label.spaces - self.labels[back].spaces
        return label.spaces

    def _parent(self, depth: int, role: Role) -> int:
        """Close the rows this one is not part of and return the one that stays on top, -1 for none."""
        while self.open and not self._holds(self.open[-1], depth, role):
            self.open.pop()
        return self.open[-1].row if self.open else -1

    @staticmethod
    def _holds(above: _Open, depth: int, role: Role) -> bool:
        """Tell whether a row is part of an open one; 其中 belongs to the row before it at its own level too."""
        if role is Role.OF_WHICH and above.depth == depth:
            return above.role is not Role.OF_WHICH
        return above.depth < depth and (above.takes_items or role is Role.OF_WHICH)

    def _heads(self, index: int, depth: int) -> bool:
        """Tell whether a total stands above its items: the next line is set in, and all set in before it belong to totals."""
        following, label = (self.labels[index + 1] if index + 1 < len(self.labels) else None), self.labels[index]
        if following is None or following.role is not Role.ITEM:
            return False
        if label.style >= 0 and (following.style > label.style or following.spaces > label.spaces):
            return True
        return not self.ranks and following.spaces > label.spaces and self.loose <= depth

    def _keep_open(self, index: int, depth: int, role: Role, parent: int) -> None:
        """Let later rows be part of this one, and remember at which levels items stand."""
        if role is not Role.RATE:
            behind = role is Role.TOTAL and any(level >= depth for level in self.items_at) and not self._heads(index, depth)
            self.open.append(_Open(depth, index, role, not behind))
        if role is Role.TOTAL or parent in self.totalled:
            self.totalled.add(index)
        elif role is Role.ITEM:
            self.loose = max(self.loose, depth)
        if role is Role.ITEM:
            self.items_at = {level for level in self.items_at if level <= depth} | {depth}
