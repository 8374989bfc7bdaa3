from __future__ import annotations

import datetime

import pytest

from disclosure.reading.oldbook import open_old
from disclosure.reading.oldbook import read_old
from disclosure.reading.oldbook import stored_text
from disclosure.reading.ooxml import UnreadableError
from tests.reading.books import compound
from tests.reading.books import old_workbook


def test_stored_values_are_read_as_text() -> None:
    book = open_old(old_workbook([["村", "金额"], ["　甲", 1120.5], ["合计", 3]]))
    assert (book.names, book.visible) == (("石滩村",), ("石滩村",))
    sheet = read_old(book, "石滩村", "明细.xls")
    assert {(r, c): cell.text for r, row in sheet.rows.items() for c, cell in row.items()} == {
        (1, 1): "村", (1, 2): "金额", (2, 1): "　甲", (2, 2): "1120.5", (3, 1): "合计", (3, 2): "3",
    }  # fmt: skip
    assert sheet.rows[2][2].span.cell == "石滩村!B2"


def test_hidden_sheets_are_known() -> None:
    assert open_old(old_workbook([["村"]], hidden=True)).visible == ()


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.1, "0.1"), (3.0, "3"), (1e16, "10000000000000000"), (-2.50, "-2.5"), (1e-7, "0.0000001"), (True, "是"), (False, "否"), (" 甲 ", "甲"), (datetime.date(2026, 3, 5), "2026-03-05")],
)
def test_the_shortest_digits_stand_for_a_float(value: object, text: str) -> None:
    assert stored_text(value) == text
    assert stored_text(datetime.datetime(2026, 3, 5, 12, tzinfo=datetime.UTC)) == "2026-03-05"


def test_what_is_no_old_workbook_is_refused() -> None:
    with pytest.raises(UnreadableError):
        open_old(compound("Other", b"x"))
