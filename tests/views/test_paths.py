"""A filing and the gap it leaves have one address; nothing dangerous or personal stands in a path."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.views import paths
from tests.basis.invented import ID_CARDS
from tests.views.making import LEDGER
from tests.views.making import read


def test_page_of_a_filing() -> None:
    found = read(LEDGER)
    assert paths.filing_path(found) == "qinghe/shiqiao/fin-ledger/2026-10/index.html"
    assert paths.filing_id_path(found.id) == paths.filing_path(found)
    assert paths.duty_path("qinghe/shiqiao", "fin.ledger", "2026-10") == paths.filing_path(found)
    assert paths.place_path("qinghe") == "qinghe/index.html"


@pytest.mark.parametrize(
    ("filing_id", "path"),
    [
        ("qinghe/shiqiao/feedback/2026-Q3", "qinghe/shiqiao/feedback/2026-Q3/index.html"),
        ("qinghe/shiqiao/other.notice/2026-03-05/2026-03-11~东区/西区~更正", "qinghe/shiqiao/other-notice/2026-03-05_2026-03-11~东区_西区~更正/index.html"),
        ("a/fin.debt/截至2023-04", "a/fin-debt/截至2023-04/index.html"),
        ("没有期间", ""),
    ],
)
def test_ids_lead_to_pages(filing_id: str, path: str) -> None:
    assert paths.filing_id_path(filing_id) == path


@given(st.text(max_size=80))
def test_a_piece_stays_one_piece(text: str) -> None:
    piece = paths.part(text)
    assert piece
    assert not set(piece) & set('/\\:*?"<>|#% \n')
    assert piece not in (".", "..")


@given(ID_CARDS)
def test_no_number_of_a_person_in_a_path(number: str) -> None:
    assert number not in paths.folder("a", "land.comp", "2026", f"赵甲{number}")
