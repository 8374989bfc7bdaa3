"""Several head lines to one: levels of heading joined by «/», and the row numbers of 表头行 and 合计行."""

from __future__ import annotations

import re
from itertools import pairwise

from disclosure.basis.span import Span
from disclosure.reading.nodes import RawCell

_ROWS = re.compile(r"(?:第)?\s*([0-9０-９]{1,6})\s*(?:[-－—–~至到]+\s*([0-9０-９]{1,6})\s*)?(?:行)?")


def row_range(text: str) -> tuple[int, int] | None:
    """Return (first, last) of «3-4», «3», «第3行»; None when it is no row number."""
    match = _ROWS.fullmatch(text.strip())
    if match is None:
        return None
    first, last = int(match[1]), int(match[2] or match[1])
    return (first, last) if 1 <= first <= last else None


def join_heads(levels: list[list[RawCell]]) -> list[RawCell]:
    """Return one head row out of several: a blank upper cell belongs to the group on its left while something stands below it.

    A literal slash in a level is kept apart from the joining one as ``／``.
    """
    if len(levels) == 1:
        return [cell._replace(text=cell.text) for cell in levels[0]]
    width = max(len(level) for level in levels)
    filled = _filled([_widened(level, width) for level in levels])
    return [_joined([level[column] for level in filled]) for column in range(width)]


def _widened(level: list[RawCell], width: int) -> list[RawCell]:
    last = level[-1].span if level else Span("")
    return level + [RawCell("", last)] * (width - len(level))


def _filled(levels: list[list[RawCell]]) -> list[list[RawCell]]:
    """Fill blank upper cells from the left where the cell below has words and its left neighbour is in a group too."""
    for upper, lower in pairwise(levels):
        for column in range(1, len(upper)):
            left, here = upper[column - 1], upper[column]
            if not here.text and left.text and lower[column].text and lower[column - 1].text:
                upper[column] = here._replace(text=left.text)
    return levels


def _joined(cells: list[RawCell]) -> RawCell:
    """Join the levels of one column, a text repeated by a merged cell only once; the place is that of the lowest."""
    texts: list[str] = []
    place = cells[0].span
    for cell in cells:
        if cell.text and cell.text not in texts[-1:]:
            texts.append(_kept(cell.text))
            place = cell.span
    return RawCell("/".join(texts), place)


def _kept(text: str) -> str:
    """Return a level with its own slashes outside brackets made full-width, so that they do not part levels."""
    depth, kept = 0, []
    for character in text:
        depth += (character in "(（") - (character in ")）")
        kept.append("／" if character == "/" and depth <= 0 else character)
    return "".join(kept)
