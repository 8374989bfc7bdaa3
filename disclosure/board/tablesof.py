"""Tables of a filing: those its category describes, those under 表, and the row files they name."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Mapping as Files
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.period import Period
from disclosure.basis.private import Private
from disclosure.basis.private import scrub_path
from disclosure.basis.private import strip_secret
from disclosure.basis.span import Span
from disclosure.basis.text import closest
from disclosure.basis.text import normalise_label
from disclosure.board.fields import Entry
from disclosure.board.fields import is_yes
from disclosure.board.fields import known_only
from disclosure.board.fields import read_list
from disclosure.board.fields import read_text
from disclosure.board.fields import read_texts
from disclosure.board.fields import text_of
from disclosure.board.fields import vocabulary
from disclosure.board.fields import wrong_shape
from disclosure.board.legend import legend_checks
from disclosure.board.model import Check
from disclosure.board.prose import read_formula
from disclosure.catalogue.model import Catalogue
from disclosure.catalogue.model import TableSpec
from disclosure.reading.mappingrows import grid_of_rows
from disclosure.reading.nodes import Grid
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import Node
from disclosure.reading.nodes import Scalar
from disclosure.reading.nodes import Sequence
from disclosure.reading.rowfile import SUFFIXES
from disclosure.reading.rowfile import grid_of_file
from disclosure.reading.shape import shape
from disclosure.reading.sheet import Options
from disclosure.reading.shorthead import with_head
from disclosure.reading.table import Cell
from disclosure.reading.table import Column
from disclosure.reading.table import Layout
from disclosure.reading.table import Table
from disclosure.reading.texttable import grid_of_block

TABLE_KEYS = vocabulary(
    "表",
    "名 name, 行 rows, 栏 columns, 栏+ extra_columns, 单位 unit, 小计 subtotal, 摘录 excerpt, 版式 layout, 校验 checks, 栏号 numbers,"
    "文件 file, 工作表 sheet, 表头行 head_rows, 合计行 total_row, 栏名 renames",
)
FILE_KEYS = vocabulary("明细文件", "文件 file, 工作表 sheet, 表头行 head_rows, 合计行 total_row, 栏名 renames")
LAYOUT_KEYS = vocabulary("版式", "转置 transposed, 并排 panels")
PRIVATE_FOLDER = "不公开"


@dataclass(frozen=True, slots=True)
class Desk:
    """What reading tables depends on: where the filing lies, what row files hold, what the catalogue lists.

    ``marked``: 【私:…】 may stand in the filing. ``found`` and ``checks`` gather what reading finds on the way.
    """

    folder: str
    rowfiles: Files[str, bytes]
    catalogue: Catalogue
    within: Period
    unit: str
    marked: bool = False
    found: list[Diagnostic] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)


def resolve_path(folder: str, name: str) -> str:
    """Return a file's path relative to content/ from the name a filing gives it; '' when it leads out of content/."""
    name = unicodedata.normalize("NFC", name.strip().replace("\\", "/"))
    path = posixpath.normpath(posixpath.join(folder, name))
    return "" if path.startswith(("../", "/")) or path in ("..", ".") or ":" in name else path


def described_table(spec: TableSpec, entry: Entry, extra: Mapping | None, desk: Desk) -> Table | None:
    """Return a table that the category describes; None when nothing stands behind its key."""
    known: dict[str, Entry] = {}
    if isinstance(entry.value, Mapping):
        known, found = known_only(entry.value, TABLE_KEYS)
        desk.found.extend(found)
    rows = known.get("rows", None if known and "file" not in known else entry)
    return _table(spec.id, spec.label, spec.columns, rows, known, extra, desk)


def free_tables(entry: Entry, desk: Desk) -> list[Table]:
    """Return the tables under 表: a list of tables, one table, or tables by their names."""
    items = read_list(entry)
    if len(items) == 1 and isinstance(items[0], Mapping) and _by_name(items[0]):
        pairs = [(key.text, Entry(key, value)) for key, value in items[0]]
        tables = [_named_table(name, one, desk) for name, one in pairs]
    else:
        single = len(items) == 1
        tables = [_listed_table(Entry(entry.key, item), "表" if single else f"表{n}", desk) for n, item in enumerate(items, 1)]
    return [table for table in tables if table is not None]


def _by_name(mapping: Mapping) -> bool:
    """Return whether the keys of a mapping are names of tables, none of a table's own keys."""
    return not any(key.text in TABLE_KEYS.ids for key, _ in mapping)


def _named_table(name: str, entry: Entry, desk: Desk) -> Table | None:
    if isinstance(entry.value, Mapping):
        return _listed_table(entry, name, desk, name)
    return _table(name, name, None, entry, {}, None, desk)


def _listed_table(entry: Entry, fallback: str, desk: Desk, label: str = "") -> Table | None:
    if not isinstance(entry.value, Mapping):
        desk.found.append(wrong_shape(entry, "名、行 等键"))
        return None
    known, found = known_only(entry.value, TABLE_KEYS)
    desk.found.extend(found)
    label = read_text(known.get("name"), desk.found) or label
    rows = known.get("rows") or (Entry(entry.key, entry.value) if "file" in known else None)
    return _table(label or fallback, label, None, rows, known, None, desk)


def _table(
    table_id: str, label: str, columns: tuple[Column, ...] | None, rows: Entry | None, known: dict[str, Entry], extra: Mapping | None, desk: Desk
) -> Table | None:
    """Return a table with its rows read from one of the three spellings."""
    if rows is None or _is_blank(rows.value):
        return None
    name = label or table_id
    grid, source, found = _grid(rows, columns, name, known, desk)
    grid, found = with_head(grid, found, columns, name)
    desk.found.extend([replace(one, arguments={**one.arguments, "table": name}) if one.arguments.get("table") == "" else one for one in found])
    if not grid.heads:
        return None
    table, more = shape(
        grid,
        id=table_id,
        label=label,
        columns=columns,
        corrections=_mapping(known.get("columns"), desk),
        extra=_mapping(known.get("extra_columns"), desk) or _extra_for(extra, table_id, label, grid, columns),
        numbers=_sequence(known.get("numbers"), desk),
        unit=read_text(known.get("unit"), desk.found) or desk.unit,
        within=desk.within,
        layout=_layout(known.get("layout"), desk),
        excerpt=is_yes(read_text(known.get("excerpt"), desk.found)),
        source=source,
        choices=desk.catalogue.choices,
    )
    desk.found.extend(more)
    _take_checks(known.get("checks"), table_id, desk)
    desk.checks.extend(legend_checks(table))
    table = _with_subtotal(table, known.get("subtotal"), desk)
    return _without_secrets(table) if desk.marked or source else table


def _is_blank(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text.strip()


def _grid(
    rows: Entry, columns: tuple[Column, ...] | None, name: str, known: dict[str, Entry], desk: Desk
) -> tuple[Grid, str, list[Diagnostic]]:
    """Return the rows as a grid, the row file they came from ('' for none), and what is wrong with them."""
    node = rows.value
    if isinstance(node, Sequence):
        grid, found = grid_of_rows(node, columns, name)
        return grid, "", found
    if isinstance(node, Mapping):
        options, more = known_only(node, TABLE_KEYS if node.get("文件", "file") is not None and known else FILE_KEYS)
        return _file(options.get("file"), options, node.span, desk, more if not known or "rows" in known else [])
    if isinstance(node, Scalar) and node.style != "|" and node.text.strip().lower().endswith(SUFFIXES):
        return _file(rows, known, node.span, desk, [])
    head_rows = text_of(known["head_rows"].value) if "head_rows" in known else ""
    grid, found = grid_of_block(node, head_rows)
    return grid, "", found


def _file(
    entry: Entry | None, options: dict[str, Entry], span: Span, desk: Desk, found: list[Diagnostic]
) -> tuple[Grid, str, list[Diagnostic]]:
    """Return the grid of a row file named in the filing; the file's bytes are handed in, nothing is opened here."""
    name = text_of(entry.value) if entry is not None else ""
    path = resolve_path(desk.folder, name)
    span = entry.value.span if entry is not None else span
    if PRIVATE_FOLDER in path.split("/") and PRIVATE_FOLDER not in desk.folder.split("/"):
        found = [*found, Diagnostic("row-file-private", span, {"name": scrub_path(name)})]
    if path not in desk.rowfiles:
        suggestion = closest(posixpath.basename(path), [posixpath.basename(one) for one in desk.rowfiles])
        missing = Diagnostic("row-file-missing", span, {"name": scrub_path(name), "suggestion": scrub_path(suggestion)})
        return Grid((), (), span), "", [*found, missing]
    grid, more = grid_of_file(desk.rowfiles[path], path, _options(options))
    return grid, path, [*found, *more]


def _options(known: dict[str, Entry]) -> Options:
    renames = known["renames"].value if "renames" in known else None
    pairs = {key.text: text_of(value) for key, value in renames} if isinstance(renames, Mapping) else {}
    texts = {name: text_of(known[name].value) if name in known else "" for name in ("sheet", "head_rows", "total_row")}
    return Options(texts["sheet"], texts["head_rows"], texts["total_row"], pairs)


def _mapping(entry: Entry | None, desk: Desk) -> Mapping | None:
    if entry is None or _is_blank(entry.value):
        return None
    if not isinstance(entry.value, Mapping):
        desk.found.append(wrong_shape(entry, "栏名: 种类"))
        return None
    return entry.value


def _sequence(entry: Entry | None, desk: Desk) -> Sequence | None:
    if entry is None or _is_blank(entry.value):
        return None
    if not isinstance(entry.value, Sequence):
        desk.found.append(wrong_shape(entry, "一个列表，如 [无, 1, 2, 3]"))
        return None
    return entry.value


def _extra_for(extra: Mapping | None, table_id: str, label: str, grid: Grid, columns: tuple[Column, ...] | None) -> Mapping | None:
    """Return the 栏+ of a filing that belong to this table: named for it, else those its head names."""
    if extra is None or columns is None:
        return None
    own = extra.get(table_id, label)
    if isinstance(own, Mapping):
        return own
    heads = {normalise_label(head.text.split("(")[0].split("（")[0]) for head in grid.heads}
    chosen = tuple((key, value) for key, value in extra if normalise_label(key.text) in heads and not isinstance(value, Mapping))
    return Mapping(chosen, extra.span, extra.flow) if chosen else None


def _layout(entry: Entry | None, desk: Desk) -> Layout:
    """Return 版式: {转置: 是} or {并排: [收入, 支出]}."""
    if entry is None or _is_blank(entry.value):
        return Layout()
    if not isinstance(entry.value, Mapping):
        desk.found.append(wrong_shape(entry, "转置: 是，或 并排: [收入, 支出]"))
        return Layout()
    known, found = known_only(entry.value, LAYOUT_KEYS)
    desk.found.extend(found)
    return Layout(is_yes(read_text(known.get("transposed"), desk.found)), read_texts(known.get("panels"), desk.found))


def _with_subtotal(table: Table, entry: Entry | None, desk: Desk) -> Table:
    name = read_text(entry, desk.found)
    if entry is None or not name:
        return table
    index = table.column(name)
    if index < 0:
        labels = [column.label for column in table.columns]
        shown = {"column": name, "table": table.label or table.id, "suggestion": closest(name, labels)}
        desk.found.append(Diagnostic("unknown-column", entry.value.span, shown))
        return table
    return replace(table, subtotal=table.columns[index].label)


def _take_checks(entry: Entry | None, table_id: str, desk: Desk) -> None:
    desk.checks.extend(read_checks(entry, table_id, desk.found))


def read_checks(entry: Entry | None, table_id: str, found: list[Diagnostic]) -> list[Check]:
    """Return 校验: a list of relations, or one; a block holds one in each line."""
    checks: list[Check] = []
    for item in read_list(entry):
        if not isinstance(item, Scalar):
            found.append(wrong_shape(Entry(entry.key, item), "校验式，如 合计 = 收入 + 支出") if entry else _shapeless(item))
            continue
        for text, span in _formulas(item):
            identity = read_formula(text, span, found)
            if identity is not None:
                checks.append(Check(identity, span, table_id))
    return checks


def _shapeless(item: Node) -> Diagnostic:
    return Diagnostic("wrong-shape", item.span, {"key": "校验", "expected": "校验式"})


def _formulas(item: Scalar) -> list[tuple[str, Span]]:
    if item.style != "|":
        span = item.span._replace(column=item.span.column + 1, start=item.span.start + 1) if item.style in ("'", '"') else item.span
        return [(item.text, span)] if item.text.strip() else []
    return [(text, span) for text, span in zip(item.text.split("\n"), item.lines, strict=False) if text.strip()]


def _without_secrets(table: Table) -> Table:
    """Return the table with every 【私:…】 in its heads and cells replaced: the original stays in the source only."""
    if any("【" in column.path for column in table.columns):
        table = replace(table, columns=tuple(map(_clean_head, table.columns)))
    if not any("【" in str(cell.text) for row in table.rows for cell in row.cells if type(cell.text) is str):
        return table
    rows = tuple(replace(row, cells=tuple(_clean(cell) for cell in row.cells), label=strip_secret(row.label)) for row in table.rows)
    sides = tuple(side._replace(standings=tuple(one._replace(label=strip_secret(one.label)) for one in side.standings)) for side in table.sides)
    return replace(table, rows=rows, sides=sides)


def _clean_head(column: Column) -> Column:
    group = tuple(map(strip_secret, column.group))
    return replace(column, id=strip_secret(column.id), label=strip_secret(column.label), group=group)


def _clean(cell: Cell) -> Cell:
    if isinstance(cell.text, Private) or "【" not in cell.text:
        return cell
    value = strip_secret(cell.value) if isinstance(cell.value, str) else cell.value
    return cell._replace(text=strip_secret(cell.text), value=value)
