"""Reading a YAML mapping whose keys may be written in two ways: the Chinese label or the ASCII id, no third name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.period import parse_period
from disclosure.basis.period import read_day
from disclosure.basis.private import strip_secret
from disclosure.basis.span import Span
from disclosure.basis.text import closest
from disclosure.basis.values import Day
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import Node
from disclosure.reading.nodes import Scalar
from disclosure.reading.nodes import Sequence

YES = frozenset(("是", "有", "yes", "true", "对"))
NO = frozenset(("", "否", "无", "没有", "no", "false", "0"))


class Vocabulary(NamedTuple):
    """The keys one kind of mapping may have: every spelling -> ASCII id; ``where`` names the mapping in messages."""

    where: str
    ids: dict[str, str]


def vocabulary(where: str, pairs: str) -> Vocabulary:
    """Make a vocabulary from «标题 title, 网址 url»: each pair is a Chinese label and an ASCII id."""
    ids: dict[str, str] = {}
    for pair in pairs.split(","):
        label, ascii_id = pair.split()
        ids[label] = ids[ascii_id] = ascii_id
    return Vocabulary(where, ids)


class Entry(NamedTuple):
    """One key with its value as typed."""

    key: Scalar
    value: Node


def sort_out(mapping: Mapping, words: Vocabulary) -> tuple[dict[str, Entry], list[Entry], list[Diagnostic]]:
    """Split a mapping into known keys (by ASCII id) and others; a key in both spellings is a finding."""
    known: dict[str, Entry] = {}
    others: list[Entry] = []
    found: list[Diagnostic] = []
    for key, value in mapping.entries:
        name = words.ids.get(key.text)
        if name is None:
            others.append(Entry(key, value))
        elif name in known:
            if known[name].key.text != key.text:
                found.append(Diagnostic("duplicate-key", key.span, {"key": key.text, "line": known[name].key.span.line}))
        else:
            known[name] = Entry(key, value)
    return known, others, found


def known_only(mapping: Mapping, words: Vocabulary) -> tuple[dict[str, Entry], list[Diagnostic]]:
    """Like ``sort_out``, for mappings in which every other key is an error."""
    known, others, found = sort_out(mapping, words)
    found += [unknown_key(entry.key, words.ids, words.where) for entry in others]
    return known, found


def unknown_key(key: Scalar, names: Iterable[str], where: str) -> Diagnostic:
    """Return the finding for a key nobody knows, with the nearest known one."""
    return Diagnostic("unknown-key", key.span, {"key": key.text, "suggestion": closest(key.text, names), "where": where})


def text_of(node: Node | None) -> str:
    """Return a scalar's text without outer spaces, '' for nothing stated; secret marks never pass."""
    if not isinstance(node, Scalar):
        return ""
    return strip_secret(node.text.strip())


def read_text(entry: Entry | None, found: list[Diagnostic]) -> str:
    """Return the text behind a key; a list or a mapping there is a finding."""
    if entry is None:
        return ""
    if not isinstance(entry.value, Scalar):
        found.append(wrong_shape(entry, "一段文字"))
    return text_of(entry.value)


def wrong_shape(entry: Entry, expected: str) -> Diagnostic:
    """Return the finding for a value of another shape than the key takes."""
    return Diagnostic("wrong-shape", entry.value.span, {"key": entry.key.text, "expected": expected})


def bad_value(entry: Entry, expected: str) -> Diagnostic:
    """Return the finding for a text that cannot be what the key asks for."""
    return Diagnostic(
        "bad-value", entry.value.span, {"key": entry.key.text, "text": text_of(entry.value), "expected": expected}
    )


def read_date(entry: Entry | None, found: list[Diagnostic]) -> date | None:
    """Return a day; one known to the month only is judged by its last day, with an info."""
    text = read_text(entry, found)
    if entry is None or not text:
        return None
    day = read_day(text)
    if not isinstance(day, Day):
        found.append(bad_value(entry, "日期，如 2026-04-08"))
        return None
    if not day.exact:
        found.append(Diagnostic("date-month-only", entry.value.span, {"key": entry.key.text, "text": text}))
    return day.date


def read_edge(entry: Entry | None, found: list[Diagnostic], *, last: bool) -> date | None:
    """Return the first (or ``last``) day of what a key names: «2026-01» begins on 1 January, ends on 31."""
    text = read_text(entry, found)
    if entry is None or not text:
        return None
    period = parse_period(text)
    if period is None:
        found.append(bad_value(entry, "日期，如 2026-01-01"))
        return None
    return period.last if last else period.first


def read_list(entry: Entry | None) -> tuple[Node, ...]:
    """Return the items of a list; one thing that is no list counts as a list of one."""
    if entry is None or (isinstance(entry.value, Scalar) and not entry.value.text.strip()):
        return ()
    return entry.value.items if isinstance(entry.value, Sequence) else (entry.value,)


def read_texts(entry: Entry | None, found: list[Diagnostic]) -> tuple[str, ...]:
    """Return the texts of a list (or of one text); items of another shape are findings."""
    items = read_list(entry)
    if entry is not None:
        found.extend(wrong_shape(Entry(entry.key, item), "文字") for item in items if not isinstance(item, Scalar))
    return tuple(text for item in items if (text := text_of(item)))


def read_mappings(entry: Entry | None, found: list[Diagnostic]) -> tuple[Mapping, ...]:
    """Return the mappings of a list (or the one mapping); items of another shape are findings."""
    items = read_list(entry)
    if entry is not None:
        found.extend(wrong_shape(Entry(entry.key, item), "键: 值") for item in items if not isinstance(item, Mapping))
    return tuple(item for item in items if isinstance(item, Mapping))


def missing_key(key: str, where: str, span: Span) -> Diagnostic:
    """Return the finding for a key that must be there."""
    return Diagnostic("missing-key", span, {"key": key, "where": where})


def is_yes(text: str) -> bool:
    """Return whether a condition's text says that it is so; a number or a word of its own counts as yes."""
    return text.strip().lower() not in NO
