"""What hangs on the wall beside the filings: with flags, the notices and calendars that are asked for, and no others."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest

from disclosure.channels.poster import Poster
from disclosure.cli import main

SITE = "格式: 1\n标题: 青禾镇村务公开\n起: 2026-07-01\n截止: 2026-11-20\n"
PLACE = "名称: {name}\n级别: 村\nslug: {slug}\n监督电话: 0000-6123380\n"
VILLAGES = {"shiqiao": "石桥村", "liulin": "柳林村"}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for slug, name in VILLAGES.items():
        folder = tmp_path / "content" / name
        folder.mkdir(parents=True)
        (folder / "place.yaml").write_text(PLACE.format(name=name, slug=slug), "utf-8")
    (tmp_path / "content/site.yaml").write_text(SITE, "utf-8")
    sheet = Poster(b"%PDF", 1, Decimal(20), Decimal(2))
    monkeypatch.setattr("disclosure.building.posters.poster.render", lambda *_: sheet)
    monkeypatch.setattr("disclosure.building.posters.fonts", lambda _: SimpleNamespace(digest=""))
    return tmp_path


def printed(project: Path, *flags: str) -> set[tuple[str, str]]:
    """Build with posters and return (village, folder) of whatever hangs on the wall."""
    main(["build", "-C", str(project), "-j", "1", "--channels", "page,poster", *flags])
    names = [path.relative_to(project / "print").parts for path in (project / "print").rglob("*.pdf")]
    return {(name[0], name[1]) for name in names}


def test_without_flags_every_gap_and_calendar_is_printed(project: Path) -> None:
    folders = printed(project)
    assert {village for village, _ in folders} == set(VILLAGES)
    assert {("shiqiao", "calendar"), ("shiqiao", "feedback")} <= folders


def test_of_a_place_only_its_own_gaps_and_calendar(project: Path) -> None:
    folders = printed(project, "--place", "shiqiao")
    assert {village for village, _ in folders} == {"shiqiao"}
    assert ("shiqiao", "calendar") in folders


def test_of_an_item_only_its_gap_and_no_calendar(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(project, "--place", "石桥村", "--category", "意见建议及答复", "--period", "2026-Q3") == {("shiqiao", "feedback")}
    assert {path.parent.name for path in (project / "print").rglob("*.pdf")} == {"2026-Q3"}
    assert "要看 2 个地方，只给其中 1 个排海报" in capsys.readouterr().err


def test_what_hangs_already_is_left_hanging(project: Path) -> None:
    before = printed(project)
    page = project / "site/liulin/calendar/index.html"
    assert "poster-a3-portrait.pdf" in page.read_text("utf-8")
    assert printed(project, "--place", "shiqiao", "--category", "意见建议及答复") == before
    assert "poster-a3-portrait.pdf" in page.read_text("utf-8")


def test_without_the_channel_nothing_is_left(project: Path) -> None:
    printed(project)
    main(["build", "-C", str(project), "-j", "1", "-q", "--channels", "page"])
    assert not list((project / "print").rglob("*.pdf"))
