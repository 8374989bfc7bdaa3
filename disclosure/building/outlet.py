"""Where rendered bytes go: into the stage when they are new, nowhere when the same are already published."""

from __future__ import annotations

import hashlib
import hmac

from disclosure.building.manifest import Record
from disclosure.building.task import Task
from disclosure.channels.artifact import Artifact


class Outlet:
    """Collects the records of one place (or of the index pages) and stages what is new."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self.records: list[Record] = []
        self._staged: set[tuple[str, str]] = set()

    def put(self, artifact: Artifact, data: bytes, fingerprint: str = "") -> Record:
        """Record an artifact with its bytes; write them to the stage unless just these are published already.

        Where two filings bear one id, the later one stands: what the earlier one staged at the same path is gone.
        """
        digest = hashlib.sha256(data).hexdigest()
        known = self._task.known.get((artifact.tree, artifact.path))
        if known is None or known.sha256 != digest:
            path = self._task.stage / artifact.tree / artifact.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            self._staged.add((artifact.tree, artifact.path))
        elif (artifact.tree, artifact.path) in self._staged:
            (self._task.stage / artifact.tree / artifact.path).unlink()
        return self._add(artifact, digest, len(data), fingerprint)

    def kept(self, artifact: Artifact, fingerprint: str) -> Record | None:
        """Record an artifact that is published with this fingerprint already; None when it is not and must be made."""
        known = self._task.known.get((artifact.tree, artifact.path))
        if known is None or not fingerprint or known.fingerprint != fingerprint:
            return None
        return self._add(artifact, known.sha256, known.size, fingerprint)

    def left(self, artifact: Artifact) -> Record | None:
        """Record an artifact as it is published, whatever it was made from; None where none is published, or another filing's."""
        known = self._task.known.get((artifact.tree, artifact.path))
        if known is None or known.filing_id != artifact.filing_id:
            return None
        return self._add(artifact, known.sha256, known.size, known.fingerprint)

    def fingerprint(self, *parts: object) -> str:
        """Return a keyed digest of what an artifact is made from.

        Keyed, since board views hold what the web must not tell: a plain digest could be tried against guesses.
        """
        return hmac.new(self._task.secret, repr(parts).encode(), hashlib.sha256).hexdigest()

    def _add(self, artifact: Artifact, digest: str, size: int, fingerprint: str) -> Record:
        record = Record(
            artifact.path,
            digest,
            size,
            artifact.channel,
            artifact.tree,
            artifact.place,
            artifact.category,
            artifact.period,
            artifact.filing_id,
            fingerprint,
        )
        self.records.append(record)
        return record
