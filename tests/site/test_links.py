"""Every address in every page leads to a file of the site, and the site works wherever the folder lies."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_ADDRESSES = ("href", "src", "srcset", "action", "poster", "data", "cite", "background")
_CSS_URL = re.compile(r"url\(|@import")
_TEL = re.compile(r"tel:[0-9+]{7,}$")


class Anchors(HTMLParser):
    """The ids of a page, and every address in it with the name of its tag."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name in _ADDRESSES or "url(" in (value or ""):
                self.addresses.append((tag, value or ""))
            assert not name.startswith("on"), f"<{tag} {name}>"


@cache
def read(page: Path) -> Anchors:
    """Return the ids and addresses of a page."""
    found = Anchors()
    found.feed(page.read_text("utf-8"))
    return found


def addresses(site: Path) -> Iterator[tuple[Path, str]]:
    """Yield every page with every address in it that is not a phone number."""
    for page in sorted(site.rglob("*.html")):
        for tag, found in read(page).addresses:
            if tag == "a" and _TEL.match(found):
                continue
            yield page, found


def target(page: Path, found: str) -> Path:
    """Return the file an address leads to from a page."""
    path = unquote(urlsplit(found).path)
    return (page.parent / path).resolve() if path else page


def test_addresses_are_relative(sample: Path) -> None:
    wrong = {
        found for _, found in addresses(sample / "site") if urlsplit(found).scheme or found.startswith(("/", "\\"))
    }
    assert wrong == set()


def test_addresses_lead_to_files_and_anchors(sample: Path) -> None:
    site = (sample / "site").resolve()
    seen = 0
    for page, found in addresses(site):
        seen += 1
        file = target(page, found)
        assert file.is_relative_to(site), f"{page.name}: {found}"
        assert file.is_file(), f"{page.relative_to(site)}: {found}"
        anchor = unquote(urlsplit(found).fragment)
        if anchor:
            assert anchor in read(file).ids, f"{page.relative_to(site)}: {found}"
    assert seen > 5000


def test_every_page_can_be_reached_from_home(sample: Path) -> None:
    site = (sample / "site").resolve()
    reached, waiting = set[Path](), [site / "index.html"]
    while waiting:
        page = waiting.pop()
        if page in reached:
            continue
        reached.add(page)
        if page.suffix == ".html":
            waiting += [target(page, found) for tag, found in read(page).addresses if not _TEL.match(found)]
    others = {path.resolve() for path in site.rglob("*") if path.is_file()} - reached
    known = {site / "404.html", site / "manifest.json"}
    assert {one for one in others - known if one.name != "data.json"} == set()


def test_ids_are_said_once_in_a_page(sample: Path) -> None:
    for page in sorted((sample / "site").rglob("*.html")):
        assert [name for name, times in Counter(read(page).ids).items() if times > 1] == [], page


def test_styles_ask_for_nothing(sample: Path) -> None:
    for style in (sample / "site" / "assets").glob("*.css"):
        assert not _CSS_URL.search(style.read_text("utf-8"))
    for page in sorted((sample / "site").rglob("*.html")):
        assert "<style" not in page.read_text("utf-8")


def test_names_are_fit_for_any_disk_and_server(sample: Path) -> None:
    seen: set[str] = set()
    for path in sorted((sample / "site").rglob("*")):
        name = path.relative_to(sample / "site").as_posix()
        assert not set(name) & set('\\:*?"<>|#%&\n\t '), name
        assert name.casefold() not in seen
        assert len(name.encode()) < 240
        seen.add(name.casefold())


@pytest.mark.browser
def test_works_from_a_folder_with_blanks_and_chinese(browser: Browser, sample: Path, tmp_path: Path) -> None:
    site = tmp_path / "青禾镇 村务 公开#1 50%" / "网 站"
    shutil.copytree(sample / "site", site)
    page = browser.new_page()
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto((site / "index.html").as_uri())
    page.get_by_role("link", name="石桥村").first.click()
    page.locator("section a[href*='fin-ledger']").first.click()
    page.wait_for_load_state()
    assert page.evaluate("document.styleSheets.length") == 1
    assert "收支明细" in page.locator("h1").inner_text()
    page.locator("a.mast-name").click()
    page.wait_for_load_state()
    assert page.url == (site / "index.html").as_uri()
    assert failed == []
    page.close()
