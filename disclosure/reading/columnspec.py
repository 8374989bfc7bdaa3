"""The words of 栏 and 栏+: «人数: 人数 人 不跨期» is a kind, perhaps a unit, perhaps flags."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.private import scrub
from disclosure.basis.units import known
from disclosure.reading.labels import NUMERIC
from disclosure.reading.labels import additive_of
from disclosure.reading.labels import guess
from disclosure.reading.labels import kind_of_unit
from disclosure.reading.nodes import Node
from disclosure.reading.nodes import Scalar
from disclosure.reading.table import Column
from disclosure.reading.table import Personal

KINDS = {
    "文字": "text", "文本": "text", "金额": "money", "数量": "quantity", "数字": "quantity", "面积": "area", "单价": "rate", "标准": "rate",
    "百分比": "percent", "比例": "percent", "股份": "share", "份额": "share", "户数": "count", "人数": "count", "个数": "count", "计数": "count",
    "日期": "date", "期间": "period", "代码": "code", "编号": "code", "选项": "choice", "是否": "yes_no", "姓名": "person", "人名": "person",
    "电话": "phone", "身份证": "id_card", "身份证号": "id_card", "银行卡": "bank_card", "银行账号": "bank_card", "地方": "place", "地点": "place",
    "文件": "file", "比率": "ratio", "增减": "change",
}  # fmt: skip
"""Chinese words for the kinds of FORMAT §7; the ids themselves are understood too."""

_IDS = frozenset(KINDS.values())
_FLAGS = {
    "去重": ("distinct", True), "distinct": ("distinct", True), "不跨期": ("additive", "periods"), "不合计": ("additive", "no"), "不相加": ("additive", "no"),
    "其中": ("of_which", True), "of_which": ("of_which", True), "合计": ("total", True), "必填": ("required", True),
}  # fmt: skip
_BETWEEN = re.compile(r"[\s\u3000、，,]+")
WORDS = "文字、金额、数量、面积、单价、百分比、人数、户数、日期、期间、代码、选项、姓名；单位如 元、亩；去重、不跨期、不合计"


class Spec(NamedTuple):
    """What one entry of 栏 states; '' where it does not say."""

    kind: str = ""
    unit: str = ""
    flags: tuple[tuple[str, object], ...] = ()


def read_spec(key: Scalar, node: Node) -> tuple[Spec | None, list[Diagnostic]]:
    """Return what an entry of 栏 or 栏+ states; a word nobody knows is ``bad-column-spec``."""
    if not isinstance(node, Scalar):
        return None, [_bad(key, node, "")]
    spec = Spec()
    for word in filter(None, _BETWEEN.split(node.text.strip())):
        found = _take(spec, word)
        if found is None:
            return spec, [_bad(key, node, word)]
        spec = found
    return spec, []


def _take(spec: Spec, word: str) -> Spec | None:
    """Read one word: the first kind word is the kind, a later one may be a unit, the rest are flags."""
    if not spec.kind and (word in KINDS or word in _IDS):
        return spec._replace(kind=KINDS.get(word, word))
    if word in _FLAGS:
        return spec._replace(flags=(*spec.flags, _FLAGS[word]))
    if known(word) and not spec.unit:
        return spec._replace(unit=word, kind=spec.kind or kind_of_unit(word))
    return None


def _bad(key: Scalar, node: Node, word: str) -> Diagnostic:
    return Diagnostic("bad-column-spec", node.span, {"key": key.text, "text": scrub(word), "words": WORDS})


def corrected(column: Column, spec: Spec) -> Column:
    """Return the column as the spec says; what the spec does not say stays."""
    kind = spec.kind or column.kind
    unit = spec.unit or (column.unit if kind in NUMERIC else "")
    additive = column.additive if not spec.kind else additive_of(kind, unit, "")
    column = replace(column, kind=kind, unit=unit, additive=additive, personal=personal_of(kind, column))
    return replace(column, **dict(spec.flags))  # type: ignore[arg-type]  # the flag table names fields of Column


_NUMBERS = {"id_card": "身份证号", "bank_card": "银行卡号", "phone": "手机号", "person": "姓名"}


def personal_of(kind: str, column: Column) -> Personal | None:
    """Return what may be shown of a column of this kind: the column's own rule, else the one its kind brings."""
    if kind not in _NUMBERS:
        return None
    found = guess(column.label)
    return found.personal if found.kind == kind else guess(_NUMBERS[kind]).personal
