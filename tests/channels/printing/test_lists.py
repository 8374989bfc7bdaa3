"""Lists on paper: groups become head rows with their sums, a rate is said once; a table of few rows is turned; lines are even."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.channels.printing import metrics
from disclosure.channels.printing.compose import content_of
from disclosure.channels.printing.content import Grid
from disclosure.channels.printing.formats import FORMATS
from disclosure.channels.printing.measure import Atom
from disclosure.channels.printing.planning import planned
from disclosure.channels.printing.sheets import sheets_of
from disclosure.channels.printing.strips import Strip
from disclosure.channels.printing.strips import spread
from disclosure.channels.printing.turning import turned
from disclosure.views.model import ColumnView
from disclosure.views.model import FilingView
from disclosure.views.model import TableView
from tests.channels import sample_views as samples

FORM = FORMATS["a3-portrait"]


def listed(groups: list[str], rate: str = "92.40", totals: bool = True) -> FilingView:
    """Return a list of households with a column of groups and one of the rate."""
    css = ["x", "s", "r", "r", "r"]
    names = samples.names(len(groups))
    body = tuple(
        samples.row(str(at), [group, name, f"{at}.50", rate if at > 1 else "92.40", f"1,{at:03}.00"], css)
        for at, (group, name) in enumerate(zip(groups, names, strict=True), 1)
    )
    foot = (samples.row("", ["", "合计", "999.00", "", "9,999.00"], css, "total"),) if totals else ()
    labels = (("组别", "", "x"), ("户主", "", "s"), ("面积", "亩", "r"), ("补贴标准", "元/亩", "r"), ("金额", "元", "r"))
    columns = tuple(ColumnView(label, label, unit, kind) for label, unit, kind in labels)
    table = TableView("rows", "名单", "名单", "plain", columns, (), body, foot, count=f"{len(groups)} 户", label_at=1)
    return replace(samples.subsidy(), tables=(table,), facts=())


def grid_of(view: FilingView) -> Grid:
    return next(block for block in content_of(view, FORM).blocks if isinstance(block, Grid) and block.look == "list")


def words(grid: Grid) -> list[list[str]]:
    return [[cell.html for cell in line.cells if cell is not None and cell.html] for line in grid.lines]


def test_groups_become_head_rows_with_their_sums() -> None:
    grid = grid_of(listed(["一组"] * 10 + ["二组"] * 10))
    heads = [line for line in words(grid) if line[0].startswith(("一组", "二组"))]
    assert heads == [["一组 10\u00a0户", "60.00", "10,055.00"], ["二组 10\u00a0户", "160.00", "10,155.00"]]
    assert [column.label for column in grid.columns] == ["号", "户主", "面积", "金额"]
    assert len(grid.lines) == 22


def test_a_group_that_stands_in_two_runs_stays_a_column() -> None:
    grid = grid_of(listed(["一组"] * 8 + ["二组"] * 8 + ["一组"] * 8))
    assert [column.label for column in grid.columns] == ["号", "组别", "户主", "面积", "金额"]


def test_groups_are_not_summed_where_nothing_else_is() -> None:
    grid = grid_of(listed(["一组"] * 10 + ["二组"] * 10, totals=False))
    assert words(grid)[0] == ["一组 10\u00a0户"]


def test_a_rate_that_never_changes_is_said_once() -> None:
    content = content_of(listed(["一组"] * 20), FORM)
    facts = next(block for block in content.blocks if isinstance(block, Grid) and block.look == "facts")
    assert words(facts) == [["补贴标准", "92.40\u00a0元/亩"]]
    assert sum("92.40" in line for line in words(grid_of(listed(["一组"] * 20)))) == 0


def test_a_rate_that_changes_stays_a_column() -> None:
    grid = grid_of(listed(["一组"] * 20, rate="90.00"))
    assert "补贴标准" in [column.label for column in grid.columns]


def test_a_sheet_that_begins_inside_a_group_repeats_its_head() -> None:
    content = content_of(listed(["一组"] * 150 + ["二组"] * 150), FORMATS["a4-portrait"])
    layout = planned(content, FORMATS["a4-portrait"])
    sheets = sheets_of(layout.content.blocks, layout.plan, layout.frame)
    firsts = [sheet.pieces[0].tables[0].rows[0].cells[0][0].html for sheet in sheets[1:] if sheet.pieces[0].tables]
    assert len(sheets) > 2
    assert all("组" in first for first in firsts)
    assert any(first.endswith("（续）") for first in firsts)


def test_the_repeated_head_takes_room() -> None:
    atoms = tuple(Atom(10.0) for _ in range(7))
    strip = Strip(0, 0, 0, atoms, 1, 0, None, (0,), 10.0)
    assert [[piece.ends for piece in sheet] for sheet in spread([strip], [40.0, 40.0], 0.0) or ()] == [[(4,)], [(7,)]]
    assert spread([strip._replace(again=11.0)], [40.0, 40.0], 0.0) is None


def test_a_wide_table_of_few_rows_is_turned_and_loses_nothing() -> None:
    view = samples.one_row()
    table = view.tables[0]
    columns = tuple(ColumnView(f"c{at}", f"第{at}栏", "元" if at else "", "s" if not at else "r") for at in range(9))
    rows = tuple(samples.row(str(number), [f"地块{number}", *(f"{number}{at}.00" for at in range(1, 9))], ["s", *["r"] * 8]) for number in (1, 2))
    wide = replace(view, tables=(replace(table, columns=columns, body=rows, foot=()),), facts=())
    grid = next(block for block in content_of(wide, FORM).blocks if isinstance(block, Grid))
    (found,) = turned((grid,))
    assert isinstance(found, Grid)
    assert [column.label for column in found.columns] == ["第0栏", "1 地块1", "2 地块2"]
    assert [line[1:] for line in words(found)] == [[f"1{at}.00", f"2{at}.00"] for at in range(1, 9)]
    assert words(found)[0][0] == "第1栏<small> 元</small>"


@pytest.mark.parametrize("text", ["机动地承包费，东洼 48.00 亩", "村党组织书记、村委会主任", "发包及上交收入"])
def test_two_lines_are_even_and_still_two(text: str) -> None:
    room = metrics.natural(text) - 1
    even = metrics.evened(text, room)
    assert even < room
    assert metrics.count_lines(text, even) == metrics.count_lines(text, room) == 2


@given(st.text("东洼机动地承包费，、（）0123456789. 元", min_size=1, max_size=60), st.floats(4, 40))
def test_even_lines_are_never_more_and_never_wider(text: str, room: float) -> None:
    even = metrics.evened(text, room)
    assert even <= room
    assert metrics.count_lines(text, even) <= metrics.count_lines(text, room)
