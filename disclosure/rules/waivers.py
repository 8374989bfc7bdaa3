"""豁免: which findings a filing excuses, and which of its waivers have no effect."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Subject
from disclosure.basis.span import Span
from disclosure.basis.text import closest
from disclosure.board.model import Brief
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.board.model import Waiver
from disclosure.board.world import TOWNSHIP
from disclosure.rules.registry import LoadedRule
from disclosure.rules.registry import all_rules
from disclosure.rules.severity import matches

SLUG = "waiver-refused"

Excuse = tuple[str, date, int, int]
"""A rule's slug, the last day it is excused, and where the waiver stands: line and column of the filing."""

_MOST = 3
"""So many titles of a family of rules are told."""


def granted(filing: Filing, shelf: Shelf) -> tuple[Excuse, ...]:
    """Return (slug, last day, line, column) of every rule that this filing's waivers really excuse; date.max for no end."""
    return tuple(
        (loaded.rule.slug, waiver.until or date.max, waiver.span.line, waiver.span.column)
        for waiver in filing.waivers
        if not _refusal(waiver, filing, shelf)
        for loaded in _named(waiver)
    )


def refusals(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for every waiver that excuses nothing, saying why."""
    for waiver in filing.waivers:
        refusal = _refusal(waiver, filing, shelf)
        if refusal:
            yield Diagnostic(SLUG, waiver.span, {"rule": waiver.rule, **refusal})


def excused(diagnostic: Diagnostic, waivers: tuple[Excuse, ...]) -> Diagnostic:
    """Return the diagnostic with the last day on which it is excused, where one of the waivers names it."""
    days = [day for slug, day, *_ in waivers if slug == diagnostic.slug]
    return replace(diagnostic, waived_until=max(days)) if days else diagnostic


def idle(briefs: Iterable[Brief], diagnostics: Iterable[Diagnostic], today: date) -> Iterator[Diagnostic]:
    """Yield a finding for every waiver whose day is over, and for every one that excuses nothing there is.

    A waiver that names a family excuses what there is of it: it is idle only when nothing of it stands.
    """
    needed = {(one.subject.filing_id, one.slug) for one in diagnostics if one.waived_until is not None}
    for brief in briefs:
        by_waiver: dict[tuple[int, int], list[Excuse]] = {}
        for excuse in brief.waivers:
            by_waiver.setdefault(excuse[2:], []).append(excuse)
        for (line, column), excuses in by_waiver.items():
            used = [slug for slug, *_ in excuses if (brief.filing_id, slug) in needed]
            until = excuses[0][1]
            span = Span(brief.path, line, column)
            subject = Subject(brief.place, brief.category, brief.period, brief.filing_id)
            if not used:
                yield Diagnostic("waiver-unused", span, {"rule": excuses[0][0]}, subject=subject)
            elif until < today:
                yield Diagnostic("waiver-expired", span, {"rule": used[0], "until": until.isoformat()}, subject=subject)


def _refusal(waiver: Waiver, filing: Filing, shelf: Shelf) -> dict[str, str]:
    """Return why a waiver excuses nothing and what the cure speaks of, empty where it does excuse."""
    rules = _named(waiver)
    if not rules:
        return _unknown(waiver)
    if not all(loaded.rule.waivable for loaded in rules):
        return _barred(waiver, rules)
    if not waiver.reason.strip():
        until = f", 至: {waiver.until.isoformat()}" if waiver.until else ""
        return {"reason": "没有写原因", "complete": f"{{规则: {waiver.rule.strip()}, 原因: （照实写一句）{until}}}"}
    place = shelf.places.get(filing.place)
    if filing.category.essential and (place is None or place.level not in TOWNSHIP):
        return {"reason": "法定必须公开的事项，村里不能自己豁免，由乡镇决定", "essential": filing.category.name}
    return {}


def _unknown(waiver: Waiver) -> dict[str, str]:
    """Return the refusal of a name that no rule bears, with the nearest one."""
    names = [name for loaded in all_rules().values() for name in (loaded.rule.slug, loaded.rule.title, loaded.rule.code)]
    return {"reason": "没有叫这个名字的规则", "unknown": waiver.rule.strip() or "空着", "suggestion": closest(waiver.rule, names)}


def _barred(waiver: Waiver, rules: list[LoadedRule]) -> dict[str, str]:
    """Return the refusal of what can only be put right; a family may hold rules that can be excused one by one."""
    titles = [loaded.rule.title for loaded in rules if not loaded.rule.waivable]
    if len(titles) == len(rules):
        return {"reason": "隐私和算错数的问题不能豁免，只能改正", "barred": "、".join(titles[:_MOST])}
    return {"reason": "这一类里有隐私和算错数的问题，不能豁免，只能改正", "family": waiver.rule.strip()}


def _named(waiver: Waiver) -> list[LoadedRule]:
    return [loaded for loaded in all_rules().values() if matches(waiver.rule, loaded.rule)]
