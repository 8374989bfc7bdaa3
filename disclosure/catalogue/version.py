"""Which catalogue a figure was worked out by: the program's version and a short digest of what the catalogue asks for."""

from __future__ import annotations

from dataclasses import fields
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from functools import lru_cache

from disclosure import __version__
from disclosure.basis.digest import check_code
from disclosure.basis.digest import sha256

_WORDS_ONLY = frozenset(("span", "purpose", "note", "example", "charts", "verified", "legend", "width", "align"))
"""What explains or decorates and asks for nothing: a better wording makes no new version."""

_SAID_BY_TEXT = frozenset(("sides", "operators", "tolerance"))
"""What a formula was read into; its text says it already."""


def version_of(catalogue: object) -> str:
    """Return «0.1.0-7K2R2XQ4»: equal for equal ids, names, columns, dues, laws, profiles and lists, in whatever order read."""
    return _version(_Same(catalogue))


class _Same:
    """A catalogue by its identity: it is far too large to compare, and there is one in a run."""

    __slots__ = ("catalogue",)

    def __init__(self, catalogue: object) -> None:
        self.catalogue = catalogue

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.catalogue is self.catalogue

    def __hash__(self) -> int:
        return id(self.catalogue)


@lru_cache(maxsize=2)
def _version(same: _Same) -> str:
    return f"{__version__}-{check_code(sha256(_told(same.catalogue).encode()))[:9].replace('-', '')}"


def _told(value: object) -> str:
    """Return a value as text that is the same on every machine; dicts in the order of their keys."""
    if value is None or isinstance(value, str | int | Decimal | date):
        return repr(value)
    if isinstance(value, dict):
        return "{" + ",".join([f"{key}:{_told(value[key])}" for key in sorted(value)]) + "}"
    if isinstance(value, tuple | list):
        return "[" + ",".join([_told(item) for item in value]) + "]"
    if is_dataclass(value) and not isinstance(value, type):
        return f"{type(value).__name__}(" + ",".join([_told(getattr(value, name)) for name in _asking(type(value))]) + ")"
    raise TypeError(f"no place in a version for {type(value).__name__}")


@cache
def _asking(kind: type) -> tuple[str, ...]:
    """Return the fields of a record that a filing is measured by."""
    return tuple(field.name for field in fields(kind) if field.name not in _WORDS_ONLY | _SAID_BY_TEXT)
