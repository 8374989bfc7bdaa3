"""The record of a filing: plain data, masked, canonical; its digest is what the check code is made of."""

from __future__ import annotations

import hashlib
import json

from disclosure.basis.digest import canonical_json
from disclosure.basis.digest import check_code
from disclosure.views.record import record
from tests.views.making import DIBAO
from tests.views.making import LEDGER
from tests.views.making import SUBSIDY
from tests.views.making import read
from tests.views.making import view


def test_the_record_is_canonical() -> None:
    text = view(LEDGER).record
    assert canonical_json(json.loads(text)).decode() == text


def test_digest_and_code_are_those_of_the_record() -> None:
    shown = view(SUBSIDY)
    assert shown.digest == hashlib.sha256(shown.record.encode()).hexdigest()
    assert shown.code == check_code(shown.digest)


def test_the_board_carries_the_code_of_the_web() -> None:
    assert view(SUBSIDY, "board").code == view(SUBSIDY).code
    assert "褚满仓" not in view(SUBSIDY, "board").record


def test_posting_days_do_not_change_the_code_but_figures_do() -> None:
    code = view(LEDGER).code
    assert view(LEDGER.replace("公开日期: 2026-11-06", "公开日期: 2026-11-07\n    下栏日期: 2026-12-01")).code == code
    assert view(LEDGER.replace("719.04", "719.05")).code != code


def test_rows_stand_as_filed() -> None:
    rows = json.loads(view(LEDGER).record)["tables"][0]["rows"]
    assert rows[0] == ["1", "item", 0, "10-03", "记-001", "机动地承包费，东洼 48.00 亩", "经营收入", "12,000.00", "", ""]
    assert rows[3][:3] == ["", "of_which", 1]


def test_a_board_only_filing_keeps_its_sentence_only() -> None:
    kept = json.loads(record(read(DIBAO), "三户。"))
    assert kept["summary"] == "三户。"
    assert not {"tables", "facts", "notes", "signatures"} & set(kept)
