"""The manifest is sorted, complete, and its digest can be told again by anybody."""

import hashlib
import json

from disclosure.building.manifest import Record
from disclosure.building.manifest import manifest

RECORDS = (
    Record("b/index.html", "bb", 2, "page", "site", "qinghe/a", "fin.ledger", "2026-03", "qinghe/a/fin.ledger/2026-03"),
    Record("a.css", "aa", 1, "asset", "site"),
)


def test_rows_and_digest() -> None:
    told = json.loads(manifest(RECORDS))
    assert [row["path"] for row in told["artifacts"]] == ["a.css", "b/index.html"]
    assert told["digest"] == hashlib.sha256(b"aa  a.css\nbb  b/index.html\n").hexdigest()
    assert told["artifacts"][0]["place"] is None
    assert told["artifacts"][1]["filing_id"] == "qinghe/a/fin.ledger/2026-03"


def test_the_order_given_does_not_matter() -> None:
    assert manifest(RECORDS) == manifest(reversed(RECORDS))
