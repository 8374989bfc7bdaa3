"""One column's cells to values: a straight loop with each distinct text read once, since there are many cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.period import Day
from disclosure.basis.period import Period
from disclosure.basis.private import Private
from disclosure.basis.span import Span
from disclosure.basis.values import Absent
from disclosure.basis.values import Amount
from disclosure.reading.heads import Draft
from disclosure.reading.kinds import Reader
from disclosure.reading.kinds import Reading
from disclosure.reading.kinds import Trouble
from disclosure.reading.kinds import findings_of
from disclosure.reading.kinds import reader_for
from disclosure.reading.nodes import RawCell
from disclosure.reading.table import Cell
from disclosure.reading.table import Personal
from disclosure.reading.unitsof import takes_row_unit

DITTOS = frozenset({"〃", "同上"})
_SHOWN = Personal("show", "show")
_new = tuple.__new__


@dataclass(frozen=True, slots=True)
class Body:
    """The rows of a table about to be read, and what their cells depend on.

    ``raws`` are the cells by head, ``texts`` their texts, those of «as above» cells taken from above; ``repeating``
    are the heads with such cells. ``leads``: by column of the table, the rows whose role a cell of it tells. ``units``:
    what each row brings; ``side_units``: by column, for those set beside others with labels of their own.
    """

    spans: list[Span]
    raws: list[tuple[RawCell | None, ...]]
    texts: list[list[str]]
    repeating: frozenset[int]
    leads: Mapping[int, frozenset[int]]
    units: list[str] | None
    side_units: Mapping[int, list[str]]
    heads: tuple[RawCell, ...]
    within: Period | None
    choices: Mapping[str, tuple[str, ...]]


class _Memo(dict[str, Reading]):
    """What each distinct text of a column reads as; ``odd`` are those that need a second look."""

    def __init__(self, read: Reader) -> None:
        super().__init__({"": Absent.BLANK})
        self.read = read
        self.odd: set[str] = set()

    def __missing__(self, text: str) -> Reading:
        reading = self[text] = self.read(text)
        kind = reading.__class__  # compared, not asked: there are hundreds of thousands of distinct texts
        if kind is not str and (kind is Trouble or (kind is Amount and reading.terms) or (kind is Day and not reading.exact)):  # type: ignore[union-attr]
            self.odd.add(text)
        return reading


def column_cells(position: int, draft: Draft, body: Body) -> tuple[list[Cell], list[Diagnostic]]:
    """Return the cells of the table's column at ``position``, row by row, and what is wrong with them."""
    if draft.source < 0:
        return [Cell(Absent.BLANK, "", span) for span in body.spans], []
    memo = _Memo(_reader(draft, body, draft.column.unit))
    units = body.side_units.get(position, body.units)
    cells, troubled = _plain_cells(draft, body, memo, units)
    problems: list[Diagnostic] = []
    leads = body.leads.get(position, frozenset())
    for index in troubled:
        found = _handle(index, cells, draft, body, memo, units[index] if units else "")
        problems += found if index not in leads else ()
    problems = _once(problems, "date-month-only")
    column = draft.column
    if column.personal is not None and column.personal != _SHOWN:
        cells = [cell if index in leads else _sealed(cell) for index, cell in enumerate(cells)]
    return cells, problems


def _once(problems: list[Diagnostic], slug: str) -> list[Diagnostic]:
    """Keep only the first of an info that a whole column would repeat."""
    first = next((problem for problem in problems if problem.slug == slug), None)
    return [problem for problem in problems if problem.slug != slug or problem is first]


def _plain_cells(draft: Draft, body: Body, memo: _Memo, units: list[str] | None) -> tuple[list[Cell], list[int]]:
    """Read every cell by its column alone; the rows of cells that need a second look are returned beside."""
    raws, texts = body.raws[draft.source], body.texts[draft.source]
    readings = [memo[text] for text in texts]
    if None in raws:
        spans = [raw.span if raw is not None else span for raw, span in zip(raws, body.spans, strict=True)]
    else:
        spans = [raw.span for raw in raws if raw is not None]
    cells = [_new(Cell, cell) for cell in zip(readings, texts, spans, strict=True)]
    troubled = {index for index, text in enumerate(texts) if text in memo.odd} if memo.odd else set()
    if units and _reached(draft, body, units):
        troubled.update(index for index, unit in enumerate(units) if unit)
    if draft.source in body.repeating:
        troubled.update(index for index, raw in enumerate(raws) if raw is not None and raw.text in DITTOS)
    return cells, sorted(troubled)


def _reader(draft: Draft, body: Body, unit: str) -> Reader:
    column = draft.column
    return reader_for(column.kind, unit, body.within, body.choices.get(column.of, ()), strict=draft.strict)


def _reached(draft: Draft, body: Body, units: list[str]) -> bool:
    """Tell whether any unit that rows bring can reach this column."""
    head = body.heads[draft.source]
    return any(takes_row_unit(draft, head, unit) for unit in set(units) if unit)


def _handle(index: int, cells: list[Cell], draft: Draft, body: Body, memo: _Memo, unit: str) -> list[Diagnostic]:
    """Settle a cell that is more than its text: as above, in the row's unit, or with a finding."""
    cell, column, raw = cells[index], draft.column, body.raws[draft.source][index]
    reading: Reading = memo[str(cell.text)]
    if unit and takes_row_unit(draft, body.heads[draft.source], unit):
        reading = _reader(draft, body, unit)(str(cell.text))
    cells[index] = cell._replace(value=reading.value if isinstance(reading, Trouble) else reading)
    if raw is not None and raw.text in DITTOS:
        cells[index] = cells[index]._replace(text=raw.text)
        above = {"column": column.path, "text": raw.text}
        return [] if index else [Diagnostic("ditto-without-above", cell.span, above)]
    return findings_of(reading, column.kind, str(cell.text), column.path, cell.span, personal=column.personal is not None)


def _sealed(cell: Cell) -> Cell:
    """Return a cell of a personal column with value and text wrapped; blanks need no wrapping."""
    if isinstance(cell.value, Absent):
        return cell
    text, value = str(cell.text), cell.value
    sealed: Private[str] = Private(text)
    return Cell(sealed if value == text or isinstance(value, Private) else Private(value), sealed, cell.span)
