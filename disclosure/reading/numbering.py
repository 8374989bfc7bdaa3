"""A first row that only numbers the columns: 栏次 | 1 | 2 | 3=1+2."""

from __future__ import annotations

import re

from disclosure.reading.nodes import Grid
from disclosure.reading.nodes import RawRow

_NUMBER = re.compile(r"[(（]?([0-9]{1,2})[)）]?(?:\s*=.*)?")
_NAMES = frozenset({"栏次", "栏号", "栏目次"})
_WORDS = frozenset({"", "甲", "乙", "丙", "丁", "戊", "行次", "无", "—", "-", *_NAMES})
_SURE = 5
"""How many numbers in a row make a first row plainly one of column numbers, where no word or formula says so."""
_ENOUGH = 3
_SPACES = str.maketrans("", "", " \t\u3000")


def numbers_row(grid: Grid) -> tuple[tuple[str, ...], tuple[RawRow, ...]]:
    """Take off a first row that only numbers the columns: the numbers, and the rows that remain."""
    if not grid.rows or len(grid.heads) < 2:
        return (), grid.rows
    texts = [cell.text.translate(_SPACES) if cell is not None else "" for cell in grid.rows[0].cells]
    matches = [_NUMBER.fullmatch(text) for text in texts]
    numbers = [int(match[1]) for match in matches if match]
    odd = any(not match and text not in _WORDS for text, match in zip(texts, matches, strict=True))
    if odd or not numbers or numbers != list(range(numbers[0], numbers[0] + len(numbers))) or numbers[0] > 1:
        return (), grid.rows
    if not _plain(texts, len(numbers), grid):
        return (), grid.rows
    return tuple(text if match else "" for text, match in zip(texts, matches, strict=True)), grid.rows[1:]


def _plain(texts: list[str], count: int, grid: Grid) -> bool:
    """Tell whether the numbers are the columns' own: the row says so, or nothing but they stand under a blank label."""
    if any(text in _NAMES for text in texts):
        return True
    if count >= _ENOUGH and (count >= _SURE or any("=" in text for text in texts)):
        return True
    labels = [row.cells[0] for row in grid.rows[1:]]
    named = bool(labels) and all(cell is not None and cell.text.strip() for cell in labels)
    return count >= _ENOUGH and not texts[0] and all(texts[1:]) and named
