"""What a name in a formula means: a fact, a column, a cell by its row label, an earlier filing, another category."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace

from disclosure.basis.text import closest
from disclosure.basis.values import Day
from disclosure.board.arithmetic import amount_of
from disclosure.board.arithmetic import edge_of
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.board.standing import replaced
from disclosure.board.tree import addends
from disclosure.board.tree import rows_labelled
from disclosure.catalogue.formula import Name
from disclosure.catalogue.model import Category
from disclosure.reading.panels import beside
from disclosure.reading.table import Cell
from disclosure.reading.table import Role
from disclosure.reading.table import Table

EDGES = {"低": "low", "low": "low", "高": "high", "high": "high"}
TOTALS = frozenset(("合计", "总计", "共计"))
DATES = {
    "公开日期": "published_on",
    "上栏日期": "posted_on",
    "下栏日期": "taken_down_on",
    "发文日期": "issued_on",
    "期间起": "period",
    "期间止": "period",
}
OWN_DATES = frozenset(DATES.values()) - {"period"}


@dataclass(frozen=True, slots=True)
class ColumnOf:
    """A whole column of a table; ``edge``: of its ranges only the 'low' or the 'high' end."""

    table: Table
    index: int
    edge: str = ""


@dataclass(frozen=True, slots=True)
class Stated:
    """One cell, or one in each of the places that were merged."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Silent:
    """A name that is known but says nothing here."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name nobody knows, with the nearest that is known."""

    name: str
    suggestion: str


Target = ColumnOf | Stated | Table | Silent | Unknown
SILENT = Silent()


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a formula is read: in a filing on its shelf, perhaps inside one of its tables.

    ``own`` is True for what the filing itself states; there a name nobody knows is a finding. The category's
    identities are checked when the catalogue is read, so there an unknown name is silent.
    """

    filing: Filing
    shelf: Shelf
    table: Table | None = None
    own: bool = True
    columns: dict[int, dict[str, int]] = field(default_factory=dict)
    facts: dict[str, Cell] = field(default_factory=dict)

    def inside(self, table: Table | None) -> Scope:
        """Return the same scope inside a table of the filing; what was looked up is kept."""
        return Scope(self.filing, self.shelf, table, self.own, self.columns, self.facts)

    def fact(self, name: str) -> Cell | None:
        """Return the cell of a fact by id or label, with or without its unit; None when there is none."""
        if not self.facts:
            for fact in self.filing.facts:
                for known in (fact.id, fact.label, without_unit(fact.label)):
                    self.facts.setdefault(known, fact.cell)
        return self.facts.get(name) or (self.facts.get(without_unit(name)) if name.endswith((")", "）")) else None)

    def column(self, table: Table, name: str) -> int:
        """Return the index of a column by id, label or path, with or without its unit; -1 when there is none."""
        names = self.columns.get(id(table))
        if names is None:
            names = self.columns[id(table)] = _column_names(table)
        found = names.get(name, -1)
        return names.get(without_unit(name), -1) if found < 0 and name.endswith((")", "）")) else found


def _column_names(table: Table) -> dict[str, int]:
    names: dict[str, int] = {}
    for index, column in enumerate(table.columns):
        for name in (column.id, column.label, without_unit(column.label)):
            names.setdefault(name, index)
        if column.group:
            names.setdefault(column.path, index)
            names.setdefault(".".join((*column.group, column.label)), index)
            names.setdefault("/".join((*column.group, without_unit(column.label))), index)
        if column.number:
            names.setdefault(f"#{column.number}", index)
    return names


def without_unit(name: str) -> str:
    """Return a label without a bracket at its end: 金额(元) is 金额."""
    if not name.endswith((")", "）")):
        return name
    start = max(name.rfind("("), name.rfind("（"))
    return name[:start].rstrip() if start > 0 else name


def resolve(name: Name, scope: Scope) -> Target:
    """Return what a name means in a scope."""
    if name.previous:
        return _earlier(name, scope)
    if name.number:
        return _numbered(name.number, scope)
    found = _here(name.parts, scope)
    if found is None and name.parts[-1] in EDGES and len(name.parts) > 1:
        found = _edge(resolve(replace(name, parts=name.parts[:-1]), scope), EDGES[name.parts[-1]])
    if found is None:
        found = _elsewhere(name.parts, scope)
    if found is None or isinstance(found, Unknown):
        return _unknown(name, scope) if scope.own else SILENT
    return found


def _earlier(name: Name, scope: Scope) -> Target:
    """Read a name in the filing before; where places were merged, in the last one of each."""
    cells: list[Cell] = []
    bare = replace(name, previous=False)
    for filing in scope.shelf.earlier(scope.filing):
        target = resolve(bare, Scope(filing, scope.shelf, own=scope.own))
        if isinstance(target, ColumnOf):
            cells += addends(target.table, target.index)
        elif isinstance(target, Stated):
            cells += target.cells
        else:
            return target
    return Stated(tuple(cells)) if cells else SILENT


def _numbered(number: str, scope: Scope) -> Target:
    """Return the column with a printed number (#5) in the table at hand, else in the only table that has it."""
    tables = [scope.table] if scope.table else scope.filing.tables
    found = [ColumnOf(table, index) for table in tables if (index := scope.column(table, f"#{number}")) >= 0]
    return found[0] if len(found) == 1 else Unknown(f"#{number}", "")


def _here(parts: tuple[str, ...], scope: Scope) -> Target | None:
    """Look a name up in the table at hand, then in the filing; None when it is not there."""
    if scope.table is not None:
        found = _in_table(scope.table, parts, scope)
        if found is not None:
            return found
    return _fact(parts, scope) or _table(parts, scope) or _loose_column(parts, scope)


def _in_table(table: Table, parts: tuple[str, ...], scope: Scope) -> Target | None:
    """Look up «栏», «组.栏» or «行.栏» in one table."""
    index = scope.column(table, ".".join(parts))
    if index >= 0:
        return ColumnOf(table, index)
    for cut in range(1, len(parts)):
        index = scope.column(table, ".".join(parts[cut:]))
        if index >= 0:
            return _cell_at(table, ".".join(parts[:cut]), index)
    return None


def _cell_at(table: Table, label: str, index: int) -> Target | None:
    """Return the cell of a row by its label on the column's own side, else on any; a total nobody typed is what its rows come to."""
    if table.sides:
        side, place = beside(table, index)
        own = rows_labelled(side, label)
        if len(own) == 1:
            return Stated((own[0].cells[place],))
    rows = rows_labelled(table, label)
    if len(rows) > 1:
        rows = [row for row in rows if row.role is Role.TOTAL] if label in TOTALS else []
    if len(rows) == 1:
        return Stated((rows[0].cells[index],))
    return Stated(addends(table, index)) if label in TOTALS and not rows else None


def _fact(parts: tuple[str, ...], scope: Scope) -> Target | None:
    name = parts[0] if len(parts) == 1 else ".".join(parts)
    cell = scope.fact(name)
    return Stated((cell,)) if cell is not None else _own_date(name, scope.filing)


def _own_date(name: str, filing: Filing) -> Target | None:
    """Return one of the filing's own days (公开日期, 上栏日期 …) as a cell."""
    attribute = DATES.get(name) or (name if name in OWN_DATES else "")
    if not attribute:
        return None
    if attribute == "period":
        day = filing.period.first if name == "期间起" else filing.period.last
    else:
        day = getattr(filing, attribute)
    span = filing.keys.get(attribute, filing.span)
    return SILENT if day is None else Stated((Cell(Day(day), day.isoformat(), span),))


def _table(parts: tuple[str, ...], scope: Scope) -> Target | None:
    """Look up «表», «表.栏», «表.行.栏»."""
    table = scope.filing.table(parts[0])
    if table is None:
        return None
    return table if len(parts) == 1 else _in_table(table, parts[1:], scope)


def _loose_column(parts: tuple[str, ...], scope: Scope) -> Target | None:
    """Look up a bare column name that only one table of the filing has."""
    found = [ColumnOf(table, i) for table in scope.filing.tables if (i := scope.column(table, ".".join(parts))) >= 0]
    return found[0] if len(found) == 1 else None


def _edge(target: Target, edge: str) -> Target | None:
    """Return the low or high end of a range such as 300元至800元."""
    if isinstance(target, ColumnOf):
        return replace(target, edge=edge)
    if not isinstance(target, Stated) or len(target.cells) != 1:
        return target if isinstance(target, Silent) else None
    cell = edge_of(target.cells[0], edge)
    return Stated((cell,)) if amount_of(cell) else SILENT


def _elsewhere(parts: tuple[str, ...], scope: Scope) -> Target | None:
    """Look a name up in what the category could state but does not here, then in other categories and places."""
    if _described(parts, scope.filing.category, scope.filing):
        return SILENT
    place = next((p for p in scope.shelf.places.values() if parts[0] in (p.name, p.slug, p.path)), None)
    if place is not None and len(parts) > 1:
        return _in_category(parts[1:], scope, place.path)
    return _in_category(parts, scope, scope.filing.place)


def _described(parts: tuple[str, ...], category: Category, filing: Filing) -> bool:
    """Return whether the category has a place for this name, so that it is known though nothing is stated."""
    if len(parts) == 1 and any(without_unit(parts[0]) in (fact.id, fact.label) for fact in category.facts):
        return True
    for table in category.tables:
        if parts[0] in (table.id, table.label) and filing.table(table.id) is None:
            return True
        names = {name for column in table.columns for name in (column.id, column.label, column.path)}
        if without_unit(parts[-1]) in names and (len(parts) == 1 or parts[:-1] == (table.id,) or parts[:-1] == (table.label,)):
            return True
    return False


def _in_category(parts: tuple[str, ...], scope: Scope, place: str) -> Target | None:
    """Look up «类别.名» in the filing of that category for the same period, else in the shortest that contains it."""
    cut = next((cut for cut in range(1, len(parts)) if scope.shelf.catalogue.find(".".join(parts[:cut]))), 0)
    category = scope.shelf.catalogue.find(".".join(parts[:cut]))
    if category is None:
        return None
    filings = covering(scope.shelf, place, category, scope.filing)
    if not filings:
        return SILENT
    targets = [resolve(Name(parts[cut:]), Scope(filing, scope.shelf, own=True)) for filing in filings]
    unknown = next((target for target in targets if isinstance(target, Unknown)), None)
    if unknown is not None or len(targets) == 1:
        return unknown or targets[0]
    cells = [cell for target in targets if isinstance(target, Stated) for cell in target.cells]
    return Stated(tuple(cells)) if all(isinstance(target, Stated) for target in targets) else SILENT


def covering(shelf: Shelf, place: str, category: Category, filing: Filing) -> list[Filing]:
    """Return the filings of a category for the same period as ``filing``, else of the shortest period around it."""
    gone = replaced(shelf.filings)
    around = [
        other
        for other in shelf.filings
        if other.place == place
        and other.category.id == category.id
        and other.id not in gone
        and other.period.contains(filing.period)
    ]
    shortest = min(((other.period.last - other.period.first) for other in around), default=None)
    return [other for other in around if other.period.last - other.period.first == shortest]


def public_labels(table: Table) -> set[str]:
    """Return the row labels that may be printed: none but totals where a column of the table is personal."""
    personal = any(column.personal is not None or column.kind == "person" for column in table.columns)
    sides = [standing.label for side in table.sides for standing in side.standings] if not personal else []
    return {row.label for row in table.rows if row.label and (not personal or row.role is Role.TOTAL)} | set(filter(None, sides))


def _unknown(name: Name, scope: Scope) -> Unknown:
    known = {fact.label for fact in scope.filing.facts} | set(DATES)
    for table in scope.filing.tables:
        known.add(table.label)
        known.update(column.label for column in table.columns)
        known.update(public_labels(table) if len(name.parts) > 1 else ())
    missing = next((part for part in name.parts if part not in known), name.parts[-1])
    return Unknown(".".join(name.parts), closest(missing, sorted(known)))
