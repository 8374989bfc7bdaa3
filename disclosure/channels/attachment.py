"""The attachment channel: pictures and PDFs a filing names, drawn anew so that nothing but what is seen leaves.

JPEG and PNG are decoded and encoded again: places, names and previews that cameras and programs hide in the file stay
behind. A PDF becomes pictures of its pages; that all its words were read is settled before (``reading.pdftext``). Anything
else is named on the page and may be seen at the office.
"""

from __future__ import annotations

import io
from contextlib import suppress
from typing import Any

from disclosure.channels.artifact import Artifact
from disclosure.reading.pdftext import worked
from disclosure.views.model import FilingView

NAME = "asset"
ENDINGS = {".png": ".png", ".jpg": ".jpg", ".jpeg": ".jpg", ".pdf": ".pdf"}
"""What is published, and the ending it leaves with."""

LARGEST = 1600
"""Longest side of a published picture in pixels: enough to read a voucher on a phone."""

MOST_BYTES = 20_000_000
"""A picture file larger than this is not opened."""

_MOST_PIXELS = 50_000_000



def artifact(view: FilingView, name: str, number: int) -> Artifact | None:
    """Return where the ``number``-th attachment of a filing goes, None when its kind is not published.

    The file is called by its number: a name may tell what the picture does not.
    """
    ending = ENDINGS.get("." + name.rpartition(".")[2].lower())
    if ending is None:
        return None
    path = f"{view.path.removesuffix('index.html')}attachment-{number}{ending}"
    return Artifact(path, NAME, place=view.place, category=view.category, period=view.period, filing_id=view.filing_id)


def render(data: bytes, path: str) -> bytes:
    """Return the picture or the pages drawn anew; b'' when they cannot be read or are too large to be safe."""
    if path.endswith(".pdf"):
        return worked("draw", data)
    from PIL import Image
    from PIL import ImageOps

    out = io.BytesIO()
    with suppress(OSError, ValueError, Image.DecompressionBombError), Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
        if picture.width * picture.height > _MOST_PIXELS:
            return b""
        upright = ImageOps.exif_transpose(picture)
        upright.thumbnail((LARGEST, LARGEST))
        if path.endswith(".png"):
            _bare(upright.convert("P" if upright.mode == "P" else "RGB")).save(out, "PNG", optimize=True)
        else:
            _bare(upright.convert("RGB")).save(out, "JPEG", quality=82, optimize=True)
    return out.getvalue()


def _bare(picture: Any) -> Any:
    """Drop what the file said beside the picture."""
    picture.info.clear()
    return picture
