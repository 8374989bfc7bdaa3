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
from disclosure.catalogue.fields import not_read
from disclosure.catalogue.fields import number
from disclosure.catalogue.fields import one_of
from disclosure.catalogue.fields import scalars
from disclosure.catalogue.fields import span_of_days
from disclosure.catalogue.fields import text
from disclosure.catalogue.fields import words
from disclosure.catalogue.fields import wrong_shape
from disclosure.catalogue.model import Cadence
from disclosure.catalogue.model import Due
from disclosure.catalogue.phrases import read_phrase
from disclosure.catalogue.rhythms import read_rhythm
from disclosure.catalogue.stated import ANYTHING
from disclosure.catalogue.stated import Stated
from disclosure.catalogue.stated import settled
from disclosure.catalogue.told import NO_DAYS
from disclosure.catalogue.told import NOTHING
from disclosure.catalogue.told import Refusal
from disclosure.catalogue.told import Told
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
    """Return a rhythm, several rhythms, rhythms under conditions, or every so many months; None when not stated or not read."""
    if entry is None:
        return None
    if not isinstance(entry.value, Mapping):
        return _said(entry, found)
    known = entries(entry.value, _CADENCE, found)
    base = _said(known.get("base"), found) or Cadence(())
    when = named(known["when"].value, "when", found) if "when" in known else []
    under = [(bare_condition(one.key.text), _said(one, found)) for one in when]
    met = tuple((name, cadence.rhythms[0]) for name, cadence in under if cadence and cadence.rhythms)
    return Cadence(base.rhythms, (*base.when, *met), _every(known.get("every"), found) or base.every_months)


def _said(entry: Entry | None, found: Found) -> Cadence | None:
    """Return the rhythms a text or a list of texts names, by our words or those of a list; None where none is read."""
    read = [cadence for word in scalars(entry, found) if entry and (cadence := _rhythm(entry, word, found))]
    if len(read) < 2:
        return read[0] if read else None
    rhythms = tuple(dict.fromkeys(rhythm for cadence in read for rhythm in cadence.rhythms))
    when = tuple(pair for cadence in read for pair in cadence.when)
    return Cadence(rhythms, when, max(cadence.every_months for cadence in read))


def _rhythm(entry: Entry, word: Scalar, found: Found) -> Cadence | None:
    said = word.text.strip()
    if said in RHYTHMS:
        return Cadence((said,))
    read = read_rhythm(said)
    if isinstance(read, Refusal):
        found.append(not_read(entry, said, read, word.span))
        return None
    return read


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


def read_timed(entry: Entry | None, found: Found, stated: Stated, source: str = "law") -> Told:
    """Return what stands behind 期限: a due in any of the forms of FORMAT §7, or all that a phrase of a list tells.

    What is not read tells nothing, so that whatever held before goes on holding.
    """
    if entry is not None and isinstance(entry.value, Scalar):
        return _in_a_phrase(entry, found, source, stated)
    return Told(read_due(entry, found, source, stated))


def read_due(entry: Entry | None, found: Found, source: str = "law", stated: Stated = ANYTHING) -> Due | None:
    """Return when something must be out, in any of the forms of FORMAT §7; None when not stated or not read."""
    if entry is None:
        return None
    if isinstance(entry.value, Scalar):
        told = _in_a_phrase(entry, found, source, stated)
        if told != NOTHING and told.due is None:
            reason = "这里只能写到哪一天为止，没有说到期限"
            found.append(not_read(entry, text(entry, found), Refusal(reason, "{after: period_end, days: 15}（期末后15日内）")))
        return told.due
    if not isinstance(entry.value, Mapping):
        found.append(wrong_shape(entry, "none，或 {after: period_end, days: 15} 这样的写法"))
        return None
    if _is_by_stage(entry.value):
        return _by_stage(entry, found, source, stated)
    return _one_due(entry, found, source, stated)


def _in_a_phrase(entry: Entry, found: Found, source: str, stated: Stated) -> Told:
    """Return what a phrase such as 每季度首月20日前 or 20个工作日内 tells; none is no due."""
    phrase = text(entry, found)
    if phrase == "none":
        return Told(Due("none", "", 0, source=source))
    told = read_phrase(phrase, source)
    told = told if isinstance(told, Refusal) else settled(told, stated)
    if isinstance(told, Refusal):
        found.append(not_read(entry, phrase, told))
        return NOTHING
    return told


def _is_by_stage(node: Mapping) -> bool:
    """Tell whether every key is the author's own word for a stage: then each has a due of its own."""
    return bool(node.entries) and all(key.text not in _DUE_KEYS.ids and not is_nothing(value) for key, value in node)


def _by_stage(entry: Entry, found: Found, source: str, stated: Stated) -> Due:
    stages = [(one.key.text, read_due(one, found, source, stated)) for one in named(entry.value, "due", found)]
    return Due("none", "", 0, source=source, stages=tuple((name, due) for name, due in stages if due is not None))


def _one_due(entry: Entry, found: Found, source: str, stated: Stated) -> Due | None:
    known = entries(entry.value, _DUE_KEYS, found)
    default = read_due(known.pop("default", None), found, "default", stated)
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
    """Return a local due, and those of its stages, with what it rests on; what is the product's own rests on nothing."""
    stages = tuple((name, resting(own, basis)) for name, own in due.stages)
    return replace(due, basis=() if due.source == "default" else basis, stages=stages)


def read_keep(entry: Entry | None, found: Found) -> tuple[tuple[int, str], str]:
    """Return keep_posted as (days or workdays on the board, what holds on the web); 长期公开 is until superseded."""
    if entry is None:
        return NO_DAYS, ""
    if not isinstance(entry.value, Mapping):
        said = read_phrase(text(entry, found), "law") if isinstance(entry.value, Scalar) else None
        if isinstance(said, Told) and said.web and said.due is None:
            return said.keep, said.web
        return span_of_days(entry, found), ""
    known = entries(entry.value, _KEEP, found)
    return span_of_days(known.get("board"), found), text(known.get("web"), found)


def read_follows(entry: Entry | None, found: Found) -> tuple[str, tuple[int, str]]:
    """Return (category that this one follows, within how many days or workdays)."""
    if entry is None:
        return "", (0, "days")
    known = entries(entry.value, _FOLLOWS, found)
    return text(known.get("after"), found), span_of_days(known.get("within"), found)
