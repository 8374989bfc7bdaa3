"""Categories, their columns and duties, laws and local profiles: the records the catalogue's YAML is read into."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from datetime import date

from disclosure.basis.span import Span
from disclosure.catalogue.formula import Identity
from disclosure.catalogue.version import version_of
from disclosure.reading.table import Column
from disclosure.reading.table import Personal

SUBJECTS = ("finance", "subsidy", "land", "decision", "people", "project", "aid", "party", "township", "feedback")


@dataclass(frozen=True, slots=True)
class FactSpec:
    """A fact (key and value) that a category describes."""

    id: str
    label: str
    kind: str = "text"
    unit: str = ""
    required: bool = False
    personal: Personal | None = None
    note: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A table that a category describes."""

    id: str
    label: str
    columns: tuple[Column, ...]
    required: bool = True
    note: str = ""


PERIOD_EDGES = ("period_end", "period_start")


@dataclass(frozen=True, slots=True)
class Due:
    """When something must be out, in one of the forms of FORMAT §7.

    ``form``: 'after' (``anchor`` + ``count`` days/workdays; anchor 'period_end', 'period_start' or a fact/date label), 'day'
    (day ``count`` of ``anchor`` in this_month|next_month|previous_month|next_quarter), 'date' (MM-DD in
    ``anchor``), 'before' (``count`` days before ``anchor``; never moved later), 'same_day', 'none'.
    ``source``: 'law', 'local' or 'default' (no law says it, the product does). ``stages`` holds the own due of a
    stage, or of one rhythm of a category that has several. ``fallback`` holds where the anchor's day is not known.
    ``note``: how the law's words were understood where they can be read two ways («含15日», «原文是及时»).
    ``own_year``: a 'date' that lies in the period's own year, as a plan's does; otherwise it is the first after its end.
    ``basis``: what a local day rests on.
    """

    form: str = "after"
    anchor: str = "period_end"
    count: int = 15
    unit: str = "days"
    source: str = "default"
    stages: tuple[tuple[str, Due], ...] = ()
    fallback: Due | None = None
    note: str = ""
    own_year: bool = False
    basis: tuple[str, ...] = ()

    @property
    def event(self) -> str:
        """The fact or date whose day it counts from, '' where it counts from the period's edge or names a day itself."""
        return self.anchor if self.form in ("after", "before") and self.anchor not in PERIOD_EDGES else ""


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often: month, quarter, half, year, term, event, standing, or ``every_months``; several rhythms are kept in order.

    ``when`` maps a condition (a key of place.yaml 情况, or one the duties know such as financially_busy) to the
    rhythm that holds while it is true.
    """

    rhythms: tuple[str, ...]
    when: tuple[tuple[str, str], ...] = ()
    every_months: int = 0


@dataclass(frozen=True, slots=True)
class Citation:
    """One article of a law: what it demands, from when to when, and how well its text was verified."""

    id: str
    law: str
    article: str
    in_force_from: date | None
    in_force_to: date | None
    duty: str
    verified: str
    span: Span
    edition: str = ""

    @property
    def label(self) -> str:
        """«《法名》（2025年修正）第三十五条» as printed on pages and in findings."""
        edition = f"（{self.edition}）" if self.edition else ""
        return f"《{self.law}》{edition}{self.article}"


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart a page shows: ``bar`` or ``line`` of a formula, grouped by a column."""

    form: str
    formula: str
    by: str = ""


LOCAL, DEFAULT = "地方制度", "产品缺省"
"""What a provision rests on where no national text says it: what places do, or what this program assumes."""


@dataclass(frozen=True, slots=True)
class Category:
    """One kind of disclosure (公开事项), wholly described by one YAML file.

    ``excludes``: the categories (ids or names) on whose lists nobody may stand who stands on this one's.
    ``sources``: by provision (required, cadence, due, follows, excludes, objection, keep_posted, reply, sign; «due/预算» for one stage or
    rhythm) what just this one rests on: citations, LOCAL or DEFAULT; for one not named, all that ``basis`` cites.
    """

    id: str
    name: str
    subject: str
    purpose: str
    span: Span
    aliases: tuple[str, ...] = ()
    authority: str = ""
    level: tuple[str, ...] = ("village",)
    owner: str = "villagers_committee"
    kind: str = "publish"
    audience: str = "villagers"
    media: tuple[str, ...] = ("board", "web")
    depth: str = "outline"
    required: str = "optional"
    required_when: str = ""
    essential: bool = False
    weight: int = 2
    in_force_from: date | None = None
    in_force_to: date | None = None
    cadence: Cadence = Cadence(("event",))
    due: Due = Due()
    follows: str = ""
    follows_within: tuple[int, str] = (0, "days")
    excludes: tuple[str, ...] = ()
    objection_days: int = 0
    objection_unit: str = "days"
    keep_board_days: int = 0
    keep_board_unit: str = "days"
    keep_web: str = ""
    reply_days: tuple[tuple[str, int], ...] = ()
    also: tuple[str, ...] = ()
    nil: str = "allowed"
    several: bool = False
    stages: tuple[str, ...] = ()
    sign: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    sources: tuple[tuple[str, tuple[str, ...]], ...] = ()
    facts: tuple[FactSpec, ...] = ()
    tables: tuple[TableSpec, ...] = ()
    identities: tuple[Identity, ...] = ()
    charts: tuple[Chart, ...] = ()
    example: str = ""

    @property
    def slug(self) -> str:
        """The category's folder in the site: its id with dots as hyphens."""
        return self.id.replace(".", "-")

    def names_source(self, provision: str) -> bool:
        """Tell whether the category says what just this provision rests on."""
        return any(key.partition("/")[0] == provision for key, _ in self.sources)

    def source_of(self, provision: str, *names: str) -> tuple[str, ...]:
        """Return what a provision (for one of these stages or rhythms) rests on, else everything the category cites."""
        said = dict(self.sources)
        keys = (*(f"{provision}/{name}" for name in names), provision)
        return next((said[key] for key in keys if key in said), self.basis)


@dataclass(frozen=True, slots=True)
class ProfileRule:
    """One sentence of a local profile: what it matches (each key by any of its words) and what it sets."""

    match: tuple[tuple[str, tuple[str, ...]], ...]
    basis: tuple[str, ...]
    span: Span
    cadence: Cadence | None = None
    due: Due | None = None
    keep_board_days: int | None = None
    reply_days: tuple[tuple[str, int], ...] = ()
    objection_days: int | None = None
    required: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """A place's own deadlines (地方档案)."""

    id: str
    name: str
    rules: tuple[ProfileRule, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything the law and the county ask for, ready to be crossed with places and the calendar."""

    categories: dict[str, Category]
    citations: dict[str, Citation]
    profiles: dict[str, Profile]
    choices: dict[str, tuple[str, ...]] = field(default_factory=dict)
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def version(self) -> str:
        """The program's version and a digest of what is asked for: which catalogue a score was worked out by."""
        return version_of(self)

    def find(self, name: str) -> Category | None:
        """Return the category with this id, name or alias, else None."""
        if name in self.categories:
            return self.categories[name]
        return next((c for c in self.categories.values() if c.name == name or name in c.aliases), None)
