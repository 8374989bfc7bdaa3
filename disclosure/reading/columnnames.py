"""By which names a column may be called: id, label, path, with or without its unit; the closest one where none fits."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from disclosure.basis.text import normalise_label
from disclosure.reading.headcells import parse_head
from disclosure.reading.headcells import without_which
from disclosure.reading.labels import REMARKS
from disclosure.reading.labels import SERIALS
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import Scalar
from disclosure.reading.table import Column


@lru_cache(maxsize=8192)
def names_of(label: str, id_: str, path: str, unit: str) -> frozenset[str]:
    """Return every spelling by which a column may be named, in the compared form."""
    head = parse_head(path)
    spellings = {label, id_, path, head.label, without_which(head.label), "/".join((*head.group, head.label)), f"{label}({unit})" if unit else label}
    return frozenset(normalise_label(spelling) for spelling in spellings)


def match_column(text: str, columns: Iterable[Column]) -> Column | None:
    """Return the column of a category that a head cell or key names: by id, label, path, with or without a unit."""
    return look_up(text, names_in(columns))


def names_in(columns: Iterable[Column]) -> dict[str, Column | None]:
    """Return every name by which each column may be called; None stands for a name that several share."""
    names: dict[str, Column | None] = {}
    exact: dict[str, Column | None] = {}
    for column in columns:
        for name in names_of(column.label, column.id, column.path, column.unit):
            names[name] = None if name in names else column
        for name in {column.id, column.path}:
            exact[name] = None if name in exact else column
    return {**names, **exact}


def look_up(text: str, names: dict[str, Column | None]) -> Column | None:
    """Return the one column that a head cell or key names, None when none does or several."""
    found = names.get(text)
    if found is not None:
        return found
    head = parse_head(text)
    for wanted in (normalise_label(text), head.path, normalise_label(head.label)):
        found = names.get(wanted)
        if found is not None:
            return found
    return None


def find_column(columns: Iterable[Column], name: str) -> int:
    """Return the index of the column that a formula or option names, with or without unit and levels; -1 for none or several."""
    columns = tuple(columns)
    if name.startswith("#"):
        return next((i for i, c in enumerate(columns) if c.number and c.number == name[1:]), -1)
    found = match_column(name, columns)
    return next((i for i, c in enumerate(columns) if c is found), -1)


def is_free(text: str) -> bool:
    """Tell whether a head is one every table has for free: 序号 or 备注."""
    return normalise_label(text) in SERIALS or normalise_label(text) in REMARKS


def match_key(text: str, entries: Mapping | None) -> Scalar | None:
    """Return the key of a 栏 or 栏+ mapping that names this head cell, by label, path or the whole head."""
    if entries is None:
        return None
    head = parse_head(text)
    wanted = {normalise_label(text), head.path, normalise_label(head.label)}
    return next((key for key, _ in entries if normalise_label(key.text) in wanted or parse_head(key.text).path == head.path), None)
