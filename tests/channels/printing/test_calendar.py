"""The calendar on paper: every month, day and thing is on it, on every format, whole months together."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from markupsafe import Markup

from disclosure.channels import poster
from disclosure.channels.printing.calendar import calendar_content
from disclosure.channels.printing.content import Grid
from disclosure.channels.printing.formats import FORMATS
from disclosure.channels.printing.metrics import plain
from disclosure.views.dates import WallMonth
from disclosure.views.dates import WallView
from disclosure.views.wall import wall_view
from disclosure.views.wall import whole_months
from tests.channels.printing import making
from tests.views.making import VILLAGE
from tests.views.making import board


def view() -> WallView:
    world = board(today=date(2026, 11, 13))
    return wall_view(world, whole_months(world)[VILLAGE.path])


def grid(made: WallView, form: str) -> Grid:
    found = calendar_content(made, FORMATS[form]).blocks[0]
    assert isinstance(found, Grid)
    return found


@pytest.mark.parametrize("form", FORMATS)
def test_every_row_stands_under_its_month(form: str) -> None:
    made = view()
    lines = grid(made, form).lines
    assert [plain(line.cells[0].html) for line in lines if line.kind == "grp" and line.cells[0]] == [month.name for month in made.months]
    told = [tuple(plain(cell.html) for cell in line.cells if cell) for line in lines if line.kind == "item"]
    assert told == [row for month in made.months for row in month.rows]


@pytest.mark.parametrize("form", FORMATS)
def test_events_are_told_once(form: str) -> None:
    content = calendar_content(view(), FORMATS[form])
    assert (content.lead_html + "".join(content.foot)).count("救灾款物") == 1


def test_a_month_is_not_divided_unless_it_is_long() -> None:
    short, long = (WallMonth("2026年11月", (("15日", "事", "十月"),) * count) for count in (16, 30))
    made = WallView("a/calendar/index.html", "a", "石桥村", "x", Markup("x"), (short, long), Markup(), (), (), "")
    lines = grid(made, "a3-portrait").lines
    assert [line.keep for line in lines[:17]] == [True] * 16 + [False]
    assert [line.keep for line in lines[17:20]] == [True, False, False]


def test_names_are_no_markup() -> None:
    made = WallView("a", "a", "石桥村", "x", Markup("x"), (WallMonth("<b>", (("1日", "<i>", "&"),)),), Markup(), (), (), "")
    assert "<i>" not in str(grid(made, "a3-portrait").lines)


@pytest.mark.pdf
@pytest.mark.skipif(bool(making.MISSING), reason=making.MISSING)
def test_the_sheet_says_it_all(tmp_path: Path) -> None:
    made = view()
    sheet = poster.render(made, "a3-portrait", making.theme(), making.fonts(str(tmp_path)))
    assert sheet.problems == ()
    text = re.sub(r"\s+", "", making.text_of(sheet.bytes))
    for month in made.months:
        assert month.name in text
    assert all(number in text for _, number in made.phones)
    assert text.count("财务收支明细") == sum(name == "财务收支明细" for month in made.months for _, name, _ in month.rows)
    assert sheet.bytes == poster.render(made, "a3-portrait", making.theme(), making.fonts(str(tmp_path))).bytes
