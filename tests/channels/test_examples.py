"""The example of every category in depth is shown: on its page, and on a poster with every figure it has."""

from __future__ import annotations

import pytest

from disclosure.board.model import Settings
from disclosure.board.model import Shelf
from disclosure.catalogue.model import Category
from disclosure.channels import page
from disclosure.channels.printing.fonts import Fonts
from disclosure.views.filing import filing_view
from disclosure.views.frame import site_frame
from disclosure.views.mask import BOARD
from disclosure.views.mask import WEB
from disclosure.views.model import FilingView
from tests.catalogue.helpers import SHIPPED
from tests.catalogue.test_examples import EVERY
from tests.catalogue.test_examples import PLACE
from tests.catalogue.test_examples import read
from tests.channels.printing import making
from tests.channels.test_poster import made
from tests.channels.test_poster import said

FORM = "a3-portrait"


def view(category: Category, medium: str) -> FilingView:
    filing, _ = read(category.example)
    return filing_view(filing, Shelf({PLACE.path: PLACE}, Settings(), SHIPPED, (filing,)), medium)


@EVERY
def test_an_example_has_a_page(category: Category) -> None:
    shown = view(category, WEB)
    html = page.render(shown, site_frame(Settings(), {PLACE.path: PLACE}), making.theme()).decode()
    assert category.name in html
    rows = [row for table in shown.tables for row in (*table.body, *table.foot)]
    for row in rows:
        assert all(str(cell.html) in html for cell, column in zip(row.cells, shown.tables[0].columns, strict=False) if column.css != "vo")
    if "web" not in category.media:
        assert not rows


@pytest.mark.slow
@pytest.mark.pdf
@pytest.mark.skipif(bool(making.MISSING), reason=making.MISSING)
@EVERY
def test_an_example_has_a_poster(category: Category, fonts: Fonts) -> None:
    shown = view(category, BOARD)
    poster = made(shown, FORM, fonts)
    assert poster.problems == ()
    assert unsigned(said(shown)) - unsigned(making.text_of(poster.bytes)) == set()


def unsigned(text: str) -> set[str]:
    """Return the figures of a text; a day torn at its hyphen is the same day."""
    return {number.lstrip("-−") for number in making.numbers(text)}


@pytest.fixture(scope="session")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> Fonts:
    return making.fonts(str(tmp_path_factory.getbasetemp() / "fonts"))
