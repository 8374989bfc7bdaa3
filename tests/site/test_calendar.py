"""The calendars of a whole site: page, feed and the ways to them; only they change with the day."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.channels.printing import making
from tests.site.project import PLACE
from tests.site.project import SITE
from tests.site.project import inside
from tests.site.project import manifest
from tests.site.project import tree
from tests.site.project import write

PAGE = "qinghe/shiqiao/calendar/index.html"
FEED = "qinghe/shiqiao/calendar/calendar.ics"


def made(root: Path, *flags: str, channels: str = "page,feed") -> Path:
    answer = inside("build", "-C", root, "-o", root, "--channels", channels, *flags)
    assert answer.code == 0, answer.out + answer.err
    return root / "site"


def test_every_place_has_a_page_and_a_feed(small: Path) -> None:
    site = made(small)
    entries = {one["path"]: one for one in manifest(site)["artifacts"]}
    for place in ("qinghe", "qinghe/shiqiao", "qinghe/liulin"):
        page, feed = entries[f"{place}/calendar/index.html"], entries[f"{place}/calendar/calendar.ics"]
        assert (page["channel"], feed["channel"]) == ("page", "feed")
        assert {page[name] for name in ("place", "category", "period", "filing_id")} == {None}
        assert {feed[name] for name in ("place", "category", "period", "filing_id")} == {None}


def test_the_page_and_the_place_lead_to_the_feed(small: Path) -> None:
    site = made(small)
    assert 'href="calendar.ics"' in (site / PAGE).read_text("utf-8")
    place = (site / "qinghe/shiqiao/index.html").read_text("utf-8")
    assert all(f'href="{path.removeprefix("qinghe/shiqiao/")}"' in place for path in (PAGE, FEED))


def test_without_the_channel_nothing_leads_to_a_feed(small: Path) -> None:
    site = made(small, channels="page")
    assert not (site / FEED).exists()
    assert "calendar.ics" not in (site / PAGE).read_text("utf-8") + (site / "qinghe/shiqiao/index.html").read_text("utf-8")


def test_a_site_with_an_address_can_be_subscribed_to(small: Path) -> None:
    write(small, {"content/site.yaml": f"{SITE}网址: https://example.org/qinghe\n"})
    site = made(small)
    assert f'href="webcal://example.org/qinghe/{FEED}"' in (site / PAGE).read_text("utf-8")
    assert "URL:https://example.org/qinghe/qinghe/shiqiao/calendar/" in (site / FEED).read_text("utf-8").replace("\n ", "").replace("\r", "")


def test_a_new_day_changes_the_calendars_and_no_filing(small: Path) -> None:
    before = tree(made(small, "--today", "2026-11-21"))
    after = tree(made(small, "--today", "2026-11-23"))
    changed = {path for path in before if after.get(path) != before[path]}
    assert {PAGE, FEED} <= changed
    filings = {one["path"] for one in manifest(small / "site")["artifacts"] if one["filing_id"]}
    assert filings
    assert not changed & filings


def test_the_same_day_twice_gives_the_same_bytes(small: Path, tmp_path: Path) -> None:
    first = tree(made(small))
    second = inside("build", "-C", small, "-o", tmp_path / "again", "--channels", "page,feed")
    assert second.code == 0
    assert tree(tmp_path / "again" / "site") == first
    assert "没有变化" in inside("build", "-C", small, "-o", small, "--channels", "page,feed").err


def test_the_page_works_without_scripts_and_is_told_in_months(small: Path) -> None:
    text = (made(small) / PAGE).read_text("utf-8")
    months = re.findall(r'id="m(\d{4}-\d\d)"', text)
    assert months == sorted(set(months))
    assert months
    assert all(f'href="#m{month}"' in text for month in months)
    assert "没有规定天数，这是本软件的缺省" in text
    assert "发生了就要公开" in text


def test_the_front_page_leads_to_the_calendar_of_the_township(small: Path) -> None:
    text = (made(small) / "index.html").read_text("utf-8")
    assert 'href="qinghe/calendar/index.html"' in text


@pytest.mark.parametrize("name", ["feeed", "ics"])
def test_other_names_are_no_channel(small: Path, name: str) -> None:
    assert inside("build", "-C", small, "-o", small, "--channels", name).code == 2


@pytest.mark.pdf
@pytest.mark.skipif(bool(making.MISSING), reason=making.MISSING)
def test_sheets_hang_on_the_wall_and_lie_on_the_site(tmp_path: Path) -> None:
    files = {
        "content/site.yaml": SITE.replace("2026-07-01", "2026-11-20"),
        "content/石桥村/place.yaml": PLACE.format(name="石桥村", level="village", slug="shiqiao", more=""),
    }
    site = made(write(tmp_path, files), channels="page,poster")
    for form in ("a3", "a4"):
        path = f"shiqiao/calendar/poster-{form}-portrait.pdf"
        assert (site / path).read_bytes() == (tmp_path / "print" / path).read_bytes()
        assert f'href="poster-{form}-portrait.pdf"' in (site / "shiqiao/calendar/index.html").read_text("utf-8")
    before = (tree(site), tree(tmp_path / "print"))
    made(tmp_path, "--today", "2026-11-22", channels="page,poster")
    after = (tree(site), tree(tmp_path / "print"))
    assert after[1] == before[1]
    assert {path for path in before[0] if path.endswith(".pdf") and after[0].get(path) != before[0][path]} == set()
