"""Open data: the record with its digest, to be checked by anybody."""

from __future__ import annotations

import hashlib
import json

from disclosure.basis.digest import check_code
from disclosure.channels import data
from disclosure.views.filing import About
from tests.views.making import LEDGER
from tests.views.making import view


def test_the_digest_is_that_of_the_content_as_it_stands() -> None:
    raw = data.render(view(LEDGER))
    found = json.loads(raw)
    content = raw.partition(b'"content":')[2].rpartition(b',"digest":')[0]
    assert json.loads(content) == found["content"]
    assert hashlib.sha256(content).hexdigest() == found["digest"]
    assert check_code(found["digest"]) == found["code"]


def test_where_it_stands() -> None:
    assert [artifact.path for artifact in data.artifacts(view(LEDGER))] == ["qinghe/shiqiao/fin-ledger/2026-10/data.json"]
    assert data.artifacts(view(LEDGER, "web", About(held=True))) == ()


def test_identity_and_facts() -> None:
    content = json.loads(data.render(view(LEDGER)))["content"]
    assert (content["place"], content["category"], content["period"]) == ("qinghe/shiqiao", "fin.ledger", "2026-10")
    assert content["facts"][0] == {"id": "opening", "label": "期初余额", "text": "152,300.00", "unit": "元"}
