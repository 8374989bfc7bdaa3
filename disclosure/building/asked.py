"""What --place, --category, --period and --channels leave in; a name that nobody bears is a mistake, not an empty answer."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from pathlib import Path

from disclosure.basis.period import parse_period
from disclosure.basis.text import closest
from disclosure.board.load import Survey
from disclosure.board.model import Place
from disclosure.catalogue.model import Catalogue
from disclosure.options import Options
from disclosure.options import Unfit


def place_asked(options: Options, place: str, places: Mapping[str, Place]) -> bool:
    """Tell whether --place leaves a place in: by its path, slug or name, or those of a place above it."""
    if not options.places:
        return True
    above = place
    while above in places:
        if {above, places[above].slug, places[above].name} & set(options.places):
            return True
        above = places[above].parent
    return False


def category_asked(options: Options, category: str, catalogue: Catalogue) -> bool:
    """Tell whether --category leaves a category in: by its id, name or alias."""
    if not options.categories:
        return True
    found = (catalogue.find(name) for name in options.categories)
    return any(one is not None and one.id == category for one in found)


def period_asked(options: Options, period: str) -> bool:
    """Tell whether --period leaves a period (canonical) in, however it was spelled."""
    if not options.periods:
        return True
    found = map(parse_period, options.periods)
    return any(one is not None and one.canonical == period for one in found)


def item_asked(options: Options, survey: Survey, place: str, category: str, period: str) -> bool:
    """Tell whether the flags leave in what one place publishes of one category for one period, be it filed or missing."""
    return (
        place_asked(options, place, survey.places)
        and category_asked(options, category, survey.catalogue)
        and period_asked(options, period)
    )


def calendar_asked(options: Options, place: str, places: Mapping[str, Place]) -> bool:
    """Tell whether the flags leave in a place's calendar, which is of every category and period at once."""
    return not options.categories and not options.periods and place_asked(options, place, places)


def refuse_missing(content: Path) -> None:
    """Raise Unfit where there is no content: an empty site must not take the place of a good one."""
    if not content.is_dir():
        raise Unfit(f"这里没有 content 文件夹，也没有 site.yaml：{content.parent}。用 -C 指到放公开件的文件夹。")


def refuse_unknown(options: Options, places: Mapping[str, Place], catalogue: Catalogue) -> None:
    """Raise Unfit where a flag names a place, category or period that does not exist."""
    known = {name for path, place in places.items() for name in (path, place.slug, place.name)}
    _refuse("地方", [name for name in options.places if name not in known], known)
    known = {name for one in catalogue.categories.values() for name in (one.id, one.name, *one.aliases)}
    _refuse("公开事项", [name for name in options.categories if catalogue.find(name) is None], known)
    _refuse("期间", [name for name in options.periods if parse_period(name) is None], ())


def refuse_channels(asked: Iterable[str], known: Iterable[str]) -> None:
    """Raise Unfit where --channels names a channel that does not exist."""
    _refuse("渠道", [name for name in asked if name not in known], known)


def _refuse(kind: str, wrong: list[str], known: Iterable[str]) -> None:
    if wrong:
        near = closest(wrong[0], known)
        raise Unfit(f"没有这样的{kind}：{'、'.join(wrong)}{f'，是不是「{near}」？' if near else '。'}")
