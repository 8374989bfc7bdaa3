"""Text tables: a block whose first line names the columns, cells split by a bar or a tab, to a grid with exact places."""

from __future__ import annotations

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.private import scrub
from disclosure.basis.span import Span
from disclosure.reading.cutting import BLANKS
from disclosure.reading.cutting import Line
from disclosure.reading.cutting import cut_all
from disclosure.reading.cutting import is_rule
from disclosure.reading.cutting import lines_of
from disclosure.reading.cutting import separator_of
from disclosure.reading.headrows import join_heads
from disclosure.reading.headrows import row_range
from disclosure.reading.nodes import Grid
from disclosure.reading.nodes import RawCell
from disclosure.reading.nodes import RawRow
from disclosure.reading.nodes import Scalar
from disclosure.reading.shorthead import too_wide

Read = tuple[Grid, list[Diagnostic]]


def grid_of_block(block: Scalar, head_rows: str = "") -> Read:
    """Return the grid of a `|` block scalar; 表头行 (``head_rows``) counts the block's own lines with content."""
    texts = block.text.split("\n")
    if block.style != "|" or len(block.lines) < len([text for text in texts if text.strip()]):
        return _empty(block.span), [Diagnostic("table-not-block", block.span, {"table": ""})]
    lines = [Line(text, span) for text, span in zip(texts, block.lines, strict=False)]
    return grid_of_lines(lines, block.span, head_rows)


def grid_of_text(text: str, path: str, head_rows: str = "") -> Read:
    """Return the grid of a .txt file that holds a pasted block; ``text`` is decoded, 表头行 counts the file's lines."""
    lines = lines_of(text, path)
    return grid_of_lines(lines, Span(path, 1, 1, 0, len(text)), _within(lines, head_rows))


def _within(lines: list[Line], head_rows: str) -> str:
    """Turn line numbers of a file into numbers among the lines with content."""
    rows = row_range(head_rows) if head_rows else None
    if rows is None:
        return head_rows
    skipped = [_skip(line.text) for line in lines[: rows[1]]]
    first = rows[0] - sum(skipped[: rows[0] - 1])
    return f"{first}-{rows[1] - sum(skipped)}"


def _skip(text: str) -> bool:
    return not text.strip(BLANKS + "\u3000") or is_rule(text)


def _empty(span: Span) -> Grid:
    return Grid((), (), span)


def grid_of_lines(lines: list[Line], span: Span, head_rows: str = "") -> Read:
    """Return the grid of lines whose first one (or those of 表头行) names the columns."""
    filled = [line for line in lines if not _skip(line.text)]
    if not filled:
        return _empty(span), [Diagnostic("table-empty", span, {"table": ""})]
    rows = row_range(head_rows) if head_rows else (1, 1)
    if rows is None or rows[1] > len(filled):
        problem = Diagnostic("bad-row-option", span, {"key": "表头行", "text": scrub(head_rows), "reason": f"应写成 1 或 1-2，表共{len(filled)}行"})
        return _empty(span), [problem]
    separator = separator_of(filled[rows[0] - 1].text)
    framed = _framed(filled[rows[0] - 1].text, separator)
    table = list(cut_all(lines, separator, framed=framed))
    typed = table[rows[0] - 1 : rows[1]]
    head = join_heads([_without_tail(cells) for cells, _ in typed])
    body, problems = _body(table[rows[1] :], head)
    wide = too_wide(table[rows[1] :], max(len(cells) for cells, _ in typed)) if problems else ()
    return Grid(tuple(head), tuple(body), span, wide=wide), problems


def _framed(head: str, separator: str) -> bool:
    """Tell whether the head line begins with a bar, as in Markdown; then every line may."""
    return separator != "\t" and head.strip(BLANKS + "\u3000").startswith(separator)


def _without_tail(cells: list[RawCell]) -> list[RawCell]:
    while len(cells) > 1 and not cells[-1].text:
        cells = cells[:-1]
    return cells


def _body(table: list[tuple[list[RawCell], Span]], head: list[RawCell]) -> tuple[list[RawRow], list[Diagnostic]]:
    """Return the rows at the head's width; cells left out at the end are blank, cells too many a finding."""
    width = len(head)
    rows, problems = [], []
    for found, span in table:
        cells, extra = found[:width], [cell for cell in found[width:] if cell.text]
        if extra:
            problems.append(_too_wide(head, width + len(extra), extra[0]))
        missing: tuple[None, ...] = (None,) * (width - len(cells))
        if any(cell.text for cell in cells):
            rows.append(RawRow((*cells, *missing), span))
    return rows, problems


def _too_wide(head: list[RawCell], found: int, cell: RawCell) -> Diagnostic:
    names = "、".join(column.text for column in head)
    return Diagnostic("row-width", cell.span, {"expected": len(head), "found": found, "columns": names, "extra": scrub(cell.text)})

