from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.catalogue.blank import Filled
from disclosure.catalogue.blank import blank
from disclosure.catalogue.blank import column_note
from disclosure.catalogue.blank import plain_scalar
from disclosure.catalogue.effective import citations_in_force
from disclosure.catalogue.model import Category
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import Scalar
from disclosure.reading.table import Column
from disclosure.reading.yaml import read_yaml

from .helpers import SHIPPED

EVERY = pytest.mark.parametrize("category", SHIPPED.categories.values(), ids=list(SHIPPED.categories))


@EVERY
def test_a_blank_form_parses_and_has_every_lawful_field(category: Category) -> None:
    cited = citations_in_force(SHIPPED, category.basis, date(2026, 9, 30))
    text = blank(category, place="石桥村", period="2026-Q3", citations=cited)
    document = read_yaml(text.encode(), "a.yaml")
    assert document.root is not None
    assert not document.diagnostics
    keys = {key.text: value for key, value in document.root}
    assert {"类别", "期间"} | {fact.label for fact in category.facts} | {
        table.label for table in category.tables
    } <= set(keys)
    assert ("公开日期" in keys) == ("web" in category.media)
    assert ("签字" in keys) == bool(category.sign)
    for table in category.tables:
        body = keys[table.label]
        heads = body.text if isinstance(body, Scalar) else text
        assert all(column.label in heads for column in table.columns)
    assert all(citation.label in text for citation in cited)
    signed = keys.get("签字")
    assert signed is None or (isinstance(signed, Mapping) and [key.text for key, _ in signed] == list(category.sign))


@EVERY
def test_what_is_set_off_reads_too_once_its_hash_is_gone(category: Category) -> None:
    text = blank(category, place="石桥村", period="2026-Q3", choices=SHIPPED.choices)
    head, _, further = text.partition("# 下面各项用得着才写，写时删掉行首的 #：\n")
    bare = head + re.sub(r"(?m)^# ", "", further)
    document = read_yaml(bare.encode(), "a.yaml")
    assert not [one for one in document.diagnostics if one.slug != "duplicate-key"]
    assert document.root is not None
    assert {"标题", "主体", "所属期", "更正", "替代", "栏+"} <= {key.text for key, _ in document.root}


def test_what_is_known_stands_in_the_form() -> None:
    category = SHIPPED.categories["fin.debt"]
    rows = {"payables": [["青禾支行", "贷款", "", "4.35%", *[""] * 8]]}
    known = Filled({"债权合计": "1,000.00"}, rows, source=" 2026年第二季度", deadline="2026-10-15")
    text = blank(category, place="石桥村", period="2026-Q3", filled=known)
    assert re.search(r"(?m)^债权合计: 1,000.00 +# 金额；必填", text)
    assert "\n  青禾支行 | 贷款 |  | 4.35%" in text
    assert "以下 1 行照抄 2026年第二季度" in text
    assert "即 2026-10-15 前" in text


def test_tables_in_a_workbook_are_named_with_sheet_and_head_row() -> None:
    category = SHIPPED.categories["asset.lease"]
    known = Filled(workbook="2026年第三季度租赁 台账.xlsx", sheets={"leases": "合同"})
    text = blank(category, place="石桥村", period="2026-Q3", filled=known)
    assert "合同: {文件: 2026年第三季度租赁 台账.xlsx, 工作表: 合同, 表头行: 2}" in text or '合同: {文件: "' in text
    document = read_yaml(text.encode(), "a.yaml")
    assert document.root is not None
    assert not document.diagnostics
    table = document.root.get("合同")
    assert isinstance(table, Mapping)
    assert [value.text for _, value in table if isinstance(value, Scalar)] == ["2026年第三季度租赁 台账.xlsx", "合同", "2"]


def test_a_long_list_of_choices_is_cut_short_in_its_comment() -> None:
    short = column_note(Column("a", "甲", "choice", of="satisfaction"), SHIPPED.choices)
    assert short == "选：满意、基本满意、不满意、未评价"
    assert f"等 {len(SHIPPED.choices['accounts'])} 种" in column_note(
        Column("a", "甲", "choice", of="accounts"), SHIPPED.choices
    )


@given(st.text(st.characters(codec="utf-8", categories=("L", "Nd", "P", "Sm", "Zs")), min_size=1, max_size=12))
def test_a_scalar_reads_back_as_it_was(text: str) -> None:
    document = read_yaml(f"注: {plain_scalar(text)}  # 说明\n".encode(), "a.yaml")
    assert document.root is not None
    found = document.root.get("注")
    assert isinstance(found, Scalar)
    assert found.text == text
