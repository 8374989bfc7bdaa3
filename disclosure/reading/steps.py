"""Statements that go on from line to line: 一、经营收入, 加：…, 减：…, 二、收益总额. What is set in below a line is no part of it.

The rows below a sign go with it (减：经营支出, 管理费用, 其他支出) or are its parts (减：支出, of these …): the figures tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from disclosure.basis.numbers import read_amount
from disclosure.basis.values import Absent
from disclosure.basis.values import Amount
from disclosure.reading.roles import Place
from disclosure.reading.table import Role

STEP = re.compile(r"[一二三四五六七八九十]{1,2}[、.．]")
_SIGN = re.compile(r"[(（]?([加减])[)）]?[:：]")

Figures = Sequence[Decimal | None]
"""The figures of one column, row by row; None where there is none."""


def sign_of(label: str) -> str:
    """Return 加 or 减 where a label begins with that sign, '' where it does not."""
    match = _SIGN.match(label)
    return match[1] if match else ""


class _Block(NamedTuple):
    """A row with a sign and the rows that follow it without one."""

    sign: str
    row: int
    followers: tuple[int, ...]


def with_steps(places: list[Place], columns: Sequence[Sequence[str]]) -> list[Place]:
    """Return places where the lines between two steps are rows of their own; ``columns``: the texts of what is added."""
    steps = [index for index, place in enumerate(places) if place.role is Role.ITEM and place.parent < 0 and STEP.match(place.label)]
    if len(steps) < 2 or not any(sign_of(place.label) for place in places):
        return places
    figures = [[_figure(text) for text in texts] for texts in columns]
    found = list(places)
    for first, second in pairwise(steps):
        blocks = _blocks(places, first, second)
        if blocks and not _made_of_its_lines(first, second, blocks, figures):
            for block in blocks:
                parted = _is_made_of(block.row, block.followers, figures)
                found[block.row] = found[block.row]._replace(parent=-1)
                for row in block.followers:
                    found[row] = found[row]._replace(parent=block.row if parted else -1)
    return found


def _figure(text: str) -> Decimal | None:
    value = read_amount(text) if text.strip() else None
    if isinstance(value, Amount):
        return value.number
    return Decimal(0) if value is Absent.NONE else None


def _blocks(places: list[Place], first: int, second: int) -> list[_Block]:
    """Return what stands between two steps, from the first sign on; lines of a deeper kind stay with theirs."""
    blocks: list[_Block] = []
    for row in range(first + 1, second):
        place = places[row]
        if place.role is not Role.ITEM:
            continue
        sign, parent = sign_of(place.label), place.parent
        if sign and (parent < 0 or parent == first or any(parent in (one.row, *one.followers) for one in blocks)):
            blocks.append(_Block(sign, row, ()))
        elif blocks and parent in (-1, first, blocks[-1].row):
            blocks[-1] = blocks[-1]._replace(followers=(*blocks[-1].followers, row))
    return blocks


def _is_made_of(row: int, parts: tuple[int, ...], figures: Sequence[Figures]) -> bool:
    """Tell whether the rows under a sign are what the row with the sign is made of, by every column that states it."""
    stated = [column for column in figures if column[row]]
    return bool(parts and stated) and all(column[row] == _total(column, parts) for column in stated)


def _made_of_its_lines(first: int, second: int, blocks: list[_Block], figures: Sequence[Figures]) -> bool:
    """Tell whether the lines under a step make the step itself rather than lead to the next one."""
    moved = [_moved(blocks, column, figures) for column in figures]
    leads = [column[first] is not None and (column[first] or 0) + more == column[second] for column, more in zip(figures, moved, strict=True)]
    makes = [column[first] is not None and column[first] == more for column, more in zip(figures, moved, strict=True)]
    return any(makes) and not any(leads)


def _moved(blocks: list[_Block], column: Figures, figures: Sequence[Figures]) -> Decimal:
    total = Decimal(0)
    for block in blocks:
        rows = (block.row,) if _is_made_of(block.row, block.followers, figures) else (block.row, *block.followers)
        total += _total(column, rows) * (1 if block.sign == "加" else -1)
    return total


def _total(column: Figures, rows: tuple[int, ...]) -> Decimal:
    return sum((column[row] or Decimal(0) for row in rows), Decimal(0))
