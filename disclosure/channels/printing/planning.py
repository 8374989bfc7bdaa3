"""From content to plan: the frame with its sentence, the letters, and what comes next when a layout failed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from disclosure.channels.printing.content import Block
from disclosure.channels.printing.content import Content
from disclosure.channels.printing.content import Grid
from disclosure.channels.printing.content import Prose
from disclosure.channels.printing.fit import Plan
from disclosure.channels.printing.fit import fitted
from disclosure.channels.printing.formats import SMALLEST
from disclosure.channels.printing.formats import Format
from disclosure.channels.printing.formats import half_points
from disclosure.channels.printing.frame import Frame
from disclosure.channels.printing.frame import frame_of
from disclosure.channels.printing.frame import largest_sum
from disclosure.channels.printing.grids import with_narrow_facts
from disclosure.channels.printing.hero import hero_frame
from disclosure.channels.printing.tiers import halved
from disclosure.channels.printing.tiers import tiered
from disclosure.channels.printing.turning import turned

ABOVE = 1.12
"""How much larger than the letters of the table the sentence above it stands at least."""
_ROOMY = 0.85
"""A sheet less full than this has room to set its tables another way."""
_TURNED = 1.15
_HALVED = 1.3
_NARROWED = 1.06
"""How much larger letters must get for that: rows that stand twice, one part under the other, are a dear price."""


_UNBROKEN = 0.8
"""How much smaller letters may get so that facts stand in one line each."""


class Layout(NamedTuple):
    """What is to be laid out: the content as it is cut for this sheet, the frame round it, the plan (None: no blocks fit)."""

    content: Content
    frame: Frame
    plan: Plan | None


def planned(content: Content, form: Format) -> Layout:
    """Return the layout to try first: tables as filed, or cut into tiers or turned where that makes much larger letters."""
    best = _planned(content, form)
    for blocks, worth in _other_ways(content, form, best.plan):
        other = _planned(replace(content, blocks=blocks), form)
        if _better(other.plan, best.plan, form, worth):
            best = other
    return _with_larger_foot(_with_narrow_facts(best))


def _with_narrow_facts(layout: Layout) -> Layout:
    """Set fewer facts beside each other where it is their line that keeps the letters small on a sheet with room.

    Also where they stand so close that days and names break: letters a little smaller read better than «2026年3 / 月20日».
    """
    content, frame, plan = layout
    broken = _broken_facts(layout)
    if plan is None or (plan.fill >= _ROOMY and not broken):
        return layout
    narrow = _planned(replace(content, blocks=with_narrow_facts(content.blocks)), frame.form)
    whole = bool(broken) and narrow.plan is not None and _broken_facts(narrow) < broken and len(narrow.plan.sheets) <= len(plan.sheets)
    return narrow if _better(narrow.plan, plan, frame.form, _UNBROKEN if whole else _NARROWED) else layout


def _broken_facts(layout: Layout) -> int:
    """Return how many lines more than one a row the facts of a layout take."""
    if layout.plan is None:
        return 0
    pairs = zip(layout.content.blocks, layout.plan.strips, strict=True)
    return sum(strip.grid.wraps for block, strip in pairs if isinstance(block, Grid) and block.look == "facts" and strip.grid)


def _other_ways(content: Content, form: Format, plan: Plan | None) -> Iterator[tuple[tuple[Block, ...], float]]:
    """Yield other settings of the tables where one is needed, and how much larger letters must get for each."""
    ways = []
    if plan is None or plan.letter < form.legible:
        ways.append((tiered(content.blocks, form), 1.0))
    if plan is None or len(plan.sheets) > 1 or plan.fill < _ROOMY or plan.letter < form.legible or plan.cramped:
        ways += [(turned(content.blocks), _TURNED), (halved(content.blocks), _HALVED)]
    yield from ((blocks, worth) for blocks, worth in ways if blocks != content.blocks)


def _better(other: Plan | None, plan: Plan | None, form: Format, worth: float) -> bool:
    """Tell whether a setting beats the best so far: legible where that is not, fewer sheets, or much larger letters."""
    if other is None or plan is None:
        return plan is None and other is not None
    if plan.letter < form.legible:
        return other.letter > plan.letter
    if other.letter < form.legible or len(other.sheets) > len(plan.sheets) or (other.cramped and not plan.cramped):
        return False
    if plan.cramped and not other.cramped:
        worth = 1.0
    return len(other.sheets) < len(plan.sheets) or other.letter >= plan.letter * worth


def _planned(content: Content, form: Format) -> Layout:
    """Return frame and plan; where there is room for large letters the sentence above them grows as well."""
    frame = _frame(content, form)
    sum_most = largest_sum(content, form)
    most = _most(content, form)
    plan = fitted(content.blocks, frame, min(most, sum_most / ABOVE) if content.sum_html else most)
    if plan is None or not content.sum_html or plan.letter * ABOVE <= frame.sum.size:
        return Layout(content, frame, plan)
    grown = _frame(content, form, min(sum_most, half_points(plan.letter * ABOVE)))
    again = fitted(content.blocks, grown, plan.letter, len(plan.sheets))
    return Layout(content, grown, again) if again is not None else Layout(content, frame, plan)


def _most(content: Content, form: Format) -> float:
    """Return the largest letters: prose alone may stand larger than a table."""
    prose = all(isinstance(block, Prose) for block in content.blocks)
    return max(form.largest, form.prose_largest) if prose else form.largest


def _with_larger_foot(layout: Layout) -> Layout:
    """Set the foot's words larger where the sheet has room and the table loses nothing by it."""
    content, frame, plan = layout
    form = frame.form
    if plan is None or plan.fill >= _ROOMY or frame.foot.text_size >= form.text:
        return layout
    for size in (form.text, half_points((form.text + form.small) / 2)):
        larger = _frame(content, form, frame.sum.size, size)
        again = fitted(content.blocks, larger, plan.letter, len(plan.sheets))
        if again is not None and again.letter >= plan.letter and len(again.sheets) == len(plan.sheets):
            return Layout(content, larger, again)
    return layout


def next_layout(layout: Layout, attempt: int) -> Layout:
    """Return the layout after the ``attempt``-th failed: ever smaller letters, one more sheet where they get too small."""
    if layout.plan is None:
        return layout
    return layout._replace(plan=_next_plan(layout.content, layout.frame, layout.plan, attempt))


def _next_plan(content: Content, frame: Frame, plan: Plan, attempt: int) -> Plan | None:
    letter = plan.letter - 0.5 * 2**attempt
    if letter >= frame.form.legible:
        return fitted(content.blocks, frame, letter, len(plan.sheets))
    more = fitted(content.blocks, frame, max(letter, frame.form.legible), len(plan.sheets) + 1)
    return more or fitted(content.blocks, frame, max(letter, SMALLEST))


def _frame(content: Content, form: Format, sum_size: float = 0.0, foot_size: float = 0.0) -> Frame:
    frame = frame_of(content, form, sum_size, foot_size)
    return hero_frame(content, frame) if content.hero else frame
