"""One walk over content/, and what belongs to which place."""

from __future__ import annotations

import gc
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from disclosure.board.load import load_shelf
from disclosure.board.load import survey
from tests.board.making import PLACE
from tests.board.making import folder
from tests.board.making import loaded
from tests.board.making import other
from tests.board.making import plain
from tests.board.making import surveyed

TOWN = "名称: 青禾镇\n级别: township\nslug: qinghe\n"


def village(name: str, slug: str, more: str = "") -> str:
    return f"名称: {name}\n级别: village\nslug: {slug}\n{more}"


def test_places_nest_and_files_go_to_the_nearest(tmp_path: Path) -> None:
    seen = surveyed(
        tmp_path,
        {
            "青禾镇/place.yaml": TOWN,
            "青禾镇/公告.yaml": other(""),
            "青禾镇/上湾村/place.yaml": village("上湾村", "shangwan"),
            "青禾镇/上湾村/财务/2026/三月.yaml": other(""),
        },
    )
    assert sorted(seen.places) == ["qinghe", "qinghe/shangwan", "shiqiao"]
    assert seen.places["qinghe/shangwan"].parent == "qinghe"
    assert [stat.path for stat in seen.files["qinghe"]] == ["青禾镇/公告.yaml"]
    assert [stat.path for stat in seen.files["qinghe/shangwan"]] == ["青禾镇/上湾村/财务/2026/三月.yaml"]
    assert {stat.path for stat in seen.config} >= {"site.yaml", "青禾镇/place.yaml"}
    assert seen.diagnostics == ()


def test_names_are_nfc_and_found_on_disk_all_the_same(tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", "石桥村/café.yaml")
    result = loaded(tmp_path, {name: other("")})
    assert result.shelf.filings[0].source.path == "石桥村/café.yaml"


@pytest.mark.parametrize("name", ["~$收支.xlsx", ".~lock.收支.ods#", ".DS_Store", "Thumbs.db", ".git/config"])
def test_lock_files_and_hidden_ones_are_ignored(tmp_path: Path, name: str) -> None:
    result = loaded(tmp_path, {f"石桥村/{name}": "x"})
    assert result.diagnostics == ()


@pytest.mark.parametrize("name", ["收支.yaml.txt", "副本收支.yaml", "收支 - 副本.yaml", "说明.doc", "无人用.xlsx", "图.png"])
def test_a_file_nobody_reads_is_a_finding(tmp_path: Path, name: str) -> None:
    result = loaded(tmp_path, {f"石桥村/{name}": "x"})
    assert [(one.slug, one.span.path, one.span.line) for one in result.diagnostics] == [
        ("unread-file", f"石桥村/{name}", 1)
    ]


def test_papers_kept_back_may_lie_unread_but_not_filings_with_a_wrong_ending(tmp_path: Path) -> None:
    result = loaded(tmp_path, {"石桥村/不公开/底册.xlsx": b"PK", "石桥村/不公开/低保.yaml.txt": "x"})
    assert [one.span.path for one in result.diagnostics] == ["石桥村/不公开/低保.yaml.txt"]


def test_row_files_and_attachments_are_read(tmp_path: Path) -> None:
    text = other("附件: [附件/名单.pdf, 缺.pdf]\n表: [{名: 甲, 行: 附件/甲.csv}]\n")
    files: dict[str, str | bytes] = {
        "石桥村/a.yaml": text,
        "石桥村/附件/甲.csv": "项,金额\n一,1.00\n",
        "石桥村/附件/名单.pdf": b"%PDF",
    }
    result = loaded(tmp_path, files)
    assert result.diagnostics == ()
    assert result.rows == 1
    one = result.shelf.filings[0]
    assert one.tables[0].source == "石桥村/附件/甲.csv"
    assert [(a.path, a.title, a.exists, a.media_type) for a in one.attachments] == [
        ("石桥村/附件/名单.pdf", "名单", True, "application/pdf"),
        ("石桥村/缺.pdf", "缺", False, "application/pdf"),
    ]


@pytest.mark.parametrize("name", ["../../外.csv", "/etc/passwd", "C:\\外.csv", ".."])
def test_rows_never_come_from_outside(tmp_path: Path, name: str) -> None:
    result = loaded(tmp_path, {"石桥村/a.yaml": other(f"表: [{{名: 甲, 行: {{文件: '{name}'}}}}]\n")})
    assert [one.slug for one in result.diagnostics] == ["row-file-missing"]


def test_links_that_lead_out_are_refused(tmp_path: Path) -> None:
    root = folder(tmp_path, {"石桥村/a.yaml": other("")})
    outside = tmp_path / "外.yaml"
    outside.write_text(other(""), "utf-8")
    (root / "石桥村" / "链.yaml").symlink_to(outside)
    (root / "石桥村" / "夹").symlink_to(tmp_path)
    (root / "石桥村" / "内.yaml").symlink_to(root / "石桥村" / "a.yaml")
    seen = survey(root)
    assert sorted((one.slug, one.span.path) for one in seen.diagnostics) == [
        ("outside-link", "石桥村/夹"),
        ("outside-link", "石桥村/链.yaml"),
    ]
    assert [stat.name for stat in seen.files["shiqiao"]] == ["a.yaml", "内.yaml"]


def test_two_filings_with_one_id_are_one_finding_naming_both(tmp_path: Path) -> None:
    result = loaded(tmp_path, {"石桥村/a.yaml": other(""), "石桥村/b.yaml": other("")})
    assert [(one.slug, one.span.path, one.arguments["other"]) for one in result.diagnostics] == [
        ("duplicate-filing", "石桥村/b.yaml", "石桥村/a.yaml"),
    ]
    assert result.diagnostics[0].related[0].span.path == "石桥村/a.yaml"


def test_a_filing_of_tomorrow_does_not_exist_yet(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"石桥村/a.yaml": other("上栏日期: 2026-04-10\n").replace("2026-04-08", "2026-04-12")}
    before = loaded(tmp_path, files, today=date(2026, 4, 9))
    assert (before.shelf.filings, before.arrives) == ((), date(2026, 4, 10))
    after = loaded(tmp_path, files, today=date(2026, 4, 10))
    assert (len(after.shelf.filings), after.arrives) == (1, None)


def test_a_filing_above_every_place_is_a_finding(tmp_path: Path) -> None:
    seen = surveyed(tmp_path, {"散件.yaml": other(""), "别处/表.xlsx": b"PK"})
    assert sorted((one.slug, one.span.path) for one in seen.diagnostics) == [
        ("filing-without-place", "散件.yaml"),
        ("unread-file", "别处/表.xlsx"),
    ]


def test_what_does_not_parse_keeps_its_text_for_excerpts(tmp_path: Path) -> None:
    result = loaded(tmp_path, {"石桥村/a.yaml": "类别: 其他公示\n期间 2026-03\n"})
    assert result.shelf.filings == ()
    assert result.sources["石桥村/a.yaml"].sealed
    assert result.diagnostics != ()


def test_too_large_and_unreadable_files(tmp_path: Path) -> None:
    root = folder(tmp_path, {"石桥村/大.yaml": "a: " + "x" * 8_000_001})
    result = load_shelf(survey(root), "shiqiao", date(2026, 11, 21))
    assert [(one.slug, one.arguments["size"], one.arguments["limit"]) for one in result.diagnostics] == [
        ("file-too-large", "9 MB", "8 MB")
    ]
    seen = survey(root)
    (root / "石桥村" / "大.yaml").unlink()
    gone = {**seen.files, "shiqiao": tuple(stat._replace(size=1) for stat in seen.files["shiqiao"])}
    object.__setattr__(seen, "files", gone)
    assert [one.slug for one in load_shelf(seen, "shiqiao", date(2026, 11, 21)).diagnostics] == ["unreadable-file"]


def test_places_with_one_slug_and_places_nobody_knows(tmp_path: Path) -> None:
    seen = surveyed(
        tmp_path,
        {
            "又一村/place.yaml": PLACE.replace("石桥村", "又一村"),
            "新村/place.yaml": village("新村", "xincun", "承接: [石乔村, shiqiao]\n地方档案: 重亲\n不适用: [{类别: 低保对像, 原因: 无}]\n"),
        },
    )
    assert sorted((one.slug, one.span.path) for one in seen.diagnostics) == [
        ("duplicate-slug", "石桥村/place.yaml"),
        ("unknown-category", "新村/place.yaml"),
        ("unknown-place", "新村/place.yaml"),
        ("unknown-profile", "新村/place.yaml"),
    ] or sorted((one.slug, one.span.path) for one in seen.diagnostics)[0][0] == "duplicate-slug"
    assert seen.places["xincun"].succeeds == ("shiqiao",)


def test_filings_below_a_broken_place_are_nobody_elses(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "青禾镇/place.yaml": TOWN,
        "青禾镇/上湾村/place.yaml": village("上湾村", "laws"),
        "青禾镇/上湾村/a.yaml": other(""),
        "青禾镇/上湾村/无人用.xlsx": b"PK",
    }
    seen = surveyed(tmp_path, files)
    assert [one.slug for one in seen.diagnostics] == ["bad-slug"]
    assert seen.files["qinghe"] == ()


def test_succeeded_places_are_read_for_comparison_only(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "新村/place.yaml": village("新村", "xincun", "起: 2026-07\n承接: [石桥村]\n"),
        "新村/a.yaml": other(""),
        "石桥村/b.yaml": other(""),
        "石桥村/无人用.xlsx": b"PK",
    }
    result = loaded(tmp_path, files, "xincun")
    assert [one.place for one in result.shelf.filings] == ["xincun", "shiqiao"]
    assert [one.place for one in result.shelf.own] == ["xincun"]
    assert result.diagnostics == ()


def test_a_site_that_names_no_start_says_so(tmp_path: Path) -> None:
    seen = surveyed(tmp_path, {"site.yaml": "格式: 1\n"})
    assert [one.slug for one in seen.diagnostics] == ["no-start"]


def test_a_local_catalogue_is_read_and_is_no_filing(tmp_path: Path) -> None:
    local = plain("""
        id: local.book
        name: 农家书屋
        subject: people
        purpose: 书屋开放情况。
        required: optional
        cadence: year
        due: none
    """)
    seen = surveyed(tmp_path, {"catalogue/local.book.yaml": local})
    assert seen.catalogue.find("农家书屋") is not None
    assert "catalogue/local.book.yaml" in {stat.path for stat in seen.config}


def test_the_collector_is_put_back(tmp_path: Path) -> None:
    loaded(tmp_path, {})
    assert gc.isenabled()


def test_stat_is_what_a_cache_needs(tmp_path: Path) -> None:
    root = folder(tmp_path, {"石桥村/a.yaml": other("")})
    stat = survey(root).files["shiqiao"][0]
    state = (root / "石桥村" / "a.yaml").stat()
    assert (stat.size, stat.mtime_ns) == (state.st_size, state.st_mtime_ns)
