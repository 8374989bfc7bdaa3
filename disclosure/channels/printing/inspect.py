"""Looking at what was laid out: whether everything is there, and nothing overlaps, sticks out or hangs over the edge.

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
from disclosure.channels.printing.paint import Marks

if TYPE_CHECKING:
    from weasyprint import Document

TOLERANCE = 0.6
LEAST_GAP = 4.0
_DESCENT = 0.15
_NAMES = {"main": "正文", "foot": "底部", "upper": "标题", "lower": "电话一栏"}
_BLOCKS = frozenset(("BlockBox", "AbsolutePlaceholder"))


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
    """What a walk over the boxes found: characters printed, blocks by id, what is to be painted, faults; lengths in px."""

    limits: tuple[float, float, float] = (0.0, 0.0, 0.0)
    characters: int = 0
    places: dict[str, Place] = field(default_factory=dict)
    rows: list[Any] = field(default_factory=list)
    codes: list[Any] = field(default_factory=list)
    marks: list[Marks] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def expected_characters(tree: Element) -> int:
    """Return how many visible characters a page was sent with."""
    body = tree.find("body")
    return len("".join("".join(body.itertext()).split())) if body is not None else 0


def look(document: Document, form: Format) -> Look:
    """Walk over every box of every page."""
    found = Look()
    for page in document.pages:
        box = page._page_box
        right = form.width * PX_PER_MM - box.margin_right + TOLERANCE
        found.limits = (box.margin_left - TOLERANCE, right, form.height * PX_PER_MM - box.margin_bottom + 2.0)
        found.rows, found.codes = [], []
        _walk(box, found, None)
        found.marks.append(Marks(page.height, found.rows, found.codes))
    return found


def _walk(box: Any, found: Look, cell: Any) -> None:
    kind = box.__class__.__name__
    if kind == "TextBox":
        _text(box, found, cell)
        return
    if kind == "TableCellBox":
        cell = box
    elif kind == "TableRowBox":
        if box.element.get("data-rule"):
            found.rows.append(box)
    elif kind in _BLOCKS:
        _block(box, found)
    for child in box.children:
        _walk(child, found, cell)


def _block(box: Any, found: Look) -> None:
    name = box.element.get("id")
    if name and name not in found.places:
        right, bottom = box.position_x + box.margin_width(), box.position_y + box.margin_height()
        found.places[name] = Place(box.position_x, box.position_y, right, bottom)
    elif box.element.get("class") == "qr":
        found.codes.append(box)


def _text(box: Any, found: Look, cell: Any) -> None:
    found.characters += len("".join(box.text.split()))
    left, right = box.position_x, box.position_x + box.width
    size = box.style["font_size"]
    if left < found.limits[0] - 0.5 * size or right > found.limits[1] or box.position_y + box.baseline + _DESCENT * size > found.limits[2]:
        found.faults.append("有字排到纸边以外")
    elif cell is not None and right > cell.position_x + cell.border_width() + TOLERANCE:
        found.faults.append("有字超出它的格子")


def faults(document: Document, tree: Element, form: Format, sheets: int) -> tuple[Look, list[str]]:
    """Return what was seen and everything wrong with it; an empty list for a poster that may be hung up."""
    found = look(document, form)
    wrong = list(found.faults)
    if len(document.pages) != sheets:
        wrong.append(f"排成了 {len(document.pages)} 张，应为 {sheets} 张")
    sent = expected_characters(tree)
    if found.characters < sent:
        wrong.append(f"{sent} 个字里有 {sent - found.characters} 个没有印上")
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
            yield f"第 {number} 张缺了{_NAMES[above]}或{_NAMES[below]}"
        elif (above, below) != ("upper", "main") and two.top - one.bottom < LEAST_GAP * PX_PER_MM - 1:
            yield f"第 {number} 张的{_NAMES[above]}和{_NAMES[below]}相碰"


def _overlaps(places: dict[str, Place], sheets: int) -> Iterator[str]:
    """Yield which blocks of the foot lie over one another."""
    names = [name for name in places if name in (f"words-{sheets}", f"call-{sheets}", f"boxes-{sheets}")]
    for one, two in combinations(names, 2):
        if places[one].meets(places[two]):
            yield "底部的几块叠在一起"
