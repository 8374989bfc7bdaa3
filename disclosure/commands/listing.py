"""``disclosure list``: what there is, sifted as asked, in columns that line up or as JSON for other programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from importlib import import_module
from typing import Any
from typing import NamedTuple

from disclosure.basis.period import parse_period
from disclosure.basis.private import scrub
from disclosure.basis.private import scrub_path
from disclosure.basis.text import display_width
from disclosure.board.load import survey
from disclosure.board.model import Board
from disclosure.board.model import Duty
from disclosure.board.model import Place
from disclosure.building.asked import period_asked
from disclosure.building.asked import place_asked
from disclosure.building.asked import refuse_missing
from disclosure.building.asked import refuse_unknown
from disclosure.building.run import content_folder
from disclosure.catalogue.effective import find_profile
from disclosure.catalogue.effective import in_force
from disclosure.catalogue.effective import matches
from disclosure.catalogue.load import load_catalogue
from disclosure.catalogue.model import Catalogue
from disclosure.catalogue.model import Category
from disclosure.catalogue.model import Citation
from disclosure.catalogue.model import Profile
from disclosure.catalogue.reference import SUBJECT_WORDS
from disclosure.catalogue.reference import cadence_words
from disclosure.catalogue.reference import describe
from disclosure.catalogue.reference import due_words
from disclosure.catalogue.reference import required_words
from disclosure.commands.explain import SEVERITY_WORDS
from disclosure.commands.explain import citation_line
from disclosure.commands.records import category_record
from disclosure.commands.records import law_record
from disclosure.commands.records import profile_record
from disclosure.commands.records import rule_record
from disclosure.commands.sieves import STATUS_WORDS
from disclosure.commands.sieves import categories_asked
from disclosure.commands.sieves import chosen
from disclosure.commands.sieves import refuse_useless
from disclosure.commands.sieves import said
from disclosure.commands.sieves import unknown
from disclosure.options import Options
from disclosure.options import Unfit
from disclosure.reporting.json import SCHEMA
from disclosure.reporting.json import duty_record
from disclosure.rules.registry import LoadedRule
from disclosure.rules.registry import all_rules
from disclosure.rules.severity import wanted
from disclosure.views.binding import profile_of


class Listed(NamedTuple):
    """One list as asked for: its text, its records, how many there are."""

    text: str
    records: list[dict[str, Any]]


def run(options: Options) -> int:
    """Print one list; returns 2 where there is no such list. A sieve that leaves nothing says so."""
    asked = options.words[0] if options.words else ""
    if asked not in LISTS:
        word = f"{unknown('清单', asked, LISTS)}\n" if asked else ""
        sys.stderr.write(f"{word}可以列：{'、'.join(LISTS)}\n")
        return 2
    known, made = LISTS[asked]
    refuse_useless(options, asked, known)
    found = made(options)
    if options.output_format == "json":
        value = {"schema": SCHEMA, asked: found.records}
        sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(found.text or _nothing(options))
    return 0


def _nothing(options: Options) -> str:
    return f"没有符合「{said(options)}」的。\n" if said(options) else "（没有）\n"


def _categories(options: Options) -> Listed:
    catalogue = _catalogue(options)
    found = list(_sifted(options, catalogue))
    found.sort(key=lambda one: (list(SUBJECT_WORDS).index(one.subject), one.id))
    records = [category_record(one, columns=options.columns) for one in found]
    if options.columns:
        return Listed("\n".join(describe(one, catalogue) for one in found), records)
    return Listed(_table(map(_category_row, found)), records)


def _category_row(one: Category) -> tuple[str, ...]:
    words = (required_words(one), cadence_words(one.cadence), due_words(one.due), "" if one.depth == "deep" else "骨架")
    return SUBJECT_WORDS[one.subject], one.id, one.name, *words


def _sifted(options: Options, catalogue: Catalogue) -> Iterator[Category]:
    """Yield the categories that every flag leaves in: subject, level, depth, category, place (its level), period."""
    named, subjects = categories_asked(options, catalogue.categories), chosen(options, "subjects")
    levels, depths = chosen(options, "levels"), chosen(options, "depths")
    homes = frozenset(place.level for place in _places(options)) if options.places else frozenset[str]()
    days = [period.last for word in options.periods if (period := parse_period(word))]
    if len(days) != len(options.periods):
        raise Unfit(f"读不懂期间「{'、'.join(options.periods)}」，写成 2026、2026-Q1、2026-03 或 2026-03-05")
    for one in catalogue.categories.values():
        closed = ((named, {one.id}), (subjects, {one.subject}), (levels, {*one.level}), (depths, {one.depth}), (homes, {*one.level}))
        if all(not wanted or wanted & have for wanted, have in closed) and (not days or any(in_force(one, day) for day in days)):
            yield one


def _laws(options: Options) -> Listed:
    """Return the articles, those cited by the categories that the flags leave in, verified as far as asked."""
    catalogue, verified = _catalogue(options), chosen(options, "verified")
    sieved = options.subjects or options.categories or options.periods
    cited = {law for one in _sifted(options, catalogue) for law in one.basis} if sieved else set(catalogue.citations)
    found = [law for law in catalogue.citations.values() if law.id in cited and (not verified or law.verified in verified)]
    found = [law for law in found if _holds(law, options)]
    return Listed("".join(map(citation_line, found)), [law_record(law) for law in found])


def _holds(law: Citation, options: Options) -> bool:
    days = [period.last for word in options.periods if (period := parse_period(word))]
    since, until = law.in_force_from, law.in_force_to
    return not days or any((since is None or since <= day) and (until is None or day <= until) for day in days)


def _profiles(options: Options) -> Listed:
    """Return the local profiles, those that bind the places asked for or say something of the categories asked for."""
    catalogue = _catalogue(options)
    found = list(catalogue.profiles.values())
    if options.places:
        seen = survey(content_folder(options.root))
        bound = {find_profile(catalogue, profile_of(place, seen.places, seen.settings)) for place in _places(options)}
        found = [one for one in found if one in bound]
    if options.subjects or options.categories:
        asked = list(_sifted(options, catalogue))
        found = [one for one in found if any(matches(rule, category) for rule in one.rules for category in asked)]
    return Listed(_table(map(_profile_row, found)), [profile_record(one) for one in found])


def _profile_row(one: Profile) -> tuple[str, ...]:
    return one.id, one.name, f"{len(one.rules)} 条", one.span.path


def _rules(options: Options) -> Listed:
    found = [one for one in all_rules().values() if wanted(one.rule.slug, options.select, options.ignore)]
    return Listed(_table(map(_rule_row, found)), [rule_record(one.rule) for one in found])


def _rule_row(one: LoadedRule) -> tuple[str, ...]:
    return one.rule.code, one.rule.slug, SEVERITY_WORDS[one.rule.severity], one.rule.title


def _duties(options: Options) -> Listed:
    """Return the duties of the board that a check of the day asked for makes; the pipeline is loaded only for this."""
    statuses = chosen(options, "statuses")
    sieves = (chosen(options, "subjects"), chosen(options, "levels"), chosen(options, "depths"))
    pipeline = import_module("disclosure.pipeline")
    with import_module("disclosure.building.run").Run(options, render=False) as run:
        task = run.survey()
        board: Board = pipeline.join(task, pipeline.gather(run, task))
    named = categories_asked(options, board.catalogue.categories)
    found = [
        duty
        for duty in board.duties
        if place_asked(options, duty.place, board.places)
        and period_asked(options, duty.period)
        and (not statuses or str(duty.status) in statuses)
        and (not named or duty.category in named)
        and _is_of(duty, board, *sieves)
    ]
    return Listed(_table(_duty_row(duty, board.catalogue) for duty in found), [duty_record(duty) for duty in found])


def _is_of(duty: Duty, board: Board, subjects: frozenset[str], levels: frozenset[str], depths: frozenset[str]) -> bool:
    category, place = board.catalogue.categories.get(duty.category), board.places.get(duty.place)
    have = ((subjects, category and category.subject), (depths, category and category.depth), (levels, place and place.level))
    return all(not wanted or word in wanted for wanted, word in have)


def _duty_row(duty: Duty, catalogue: Catalogue) -> tuple[str, ...]:
    category = catalogue.categories.get(duty.category)
    due = duty.due_on.isoformat() if duty.due_on else ""
    status = STATUS_WORDS.get(str(duty.status), str(duty.status))
    name = category.name if category else duty.category
    return duty.place, name, duty.period, scrub(duty.item), due, status, scrub_path(duty.filing)


def _places(options: Options) -> list[Place]:
    """Return the places asked for and those below them; raises Unfit for a name nobody bears."""
    content = content_folder(options.root)
    refuse_missing(content)
    seen = survey(content)
    refuse_unknown(Options(places=options.places), seen.places, seen.catalogue)
    return [place for path, place in seen.places.items() if place_asked(options, path, seen.places)]


def _catalogue(options: Options) -> Catalogue:
    return load_catalogue(content_folder(options.root) / "catalogue")[0]


def _table(rows: Iterable[tuple[str, ...]]) -> str:
    """Return rows as text in columns, Han characters counted as two; '' where there are none."""
    cells = list(rows)
    widths = [max(display_width(row[index]) for row in cells) for index in range(len(cells[0]))] if cells else []
    return "".join("  ".join(map(_padded, row, widths)).rstrip() + "\n" for row in cells)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - display_width(text))


LISTS: dict[str, tuple[tuple[str, ...], Callable[[Options], Listed]]] = {
    "categories": (("subjects", "levels", "depths", "places", "categories", "periods", "columns"), _categories),
    "laws": (("verified", "subjects", "categories", "periods"), _laws),
    "profiles": (("places", "subjects", "categories"), _profiles),
    "rules": (("select", "ignore"), _rules),
    "duties": (("places", "categories", "periods", "statuses", "subjects", "levels", "depths"), _duties),
}
