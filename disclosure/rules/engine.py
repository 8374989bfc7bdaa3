"""Runs every rule over a shelf or the board and makes its findings complete: subject, waivers, issuer, excerpt, order."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.basis.private import DOTS
from disclosure.basis.span import Span
from disclosure.board.model import Board
from disclosure.board.model import Brief
from disclosure.board.model import Filing
from disclosure.board.model import Place
from disclosure.board.model import Settings
from disclosure.board.model import Shelf
from disclosure.board.model import Source
from disclosure.catalogue.model import Catalogue
from disclosure.rules.excerpt import Veil
from disclosure.rules.excerpt import excerpt
from disclosure.rules.excerpt import veil
from disclosure.rules.exposure import HOLDING
from disclosure.rules.exposure import exposed_in_text
from disclosure.rules.exposure import holds
from disclosure.rules.finding import Finding
from disclosure.rules.finding import finding
from disclosure.rules.places import reposted_from
from disclosure.rules.registry import LoadedRule
from disclosure.rules.registry import all_rules
from disclosure.rules.registry import rule_of
from disclosure.rules.severity import wanted
from disclosure.rules.subject import Atlas
from disclosure.rules.waivers import excused
from disclosure.rules.waivers import granted
from disclosure.rules.waivers import idle
from disclosure.rules.waivers import refusals

__all__ = [
    "Finding",
    "LoadedRule",
    "all_rules",
    "check_board",
    "check_shelf",
    "check_survey",
    "finding",
    "findings",
    "held",
    "standing",
]


def check_shelf(
    shelf: Shelf, diagnostics: Iterable[Diagnostic], sources: Mapping[str, Source] | None = None
) -> tuple[Diagnostic, ...]:
    """Return every finding of a shelf, complete and in order: what reading found and what the rules find.

    Only the shelf's own filings are checked; those of merged places are there to be looked up.
    ``sources`` are the texts of files that gave no filing (they did not parse, or are place.yaml and site.yaml): the
    privacy guard reads them too, and excerpts come from them. Nothing here depends on today: a waiver's last day
    stays in the finding (see :func:`standing`).
    """
    more = sources or {}
    atlas = Atlas(shelf)
    found = [*diagnostics, *_by_rules(shelf)]
    found += [one for source in more.values() if not atlas.filing_at(source.path) for one in exposed_in_text(source)]
    placed = [_complete(atlas.placed(one), atlas, shelf) for one in found]
    return in_order(_with_excerpts(with_doubts_folded(one_per_cause(placed)), atlas, shelf.catalogue, more))


def check_survey(
    diagnostics: Iterable[Diagnostic],
    places: Mapping[str, Place],
    settings: Settings,
    catalogue: Catalogue,
    sources: Mapping[str, Source],
) -> tuple[Diagnostic, ...]:
    """Return what is wrong with site.yaml, the place.yaml files and stray files, complete and in order.

    Their texts (``sources``) go through the privacy guard like those of filings.
    """
    return check_shelf(Shelf(dict(places), settings, catalogue, ()), diagnostics, sources)


def check_board(board: Board) -> tuple[Diagnostic, ...]:
    """Return what only shows when places, calendar and today come together: missing, late."""
    briefs = {brief.filing_id: brief for brief in board.briefs}
    found: list[Diagnostic] = []
    for loaded in all_rules().values():
        if loaded.check_board is not None:
            found.extend(_as_its_filing_says(one, briefs) for one in loaded.check_board(board))
    found.extend(idle(board.briefs, (*board.diagnostics, *found), board.today))
    return in_order(found)


def standing(diagnostics: Iterable[Diagnostic], today: date) -> tuple[Diagnostic, ...]:
    """Return the diagnostics that no waiver excuses today."""
    return tuple(one for one in diagnostics if one.waived_until is None or one.waived_until < today)


def findings(
    diagnostics: Iterable[Diagnostic],
    board: Board,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> tuple[Finding, ...]:
    """Return what to show of all diagnostics on the board's day: excused ones and those not asked for left out."""
    chosen, left_out = tuple(select), tuple(ignore)
    asked = [one for one in standing(diagnostics, board.today) if wanted(one.slug, chosen, left_out)]
    return tuple(finding(one, board.catalogue, board.settings) for one in in_order(asked))


def held(diagnostics: Iterable[Diagnostic]) -> frozenset[str]:
    """Return the ids of filings that must not leave the house: a number of a person stands in them."""
    return frozenset(one.subject.filing_id for one in diagnostics if holds(one) and one.subject.filing_id)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return diagnostics by path, line, column and code, each once."""
    unique = {(one.slug, one.span, one.subject.filing_id, str(sorted(one.arguments.items(), key=str))): one for one in diagnostics}
    return tuple(sorted(unique.values(), key=_order))


def one_per_cause(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return diagnostics with the consequences of one cause gathered in one finding: the one where the cause stands.

    The others become its related places: mending the cause mends them all.
    """
    alone: list[Diagnostic] = []
    caused: dict[str, list[Diagnostic]] = {}
    for one in diagnostics:
        if one.cause:
            caused.setdefault(one.cause, []).append(one)
        else:
            alone.append(one)
    for cause, found in caused.items():
        first = min(found, key=lambda one: (not cause.startswith(one.span.path + ":"), *_order(one)))
        related = dict.fromkeys(first.related)
        for other in found:
            if other is not first:
                related[Related(other.span, rule_of(other.slug).rule.title)] = None
                related.update(dict.fromkeys(other.related))
        alone.append(replace(first, related=tuple(place for place in related if place.span != first.span)))
    return alone


_DOUBTS = ("LND", "SUB", "DEC", "XLV")
"""Families that compare what is filed with other things filed: a figure that does not even add up explains them."""

_DOUBTFUL = frozenset(("bank-unconfirmed", "rate-off", "vague-summary"))
"""Rules of other families that do so too."""


def with_doubts_folded(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return diagnostics with every doubt about a figure gathered in the wrong sum the figure stands in."""
    found = list(diagnostics)
    sums = [one for one in found if rule_of(one.slug).rule.code.startswith("FIN") and not _is_doubt(one)]
    first: dict[Span, int] = {}
    for at, one in enumerate(sums):
        for span in _places(one):
            first.setdefault(span, at)
    kept: list[Diagnostic] = []
    more: dict[int, list[Related]] = {}
    for one in found:
        explained = [first[span] for span in _places(one) if span in first] if _is_doubt(one) else []
        if explained:
            more.setdefault(id(sums[min(explained)]), []).append(Related(one.span, rule_of(one.slug).rule.title))
        else:
            kept.append(one)
    return [replace(one, related=(*one.related, *more.get(id(one), ()))) for one in kept]


def _is_doubt(one: Diagnostic) -> bool:
    return one.slug in _DOUBTFUL or rule_of(one.slug).rule.code.startswith(_DOUBTS)


def _places(one: Diagnostic) -> Iterator[Span]:
    yield one.span
    for place in one.related:
        yield place.span


def _order(one: Diagnostic) -> tuple[str, int, int, str, str]:
    return one.span.path, one.span.line, one.span.column, rule_of(one.slug).rule.code, one.slug


def _by_rules(shelf: Shelf) -> Iterator[Diagnostic]:
    checks = [loaded.check_filing for loaded in all_rules().values() if loaded.check_filing is not None]
    for filing in shelf.own:
        for check in checks:
            yield from check(filing, shelf)
        yield from refusals(filing, shelf)
    for loaded in all_rules().values():
        if loaded.check_shelf is not None:
            yield from loaded.check_shelf(shelf)


def _complete(one: Diagnostic, atlas: Atlas, shelf: Shelf) -> Diagnostic:
    """Add what the filing says of its own findings: whom it is from, what it excuses."""
    filing = atlas.filing_at(one.span.path)
    if filing is None:
        return one
    if filing.waivers and rule_of(one.slug).rule.waivable:
        one = excused(one, granted(filing, shelf))
    if filing.secret:
        one = _unnamed(_covered(one) if one.subject.row else one, shelf.catalogue)
        one = replace(one, related=tuple(replace(other, note="") for other in one.related))
    return replace(one, issuer=reposted_from(filing)) if filing.reposted else one


def _covered(one: Diagnostic) -> Diagnostic:
    """Return a finding in a row of what is for the board only, without what stands in its cells."""
    told = {name: DOTS if name in _VALUES and value else value for name, value in one.arguments.items()}
    return replace(one, arguments=told)


def _unnamed(one: Diagnostic, catalogue: Catalogue) -> Diagnostic:
    """Return a finding at the head of what is for the board only, without what was typed there; known names stay."""
    told = {
        name: DOTS if name in _TYPED and isinstance(value, str) and value and value not in _labels(catalogue) else value
        for name, value in one.arguments.items()
    }
    return replace(one, arguments=told)


def _as_its_filing_says(one: Diagnostic, briefs: Mapping[str, Brief]) -> Diagnostic:
    brief = briefs.get(one.subject.filing_id)
    if brief is None:
        return one
    one = replace(one, issuer=brief.issuer) if brief.issuer else one
    return excused(one, brief.waivers) if brief.waivers else one


def _with_excerpts(
    diagnostics: list[Diagnostic], atlas: Atlas, catalogue: Catalogue, more: Mapping[str, Source]
) -> Iterator[Diagnostic]:
    veils: dict[str, Veil] = {}
    known: frozenset[str] = frozenset()
    guarded: dict[str, list[Span]] = {}
    for one in diagnostics:
        if one.slug in HOLDING:
            guarded.setdefault(one.span.path, []).append(one.span)
    for one in diagnostics:
        path = one.span.path
        filing = atlas.filing_at(path)
        source = _source(filing, path, more)
        if one.excerpt or source is None:
            yield one
            continue
        if path not in veils:
            known = known or _labels(catalogue)
            veils[path] = veil(source, known, guarded.get(path, ()))
        yield replace(one, excerpt=excerpt(veils[path], one.span))


def _source(filing: Filing | None, path: str, more: Mapping[str, Source]) -> Source | None:
    """Return the text an excerpt may come from, sealed for what is for the board only; None for a row file."""
    if filing is None:
        return more.get(path)
    if filing.source.path != path:
        return None
    return replace(filing.source, sealed=True) if filing.secret else filing.source


def _labels(catalogue: Catalogue) -> frozenset[str]:
    """Return the words that may stay readable in a sealed excerpt: names of keys, facts, tables and columns."""
    labels = set(_RESERVED.split())
    for category in catalogue.categories.values():
        labels.update(name for fact in category.facts for name in (fact.id, fact.label))
        for table in category.tables:
            labels.update((table.id, table.label))
            labels.update(name for column in table.columns for name in (column.id, column.label))
    return frozenset(labels)


_VALUES = frozenset(
    ["stated", "derived", "difference", "suspect_value", "text", "value", "rounded", "shown", "stored", "extra", "rent", "median", "before", "wanted", "usual", "sum", "heads", "rate", "hint", "paid", "settled", "more", "contract", "spent", "listed", "let", "whole", "quantity", "price"]
)
"""Arguments that tell what a cell holds."""

_TYPED = frozenset(["text", "value", "key", "name"])
"""Arguments that repeat what somebody typed, be it for a name."""

_RESERVED = (
    "类别 category 期间 period 所属期 covers 标题 title 文号 document_no 事项 matter 批次 batch 阶段 stage 主体 owner 公开日期 published_on "
    "上栏日期 posted_on 下栏日期 taken_down_on 公示期 window 发文日期 issued_on 落款 issuer 签字 signatures 监督电话 hotline 单位 unit 注 notes "
    "正文 body 附件 attachments 本期无 nil 更正 corrections 替代 supersedes 后续 follow_up 转载 reposted 豁免 waivers 数据 facts 表 tables "
    "校验 checks 栏+ extra_columns 序号 备注 合计 总计 共计 其中 行 栏 名"
)
