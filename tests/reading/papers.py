"""Tables as an accountant types them, in the three spellings, and a form in which tables can be compared."""

from __future__ import annotations

import csv
import io
from typing import Any

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.private import Private
from disclosure.reading.mappingrows import grid_of_rows
from disclosure.reading.nodes import Grid
from disclosure.reading.nodes import Node
from disclosure.reading.nodes import Scalar
from disclosure.reading.rowfile import grid_of_csv
from disclosure.reading.shape import shape
from disclosure.reading.sums import SumRelation
from disclosure.reading.sums import sum_relations
from disclosure.reading.table import Table
from disclosure.reading.texttable import grid_of_block
from disclosure.reading.yaml import read_yaml

Read = tuple[Table, list[Diagnostic]]
PATH = "石滩村/表.yaml"


def node_of(source: str, key: str = "表") -> Node:
    """The node behind a key of a YAML source that has nothing wrong with it."""
    document = read_yaml(source.encode(), PATH)
    assert document.root is not None, document.diagnostics
    assert not document.diagnostics, document.diagnostics
    node = document.root.get(key)
    assert node is not None
    return node


def block_source(text: str) -> str:
    """A filing that holds a text table."""
    return "表: |\n" + "".join(f"  {line}\n" if line else "\n" for line in text.strip("\n").split("\n"))


def block_of(text: str) -> Scalar:
    node = node_of(block_source(text))
    assert isinstance(node, Scalar)
    return node


def cells_of(text: str) -> list[list[str]]:
    """The cells of a text table, leading full-width spaces kept."""
    return [[cell.strip(" ") for cell in line.split("|")] for line in text.strip("\n").split("\n")]


def as_rows(text: str) -> str:
    """The same table as mapping rows, every value in quotes; after the first row blank cells are left out."""
    heads, *rows = cells_of(text)
    lines: list[str] = []
    for row in rows:
        pairs = ", ".join(f'"{head}": "{cell}"' for head, cell in zip(heads, row, strict=False) if cell or not lines)
        lines.append(f"  - {{{pairs}}}\n")
    return "表:\n" + "".join(lines)


def as_csv(text: str) -> bytes:
    """The same table as a csv file as Excel writes it."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(cells_of(text))
    return out.getvalue().encode("utf-8-sig")


def shaped(grid: Grid, problems: list[Diagnostic], **asked: Any) -> Read:
    table, more = shape(grid, **{"id": "表", "label": "表", **asked})
    return table, problems + more


def text_table(text: str, **asked: Any) -> Read:
    return shaped(*grid_of_block(block_of(text)), **asked)


def row_table(source: str, **asked: Any) -> Read:
    return shaped(*grid_of_rows(node_of(source), asked.get("columns"), "表"), **asked)


def csv_table(data: bytes, **asked: Any) -> Read:
    return shaped(*grid_of_csv(data, "石滩村/表.csv"), **asked)


def bare(value: Any) -> Any:
    return ("私", value.reveal()) if isinstance(value, Private) else value


def plain(table: Table) -> tuple[Any, ...]:
    """A table without its places."""
    columns = [(c.id, c.path, c.kind, c.unit, c.additive, c.distinct, c.of_which, c.claim, c.personal, c.number) for c in table.columns]
    rows = [
        (row.role, row.level, row.parent, row.number, row.label, [(bare(cell.value), bare(cell.text)) for cell in row.cells]) for row in table.rows
    ]
    return columns, rows


def slugs(problems: list[Diagnostic]) -> list[str]:
    return [problem.slug for problem in problems]


def typed_at(source: str, problem: Diagnostic) -> str:
    """The characters a finding points at."""
    return source[problem.span.start : problem.span.end]


def failing(table: Table) -> list[SumRelation]:
    return [relation for relation in sum_relations(table) if not relation.holds]


def said(table: Table, relation: SumRelation) -> tuple[str, str, str]:
    """Kind, row label (or head) and column of a relation, as words."""
    row = table.rows[relation.row].label if relation.row >= 0 else "表头"
    return relation.kind, row, table.columns[relation.column].path
