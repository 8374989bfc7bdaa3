"""``disclosure new``: a blank filing of one category, put where it belongs, with what the last one hands on."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from disclosure.basis.period import Period
from disclosure.basis.period import parse_period
from disclosure.basis.text import closest
from disclosure.board.deadline import deadline
from disclosure.board.load import Survey
from disclosure.board.load import load_shelf
from disclosure.board.load import survey
from disclosure.board.model import Filing
from disclosure.board.model import Place
from disclosure.board.model import Shelf
from disclosure.building.run import content_folder
from disclosure.catalogue.blank import Filled
from disclosure.catalogue.blank import blank
from disclosure.catalogue.effective import at_level
from disclosure.catalogue.effective import citations_in_force
from disclosure.catalogue.model import Category
from disclosure.commands.carrying import facts_carried
from disclosure.commands.carrying import follows_on
from disclosure.commands.carrying import last_filing
from disclosure.commands.carrying import rows_carried
from disclosure.commands.workbook import sheet_names
from disclosure.commands.workbook import workbook
from disclosure.options import Options
from disclosure.options import typed
from disclosure.views.binding import law_of
from disclosure.views.binding import profile_of

PRIVATE_FOLDER = "不公开"
_UNFIT = re.compile(r'[\\/:*?"<>|\s]+')


class RefusedError(Exception):
    """What was asked for cannot be made; the message says why."""


def run(options: Options) -> int:
    """Write the blank filing and say where; returns 2 where a word is unknown or the filing exists already."""
    content = content_folder(options.root)
    try:
        if not content.is_dir():
            raise RefusedError(f"{options.root} 里没有 content 文件夹")
        paths = made(survey(content), *options.words, in_workbook=options.xlsx)
    except RefusedError as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 2
    sys.stdout.write("".join(f"{path}\n" for path in paths))
    return 0


def made(seen: Survey, category_name: str, place_name: str, period_text: str, *, in_workbook: bool = False) -> list[Path]:
    """Write a blank filing, with a workbook beside it where asked, and return their paths; raises RefusedError."""
    category = _category(seen, category_name)
    place = _place(seen, place_name, category)
    category = at_level(category, place.level)
    period = _period(period_text)
    shelf = load_shelf(seen, place.path, date.max).shelf
    _refuse_second(shelf, place, category, period)
    previous = last_filing(shelf, place, category, period)
    path = _path(seen.root, place, category, period, secret=previous is not None and previous.secret)
    paths = [path, path.with_suffix(".xlsx")] if in_workbook else [path]
    _refuse_unfit(seen, category, paths, in_workbook=in_workbook)
    filled = _filled(seen, place, category, period, previous)
    path.parent.mkdir(parents=True, exist_ok=True)
    if in_workbook:
        title = f"{place.name} {period.words()}"
        paths[1].write_bytes(workbook(category, title=title, choices=seen.catalogue.choices, rows=filled.rows))
        filled = replace(filled, workbook=paths[1].name, sheets=sheet_names(category))
    cited = citations_in_force(seen.catalogue, category.basis, period.last)
    text = blank(
        category, place=place.name, period=period.canonical, citations=cited, choices=seen.catalogue.choices, filled=filled
    )
    path.write_text(text, "utf-8")
    return paths


def _filled(seen: Survey, place: Place, category: Category, period: Period, previous: Filing | None) -> Filled:
    """Return what is known before anybody writes: the day it is due, and what the last filing hands on."""
    law = law_of(seen.catalogue, category, profile_of(place, seen.places, seen.settings), period.last, period.last)
    due = deadline(law, period, rhythm=period.unit).on if not law.stages else None
    day = due.isoformat() if due else ""
    if previous is None:
        return Filled(deadline=day)
    goes_on = follows_on(previous, period)
    return Filled(
        facts=facts_carried(category, previous) if goes_on else {},
        rows=rows_carried(category, previous, figures=goes_on),
        source=f" {previous.period.words()}",
        deadline=day,
    )


def _refuse_unfit(seen: Survey, category: Category, paths: list[Path], *, in_workbook: bool) -> None:
    """Refuse to write over anything, a workbook for a category without tables, and one in a public repository."""
    for path in paths:
        if path.exists():
            raise RefusedError(f"已经有这个文件了，没有动它：{path}")
    if in_workbook and not category.tables:
        raise RefusedError(f"「{category.name}」没有固定的表，不用 --xlsx")
    if in_workbook and seen.settings.visibility == "public":
        raise RefusedError("这个内容仓库是公开的，工作簿不能放进去；不用 --xlsx，在公开件里写表")


def _category(seen: Survey, name: str) -> Category:
    category = seen.catalogue.find(name)
    if category is not None:
        return category
    names = [word for one in seen.catalogue.categories.values() for word in (one.id, one.name, *one.aliases)]
    raise RefusedError(_unknown("公开事项", name, closest(name, names)) + f"全部见 {typed('list categories')}。")


def _place(seen: Survey, name: str, category: Category) -> Place:
    """Return the place with this slug path, slug, folder or name; a name that fits several is refused."""
    exact = seen.places.get(name)
    fit = [place for place in seen.places.values() if name in (place.name, place.slug, place.folder)]
    if exact is None and len(fit) > 1:
        raise RefusedError(f"有几个地方都叫「{name}」，写网址名：{'、'.join(place.path for place in fit)}")
    place = exact or next(iter(fit), None)
    if place is None:
        names = [word for one in seen.places.values() for word in (one.path, one.slug, one.name)]
        raise RefusedError(_unknown("地方", name, closest(name, names)))
    if place.level not in category.level:
        raise RefusedError(f"「{category.name}」不是{place.name}这一级公开的")
    return place


def _unknown(what: str, name: str, near: str) -> str:
    return f"没有「{name}」这个{what}" + (f"，是不是「{near}」？" if near else "。")


def _period(text: str) -> Period:
    period = parse_period(text)
    if period is None:
        raise RefusedError(f"读不懂期间「{text}」，写成 2026、2026-Q1、2026-03 或 2026-03-05")
    return period


def _refuse_second(shelf: Shelf, place: Place, category: Category, period: Period) -> None:
    for filing in shelf.filings:
        same = filing.place == place.path and filing.category.id == category.id and filing.period == period
        if same and not category.several:
            raise RefusedError(f"这一期已经有了：{filing.source.path}")


def _path(content: Path, place: Place, category: Category, period: Period, *, secret: bool) -> Path:
    """Return «2026年3月财务收支明细.yaml» in the place's folder.

    What is for the board only, or takes over what lay in 不公开, goes into 不公开.
    """
    name = _UNFIT.sub("", f"{period.words()}{category.name}") + ".yaml"
    folder = content / place.folder
    return (folder if "web" in category.media and not secret else folder / PRIVATE_FOLDER) / name
