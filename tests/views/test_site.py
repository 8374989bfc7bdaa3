"""Home, places, gaps and lists: the numbers on them agree with the duties, everything missing is in sight."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from disclosure.board.model import Board
from disclosure.board.model import Place
from disclosure.board.model import Status
from disclosure.views import frame
from disclosure.views import listing
from disclosure.views.grid import MOST_SUBJECTS
from disclosure.views.grid import counted
from disclosure.views.grid import page_of
from disclosure.views.home import MISSING
from disclosure.views.home import grid_rows
from disclosure.views.home import home_view
from disclosure.views.home import stand
from disclosure.views.missing import missing_duties
from disclosure.views.missing import missing_item
from disclosure.views.missing import missing_view
from disclosure.views.place import place_view
from tests.views.making import DIBAO
from tests.views.making import LEDGER
from tests.views.making import OTHER
from tests.views.making import PLACES
from tests.views.making import SETTINGS
from tests.views.making import SUBSIDY
from tests.views.making import TODAY
from tests.views.making import VILLAGE
from tests.views.making import board
from tests.views.making import read


@pytest.fixture(scope="module")
def world() -> Board:
    september = read(LEDGER.replace("2026-10", "2026-09").replace("10-", "9-").replace("2026-11-06", "2026-10-09").replace("152,300.00", "100.00"))
    return board(read(LEDGER), september, read(SUBSIDY), read(DIBAO))


def words(html: str) -> str:
    return html.striptags()  # type: ignore[attr-defined, no-any-return]


def test_the_lead_counts_the_duties(world: Board) -> None:
    counts = counted(world.duties)
    lead = words(home_view(world).lead)
    assert f"应公开 {sum(counts.values())} 项" in lead
    assert f"还缺 {counts[Status.MISSING]} 项" in lead


def test_legend_and_rows_tell_the_same_numbers(world: Board) -> None:
    grid = home_view(world).grid
    counts = counted(world.duties)
    assert {mark.status: text.split()[-1] for mark, text in grid.legend}["missing"] == str(counts[Status.MISSING])
    done = [row.done.split(" / ") for row in grid.rows]
    assert sum(int(part[1]) for part in done) == sum(counts.values()) - counts[Status.DUE]
    assert sum(int(part[1]) - int(part[0]) for part in done) == counts[Status.MISSING]


def test_the_grid_has_few_columns_and_marks_the_worst(world: Board) -> None:
    grid = home_view(world).grid
    assert len(grid.heads) <= MOST_SUBJECTS + 3
    assert grid.groups[0].text == "财务，按月"
    assert grid.heads[:3] == ("八月", "九月", "十月")
    row = next(row for row in grid.rows if row.name == "石桥村")
    assert [cell.status.status if cell else "" for cell in row.cells[:3]] == ["missing", "published", "published"]
    assert all(len(row.cells) == len(grid.heads) for row in grid.rows)


def test_every_mark_leads_somewhere(world: Board) -> None:
    for row in home_view(world).grid.rows:
        for cell in row.cells:
            assert cell is None or cell.path.endswith(".html") or "#" in cell.path


def test_everything_missing_is_listed(world: Board) -> None:
    missing = missing_duties(world.duties)
    assert len(missing) > MISSING
    home = home_view(world)
    assert len(home.missing) == MISSING
    assert home.missing_more is not None
    assert len(listing.missing_list(world).missing) == len(missing)
    assert home.missing_more.text == f"全部 {len(missing)} 项缺项"


def test_a_missing_entry_says_why(world: Board) -> None:
    duty = next(duty for duty in missing_duties(world.duties) if duty.category == "fin.ledger" and duty.period == "2026-08")
    item = missing_item(world, duty)
    assert item.title == "八月财务收支明细"
    assert item.due_line == "应于 9月15日前公开，已过 59 天（必须项）"
    assert item.why.startswith("《农村集体经济组织法》第四十五条。次月 15 日前（地方规定")
    assert item.who == "集体经济组织理事会"
    assert item.days == 59


def test_the_gap_has_the_address_of_the_filing(world: Board) -> None:
    duty = next(duty for duty in missing_duties(world.duties) if duty.category == "fin.ledger" and duty.period == "2026-08")
    gap = missing_view(world, duty)
    assert gap.path == "qinghe/shiqiao/fin-ledger/2026-08/index.html" == page_of(duty)
    assert gap.due_sentence == "应于 2026年9月15日前公开，尚未公开。"
    assert gap.deadline.endswith("8月31日 + 15 日 = 9月15日")
    assert gap.phones == (("石桥村监督电话", "0000-6123341"), ("青禾镇监督电话", "0000-6123380"))
    assert gap.remedy.endswith("《村民委员会组织法》（2025年修正）第三十六条。")
    assert gap.previous is None


def test_the_gap_names_the_last_filing_before_it(world: Board) -> None:
    later = replace(world, today=date(2026, 12, 20))
    duty = next(duty for duty in world.duties if duty.category == "fin.ledger" and duty.period == "2026-08")
    gap = missing_view(later, duty._replace(period="2026-11"))
    assert gap.previous is not None
    assert gap.previous.text == "2026年10月"
    assert "11月6日公开，十月收入" in gap.previous.note


def test_news_are_newest_first_and_never_of_tomorrow(world: Board) -> None:
    news = home_view(world).news
    assert news[0].text == "石桥村 十月财务收支明细"
    assert news[0].when == "11月6日"
    assert news[0].meta == "6 笔，更正 1 处"
    early = home_view(replace(world, today=date(2026, 11, 5))).news
    assert "十月财务" not in early[0].text


def test_held_filings_are_no_news() -> None:
    found = read(LEDGER)
    assert home_view(board(found, held=frozenset((found.id,)))).news == ()


def test_where_the_money_went(world: Board) -> None:
    home = home_view(world)
    assert home.chart_title == "第三季度钱花在哪"
    assert words(home.chart_lead) == "石桥村共支出 18,375.04 元。"
    assert home.chart_rows[0] == ("公益支出", "10,919.04")
    assert "不含" in words(home.chart_note)


def test_last_year_beside_this_year(world: Board) -> None:
    old = replace(world.briefs[1], period="2025-09", filing_id="x/y/fin.ledger/2025-09", money={"公益支出": Decimal(50)})
    home = home_view(replace(world, briefs=(*world.briefs, old)))
    assert home.chart_heads == ("科目", "本期 元", "去年同期 元")
    assert home.chart_rows[0] == ("公益支出", "10,919.04", "50.00")


def test_no_chart_without_figures() -> None:
    assert home_view(board(read(SUBSIDY))).chart == ""


def test_all_out_says_so() -> None:
    world = board(read(LEDGER))
    done = tuple(duty._replace(status=Status.PUBLISHED) for duty in world.duties)
    home = home_view(replace(world, duties=done))
    assert words(home.lead).endswith("都已公开")
    assert "em" not in home.lead
    assert home.missing == ()
    assert home.stand == ""


def test_what_falls_due_next(world: Board) -> None:
    due = tuple(duty._replace(status=Status.DUE, due_on=date(2026, 11, 15)) for duty in world.duties if duty.category == "fin.ledger" and duty.period == "2026-10")
    assert words(stand(world, due, [])) == "石桥村的十月财务收支明细，11月15日到期。"


def test_a_village_page(world: Board) -> None:
    page = place_view(world, VILLAGE)
    assert words(page.lead).startswith("石桥村应公开")
    assert [shelf.name for shelf in page.shelves] == ["财务", "补贴", "救助"]
    assert page.grid is not None
    assert page.grid.heads == ()
    assert next(row for row in page.grid.rows if row.name == "财务收支明细").cells[-1] is not None
    assert page.grid_first == "事项"
    assert [fact.label for fact in page.facts] == ["监督电话", "公示栏"]


def test_a_township_page_shows_its_villages(world: Board) -> None:
    page = place_view(world, PLACES["qinghe"])
    assert [link.text for link in page.children] == ["东坡村", "石桥村"]
    assert page.grid is not None
    assert {row.name for row in page.grid.rows} <= {"石桥村", "东坡村", "青禾镇"}


def test_a_place_without_duties_has_no_grid() -> None:
    empty = replace(board(), duties=())
    assert place_view(empty, OTHER).grid is None
    assert words(home_view(empty).lead) == "还没有到期的公开事项"


def test_balances_make_a_line(world: Board) -> None:
    told = world.briefs[0]
    more = tuple(replace(told, period=f"2026-{month:02d}", filing_id=f"x/y/fin.ledger/2026-{month:02d}") for month in range(1, 9))
    page = place_view(replace(world, briefs=(*world.briefs, *more)), VILLAGE)
    assert "<polyline" in page.charts[0]
    assert "期末余额" in page.charts[0]


def test_many_places_are_shown_by_township(world: Board) -> None:
    crowd = {f"qinghe/v{number}": Place(f"qinghe/v{number}", f"v{number}", f"第{number}村", "village", "x", VILLAGE.span, parent="qinghe") for number in range(70)}
    duties = tuple(world.duties[0]._replace(place=path) for path in crowd)
    many = replace(world, places={**PLACES, **crowd}, duties=duties)
    assert [place.path for place in grid_rows(many, "")] == ["qinghe"]
    assert len(grid_rows(many, "qinghe")) == 72


def test_frames() -> None:
    still = frame.site_frame(SETTINGS, PLACES)
    assert (still.title, still.line, still.as_of) == ("青禾镇村务公开", "青禾镇 · 2 个村", "")
    assert still.example == ""
    dated = frame.dated_frame(replace(board(), today_fixed=True))
    assert dated.as_of == "2026年11月13日（按站点设定的日子）"
    assert dated.example == "东坡村 财务 2026-10 第 7 行"
    assert [link.text for link in dated.pick] == ["东坡村", "石桥村"]


def test_lists_of_laws_data_and_nothing(world: Board) -> None:
    laws = listing.law_list(world.catalogue)
    assert sum(len(shelf.laws) for shelf in laws.shelves) == len(world.catalogue.citations)
    anchors = [law.anchor for shelf in laws.shelves for law in shelf.laws]
    assert len(set(anchors)) == len(anchors)
    assert listing.data_list(SETTINGS, PLACES).links[0].path == "manifest.json"
    assert listing.not_found().path == "404.html"
    assert words(listing.missing_list(replace(world, duties=())).lead) == "到期的都已公开，没有缺项。"


def test_the_day_enters_no_filing_page() -> None:
    assert TODAY.isoformat() not in repr(frame.site_frame(SETTINGS, PLACES))
