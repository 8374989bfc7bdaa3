"""The data channel: what a filing says, as JSON with its digest, so that anybody can count again and check the code."""

from __future__ import annotations

from disclosure.channels.artifact import Artifact
from disclosure.views.model import FilingView

NAME = "data"


def artifacts(view: FilingView) -> tuple[Artifact, ...]:
    """Return the one JSON file of a filing; none when it is held back."""
    if not view.record:
        return ()
    path = view.path.removesuffix("index.html") + "data.json"
    return (Artifact(path, NAME, place=view.place, category=view.category, period=view.period, filing_id=view.filing_id),)


def render(view: FilingView) -> bytes:
    """Return ``{"code": …, "content": {…}, "digest": …}``: ``digest`` is the SHA-256 of ``content`` as it stands here.

    ``content`` is canonical JSON (keys sorted, no spaces, UTF-8): cut it out and hash it.
    """
    return f'{{"code":"{view.code}","content":{view.record},"digest":"{view.digest}"}}\n'.encode()
