"""Plain pages: all that is missing, all laws cited, how to take the data, a page for a wrong address."""

from __future__ import annotations

from markupsafe import Markup

from disclosure.board.model import Board
from disclosure.board.model import Place
from disclosure.board.model import Settings
from disclosure.catalogue.model import Catalogue
from disclosure.catalogue.model import Citation
from disclosure.views import paths
from disclosure.views import posting
from disclosure.views.missing import missing_duties
from disclosure.views.missing import missing_item
from disclosure.views.model import LawShelf
from disclosure.views.model import Link
from disclosure.views.model import ListView
from disclosure.views.reconcile import reconcile_link
from disclosure.views.words import day_words
from disclosure.views.words import law_name

_UP = Link("首页", paths.HOME)


def missing_list(board: Board) -> ListView:
    """Return the page of everything that is missing."""
    items = tuple(missing_item(board, duty) for duty in missing_duties(board.duties))
    lead = Markup("还缺 <b>{}</b> 项。").format(len(items)) if items else Markup("到期的都已公开，没有缺项。")
    return ListView("missing", paths.MISSING, "还缺什么", lead, (_UP, Link("还缺什么")), missing=items, links=reconcile_link(board))


def law_list(catalogue: Catalogue) -> ListView:
    """Return the page of all citations, by law, each saying from when to when it holds and how well it was checked."""
    shelves: dict[str, list[Citation]] = {}
    for citation in catalogue.citations.values():
        edition = f"（{citation.edition}）" if citation.edition else ""
        shelves.setdefault(f"《{law_name(citation.law)}》{edition}", []).append(citation)
    named = tuple(
        LawShelf(name, f"law{index}", tuple(map(posting.law_view, entries)), _span(entries), paths.law_page(entries[0].id)) for index, (name, entries) in enumerate(shelves.items(), 1)
    )
    note = "这里写的是每一条要求公开什么，用的是平常话，不是法条原文。括号里说明条文核对到哪一步。"
    links = (Link("公开事项一览", paths.CATEGORIES, f"{len(catalogue.categories)} 类，每一类要公开什么"), *(Link(one.name, paths.profile_page(one.id), "地方档案") for one in catalogue.profiles.values()))
    lead = Markup("共 <b>{}</b> 条。").format(len(catalogue.citations))
    return ListView("laws", paths.LAWS, "依据的法律和规定", lead, (_UP, Link("法条")), links=links, shelves=named, note=note)


def _span(entries: list[Citation]) -> str:
    starts = {entry.in_force_from for entry in entries}
    ends = {entry.in_force_to for entry in entries}
    start = starts.pop() if len(starts) == 1 else None
    end = ends.pop() if len(ends) == 1 else None
    words = [f"{day_words(start, True)}起施行" if start else "", f"{day_words(end, True)}止" if end else ""]
    return "，".join(filter(None, words))


def data_list(_settings: Settings, places: dict[str, Place]) -> ListView:
    """Return the page that tells how to take the data and check it."""
    note = (
        "每一份公开件的页面下方都能拿走表格（CSV、Excel）和数据（JSON）。JSON 里 content 是这一份的全部内容，"
        "digest 是 content 原样字节的 SHA-256，前 60 位写成核对码，与公开栏上的海报相同：谁都可以自己核一遍。"
        "全站文件清单和各自的 SHA-256 在 manifest.json。"
    )
    links = tuple(Link(place.name, paths.place_path(place.path)) for place in sorted(places.values(), key=lambda place: place.path))
    own = (Link("manifest.json", "manifest.json", "全站文件清单"),)
    return ListView("data", paths.DATA, "数据", Markup(), (_UP, Link("数据")), links=own + links, note=note)


def not_found() -> ListView:
    """Return the page of a wrong address."""
    note = "地址可能写错了，或者这一份还没有公开。从首页找村名，再找类别和月份。"
    return ListView("not_found", paths.NOT_FOUND, "没有这一页", Markup(), (_UP,), links=(_UP, Link("还缺什么", paths.MISSING)), note=note)
