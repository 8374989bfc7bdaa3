"""Nothing personal leaves for the web: names, numbers, marked words, in no page, no table, no data, no sentence."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from disclosure.basis.private import Private
from disclosure.basis.span import Span
from disclosure.basis.values import Day
from disclosure.basis.values import Value
from disclosure.channels import data
from disclosure.channels import page
from disclosure.channels import table
from disclosure.reading.table import Cell
from disclosure.reading.table import Personal
from disclosure.theming.theme import load_theme
from disclosure.theming.theme import theme_roots
from disclosure.views import mask
from disclosure.views.brief import brief
from disclosure.views.filing import About
from disclosure.views.frame import site_frame
from tests.basis.invented import id_card
from tests.views.making import DIBAO
from tests.views.making import LEDGER
from tests.views.making import PLACES
from tests.views.making import SETTINGS
from tests.views.making import SUBSIDY
from tests.views.making import other
from tests.views.making import read
from tests.views.making import shelf
from tests.views.making import view

THEME = load_theme("default", theme_roots())[0]
SPAN = Span("a.yaml")


def everything(text: str, about: About | None = None) -> str:
    """Return all the web ever gets of a filing, as one text."""
    shown = view(text, "web", about)
    found = read(text)
    parts = [page.render(part, site_frame(SETTINGS, PLACES), THEME).decode() for part in page.pages(shown)]
    parts += [table.render(shown, artifact.path).decode("utf-8-sig") for artifact in table.artifacts(shown) if artifact.path.endswith(".csv")]
    parts += [data.render(shown).decode(), repr(brief(found, shelf(found), bool(about and about.held)))]
    return "\n".join(parts)


@pytest.mark.parametrize(
    ("kind", "personal", "medium", "how"),
    [
        ("text", None, "web", "show"),
        ("person", None, "web", "mask"),
        ("person", None, "board", "show"),
        ("person", Personal("show", "hide"), "web", "hide"),
        ("id_card", None, "board", "hide"),
        ("id_card", Personal("show", "show"), "board", "mask"),
        ("phone", None, "web", "hide"),
        ("phone", Personal("show", "show"), "web", "show"),
    ],
)
def test_policy(kind: str, personal: Personal | None, medium: str, how: str) -> None:
    assert mask.policy(kind, personal, medium) == how


@pytest.mark.parametrize(
    ("kind", "value", "typed", "shown"),
    [
        ("person", "王小明", "王小明", "王*明"),
        ("person", "", "", ""),
        ("place", "石桥村三组12号", "石桥村三组12号", "石桥村三组"),
        ("date", Day(date(1958, 3, 2)), "1958-03-02", "1958年"),
        ("phone", "12345678", "12345678", "●●●"),
        ("text", "肺癌", "肺癌", "●●●"),
    ],
)
def test_masked_cells(kind: str, value: Value, typed: str, shown: str) -> None:
    cell = Cell(Private(value), Private(typed), SPAN)
    assert mask.text(cell, kind, "mask") == shown
    assert mask.text(cell, kind, "show") == typed
    assert mask.value(cell) is None


def test_stricter_shows_less() -> None:
    assert mask.stricter("show", "hide") == "hide"
    assert mask.stricter("mask", "show") == "mask"


def test_names_are_masked_on_the_web_and_whole_on_the_board() -> None:
    web = everything(SUBSIDY)
    assert not any(name in web for name in ("褚满仓", "吕玉兰", "秦满仓"))
    assert "褚*仓" in web
    cells = [cell.text for row in view(SUBSIDY, "board").tables[0].body for cell in row.cells]
    assert "褚满仓" in cells


def test_a_board_only_list_leaves_counts_and_totals() -> None:
    web = everything(DIBAO)
    assert not any(word in web for word in ("卢存根", "卢*根", "陶桂英", "一组", "1,180", "新增一人", "2024"))
    assert "3 户，保障人数 6 人，共 3,545.00 元" in web
    assert view(DIBAO).tables == ()


def test_totals_of_two_payees_are_not_told() -> None:
    text = DIBAO.replace("      四组 | 费有田 | 3 | 1,725.00 | 2023-07\n", "")
    assert "1,820" not in everything(text)
    assert view(text).summary == ""


def test_a_held_filing_leaves_nothing_but_its_place() -> None:
    web = everything(LEDGER, About(held=True))
    assert not any(word in web for word in ("152,300", "清淤", "王敏", "专项经费", "12,000"))
    assert "暂不上网" in web
    assert view(LEDGER, "web", About(held=True)).record == ""


def test_marked_words_leave_in_no_medium() -> None:
    text = other(
        "标题: 救助【私:肺癌】\n数据:\n  说明: 因【私:肺癌】困难\n表:\n  - 名: 表\n    行: |\n      事项 | 金额(元)\n      帮扶【私:肺癌】 | 100\n"
        "注: 【私:肺癌】\n正文: 经查【私:肺癌】属实，同意。\n"
    )
    assert "肺癌" not in everything(text)
    assert "肺癌" not in repr(view(text, "board"))


def test_corrections_of_personal_columns_are_masked() -> None:
    text = SUBSIDY + "    更正: [{日期: 2026-07-01, 位置: 1, 栏: 户主, 改: 褚满金, 原因: 名字写错}]\n"
    assert "褚满金" not in everything(text)
    assert "褚*金" in everything(text)


def test_numbers_in_corrections_of_unknown_columns_are_scrubbed() -> None:
    number = id_card("500113", date(1961, 3, 5), "012")
    found = read(other("数据: {甲: 1}\n"))
    assert number not in mask.change(found, "没有的栏", number, "web")


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="褚满仓吕玉兰秦孙石生木匠荷香长根", min_size=3, max_size=3))
def test_no_name_of_a_list_reaches_the_web(name: str) -> None:
    text = SUBSIDY.replace("褚满仓", name)
    if name not in ("王敏", "李国强", "周德明"):
        assert name not in everything(text).replace(f"{name[0]}*{name[2]}", "")
