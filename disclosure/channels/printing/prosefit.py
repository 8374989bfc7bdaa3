"""How high paragraphs stand at a letter size."""

from __future__ import annotations

from disclosure.channels.printing.content import Paragraph
from disclosure.channels.printing.content import Prose
from disclosure.channels.printing.measure import Atom
from disclosure.channels.printing.metrics import count_lines
from disclosure.channels.printing.metrics import natural

LEADING = 1.6
BETWEEN = 0.55
HEAD = {"h2": 1.15, "h3": 1.0}


def prose_atoms(prose: Prose, em: float, room: float) -> tuple[Atom, ...]:
    """Return one atom for each paragraph at ``em`` mm letters in ``room`` mm, the space under it included."""
    return tuple(_atom(paragraph, em, room) for paragraph in prose.paragraphs)


def _atom(paragraph: Paragraph, em: float, room: float) -> Atom:
    if paragraph.tag == "table":
        return Atom(_table_height(paragraph.html, em))
    size = HEAD.get(paragraph.tag, 1.0)
    indent = {"li": 2.0, "quote": 2.0}.get(paragraph.tag, 0.0)
    face = "bold" if paragraph.tag in HEAD else "sans"
    lines = count_lines(paragraph.html, room / em / size - indent - 0.2, face)
    between = BETWEEN * (0.45 if paragraph.tag == "li" else 1.0)
    above = 0.6 if paragraph.tag in HEAD else 0.0
    return Atom((lines * LEADING * size + between + above) * em, paragraph.tag in HEAD)


def _table_height(html: str, em: float) -> float:
    rows = html.count("<tr")
    cells = max(1, html.count("<td") + html.count("<th"))
    long = natural(html) / cells * rows / 30
    return (rows * 1.9 + long + 1.2) * em
