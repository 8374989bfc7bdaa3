"""QR codes, always drawn with the same mask, so that equal content gives equal bytes in no time."""

from __future__ import annotations

from functools import lru_cache

_MASK = 4


@lru_cache(maxsize=4096)
def qr_runs(content: str) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Return for each line of the QR code of ``content`` (error level M) its dark runs as (start, length); () for none."""
    if not content:
        return ()
    import segno

    code = segno.make(content, error="m", micro=False, mask=_MASK, boost_error=False)
    return tuple(tuple(_runs(bytes(row))) for row in code.matrix)


def _runs(row: bytes) -> list[tuple[int, int]]:
    runs, start = [], -1
    for at, dark in enumerate((*row, 0)):
        if dark and start < 0:
            start = at
        elif not dark and start >= 0:
            runs.append((start, at - start))
            start = -1
    return runs
