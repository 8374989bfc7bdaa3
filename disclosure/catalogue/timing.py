"""The catalogue's words for time: how often (cadence), until when (due), required of whom."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from disclosure.catalogue.fields import Entries
from disclosure.catalogue.fields import Entry
from disclosure.catalogue.fields import Found
from disclosure.catalogue.fields import bad_value
from disclosure.catalogue.fields import entries
from disclosure.catalogue.fields import is_nothing
from disclosure.catalogue.fields import named
from disclosure.catalogue.fields import number
from disclosure.catalogue.fields import one_of
from disclosure.catalogue.fields import some_of
from disclosure.catalogue.fields import span_of_days
from disclosure.catalogue.fields import text
from disclosure.catalogue.fields import words
from disclosure.catalogue.fields import wrong_shape
from disclosure.catalogue.model import Cadence
from disclosure.catalogue.model import Due
from disclosure.catalogue.phrases import RHYTHMS as RHYTHM_WORDS
from disclosure.catalogue.phrases import read_phrase
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import Scalar

RHYTHMS = ("month", "quarter", "half", "year", "term", "event", "standing")
THIS_YEAR = "this_year"
MONTHS_OF_DAY = ("this_month", "next_month", "previous_month", "next_quarter")

_CADENCE = words("cadence", "base, when, every")
_REQUIRED = words("required", "when")
_KEEP = words("keep_posted", "board, web")
_FOLLOWS = words("follows", "after, within")
_DUE_KEYS = words("due", "after, before, on, day, of, date, days, workdays, default, note 说明")
_EVERY = re.compile(r"(\d{1,3})\s*(?:months?|个?月)")
_MONTH_DAY = re.compile(r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")


def read_cadence(entry: Entry | None, found: Found) -> Cadence | None:
    """Return a rhythm, several rhythms, rhythms under conditions, or every so many months; None when not stated."""
    if entry is None:
        return None
    if not isinstance(entry.value, Mapping):
        return Cadence(_rhythms(entry, found))
    known = entries(entry.value, _CADENCE, found)
    when = named(known["when"].value, "when", found) if "when" in known else []
    return Cadence(
        _rhythms(known.get("base"), found),
        tuple((bare_condition(one.key.text), _rhythm(one, found)) for one in when),
        _every(known.get("every"), found),
    )


def _rhythms(entry: Entry | None, found: Found) -> tuple[str, ...]:
    said = some_of(entry, (*RHYTHMS, *RHYTHM_WORDS), found, ())
    return tuple(dict.fromkeys(RHYTHM_WORDS.get(word, word) for word in said))


def _rhythm(entry: Entry, found: Found) -> str:
    word = one_of(entry, (*RHYTHMS, *RHYTHM_WORDS), found, "month")
    return RHYTHM_WORDS.get(word, word)


def _every(entry: Entry | None, found: Found) -> int:
    word = text(entry, found)
    match = _EVERY.fullmatch(word)
    if entry is not None and match is None:
        found.append(bad_value(entry, word, "几个月，如 2 months"))
    return int(match[1]) if match else 0


def bare_condition(name: str) -> str:
    """Return a condition as place.yaml 情况 names it: «情况.征地» is 征地."""
    return name.strip().removeprefix("情况.").removeprefix("conditions.")


def read_required(entry: Entry | None, found: Found) -> tuple[str, str]:
    """Return (always | when | optional, condition); the condition without «情况.»."""
    if entry is not None and isinstance(entry.value, Mapping):
        condition = text(entries(entry.value, _REQUIRED, found).get("when"), found)
        return "when", bare_condition(condition)
    return one_of(entry, ("always", "optional"), found, "optional"), ""


def read_due(entry: Entry | None, found: Found, source: str = "law") -> Due | None:
    """Return when something must be out, in any of the forms of FORMAT §7; None when not stated."""
    if entry is None:
        return None
    if isinstance(entry.value, Scalar):
        return _in_a_phrase(entry, found, source)
    if not isinstance(entry.value, Mapping):
        found.append(wrong_shape(entry, "none，或 {after: period_end, days: 15} 这样的写法"))
        return None
    if _is_by_stage(entry.value):
        return _by_stage(entry, found, source)
    return _one_due(entry, found, source)


def _in_a_phrase(entry: Entry, found: Found, source: str) -> Due:
    """Return what a phrase such as 每季度首月20日前 or 20个工作日内 means; none is none."""
    phrase = text(entry, found)
    due = read_phrase(phrase, source) if phrase != "none" else None
    if due is None and phrase != "none":
        found.append(bad_value(entry, phrase, "none，或「每季度首月20日前」「20个工作日内」「大会10日前」「随时」这样的说法"))
    return due or Due("none", "", 0, source=source)


def _is_by_stage(node: Mapping) -> bool:
    """Tell whether every key is the author's own word for a stage: then each has a due of its own."""
    return bool(node.entries) and all(key.text not in _DUE_KEYS.ids and not is_nothing(value) for key, value in node)


def _by_stage(entry: Entry, found: Found, source: str) -> Due:
    stages = [(one.key.text, read_due(one, found, source)) for one in named(entry.value, "due", found)]
    return Due("none", "", 0, source=source, stages=tuple((name, due) for name, due in stages if due is not None))


def _one_due(entry: Entry, found: Found, source: str) -> Due | None:
    known = entries(entry.value, _DUE_KEYS, found)
    default = read_due(known.pop("default", None), found, "default")
    note = text(known.pop("note", None), found)
    if not known:
        return default
    form = next((name for name in ("after", "before", "day", "date", "on") if name in known), "")
    due = _FORMS[form](known, found, source) if form else None
    if due is None:
        found.append(wrong_shape(entry, "{after: period_end, days: 15} 这样的写法"))
        return None
    due = replace(due, note=note) if note else due
    return replace(due, fallback=default) if default else due


def _counted(form: str, known: Entries, found: Found, source: str) -> Due | None:
    unit = "workdays" if "workdays" in known else "days"
    if unit not in known:
        return None
    return Due(form, text(known[form], found), number(known[unit], found), unit, source)


def _on_day(known: Entries, found: Found, source: str) -> Due:
    month = one_of(known.get("of"), MONTHS_OF_DAY, found, "next_month")
    return Due("day", month, number(known["day"], found), source=source)


def _on_date(known: Entries, found: Found, source: str) -> Due | None:
    word = text(known["date"], found)
    if _MONTH_DAY.fullmatch(word):
        return Due("date", word, 0, source=source, own_year=one_of(known.get("of"), ("", THIS_YEAR), found) == THIS_YEAR)
    found.append(bad_value(known["date"], word, "月-日，如 04-30"))
    return None


def _same_day(known: Entries, found: Found, source: str) -> Due:
    one_of(known["on"], ("same_day",), found)
    return Due("same_day", "period_end", 0, source=source)


_FORMS: dict[str, Callable[[Entries, Found, str], Due | None]] = {
    "after": partial(_counted, "after"),
    "before": partial(_counted, "before"),
    "day": _on_day,
    "date": _on_date,
    "on": _same_day,
}


def resting(due: Due, basis: tuple[str, ...]) -> Due:
    """Return a local due, and those of its stages, with what it rests on."""
    return replace(due, basis=basis, stages=tuple((name, replace(own, basis=basis)) for name, own in due.stages))


def read_keep(entry: Entry | None, found: Found) -> tuple[tuple[int, str], str]:
    """Return keep_posted as (days or workdays on the board, what holds on the web)."""
    if entry is None:
        return (0, "days"), ""
    if not isinstance(entry.value, Mapping):
        return span_of_days(entry, found), ""
    known = entries(entry.value, _KEEP, found)
    return span_of_days(known.get("board"), found), text(known.get("web"), found)


def read_follows(entry: Entry | None, found: Found) -> tuple[str, tuple[int, str]]:
    """Return (category that this one follows, within how many days or workdays)."""
    if entry is None:
        return "", (0, "days")
    known = entries(entry.value, _FOLLOWS, found)
    return text(known.get("after"), found), span_of_days(known.get("within"), found)
