"""Whatever lies in the folder: no traceback, a finding with a place, and the exit code that DESIGN promises."""

from __future__ import annotations

import json
import os
import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from tests.site.planted import workbook
from tests.site.project import CHANNELS
from tests.site.project import OTHER
from tests.site.project import TOWN
from tests.site.project import VILLAGE
from tests.site.project import Answer
from tests.site.project import example
from tests.site.project import inside
from tests.site.project import manifest
from tests.site.project import notice
from tests.site.project import run
from tests.site.project import small_files
from tests.site.project import tree
from tests.site.project import write

NOTICE = notice("甲", "正文: 检修。\n")
needs_links = pytest.mark.skipif(os.name == "nt", reason="links need rights there")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)


FORMS: dict[Literal["NFC", "NFD"], str] = {"NFC": "甲", "NFD": "乙"}


def checked(root: Path) -> Answer:
    """Check in this process; whatever is wrong is told with a place, and the program did not fail."""
    answer = inside("check", "-C", root, "--output-format", "json")
    assert answer.code in (0, 1), answer.err
    assert answer.err == ""
    for one in answer.diagnostics():
        assert one["path"]
        assert one["line"] >= 1
        assert one["column"] >= 1
        assert one["message"]
        assert not one["code"].endswith("999"), one
        assert "⟦" not in one["message"] + (one["help"] or "")
    assert answer.code == int(any(one["severity"] == "error" for one in answer.diagnostics()))
    return answer


def built(root: Path) -> dict[str, str]:
    """Build in this process; nothing is held back or failed, and the site is whole."""
    answer = inside("build", "-C", root, "-o", root, "--channels", CHANNELS)
    assert answer.code == 0, answer.out + answer.err
    listed = {one["path"] for one in manifest(root / "site")["artifacts"]}
    site = tree(root / "site")
    assert site.keys() - {"manifest.json"} == listed
    return site


def put(folder: Path, name: str, content: str | bytes) -> None:
    """Write a file under a name as odd as it is; a disk that cannot hold it is no place for this test."""
    try:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    except (OSError, ValueError) as error:
        pytest.skip(f"this disk refuses the name: {error}")


def test_no_project_is_a_usage_fault(tmp_path: Path) -> None:
    for verb in ("check", "build"):
        answer = run(verb, "-C", tmp_path / "nowhere")
        assert (answer.code, answer.out) == (2, "")
        assert "没有这个文件夹" in answer.err


@pytest.mark.parametrize(
    "files", [{}, {"content/.keep": ""}, {"content/site.yaml": ""}, {"content/site.yaml": "格式: 1\n"}]
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


@needs_links
def test_links_in_circles_and_out_of_the_folder(small: Path, tmp_path: Path) -> None:
    (tmp_path / "外").mkdir()
    (tmp_path / "外" / "别人的.yaml").write_text(NOTICE, "utf-8")
    folder = small / VILLAGE
    links = {
        "圈": folder,
        "上": small / "content",
        "自己": folder / "自己",
        "外": tmp_path / "外",
        "断": folder / "没有",
        "外.yaml": tmp_path / "外/别人的.yaml",
    }
    for name, to in links.items():
        (folder / name).symlink_to(to, target_is_directory=to.is_dir())
    (small / "content" / "catalogue").symlink_to(small / "content")
    found = {one["path"] for one in checked(small).diagnostics() if one["slug"] == "outside-link"}
    assert found >= {f"青禾镇/石桥村/{name}" for name in ("圈", "上", "外", "断", "外.yaml")}
    assert not [one for one in built(small) if "甲" in one]


ODD = [
    "换\n行.yaml", "引'号\".yaml", "<b>角</b>.yaml", "百分%2e%2e号.yaml", "..点.yaml", "...yaml", "a&b;c.yaml", "空 格 .yaml", "-rf.yaml", "$(touch x).yaml",
    "{{ 7*7 }}.yaml", "{title}.yaml", "\u202e反.yaml", "😀.yaml", "a" * 200 + ".yaml", "\\反斜.yaml", "冒:号.yaml", "\x1b[31m红.yaml", "井#号?.yaml", "::error::甲.yaml",
]  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_odd_names(small: Path, name: str) -> None:
    """A name reaches no terminal, page or path as anything but text."""
    put(small / VILLAGE, name, notice("甲", "注: 甲\n陌生: 乙\n附件: [没有.pdf]\n"))
    put(small / OTHER / name.removesuffix(".yaml").strip(), "乙.yaml", "坏: [\n")
    answer = checked(small)
    assert f"青禾镇/石桥村/{unicodedata.normalize('NFC', name)}" in {
        one["path"] for one in answer.diagnostics()
    } or name.startswith(".")
    for form in ("text", "concise", "github"):
        said = inside("check", "-C", small, "--output-format", form, "-v").out
        assert "\x1b" not in said
        assert "\u202e" not in said
        if form != "text":
            assert not [line for line in said.split("\n") if line.startswith(("行.yaml", "::error::甲"))]
    for path in built(small):
        assert not set(path) & set("<>\"'%\n\\:?#\x1b\u202e")
    assert "<b>角" not in "".join(one.read_text("utf-8") for one in (small / "site").rglob("*.html"))


def test_matters_cannot_leave_their_folder(small: Path) -> None:
    for number, matter in enumerate(
        ("../../../外", "..", "/etc/passwd", "a/b", "<script>alert(1)</script>", "甲~乙", "%2e%2e/x", "CON", "甲" * 300)
    ):
        write(small, {f"{VILLAGE}/件{number}.yaml": notice(f"'{matter}'", f"标题: '{matter}'\n正文: 检修。\n")})
    checked(small)
    site = built(small)
    assert not (small / "外").exists()
    for path in site:
        assert ".." not in path.split("/")
        assert len(path.encode()) < 250
    assert "<script>alert" not in "".join(one.read_text("utf-8") for one in (small / "site").rglob("*.html"))


def test_names_that_are_equal_to_the_eye(small: Path) -> None:
    """The same name composed and decomposed: two files on disk, one place for both; neither is lost without a word."""
    folder = small / VILLAGE
    for form, matter in FORMS.items():
        put(folder, unicodedata.normalize(form, "é停水.yaml"), notice(matter, "正文: 检修。\n"))
    if len(list(folder.glob("*停水.yaml"))) < 3:
        pytest.skip("this disk knows one of the two only")
    answer = checked(small)
    site = built(small)
    published = {name for name in ("甲", "乙") if f"qinghe/shiqiao/other-notice/2026-08-24~{name}/index.html" in site}
    told = [one for one in answer.diagnostics() if one["path"].endswith("é停水.yaml")]
    assert published == {"甲", "乙"} or told
    assert built(small) == site


def test_places_that_are_equal_to_the_eye(small: Path) -> None:
    for form in FORMS:
        put(
            small / TOWN,
            unicodedata.normalize(form, "é村") + "/place.yaml",
            f"名称: {form}\n级别: village\nslug: {form.lower()}\n",
        )
    if len(list((small / TOWN).glob("*村"))) < 4:
        pytest.skip("this disk knows one of the two only")
    checked(small)
    assert {"qinghe/nfc/index.html", "qinghe/nfd/index.html"} <= built(small).keys()


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
