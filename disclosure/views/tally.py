"""Small tables of figures on the pages that join the places: part of what a template may use, see views/model.py."""

from __future__ import annotations

from dataclasses import dataclass

Html = str
"""Escaped markup, as in views/model.py."""


@dataclass(frozen=True, slots=True)
class TallyRow:
    """One line of a small table of figures: what it is of, where that leads, its cells.

    ``lacking``: indexes of cells that tell of something missing. ``bar``: percent of a bar in the last cell, '' for none.
    """

    name: str
    path: str
    cells: tuple[str, ...]
    lacking: tuple[int, ...] = ()
    bar: str = ""


@dataclass(frozen=True, slots=True)
class TallyView:
    """A small table of figures under one sentence: completeness by place, its trend, how opinions were answered.

    ``heads``: the first is over the names; a head is in pieces where it may break over a line end. ``badge``: words of
    praise, '' where none are due. ``total``: the line under all.
    """

    anchor: str
    title: str
    lead: Html
    heads: tuple[tuple[str, ...], ...]
    rows: tuple[TallyRow, ...]
    note: Html
    total: TallyRow | None = None
    badge: str = ""
