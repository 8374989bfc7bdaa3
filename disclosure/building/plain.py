"""Records to plain data and back, so that results can be kept in a data-only cache; nothing private passes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from dataclasses import is_dataclass
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Fix
from disclosure.basis.diagnostic import Related
from disclosure.basis.diagnostic import Subject
from disclosure.basis.private import scrub
from disclosure.basis.private import strip_secret
from disclosure.basis.span import Span
from disclosure.board.flow import Flow
from disclosure.board.flow import Promise
from disclosure.board.flow import Term
from disclosure.board.model import Brief
from disclosure.building.manifest import Record
from disclosure.building.task import PlaceResult

_KNOWN: dict[str, Callable[..., Any]] = {
    kind.__name__: kind for kind in (Brief, Term, Flow, Promise, Diagnostic, Fix, Related, Subject, Span, Record, PlaceResult)
}


def to_plain(value: Any, text: Callable[[str], str] = str) -> Any:
    """Return ``value`` as tuples of strings, numbers and booleans; raises TypeError for what must not be kept.

    Of a finding the edit is not kept, which repeats the filing, and in its texts numbers of persons are masked, as they
    are wherever it is shown.
    """
    if value is None or isinstance(value, bool | int | bytes):
        return value
    if isinstance(value, str):
        return text(str(value))
    if isinstance(value, Decimal):
        return ("number", str(value))
    if isinstance(value, date):
        return ("day", value.isoformat())
    if isinstance(value, dict):
        return ("map", tuple((to_plain(key, text), to_plain(item, text)) for key, item in value.items()))
    if isinstance(value, Diagnostic):
        value, text = replace(value, fix=None), _told
    if type(value).__name__ in _KNOWN:
        return ("record", type(value).__name__, tuple(to_plain(part, text) for part in _parts(value)))
    if isinstance(value, tuple | list) and not hasattr(value, "_fields"):
        return ("list", tuple(to_plain(item, text) for item in value))
    raise TypeError(f"not to be kept in a cache: {type(value).__name__}")


def _told(text: str) -> str:
    return scrub(strip_secret(text))


def from_plain(value: Any) -> Any:
    """Return what ``to_plain`` was given (lists come back as tuples)."""
    if not isinstance(value, tuple):
        return value
    match value:
        case ("number", text):
            return Decimal(text)
        case ("day", text):
            return date.fromisoformat(text)
        case ("map", items):
            return {from_plain(key): from_plain(item) for key, item in items}
        case ("record", name, parts):
            return _KNOWN[name](*map(from_plain, parts))
        case (_, items):
            return tuple(map(from_plain, items))
    raise ValueError("not made by to_plain")


def _parts(value: Any) -> list[Any]:
    if is_dataclass(value):
        return [getattr(value, field.name) for field in fields(value)]
    return list(value)
