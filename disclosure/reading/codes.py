"""Account codes that tell which line is part of which: 201 ⊃ 20103 ⊃ 2010301, in one column or in three (类 款 项)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from disclosure.basis.text import normalise_label
from disclosure.reading.labels import LEVELS_OF_CODE
from disclosure.reading.roles import Label
from disclosure.reading.roles import is_sum_word
from disclosure.reading.table import Column
from disclosure.reading.table import Role

_ACCOUNTS = re.compile(r"科目|分类|功能|经济")
_CODE = re.compile(r"[0-9]{3}(?:[0-9]{2}){0,3}")
_PIECE = re.compile(r"[0-9]{2,9}")
_APART = re.compile(r"结转|结余|预备费|预留|调入|调出")
"""Lines that stand beside the accounts without a code of their own."""
_SPACES = str.maketrans("", "", " \t\u3000\u00a0")

Path = tuple[str, ...]


class Coded(NamedTuple):
    """What the codes of a table tell: the columns they stand in, and by row the code («» for none) and how deep it is."""

    columns: tuple[int, ...]
    codes: tuple[str, ...]
    depths: tuple[int, ...]


def coded(columns: Sequence[Column], texts: Sequence[Sequence[str]]) -> Coded | None:
    """Return what account codes tell of a table, None where it has none or none of them is part of another."""
    at = _columns(columns)
    if not at or not texts[at[0]]:
        return None
    rows = list(zip(*[[text.translate(_SPACES) for text in texts[index]] for index in at], strict=True))
    paths = _paths(rows) if len(at) > 1 else _prefixes([row[0] for row in rows])
    if paths is None:
        return None
    depths: list[int] = []
    above: list[Path] = []
    for path in paths:
        while path and above and not (len(path) > len(above[-1]) and path[: len(above[-1])] == above[-1]):
            above.pop()
        depths.append(len(above) if path else -1)
        above += [path] if path else []
    whole = tuple("".join(path) for path in paths)
    return Coded(at, whole, tuple(depths)) if any(depth > 0 for depth in depths) else None


def _columns(columns: Sequence[Column]) -> tuple[int, ...]:
    """Return the columns of 类, 款 and 项, else the one column of account codes."""
    codes = [index for index, column in enumerate(columns) if column.kind == "code"]
    pieces = tuple(index for index in codes if normalise_label(columns[index].label) in LEVELS_OF_CODE)
    if len(pieces) > 1:
        return pieces
    named = any(_ACCOUNTS.search(column.path) for column in columns)
    plain = [index for index in codes if _ACCOUNTS.search(columns[index].path) or (named and columns[index].label in ("编码", "代码"))]
    return (plain[0],) if len(plain) == 1 else ()


def _prefixes(texts: list[str]) -> list[Path] | None:
    """Return each code cut into its levels, 2010301 as 201 03 01; None where a cell is something else."""
    paths: list[Path] = []
    for text in texts:
        code = "" if is_sum_word(text) else text
        if code and not _CODE.fullmatch(code):
            return None
        paths.append((code[:3], *(code[cut : cut + 2] for cut in range(3, len(code), 2))) if code else ())
    return paths


def _paths(rows: list[tuple[str, ...]]) -> list[Path] | None:
    """Return the codes of rows that have a column for each level; levels left blank are those of the row above."""
    paths: list[Path] = []
    last: Path = ()
    for row in rows:
        cells = ["" if is_sum_word(text) else text for text in row]
        if any(text and not _PIECE.fullmatch(text) for text in cells):
            return None
        deepest = max((level for level, text in enumerate(cells) if text), default=-1)
        path = tuple(text or (last[level] if level < len(last) else "") for level, text in enumerate(cells[: deepest + 1]))
        paths.append(path)
        last = path or last
    return paths


def with_codes(labels: list[Label], found: Coded, names: Sequence[str], label: int) -> list[Label]:
    """Return labels as deep as their codes; a line without a code that is no total is part of the code above it.

    ``names`` are those of the accounts, for lines without a code. ``label`` is the column of the labels.
    """
    told: list[Label] = []
    depth = 0
    for one, name, code, own in zip(labels, names, found.codes, found.depths, strict=True):
        if own >= 0:
            depth = own
            text = code if label in found.columns and len(found.columns) > 1 else one.text
            told.append(one._replace(spaces=own, style=-1, text=text))
        elif one.role in (Role.TOTAL, Role.RATE) or not told:
            told.append(one)
        elif _APART.search(name):
            depth = 0
            told.append(one._replace(spaces=0, style=-1))
        else:
            told.append(one._replace(spaces=depth + 1 + one.spaces, style=-1))
    return told


def names_of(columns: Sequence[Column], texts: Sequence[Sequence[str]], label: int) -> Sequence[str]:
    """Return what the accounts are called: the first column of words."""
    return texts[next((index for index, column in enumerate(columns) if column.kind == "text"), label)]


def with_indents(labels: list[Label], columns: Sequence[Column], texts: Sequence[Sequence[str]], label: int) -> list[Label]:
    """Return labels of codes as deep as the names beside them are set in, where the codes themselves are not."""
    if columns[label].kind != "code" or not any(_ACCOUNTS.search(column.path) for column in columns) or any(one.spaces for one in labels):
        return labels
    beside = next((index for index in range(label + 1, len(columns)) if columns[index].kind == "text"), -1)
    if beside < 0 or not any(text[:1] == "\u3000" for text in texts[beside]):
        return labels
    return [one._replace(spaces=len(text) - len(text.lstrip("\u3000"))) for one, text in zip(labels, texts[beside], strict=True)]
