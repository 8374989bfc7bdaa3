"""Looking at what was laid out: is everything there, does anything overlap, stick out or hang over the edge?

WeasyPrint drops what does not fit into an absolutely placed parent and says nothing, so the boxes are counted and
compared with what was sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from itertools import combinations
from typing import TYPE_CHECKING
from typing import Any
from typing import NamedTuple
from xml.etree.ElementTree import Element

from disclosure.channels.printing.formats import PX_PER_MM
from disclosure.channels.printing.formats import Format

if TYPE_CHECKING:
    from weasyprint import Document

TOLERANCE = 0.6
LEAST_GAP = 4.0
_DESCENT = 0.15
_SILENT = frozenset(("head", "style", "title", "meta"))


class Place(NamedTuple):
    """Where a block stands on its page: edges in px."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Place) -> bool:
        """Tell whether two blocks overlap by more than a hair."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > TOLERANCE and down > TOLERANCE


@dataclass(slots=True)
class Look:
    """What a walk over the boxes found; lengths in px."""

    characters: int = 0
    rows: list[Any] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def expected_characters(tree: Element) -> int:
    """Return how many visible characters a page was sent with."""
    return sum(len("".join(text.split())) for text in _texts(tree))


def _texts(node: Element) -> Iterator[str]:
    if node.tag not in _SILENT and not str(node.tag).endswith("svg"):
        if node.text:
            yield node.text
        for child in node:
            yield from _texts(child)
            if child.tail:
                yield child.tail


def look(document: Document, form: Format) -> Look:
    """Walk over every box of every page."""
    found = Look()
    for page in document.pages:
        box = page._page_box
        _walk(box, found, (box.margin_left - TOLERANCE, form.width * PX_PER_MM - box.margin_right + TOLERANCE, form.height * PX_PER_MM - box.margin_bottom + 2.0), None)
    return found


def _walk(box: Any, found: Look, limits: tuple[float, float, float], cell: Any) -> None:
    kind = type(box).__name__
    if kind == "TextBox":
        _text(box, found, limits, cell)
        return
    if kind == "TableRowBox":
        found.rows.append(box)
    elif kind == "TableCellBox":
        cell = box
    name = box.element.get("id") if box.element is not None and box.element_tag else None
    if name and name not in found.places:
        found.places[name] = Place(box.position_x, box.position_y, box.position_x + box.margin_width(), box.position_y + box.margin_height())
    for child in getattr(box, "children", ()):
        _walk(child, found, limits, cell)


def _text(box: Any, found: Look, limits: tuple[float, float, float], cell: Any) -> None:
    found.characters += len("".join(box.text.split()))
    left, right = box.position_x, box.position_x + box.width
    bottom = box.position_y + box.baseline + _DESCENT * box.style["font_size"]
    if left < limits[0] - 0.5 * box.style["font_size"] or right > limits[1] or bottom > limits[2]:
        found.faults.append(f"off the sheet: {box.text[:20]}")
    elif cell is not None and right > cell.position_x + cell.border_width() + TOLERANCE:
        found.faults.append(f"over its cell: {box.text[:20]}")


def faults(document: Document, tree: Element, form: Format, sheets: int) -> tuple[Look, list[str]]:
    """Return what was seen and everything wrong with it; an empty list for a poster that may be hung up."""
    found = look(document, form)
    wrong = list(found.faults)
    if len(document.pages) != sheets:
        wrong.append(f"{len(document.pages)} pages instead of {sheets}")
    sent = expected_characters(tree)
    if found.characters < sent:
        wrong.append(f"{sent - found.characters} of {sent} characters are not on the paper")
    for number in range(1, sheets + 1):
        wrong.extend(_gaps(found.places, number, form))
    wrong.extend(_overlaps(found.places, sheets))
    return found, wrong


def _gaps(places: dict[str, Place], number: int, form: Format) -> Iterator[str]:
    """Yield which blocks of a sheet are missing or come too near to the one below."""
    pairs = [("main", "foot")] + ([("upper", "lower")] if form.landscape else [("upper", "main")])
    for above, below in pairs:
        one, two = places.get(f"{above}-{number}"), places.get(f"{below}-{number}")
        if one is None or two is None:
            yield f"no {above} or {below} on sheet {number}"
        elif (above, below) != ("upper", "main") and two.top - one.bottom < LEAST_GAP * PX_PER_MM - 1:
            yield f"{above} and {below} touch on sheet {number}"


def _overlaps(places: dict[str, Place], sheets: int) -> Iterator[str]:
    """Yield which blocks of the foot lie over one another."""
    names = [name for name in places if name in (f"words-{sheets}", f"call-{sheets}") or name.startswith("box-")]
    for one, two in combinations(names, 2):
        if places[one].meets(places[two]):
            yield f"{one} lies over {two}"
