"""A head that lost a name is said once, and the cells are read under the right names or not at all."""

from __future__ import annotations

import pytest

from disclosure.basis.diagnostic import Diagnostic
from disclosure.reading.nodes import Grid
from disclosure.reading.shorthead import with_head
from disclosure.reading.table import Column
from disclosure.reading.texttable import grid_of_block
from tests.reading.papers import block_of
from tests.reading.papers import block_source
from tests.reading.papers import slugs

COLUMNS = (
    Column("date", "日期", "date", required=True), Column("number", "凭证号", "code"), Column("summary", "摘要", "text", required=True),
    Column("account", "科目", "text"), Column("expense", "支出", "money"),
)  # fmt: skip
ROWS = "3-18 | 记-1 | 路灯 | 公益支出 | 6\n3-19 | 记-2 | 打印纸 | 办公费 | 7\n3-20 | 记-3 | 电费 | 水电费 | 8\n"


def read(text: str, columns: tuple[Column, ...] | None = COLUMNS) -> tuple[Grid, list[Diagnostic]]:
    grid, problems = grid_of_block(block_of(text))
    return with_head(grid, problems, columns, "收支")


def heads(grid: Grid) -> list[str]:
    return [head.text for head in grid.heads]


@pytest.mark.parametrize(
    ("head", "column", "before", "after"),
    [("日期 | 凭证号 | 科目 | 支出", "摘要", "凭证号", ""), ("凭证号 | 摘要 | 科目 | 支出", "日期", "", "凭证号")],
)
@pytest.mark.parametrize("separator", [" | ", "\t"])
def test_a_required_name_is_put_where_it_belongs(head: str, column: str, before: str, after: str, separator: str) -> None:
    grid, (found,) = read(f"{head}\n{ROWS}".replace(" | ", separator))
    assert heads(grid) == ["日期", "凭证号", "摘要", "科目", "支出"]
    assert [[cell.text if cell else "" for cell in row.cells] for row in grid.rows] == [line.split(" | ") for line in ROWS.strip().split("\n")]
    assert found.slug == "head-short"
    assert [found.arguments[key] for key in ("column", "before", "after", "expected", "found")] == [column, before, after, 4, 5]


def test_the_place_of_the_name_is_in_the_head() -> None:
    text = f"日期 | 凭证号 | 科目 | 支出\n{ROWS}"
    grid, _ = read(text)
    place = grid.heads[2].span
    assert (place.start, place.end) == (block_source(text).index("凭证号") + 3,) * 2


def test_one_row_is_enough_where_the_category_tells_the_name() -> None:
    grid, found = read("日期 | 凭证号 | 科目 | 支出\n3-18 | 记-1 | 路灯 | 公益支出 | 6\n")
    assert slugs(found) == ["head-short"]
    assert len(grid.heads) == 5


def test_where_nothing_tells_the_name_no_cell_is_read() -> None:
    grid, (found,) = read(f"日期 | 凭证号 | 摘要 | 科目\n{ROWS}")
    assert not grid.heads
    assert (found.arguments["lacking"], found.arguments["column"], found.arguments["others"]) == (1, "", "支出")


def test_two_names_are_missing_as_one_finding() -> None:
    grid, (found,) = read(f"日期 | 科目 | 支出\n{ROWS}")
    assert not grid.heads
    assert found.arguments["lacking"] == 2


def test_a_table_of_no_category_is_said_once_as_well() -> None:
    _, found = read("组别 | 水费\n一组 | 35.00 | 已缴\n二组 | 28.00 | 未缴\n", None)
    assert slugs(found) == ["head-short"]


@pytest.mark.parametrize(
    "text",
    [
        "组别 | 水费\n一组 | 35.00 | 已缴\n",
        "组别 | 水费\n一组 | 35.00 | 已缴\n二组 | 28.00\n三组 | 8.00\n",
        "组别 | 水费 | \n一组 | 35.00 | 已缴\n二组 | 28.00 | 未缴\n",
    ],
)
def test_rows_that_are_too_wide_by_themselves_stay_so(text: str) -> None:
    grid, found = read(text, None)
    assert heads(grid) == ["组别", "水费"]
    assert set(slugs(found)) == {"row-width"}


def test_rows_that_fit_are_left_alone() -> None:
    grid, found = read(f"日期 | 凭证号 | 摘要 | 科目 | 支出\n{ROWS}")
    assert (found, grid.wide, len(grid.rows)) == ([], (), 3)
