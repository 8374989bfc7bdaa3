"""The sheet formats and every measure that depends on them: millimetres for places, points for letters.

A3 is designed; A4 is A3 times √½ by rule, with its own limits of what can be read. A theme may change any number in
the ``formats`` table of its theme.yaml (``formats: {a3-portrait: {margin: 15}}``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import fields
from dataclasses import replace

MM_PER_PT = 25.4 / 72
PX_PER_MM = 96 / 25.4

SMALLEST = 10.5
"""No letter on a poster is smaller than this, in points: it is the size that is read at arm's length."""

SMALL = 0.82
"""Accounts, parts and answers beside the letters of their table."""

NOTES = 0.8
"""Notes below a table beside its letters."""

UNIT = 0.74
"""Units in a table's head beside its letters."""


@dataclass(frozen=True, slots=True)
class Format:
    """One sheet. Lengths in mm: the sheet, its margin, the title column (0: the title stands on top), gaps, boxes.

    Letters in points: the largest the titles may have and the least they may shrink to; ``legible`` is the size
    below which a table goes on to the next sheet, ``largest`` the size above which white paper serves better;
    ``figures`` is how much larger figures are than words in a ledger, since they are what blurs first.
    """

    id: str
    width: float
    height: float
    margin: float = 12
    side: float = 0
    gap: float = 12
    legible: float = 15
    largest: float = 30
    prose_largest: float = 36
    figures: float = 1.04
    who: float = 58
    when: float = 43
    what: float = 43
    title_least: float = 31
    sum: float = 23
    sum_least: float = 23
    sum_most: float = 36
    label: float = 17
    text: float = 16
    kind: float = 12
    small: float = 12
    tiny: float = SMALLEST
    tel: float = 34
    tel_least: float = 26
    name: float = 16
    hole: float = 54
    hole_text: float = 22
    seal: float = 74
    qr: float = 36
    box_width: float = 50
    box_height: float = 29
    box_gap: float = 4
    foot_gap: float = 5
    column_gap: float = 10
    cell: float = 2.4
    cell_list: float = 1.6
    pad_least: float = 0.7
    pad_most: float = 3
    rule_heavy: float = 1.4
    rule_head: float = 0.9
    rule_mid: float = 0.4
    rule_five: float = 0.45
    rule_hair: float = 0.2
    scale: float = 1

    def notes(self, letter: float) -> float:
        """Return the size of notes below a table of ``letter`` points: larger where the table is."""
        return max(self.small, min(self.text, half_points(letter * NOTES)))

    @property
    def words(self) -> str:
        """The format as it is called: A3 横."""
        return f"{self.id.partition('-')[0].upper()} {'横' if self.landscape else '竖'}"

    @property
    def landscape(self) -> bool:
        """True when the title stands in a column at the left."""
        return self.side > 0

    @property
    def inner_width(self) -> float:
        """Width inside the margins, mm."""
        return self.width - 2 * self.margin

    @property
    def inner_height(self) -> float:
        """Height inside the margins, mm; a hair less than the paper so that rounding never makes a second page."""
        return self.height - 2 * self.margin - 0.4

    @property
    def main_width(self) -> float:
        """Width of the column the table stands in, mm."""
        return self.inner_width - self.side - (self.gap if self.side else 0)

    @property
    def main_left(self) -> float:
        """Where that column begins, mm from the left margin."""
        return self.side + self.gap if self.side else 0


_LANDSCAPE = Format(
    "a3-landscape", 420, 297, side=82, figures=1.1, who=60, when=31, what=37, sum=25, kind=15, tel=26
)
_PORTRAIT = Format("a3-portrait", 297, 420)
_LETTERS = frozenset(
    (
        *("who", "when", "what", "title_least", "sum", "sum_least", "sum_most", "label", "text", "kind", "small", "tiny"),
        *("tel", "tel_least", "name", "hole", "hole_text", "seal", "largest", "prose_largest"),
    )
)
_KEPT = frozenset(("id", "width", "height", "legible", "figures", "foot_gap", "scale"))


def half_points(size: float) -> float:
    """Round down to half a point."""
    return int(size * 2 + 1e-6) / 2


def changed(base: Format, numbers: Mapping[str, float]) -> Format:
    """Return ``base`` with other numbers; names it does not have raise TypeError."""
    return replace(base, **numbers)  # type: ignore[arg-type]  # every field but the id is a number


def scaled(base: Format, name: str, width: float, height: float, legible: float) -> Format:
    """Return ``base`` on a smaller sheet: lengths by the ratio of the widths, letters too but never below SMALLEST."""
    ratio = width / base.width
    numbers: dict[str, float] = {}
    for field in fields(base):
        if field.name not in _KEPT:
            value = getattr(base, field.name) * ratio
            numbers[field.name] = max(SMALLEST, half_points(value)) if field.name in _LETTERS else round(value, 2)
    return changed(replace(base, id=name, width=width, height=height, legible=legible, scale=ratio), numbers)


FORMATS: Mapping[str, Format] = {
    form.id: form
    for form in (
        _LANDSCAPE,
        _PORTRAIT,
        scaled(_LANDSCAPE, "a4-landscape", 297, 210, 12),
        scaled(_PORTRAIT, "a4-portrait", 210, 297, 12),
    )
}
"""The four formats every poster is made in, by id."""


def legible_metres(letter: float, figures: float) -> float:
    """Return how far off a table is still read: Han at 10 pt and figures at 12.5 pt are the limit at one metre."""
    return min(letter / 10, letter * figures / 12.5)
