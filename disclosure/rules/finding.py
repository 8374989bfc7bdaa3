"""A diagnostic made ready to show: code, severity, sentence and law beside the place, nothing personal in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from string import Formatter

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.exposure import find_personal
from disclosure.basis.period import parse_period
from disclosure.basis.private import scrub
from disclosure.basis.private import strip_secret
from disclosure.board.model import Settings
from disclosure.catalogue.model import Catalogue
from disclosure.catalogue.model import Citation
from disclosure.rules.registry import LoadedRule
from disclosure.rules.registry import rule_of
from disclosure.rules.severity import severity_of

_MARKS = {"part": "只见到部分原文", "second_hand": "转引，未见原文", "memory": "凭记忆，未见原文"}
_PART = re.compile("⟦(.*?)⟧", re.DOTALL)
_POSTING = ("DUE", "SIG", "PRV", "REC", "PRT", "PLC")
UNKNOWN = "…"
"""What stands in a sentence where an argument is missing."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another place that takes part in a finding, as FORMAT §9 names it."""

    path: str
    line: int
    column: int
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding with the fields of FORMAT §9, and beside them ``excerpt`` and ``why`` for people.

    ``path`` is relative to content/; empty strings stand for what does not apply. ``why`` holds one ready
    sentence per law in force; ``excerpt`` the masked source line and a line with the caret.
    """

    code: str
    slug: str
    severity: str
    title: str
    message: str
    path: str
    line: int
    column: int
    cell: str = ""
    related: tuple[Elsewhere, ...] = ()
    cause: str = ""
    place: str = ""
    category: str = ""
    period: str = ""
    filing_id: str = ""
    row: str = ""
    citations: tuple[str, ...] = ()
    help: str = ""
    excerpt: str = ""
    why: tuple[str, ...] = ()


class _Arguments(dict[str, object]):
    """Arguments of a sentence; one that the emitter forgot prints as an ellipsis, never as a traceback."""

    def __missing__(self, key: str) -> str:
        return UNKNOWN


def finding(diagnostic: Diagnostic, catalogue: Catalogue, settings: Settings | None = None) -> Finding:
    """Return the finding to show for a complete diagnostic; ``settings`` brings the site's policy on severity."""
    loaded = rule_of(diagnostic.slug)
    subject = diagnostic.subject
    laws = citations_of(diagnostic, loaded, catalogue)
    return Finding(
        code=loaded.rule.code,
        slug=diagnostic.slug,
        severity=severity_of(diagnostic, loaded.rule, settings.policy if settings else {}),
        title=loaded.rule.title,
        message=_message(diagnostic, loaded, catalogue),
        path=_told(diagnostic.span.path),
        line=max(diagnostic.span.line, 1),
        column=max(diagnostic.span.column, 1),
        cell=_told(diagnostic.span.cell),
        related=tuple(_elsewhere(diagnostic)),
        cause=_told(diagnostic.cause),
        place=_told(subject.place),
        category=subject.category,
        period=subject.period,
        filing_id=_told(subject.filing_id),
        row=subject.row,
        citations=tuple(law.id for law in laws),
        help=_told(sentence(loaded.rule.help, {"category": subject.category, **diagnostic.arguments})),
        excerpt=diagnostic.excerpt,
        why=tuple(why(law) for law in laws),
    )


def _told(text: str) -> str:
    """Return words of a finding fit for any terminal, log and mail: what 【私:…】 marks and numbers of persons masked."""
    return scrub(_SUM.sub(_without_person, strip_secret(text)))


_SUM = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){2,}")


def _without_person(sum_: re.Match[str]) -> str:
    """Return a printed sum, masked where its digits are a person's number that was typed in the place of a sum."""
    return "●●●" if find_personal(sum_[0].replace(",", "")) else sum_[0]


def sentence(template: str, arguments: Mapping[str, object]) -> str:
    """Return the template filled with the arguments; a part in ⟦…⟧ is left out when an argument in it is empty.

    A template that cannot be filled is returned as it stands.
    """
    known = _Arguments(arguments)
    try:
        return _PART.sub(lambda part: _optional(part[1], known), template).format_map(known)
    except (ValueError, IndexError, AttributeError, KeyError):
        return template


def _optional(part: str, arguments: Mapping[str, object]) -> str:
    names = [name for _, name, _, _ in Formatter().parse(part) if name]
    return part if all(arguments.get(name, "") not in ("", (), None) for name in names) else ""


def why(law: Citation) -> str:
    """Return «《法名》条:要求(…)» with how well its text was verified where that is not from the text."""
    mark = _MARKS.get(law.verified, "")
    return f"{law.label}：{law.duty}" + (f"（{mark}）" if mark else "")


def citations_of(diagnostic: Diagnostic, loaded: LoadedRule, catalogue: Catalogue) -> tuple[Citation, ...]:
    """Return the laws in force behind a finding: the argument ``basis``, the rule's own, else the category's.

    The day that counts is the argument ``on`` (the day of posting, for how something is posted), else the end of
    the period.
    """
    given = diagnostic.arguments.get("basis")
    names = tuple(given) if isinstance(given, tuple) else loaded.rule.basis
    category = catalogue.categories.get(diagnostic.subject.category)
    if not names and loaded.lawful and category is not None:
        names = category.basis
    day = _day_of(diagnostic)
    known = (catalogue.citations[name] for name in names if name in catalogue.citations)
    return tuple(law for law in known if day is None or _in_force(law, day))


def place_words(diagnostic: Diagnostic, catalogue: Catalogue) -> str:
    """Return where in the village's words: «2026年3月财务收支明细第17号，支出», '' outside a filing."""
    subject = diagnostic.subject
    category = catalogue.categories.get(subject.category)
    if not subject.filing_id or category is None:
        return ""
    period = parse_period(subject.period)
    words = f"{period.words() if period else subject.period}{category.name}"
    words += f"第{subject.row}号" if subject.row else ""
    column = diagnostic.arguments.get("column", "")
    return f"{words}，{column}" if column else words


def _message(diagnostic: Diagnostic, loaded: LoadedRule, catalogue: Catalogue) -> str:
    where = place_words(diagnostic, catalogue)
    said = sentence(loaded.rule.message, diagnostic.arguments)
    if diagnostic.issuer:
        said += f"（转载自{diagnostic.issuer}）" if is_of_posting(loaded.rule.code) else f"（转载自{diagnostic.issuer}，请向其反映）"
    return _told(f"「{where}」{said}" if where else said)


def is_of_posting(code: str) -> bool:
    """Tell whether a finding is about how a document was posted, which is the place's own to mend also where it reposts."""
    return code.startswith(_POSTING)


def _elsewhere(diagnostic: Diagnostic) -> list[Elsewhere]:
    return [
        Elsewhere(_told(other.span.path), max(other.span.line, 1), max(other.span.column, 1), _told(other.note))
        for other in diagnostic.related
    ]


def _day_of(diagnostic: Diagnostic) -> date | None:
    on = diagnostic.arguments.get("on")
    if isinstance(on, date):
        return on
    if isinstance(on, str) and len(on) == 10:
        return date.fromisoformat(on)
    period = parse_period(diagnostic.subject.period) if diagnostic.subject.period else None
    return period.last if period else None


def _in_force(law: Citation, day: date) -> bool:
    started = law.in_force_from is None or law.in_force_from <= day
    return started and (law.in_force_to is None or day <= law.in_force_to)
