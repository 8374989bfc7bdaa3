"""A sentence in place of a table: how large it stands and how high its frame is."""

from __future__ import annotations

from dataclasses import replace

from disclosure.channels.printing.content import Content
from disclosure.channels.printing.formats import Format
from disclosure.channels.printing.formats import half_points
from disclosure.channels.printing.frame import Frame
from disclosure.channels.printing.frame import mm
from disclosure.channels.printing.metrics import count_lines
from disclosure.channels.printing.metrics import longest
from disclosure.channels.printing.metrics import natural
from disclosure.channels.printing.titles import CLAUSE
from disclosure.channels.printing.titles import by_clauses

_LEADING = 1.36
_SMALLER = 0.7
"""How much smaller than designed the sentence may stand so that its clauses are not torn."""


def hero_size(content: Content, frame: Frame) -> float:
    """Return the size of the sentence in points: 54 on A3, smaller where it would take more than half the sheet."""
    if content.hero is None:
        return 0.0
    form = frame.form
    size = form.hole
    while size > form.title_least and _height(content, form, size) > form.inner_height * 0.45:
        size = half_points(size - 1)
    room = _room(content, form) / mm(1)
    clause = max(natural(clause, "serif") for clause in CLAUSE.findall(content.hero.sentence))
    if half_points(room / clause) >= form.hole * _SMALLER:
        return min(size, half_points(room / clause))
    return min(size, half_points(room / max(longest(content.hero.sentence, "serif"), 1)))


def hero_sentence(content: Content, frame: Frame) -> str:
    """Return the sentence with its lines ended after a comma or a stop where every clause stands on one line."""
    if content.hero is None:
        return ""
    size, room = hero_size(content, frame), _room(content, frame.form)
    return by_clauses(content.hero.sentence, room / mm(size))


def _room(content: Content, form: Format) -> float:
    framed = content.hero is not None and content.hero.kind != "nil"
    return form.main_width - (2 * (16 * form.scale + form.rule_heavy) if framed else 0) - 1


def _height(content: Content, form: Format, size: float) -> float:
    if content.hero is None:
        return 0.0
    room = _room(content, form) / mm(size)
    return count_lines(by_clauses(content.hero.sentence, room), room, "serif") * mm(size * _LEADING)


def hero_frame(content: Content, frame: Frame) -> Frame:
    """Return the frame with the sentence's height taken from the first sheet."""
    if content.hero is None or content.hero.kind != "nil":
        return frame
    return replace(frame, sum_height=_height(content, frame.form, hero_size(content, frame)) + 16 * frame.form.scale)


def hero_height(content: Content, frame: Frame) -> float:
    """Return the height of the framed hole in mm, 0 for a sentence without a frame."""
    if content.hero is None or content.hero.kind == "nil":
        return 0.0
    above = 0.0 if frame.form.landscape else frame.title.height
    return round(frame.form.inner_height - above - frame.foot.height - 12 * frame.form.scale, 2)
