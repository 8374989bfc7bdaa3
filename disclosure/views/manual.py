"""What a template may use on a reference page: a category, a law, a local profile, or the index of categories."""

from __future__ import annotations

from dataclasses import dataclass

from disclosure.views.model import LawView
from disclosure.views.model import Link


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One fact or column: its label, what goes in, what each medium shows of it, what to mind."""

    label: str
    kind: str
    board: str
    web: str
    note: str = ""
    required: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class CitedLaw:
    """An article with the days it holds from and to in words, and the categories and profiles that rest on it."""

    law: LawView
    force: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Sourced:
    """A line of a reference page: what is asked, and by whom (法定 · 地方规定 · 产品缺省) with the verified mark.

    ``path``: where the label leads; ``links``: further ways behind the text.
    """

    label: str
    text: str
    source: str = ""
    path: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferenceBlock:
    """One section; only what is filled is shown, in this order."""

    name: str
    anchor: str
    note: str = ""
    lines: tuple[Sourced, ...] = ()
    fields: tuple[FieldRow, ...] = ()
    web: bool = True
    items: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    laws: tuple[CitedLaw, ...] = ()
    code: str = ""


@dataclass(frozen=True, slots=True)
class ReferenceView:
    """A reference page (``kind``: category | law | profile | categories); ``mark`` says that it is an outline only."""

    kind: str
    path: str
    title: str
    small: str
    lead: str
    crumbs: tuple[Link, ...]
    blocks: tuple[ReferenceBlock, ...]
    mark: str = ""
    jump: bool = False
