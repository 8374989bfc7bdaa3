"""One finding as a value: no sentence and no severity inside, so it can be counted, waived, translated, compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import date

from disclosure.basis.span import Span


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that takes part in a finding, with a few masked words on what it holds."""

    span: Span
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fix:
    """A text edit that would mend the finding; ``safe`` when it cannot change what was meant."""

    title: str
    span: Span
    replacement: str
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """What a finding is about, in the contract's own words (FORMAT §9); empty where it does not apply."""

    place: str = ""
    category: str = ""
    period: str = ""
    filing_id: str = ""
    row: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: which rule (``slug``), where (``span``), with which already masked arguments.

    The rule's page turns ``arguments`` into a sentence in the reader's language (``str.format`` fields).
    ``cause`` is equal for findings that share one cause. ``excerpt`` is the masked source line, put in by the
    stage that still holds the source. ``issuer`` names the office whose document a 转载 filing repeats;
    ``waived_until`` is the last day on which a waiver excuses the finding (``date.max`` for no end).
    """

    slug: str
    span: Span
    arguments: Mapping[str, object] = field(default_factory=dict)
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    subject: Subject = Subject()
    cause: str = ""
    excerpt: str = ""
    issuer: str = ""
    waived_until: date | None = None
