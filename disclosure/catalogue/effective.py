"""What holds for one place on one day: a category merged with its local profile and the law in force; stricter wins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from disclosure.catalogue.model import DEFAULT
from disclosure.catalogue.model import Cadence
from disclosure.catalogue.model import Catalogue
from disclosure.catalogue.model import Category
from disclosure.catalogue.model import Citation
from disclosure.catalogue.model import Due
from disclosure.catalogue.model import Profile
from disclosure.catalogue.model import ProfileRule

POSTING_LAW_FROM = date(2026, 1, 1)
"""From this day 村组法2025/35 asks for 15 days on the board; before it no national law counted the days."""

POSTING_FLOOR = 15
POSTING_LAW = ("村组法2025/35",)

TOWNSHIPS = ("township", "county")
OF_VILLAGES = ("villagers_committee", "collective", "group")
OF_SUPERVISORS = frozenset(("监委会审核", "监委会主任", "监委会", "村务监督委员会"))

VILLAGE_LAW = "村组法"
OF_TOWNSHIPS = frozenset(("村组法2025/36", "村组法2018/31"))
"""The articles of the villagers' law by which a township looks into what villages disclose, and answers."""

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "term": 60}
"""How many months a rhythm of the calendar spans; event and standing have none."""


def effective(
    catalogue: Catalogue, category: Category, profile: str, *, period_end: date, posting_day: date
) -> Category:
    """Return the category as it binds a place, tightened by its local profile (id or name; '' for none).

    What must be in it follows the law at the end of its period, how it is posted the law on the day of posting.
    """
    posted_by_law = replace(
        category,
        basis=in_force_ids(catalogue, category.basis, period_end),
        keep_board_days=_days_of_that_time(category.keep_board_days, posting_day),
    )
    result = posted_by_law
    local = find_profile(catalogue, profile)
    for rule in local.rules if local else ():
        if matches(rule, category) and _holds(catalogue, rule, period_end, posting_day):
            result = tightened(result, rule)
    return with_floor(result, posting_day)


def at_level(category: Category, level: str) -> Category:
    """Return the category as it binds a place of this level.

    A township has neither a villagers' committee nor its supervisors: their fifteen days and signature are not asked
    there, nothing it shows is a villagers' resolution, and of their law only what speaks of the township binds it.
    """
    if level not in TOWNSHIPS:
        return category
    changed = replace(
        category,
        owner=level if category.owner in OF_VILLAGES else category.owner,
        subject="township" if category.subject == "decision" else category.subject,
        sign=tuple(role for role in category.sign if role not in OF_SUPERVISORS),
        basis=_binding_townships(category.basis),
        sources=tuple((provision, _binding_townships(ids) or (DEFAULT,)) for provision, ids in category.sources),
    )
    return category if changed == category else changed


def _binding_townships(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(one for one in ids if not one.startswith(VILLAGE_LAW) or one in OF_TOWNSHIPS)


def asked_at(catalogue: Catalogue, level: str) -> tuple[Category, ...]:
    """Return the categories that concern places of a level, as they bind these, by id."""
    found = (catalogue.categories[name] for name in sorted(catalogue.categories))
    return tuple(at_level(category, level) for category in found if level in category.level)


def category_for(catalogue: Catalogue, category: Category, profile: str, day: date) -> Category:
    """Return the category as it binds a place whose period ends and whose filing is posted on the same day."""
    return effective(catalogue, category, profile, period_end=day, posting_day=day)


def in_force(category: Category, day: date) -> bool:
    """Tell whether anything at all asks for this category on a day."""
    return (category.in_force_from or date.min) <= day <= (category.in_force_to or date.max)


def citations_in_force(catalogue: Catalogue, ids: Iterable[str], day: date) -> tuple[Citation, ...]:
    """Return the citations among ``ids`` that are in force on a day, in the order given; unknown ids are left out."""
    cited = (catalogue.citations[one] for one in ids if one in catalogue.citations)
    return tuple(one for one in cited if (one.in_force_from or date.min) <= day <= (one.in_force_to or date.max))


def in_force_ids(catalogue: Catalogue, ids: Iterable[str], day: date) -> tuple[str, ...]:
    """Return the ids among ``ids`` whose article is in force on a day."""
    return tuple(one.id for one in citations_in_force(catalogue, ids, day))


def find_profile(catalogue: Catalogue, name: str) -> Profile | None:
    """Return the profile with this id or name, else None."""
    by_name = (profile for profile in catalogue.profiles.values() if profile.name == name)
    return catalogue.profiles.get(name) or next(by_name, None)


def due_for(category: Category, rhythm: str = "", stage: str = "") -> Due:
    """Return when one of the category's rhythms or stages is due; the category's own due where none is its own."""
    own = dict(category.due.stages)
    return own.get(stage) or own.get(rhythm) or replace(category.due, stages=())


def rhythms_of(category: Category) -> tuple[str, ...]:
    """Return every rhythm the category may have, whatever the conditions."""
    return tuple(dict.fromkeys((*category.cadence.rhythms, *(rhythm for _, rhythm in category.cadence.when))))


def matches(rule: ProfileRule, category: Category) -> bool:
    """Tell whether a profile's rule speaks of this category: every key it matches is met by one of its words."""
    return all(set(values).intersection(_values(category, key)) for key, values in rule.match)


def _values(category: Category, key: str) -> tuple[str, ...]:
    return {
        "cadence": rhythms_of(category),
        "subject": (category.subject,),
        "owner": (category.owner,),
        "kind": (category.kind,),
        "category": (category.id, category.name, *category.aliases),
        "medium": category.media,
    }.get(key, ())


def _holds(catalogue: Catalogue, rule: ProfileRule, *days: date) -> bool:
    """Tell whether the rule's own law is in force on one of the days; a rule that cites nothing always holds."""
    cited = [one for one in rule.basis if one in catalogue.citations]
    return not cited or any(citations_in_force(catalogue, cited, day) for day in days)


def tightened(category: Category, rule: ProfileRule) -> Category:
    """Return the category with one rule of a profile put upon it; stricter wins in every point."""
    rhythm = next((values[0] for key, values in rule.match if key == "cadence" and len(values) == 1), "")
    category = replace(category, cadence=shorter_cadence(category.cadence, rule.cadence) if rule.cadence else category.cadence)
    return replace(
        category,
        due=_with_due(category, rhythm, rule.due) if rule.due and _speaks_of(category, rule) else category.due,
        keep_board_days=max(category.keep_board_days, rule.keep_board_days or 0),
        reply_days=_shorter_replies(category.reply_days, rule.reply_days),
        objection_days=max(category.objection_days, rule.objection_days or 0),
        required="always" if rule.required == "always" else category.required,
        required_when="" if rule.required == "always" else category.required_when,
        basis=tuple(dict.fromkeys((*category.basis, *rule.basis))),
        sources=tuple({**dict(category.sources), **_set_by(category, rule)}.items()),
    )


def _set_by(category: Category, rule: ProfileRule) -> dict[str, tuple[str, ...]]:
    """Return what the rule's own law stands behind: the provisions it makes stricter."""
    stricter = {
        "cadence": rule.cadence is not None and rule.cadence.rhythms == category.cadence.rhythms,
        "objection": (rule.objection_days or 0) > category.objection_days,
        "keep_posted": (rule.keep_board_days or 0) > category.keep_board_days,
        "reply": _shorter_replies(category.reply_days, rule.reply_days) != category.reply_days,
        "required": rule.required == "always" != category.required,
    }
    return {provision: rule.basis for provision, is_so in stricter.items() if is_so and rule.basis}


def _speaks_of(category: Category, rule: ProfileRule) -> bool:
    """Tell whether the rule's day is meant for the category's rhythm: one for the year says nothing of its quarters."""
    said = {rhythm for rhythm in rule.cadence.rhythms if rhythm in MONTHS} if rule.cadence else set()
    here = {rhythm for rhythm in rhythms_of(category) if rhythm in MONTHS}
    return not said or not here or bool(said & here)


def with_floor(category: Category, posting_day: date) -> Category:
    """Raise the days on the board to fifteen where Article 35 asks for them.

    It binds what the villagers' committee publishes: no notice with an objection window, nothing of the township.
    Fifteen days that it does not ask for, and nothing else does, are this program's own.
    """
    bound = (
        category.owner == "villagers_committee"
        and category.kind == "publish"
        and not category.objection_days
        and "board" in category.media
        and posting_day >= POSTING_LAW_FROM
    )
    said = dict(category.sources)
    if bound and category.keep_board_days <= POSTING_FLOOR:
        return replace(category, keep_board_days=POSTING_FLOOR, sources=tuple({**said, "keep_posted": POSTING_LAW}.items()))
    if not bound and category.keep_board_days == POSTING_FLOOR and "keep_posted" not in said:
        return replace(category, sources=tuple({**said, "keep_posted": (DEFAULT,)}.items()))
    return category


def _days_of_that_time(days: int, posting_day: date) -> int:
    """Return a category's own days on the board; its fifteen are those of Article 35 and began with it."""
    return 0 if days == POSTING_FLOOR and posting_day < POSTING_LAW_FROM else days


def shorter_cadence(base: Cadence, local: Cadence) -> Cadence:
    """Return the tighter of two cadences: each rhythm of the calendar no longer than the local one, events kept."""
    wanted = [rhythm for rhythm in local.rhythms if rhythm in MONTHS]
    if not wanted:
        return replace(base, rhythms=tuple(dict.fromkeys((*base.rhythms, *local.rhythms))))
    longest = min(wanted, key=MONTHS.__getitem__)
    limit = MONTHS[longest]
    kept = [longest if MONTHS.get(rhythm, 0) > limit else rhythm for rhythm in base.rhythms]
    timed = base.every_months or any(rhythm in MONTHS for rhythm in kept)
    rhythms = tuple(dict.fromkeys(kept if timed else [*kept, longest]))
    when = tuple((condition, rhythm) for condition, rhythm in base.when if MONTHS.get(rhythm, 0) < limit)
    if base.every_months > limit:
        return Cadence((*rhythms, longest), when)
    return Cadence(rhythms, when, base.every_months)


def _with_due(category: Category, rhythm: str, local: Due) -> Due:
    """Put a local due on the category, or only on the rhythm the rule speaks of where the category has others."""
    base, all_rhythms = category.due, rhythms_of(category)
    if not rhythm or all_rhythms == (rhythm,) or any(name in category.stages for name, _ in base.stages):
        return stricter_due(base, local)
    own = dict(base.stages)
    own[rhythm] = stricter_due(own.get(rhythm) or replace(base, stages=()), local)
    if len(own) == len(all_rhythms) and len(set(own.values())) == 1:
        return own[rhythm]
    return replace(base, stages=tuple(own.items()))


def stricter_due(base: Due, local: Due) -> Due:
    """Return the earlier of two dues, stage by stage; what no law says gives way to what the place says."""
    if base.stages:
        return replace(base, stages=tuple((name, stricter_due(due, local)) for name, due in base.stages))
    if local.event and local.fallback is None and base.form != "none":
        local = replace(local, fallback=base)  # where its event's day is not known, the category's own day stays
    if base.source == "default" or base.form == "none":
        return local
    if base.form == "before":
        return base
    return local if _reach(local) <= _reach(base) else base


def _reach(due: Due) -> int:
    """Return about how many days after the period a due falls, to compare two that are told differently."""
    months = {"previous_month": -31, "this_month": 0, "next_month": 31, "next_quarter": 92}
    if due.form == "after":
        return due.count * 7 // 5 if due.unit == "workdays" else due.count
    if due.form == "before":
        return -due.count
    if due.form == "day":
        return due.count + months.get(due.anchor, 0) - 31
    return {"same_day": 0, "date": 120}.get(due.form, 10_000)


def _shorter_replies(
    base: tuple[tuple[str, int], ...], local: tuple[tuple[str, int], ...]
) -> tuple[tuple[str, int], ...]:
    days = dict(base)
    for level, count in local:
        days[level] = min(days.get(level, count), count)
    return tuple(days.items())
