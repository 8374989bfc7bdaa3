"""One document to one filing: reserved keys, what its category describes, what it adds; opens nothing."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping as Files
from dataclasses import dataclass
from dataclasses import field
from typing import NamedTuple

from disclosure.basis.accounts import is_account_label
from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.names import is_person
from disclosure.basis.span import Span
from disclosure.basis.span import whole_file
from disclosure.basis.text import closest
from disclosure.board.facts import Asked
from disclosure.board.facts import fact_of
from disclosure.board.facts import free_facts
from disclosure.board.fields import Entry
from disclosure.board.fields import missing_key
from disclosure.board.fields import read_text
from disclosure.board.fields import sort_out
from disclosure.board.fields import unknown_key
from disclosure.board.fields import wrong_shape
from disclosure.board.model import Correction
from disclosure.board.model import Fact
from disclosure.board.model import Filing
from disclosure.board.model import Place
from disclosure.board.model import Source
from disclosure.board.prose import read_body
from disclosure.board.prose import secrets_in
from disclosure.board.reserved import RESERVED
from disclosure.board.reserved import Found
from disclosure.board.reserved import Known
from disclosure.board.reserved import read_attachments
from disclosure.board.reserved import read_corrections
from disclosure.board.reserved import read_dates
from disclosure.board.reserved import read_nil
from disclosure.board.reserved import read_notes
from disclosure.board.reserved import read_period
from disclosure.board.reserved import read_plain_texts
from disclosure.board.reserved import read_reposted
from disclosure.board.reserved import read_signatures
from disclosure.board.reserved import read_waivers
from disclosure.board.reserved import read_window
from disclosure.board.tablesof import PRIVATE_FOLDER
from disclosure.board.tablesof import Desk
from disclosure.board.tablesof import described_table
from disclosure.board.tablesof import free_tables
from disclosure.board.tablesof import read_checks
from disclosure.catalogue.effective import at_level
from disclosure.catalogue.model import Catalogue
from disclosure.catalogue.model import Category
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import Scalar
from disclosure.reading.table import Role
from disclosure.reading.table import Table
from disclosure.reading.yaml import Document


class Read(NamedTuple):
    """What a document gives: the filing (None when it does not say what it is), findings, the source for excerpts."""

    filing: Filing | None
    diagnostics: list[Diagnostic]
    source: Source


@dataclass(frozen=True, slots=True)
class Content:
    """What a filing holds besides its reserved keys."""

    facts: list[Fact] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)


def read_filing(document: Document, path: str, place: Place, catalogue: Catalogue, rowfiles: Files[str, bytes]) -> Read:
    """Return the filing that a document at ``path`` (relative to content/) holds.

    ``rowfiles`` gives the bytes of row files by their path; nothing is opened here.
    """
    found = list(document.diagnostics)
    secrets, unclosed = secrets_in(document.text, path)
    found += unclosed
    source = Source(path, document.text, secrets, sealed=document.root is None)
    if document.root is None:
        return Read(None, found, source)
    known, others, more = sort_out(document.root, RESERVED)
    found += more
    category, period = read_category(known, catalogue, path, found), read_period(known, "period", found)
    if period is None and not _stated(known, "period"):
        found.append(missing_key("期间", "公开件", whole_file(path)))
    if category is None or period is None:
        return Read(None, found, source)
    category = at_level(category, place.level)
    folder = posixpath.dirname(path)
    unit = read_text(known.get("unit"), [])
    desk = Desk(folder, rowfiles, catalogue, period, unit, "私" in document.text, found)
    content = _content(known, others, category, desk)
    filing = _filing(document, known, category, place, content, desk)
    return Read(filing, found, filing.source)


def _stated(known: Known, key: str) -> bool:
    return key in known and not (isinstance(known[key].value, Scalar) and read_text(known[key], []) == "")


def read_category(known: Known, catalogue: Catalogue, path: str, found: Found) -> Category | None:
    """Return the category a filing names, None (and a finding) when it names none that is known."""
    entry = known.get("category")
    name = read_text(entry, found)
    if entry is None or not name:
        found.append(missing_key("类别", "公开件", whole_file(path)))
        return None
    category = catalogue.find(name)
    if category is None:
        names = [word for each in catalogue.categories.values() for word in (each.name, each.id, *each.aliases)]
        suggestion = catalogue.find(closest(name, names))
        shown = {"name": name, "suggestion": suggestion.name if suggestion else "", "where": "公开件"}
        found.append(Diagnostic("unknown-category", entry.value.span, shown))
    return category


def _content(known: Known, others: list[Entry], category: Category, desk: Desk) -> Content:
    """Return facts and tables: the category's at top level, the filing's own under 数据 and 表."""
    content = Content()
    asked = Asked(desk.within, desk.catalogue.choices, desk.found)
    extra = _mapping(known.get("extra_columns"), "栏名: 种类", desk.found)
    facts = {name: spec for spec in category.facts for name in (spec.id, spec.label)}
    tables = {name: spec for spec in category.tables for name in (spec.id, spec.label)}
    for entry in others:
        name = entry.key.text
        if name in tables and (name not in facts or not isinstance(entry.value, Scalar) or entry.value.style == "|"):
            table = described_table(tables[name], entry, extra, desk)
            content.tables.extend([table] if table else [])
        elif name in facts:
            content.facts.append(fact_of(facts[name], entry, asked))
        else:
            desk.found.append(unknown_key(entry.key, [*RESERVED.ids, *facts, *tables], "公开件"))
    data = _mapping(known.get("facts"), "键: 值", desk.found)
    if data is not None:
        content.facts.extend(free_facts(data, asked))
    if "tables" in known:
        content.tables.extend(free_tables(known["tables"], desk))
    desk.checks.extend(read_checks(known.get("checks"), "", desk.found))
    return content


def _mapping(entry: Entry | None, expected: str, found: Found) -> Mapping | None:
    if entry is None or (isinstance(entry.value, Scalar) and not entry.value.text.strip()):
        return None
    if not isinstance(entry.value, Mapping):
        found.append(wrong_shape(entry, expected))
        return None
    return entry.value


def _filing(document: Document, known: Known, category: Category, place: Place, content: Content, desk: Desk) -> Filing:
    found = desk.found
    nil, stage = read_nil(known.get("nil"), found), read_text(known.get("stage"), [])
    found += _of_nil(nil, known, category, content.tables)
    found += _of_stage(stage, known, category)
    body_scalar = _body(document, known)
    body, prose, more = read_body(body_scalar)
    found += more
    assert document.root is not None  # noqa: S101 read_filing has looked
    path = document.root.span.path
    secret = "web" not in category.media or _in_private_folder(path, content.tables)
    corrections = read_corrections(known.get("corrections"), found)
    return Filing(
        **read_plain_texts(known, found),
        **read_dates(known, found),
        place=place.path,
        category=category,
        period=desk.within,
        span=whole_file(path),
        source=Source(path, document.text, (*_secrets(document, path, content), *_told_in(corrections, content)), sealed=secret or _is_unplaced(found)),
        covers=read_period(known, "covers", found),
        window=read_window(known.get("window"), found),
        signatures=read_signatures(known.get("signatures"), found),
        notes=read_notes(known.get("notes"), found),
        body=body,
        body_span=body_scalar.span if body_scalar is not None and body else None,
        prose=prose,
        attachments=read_attachments(known.get("attachments"), found),
        nil=nil,
        corrections=corrections,
        reposted=read_reposted(known.get("reposted"), found),
        waivers=read_waivers(known.get("waivers"), found),
        facts=tuple(content.facts),
        tables=tuple(content.tables),
        checks=tuple(desk.checks),
        keys=_keys(document.root, known),
        secret=secret,
    )


def _is_unplaced(found: Found) -> bool:
    """Return whether rows were left out since nobody knows which cell is of which column, the personal ones too."""
    return any(one.slug == "head-short" and one.arguments["unplaced"] for one in found)


def _in_private_folder(path: str, tables: list[Table]) -> bool:
    """Return whether the filing, or a row file it takes rows from, lies where nothing may leave the house."""
    return any(PRIVATE_FOLDER in one.split("/") for one in (path, *(table.source for table in tables)))


def _body(document: Document, known: Known) -> Scalar | None:
    """Return the Markdown body: below the header of an .md file, else 正文."""
    entry = known.get("body")
    if document.body is not None and document.body.text.strip():
        return document.body
    return entry.value if entry is not None and isinstance(entry.value, Scalar) else None


def _keys(root: Mapping, known: Known) -> dict[str, Span]:
    """Return where each top-level key stands, by the word typed and (reserved ones) by its ASCII id."""
    keys = {key.text: key.span for key, _ in root}
    keys.update((name, entry.key.span) for name, entry in known.items())
    return keys


def _secrets(document: Document, path: str, content: Content) -> tuple[Span, ...]:
    """Return the places whose characters must be masked in excerpts: secret marks and personal cells.

    A cell of a column that the filing leaves out has its row's place, and hides nothing.
    """
    spans = list(secrets_in(document.text, path)[0])
    hidden = [fact for fact in content.facts if fact.personal or is_account_label(fact.label)]
    spans += [cell.span for fact in hidden for cell in (fact.cell, *fact.others)]
    for table in content.tables:
        personal = [i for i, column in enumerate(table.columns) if column.personal is not None or is_account_label(column.label)]
        rows = () if table.source else table.rows
        spans += [span for row in rows for index in personal if (span := row.cells[index].span) != row.span]
    return tuple(span for span in spans if span.end > span.start)


def _told_in(corrections: tuple[Correction, ...], content: Content) -> tuple[Span, ...]:
    """Return the entries of 更正 that may repeat what is personal: all but those of columns and facts known to be open."""
    open_facts = {name for fact in content.facts if not fact.personal and not is_account_label(fact.label) for name in (fact.id, fact.label)}

    def is_open(name: str) -> bool:
        meant = [table.columns[at] for table in content.tables for at in table.columns_named(name)]
        return name in open_facts if not meant else all(one.personal is None and not is_account_label(one.label) for one in meant)

    def tells_nobody(entry: Correction) -> bool:
        return is_open(entry.column) and bool(entry.row) and not is_person(entry.old) and not is_person(entry.new)

    return tuple(entry.span for entry in corrections if not tells_nobody(entry))


def _of_nil(nil: str, known: Known, category: Category, tables: list[Table]) -> Found:
    """Find rows in a filing that says nothing happened, and nil filings of a category that has none."""
    if not nil:
        return []
    span = known["nil"].key.span
    found = [Diagnostic("nil-not-allowed", span, {"category": category.name})] if category.nil == "no" else []
    for table in tables:
        rows = sum(1 for row in table.rows if row.role is Role.ITEM)
        if rows:
            found.append(Diagnostic("nil-with-rows", span, {"table": table.label or table.id, "rows": rows}))
    return found


def _of_stage(stage: str, known: Known, category: Category) -> Found:
    if not stage or not category.stages or stage in category.stages:
        return []
    return [Diagnostic("unknown-stage", known["stage"].value.span, {"stage": stage, "known": "、".join(category.stages)})]
