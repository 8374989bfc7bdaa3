"""The process that opens PDFs: it has little memory and little time, and nothing of the content folder."""

from __future__ import annotations

import io
import json
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from disclosure.reading.pdftext import read_here

_MEMORY = 2 * 1024**3
_SECONDS = 25
_PAGE = 1754
"""Longest side of a page in pixels: A4 at 150 dots to the inch, which prints well."""

_DAY = time.gmtime(0)
"""Stands for the day the file was made: the same pages give the same bytes."""


def main(task: str) -> None:
    """Read a PDF from standard input and write its words («read», as JSON) or its pages drawn anew («draw»)."""
    _limit()
    data = sys.stdin.buffer.read()
    told = json.dumps(read_here(data)).encode() if task == "read" else drawn(data)
    sys.stdout.buffer.write(told)


def _limit() -> None:
    """Take no more memory and time than an honest file needs; where the system knows no limits, the caller's clock stays."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def drawn(data: bytes) -> bytes:
    """Return a PDF of pictures of the pages: no letters to copy, no notes, forms, scripts, files or makers' names in it."""
    import pypdfium2
    from PIL import Image

    out = io.BytesIO()
    with suppress(OSError, ValueError, pypdfium2.PdfiumError, Image.DecompressionBombError):
        first, *others = _pictures(pypdfium2.PdfDocument(data))
        first.save(out, "PDF", save_all=True, append_images=others, resolution=150, quality=80, creationDate=_DAY, modDate=_DAY)
    return out.getvalue()


def _pictures(book: Any) -> Iterator[Any]:
    for page in book:
        scale = _PAGE / max(1, *page.get_size())
        yield page.render(scale=scale, may_draw_forms=False, draw_annots=False).to_pil().convert("RGB")
        page.close()
