"""Categories, laws, profiles and rules as plain records: what ``list --output-format json`` gives."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from disclosure.catalogue.expression import show
from disclosure.catalogue.model import Cadence
from disclosure.catalogue.model import Category
from disclosure.catalogue.model import Citation
from disclosure.catalogue.model import Due
from disclosure.catalogue.model import FactSpec
from disclosure.catalogue.model import Profile
from disclosure.catalogue.model import ProfileRule
from disclosure.catalogue.model import TableSpec
from disclosure.catalogue.reference import cadence_words
from disclosure.catalogue.reference import due_words
from disclosure.reading.table import Column
from disclosure.reading.table import Personal
from disclosure.rules.rule import Rule

_PLAIN = (
    "id", "name", "subject", "purpose", "authority", "owner", "kind", "audience", "depth", "required", "essential", "weight", "nil", "several",
)  # fmt: skip
_LISTS = ("aliases", "level", "media", "also", "stages", "sign", "basis")


def category_record(one: Category, *, columns: bool) -> dict[str, Any]:
    """Return a category; its facts, tables and identities only where ``columns`` are asked for."""
    record = {name: getattr(one, name) for name in _PLAIN} | {name: list(getattr(one, name)) for name in _LISTS}
    record |= {
        "required_when": one.required_when or None,
        "in_force": {"from": _day(one.in_force_from), "to": _day(one.in_force_to)},
        "cadence": _cadence(one.cadence),
        "due": _due(one.due),
        "follows": one.follows or None,
        "objection_days": one.objection_days or None,
        "keep_posted": {"board_days": one.keep_board_days or None, "web": one.keep_web or None},
        "reply_days": dict(one.reply_days),
    }
    if columns:
        record["facts"] = [_fact(fact) for fact in one.facts]
        record["tables"] = [_table(table) for table in one.tables]
        record["identities"] = [show(identity) for identity in one.identities]
    return record


def law_record(one: Citation) -> dict[str, Any]:
    """Return an article."""
    return {
        "id": one.id,
        "law": one.law,
        "edition": one.edition or None,
        "article": one.article,
        "from": _day(one.in_force_from),
        "to": _day(one.in_force_to),
        "duty": one.duty,
        "verified": one.verified,
    }


def profile_record(one: Profile) -> dict[str, Any]:
    """Return a local profile with what each of its rules matches and sets."""
    return {"id": one.id, "name": one.name, "path": one.span.path, "rules": [_profile_rule(rule) for rule in one.rules]}


def rule_record(one: Rule) -> dict[str, Any]:
    """Return a rule."""
    return {
        "code": one.code,
        "slug": one.slug,
        "title": one.title,
        "severity": one.severity,
        "waivable": one.waivable,
        "citations": list(one.basis),
    }


def _profile_rule(one: ProfileRule) -> dict[str, Any]:
    return {
        "match": {key: list(values) for key, values in one.match},
        "cadence": _cadence(one.cadence) if one.cadence else None,
        "due": _due(one.due) if one.due else None,
        "keep_board_days": one.keep_board_days,
        "reply_days": dict(one.reply_days),
        "objection_days": one.objection_days,
        "required": one.required or None,
        "citations": list(one.basis),
    }


def _cadence(one: Cadence) -> dict[str, Any]:
    return {"rhythms": list(one.rhythms), "when": dict(one.when), "every_months": one.every_months or None, "words": cadence_words(one)}


def _due(one: Due) -> dict[str, Any]:
    plain = {"form": one.form, "anchor": one.anchor or None, "count": one.count, "unit": one.unit, "source": one.source}
    return plain | {"note": one.note or None, "stages": {name: _due(due) for name, due in one.stages}, "words": due_words(one)}


def _fact(one: FactSpec) -> dict[str, Any]:
    return {
        "id": one.id,
        "label": one.label,
        "kind": one.kind,
        "unit": one.unit or None,
        "required": one.required,
        "personal": _personal(one.personal),
        "note": one.note or None,
    }


def _table(one: TableSpec) -> dict[str, Any]:
    columns = [_column(column) for column in one.columns]
    return {"id": one.id, "label": one.label, "required": one.required, "note": one.note or None, "columns": columns}


def _column(one: Column) -> dict[str, Any]:
    return {
        "id": one.id,
        "label": one.label,
        "group": list(one.group),
        "kind": one.kind,
        "unit": one.unit or None,
        "of": one.of or None,
        "required": one.required,
        "total": one.total,
        "additive": one.additive,
        "standing": one.standing or None,
        "personal": _personal(one.personal),
        "note": one.note or None,
    }


def _personal(one: Personal | None) -> dict[str, str] | None:
    return asdict(one) if one else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
