"""``disclosure new``: a blank filing of one category, put where it belongs, its opening balance carried over."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path

from disclosure.basis.period import Period
from disclosure.basis.period import parse_period
from disclosure.basis.text import closest
from disclosure.board.load import Survey
from disclosure.board.load import load_shelf
from disclosure.board.load import survey
from disclosure.board.model import Filing
from disclosure.board.model import Place
from disclosure.board.model import Shelf
from disclosure.building.run import content_folder
from disclosure.catalogue.effective import citations_in_force
from disclosure.catalogue.formula import Identity
from disclosure.catalogue.formula import Name
from disclosure.catalogue.model import Category
from disclosure.catalogue.reference import blank
from disclosure.options import Options

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
        path = made(survey(content), *options.words)
    except RefusedError as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 2
    sys.stdout.write(f"{path}\n")
    return 0


def made(seen: Survey, category_name: str, place_name: str, period_text: str) -> Path:
    """Write a blank filing and return its path; raises RefusedError."""
    category = _category(seen, category_name)
    place = _place(seen, place_name, category)
    period = _period(period_text)
    shelf = load_shelf(seen, place.path, date.max).shelf
    _refuse_second(shelf, place, category, period)
    path = _path(seen.root, place, category, period)
    if path.exists():
        raise RefusedError(f"已经有这个文件了，没有动它：{path}")
    text = blank(
        category,
        place=place.name,
        period=period.canonical,
        citations=citations_in_force(seen.catalogue, category.basis, period.last),
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(carried_over(text, category, _previous(shelf, place, category, period)), "utf-8")
    return path


def carried_over(text: str, category: Category, previous: Filing | None) -> str:
    """Return the blank with every fact filled in that the category says continues one of the filing before."""
    for identity in category.identities if previous else ():
        here, there = _continued(identity)
        spec = next((fact for fact in category.facts if here in (fact.id, fact.label)), None)
        fact = previous.fact(there) if previous and there else None
        if spec is not None and fact is not None and isinstance(fact.cell.text, str) and fact.cell.text:
            label = re.escape(spec.label)
            text = re.sub(rf"(?m)^({label}:)[ ]*(?=#|$)", rf"\g<1> {fact.cell.text}  ", text, count=1)
    return text


def _continued(identity: Identity) -> tuple[str, str]:
    """Return (fact, fact of the filing before) for «opening = previous.closing», ('', '') for anything else."""
    match identity.sides:
        case (Name((here,), previous=False), Name((there,), previous=True)):
            return here, there
        case (Name((there,), previous=True), Name((here,), previous=False)):
            return here, there
    return "", ""


def _category(seen: Survey, name: str) -> Category:
    category = seen.catalogue.find(name)
    if category is not None:
        return category
    names = [word for one in seen.catalogue.categories.values() for word in (one.id, one.name, *one.aliases)]
    raise RefusedError(_unknown("公开事项", name, closest(name, names)) + "全部见 list categories。")


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


def _previous(shelf: Shelf, place: Place, category: Category, period: Period) -> Filing | None:
    """Return the filing of the period right before, of the same place and category."""
    before = (
        filing
        for filing in shelf.filings
        if filing.place == place.path and filing.category.id == category.id and filing.period.last < period.first
    )
    last = max(before, key=lambda filing: filing.period.last, default=None)
    return last if last is not None and (period.first - last.period.last).days == 1 else None


def _path(content: Path, place: Place, category: Category, period: Period) -> Path:
    """Return «2026年3月财务收支明细.yaml» in the place's folder; what is for the board only goes into 不公开."""
    name = _UNFIT.sub("", f"{period.words()}{category.name}") + ".yaml"
    folder = content / place.folder
    return (folder if "web" in category.media else folder / PRIVATE_FOLDER) / name
