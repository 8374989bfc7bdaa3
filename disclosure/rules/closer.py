"""A closer slug for a relation of figures that does not hold: a slip of units."""

from __future__ import annotations

from dataclasses import replace

from disclosure.basis.diagnostic import Diagnostic
from disclosure.rules.slips import is_slip


def closer(one: Diagnostic) -> Diagnostic:
    """Return the finding under the slug whose page says best what is wrong."""
    stated, derived = str(one.arguments.get("stated", "")), str(one.arguments.get("derived", ""))
    return replace(one, slug="unit-slip") if is_slip(one.slug, stated, derived) else one
