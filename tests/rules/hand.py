"""Records made by hand for rules that need no reading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from disclosure.basis.period import parse_period
from disclosure.basis.span import Span
from disclosure.board.model import Filing
from disclosure.board.model import Place
from disclosure.board.model import Settings
from disclosure.board.model import Shelf
from disclosure.board.model import Source
from disclosure.catalogue.model import Catalogue
from disclosure.catalogue.model import Category
from disclosure.catalogue.model import Citation
from disclosure.reading.table import Cell
from disclosure.reading.table import Column
from disclosure.reading.table import Row
from disclosure.reading.table import Table

PATH = "石桥村/三月.yaml"
CATEGORY = Category("other.notice", "其他公示", "decision", "目录里没有的事。", Span("c.yaml"))
LAW = Citation("某法/1", "某法", "第一条", None, None, "应当公开", "text", Span("laws.yaml"))


def filing(text: str = "类别: 其他公示\n", *, path: str = PATH, **fields: Any) -> Filing:
    """A filing of 石桥村 for 2026-03 with this source text."""
    period = parse_period("2026-03")
    assert period is not None
    given = {
        "place": "shiqiao",
        "category": CATEGORY,
        "period": period,
        "span": Span(path),
        "source": Source(path, text),
    }
    return Filing(**{**given, **fields})


def place(path: str = "shiqiao", **fields: Any) -> Place:
    """A village, 石桥村 unless told otherwise."""
    folder = fields.pop("folder", "石桥村")
    given = {"slug": path.rpartition("/")[2], "name": "石桥村", "level": "village", "folder": folder}
    return Place(path=path, span=Span(f"{folder}/place.yaml"), **{**given, **fields})


def shelf(*filings: Filing, places: Sequence[Place] = (), categories: Sequence[Category] = (CATEGORY,)) -> Shelf:
    """A shelf with these filings, the place 石桥村 and a catalogue of one category."""
    catalogue = Catalogue({one.id: one for one in categories}, {LAW.id: LAW}, {})
    return Shelf({one.path: one for one in places or (place(),)}, Settings(), catalogue, filings)


def table(columns: Sequence[Column], *rows: Sequence[Cell], source: str = "", **fields: Any) -> Table:
    """A table of item rows; each row reaches from its first cell to its last."""
    spans = [cells[0].span._replace(end=cells[-1].span.end) for cells in rows]
    made = tuple(
        Row(tuple(cells), span, number=str(at)) for at, (cells, span) in enumerate(zip(rows, spans, strict=True), 1)
    )
    return Table("list", "明细", tuple(columns), made, Span(source or PATH), source=source, **fields)


def span_of(text: str, part: str, path: str = PATH) -> Span:
    """Where ``part`` first stands in ``text``."""
    start = text.index(part)
    line = text.count("\n", 0, start) + 1
    return Span(path, line, start - text.rfind("\n", 0, start), start, start + len(part))
