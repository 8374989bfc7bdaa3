"""Everything round the table: title, sentence, side column, foot. Letter sizes that fit, and the heights they take."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from typing import NamedTuple

from markupsafe import escape

from disclosure.channels.printing.content import Box
from disclosure.channels.printing.content import Content
from disclosure.channels.printing.formats import MM_PER_PT
from disclosure.channels.printing.formats import SMALLEST
from disclosure.channels.printing.formats import Format
from disclosure.channels.printing.formats import half_points
from disclosure.channels.printing.metrics import count_lines
from disclosure.channels.printing.metrics import natural
from disclosure.channels.printing.titles import balanced
from disclosure.channels.printing.titles import by_clauses

TITLE_LEADING = 1.18
SUM_LEADING = 1.3
FOOT_LEADING = 1.5
_SPACED = 1.03


class Fitted(NamedTuple):
    """Words set at a size in points, in the lines they were cut into."""

    size: float
    lines: tuple[str, ...]


class Title(NamedTuple):
    """The title block; ``together``: period and category stand on one line."""

    who: Fitted
    when: Fitted
    what: Fitted
    together: bool
    height: float


class Foot(NamedTuple):
    """The foot of the last sheet, in mm: its height, the width of its text, where the boxes stand and how large one is.

    ``text_size``: of its letters, points.
    """

    height: float
    text_width: float
    text_size: float
    box_width: float
    box_height: float
    boxes_left: float
    boxes_width: float
    phone_left: float
    phone_size: float
    phones_beside: int
    phone_named: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands round the flow, with the room it leaves, in mm."""

    form: Format
    title: Title
    sum: Fitted
    sum_height: float
    lead_height: float
    lead_beside: bool
    sides: bool
    side_text: float
    foot: Foot
    slim_foot: float

    def top(self, first: bool) -> float:
        """Return what stands above the flow on a sheet."""
        above = 0.0 if self.form.landscape else self.title.height
        return above + (self.sum_height + self.lead_height if first else 0.0)

    def room(self, first: bool, last: bool) -> float:
        """Return the height the flow may fill on a sheet."""
        foot = self.foot.height if last else self.slim_foot
        return self.form.inner_height - self.top(first) - foot - (self.form.foot_gap if foot else 0)


def mm(points: float) -> float:
    """Return points in millimetres."""
    return points * MM_PER_PT


def slimmed(content: Content, form: Format) -> Content:
    """Return the content with telephones that the side column cannot hold said in the foot."""
    if not form.landscape:
        return content
    content = replace(content, ask=tuple(line for words in content.ask for line in _fitting(words, form.side / mm(form.text))))
    room = form.inner_height - _title(content, form).height - 8 * form.scale
    while len(content.phones) > 1 and side_bottom(content, form) > room:
        name, number = content.phones[-1]
        line = escape(f"{name} {number}".strip())
        content = replace(content, phones=content.phones[:-1], foot=(*content.foot, str(line)))
    return content


def _fitting(words: str, room: float) -> tuple[str, ...]:
    """Return words in the fewest even lines that stand in ``room`` em."""
    for count in range(1, 5):
        lines = balanced(words, count)
        if all(natural(line) <= room for line in lines):
            break
    return lines


def frame_of(content: Content, form: Format, sum_size: float = 0.0, foot_size: float = 0.0) -> Frame:
    """Return the frame of a poster: titles as large as they fit, side column and foot as high as they need.

    ``sum_size``, ``foot_size``: how large the sentence and the foot's words may be in points, 0 for the format's own size.
    """
    title = _title(content, form)
    fitted, sum_height = _sum(content, form, sum_size or form.sum)
    foot = _foot(content, form, foot_size)
    slim = mm(form.small * FOOT_LEADING)
    frame = Frame(form, title, fitted, sum_height, 0.0, False, False, _side_text(content, form), foot, slim)
    return _with_lead(content, frame)


def largest_sum(content: Content, form: Format) -> float:
    """Return the largest size at which the sentence stands on one line, else on a few; the least one where on none."""
    if not content.sum_html:
        return form.sum_most
    size = _one_line(content.sum_html, form.sum_most, form.sum_least, form.main_width - 1)
    return size or _few_lines(content.sum_html, form, 2) or form.sum_least


def _title(content: Content, form: Format) -> Title:
    """Return the title as large as it fits; smaller than designed only where it would take half the sheet."""
    share = 0.5 if form.landscape else 0.3
    for least in (form.title_least, form.title_least * 0.75, form.title_least * 0.55):
        small = replace(form, title_least=max(SMALLEST, half_points(least)))
        title = _side_title(content, small) if form.landscape else _top_title(content, small)
        if title.height <= form.inner_height * share:
            break
    return title


def _one_line(text: str, most: float, least: float, room: float, spaced: float = 1.0) -> float:
    """Return the largest half-point size at which ``text`` stands on one line of ``room`` mm, 0 below ``least``."""
    size = half_points(min(most, room / (mm(1) * max(natural(text, "serif") * spaced, 0.1))))
    return size if size >= least else 0.0


def _fit(text: str, most: float, least: float, room: float, spaced: float = 1.0) -> Fitted:
    """Return ``text`` on one line, else on the fewest lines that are no smaller than ``least``, evenly broken."""
    size = _one_line(text, most, least, room, spaced)
    if size:
        return Fitted(size, (text,))
    for count in range(2, 7):
        lines = balanced(text, count)
        widest = max(natural(line, "serif") for line in lines) * spaced
        size = half_points(min(most, room / (mm(1) * widest)))
        if size >= least:
            return Fitted(size, lines)
    return Fitted(half_points(max(10.5, size)), lines)


def _side_title(content: Content, form: Format) -> Title:
    who = _fit(content.who, form.who, form.title_least, form.side, _SPACED)
    when = _fit(content.when, min(form.when, who.size), min(form.when, form.title_least), form.side)
    what = _fit(content.what, form.what, form.title_least, form.side)
    height = form.rule_heavy + 3 * form.scale + mm(form.kind * 1.3)
    height += sum(mm(part.size * TITLE_LEADING) * len(part.lines) for part in (who, when, what)) + 2 * form.scale
    height += _subtitle_height(content, form, form.side)
    return Title(who, when, what, False, height)


def caption_width(content: Content, form: Format) -> float:
    """Return the width of the lines beside the QR code on an upright sheet, mm."""
    words = [content.kind, "".join(content.qr_words), f"核对码 {content.code}", " ".join(content.posted), "第 10 张，共 10 张"]
    return mm(form.small) * max(natural(text) for text in words) + 1


def _top_title(content: Content, form: Format) -> Title:
    room = form.inner_width - form.qr - 4 * form.scale - caption_width(content, form) - 5 * form.scale
    who = _fit(content.who, form.who, form.title_least, room, _SPACED)
    space, below_code = 5 * form.scale, False
    size = _one_line(content.when + content.what, form.what, form.title_least * 1.1, room - space)
    if size:
        when, what = Fitted(size, (content.when,)), Fitted(size, (content.what,))
        below = mm(size * TITLE_LEADING)
    else:
        when = _fit(content.when, min(form.when, who.size), form.title_least, room)
        below_code = _tall(content, who, form)
        what = _fit(content.what, form.what, form.title_least, form.inner_width if below_code else room)
        below = mm(when.size * TITLE_LEADING) * len(when.lines) + mm(what.size * TITLE_LEADING) * len(what.lines)
    height = form.rule_heavy + 3 * form.scale + mm(who.size * TITLE_LEADING) * len(who.lines) + below + 10.6 * form.scale
    height += _subtitle_height(content, form, form.inner_width if below_code else room)
    return Title(who, when, what, bool(size), max(height, form.qr + 14 * form.scale))


def _subtitle_height(content: Content, form: Format, room: float) -> float:
    if not content.subtitle:
        return 0.0
    return count_lines(content.subtitle, room / mm(form.text) - 0.2) * mm(form.text * 1.4) + form.scale


def _tall(content: Content, who: Fitted, form: Format) -> bool:
    """Tell whether the category stands below the QR code, so that it may take the sheet's full width."""
    above = mm(who.size * TITLE_LEADING) * len(who.lines) + mm(form.title_least * TITLE_LEADING)
    return bool(content.when) and above > form.qr + 4 * form.scale


def _sum(content: Content, form: Format, most: float) -> tuple[Fitted, float]:
    if not content.sum_html:
        return Fitted(most, ()), 0.0
    size = _one_line(content.sum_html, most, form.sum_least, form.main_width - 1)
    size = size or min(most, _few_lines(content.sum_html, form, 2)) or form.sum_least
    words = by_clauses(content.sum_html, (form.main_width - 1) / mm(size))
    lines = count_lines(words, (form.main_width - 1) / mm(size), "serif")
    return Fitted(size, (words,)), mm(size * SUM_LEADING) * lines + 2.5 * form.scale


def _few_lines(sentence: str, form: Format, most: int) -> float:
    """Return the largest size at which the sentence stands on two or three lines cut between clauses, 0 below the least."""
    room, size = form.main_width - 1, form.sum_most
    while size >= form.sum_least:
        words = by_clauses(sentence, room / mm(size))
        if words != sentence and words.count("<br/>") <= most:
            return size
        size -= 0.5
    return 0.0


def _with_lead(content: Content, frame: Frame) -> Frame:
    """Put the lead beside the table where the side column has room for it, else under the sentence."""
    form = frame.form
    if not form.landscape:
        return replace(frame, lead_height=_lead_height(content, form, form.main_width))
    room = form.inner_height - frame.title.height - side_bottom(content, form) - 6 * form.scale
    sides = sum(mm(form.label * 1.4) + 7.6 * form.scale + _rows_height(side.rows, form, frame.side_text) for side in content.sides)
    lead = _lead_height(content, form, form.side) + (6 * form.scale if content.lead_html else 0)
    shown = bool(content.sides) and sides <= room
    if lead and (sides if shown else 0) + lead <= room:
        return replace(frame, sides=shown, lead_beside=True)
    return replace(frame, sides=shown, lead_height=_lead_height(content, form, form.main_width))


def _lead_height(content: Content, form: Format, room: float) -> float:
    if not content.lead_html:
        return 0.0
    lines = count_lines(content.lead_html, room / mm(form.text) - 0.2)
    return mm(form.text * 1.42) * lines + 2.5 * form.scale


def _side_text(content: Content, form: Format) -> float:
    """Return the letters of the rows beside the table: a little smaller where that keeps each on one line."""
    wanted = max((natural(words) + natural(figure) + 0.6 for side in content.sides for words, figure in side.rows), default=0.0)
    size = half_points(min(form.text, form.side / mm(max(wanted, 1.0))))
    return size if size >= max(SMALLEST, form.text * 0.8) else form.text


def _rows_height(rows: tuple[tuple[str, str], ...], form: Format, size: float) -> float:
    height = 0.0
    for words, figure in rows:
        room = form.side / mm(size) - natural(figure) - 0.5
        height += mm(size * 1.42) * count_lines(words, max(room, 4)) + form.scale
    return height


def side_bottom(content: Content, form: Format) -> float:
    """Return the height of what stands at the bottom of the side column."""
    room = form.side / mm(form.text)
    ask = sum(count_lines(line, room) for line in content.ask) * mm(form.text * 1.42)
    phones = 0.0
    for name, number in content.phones:
        phones += mm(form.text * 1.42) * (count_lines(name, room) if name else 0) + mm(phone_size(number, form) * 1.25)
    title = mm(form.label * 1.4) + 2.1 * form.scale if content.phones or content.ask else 0
    code = mm(form.small * FOOT_LEADING) if content.code else 0
    return title + ask + phones + form.qr + 4 * form.scale + code


def phone_size(number: str, form: Format, room: float = 0.0) -> float:
    """Return the size a telephone number stands at on one line."""
    room = room or form.side or form.inner_width / 3
    return half_points(min(form.tel, (room - 0.5) / (mm(1) * max(natural(number, "bold"), 1))))


def _foot(content: Content, form: Format, size: float = 0.0) -> Foot:
    per_row, box_width = _box_row(len(content.boxes), form)
    box_height = max([form.box_height, *(_box_need(box, box_width, form) for box in content.boxes)]) if content.boxes else 0
    rows = -(-len(content.boxes) // per_row) if per_row else 0
    total = rows * box_height + max(0, rows - 1) * form.box_gap
    used = per_row * (box_width + form.box_gap) if content.boxes else 0
    size = size or (form.text if content.hero and content.hero.kind == "missing" else form.small)
    if form.landscape:
        text_width = form.main_width - (used + form.box_gap if used else 0)
        height = max(_text_height(content, text_width, size), total)
        calls = _Calls(0.0, 0.0, 1, False, 0.0)
        left0 = form.main_width - used + form.box_gap
    else:
        text_width, left0 = form.main_width, 0.0
        calls = _calls(content, form, used + (2 * form.box_gap if used else 0))
        bottom = max(total, calls.height)
        text = _text_height(content, text_width, size)
        height = text + (form.box_gap if text and bottom else 0) + bottom
    return Foot(height, text_width, size, box_width, box_height, left0, used + 0.1, calls.left, calls.size, calls.beside, calls.named)


def _box_row(count: int, form: Format) -> tuple[int, float]:
    """Return (boxes in a row, width of a box): at most four in a row, narrower where they must be."""
    if not count:
        return 0, 0.0
    share = form.main_width * 0.62 - form.box_gap
    per_row = count if count <= 4 else -(-count // 2) if count <= 8 else 4
    width = min(form.box_width, (share - (per_row - 1) * form.box_gap) / per_row)
    return per_row, width


def _box_need(box: Box, width: float, form: Format) -> float:
    room = (width - 4 * form.scale - 2 * form.rule_mid) / mm(form.small)
    lines = count_lines(box.role, room) + (count_lines(box.opinion, room) if box.opinion else 0)
    name = f'{box.name} <span class="num">{box.day}</span>'
    names = count_lines(name, room * form.small / form.name, "bold") if box.name or box.day else 1
    return mm(form.small * 1.35) * lines + mm(form.name * 1.3) * names + mm(form.tiny * 1.4) + 5 * form.scale


def _text_height(content: Content, room: float, size: float) -> float:
    return sum(count_lines(text, room / mm(size) - 0.2) for text in content.foot) * mm(size * FOOT_LEADING)


class _Calls(NamedTuple):
    """How telephones stand in the foot of an upright sheet: left edge, letters, how many beside each other, height.

    ``named``: whose a number is stands on the same line before it.
    """

    left: float
    size: float
    beside: int
    named: bool
    height: float


def _calls(content: Content, form: Format, left: float) -> _Calls:
    room, words = form.main_width - left, mm(form.text * 0.875)
    asked = sum(count_lines(line, room / words) for line in ask_lines(content)) * words * 1.4
    if not content.phones:
        return _Calls(left, form.tel, 1, False, asked if content.ask else 0.0)
    beside = min(2, len(content.phones)) if not content.boxes else 1
    longest = max(natural(number, "bold") for _, number in content.phones)
    names = max(natural(name) for name, _ in content.phones) + 0.6
    most = form.tel if len(content.phones) == 1 or beside > 1 else form.tel_least
    size = half_points(min(most, (room / beside - 1) / mm(longest)))
    named = len(content.phones) > 1 and beside == 1 and names * words + mm(longest * size) <= room
    rows = -(-len(content.phones) // beside)
    own = 0.0 if named or not any(name for name, _ in content.phones) else words * 1.4
    return _Calls(left, size, beside, named, asked + rows * (mm(size * 1.25) + own))


def ask_lines(content: Content) -> tuple[str, ...]:
    """Return the request for questions: «有疑问，报“财务2026年10月第几号”», «收到意见后，村里 10 日内答复»."""
    if not content.ask:
        return (content.ask_title,)
    first = content.ask_title.removesuffix("，报号")
    return (f"{first}，{content.ask[0]}", *content.ask[1:]) if content.ask[0].startswith("报") else (first, *content.ask)
