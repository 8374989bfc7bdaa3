"""Whether a catalogue is sound in itself: citations that exist, names in formulas that mean something, media not widened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.text import closest
from disclosure.catalogue.expression import names_in
from disclosure.catalogue.fields import Found
from disclosure.catalogue.formula import Name
from disclosure.catalogue.formula import parse_expression
from disclosure.catalogue.model import DEFAULT
from disclosure.catalogue.model import LOCAL
from disclosure.catalogue.model import Catalogue
from disclosure.catalogue.model import Category
from disclosure.catalogue.model import FactSpec
from disclosure.catalogue.model import TableSpec
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import Node
from disclosure.reading.table import Column
from disclosure.reading.table import Personal
from disclosure.reading.table import without_unit

Personally = TypeVar("Personally", Column, FactSpec)

_EDGES = ("低", "高", "low", "high")
_OPENNESS = {"hide": 0, "mask": 1, "show": 2}
FREE_COLUMNS = frozenset(("序号", "备注", "remark", "seq"))
"""Columns that every table has without saying so."""


def unsound(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield what is wrong between the parts of a catalogue: unknown citations, names and lists."""
    yield from _unknown_citations(catalogue)
    for category in catalogue.categories.values():
        yield from _unknown_names(category, catalogue)
        yield from _unknown_lists(category, catalogue)
        yield from _unknown_standing(category)
        yield from _unknown_excluded(category, catalogue)


def _unknown_citations(catalogue: Catalogue) -> Iterator[Diagnostic]:
    cited = [(category.basis, category.span) for category in catalogue.categories.values()]
    cited += [(ids, category.span) for category in catalogue.categories.values() for _, ids in category.sources if not {LOCAL, DEFAULT}.issuperset(ids)]
    cited += [(rule.basis, rule.span) for profile in catalogue.profiles.values() for rule in profile.rules]
    for ids, span in cited:
        for one in ids:
            if one not in catalogue.citations:
                yield Diagnostic(
                    "unknown-citation", span, {"citation": one, "suggestion": closest(one, catalogue.citations)}
                )


def _unknown_lists(category: Category, catalogue: Catalogue) -> Iterator[Diagnostic]:
    for table in category.tables:
        for column in table.columns:
            if column.of and column.of not in catalogue.choices:
                names = "、".join(catalogue.choices)
                yield Diagnostic(
                    "bad-value", column.span or category.span, {"key": "of", "text": column.of, "expected": names}
                )


def _unknown_standing(category: Category) -> Iterator[Diagnostic]:
    """Yield the columns that continue a column their table does not have."""
    for table in category.tables:
        ids = [column.id for column in table.columns]
        for column in table.columns:
            if column.standing not in ("", "yes", *ids):
                expected = f"yes、no 或 {'、'.join(ids)}"
                shown = {"key": "standing", "text": column.standing, "expected": expected}
                yield Diagnostic("bad-value", column.span or category.span, shown)


def _unknown_excluded(category: Category, catalogue: Catalogue) -> Iterator[Diagnostic]:
    for name in category.excludes:
        if catalogue.find(name) is None:
            yield Diagnostic("unknown-category", category.span, {"name": name, "suggestion": closest(name, catalogue.categories), "where": "excludes"})


def _unknown_names(category: Category, catalogue: Catalogue) -> Iterator[Diagnostic]:
    formulas = [(identity.text, names_in(identity)) for identity in category.identities]
    formulas += [(chart.formula, names_in(parse_expression(chart.formula))) for chart in category.charts]
    for text, names in formulas:
        for name in names:
            if not _is_known(name, category, catalogue):
                asked = ".".join(name.parts)
                suggestion = closest(name.parts[-1], _labels(category))
                yield Diagnostic(
                    "unknown-name", category.span, {"formula": text, "name": asked, "suggestion": suggestion}
                )


def _is_known(name: Name, category: Category, catalogue: Catalogue) -> bool:
    """Tell whether a name can mean something: a fact, a table, a column, a cell by its row, or another category's."""
    if name.number:
        return True
    first, last = name.parts[0], name.parts[-1]
    if any(first in (fact.id, fact.label) for fact in category.facts):
        return True
    for table in category.tables:
        if first in (table.id, table.label):
            return len(name.parts) == 1 or last in _EDGES or has_column(table, last)
        if len(name.parts) == 1 and has_column(table, first):
            return True
    return catalogue.find(first) is not None


def _labels(category: Category) -> list[str]:
    tables = [table.label for table in category.tables]
    columns = [column.label for table in category.tables for column in table.columns]
    return [*(fact.label for fact in category.facts), *tables, *columns]


def has_column(table: TableSpec, name: str) -> bool:
    """Tell whether a table has a column of this id, label or path."""
    bare = without_unit(name)
    known = {word for column in table.columns for word in (column.id, column.label, column.path)}
    return bool({name, bare} & (known | FREE_COLUMNS))


def widened(base: Category, local: Category, root: Mapping, found: Found) -> Category:
    """Return a local category that shows no more than the one it extends; where it wanted to, that is a finding."""
    more = [medium for medium in local.media if medium not in base.media]
    if more:
        found.append(_wider(root, "media", "、".join(more)))
    facts_of = {fact.id: fact for fact in base.facts}
    return replace(
        local,
        media=tuple(medium for medium in local.media if medium in base.media),
        facts=tuple(_veiled(fact, facts_of.get(fact.id), root, found) for fact in local.facts),
        tables=tuple(_veiled_table(table, base, root, found) for table in local.tables),
    )


def _veiled_table(table: TableSpec, base: Category, root: Mapping, found: Found) -> TableSpec:
    old = {column.id: column for one in base.tables if one.id == table.id for column in one.columns}
    return replace(table, columns=tuple(_veiled(column, old.get(column.id), root, found) for column in table.columns))


def _veiled(spec: Personally, old: Personally | None, root: Mapping, found: Found) -> Personally:
    """Return a fact or column that shows no more than the old one did, in either medium."""
    if old is None or old.personal is None:
        return spec
    wanted = spec.personal or Personal("show", "show")
    kept = Personal(_less(old.personal.board, wanted.board), _less(old.personal.web, wanted.web))
    if kept != wanted:
        found.append(_wider(root, spec.label, "personal"))
    return replace(spec, personal=kept)


def _less(one: str, other: str) -> str:
    return min(one, other, key=lambda word: _OPENNESS[word])


def _wider(root: Mapping, key: str, text: str) -> Diagnostic:
    node: Node = root.get(key, "媒介", "tables", "表") or root
    return Diagnostic("media-widened", node.span, {"key": key, "text": text})
