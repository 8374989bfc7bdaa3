"""The lines between rows, drawn once a row and under the words.

CSS knows no border on a row when borders are separate, and one on every cell costs a sixth of a poster's time. So the
style sheet gives rows a bottom border, which layout ignores, and after layout it is drawn here in one piece.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from typing import Any

PT_PER_PX = 0.75


def draw(rows: Iterable[Any], document: Any, pdf: Any) -> None:
    """Add to each page a first content stream with the borders of its table rows."""
    import pydyf

    pages = [pdf.objects[number] for number in pdf.pages["Kids"][::3]]
    owners = {id(box): at for at, page in enumerate(document.pages) for box in page_rows(page)}
    found: list[list[bytes]] = [[] for _ in pages]
    for row in rows:
        at = owners[id(row)]
        found[at].extend(_edges(row, document.pages[at].height))
    for page, lines in zip(pages, found, strict=True):
        if lines:
            stream = pydyf.Stream([b"/Artifact BMC", b"q", *lines, b"Q", b"EMC"], compress=True)
            pdf.add_object(stream)
            page["Contents"] = pydyf.Array([stream.reference, page["Contents"]])


def page_rows(page: Any) -> list[Any]:
    """Return the row boxes of a page."""
    return [box for box in page._page_box.descendants() if type(box).__name__ == "TableRowBox"]


def _edges(row: Any, height: float) -> Iterator[bytes]:
    """Yield the operators that draw the top border inside a row, the bottom one astride its lower edge."""
    for side in ("top", "bottom"):
        thick = row.style[f"border_{side}_width"]
        if thick and row.style[f"border_{side}_style"] == "solid":
            colour = " ".join(f"{channel:.3f}" for channel in row.style[f"border_{side}_color"].to("srgb").coordinates)
            low = row.position_y + (thick if side == "top" else row.height + thick / 2)
            place = (row.position_x, height - low, row.width, thick)
            yield f"{colour} rg {' '.join(f'{number * PT_PER_PX:.3f}' for number in place)} re f".encode()
