"""Numbers of persons in the files of a local catalogue: told, and masked before anything is read from them.

What a catalogue says stands on the pages that explain it and on every filing of it; no filing is held back for it.
"""

from __future__ import annotations

from disclosure.basis.accounts import find_accounts
from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.office import is_office_line
from disclosure.basis.office import without_persons
from disclosure.basis.private import find_personal
from disclosure.basis.span import Span
from disclosure.reading.yaml import Document
from disclosure.reading.yaml import read_yaml

_SLUGS = {"id_card": "id-card-exposed", "bank_card": "bank-card-exposed", "phone": "phone-exposed", "account": "account-number-exposed"}


def shielded(document: Document, path: str) -> tuple[Document, list[Diagnostic]]:
    """Return the document with numbers of persons masked, and a finding for each."""
    text = document.text
    masked = without_persons(text)
    if masked == text:
        return document, []
    found = [
        Diagnostic(_SLUGS[hit.kind], _span(path, text, hit.start, hit.end), {"where": "公开事项目录"})
        for hit in (*find_personal(text), *find_accounts(text))
        if hit.kind != "phone" or not is_office_line(text, hit.start)
    ]
    return read_yaml(masked.encode(), path), found


def _span(path: str, text: str, start: int, end: int) -> Span:
    return Span(path, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start), start, end)
