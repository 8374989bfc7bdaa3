"""Content becomes a PDF: planned, laid out, looked at, and only then written."""

from __future__ import annotations

from functools import cache
from functools import partial
from typing import TYPE_CHECKING
from typing import NamedTuple

from markupsafe import Markup

from disclosure.channels.printing import engine
from disclosure.channels.printing import inspect
from disclosure.channels.printing import paint
from disclosure.channels.printing.content import Content
from disclosure.channels.printing.fit import Plan
from disclosure.channels.printing.fonts import Fonts
from disclosure.channels.printing.formats import SMALL
from disclosure.channels.printing.formats import SMALLEST
from disclosure.channels.printing.formats import UNIT
from disclosure.channels.printing.formats import Format
from disclosure.channels.printing.frame import Frame
from disclosure.channels.printing.frame import ask_lines
from disclosure.channels.printing.frame import caption_width
from disclosure.channels.printing.frame import phone_size
from disclosure.channels.printing.hero import hero_height
from disclosure.channels.printing.hero import hero_sentence
from disclosure.channels.printing.hero import hero_size
from disclosure.channels.printing.planning import Layout
from disclosure.channels.printing.planning import next_layout
from disclosure.channels.printing.planning import planned
from disclosure.channels.printing.qr import qr_runs
from disclosure.channels.printing.sheets import sheets_of
from disclosure.theming.environment import template
from disclosure.theming.theme import Theme

if TYPE_CHECKING:
    from weasyprint import CSS

_TRIES = 6
_CLOSE = ".close{padding-bottom:0}.qa,.part,.ro,.rfo,.so,.xo,.do,.ao{padding-top:0}"
"""Rows that belong together: said beside the padding, since what a page says itself goes before its style sheet."""


class Style(NamedTuple):
    """A theme's style sheet for one format, parsed, and the rules it names."""

    sheet: CSS
    rules: dict[str, paint.Rule]


class Printed(NamedTuple):
    """A PDF with its number of sheets and the plan it follows; ``wrong``: what was wrong where there is none."""

    data: bytes
    sheets: int
    plan: Plan | None
    wrong: str = ""


def printed(content: Content, form: Format, theme: Theme, fonts: Fonts, *, tagged: bool) -> Printed:
    """Return the poster of ``content``: the first plan that looks right once laid out, else no bytes and the reason."""
    style = _style(theme, form, fonts)
    layout = planned(content, form)
    wrong = ["字缩到最小也放不下"]
    for attempt in range(_TRIES):
        if content.blocks and layout.plan is None:
            break
        page, count = _page(layout, theme, tagged)
        tree = engine.tree_of(page)
        document = engine.lay_out(tree, style.sheet, fonts, _roots(theme, fonts), tagged)
        seen, wrong = inspect.faults(document, tree, form, count)
        if not wrong:
            painter = partial(paint.draw, seen.marks, style.rules, qr_runs(content.qr))
            return Printed(engine.written(document, painter, tagged), count, layout.plan)
        layout = next_layout(layout, attempt)
    return Printed(b"", 0, None, wrong[0])


def _page(layout: Layout, theme: Theme, tagged: bool) -> tuple[str, int]:
    """Return the page the template makes, and on how many sheets."""
    content, frame, plan = layout
    form = frame.form
    sheets = sheets_of(content.blocks, plan, frame, tagged)
    page = template(theme, "poster.html").render(
        c=content,
        f=form,
        t=frame.title,
        frame=frame,
        foot=frame.foot,
        sheets=sheets,
        style=_sizes(plan, form) + _box_size(frame),
        ask_lines=ask_lines(content),
        caption=caption_width(content, form),
        phone_size=lambda number: phone_size(number, form),
        hero_sentence=hero_sentence(content, frame),
        hero_height=hero_height(content, frame),
        hero_size=hero_size(content, frame),
    )
    return page, len(sheets)


def _sizes(plan: Plan | None, form: Format) -> str:
    """Return what this poster alone decides: letters and the padding between rows; nothing below the smallest letter."""
    if plan is None:
        return ""
    least = min(1.0, SMALLEST / plan.letter)
    small = f".a,.of,.qa,.part{{font-size:{least:.4g}em}}" if least > SMALL else ""
    unit = f"th small,td small{{font-size:{least:.4g}em}}" if least > UNIT else ""
    return (
        f"table{{font-size:{plan.letter:g}pt}}.prose{{font-size:{min(plan.letter, form.prose_largest):g}pt}}"
        f"th,td{{padding:{plan.pad:g}mm 0 {plan.pad:g}mm {2 * plan.side:g}mm}}.far{{padding-left:{4 * plan.side:g}mm}}"
        f"{_CLOSE}.notes{{font-size:{form.notes(plan.letter):g}pt}}h2{{font-size:{max(form.label, plan.letter):g}pt}}{small}{unit}"
    )


def _box_size(frame: Frame) -> str:
    foot, gap = frame.foot, frame.form.box_gap
    return f".box{{width:{foot.box_width:g}mm;height:{foot.box_height:g}mm;margin:{gap:g}mm {gap:g}mm 0 0}}.boxes{{margin-top:-{gap:g}mm}}"


def _roots(theme: Theme, fonts: Fonts) -> tuple[str, ...]:
    return (*theme.folders, *fonts.folders())


@cache
def _style(theme: Theme, form: Format, fonts: Fonts) -> Style:
    text = template(theme, "poster.css").render(
        f=form,
        s=form.scale,
        hei=Markup(fonts.stack("hei")),  # noqa: S704 - our own list
        song=Markup(fonts.stack("song")),  # noqa: S704 - our own list
        small=f"{SMALL}em",
        unit=f"{UNIT}em",
    )
    return Style(engine.sheet(text, fonts, _roots(theme, fonts)), paint.rules_of(text))
