from __future__ import annotations

import pytest

from disclosure.reading.columnnames import find_column
from disclosure.reading.columnnames import is_free
from disclosure.reading.columnnames import look_up
from disclosure.reading.columnnames import match_column
from disclosure.reading.columnnames import match_key
from disclosure.reading.columnnames import names_in
from disclosure.reading.columnnames import names_of
from disclosure.reading.nodes import Mapping
from disclosure.reading.table import Column
from tests.reading.papers import node_of

COLUMNS = (
    Column("income", "收入", "money"),
    Column("aged", "80-89周岁(人)", "count"),
    Column("c_count", "户数", "count", group=("C级",)),
    Column("d_count", "户数", "count", group=("D级",)),
    Column("贫困村", "其中贫困村", "count", "个", group=("村数",), of_which=True, number="3"),
)


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("收入", "income"), ("income", "income"), ("收入(元)", "income"), ("收 入（万元）", "income"), ("80-89周岁(人)", "aged"), ("80-89周岁", "aged"), ("８０-８９周岁", "aged"),
        ("C级/户数", "c_count"), ("D级/户数(户)", "d_count"), ("贫困村", "贫困村"), ("其中贫困村40个", "贫困村"), ("村数/其中贫困村", "贫困村"),
    ],
)  # fmt: skip
def test_a_column_has_many_names(name: str, id_: str) -> None:
    found = match_column(name, COLUMNS)
    assert found is not None
    assert found.id == id_


def test_a_name_that_several_share_names_none() -> None:
    assert match_column("户数", COLUMNS) is None
    assert match_column("支出", COLUMNS) is None
    assert look_up("户数", names_in(COLUMNS)) is None
    assert find_column(COLUMNS, "户数") == -1


def test_formulas_name_columns_by_number_too() -> None:
    assert find_column(COLUMNS, "#3") == 4
    assert find_column(COLUMNS, "#4") == -1
    assert find_column(COLUMNS, "收入(元)") == 0


def test_free_heads_and_keys_of_corrections() -> None:
    assert [is_free(text) for text in ("序号", "备 注", "收入")] == [True, True, False]
    node = node_of("栏: {补助资金: 文字}\n", "栏")
    assert isinstance(node, Mapping)
    assert match_key("补助资金(万元)", node) is not None
    assert match_key("金额", node) is None
    assert match_key("金额", None) is None
    assert "收入(元)" in names_of("收入", "income", "收入", "元")
