from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from disclosure.basis.span import Span
from disclosure.catalogue.checkwords import check_words
from disclosure.catalogue.formula import parse
from disclosure.catalogue.model import Category
from disclosure.channels import page
from disclosure.theming.theme import load_theme
from disclosure.theming.theme import theme_roots
from disclosure.views import paths
from disclosure.views.frame import site_frame
from disclosure.views.listing import law_list
from disclosure.views.manual import ReferenceBlock
from disclosure.views.manual import ReferenceView
from disclosure.views.reference import category_view
from disclosure.views.reference import reference_views
from tests.catalogue.helpers import SHIPPED
from tests.views.making import PLACES
from tests.views.making import SETTINGS

VIEWS = tuple(reference_views(SHIPPED, "chongqing"))
BY_PATH = {view.path: view for view in VIEWS}
ALL = pytest.mark.parametrize("view", VIEWS, ids=[view.path for view in VIEWS])
EVERY = pytest.mark.parametrize("category", SHIPPED.categories.values(), ids=list(SHIPPED.categories))
ROOT = Path(__file__).parent.parent.parent


def block(view: ReferenceView, anchor: str) -> ReferenceBlock:
    return next(one for one in view.blocks if one.anchor == anchor)


def lines(view: ReferenceView, anchor: str = "how") -> dict[str, tuple[str, str]]:
    return {line.label: (line.text, line.source) for line in block(view, anchor).lines}


def html(view: page.View) -> str:
    theme, _ = load_theme("default", theme_roots(ROOT, ROOT / "content"))
    return page.render(view, site_frame(SETTINGS, PLACES), theme).decode()


def test_each_category_law_and_profile_has_a_page_of_its_own() -> None:
    assert len(BY_PATH) == len(VIEWS)
    assert {paths.category_page(one.slug) for one in SHIPPED.categories.values()} <= set(BY_PATH)
    assert {paths.law_page(one) for one in SHIPPED.citations} <= set(BY_PATH)
    assert {paths.profile_page(one) for one in SHIPPED.profiles} <= set(BY_PATH)
    assert all(path.startswith("laws/") for path in BY_PATH)


@ALL
def test_a_page_renders_whole_and_leads_only_where_something_is(view: ReferenceView) -> None:
    text = html(view)
    assert view.title in text
    assert "None" not in text
    assert text.count("<h1>") == 1
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    links = [link for one in view.blocks for link in (*one.links, *(way for line in one.lines for way in line.links))]
    links += [way for one in view.blocks for cited in one.laws for way in cited.links]
    assert {link.path for link in links} <= set(BY_PATH)
    assert {cited.law.path.partition("#")[0] for one in view.blocks for cited in one.laws} <= set(BY_PATH)


@EVERY
def test_a_category_page_says_all_that_the_category_asks(category: Category) -> None:
    view = BY_PATH[paths.category_page(category.slug)]
    text = html(view)
    labels = {fact.label for fact in category.facts} | {column.label for table in category.tables for column in table.columns}
    assert all(label in text for label in labels)
    assert all(role in text for role in category.sign)
    assert category.id in text
    cited = [one.law.label for one in block(view, "laws").laws]
    assert len(cited) == len([one for one in category.basis if one in SHIPPED.citations])
    assert ("骨架" in view.mark) == (category.depth != "deep")
    assert all(one.web == ("web" in category.media) for one in view.blocks if one.fields)


def test_every_line_tells_who_says_so() -> None:
    debt = lines(BY_PATH["laws/category/fin-debt/index.html"])
    assert debt["多久一次"] == ("每季度", "文件规定，只核对了部分条文")
    assert debt["期限"] == ("期末后 15 日内", "产品缺省，不是法定")
    assert debt["登多久"] == ("公开栏上不少于 15 日", "法定，据转述，条文待核")
    poor = lines(BY_PATH["laws/category/aid-dibao-notice/index.html"])
    assert poor["公示期"] == ("不少于 7 个工作日", "文件规定，只核对了部分条文、条文待核")
    roster = lines(BY_PATH["laws/category/duty-roster/index.html"])
    assert roster["多久一次"][1] == "地方制度，没有全国规定"
    local = lines(BY_PATH["laws/category/fin-ledger/index.html"], "local")
    assert local["重庆"][0] == "期限：期末后 15 日内（地方规定）"
    assert "第二十七至三十五条" in local["重庆"][1]
    assert lines(category_view(replace(SHIPPED.categories["fin.debt"], basis=(), sources=()), SHIPPED))["多久一次"][1] == "产品缺省，不是法定"


def test_what_each_medium_shows_of_a_column() -> None:
    rows = {row.label: row for row in block(BY_PATH["laws/category/fin-debt/index.html"], "table-payables").fields}
    assert (rows["债权人"].board, rows["债权人"].web, rows["债权人"].required) == ("照登", "遮一部分", True)
    assert (rows["原额"].kind, rows["原额"].unit) == ("金额", "元")


def test_the_example_of_a_countys_own_list_of_persons_is_not_shown() -> None:
    own = replace(SHIPPED.categories["fin.debt"], span=Span("catalogue/debt.yaml"))
    assert any(one.code for one in BY_PATH["laws/category/fin-debt/index.html"].blocks)
    assert not any(one.code for one in category_view(own, SHIPPED).blocks)


def test_an_article_names_the_categories_that_rest_on_it() -> None:
    (articles,) = BY_PATH[paths.law_page("集体经济组织法/45")].blocks
    named = {cited.law.article: {link.text for link in cited.links} for cited in articles.laws}
    assert {"债权债务", "财务收支明细"} <= named["第四十五条"]
    assert "2025年5月1日起施行" in articles.note


def test_the_profile_in_use_says_so_and_its_rules_are_words() -> None:
    used = BY_PATH[paths.profile_page("chongqing")]
    assert "本站用的就是这一份" in used.small
    assert "本站" not in BY_PATH[paths.profile_page("shandong")].small
    assert used.blocks[0].name.startswith("每季度")
    assert all(one.name.endswith(("的事项", "」")) or "、" in one.name for one in used.blocks)
    assert BY_PATH[paths.profile_page("national")].blocks == ()


def test_the_law_list_leads_to_all_of_them() -> None:
    laws = law_list(SHIPPED)
    reached = {link.path for link in laws.links} | {shelf.path for shelf in laws.shelves}
    assert {path for path in BY_PATH if path.startswith(("laws/law/", "laws/profile/"))} | {paths.CATEGORIES} == reached
    assert 'href="category/index.html"' in html(laws)


def test_the_pages_are_on_no_day() -> None:
    assert "截至" not in html(BY_PATH[paths.CATEGORIES])


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("closing = opening + sum(lines.income) - sum(lines.expense)", "期末余额 = 期初余额 + 「收支明细」收入合计 − 「收支明细」支出合计"),
        ("opening = previous.closing", "期初余额 = 上一期的期末余额"),
        ("lines.balance = 2 * (lines.income - lines.expense)", "「收支明细」每一行：余额 = 2 × （收入 − 支出）"),
        ("count(lines) ≤ 9 ± 1", "「收支明细」的行数 ≤ 9（可差 1）"),
        ("closing = sum(lines.income 若 account=经营收入)", "期末余额 = 「收支明细」收入合计（只算「account」是「经营收入」的）"),
        ("closing = sum(lines.income * lines.expense)", "期末余额 = 各行（「收支明细」收入 × 「收支明细」支出）合计"),
        ("closing = 债权债务.债务合计", "期末余额 = 债权债务的债务合计"),
    ],
)
def test_checks_are_said_in_the_labels_of_the_category(formula: str, words: str) -> None:
    assert check_words(parse(formula), SHIPPED.categories["fin.ledger"], SHIPPED) == words
