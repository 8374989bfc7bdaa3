"""The poster channel: each filing as PDF on A3 and A4, upright and across, set in the largest letters that fit.

Letters are estimated from widths of text, then laid out and looked at; what sticks out, touches or is missing sends
the poster back with smaller letters or on one more sheet, never out with a loss.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from disclosure.channels.printing import engine
from disclosure.channels.printing.compose import content_of
from disclosure.channels.printing.content import Content
from disclosure.channels.printing.content import Grid
from disclosure.channels.printing.fonts import Fonts
from disclosure.channels.printing.formats import FORMATS
from disclosure.channels.printing.formats import Format
from disclosure.channels.printing.formats import legible_metres
from disclosure.channels.printing.frame import slimmed
from disclosure.channels.printing.planning import planned
from disclosure.channels.printing.press import Printed
from disclosure.channels.printing.press import printed
from disclosure.channels.printing.themed import formats
from disclosure.theming.theme import Theme
from disclosure.views.dates import WallView
from disclosure.views.model import FilingView
from disclosure.views.model import MissingView

NAME = "poster"
View = FilingView | MissingView | WallView


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


def best_format(view: View, paper: str = "a3") -> str:
    """Return the id of the upright or the crosswise format of ``paper``: fewer sheets, then larger letters; across when equal."""
    found = []
    for form in (FORMATS[f"{paper}-landscape"], FORMATS[f"{paper}-portrait"]):
        plan = planned(slimmed(content_of(view, form), form), form).plan
        found.append((len(plan.sheets), -plan.letter, form.id) if plan else (1, 0.0, form.id))
    return min(found, key=lambda entry: entry[:2])[2]


def render(view: View, format: str, theme: Theme, fonts: Fonts) -> Poster:  # noqa: A002 - the contract's word
    """Return the poster of a view on ``format`` (an id of FORMATS); pure, for any process. KeyError for an unknown format.

    What goes on the web is tagged for screen readers (PDF/UA-1); what is printed for the wall need not be.
    """
    form = formats(theme)[format]
    content = slimmed(content_of(view, form), form)
    tagged = isinstance(view, WallView) or (isinstance(view, FilingView) and view.medium == "web")
    with engine.quietly() as missing:
        try:
            with engine.no_strangers():
                made = printed(content, form, theme, fonts, tagged=tagged)
        except engine.RefusedError:
            made = Printed(b"", 0, None, "主题的样式要读主题文件夹以外的文件或网址，没有照办")
    return _poster(made, content, form, missing)


def _poster(made: Printed, content: Content, form: Format, missing: list[str]) -> Poster:
    if not made.data:
        problem = Problem("poster-does-not-fit", (("format", form.words), ("what", made.wrong)))
        return Poster(b"", 0, Decimal(0), Decimal(0), (problem,))
    letter = made.plan.letter if made.plan else form.text
    ledger = any(isinstance(block, Grid) and block.look == "ledger" for block in content.blocks)
    metres = Decimal(str(legible_metres(letter, form.figures if ledger else 1.0))).quantize(Decimal("0.1"))
    return Poster(made.data, made.sheets, Decimal(str(letter)), metres, tuple(_problems(made, form, missing)))


def _problems(made: Printed, form: Format, missing: list[str]) -> list[Problem]:
    found = []
    if missing:
        found.append(Problem("glyph-missing", (("characters", "".join(dict.fromkeys(missing))),)))
    if made.plan and made.plan.letter < form.legible:
        found.append(Problem("poster-letters-small", (("letter", f"{made.plan.letter:g}"), ("legible", f"{form.legible:g}"))))
    return found
