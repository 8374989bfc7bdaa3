"""``disclosure list``: what there is, from which file it came, in columns that line up."""

from __future__ import annotations

import sys
from collections.abc import Callable
from collections.abc import Iterable
from importlib import import_module

from disclosure.basis.private import scrub
from disclosure.basis.private import scrub_path
from disclosure.basis.text import display_width
from disclosure.board.model import Duty
from disclosure.building.asked import place_asked
from disclosure.catalogue.load import load_catalogue
from disclosure.catalogue.model import Catalogue
from disclosure.catalogue.reference import SUBJECT_WORDS
from disclosure.catalogue.reference import cadence_words
from disclosure.catalogue.reference import describe
from disclosure.catalogue.reference import due_words
from disclosure.catalogue.reference import required_words
from disclosure.commands.explain import SEVERITY_WORDS
from disclosure.commands.explain import citation_line
from disclosure.options import Options
from disclosure.rules.registry import all_rules

STATUS_WORDS = {
    "exempt": "免",
    "due": "未到期",
    "missing": "未公开",
    "late": "逾期",
    "nil": "零报告",
    "published": "已公开",
}


def run(options: Options) -> int:
    """Print one list; returns 2 where there is no such list."""
    asked = options.words[0] if options.words else ""
    if asked not in LISTS:
        word = f"没有「{asked}」这个清单；" if asked else ""
        sys.stderr.write(f"{word}可以列：{'、'.join(LISTS)}\n")
        return 2
    sys.stdout.write(LISTS[asked](options))
    return 0


def _categories(options: Options) -> str:
    chosen = [one for one in _catalogue(options).categories.values() if _asked(options, one.id, one.name)]
    chosen.sort(key=lambda one: (list(SUBJECT_WORDS).index(one.subject), one.id))
    if options.columns:
        return "\n".join(describe(one) for one in chosen)
    return _table(
        (
            SUBJECT_WORDS[one.subject],
            one.id,
            one.name,
            required_words(one),
            cadence_words(one.cadence),
            due_words(one.due),
        )
        for one in chosen
    )


def _asked(options: Options, *names: str) -> bool:
    return not options.categories or any(name in options.categories for name in names)


def _laws(options: Options) -> str:
    return "".join(citation_line(law) for law in _catalogue(options).citations.values())


def _profiles(options: Options) -> str:
    profiles = _catalogue(options).profiles.values()
    return _table((one.id, one.name, f"{len(one.rules)} 条", one.span.path) for one in profiles)


def _rules(options: Options) -> str:
    del options
    rules = [loaded.rule for loaded in all_rules().values()]
    return _table((rule.code, rule.slug, SEVERITY_WORDS[rule.severity], rule.title) for rule in rules)


def _duties(options: Options) -> str:
    """Return every duty of the board that a check of the day asked for makes; the pipeline is loaded only for this."""
    pipeline = import_module("disclosure.pipeline")
    with import_module("disclosure.building.run").Run(options, render=False) as run:
        task = run.survey()
        board = pipeline.join(task, pipeline.gather(run, task))
    chosen = (duty for duty in board.duties if place_asked(options, duty.place, board.places))
    return _table(_duty_row(duty, board.catalogue) for duty in chosen)


def _duty_row(duty: Duty, catalogue: Catalogue) -> tuple[str, ...]:
    category = catalogue.categories.get(duty.category)
    due = duty.due_on.isoformat() if duty.due_on else ""
    status = STATUS_WORDS.get(str(duty.status), str(duty.status))
    name = category.name if category else duty.category
    return duty.place, name, duty.period, scrub(duty.item), due, status, scrub_path(duty.filing)


def _catalogue(options: Options) -> Catalogue:
    return load_catalogue(options.root / "content" / "catalogue")[0]


def _table(rows: Iterable[tuple[str, ...]]) -> str:
    """Return rows as text in columns, Han characters counted as two."""
    cells = list(rows)
    if not cells:
        return "（没有）\n"
    widths = [max(display_width(row[index]) for row in cells) for index in range(len(cells[0]))]
    return "".join("  ".join(map(_padded, row, widths)).rstrip() + "\n" for row in cells)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - display_width(text))


LISTS: dict[str, Callable[[Options], str]] = {
    "categories": _categories,
    "laws": _laws,
    "profiles": _profiles,
    "rules": _rules,
    "duties": _duties,
}
