"""Lines between rows and QR codes, drawn straight onto the page under the words, after layout.

CSS knows no border on a row when borders are separate, and one on every cell costs a sixth of a poster's time; an
inline SVG costs as much for each code. So rows name their rules (data-rule="hair mid-top"), the style sheet says what
these look like (--rule-hair: 0.2mm #9a988f), layout ignores them, and here each is one rectangle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from typing import Any
from typing import NamedTuple

from disclosure.channels.printing.formats import PX_PER_MM

PT_PER_PX = 0.75
_RULE = re.compile(r"--rule-(\w+):\s*([\d.]+)mm\s+#([0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?)\s*[;}]")


class Rule(NamedTuple):
    """How a rule is drawn: thickness in px, colour as PDF operands."""

    thick: float
    colour: str


class Marks(NamedTuple):
    """What is to be drawn on one page: its height in px, row boxes with a rule, boxes that take the code."""

    height: float
    rows: Sequence[Any]
    codes: Sequence[Any]


def rules_of(css: str) -> dict[str, Rule]:
    """Return the rules a style sheet names."""
    return {name: Rule(float(width) * PX_PER_MM, _operands(colour)) for name, width, colour in _RULE.findall(css)}


def _operands(colour: str) -> str:
    digits = colour if len(colour) == 6 else "".join(digit * 2 for digit in colour)
    return " ".join(f"{int(digits[at : at + 2], 16) / 255:.3f}" for at in (0, 2, 4))


def draw(pages: Sequence[Marks], rules: Mapping[str, Rule], modules: Sequence[Sequence[tuple[int, int]]], pdf: Any) -> None:
    """Add to each page a first content stream with its rules and codes; ``modules``: dark runs of each line of the code."""
    import pydyf

    kids = [pdf.objects[number] for number in pdf.pages["Kids"][::3]]
    for page, marks in zip(kids, pages, strict=True):
        lines = [*_rules(marks, rules), *_codes(marks, modules)]
        if lines:
            stream = pydyf.Stream([b"/Artifact BMC", b"q", *lines, b"Q", b"EMC"], compress=True)
            pdf.add_object(stream)
            page["Contents"] = pydyf.Array([stream.reference, page["Contents"]])


def _rules(marks: Marks, rules: Mapping[str, Rule]) -> Iterator[bytes]:
    """Yield the operators that draw «-top» rules inside their row, the others astride its lower edge."""
    colour = ""
    for row in marks.rows:
        for name in row.element.get("data-rule").split():
            rule = rules.get(name.removesuffix("-top"))
            if rule is None:
                continue
            if rule.colour != colour:
                colour = rule.colour
                yield f"{colour} rg".encode()
            lead = row.children[0].padding_left if row.children else 0.0
            low = row.position_y + (rule.thick if name.endswith("-top") else row.height + rule.thick / 2)
            yield _rectangle(row.position_x + lead, marks.height - low, row.width - lead, rule.thick)


def _codes(marks: Marks, modules: Sequence[Sequence[tuple[int, int]]]) -> Iterator[bytes]:
    if not modules or not marks.codes:
        return
    yield b"0.067 g"
    for box in marks.codes:
        side = box.width / len(modules)
        for at, runs in enumerate(modules):
            low = marks.height - box.content_box_y() - (at + 1) * side
            for start, length in runs:
                yield _rectangle(box.content_box_x() + start * side, low, length * side, side * _TOUCHING)


_TOUCHING = 1.02
"""Lines of the code overlap by a hair, so that no screen shows a seam."""


def _rectangle(left: float, low: float, width: float, height: float) -> bytes:
    return f"{left * PT_PER_PX:.3f} {low * PT_PER_PX:.3f} {width * PT_PER_PX:.3f} {height * PT_PER_PX:.3f} re f".encode()
