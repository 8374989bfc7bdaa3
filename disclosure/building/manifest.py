"""The manifest of a published tree: what it holds, and one digest over all of it (FORMAT §9)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import NamedTuple


class Record(NamedTuple):
    """One published file. ``place`` … ``filing_id`` are '' for index pages and assets."""

    path: str
    sha256: str
    size: int
    channel: str
    tree: str
    place: str = ""
    category: str = ""
    period: str = ""
    filing_id: str = ""
    fingerprint: str = ""


def manifest(records: Iterable[Record]) -> bytes:
    """Return manifest.json for the records of one tree: sorted by path, digest over the lines «sha256  path»."""
    rows = sorted(records)
    lines = "".join(f"{row.sha256}  {row.path}\n" for row in rows)
    artifacts = [
        {
            "path": row.path,
            "sha256": row.sha256,
            "size": row.size,
            "channel": row.channel,
            "place": row.place or None,
            "category": row.category or None,
            "period": row.period or None,
            "filing_id": row.filing_id or None,
        }
        for row in rows
    ]
    digest = hashlib.sha256(lines.encode()).hexdigest()
    body = {"schema": 1, "digest": digest, "artifacts": artifacts}
    return (json.dumps(body, ensure_ascii=False, indent=1) + "\n").encode()
