"""Keys and values: the facts a category describes, and those a filing adds under 数据."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from typing import NamedTuple

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.period import Period
from disclosure.basis.private import Private
from disclosure.basis.private import strip_secret
from disclosure.basis.values import Absent
from disclosure.board.fields import Entry
from disclosure.board.fields import known_only
from disclosure.board.fields import read_list
from disclosure.board.fields import vocabulary
from disclosure.board.fields import wrong_shape
from disclosure.board.model import Fact
from disclosure.catalogue.model import FactSpec
from disclosure.reading.heads import Draft
from disclosure.reading.heads import Wish
from disclosure.reading.heads import drafts_of
from disclosure.reading.kinds import Trouble
from disclosure.reading.kinds import findings_of
from disclosure.reading.kinds import reader_for
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import RawCell
from disclosure.reading.nodes import Scalar
from disclosure.reading.table import Cell
from disclosure.reading.table import Personal

FACT_KEYS = vocabulary("数据", "值 value, 单位 unit, 另称 others")
SHOWN = Personal("show", "show")
Choices = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What reading facts depends on beside the facts: the filing's period and the catalogue's word lists."""

    within: Period
    choices: Choices
    found: list[Diagnostic]


class Meant(NamedTuple):
    """How a fact's value is to be read; ``strict``: words where a figure is due are a finding."""

    kind: str
    unit: str
    personal: Personal | None
    of: str = ""
    strict: bool = True


def fact_of(spec: FactSpec, entry: Entry, asked: Asked) -> Fact:
    """Return a fact that the category describes."""
    value, unit, others = _parts(entry, asked)
    meant = Meant(spec.kind, unit or spec.unit, spec.personal, spec.of)
    cells = tuple(_cell(one, meant, entry, asked) for one in (value, *others))
    return Fact(spec.id, spec.label, spec.kind, cells[0], entry.key.span, unit or spec.unit, spec.personal, cells[1:])


def free_facts(mapping: Mapping, asked: Asked) -> list[Fact]:
    """Return the facts under 数据: kind and unit are told by the key («补助总额(元)») and by what is typed."""
    entries = [Entry(key, value) for key, value in mapping]
    parts = [_parts(entry, asked) for entry in entries]
    heads = tuple(RawCell(entry.key.text, entry.key.span) for entry in entries)
    body = tuple(tuple(one.text for one in (value, *others) if one.text.strip()) for value, _, others in parts)
    drafts, problems = drafts_of(heads, Wish(table="数据", body=body))
    asked.found.extend([one for one in problems if one.slug not in ("duplicate-column", "head-blank")])
    return [_free(draft, entries[draft.source], parts[draft.source], asked) for draft in drafts]


def _free(draft: Draft, entry: Entry, parts: tuple[Scalar, str, tuple[Scalar, ...]], asked: Asked) -> Fact:
    value, unit, others = parts
    column = draft.column if not unit else replace(draft.column, unit=unit)
    meant = Meant(column.kind, column.unit, column.personal, "", draft.strict)
    cells = tuple(_cell(one, meant, entry, asked) for one in (value, *others))
    name = strip_secret(column.path)
    return Fact(name, name, column.kind, cells[0], entry.key.span, column.unit, column.personal, cells[1:])


def _parts(entry: Entry, asked: Asked) -> tuple[Scalar, str, tuple[Scalar, ...]]:
    """Return a fact's value, its own unit, and further statements of it (另称)."""
    blank = Scalar("", entry.key.span)
    if isinstance(entry.value, Scalar):
        return entry.value, "", ()
    if not isinstance(entry.value, Mapping):
        asked.found.append(wrong_shape(entry, "一个值"))
        return blank, "", ()
    known, found = known_only(entry.value, FACT_KEYS)
    asked.found.extend(found)
    value = known["value"].value if "value" in known else blank
    unit = known["unit"].value if "unit" in known else blank
    others = tuple(one for one in read_list(known.get("others")) if isinstance(one, Scalar))
    return (value if isinstance(value, Scalar) else blank), (unit.text.strip() if isinstance(unit, Scalar) else ""), others


def _cell(scalar: Scalar, meant: Meant, entry: Entry, asked: Asked) -> Cell:
    """Return one statement of a fact; a personal one is sealed."""
    personal = meant.personal is not None and meant.personal != SHOWN
    text = strip_secret(scalar.text) if "私" in scalar.text else scalar.text
    read = reader_for(meant.kind, meant.unit, asked.within, asked.choices.get(meant.of, ()), strict=meant.strict)
    reading = read(text)
    asked.found.extend(findings_of(reading, meant.kind, text, entry.key.text, scalar.span, personal=personal))
    value = reading.value if isinstance(reading, Trouble) else reading
    if not personal or isinstance(value, Absent | Private):
        return Cell(value, text, scalar.span)
    return Cell(Private(value), Private(text), scalar.span)
