"""A closer slug for a relation of figures that does not hold: a slip of units, capitals that say nothing."""

from __future__ import annotations

from dataclasses import replace

from disclosure.basis.capitals import write_capitals
from disclosure.basis.diagnostic import Diagnostic
from disclosure.rules.slips import is_slip
from disclosure.rules.slips import number_of

CAPITALS = "capitals-differ"


def closer(one: Diagnostic) -> Diagnostic:
    """Return the finding under the slug whose page says best what is wrong, with the arguments that page needs."""
    stated, derived = str(one.arguments.get("stated", "")), str(one.arguments.get("derived", ""))
    if one.slug == "capitals-unreadable":
        told = {"text": stated, "said": "写得不成样，读不出是多少", "capitals": ""}
        return replace(one, slug=CAPITALS, arguments={**one.arguments, **told})
    if one.slug == CAPITALS:
        unit = one.arguments.get("unit", "")
        told = {
            "text": str(one.arguments.get("formula", "")),
            "said": f"是 {stated}{unit}，小写是 {derived}{unit}",
            "capitals": _capitals(derived),
        }
        return replace(one, arguments={**one.arguments, **told})
    return replace(one, slug="unit-slip") if is_slip(one.slug, stated, derived) else one


def _capitals(figure: str) -> str:
    number = number_of(figure)
    return write_capitals(number) if number is not None and number >= 0 else ""
