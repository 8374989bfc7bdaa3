"""A sheet of cells as shown (from csv or a workbook) to a grid: where its head is, what is merged, what stands under it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from typing import NamedTuple

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.private import scrub
from disclosure.basis.span import Span
from disclosure.basis.span import whole_file
from disclosure.basis.text import closest
from disclosure.basis.text import normalise_label
from disclosure.reading.cutting import one_line
from disclosure.reading.headcells import parse_head
from disclosure.reading.headrows import join_heads
from disclosure.reading.headrows import row_range
from disclosure.reading.nodes import Grid
from disclosure.reading.nodes import RawCell
from disclosure.reading.nodes import RawRow

DITTO = "〃"


class Merge(NamedTuple):
    """A merged range, rows and columns 1-based with both ends."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """Cells as shown, by row number and column number (1-based); blank ones are absent."""

    path: str
    rows: Mapping[int, Mapping[int, RawCell]]
    merges: tuple[Merge, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Options:
    """What a filing says about a row file: 工作表, 表头行, 合计行, 栏名."""

    sheet: str = ""
    head_rows: str = ""
    total_row: str = ""
    renames: Mapping[str, str] = field(default_factory=dict)


_FOOT = re.compile(r"(?:制表|填表|编制|填报|审核|复核|审批|单位负责|负责|经办|备注|注|说明|监督|公示|联系|举报|附|主管|会计|出纳|村主任|日期)[^:：]{0,10}[:：]|^注[0-9]?[、.]")
_LINE_ABOVE = re.compile(r"^(?!其中)[^:：]{2,10}[:：]")
_UNIT = re.compile(r"(?:^|[\s(（【]|金额|计量|货币)单位\s*[:：]\s*(?:人民币)?\s*([^\s;；()（）]{1,8})")


def grid_of_sheet(sheet: Sheet, options: Options) -> tuple[Grid, list[Diagnostic]]:
    """Return the grid of a sheet: head rows found or as stated, merged cells as above, lines under the table left out."""
    span = whole_file(sheet.path)
    filled = [number for number in sorted(sheet.rows) if any(cell.text or cell.broken for cell in sheet.rows[number].values())]
    if not filled:
        return Grid((), (), span), [Diagnostic("table-empty", span, {"table": sheet.name})]
    asked, problems = _asked_rows(sheet, options, filled)
    head_rows = asked or _found_head(sheet, filled)
    columns = _columns(sheet, head_rows, filled)
    heads = _heads(sheet, head_rows, columns)
    heads, more = _renamed(heads, options.renames, span)
    total, worse = _total_row(options, head_rows[1], filled, span)
    body, left = _body(sheet, [n for n in filled if n > head_rows[1]], columns, total)
    unit = _unit_above([sheet.rows[n] for n in filled if n < head_rows[0]])
    return Grid(tuple(heads), tuple(body), span, unit), [*problems, *more, *worse, *left]


def _asked_rows(sheet: Sheet, options: Options, filled: list[int]) -> tuple[tuple[int, int] | None, list[Diagnostic]]:
    if not options.head_rows:
        return None, []
    rows = row_range(options.head_rows)
    if rows and any(rows[0] <= number <= rows[1] for number in filled):
        return rows, []
    reason = f"应写成 3 或 3-4，有内容的行是第{filled[0]}至{filled[-1]}行"
    return None, [_bad_option("表头行", options.head_rows, reason, whole_file(sheet.path))]


def _bad_option(key: str, text: str, reason: str, span: Span) -> Diagnostic:
    return Diagnostic("bad-row-option", span, {"key": key, "text": scrub(text), "reason": reason})


def _found_head(sheet: Sheet, filled: list[int]) -> tuple[int, int]:
    """Find the head: the first row whose words cover more than half of the columns; merged cells tell how deep it is."""
    width = max(sum(1 for cell in sheet.rows[number].values() if cell.text) for number in filled)
    for number in filled:
        covered = [_breadth(sheet, number, column) for column, cell in sheet.rows[number].items() if _heading(cell.text)]
        if len(covered) >= min(2, width) and sum(covered) * 2 > width:
            return number, _depth(sheet, number)
    return filled[0], filled[0]


def _heading(text: str) -> bool:
    """Tell whether a cell may be a head: not blank, not «单位:元» or «编制单位:石滩村» above a table."""
    return bool(text) and not _LINE_ABOVE.search(text) and not _UNIT.search(text)


def _breadth(sheet: Sheet, row: int, column: int) -> int:
    return next((m.right - m.left + 1 for m in sheet.merges if (m.top, m.left) == (row, column)), 1)


def _depth(sheet: Sheet, number: int) -> int:
    """Return the last head row: as far as cells merged downwards reach, one more row where cells are merged across."""
    mine = [m for m in sheet.merges if m.top == number]
    down = max((m.bottom for m in mine), default=number)
    across = any(m.right > m.left for m in mine)
    return number + 1 if down == number and across and number + 1 in sheet.rows else down


def _columns(sheet: Sheet, head_rows: tuple[int, int], filled: list[int]) -> list[int]:
    """Return the column numbers of the table: those with a head, and those with content below."""
    wanted = [number for number in filled if number >= head_rows[0]]
    used = {column for number in wanted for column, cell in sheet.rows[number].items() if cell.text or cell.broken}
    across = {c for m in sheet.merges if head_rows[0] <= m.top <= head_rows[1] for c in range(m.left, m.right + 1)}
    return sorted(used | {column for column in across if column <= max(used, default=0)})


def _heads(sheet: Sheet, head_rows: tuple[int, int], columns: list[int]) -> list[RawCell]:
    """Return one head cell per column, levels joined; a merged head stands over all the columns it covers."""
    numbers = [number for number in range(head_rows[0], head_rows[1] + 1) if number in sheet.rows or number == head_rows[0]]
    return join_heads([[_head_cell(sheet, number, column) for column in columns] for number in numbers])


def _head_cell(sheet: Sheet, row: int, column: int) -> RawCell:
    merge = next((m for m in sheet.merges if m.top <= row <= m.bottom and m.left <= column <= m.right), None)
    top = (merge.top, merge.left) if merge else (row, column)
    cell = sheet.rows.get(top[0], {}).get(top[1])
    here = sheet.rows.get(row, {}).get(column)
    place = here.span if here else _place(sheet, row, column)
    return RawCell(one_line(cell.text).strip() if cell else "", place)


def _place(sheet: Sheet, row: int, column: int) -> Span:
    cell = f"{sheet.name}!{column_letters(column)}{row}" if sheet.name else ""
    return Span(sheet.path, row, column, 0, 0, cell)


def column_letters(column: int) -> str:
    """Return the letters of a column number: 3 → C, 28 → AB."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _renamed(heads: list[RawCell], renames: Mapping[str, str], span: Span) -> tuple[list[RawCell], list[Diagnostic]]:
    """Apply 栏名: either side may be the sheet's own head, the other is the name it shall have; its unit stays."""
    problems = []
    for one, other in renames.items():
        for old, new in ((one, other), (other, one)):
            hits = [i for i, head in enumerate(heads) if _is_called(head.text, old)]
            if hits:
                heads[hits[0]] = heads[hits[0]]._replace(text=_with_unit(new, heads[hits[0]].text))
                break
        else:
            names = closest(one, [head.text for head in heads])
            problems.append(Diagnostic("unknown-key", span, {"key": one, "suggestion": names, "where": "栏名"}))
    return heads, problems


def _is_called(head: str, name: str) -> bool:
    wanted = normalise_label(name)
    return wanted in (normalise_label(head), parse_head(head).path, normalise_label(parse_head(head).label))


def _with_unit(name: str, head: str) -> str:
    unit = parse_head(head).unit
    return f"{name}({unit})" if unit and not parse_head(name).unit else name


def _total_row(options: Options, head_end: int, filled: list[int], span: Span) -> tuple[int, list[Diagnostic]]:
    if not options.total_row:
        return 0, []
    rows = row_range(options.total_row)
    if rows and rows[0] == rows[1] and rows[0] in filled and rows[0] > head_end:
        return rows[0], []
    return 0, [_bad_option("合计行", options.total_row, f"应是表头（第{head_end}行）以下有内容的一行", span)]


def _body(sheet: Sheet, numbers: list[int], columns: list[int], total: int) -> tuple[list[RawRow], list[Diagnostic]]:
    """Return the body rows; trailing lines such as 制表人: and 注: are left out and named in an info."""
    numbers, left = _without_foot(sheet, numbers)
    down = _down(sheet)
    rows = []
    for number in numbers:
        cells = tuple(_body_cell(sheet, number, column, down) for column in columns)
        texts = [cell for cell in cells if cell is not None and (cell.broken or cell.text.strip())]
        if texts:
            rows.append(RawRow(cells, _place(sheet, number, 1), (), "total" if number == total else ""))
    return rows, left


def _without_foot(sheet: Sheet, numbers: list[int]) -> tuple[list[int], list[Diagnostic]]:
    kept, left = list(numbers), []
    while kept:
        cells = [cell for cell in sheet.rows[kept[-1]].values() if cell.text.strip()]
        if cells and not _FOOT.search(cells[0].text.replace(" ", "").replace("\u3000", "")):
            break
        if cells:
            left.append(Diagnostic("footer-left-out", cells[0].span, {"text": scrub(one_line(cells[0].text))[:40], "line": kept[-1]}))
        kept.pop()
    return kept, left[::-1]


def _down(sheet: Sheet) -> dict[tuple[int, int], tuple[int, int]]:
    """Return, for each lower cell in the first column of a merged range, the cell it repeats."""
    found = {}
    last = max(sheet.rows)
    for merge in sheet.merges:
        if merge.bottom > merge.top and sheet.rows.get(merge.top, {}).get(merge.left):
            found.update({(row, merge.left): (merge.top, merge.left) for row in range(merge.top + 1, min(merge.bottom, last) + 1)})
    return found


def _body_cell(sheet: Sheet, row: int, column: int, down: dict[tuple[int, int], tuple[int, int]]) -> RawCell | None:
    cell = sheet.rows[row].get(column)
    if (row, column) in down:
        return RawCell(DITTO, _place(sheet, row, column))
    if cell is None or not (cell.text or cell.broken):
        return RawCell("", _place(sheet, row, column))
    return cell._replace(text=one_line(cell.text).rstrip()) if "\n" in cell.text or cell.text[-1:].isspace() else cell


def _unit_above(rows: list[Mapping[int, RawCell]]) -> str:
    """Return what 单位:万元 above the table states, '' when nothing does."""
    for row in reversed(rows):
        for cell in row.values():
            match = _UNIT.search(cell.text)
            if match:
                return match[1].rstrip("、，,")
    return ""
