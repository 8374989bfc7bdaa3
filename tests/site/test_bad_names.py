"""Names of files, folders and matters: whatever they are, they stay names, and links lead nowhere outside."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from tests.site.demands import built
from tests.site.demands import checked
from tests.site.demands import put
from tests.site.project import OTHER
from tests.site.project import TOWN
from tests.site.project import VILLAGE
from tests.site.project import inside
from tests.site.project import notice
from tests.site.project import write

NOTICE = notice("甲", "正文: 检修。\n")
FORMS: dict[Literal["NFC", "NFD"], str] = {"NFC": "甲", "NFD": "乙"}
needs_links = pytest.mark.skipif(os.name == "nt", reason="links need rights there")


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
