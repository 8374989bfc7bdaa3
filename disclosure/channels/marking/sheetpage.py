"""One sheet's part: which cell a remark goes to, which style that cell has, and the edits that give it another."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from itertools import chain

from disclosure.channels.marking.markup import Edit
from disclosure.channels.marking.markup import Tag
from disclosure.channels.marking.markup import attributes
from disclosure.channels.marking.markup import filled
from disclosure.channels.marking.markup import tags
from disclosure.channels.marking.markup import with_attribute
from disclosure.reading.ooxml import column_number
from disclosure.reading.sheet import Merge
from disclosure.reading.sheet import column_letters

Spot = tuple[int, int]
"""Row and column of a cell, 1-based."""

_RANGE = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")
_AFTER_DRAWING = {
    "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst", "AlternateContent",
}  # fmt: skip
_YES = ("1", "true")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384


@dataclass(slots=True)
class Row:
    """A row as it stands in the part: its number, its tag, the place before its closing tag, the style of its blanks."""

    number: int
    tag: Tag
    end: int
    style: int | None


@dataclass(slots=True)
class Page:
    """A sheet's part looked through once; ``data`` is the tag around the rows, ``tail`` where a drawing is told."""

    text: str
    rows: dict[int, Row] = field(default_factory=dict)
    data: Tag | None = None
    data_end: int = 0
    tail: int = 0
    drawing: str = ""
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    columns: list[tuple[int, int, int, bool]] = field(default_factory=list)
    _cells: dict[int, dict[int, Tag]] = field(default_factory=dict)

    @property
    def prefix(self) -> str:
        """The prefix all tags of the part bear, «» or «x:»."""
        return self.data.prefix if self.data else ""

    def spot(self, row: int, column: int) -> Spot:
        """Return the cell where a remark on this place can be seen: the merged cell it lies in, none that is hidden."""
        row, column = min(max(row, 1), _LAST_ROW), min(max(column, 1), _LAST_COLUMN)
        row = _seen(row, lambda number: number in self.hidden_rows, _LAST_ROW)
        column = _seen(column, self._is_hidden, _LAST_COLUMN)
        merge = next((one for one in self.merges if one.top <= row <= one.bottom and one.left <= column <= one.right), None)
        return (merge.top, merge.left) if merge else (row, column)

    def style_at(self, spot: Spot) -> int:
        """Return the number of the style that a cell shows: its own, that of its row, that of its column."""
        row = self.rows.get(spot[0])
        tag = self.cells(spot[0]).get(spot[1])
        if tag is not None:
            return _number(attributes(self.text, tag).get("s", "0"))
        if row is not None and row.style is not None:
            return row.style
        return next((style for first, last, style, _ in self.columns if first <= spot[1] <= last), 0)

    def cells(self, number: int) -> dict[int, Tag]:
        """Return the tags of a row's cells by column."""
        if number not in self._cells:
            row = self.rows.get(number)
            self._cells[number] = self._cells_of(row) if row and not row.tag.empty else {}
        return self._cells[number]

    def _cells_of(self, row: Row) -> dict[int, Tag]:
        found: dict[int, Tag] = {}
        column = 0
        for tag in tags(self.text, row.tag.end, row.end, 3):
            if tag.depth == 3 and tag.name == "c" and not tag.closing:
                letters = attributes(self.text, tag).get("r", "").rstrip("0123456789")
                column = column_number(letters) if letters.isascii() and letters.isalpha() else column + 1
                found[column] = tag
        return found

    def _is_hidden(self, column: int) -> bool:
        return any(hidden and first <= column <= last for first, last, _, hidden in self.columns)

    def styled(self, styles: Mapping[Spot, int]) -> list[Edit]:
        """Return the edits that give cells these styles; a cell that is not there yet is put where it belongs."""
        edits: list[Edit] = []
        new_rows: dict[int, str] = {}
        by_row: dict[int, dict[int, int]] = {}
        for (row, column), style in sorted(styles.items()):
            by_row.setdefault(row, {})[column] = style
        for number, wanted in by_row.items():
            if number in self.rows:
                edits += self._styled_row(self.rows[number], wanted)
            else:
                made = "".join(_cell(self.prefix, number, column, style) for column, style in wanted.items())
                new_rows[number] = f'<{self.prefix}row r="{number}">{made}</{self.prefix}row>'
        return edits + self._with_rows(new_rows)

    def _styled_row(self, row: Row, wanted: Mapping[int, int]) -> list[Edit]:
        cells = self.cells(row.number)
        edits = []
        fresh: dict[int, str] = {}
        for column, style in wanted.items():
            tag = cells.get(column)
            if tag is not None:
                edits.append(Edit(tag.start, tag.end, with_attribute(self.text[tag.start : tag.end], "s", str(style))))
                continue
            after = next((cells[other].start for other in sorted(cells) if other > column), row.end)
            fresh[after] = fresh.get(after, "") + _cell(self.prefix, row.number, column, style)
        if fresh and row.tag.empty:
            return [filled(self.text, row.tag, "".join(fresh.values()))]
        return edits + [Edit(at, at, made) for at, made in fresh.items()]

    def _with_rows(self, made: Mapping[int, str]) -> list[Edit]:
        if not made or self.data is None:
            return []
        if self.data.empty:
            return [filled(self.text, self.data, "".join(made.values()))]
        at: dict[int, str] = {}
        for number, text in made.items():
            after = min((row.tag.start for row in self.rows.values() if row.number > number), default=self.data_end)
            at[after] = at.get(after, "") + text
        return [Edit(place, place, text) for place, text in at.items()]

    def with_drawing(self, relation: str, namespace: str) -> list[Edit]:
        """Return the edit that tells the sheet where the boxes of its comments are drawn."""
        element = f'<{self.prefix}legacyDrawing xmlns:r="{namespace}" r:id="{relation}"/>'
        return [Edit(self.tail, self.tail, element)]


def page_of(text: str) -> Page:
    """Return a sheet's part looked through; raises ValueError where it has no rows to write into."""
    page = Page(text)
    number = 0
    for tag in tags(text):
        if tag.depth == 2 and tag.name == "row" and tag.start > (page.data.start if page.data else len(text)):
            number = _take_row(page, tag, number)
        elif tag.depth in (0, 1):
            _take_part(page, tag)
        elif tag.depth == 2 and not tag.closing:
            _take_detail(page, tag)
    if page.data is None:
        raise ValueError("a sheet without rows")
    return page


def _take_row(page: Page, tag: Tag, last: int) -> int:
    if tag.closing:
        page.rows[last].end = tag.start
        return last
    told = attributes(page.text, tag)
    number = _number(told.get("r", "")) or last + 1
    style = _number(told["s"]) if told.get("customFormat") in _YES and "s" in told else None
    page.rows[number] = Row(number, tag, tag.end, style)
    if told.get("hidden") in _YES:
        page.hidden_rows.add(number)
    return number


def _take_part(page: Page, tag: Tag) -> None:
    if tag.name == "sheetData" and tag.depth == 1:
        page.data = page.data if tag.closing else tag
        page.data_end = tag.start if tag.closing else tag.end
    elif tag.name == "legacyDrawing" and not tag.closing:
        told = attributes(page.text, tag)
        page.drawing = next((value for name, value in told.items() if name.endswith(":id")), "")
    if not page.tail and ((tag.depth == 0 and tag.closing) or (tag.depth == 1 and not tag.closing and tag.name in _AFTER_DRAWING)):
        page.tail = tag.start


def _take_detail(page: Page, tag: Tag) -> None:
    told = attributes(page.text, tag) if tag.name in ("mergeCell", "col") else {}
    if tag.name == "mergeCell" and (match := _RANGE.fullmatch(told.get("ref", ""))):
        page.merges.append(Merge(int(match[2]), column_number(match[1]), int(match[4]), column_number(match[3])))
    elif tag.name == "col":
        first, last = _number(told.get("min", "")), _number(told.get("max", ""))
        page.columns.append((first, last, _number(told.get("style", "0")), told.get("hidden") in _YES))


def _seen(number: int, hidden: Callable[[int], bool], last: int) -> int:
    """Return the nearest number at or before this one that can be seen, else the next after it."""
    around = chain(range(number, 0, -1), range(number + 1, last + 1))
    return next((one for one in around if not hidden(one)), number)


def _cell(prefix: str, row: int, column: int, style: int) -> str:
    return f'<{prefix}c r="{column_letters(column)}{row}" s="{style}"/>'


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() else 0
