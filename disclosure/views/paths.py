"""Where everything stands in the site: the same address for a filing, and for the gap it leaves while it is missing."""

from __future__ import annotations

import re

from disclosure.basis.private import scrub_path
from disclosure.basis.private import strip_secret
from disclosure.board.model import Filing

_UNSAFE = re.compile(r"[\x00-\x20/\\:*?\"<>|#%&~\u3000]+")


def part(text: str) -> str:
    """Return text fit to be one piece of a path: no separators, at most 40 characters, nothing personal."""
    return _UNSAFE.sub("_", scrub_path(strip_secret(text))).strip("._")[:40] or "_"


def folder(place: str, category: str, period: str, item: str = "", stage: str = "") -> str:
    """Return the folder of a filing: place, category with hyphens, period with _, then ~batch or matter, ~stage."""
    tail = "".join(f"~{part(piece)}" for piece in (item, stage) if piece)
    return f"{place}/{category.replace('.', '-')}/{period.replace('/', '_')}{tail}"


def filing_folder(filing: Filing) -> str:
    """Return the folder of a filing."""
    return folder(filing.place, filing.category.id, filing.period.canonical, filing.batch or filing.matter, filing.stage)


def filing_path(filing: Filing) -> str:
    """Return the page of a filing."""
    return filing_folder(filing) + "/index.html"


def duty_path(place: str, category: str, period: str, item: str = "") -> str:
    """Return the page of a duty: the address its filing will have. ``item`` may hold «matter~stage»."""
    matter, _, stage = item.partition("~")
    return folder(place, category, period, matter, stage) + "/index.html"


def place_path(place: str) -> str:
    """Return the page of a place."""
    return f"{place}/index.html"


def calendar_path(place: str) -> str:
    """Return the page of what a place owes in the coming months."""
    return f"{place}/calendar/index.html"


def feed_path(place: str) -> str:
    """Return the same as a file for the calendar of a phone."""
    return f"{place}/calendar/calendar.ics"


def category_page(slug: str) -> str:
    """Return the reference page of a category by its slug."""
    return f"laws/category/{slug}/index.html"


def profile_page(profile: str) -> str:
    """Return the reference page of a local profile."""
    return f"laws/profile/{part(profile)}/index.html"


def law_page(citation: str) -> str:
    """Return the reference page of the law that a citation's id names: what stands before its «/»."""
    return f"laws/law/{part(citation.partition('/')[0])}/index.html"


_PERIOD = re.compile(r"(?:截至)?\d{4}(?:-(?:Q[1-4]|H[12]|\d\d(?:-\d\d)?))?(?:~.*)?$", re.DOTALL)


def filing_id_path(filing_id: str) -> str:
    """Return the page of a filing named by its id (``place/category/period[~…][~…]``), '' when it is none."""
    pieces = filing_id.split("/")
    for at in range(2, len(pieces)):
        if _PERIOD.match(pieces[at]):
            period, *tail = "/".join(pieces[at:]).split("~")
            return folder("/".join(pieces[: at - 1]), pieces[at - 1], period, *tail[:2]) + "/index.html"
    return ""


def public_url(base: str, path: str) -> str:
    """Return the full address of a page below the site's own, '' where the site states none."""
    return f"{base.rstrip('/')}/{path.removesuffix('index.html')}" if base else ""


HOME = "index.html"
MISSING = "missing/index.html"
RECONCILE = "missing/reconcile/index.html"
LAWS = "laws/index.html"
CATEGORIES = "laws/category/index.html"
DATA = "data/index.html"
NOT_FOUND = "404.html"
