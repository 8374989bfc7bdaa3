"""Whatever lies in the folder: no traceback, a finding with a place, and the exit code that DESIGN promises."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.site.demands import built
from tests.site.demands import checked
from tests.site.demands import put
from tests.site.planted import workbook
from tests.site.project import CHANNELS
from tests.site.project import OTHER
from tests.site.project import TOWN
from tests.site.project import VILLAGE
from tests.site.project import example
from tests.site.project import inside
from tests.site.project import manifest
from tests.site.project import notice
from tests.site.project import run
from tests.site.project import small_files
from tests.site.project import tree
from tests.site.project import write

NOTICE = notice("甲", "正文: 检修。\n")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)


def test_no_project_is_a_usage_fault(tmp_path: Path) -> None:
    for verb in ("check", "build"):
        answer = run(verb, "-C", tmp_path / "nowhere")
        assert (answer.code, answer.out) == (2, "")
        assert "没有这个文件夹" in answer.err


def test_where_the_content_is_gone_the_good_site_stays(small: Path) -> None:
    """A folder that is not mounted, or the wrong one, must not empty the site."""
    before = built(small)
    (small / "content").rename(small / "elsewhere")
    for verb in ("check", "build"):
        answer = inside(verb, "-C", small)
        assert (answer.code, answer.out) == (2, "")
        assert "没有 content 文件夹" in answer.err
    assert tree(small / "site") == before


@pytest.mark.parametrize(
    "files", [{"content/.keep": ""}, {"content/site.yaml": ""}, {"content/site.yaml": "格式: 1\n"}]
)
def test_a_project_with_nothing_in_it(tmp_path: Path, files: dict[str, str]) -> None:
    """Nothing to check is told, not a fault of the program."""
    write(tmp_path, files)
    for verb in ("check", "build"):
        answer = inside(verb, "-C", tmp_path, "-o", tmp_path, *(("--channels", CHANNELS) if verb == "build" else ()))
        assert answer.code in (0, 1, 2)
        assert "程序内部出错" not in answer.err
        assert answer.out + answer.err


SITES: dict[str, str | bytes] = {
    "not yaml": "标题: [青禾\n页脚: }\n", "a list": "- 甲\n- 乙\n", "a word": "青禾镇\n", "binary": b"\x00\x01\xff\xfe" * 30,
    "utf-16": "标题: 青禾镇\n".encode("utf-16"), "gbk": "标题: 青禾镇村务公开\n起: 2026-07-01\n".encode("gb18030"), "zip": b"PK\x03\x04" + bytes(90),
    "wrong values": "格式: 2\n标题: [1]\n起: 明天\n截止: {a: b}\n主题: 没有\n地方档案: 没有\n策略: 3\n语言: xx\n仓库: 公开\n",
    "unknown keys": "标题: 甲\n标题: 乙\n副标题: 丙\n", "tabs": "标题:\t甲\n\t起: 2026-07-01\n", "aliases": "标题: &a 甲\n页脚: *a\n",
    "huge": "标题: " + "甲" * 3_000_000, "deep": "标题: " + "[" * 5000, "tag": "标题: !!python/object:os.system 甲\n",
}  # fmt: skip


@pytest.mark.parametrize("name", SITES)
@pytest.mark.parametrize("file", ["content/site.yaml", f"{VILLAGE}/place.yaml", f"{VILLAGE}/停水.yaml"])
def test_a_broken_file_of_any_kind(small: Path, name: str, file: str) -> None:
    """Settings, a place, a filing: what is wrong is found in that file, everything else is published."""
    write(small, {file: SITES[name]})
    found = {one["path"] for one in checked(small).diagnostics() if one["slug"] != "missing-filing"}
    assert file.removeprefix("content/") in found
    assert "qinghe/liulin/asset-lease/2026-Q3/index.html" in built(small)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("名称: 石桥村\n级别: village\n", "missing-key"),
        ("名称: 石桥村\n级别: village\nslug: 石桥\n", "bad-slug"),
        ("名称: 石桥村\n级别: village\nslug: ../../etc\n", "bad-slug"),
        ("名称: 石桥村\n级别: village\nslug: data\n", "bad-slug"),
        ("名称: 石桥村\n级别: village\nslug: liulin\n", "duplicate-slug"),
        ("名称: 石桥村\n级别: 省\nslug: shiqiao\n", "bad-value"),
        ("名称: 石桥村\n级别: village\nslug: shiqiao\n承接: [没有村]\n", "unknown-place"),
        ("名称: 石桥村\n级别: village\nslug: shiqiao\n承接: [shiqiao]\n", "unknown-place"),
        ("", "empty-file"),
    ],
)
def test_a_place_that_is_not_right(small: Path, text: str, slug: str) -> None:
    write(small, {f"{VILLAGE}/place.yaml": text})
    found = {(one["path"], one["slug"]) for one in checked(small).diagnostics()}
    assert {path for path, found_slug in found if found_slug == slug} & {
        "青禾镇/石桥村/place.yaml",
        "青禾镇/柳林村/place.yaml",
    }
    built(small)


def test_two_filings_with_one_id(small: Path) -> None:
    """Both are told of the other, and which one is published does not depend on chance."""
    write(small, {f"{VILLAGE}/财务/甲.yaml": example("fin.ledger").replace("硒鼓", "墨盒")})
    found = [one for one in checked(small).diagnostics() if one["slug"] == "duplicate-filing"]
    names = {"青禾镇/石桥村/财务/甲.yaml", "青禾镇/石桥村/财务/九月收支.yaml"}
    assert {one["path"] for each in found for one in (each, *each["related"])} == names
    before = built(small)
    ledger = {name: one for name, one in before.items() if "/fin-ledger/2026-09/" in name}
    write(small, {f"{VILLAGE}/乙.yaml": notice("乙", "正文: 检修。\n")})
    (small / VILLAGE / "乙.yaml").touch()
    after = built(small)
    assert {name: after[name] for name in ledger} == ledger
    assert {
        one["path"]: one["sha256"] for one in manifest(small / "site")["artifacts"] if one["path"] in ledger
    } == ledger


BINARIES = {
    "照片.yaml": PNG, "表.yaml": workbook([["甲"]]), "空.yaml": b"", "零.yaml": bytes(5000), "乱.md": bytes(range(256)) * 9,
    "大.yaml": "正文: ".encode() + "检修。".encode() * 1_200_000, "旧.xls": b"\xd0\xcf\x11\xe0" + bytes(600), "空.xlsx": b"", "坏.csv": b"\xff\xfe\x00",
    "坏.xlsx": b"PK\x03\x04" + bytes(300), "图.png": PNG, "长行.yaml": b"a: " + b"x" * 500_000, "空.txt": b"\n\n",
}  # fmt: skip


@pytest.mark.parametrize("name", BINARIES)
def test_files_that_are_no_filings(small: Path, name: str) -> None:
    """Read as a filing, as the rows of one and as its attachment."""
    named = notice("乙", f"表: [{{名: 甲, 行: {name}}}]\n附件: [{name}]\n")
    write(small, {f"{VILLAGE}/{name}": BINARIES[name], f"{VILLAGE}/乙.yaml": named})
    found = {one["path"] for one in checked(small).diagnostics()}
    assert found & {f"青禾镇/石桥村/{name}", "青禾镇/石桥村/乙.yaml"}
    site = built(small)
    assert not [one for one in site if one.startswith("attachment") and one.endswith(name[-4:])]


def test_folders_as_deep_as_the_disk_allows(small: Path) -> None:
    folder = small / VILLAGE
    for number in range(60):
        folder = folder / f"第{number}层"
    put(folder, "停水.yaml", NOTICE)
    checked(small)
    assert "qinghe/shiqiao/other-notice/2026-08-24~甲/index.html" in built(small)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may read everything")
def test_files_that_may_not_be_read(small: Path) -> None:
    closed = [
        small / VILLAGE / "停水.yaml",
        small / OTHER / "租赁.csv",
        small / VILLAGE / "补贴",
        small / OTHER / "place.yaml",
    ]
    for path in closed:
        path.chmod(0)
    try:
        found = {one["path"] for one in checked(small).diagnostics() if one["slug"] == "unreadable-file"}
        assert found == {path.relative_to(small / "content").as_posix() for path in closed}
        built(small)
    finally:
        for path in closed:
            path.chmod(0o755)


def test_what_disappears_or_cannot_be_opened_is_told(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As above for whoever runs as administrator: opening fails by force."""
    local, place = "content/catalogue/categories/x.yaml", f"{TOWN}/白塘村/place.yaml"
    write(
        small,
        {
            local: "id: x.y\n",
            place: "名称: 白塘村\n",
            f"{VILLAGE}/图.png": PNG,
            f"{VILLAGE}/图.yaml": notice("图", "附件: [图.png]\n"),
        },
    )
    wanted = {f"{VILLAGE}/停水.yaml", f"{OTHER}/租赁.csv", f"{VILLAGE}/图.png", place, local}
    right = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.is_relative_to(small) and path.relative_to(small).as_posix() in wanted:
            raise PermissionError(13, "refused")
        return right(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    found = {f"content/{one['path']}" for one in checked(small).diagnostics() if one["slug"] == "unreadable-file"}
    assert found == wanted - {f"{VILLAGE}/图.png"}
    assert "index.html" in built(small)


def test_exit_codes(small: Path) -> None:
    """0 fine, 1 findings or held back, 2 usage."""
    assert run("check", "-C", small, "--ignore", "DUE").code == 0
    assert run("check", "-C", small).code == 1
    assert run("check", "-C", small, "--fail-level", "nonsense").code == 2
    for flag, name in (
        ("--channels", "smoke"),
        ("--place", "没有村"),
        ("--category", "没有"),
        ("--period", "去年"),
        ("--select", "XYZ"),
    ):
        refused = inside("check", "-C", small, flag, name)
        assert (refused.code, refused.out) == (2, "")
        assert name in refused.err
    assert run("build", "-C", small, "--channels", "page").code == 0
    write(small, {f"{VILLAGE}/甲.yaml": notice("甲", f"注: {'138' + '0' * 3 + '12345'}\n")})
    held = run("build", "-C", small, "--channels", "page")
    assert held.code == 1
    assert "因含个人信息没有公开" in held.out


def test_the_sample_files_of_the_small_township_are_right(small: Path) -> None:
    assert (
        json.loads(inside("check", "-C", small, "--output-format", "json", "--ignore", "DUE").out)["diagnostics"] == []
    )
    assert len(small_files()) == 11
