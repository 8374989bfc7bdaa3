"""The one place where personal data is masked: what each medium may show of a cell, a fact, a name, a sentence.

Nothing else on this floor calls ``reveal``. Above this floor nothing personal exists any more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from disclosure.basis.names import is_person
from disclosure.basis.private import DOTS
from disclosure.basis.private import Private
from disclosure.basis.private import mask_person
from disclosure.basis.private import scrub
from disclosure.basis.private import strip_secret
from disclosure.basis.values import Day
from disclosure.basis.values import Value
from disclosure.board.model import Filing
from disclosure.reading.table import Cell
from disclosure.reading.table import Personal

MARKED = "私"
WEB = "web"
BOARD = "board"

_DEFAULTS = {
    "person": Personal(board="show", web="mask"),
    "phone": Personal(board="hide", web="hide"),
    "id_card": Personal(board="hide", web="hide"),
    "bank_card": Personal(board="hide", web="hide"),
}
_DOOR = re.compile(r"[0-9０-９一二三四五六七八九十百-]+(?:号|幢|栋|单元|室|弄).*$")
_STRICT = {"show": 0, "mask": 1, "hide": 2}


def policy(kind: str, personal: Personal | None, medium: str) -> str:
    """Return ``show``, ``mask`` or ``hide``: what ``medium`` may show of a column or fact of this kind.

    A card number is never shown anywhere, whatever a category says.
    """
    rule = personal or _DEFAULTS.get(kind)
    if rule is None:
        return "show"
    wanted = rule.web if medium == WEB else rule.board
    if kind in ("id_card", "bank_card") and wanted == "show":
        return "mask"
    return wanted


def stricter(one: str, other: str) -> str:
    """Return the policy of the two that shows less."""
    return one if _STRICT[one] >= _STRICT[other] else other


def text(cell: Cell, kind: str, how: str) -> str:
    """Return the characters of a cell that may be shown under policy ``how`` («show» or «mask»)."""
    typed = cell.text
    if isinstance(typed, Private):
        typed = typed.reveal()
        return strip_secret(typed) if how == "show" else _masked(typed, cell.value, kind)
    return strip_secret(typed) if how == "show" else _masked(typed, cell.value, kind)


def texts(cells: Iterable[Cell], kind: str, how: str) -> list[str]:
    """Return :func:`text` of every cell of one column, quickly where nothing in it is personal."""
    return [
        typed if how == "show" and type(typed := cell.text) is str and MARKED not in typed else text(cell, kind, how) for cell in cells
    ]


def _masked(typed: str, value: object, kind: str) -> str:
    if not typed.strip():
        return ""
    if kind == "person":
        return mask_person(typed)
    if kind in ("phone", "id_card", "bank_card"):
        masked = scrub(typed)
        return masked if masked != typed else DOTS
    if kind == "place":
        return _DOOR.sub("", strip_secret(typed)) or DOTS
    if kind == "date":
        day = value.reveal() if isinstance(value, Private) else value
        return f"{day.date.year}年" if isinstance(day, Day) else DOTS
    return DOTS


def value(cell: Cell) -> Value | None:
    """Return a cell's value when it is not personal, else None."""
    return None if isinstance(cell.value, Private) else cell.value


def words(typed: str) -> str:
    """Return free text fit to leave: what stands in 【私:…】 is gone in every medium."""
    return strip_secret(typed)


def told(typed: str) -> str:
    """Return free text of a filing that is held back, fit to name it by: numbers of persons masked as well."""
    return scrub(strip_secret(typed))


def change(filing: Filing, column: str, typed: str, medium: str) -> str:
    """Return the old or new text of a correction, masked as the column it speaks of; '' when that is hidden.

    A name under a column that nobody knows is masked as the filing's names are.
    """
    found = [(table.columns[at], table.span) for table in filing.tables for at in table.columns_named(column)]
    specs = [(one.kind, one.personal, one.span or span) for one, span in found]
    fact = filing.fact(column)
    if fact is not None and not specs:
        specs = [(fact.kind, fact.personal, fact.key_span)]
    if not specs and is_person(typed):
        specs = [("person", column.personal, table.span) for table in filing.tables for column in table.columns if column.kind == "person"]
    if not specs:
        return scrub(strip_secret(typed))
    kind, personal, span = min(specs, key=lambda one: -_STRICT[policy(one[0], one[1], medium)])
    how = policy(kind, personal, medium)
    return "" if how == "hide" else text(Cell(typed, typed, span), kind, how)


def withheld(filing: Filing, medium: str) -> bool:
    """Tell whether a medium may show only counts and totals of this filing."""
    return medium == WEB and (filing.secret or WEB not in filing.category.media or filing.category.audience == "party")
