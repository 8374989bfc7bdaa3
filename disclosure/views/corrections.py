"""Corrections as they are told: under the row they are about, the others below the tables; no name that stands nowhere else."""

from __future__ import annotations

from markupsafe import Markup

from disclosure.board.model import Correction
from disclosure.board.model import Filing
from disclosure.reading.table import Role
from disclosure.views import mask
from disclosure.views.model import NoteUnder
from disclosure.views.words import day_words


def rows(filing: Filing) -> tuple[str, ...]:
    """Return the numbers of the rows that corrections stand under, in order, each once; rows of the first table only."""
    numbered = {row.number for table in filing.tables[:1] for row in table.rows if row.number}
    return tuple(dict.fromkeys(entry.row for entry in filing.corrections if entry.row in numbered))


def under(filing: Filing, medium: str) -> dict[str, tuple[NoteUnder, ...]]:
    """Return the notes under each such row."""
    return {row: tuple(NoteUnder(_told(entry, filing, medium), "correction") for entry in filing.corrections if entry.row == row) for row in rows(filing)}


def apart(filing: Filing, medium: str) -> tuple[Markup, ...]:
    """Return the corrections that stand under no row."""
    placed = rows(filing)
    return tuple(_told(entry, filing, medium) for entry in filing.corrections if entry.row not in placed)


def position(entry: Correction, filing: Filing) -> str:
    """Return the row a correction is about as it may be printed: its number, or the words of a total or a fact; else ''."""
    totals = {row.label for table in filing.tables for row in table.rows if row.role is Role.TOTAL}
    known = entry.row.replace("-", "").isdecimal() or entry.row in totals or filing.fact(entry.row) is not None
    return entry.row if known else ""


def column(entry: Correction, filing: Filing) -> str:
    """Return the column a correction is about as it may be printed: one of the filing's, else ''."""
    known = any(table.columns_named(entry.column) for table in filing.tables) or filing.fact(entry.column) is not None
    return entry.column if known else ""


def _told(entry: Correction, filing: Filing, medium: str) -> Markup:
    """Return «更正（11月6日）支出原登 1,260.00，应为 1,206.00；数字抄反。»."""
    old, new = (mask.change(filing, entry.column, text, medium) for text in (entry.old, entry.new))
    day = f"（{day_words(entry.date)}）" if entry.date else ""
    place = position(entry, filing) if entry.row not in rows(filing) else ""
    where = f"第 {place} 号" if place[:1].isdecimal() else place
    parts = [Markup("<b>更正</b>{}{}{}").format(day, where, column(entry, filing))]
    if old:
        parts.append(Markup("原登 <del>{}</del>，").format(old))
    parts.append(Markup("应为 {}").format(new) if new else Markup("已改正"))
    tail = [mask.words(entry.reason), f"{mask.words(entry.approved_by)}批准" if entry.approved_by else ""]
    reason = "，".join(filter(None, tail))
    return Markup("").join(parts) + (f"；{reason}。" if reason else "。")
