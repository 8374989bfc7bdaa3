"""What every page shares: masthead, the line under it, footer. The day stands only on pages that depend on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from disclosure.basis.period import period_of
from disclosure.board.model import Board
from disclosure.board.model import Place
from disclosure.board.model import Settings
from disclosure.views import paths
from disclosure.views.model import Link
from disclosure.views.model import SiteFrame
from disclosure.views.words import day_words
from disclosure.views.words import plural_places

_PROMISE = "身份证号、银行账号、电话不上网。网上与公开栏数字不一致的，以核对码相同者为准。"


def site_frame(settings: Settings, places: dict[str, Place], month: str = "") -> SiteFrame:
    """Return the frame of pages that do not depend on the day: filings. ``month`` serves for the example only."""
    villages = [place for place in places.values() if place.level in ("village", "group") and not place.end]
    top = [place for place in places.values() if place.parent not in places]
    names = "".join(place.name for place in top[:1])
    count = f"{len(villages)} 个{plural_places(place.name for place in villages).removeprefix('个')}" if villages else ""
    phone = next((place.hotline for place in top if place.hotline), "")
    first = min(villages, key=lambda place: place.path, default=None)
    return SiteFrame(
        title=settings.title or f"{names}村务公开",
        line=" · ".join(filter(None, (names, count))),
        as_of="",
        footer=_footer(settings.footer),
        hotline=phone,
        hotline_words=f"（{names}）" if phone and names else "",
        example=f"{first.name} 财务 {month} 第 7 行" if first and month else "",
        language=settings.language,
        pick=tuple(Link(place.name, paths.place_path(place.path)) for place in sorted(villages, key=lambda place: place.path)),
    )


def _footer(own: str) -> str:
    """Return the site's footer with what every reader must know, unless it says so itself."""
    if "核对码" in own:
        return own
    return f"{own.rstrip('。')}。{_PROMISE}" if own else _PROMISE


def dated_frame(board: Board) -> SiteFrame:
    """Return the frame of pages that depend on the day, saying which day that is and whether it was fixed."""
    frame = site_frame(board.settings, board.places, period_of("month", board.today).previous().canonical)
    return replace(frame, as_of=as_of_words(board.today, board.today_fixed))


def as_of_words(today: date, fixed: bool) -> str:
    """Return the day; a day fixed by site.yaml 截止 says so."""
    return day_words(today, True) + ("（按站点设定的日子）" if fixed else "")
