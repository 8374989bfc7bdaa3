"""Mapping rows: a YAML list of `{栏: 值}` to a grid whose heads are all keys in the order first seen."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.basis.span import Span
from disclosure.reading.columnnames import look_up
from disclosure.reading.columnnames import names_in
from disclosure.reading.headcells import parse_head
from disclosure.reading.nodes import Grid
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import Node
from disclosure.reading.nodes import RawCell
from disclosure.reading.nodes import RawRow
from disclosure.reading.nodes import Scalar
from disclosure.reading.nodes import Sequence
from disclosure.reading.table import Column

_PARTS = {"分项": "part", "parts": "part", "其中": "of_which", "of_which": "of_which"}
_DEEPEST = 4


@dataclass(slots=True)
class _Reader:
    """The keys seen so far (name compared → place among the heads) and the findings."""

    columns: tuple[Column, ...] | None
    table: str
    named: dict[str, Column | None]
    heads: list[RawCell] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)
    spelled: dict[str, int] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)

    def place_of(self, text: str, span: Span) -> int:
        """Return which head a key stands under, making a new head for a new name."""
        place = self.spelled.get(text)
        if place is None:
            place = self.spelled[text] = self._new_place(text, span)
        return place

    def _new_place(self, text: str, span: Span) -> int:
        name, bare = self._names(text)
        place = self.places.get(name, self.places.get(bare) if name == bare or not self._has_unit(bare) else None)
        if place is None:
            place = len(self.heads)
            self.heads.append(RawCell(text, span))
        elif parse_head(text).unit and not parse_head(self.heads[place].text).unit:
            self.heads[place] = RawCell(text, self.heads[place].span)
        self.places[name] = place
        self.places.setdefault(bare, place)
        return place

    def _names(self, text: str) -> tuple[str, str]:
        """Return the name with its unit and the name without; a column of the category is known by its id."""
        column = look_up(text, self.named)
        head = parse_head(text)
        bare = column.id if column is not None else head.path
        return (f"{bare}({head.unit})" if head.unit else bare), bare

    def _has_unit(self, bare: str) -> bool:
        """Tell whether a key of this name was already written with a unit: then another unit is another column."""
        place = self.places.get(bare)
        return place is not None and bool(parse_head(self.heads[place].text).unit)

    def say(self, slug: str, span: Span, **arguments: object) -> None:
        """Note a finding."""
        self.problems.append(Diagnostic(slug, span, arguments))


def grid_of_rows(node: Node, columns: tuple[Column, ...] | None = None, table: str = "") -> tuple[Grid, list[Diagnostic]]:
    """Return the grid of a list of mappings; ``columns`` are the category's, ``table`` its name for messages."""
    reader = _Reader(columns, table, names_in(columns or ()))
    if not isinstance(node, Sequence):
        reader.say("rows-not-list", node.span, table=table)
        return Grid((), (), node.span), reader.problems
    read = [row for item in node.items if (row := _row(item, reader, 0))]
    order = _order(reader)
    rows = tuple(_laid_out(row, order) for row in read)
    return Grid(tuple(reader.heads[place] for place in order), rows, node.span), reader.problems


@dataclass(frozen=True, slots=True)
class _Row:
    """A row while heads are still being collected: cells by place."""

    cells: dict[int, RawCell]
    span: Span
    parts: tuple[tuple[str, _Row], ...]


def _row(item: Node, reader: _Reader, depth: int) -> _Row | None:
    """Read one list item, or note what it is instead of `{栏: 值}`."""
    if isinstance(item, Mapping):
        cells: dict[int, RawCell] = {}
        parts: list[tuple[str, _Row]] = []
        _collect(item, (), cells, parts, reader, depth)
        return _Row(cells, item.span, tuple(parts))
    columns = "、".join(column.label for column in reader.columns or ()) or "、".join(head.text for head in reader.heads)
    if isinstance(item, Sequence):
        reader.say("positional-row", item.span, columns=columns)
    elif item.text:
        reader.say("row-not-mapping", item.span, found="一段文字", columns=columns)
    return None


def _collect(
    item: Mapping, above: tuple[str, ...], cells: dict[int, RawCell], parts: list[tuple[str, _Row]], reader: _Reader, depth: int
) -> None:
    """Read the entries of a mapping into cells by place; nested mappings are heading levels, 分项 and 其中 lists are parts."""
    for key, node in item:
        kind = _PARTS.get(key.text)
        if kind and not above and isinstance(node, Sequence):
            _add_parts(kind, node, parts, reader, depth)
        elif kind == "part" and not above and isinstance(node, Mapping):
            _add_parts(kind, Sequence((node,), node.span), parts, reader, depth)
        elif isinstance(node, Mapping) and len(above) < _DEEPEST:
            _collect(node, (*above, key.text), cells, parts, reader, depth)
        elif kind and not above and isinstance(node, Scalar) and not node.text:
            continue
        else:
            _add_cell("/".join((*above, key.text)) if above else key.text, key, node, cells, reader)


def _add_parts(kind: str, node: Sequence, parts: list[tuple[str, _Row]], reader: _Reader, depth: int) -> None:
    if depth >= _DEEPEST:
        reader.say("cell-not-text", node.span, key="分项")
        return
    for item in node.items:
        row = _row(item, reader, depth + 1)
        if row:
            parts.append((kind, row))


def _add_cell(name: str, key: Scalar, node: Node, cells: dict[int, RawCell], reader: _Reader) -> None:
    place = reader.place_of(name, key.span)
    if place in cells:
        related = (Related(cells[place].span),)
        where = f"表「{reader.table}」的一行" if reader.table else "表的一行"
        arguments = {"name": name, "key": name, "where": where, "first_line": cells[place].span.line}
        reader.problems.append(Diagnostic("duplicate-key", key.span, arguments, related))
        return
    text = _text_of(node)
    if text is None:
        reader.say("cell-not-text", node.span, key=name)
    else:
        cells[place] = RawCell(text, node.span)


def _text_of(node: Node) -> str | None:
    """Return a cell's text; a list of plain texts (附议人: [甲, 乙]) is written with 、 between."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence) and all(isinstance(item, Scalar) for item in node.items):
        return "、".join(item.text for item in node.items if isinstance(item, Scalar))
    return None


def _order(reader: _Reader) -> list[int]:
    """Return the places of the heads in the category's order, others as first seen with their heading's columns together."""
    if not reader.columns:
        first: dict[str, int] = {}
        groups = [parse_head(head.text).group for head in reader.heads]
        leads = [first.setdefault(group[0], place) if group else place for place, group in enumerate(groups)]
        return sorted(range(len(groups)), key=lambda place: (leads[place], place))
    rank = {column.id: index for index, column in enumerate(reader.columns)}

    def key(place: int) -> tuple[int, int]:
        column = look_up(reader.heads[place].text, reader.named)
        return (rank[column.id] if column else len(rank), place)

    return sorted(range(len(reader.heads)), key=key)


def _laid_out(row: _Row, order: list[int]) -> RawRow:
    parts = tuple((kind, _laid_out(part, order)) for kind, part in row.parts)
    return RawRow(tuple(row.cells.get(place) for place in order), row.span, parts)


