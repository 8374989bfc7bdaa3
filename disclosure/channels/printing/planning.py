"""From content to plan: the frame with its sentence, the letters, and what comes next when a layout failed."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from disclosure.channels.printing.content import Content
from disclosure.channels.printing.fit import Plan
from disclosure.channels.printing.fit import fitted
from disclosure.channels.printing.formats import SMALLEST
from disclosure.channels.printing.formats import Format
from disclosure.channels.printing.formats import half_points
from disclosure.channels.printing.frame import Frame
from disclosure.channels.printing.frame import frame_of
from disclosure.channels.printing.frame import largest_sum
from disclosure.channels.printing.hero import hero_frame
from disclosure.channels.printing.tiers import tiered

ABOVE = 1.12
"""How much larger than the letters of the table the sentence above it stands at least."""


class Layout(NamedTuple):
    """What is to be laid out: the content as it is cut for this sheet, the frame round it, the plan (None: no blocks fit)."""

    content: Content
    frame: Frame
    plan: Plan | None


def planned(content: Content, form: Format) -> Layout:
    """Return the layout to try first; tables too wide for legible letters are cut into tiers where that helps."""
    whole = _planned(content, form)
    if whole.plan is not None and whole.plan.letter >= form.legible:
        return whole
    cut = _planned(replace(content, blocks=tiered(content.blocks, form)), form)
    if cut.plan is None or (whole.plan is not None and cut.plan.letter <= whole.plan.letter):
        return whole
    return cut


def _planned(content: Content, form: Format) -> Layout:
    """Return frame and plan; where there is room for large letters the sentence above them grows as well."""
    frame = _frame(content, form)
    sum_most = largest_sum(content, form)
    plan = fitted(content.blocks, frame, min(form.largest, sum_most / ABOVE))
    if plan is None or not content.sum_html or plan.letter * ABOVE <= frame.sum.size:
        return Layout(content, frame, plan)
    grown = _frame(content, form, min(sum_most, half_points(plan.letter * ABOVE)))
    again = fitted(content.blocks, grown, plan.letter, len(plan.sheets))
    return Layout(content, grown, again) if again is not None else Layout(content, frame, plan)


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


def _frame(content: Content, form: Format, sum_size: float = 0.0) -> Frame:
    frame = frame_of(content, form, sum_size)
    return hero_frame(content, frame) if content.hero else frame
