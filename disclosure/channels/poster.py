"""The poster channel: each filing as PDF on A3 and A4, upright and across, set in the largest letters that fit.

Letters are estimated from widths of text, then laid out and looked at; what sticks out, touches or is missing sends
the poster back with smaller letters or on one more sheet, never out with a loss.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any
from typing import NamedTuple

from markupsafe import Markup

from disclosure.channels.printing import engine
from disclosure.channels.printing import inspect
from disclosure.channels.printing import rules
from disclosure.channels.printing.compose import content_of
from disclosure.channels.printing.content import Content
from disclosure.channels.printing.content import Grid
from disclosure.channels.printing.fit import Plan
from disclosure.channels.printing.fit import fitted
from disclosure.channels.printing.fonts import Fonts
from disclosure.channels.printing.formats import FORMATS
from disclosure.channels.printing.formats import SMALL
from disclosure.channels.printing.formats import SMALLEST
from disclosure.channels.printing.formats import UNIT
from disclosure.channels.printing.formats import Format
from disclosure.channels.printing.formats import half_points
from disclosure.channels.printing.formats import legible_metres
from disclosure.channels.printing.frame import Frame
from disclosure.channels.printing.frame import ask_lines
from disclosure.channels.printing.frame import caption_width
from disclosure.channels.printing.frame import frame_of
from disclosure.channels.printing.frame import largest_sum
from disclosure.channels.printing.frame import phone_size
from disclosure.channels.printing.frame import slimmed
from disclosure.channels.printing.hero import hero_frame
from disclosure.channels.printing.hero import hero_height
from disclosure.channels.printing.hero import hero_sentence
from disclosure.channels.printing.hero import hero_size
from disclosure.channels.printing.qr import qr_svg
from disclosure.channels.printing.sheets import sheets_of
from disclosure.theming.environment import template
from disclosure.theming.theme import Theme
from disclosure.views.model import FilingView
from disclosure.views.model import MissingView

NAME = "poster"
_TRIES = 8
_ABOVE = 1.12
"""How much larger than the letters of the table the sentence above it stands at least."""


class Problem(NamedTuple):
    """Something wrong with a poster: ``slug`` of the rule that speaks of it, and its arguments."""

    slug: str
    arguments: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Poster:
    """A finished poster. ``letter_pt``: size of the table's letters; ``legible_m``: how far off it is still read.

    ``problems``: poster-does-not-fit (then ``bytes`` is empty), poster-letters-small, glyph-missing.
    """

    bytes: bytes
    sheets: int
    letter_pt: Decimal
    legible_m: Decimal
    problems: tuple[Problem, ...] = ()


def available() -> str:
    """Return '' where posters can be made, else one Chinese sentence saying what is missing."""
    return engine.reason()


def best_format(view: FilingView | MissingView, paper: str = "a3") -> str:
    """Return the id of the upright or the crosswise format of ``paper``: fewer sheets, then larger letters; across when equal."""
    found = []
    for form in (FORMATS[f"{paper}-landscape"], FORMATS[f"{paper}-portrait"]):
        _, plan = _planned(slimmed(content_of(view, form), form), form)
        found.append((len(plan.sheets), -plan.letter, form.id) if plan else (1, 0.0, form.id))
    return min(found, key=lambda entry: entry[:2])[2]


def render(view: FilingView | MissingView, format: str, theme: Theme, fonts: Fonts) -> Poster:  # noqa: A002 - the contract's word
    """Return the poster of a view on ``format`` (an id of FORMATS); pure, for any process. KeyError for an unknown format."""
    form = FORMATS[format]
    content = slimmed(content_of(view, form), form)
    tagged = isinstance(view, FilingView) and view.medium == "web"
    with engine.quietly() as missing:
        return _made(content, form, theme, fonts, tagged, missing)


def _frame(content: Content, form: Format, sum_size: float = 0.0) -> Frame:
    frame = frame_of(content, form, sum_size)
    return hero_frame(content, frame) if content.hero else frame


def _planned(content: Content, form: Format) -> tuple[Frame, Plan | None]:
    """Return frame and plan; where there is room for large letters the sentence above them grows as well."""
    frame = _frame(content, form)
    sum_most = largest_sum(content, form)
    plan = fitted(content.blocks, frame, min(form.largest, sum_most / _ABOVE))
    if plan is None or not content.sum_html or plan.letter * _ABOVE <= frame.sum.size:
        return frame, plan
    grown = _frame(content, form, min(sum_most, half_points(plan.letter * _ABOVE)))
    again = fitted(content.blocks, grown, plan.letter, len(plan.sheets))
    return (grown, again) if again is not None else (frame, plan)


def _made(content: Content, form: Format, theme: Theme, fonts: Fonts, tagged: bool, missing: list[str]) -> Poster:
    frame, plan = _planned(content, form)
    wrong = ["no letters small enough"]
    for _ in range(_TRIES):
        if content.blocks and plan is None:
            break
        sheets = sheets_of(content.blocks, plan, frame)
        tree = engine.tree_of(_page(content, frame, plan, sheets, theme))
        document = engine.lay_out(tree, _css(theme, frame.form, fonts), fonts, _roots(theme, fonts), tagged)
        seen, wrong = inspect.faults(document, tree, frame.form, len(sheets))
        if not wrong:
            data = document.write_pdf(finisher=lambda doc, pdf, rows=seen.rows: rules.draw(rows, doc, pdf), pdf_variant="pdf/ua-1" if tagged else None)
            return _poster(data, len(sheets), plan, content, frame.form, missing)
        print("   wrong:", wrong[:6], plan and (plan.letter, plan.pad))
        plan = _next(content, frame, plan)
    return Poster(b"", 0, Decimal(0), Decimal(0), (Problem("poster-does-not-fit", (("format", frame.form.id), ("what", wrong[0]))),))


def _next(content: Content, frame: Frame, plan: Plan | None) -> Plan | None:
    """Return the plan after one that failed: half a point smaller, or more sheets where letters would be too small."""
    if plan is None:
        return None
    if plan.letter > frame.form.legible:
        return fitted(content.blocks, frame, plan.letter - 0.5, len(plan.sheets))
    return fitted(content.blocks, frame, frame.form.largest, len(plan.sheets) + 1) or fitted(content.blocks, frame, plan.letter - 0.5)


def _poster(data: bytes, sheets: int, plan: Plan | None, content: Content, form: Format, missing: list[str]) -> Poster:
    letter = plan.letter if plan else form.text
    figures = form.figures if any(isinstance(block, Grid) and block.look == "ledger" for block in content.blocks) else 1.0
    metres = Decimal(str(legible_metres(letter, figures))).quantize(Decimal("0.1"))
    problems = [Problem("glyph-missing", (("characters", "".join(dict.fromkeys(missing))),))] if missing else []
    if plan and letter < form.legible:
        problems.append(Problem("poster-letters-small", (("letter", f"{letter:g}"), ("legible", f"{form.legible:g}"))))
    return Poster(data, sheets, Decimal(str(letter)), metres, tuple(problems))


def _page(content: Content, frame: Frame, plan: Plan | None, sheets: Any, theme: Theme) -> str:
    form = frame.form
    return template(theme, "poster.html").render(
        c=content,
        f=form,
        t=frame.title,
        frame=frame,
        foot=frame.foot,
        sheets=sheets,
        style=_style(plan, form),
        qr=Markup(qr_svg(content.qr)),  # noqa: S704 - our own drawing
        ask_lines=ask_lines(content),
        hero_sentence=hero_sentence(content, frame),
        phone_size=lambda number: phone_size(number, form),
        hero_height=hero_height(content, frame),
        hero_size=hero_size(content, frame),
        caption=caption_width(content, form),
    )


def _style(plan: Plan | None, form: Format) -> str:
    """Return what only this poster's size decides: letters and the padding between rows."""
    if plan is None:
        return ""
    least = SMALLEST / plan.letter
    small = f"td.a,.of,.qa,.of td,.of td.r{{font-size:{min(1, least):.4g}em}}" if least > SMALL else ""
    small += f"th small,td small{{font-size:{min(1, least):.4g}em}}" if least > UNIT else ""
    prose = min(plan.letter, form.prose_largest)
    return f"table{{font-size:{plan.letter:g}pt}}.prose{{font-size:{prose:g}pt}}th,td{{padding-top:{plan.pad:g}mm;padding-bottom:{plan.pad:g}mm}}h2{{font-size:{max(form.label, plan.letter):g}pt}}{small}"


def _roots(theme: Theme, fonts: Fonts) -> tuple[str, ...]:
    return (*theme.folders, *fonts.folders())


@cache
def _css(theme: Theme, form: Format, fonts: Fonts) -> Any:
    text = template(theme, "poster.css").render(
        f=form,
        s=form.scale,
        hei=Markup(fonts.stack("hei")),  # noqa: S704 - our own list
        song=Markup(fonts.stack("song")),  # noqa: S704 - our own list
        small=f"{SMALL}em",
        unit=f"{UNIT}em",
    )
    return engine.sheet(text, fonts, _roots(theme, fonts))
