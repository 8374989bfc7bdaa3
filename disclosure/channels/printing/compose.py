"""A view becomes the content of a poster: what is said, in which block, before anybody knows how large."""

from __future__ import annotations

import re

from markupsafe import escape

from disclosure.channels.printing import grids
from disclosure.channels.printing import lists
from disclosure.channels.printing.calendar import calendar_content
from disclosure.channels.printing.content import Block
from disclosure.channels.printing.content import Box
from disclosure.channels.printing.content import Content
from disclosure.channels.printing.content import Grid
from disclosure.channels.printing.content import Hero
from disclosure.channels.printing.content import Paragraph
from disclosure.channels.printing.content import Prose
from disclosure.channels.printing.content import Side
from disclosure.channels.printing.formats import MM_PER_PT
from disclosure.channels.printing.formats import Format
from disclosure.channels.printing.metrics import inline
from disclosure.channels.printing.metrics import natural
from disclosure.channels.printing.metrics import plain
from disclosure.channels.printing.prose import paragraphs
from disclosure.views.dates import WallView
from disclosure.views.model import FactView
from disclosure.views.model import FilingView
from disclosure.views.model import LawView
from disclosure.views.model import MissingView

_LINK = re.compile(r"</?a\b[^>]*>")
_BOLD = re.compile(r"<b>([^<]*)</b>((?:\s|&nbsp;)?[^\W\d_<>，。、；]{0,2})")
_LARGEST = re.compile(r"最大的([^：。]*)：.*?。")
_MONTH = re.compile(r"[0-9]{4}-0?([0-9]+)")
_FOOT_LINES = 7


def content_of(view: FilingView | MissingView | WallView, form: Format) -> Content:
    """Return what the poster of a view says on this format."""
    if isinstance(view, WallView):
        return calendar_content(view, form)
    return _missing(view, form) if isinstance(view, MissingView) else _filing(view, form)


def _filing(view: FilingView, form: Format) -> Content:
    hero = _hero(view)
    blocks = () if view.held else _blocks(view, form)
    notes, foot = _foot(view, form)
    numbered = any(table.numbered for table in view.tables)
    return Content(
        title=f"{view.place_name} {view.period_words} {_what(view)}",
        language="zh-Hans",
        who=view.place_name,
        when=view.period_words,
        what=_what(view),
        kind=f"村务公开 · {view.subject_name}" if view.subject_name else "村务公开",
        subtitle=_subtitle(view),
        sum_html="" if hero else sentence(view.say),
        lead_html="" if hero else _lead(view),
        sides=_sides(view) if form.landscape else (),
        blocks=blocks if view.held else (*blocks, *notes),
        foot=foot,
        boxes=boxes(view),
        ask_title="有疑问，报号" if numbered else "有疑问，请打电话",
        ask=_ask(view, numbered),
        phones=_phones(view),
        qr=view.url or view.code,
        qr_words=("扫码看网上", "同一份") if view.url else ("扫码得", "核对码"),
        posted=_posted(view),
        code=view.code,
        hero=hero,
    )


def _subtitle(view: FilingView) -> str:
    """Return what tells this filing from its siblings: its own title, number, matter, batch."""
    lines = dict(view.posting)
    other = view.category_name if view.heading else ""
    said = (other, view.title, view.document_no, lines.get("事项", ""), lines.get("批次", ""))
    shown = (view.heading or view.category_name, view.period_words)
    return "　".join(dict.fromkeys(text for text in said if text and text not in shown))


def _what(view: FilingView) -> str:
    name = view.heading or view.category_name
    return f"{name}（{view.stage}）" if view.stage and view.stage not in name else name


def sentence(markup: str) -> str:
    """Return a sentence whose figures are never torn from their units."""
    return _unlinked(_BOLD.sub(r'<span class="num">\1\2</span>', str(markup)))


def _unlinked(markup: str) -> str:
    return _LINK.sub("", str(markup))


def _lead(view: FilingView) -> str:
    """Return the lead without the largest entries, which stand beside the table, and in it."""
    lead = _unlinked(view.lead)
    lead = _LARGEST.sub("", lead) if len(view.largest) > 1 else lead
    return f"<b>{_replaced(view)}</b>{lead}" if view.superseded_by else lead


def _replaced(view: FilingView) -> str:
    return f"本件已被代替：{escape(view.superseded_by.text)}。" if view.superseded_by else ""


def _hero(view: FilingView) -> Hero | None:
    if view.held:
        return Hero("held", view.held)
    if view.nil:
        return Hero("nil", sentence(view.say or view.nil))
    return None


def _sides(view: FilingView) -> tuple[Side, ...]:
    if len(view.largest) < 2:
        return ()
    entries = [_large(entry) for entry in view.largest]
    unit = " 元" if all(figure.endswith(" 元") for _, figure, _ in entries) else ""
    rows = tuple((f"{number} 号 {words}" if number else words, figure.removesuffix(unit)) for words, figure, number in entries)
    said = _LARGEST.search(plain(view.lead))
    name = said[1] if said else f"{'二三四五六'[len(rows) - 2]}笔"
    return (Side(f"最大的{name}{'（元）' if unit else ''}", rows),)


def _large(entry: tuple[str, str, str]) -> tuple[str, str, str]:
    """Return (words, figure, number) whichever end the number stands at."""
    first, second, third = entry
    return (second, third, first) if first.replace("-", "").isdigit() else (first, second, third)


def _month(view: FilingView) -> str:
    found = _MONTH.fullmatch(view.period)
    return found[1] if found else ""


def _blocks(view: FilingView, form: Format) -> tuple[Block, ...]:
    blocks: list[Block] = []
    tables, facts = _tables(view)
    if facts:
        room = form.main_width / (form.legible * 1.15 * MM_PER_PT)
        alone = not tables and not view.body
        blocks.append(grids.facts_grid(facts, grids.facts_beside(facts, room, alone)))
    for table in tables:
        blocks.extend(lists.total_grid(table) or (table,))
    if view.body:
        blocks.append(Prose("body", "", paragraphs(inline(_unlinked(view.body)))))
    return tuple(blocks)


def _tables(view: FilingView) -> tuple[list[Grid], tuple[FactView, ...]]:
    """Return the grids of a view's tables, and its facts with what lists say once instead of in every row."""
    made, facts = [], list(view.facts)
    for table in view.tables:
        for grid in grids.grids(table, len(view.tables) > 1, _month(view)):
            tidy, said = lists.tidied(grid, table.count)
            made.append(tidy)
            facts += [FactView(*once) for once in said]
    return made, tuple(facts)


def _foot(view: FilingView, form: Format) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Return (notes too long for the foot as a block, the lines of the foot)."""
    notes = [inline(_unlinked(note)) for note in view.notes]
    proofs = [str(escape(table.proof)) for table in view.tables if table.proof]
    fixed = [*_status_lines(view), *_law_lines(view)]
    room = _foot_room(form) / (form.small * MM_PER_PT)
    lines = sum(int(natural(text) / room) + 1 for text in (*proofs, *notes, *fixed))
    if lines <= _FOOT_LINES:
        return (), (*proofs, *notes, *fixed)
    many = len(notes) > 1
    block = Prose("notes", "说明", tuple(Paragraph(text, "li" if many else "p", "ol.notes" if many else "", at) for at, text in enumerate(notes, 1)), True)
    return ((block,) if notes else ()), (*proofs, *fixed)


def _foot_room(form: Format) -> float:
    """Width of the foot's text: beside the boxes on a landscape sheet, above them on a portrait one."""
    return form.main_width - (3 * (form.box_width + form.box_gap) + form.box_gap if form.landscape else 0)


def _status_lines(view: FilingView) -> list[str]:
    lines = [str(escape(view.reposted)), _window(view)]
    lines += [f"{label} {escape(words)}。" for label, words in view.posting if label in ("所属期", "发文")]
    if view.supersedes:
        lines.append(f"本件代替：{escape(view.supersedes.text)}。")
    if view.superseded_by and _hero(view):
        lines.append(_replaced(view))
    lines.extend(f'<span class="red">{inline(_unlinked(note))}</span>' for note in view.corrections)
    if view.attachments:
        lines.append("附件：" + "；".join(str(escape(link.text)) for link in view.attachments) + "。")
    return [line for line in lines if line]


def _window(view: FilingView) -> str:
    words = str(escape(view.window))
    return f"公示期 {words.rstrip('。')}。" if words and "公示" not in words else words


def _law_lines(view: FilingView) -> list[str]:
    laws = "；".join(map(_law, view.laws))
    due = f"期限：{escape(view.due_words.rstrip('。'))}。" if view.due_words else ""
    return [f"<b>依据</b> {laws}。{due}"] if laws else [due] if due else []


def _law(law: LawView) -> str:
    return str(escape(f"{law.label}（{law.mark}）" if law.mark else law.label))


def boxes(view: FilingView) -> tuple[Box, ...]:
    """Return the boxes to sign in; the last, the one who answers for it, also stamps."""
    last = len(view.signatures) - 1
    return tuple(
        Box(sign.role, sign.name, sign.day, sign.opinion, "签字、盖章" if at == last and at > 0 else "签字")
        for at, sign in enumerate(view.signatures)
    )


def _ask(view: FilingView, numbered: bool) -> tuple[str, ...]:
    ask = f"报“{view.subject_name}{view.period_words}第几号”" if numbered else ""
    return tuple(filter(None, (ask, view.reply_words)))


def _phones(view: FilingView) -> tuple[tuple[str, str], ...]:
    return view.hotlines or ((("", view.hotline),) if view.hotline else ())


def _posted(view: FilingView) -> tuple[str, ...]:
    first = f"张贴 {view.posted}" if view.posted else ""
    return tuple(filter(None, (first, f"至 {view.posted_until}" if view.posted_until else "")))


def _missing(view: MissingView, form: Format) -> Content:
    sides = (Side("上一份", ((plain(view.previous.text), ""), *(((view.previous.note, ""),) if view.previous.note else ()))),) if view.previous else ()
    return Content(
        title=f"{view.place_name} {view.period_words} {view.category_name}：尚未公开",
        language="zh-Hans",
        who=view.place_name,
        when=view.period_words,
        what=view.category_name,
        kind=f"村务公开 · {view.subject_name}" if view.subject_name else "村务公开",
        sides=sides if form.landscape else (),
        foot=_missing_foot(view, form),
        ask_title="可以问，也可以反映",
        phones=view.phones,
        qr=view.url or view.path,
        qr_words=("扫码看", "最新情况"),
        hero=Hero("missing", sentence(view.due_sentence), tuple(filter(None, (view.overdue, view.slot_note))), "缺"),
    )


def _missing_foot(view: MissingView, form: Format) -> tuple[str, ...]:
    laws = "；".join(str(escape(f"{law.label}{'：' + law.duty if law.duty else ''}")) for law in view.laws)
    due = f"期限：{escape(view.deadline.rstrip('。'))}。" if view.deadline else ""
    lines = [f"<b>依据</b> {laws.rstrip('。')}。{due}" if laws else due]
    if view.who:
        lines.append(f"<b>责任</b> {escape(view.who.rstrip('。'))}。")
    if view.previous and not form.landscape:
        lines.append(f"<b>上一份</b> {escape('，'.join(filter(None, (view.previous.text, view.previous.note))))}。")
    return tuple(filter(None, (*lines, str(escape(view.remedy)))))
