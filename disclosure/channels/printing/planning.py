"""From content to plan: the frame with its sentence, the letters, and what comes next when a layout failed."""

from __future__ import annotations

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

ABOVE = 1.12
"""How much larger than the letters of the table the sentence above it stands at least."""


def planned(content: Content, form: Format) -> tuple[Frame, Plan | None]:
    """Return frame and plan; where there is room for large letters the sentence above them grows as well."""
    frame = _frame(content, form)
    sum_most = largest_sum(content, form)
    plan = fitted(content.blocks, frame, min(form.largest, sum_most / ABOVE))
    if plan is None or not content.sum_html or plan.letter * ABOVE <= frame.sum.size:
        return frame, plan
    grown = _frame(content, form, min(sum_most, half_points(plan.letter * ABOVE)))
    again = fitted(content.blocks, grown, plan.letter, len(plan.sheets))
    return (grown, again) if again is not None else (frame, plan)


def next_plan(content: Content, frame: Frame, plan: Plan | None, attempt: int) -> Plan | None:
    """Return the plan after the ``attempt``-th failed: ever smaller letters, one more sheet where they get too small."""
    if plan is None:
        return None
    letter = plan.letter - 0.5 * 2**attempt
    if letter >= frame.form.legible:
        return fitted(content.blocks, frame, letter, len(plan.sheets))
    more = fitted(content.blocks, frame, max(letter, frame.form.legible), len(plan.sheets) + 1)
    return more or fitted(content.blocks, frame, max(letter, SMALLEST))


def _frame(content: Content, form: Format, sum_size: float = 0.0) -> Frame:
    frame = frame_of(content, form, sum_size)
    return hero_frame(content, frame) if content.hero else frame
