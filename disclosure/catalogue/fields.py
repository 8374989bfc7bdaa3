"""Reading the catalogue's YAML: keys in two spellings, closed lists, days; a mistake is a finding and the default stays."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Mapping as MappingABC
from datetime import date
from typing import NamedTuple

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.span import Span
from disclosure.basis.text import closest
from disclosure.catalogue.phrases import read_days
from disclosure.catalogue.told import Refusal
from disclosure.catalogue.told import weeks
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import Node
from disclosure.reading.nodes import Scalar
from disclosure.reading.nodes import Sequence

Found = list[Diagnostic]

NOTHING = frozenset(("", "null", "~", "Null", "NULL"))
YES = frozenset(("yes", "true", "是"))
NO = frozenset(("no", "false", "否"))
_DAYS = re.compile(r"(\d{1,4})\s*(days?|workdays?)?")


class Entry(NamedTuple):
    """One key with its value as typed."""

    key: Scalar
    value: Node


Entries = dict[str, Entry]


class Words(NamedTuple):
    """The keys one kind of mapping may have: every spelling -> id; ``where`` names the mapping in messages."""

    where: str
    ids: dict[str, str]


def words(where: str, pairs: str) -> Words:
    """Make the keys of a mapping from «name 名称, kind»: an id, and a Chinese label where it has one."""
    ids: dict[str, str] = {}
    for pair in pairs.split(","):
        names = pair.split()
        ids.update(dict.fromkeys(names, names[0]))
    return Words(where, ids)


def is_nothing(node: Node | None) -> bool:
    """Tell whether a key states nothing: it is not there, or null stands behind it."""
    return node is None or (isinstance(node, Scalar) and not node.style and node.text.strip() in NOTHING)


def entries(node: Node, known: Words, found: Found) -> Entries:
    """Return the entries of a mapping by id, without those that state nothing; an unknown key is a finding.

    So is one key in both spellings; one that stands twice as it is was told by the reader.
    """
    if not isinstance(node, Mapping):
        found.append(Diagnostic("wrong-shape", node.span, {"key": known.where, "expected": "键: 值"}))
        return {}
    kept: Entries = {}
    for key, value in node:
        name = known.ids.get(key.text)
        if name is None:
            suggestion = closest(key.text, known.ids)
            found.append(
                Diagnostic("unknown-key", key.span, {"key": key.text, "suggestion": suggestion, "where": known.where})
            )
        elif name in kept:
            if kept[name].key.text != key.text:
                found.append(Diagnostic("duplicate-key", key.span, {"key": key.text, "line": kept[name].key.span.line}))
        elif not is_nothing(value):
            kept[name] = Entry(key, value)
    return kept


def named(node: Node, where: str, found: Found) -> list[Entry]:
    """Return the entries of a mapping whose keys are ids of the author's own choosing (facts, tables, columns)."""
    if not isinstance(node, Mapping):
        found.append(Diagnostic("wrong-shape", node.span, {"key": where, "expected": "键: 值"}))
        return []
    first: dict[str, Scalar] = {}
    return [Entry(key, value) for key, value in node if first.setdefault(key.text, key) is key]


def wrong_shape(entry: Entry, expected: str) -> Diagnostic:
    """Return the finding for a value of another shape than its key takes."""
    return Diagnostic("wrong-shape", entry.value.span, {"key": entry.key.text, "expected": expected})


def bad_value(entry: Entry, text: str, expected: str, span: Span | None = None) -> Diagnostic:
    """Return the finding for a text that cannot be what its key asks for."""
    return Diagnostic(
        "bad-value", span or entry.value.span, {"key": entry.key.text, "text": text, "expected": expected}
    )


def not_read(entry: Entry, text: str, refused: Refusal, span: Span | None = None) -> Diagnostic:
    """Return the finding for a phrase of a published list that is not read: why, and what to write instead."""
    shown = {"key": entry.key.text, "text": text, "reason": refused.reason, "example": refused.example}
    return Diagnostic("time-not-read", span or entry.value.span, shown)


def text(entry: Entry | None, found: Found, default: str = "") -> str:
    """Return the text behind a key; a list or a mapping there is a finding."""
    if entry is None:
        return default
    if not isinstance(entry.value, Scalar):
        found.append(wrong_shape(entry, "一段文字"))
        return default
    return entry.value.text.strip() if entry.value.style not in ("|", ">") else entry.value.text


def texts(entry: Entry | None, found: Found) -> tuple[str, ...]:
    """Return the texts of a list, or of one text; what is neither is a finding."""
    return tuple(scalar.text.strip() for scalar in scalars(entry, found))


def scalars(entry: Entry | None, found: Found) -> list[Scalar]:
    """Return the texts of a list, or of one text, with their places."""
    if entry is None:
        return []
    items = entry.value.items if isinstance(entry.value, Sequence) else (entry.value,)
    found.extend(wrong_shape(Entry(entry.key, item), "文字") for item in items if not isinstance(item, Scalar))
    return [item for item in items if isinstance(item, Scalar) and not is_nothing(item)]


def one_of(entry: Entry | None, allowed: Iterable[str], found: Found, default: str = "") -> str:
    """Return a word of a closed list; another word is a finding and the default stays."""
    chosen = text(entry, found, default)
    if entry is None or chosen in allowed:
        return chosen
    found.append(bad_value(entry, chosen, "、".join(allowed)))
    return default


def some_of(entry: Entry | None, allowed: Iterable[str], found: Found, default: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a closed list, in the order typed; [] is a choice too."""
    if entry is None:
        return default
    chosen = texts(entry, found)
    found.extend(bad_value(entry, word, "、".join(allowed)) for word in chosen if word not in allowed)
    return tuple(word for word in chosen if word in allowed)


def truth(entry: Entry | None, found: Found, default: bool = False) -> bool:
    """Return yes or no."""
    word = text(entry, found).lower()
    if entry is None or word in YES | NO:
        return word in YES if entry else default
    found.append(bad_value(entry, word, "yes 或 no"))
    return default


_MOST_DIGITS = 4
"""Days, weights, letters: no catalogue needs a larger number."""


def number(entry: Entry | None, found: Found, default: int = 0) -> int:
    """Return a whole number."""
    word = text(entry, found)
    if entry is None or (word.isdecimal() and len(word) <= _MOST_DIGITS):
        return int(word) if entry else default
    found.append(bad_value(entry, word, "整数"))
    return default


def day(entry: Entry | None, found: Found) -> date | None:
    """Return a day in its plain spelling."""
    word = text(entry, found)
    if entry is None:
        return None
    try:
        return date.fromisoformat(word)
    except ValueError:
        found.append(bad_value(entry, word, "日期，如 2026-01-01"))
        return None


def span_of_days(entry: Entry | None, found: Found) -> tuple[int, str]:
    """Return «15 days» as (15, 'days') and «20 workdays» as (20, 'workdays'); (0, 'days') when not stated.

    So are the words of a published list: 不少于7天, 公示期5个工作日.
    """
    word = text(entry, found)
    if entry is None:
        return 0, "days"
    if match := _DAYS.fullmatch(word):
        return int(match[1]), "workdays" if "work" in (match[2] or "") else "days"
    said = read_days(word)
    if isinstance(said, Refusal):
        found.append(not_read(entry, word, said))
        return 0, "days"
    return said


def days_by(entry: Entry | None, known: Words, found: Found) -> tuple[tuple[str, int], ...]:
    """Return «{village: 3 days, township: 10 days}» as pairs."""
    if entry is None:
        return ()
    return tuple((name, _calendar_days(item, found)) for name, item in entries(entry.value, known, found).items())


def _calendar_days(entry: Entry, found: Found) -> int:
    """Return days of the calendar; workdays there, which nothing counts, are a finding and bind nobody."""
    count, unit = span_of_days(entry, found)
    if unit == "days":
        return count
    reason = "这里按自然日算，工作日要先折成天数"
    found.append(not_read(entry, text(entry, found), Refusal(reason, f"{weeks(count)} days（{count}个工作日约{weeks(count)}天）")))
    return 0


def merged(
    base: Mapping, over: Mapping, spelling: MappingABC[str, str], lists: frozenset[str], deep: bool = True
) -> Mapping:
    """Return ``base`` with what ``over`` states put over it: mappings key by key, ``lists`` joined, the rest replaced.

    ``spelling`` gives the id of a key where it has two spellings (top level only). Every node keeps its own place.
    """
    ids = spelling if deep else {}
    result = {ids.get(key.text, key.text): (key, value) for key, value in base}
    for key, value in over:
        name = ids.get(key.text, key.text)
        old = result.get(name, (key, value))[1]
        result[name] = (key, _joined(name, old, value, lists))
    return Mapping(tuple(result.values()), over.span, over.flow)


def _joined(name: str, old: Node, new: Node, lists: frozenset[str]) -> Node:
    if old is new:
        return new
    if isinstance(old, Mapping) and isinstance(new, Mapping) and name not in ("cadence", "due", "required"):
        return merged(old, new, {}, lists, deep=False)
    if name in lists and isinstance(old, Sequence) and isinstance(new, Sequence):
        return Sequence((*old.items, *new.items), new.span, new.flow)
    return new
