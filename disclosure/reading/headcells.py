"""A head cell taken apart: heading levels, unit, a total told in the head, 其中."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from disclosure.basis.text import normalise_label
from disclosure.basis.units import dimension
from disclosure.basis.units import known
from disclosure.reading.labels import guess


class Head(NamedTuple):
    """A head cell taken apart: heading levels, label without unit and claim, unit, the total it claims («171个»)."""

    group: tuple[str, ...]
    label: str
    unit: str = ""
    claim: str = ""
    of_which: bool = False

    @property
    def path(self) -> str:
        """Levels and label joined, in the form in which names are compared."""
        return normalise_label("/".join((*self.group, self.label)))


_BRACKET = re.compile(r"[(（\[【]\s*([^()（）\[\]【】]*?)\s*[)）\]】]\s*$")
_COLON_UNIT = re.compile(r"[:：,，]\s*([^:：,，]{1,6})$")
_UNIT_WORD = re.compile(r"^单位\s*[:：]?\s*")
_CLAIM = re.compile(r"(?P<figure>[0-9][0-9,]*(?:\.[0-9]+)?)\s*(?P<unit>[^0-9\s()（）]{1,4})$")
_NO_CLAIM = re.compile(r"(?:[前第满每近约至到—~-]|超过|不足|达到|以上|以下)$")
_WHICH = re.compile(r"^(?:其中|#其中)[:：、,，]?\s*")
_MEASURES = frozenset({"money", "area", "weight", "length", "volume", "energy", "power", "percent"})
_COUNTERS = frozenset({"个", "户", "人", "名", "台", "件", "宗", "处", "项", "家", "所", "座", "条", "间", "栋", "辆", "头", "只", "株", "口", "村", "社区", "组", "笔", "份"})
_CLAIMING = re.compile(r"(?:[数村户人员共]|社区|对象|家庭)$|^其中|^共")


@lru_cache(maxsize=8192)
def parse_head(text: str) -> Head:
    """Return the head cell's levels, label, unit and claim; a slash inside brackets belongs to a unit."""
    levels = [level.strip() for level in levels_of(" ".join(text.split()))]
    *group, leaf = [level for level in levels if level] or [""]
    label, unit = _unit_off(leaf)
    claim = ""
    if not unit:
        label, unit, claim = _claim_off(label)
    if not unit and dimension(label) in _MEASURES:
        unit = label
        label = group.pop() if group else label
    upper = tuple(_claim_off(_unit_off(level)[0])[0] for level in group)
    return Head(upper, label, unit, claim, any(_WHICH.match(level) for level in (*upper, label)))


def without_which(label: str) -> str:
    """Return a label without the 其中 before it."""
    return _WHICH.sub("", label) or label


def levels_of(text: str) -> list[str]:
    """Return the heading levels of a head cell: cut at half-width slashes that stand outside brackets."""
    if "/" not in text:
        return [text]
    depth, start, levels = 0, 0, []
    for index, character in enumerate(text):
        depth += (character in "(（[【") - (character in ")）]】")
        if character == "/" and depth <= 0:
            levels.append(text[start:index])
            start = index + 1
    return [*levels, text[start:]]


def _unit_off(text: str) -> tuple[str, str]:
    """Take the unit off a label: 金额(元), 面积（单位:亩）, 收入:元; a bracket that is no unit stays."""
    match = _BRACKET.search(text)
    if match and match.start() > 0:
        unit = _UNIT_WORD.sub("", match[1])
        if known(unit) or _unheard_of(text[: match.start()], unit):
            return text[: match.start()].rstrip(), unit
        return text, ""
    match = _COLON_UNIT.search(text)
    if match and known(match[1]):
        return text[: match.start()].rstrip(), match[1]
    return text, ""


def _unheard_of(label: str, unit: str) -> bool:
    """Take a short word for a unit nobody knows where the label counts things: 数量(捆)."""
    counted = normalise_label(label).endswith(("数量", "产量", "数"))
    return counted and 0 < len(unit) <= 3 and not any(c.isdigit() for c in unit) and unit not in ("个数", "合计", "大写")


def _claim_off(text: str) -> tuple[str, str, str]:
    """Take a total off a label: 村数171个, 社区(25个), 其中贫困村40个; returns label, unit, claim.

    A figure in a head is a total only where it counts things, or where the label is one of money or area: 一档(60元)
    and 代码(12位) are not, nor is 前3名.
    """
    bracket = _BRACKET.search(text)
    inside = bracket is not None and bracket.start() > 0
    match = _CLAIM.search(bracket[1] if bracket and inside else text)
    if match is None or (inside and match.start() > 0):
        return text, "", ""
    stem = text[: bracket.start()].strip() if bracket and inside else text[: match.start()].strip()
    counted = match["unit"] in _COUNTERS and (inside or _CLAIMING.search(stem) is not None)
    measured = inside and guess(stem).kind == dimension(match["unit"]) != ""
    if not stem or _NO_CLAIM.search(stem) or not (counted or measured):
        return text, "", ""
    return stem, match["unit"], match[0]
