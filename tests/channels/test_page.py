"""Pages: whole HTML without a request to anybody, readable without a script; long tables cut at two hundred rows."""

from __future__ import annotations

import json
import pickle
import re
from html.parser import HTMLParser

import pytest

from disclosure.board.model import Board
from disclosure.channels import page
from disclosure.theming.environment import asset_path
from disclosure.theming.theme import load_theme
from disclosure.theming.theme import theme_roots
from disclosure.views import listing
from disclosure.views.filing import About
from disclosure.views.frame import dated_frame
from disclosure.views.frame import site_frame
from disclosure.views.home import home_view
from disclosure.views.missing import missing_duties
from disclosure.views.missing import missing_view
from disclosure.views.model import FilingView
from disclosure.views.place import place_view
from tests.views.making import DIBAO
from tests.views.making import LEDGER
from tests.views.making import PLACES
from tests.views.making import SETTINGS
from tests.views.making import SUBSIDY
from tests.views.making import VILLAGE
from tests.views.making import board
from tests.views.making import other
from tests.views.making import read
from tests.views.making import view

THEME = load_theme("default", theme_roots())[0]
FRAME = site_frame(SETTINGS, PLACES)
VOID = {"meta", "link", "br", "wbr", "img", "input", "hr"}


class Checker(HTMLParser):
    """Sees that tags nest, ids are unique, headings go down step by step, nothing is asked from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.heads: list[int] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in VOID and tag not in ("rect", "circle", "line", "polyline"):
            self.open.append(tag)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if re.fullmatch("h[1-6]", tag):
            self.heads.append(int(tag[1]))
        self.links += [str(given[name]) for name in ("href", "src") if given.get(name)]

    def handle_endtag(self, tag: str) -> None:
        if tag in ("rect", "circle", "line", "polyline"):
            return
        assert self.open.pop() == tag


def checked(html: str) -> Checker:
    checker = Checker()
    checker.feed(html)
    assert checker.open == []
    assert len(set(checker.ids)) == len(checker.ids)
    assert checker.heads[0] == 1
    assert checker.heads.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(checker.heads, checker.heads[1:], strict=False))
    assert not any(link.startswith(("http:", "https:", "//", "/")) for link in checker.links)
    assert 'lang="zh-Hans"' in html
    return checker


def drawn(shown: page.View) -> str:
    return page.render(shown, FRAME, THEME).decode()


@pytest.fixture(scope="module")
def world() -> Board:
    return board(read(LEDGER), read(SUBSIDY), read(DIBAO))


LONG = other("标题: 长表\n表:\n  - 名: 名册\n    行: |\n      事项 | 金额(元)\n" + "".join(f"      第{at}件 | {at}.00\n" for at in range(1, 451)) + "      合计 | 101,475.00\n正文: 完。\n")


@pytest.mark.parametrize(
    "shown",
    [
        view(LEDGER),
        view(SUBSIDY),
        view(DIBAO),
        view(LEDGER, "web", About(held=True)),
        view(SUBSIDY, "web", About(superseded_by="qinghe/shiqiao/subs.arable/2026~重核")),
        view(other("标题: 甲\n正文: |\n  # 一\n\n  ## 二\n\n  | 甲 | 乙 |\n  |---|---|\n  | 1 | 2 |\n公示期: 2026-04-08/2026-04-15\n转载: {机关: 县残联}\n")),
        view(other("表:\n  - 名: 榜\n    版式: {并排: [收入, 支出]}\n    行: |\n      收入/项目 | 收入/金额(元) | 支出/项目 | 支出/金额(元)\n      租金 | 5 | 电费 | 2\n  - 名: 二\n    行: |\n      项目 | 甲/乙(元) | 甲/丙(元)\n      一 | 1 | 2\n")),
        *page.pages(view(LONG)),
    ],
    ids=lambda shown: f"{shown.category}{shown.held and '-held'}{shown.path[-9:]}",
)
def test_filing_pages_are_whole(shown: FilingView) -> None:
    checker = checked(drawn(shown))
    assert "main" in checker.ids


def test_index_pages_are_whole(world: Board) -> None:
    frame = dated_frame(world)
    views: list[page.View] = [home_view(world), *(place_view(world, place) for place in PLACES.values())]
    views += [missing_view(world, duty) for duty in missing_duties(world.duties)[:5]]
    views += [listing.missing_list(world), listing.law_list(world.catalogue), listing.data_list(SETTINGS, PLACES), listing.not_found()]
    for shown in views:
        checked(page.render(shown, frame, THEME).decode())
        assert [artifact.path for artifact in page.artifacts(shown)] == [shown.path]


def test_links_inside_a_page_lead_to_something(world: Board) -> None:
    for html in (drawn(view(LEDGER)), page.render(home_view(world), dated_frame(world), THEME).decode(), page.render(place_view(world, VILLAGE), FRAME, THEME).decode()):
        checker = checked(html)
        for link in checker.links:
            if link.startswith("#"):
                assert link[1:] in checker.ids, link


def test_assets_are_found_from_any_depth() -> None:
    assert f'href="../../../../{asset_path(THEME, "site.css")}"' in drawn(view(LEDGER))


def test_the_day_stands_on_dated_pages_only(world: Board) -> None:
    assert "截至" not in drawn(view(LEDGER))
    assert "截至 2026年11月13日" in page.render(home_view(world), dated_frame(world), THEME).decode()


def test_long_tables_are_cut_at_two_hundred_rows() -> None:
    parts = page.pages(view(LONG))
    assert [part.path.rpartition("/")[2] for part in parts] == ["index.html", "2.html", "3.html"]
    assert [len(part.tables[0].body) for part in parts] == [200, 200, 50]
    assert [bool(part.tables[0].foot) for part in parts] == [False, False, True]
    assert [len(page.artifacts(view(LONG))), len(page.artifacts(view(LEDGER)))] == [3, 1]
    second = drawn(parts[1])
    assert "第 2 页，共 3 页" in second
    assert 'href="3.html"' in second
    assert "第 401 至 450 行" in second
    assert "完。" not in second


def test_equal_views_give_equal_bytes_in_any_process() -> None:
    shown = view(LEDGER)
    again = pickle.loads(pickle.dumps((shown, FRAME, THEME)))
    assert page.render(*again) == page.render(shown, FRAME, THEME)


def test_without_a_script_everything_is_there() -> None:
    html = drawn(view(LEDGER))
    assert html.count("<script") == 1
    assert "onclick" not in html
    assert "style=" not in html
    assert 'href="#huge"' in html


def test_every_figure_filed_is_on_the_page() -> None:
    """What the record holds, the page shows: nothing lost on the way to the reader."""
    for text in (LEDGER, SUBSIDY):
        shown = view(text)
        html = re.sub(r"<[^>]*>", "", drawn(shown))
        for table in json.loads(shown.record)["tables"]:
            for row in table["rows"]:
                for cell in row[3:]:
                    if "," in cell or ("." in cell and cell[0].isdecimal()):
                        assert cell in html, cell
