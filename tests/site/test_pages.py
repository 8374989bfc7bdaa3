"""Every kind of page on a phone and on a wide screen: fits, readable by everybody, quiet, small, nothing from outside."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Any
from urllib.parse import unquote
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

KINDS = {
    "home": "index.html",
    "town": "qinghe/index.html",
    "village": "qinghe/shiqiao/index.html",
    "ledger": "qinghe/shiqiao/fin-ledger/2026-Q3/index.html",
    "list": "qinghe/shiqiao/subs-arable/2026/index.html",
    "statement": "qinghe/shiqiao/fin-statements/2025/index.html",
    "wide": "qinghe/shiqiao/asset-lease/2026-Q3/index.html",
    "nil": "qinghe/baitang/fin-debt/2026-Q3/index.html",
    "superseded": "qinghe/liulin/subs-arable/2026~第一次公示/index.html",
    "relief": "qinghe/shiqiao/aid-dibao-list/2026-Q3/index.html",
    "gap": "qinghe/dongpo/fin-ledger/2026-Q3/index.html",
    "notice": "qinghe/other-notice/2026-11-12~2026年11月管网检修/index.html",
    "laws": "laws/index.html",
    "missing": "missing/index.html",
    "data": "data/index.html",
    "404": "404.html",
    "calendar": "qinghe/shiqiao/calendar/index.html",
}
TABLES = {"home", "town", "village", "ledger", "list", "statement", "wide", "notice"}
WIDTHS = (390, 1280)
FIRST_VIEW = 100_000
_SHIFTS = """
window.shifted = 0;
new PerformanceObserver(list => { for (const one of list.getEntries()) { window.shifted += one.value; } })
  .observe({type: 'layout-shift', buffered: true});
"""
_OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


class Visit:
    """A page that was opened, with everything it asked for and complained about."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("requestfailed", lambda request: self.complaints.append(f"failed {request.url}"))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on(
            "console", lambda line: self.complaints.append(line.text) if line.type in ("error", "warning") else None
        )

    def open(self, address: str) -> Visit:
        """Go there and wait until nothing moves any more."""
        self.page.goto(address, wait_until="load")
        self.page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
        return self


@contextmanager
def visiting(browser: Browser, width: int, **settings: Any) -> Iterator[Visit]:
    """Open an empty page of a given width."""
    context = browser.new_context(viewport={"width": width, "height": 844}, locale="zh-CN", **settings)
    context.add_init_script(_SHIFTS)
    yield Visit(context.new_page())
    context.close()


def address(sample: Path, kind: str, anchor: str = "") -> str:
    """Return the file:// address of one page of a kind."""
    return (sample / "site" / KINDS[kind]).as_uri() + anchor


def faults(page: Page, **options: Any) -> list[str]:
    """Return what axe-core finds, by default with all its default rules."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {node['target']} {node['html'][:160]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", WIDTHS)
def test_fits_and_is_quiet_and_readable_by_everybody(browser: Browser, sample: Path, kind: str, width: int) -> None:
    with visiting(browser, width) as visit:
        page = visit.open(address(sample, kind)).page
        assert page.evaluate(_OVERFLOW) <= 0
        assert page.evaluate("window.shifted") < 0.005  # a tenth is what readers notice; a list may be seen half arrived
        assert visit.complaints == []
        assert [one for one in visit.asked if not one.startswith("file://")] == []
        first_view = {unquote(urlsplit(one).path) for one in visit.asked}
        assert sum(Path(one).stat().st_size for one in first_view) < FIRST_VIEW
        assert len(page.title()) > 3
        assert page.locator("h1").count() == 1
        assert faults(page) == []
        if width > WIDTHS[0]:
            return
        page.emulate_media(color_scheme="dark")
        assert _darkness(page) < 150
        assert faults(page, runOnly=["color-contrast"]) == []


def _darkness(page: Page) -> int:
    """Return how light the paper is: red, green and blue added."""
    paper: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return sum(int(part) for part in paper.removeprefix("rgb(").rstrip(")").split(","))


@pytest.mark.parametrize("kind", KINDS)
def test_reads_without_script(browser: Browser, sample: Path, kind: str) -> None:
    with visiting(browser, 390, java_script_enabled=False) as visit:
        visit.page.goto(address(sample, kind))
        main = visit.page.locator("main")
        assert main.is_visible()
        assert len(main.inner_text()) > 20
        assert visit.page.locator("h1").is_visible()
        if kind in TABLES:
            assert visit.page.locator("main table").first.is_visible()
            assert "".join(visit.page.locator("main td:visible").all_inner_texts()).strip()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("script", [True, False])
def test_huge_letters_are_one_touch_away(browser: Browser, sample: Path, kind: str, script: bool) -> None:
    """With a script the root grows for every page; without one the link's target enlarges this page."""
    with visiting(browser, 390, java_script_enabled=script) as visit:
        page = visit.page
        page.goto(address(sample, kind))
        width, height = _link_size(page)
        assert height >= 44
        page.locator("a.z-huge").click()
        larger, higher = _link_size(page)
        assert larger > 1.7 * width
        assert higher >= 60
        assert page.evaluate(_OVERFLOW) <= 0
        if script:
            page.reload()
            assert _link_size(page)[0] == larger


def _link_size(page: Page) -> tuple[float, float]:
    """Return how wide and high a link of three letters is on the glass."""
    box = page.locator("a.z-huge").bounding_box()
    assert box
    return box["width"], box["height"]


@pytest.mark.parametrize("kind", ["ledger", "wide", "home"])
def test_letters_may_be_twice_as_large(browser: Browser, sample: Path, kind: str) -> None:
    """Zoomed to 200 % (a phone half as wide) nothing is cut off (WCAG 1.4.10)."""
    with visiting(browser, 320) as visit:
        assert visit.open(address(sample, kind)).page.evaluate(_OVERFLOW) <= 0


def test_a_row_can_be_pointed_at(browser: Browser, sample: Path) -> None:
    with visiting(browser, 390) as visit:
        page = visit.open(address(sample, "ledger", "#r7")).page
        assert page.locator("#r7 .ask").is_visible()
        assert not page.locator("#r6 .ask").is_visible()
        assert "第 7 行" in page.locator("#r7 .ask").inner_text()


def test_printing_leaves_the_tools_out(browser: Browser, sample: Path) -> None:
    with visiting(browser, 1280) as visit:
        page = visit.open(address(sample, "ledger")).page
        page.emulate_media(media="print")
        assert not page.locator(".tools").is_visible()
        assert page.locator("main table").first.is_visible()
