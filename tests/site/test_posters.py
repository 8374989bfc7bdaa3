"""Posters, small: names stand on the wall only, what is held back is printed nowhere, and equal content gives equal bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.planted import bare
from tests.site.planted import number
from tests.site.project import SITE
from tests.site.project import VILLAGE
from tests.site.project import Answer
from tests.site.project import example
from tests.site.project import files
from tests.site.project import manifest
from tests.site.project import notice
from tests.site.project import run
from tests.site.project import small_files
from tests.site.project import tree
from tests.site.project import write

pytestmark = pytest.mark.pdf
SECRET = "注: [王甲一【私:肺癌晚期】]\n正文: 救助一户。\n"
KEPT = ("site.yaml", "镇/place.yaml", "石桥村/place.yaml", "低保.yaml", "地力补贴.yaml")


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """Two lists, a notice with a secret, and two filings with a number: nothing is missing in it."""
    kept = {name: text for name, text in small_files().items() if name.endswith(KEPT)}
    held = {
        f"{VILLAGE}/卡号.yaml": notice("卡号", f"注: [王甲一 {number('card', 8)}]\n"),
        f"{VILLAGE}/不公开/二季度.yaml": example("aid.dibao.list")
        .replace("2026-Q3", "2026-Q2")
        .replace("陶桂英", number("id", 8)),
    }
    return write(
        tmp_path / "project",
        {
            **kept,
            "content/site.yaml": SITE.replace("07-01", "11-01"),
            f"{VILLAGE}/救助.yaml": notice("救助", SECRET),
            **held,
        },
    )


def printed(root: Path, out: Path, *flags: str) -> Answer:
    """Build with pages and posters."""
    answer = run("build", "-C", root, "-o", out, "--channels", "page,poster", *flags)
    assert answer.code == 1, answer.err
    assert answer.out.count("因含个人信息没有公开") == 2
    return answer


def said(folder: Path) -> str:
    """Return the text of every poster below a folder, and what its file says of itself."""
    pypdf = pytest.importorskip("pypdf")
    texts = []
    for name, path in files(folder):
        if name.endswith(".pdf"):
            read = pypdf.PdfReader(path)
            texts += [name, str(read.metadata), *(page.extract_text() for page in read.pages)]
    return bare("\n".join(texts))


def test_names_hang_on_the_wall_only(tiny: Path, tmp_path: Path) -> None:
    printed(tiny, tiny)
    wall, web = said(tiny / "print"), said(tiny / "site")
    for name in ("卢存根", "费有田", "褚满仓"):
        assert name in wall
        assert name not in web
    assert "褚*仓" in web
    assert "DIBAO" not in web
    for secret in (number("card", 8), number("id", 8), "肺癌晚期"):
        assert secret not in wall + web
    listed = manifest(tiny / "print")["artifacts"]
    assert {one["channel"] for one in listed} == {"poster"}
    assert {one["path"] for one in listed} == tree(tiny / "print").keys() - {"manifest.json"}
    assert not [one for one in listed if "2026-Q2" in one["path"] or "卡号" in one["path"]]


def test_posters_have_the_same_bytes_again(tiny: Path, tmp_path: Path) -> None:
    printed(tiny, tiny, "-j", "2")
    printed(tiny, tmp_path / "别处", "-j", "1", "--no-cache")
    for name in ("site", "print"):
        assert tree(tiny / name) == tree(tmp_path / "别处" / name)


def test_a_name_that_changes_is_printed_anew(tiny: Path, tmp_path: Path) -> None:
    """On the web the mask is the same before and after; the poster on the wall is another."""
    printed(tiny, tiny)
    before = tree(tiny)
    path = tiny / VILLAGE / "补贴/地力补贴.yaml"
    path.write_text(path.read_text("utf-8").replace("褚满仓", "褚粮仓"), "utf-8")
    printed(tiny, tiny)
    changed = {name for name, digest in tree(tiny).items() if before.get(name) != digest and not name.startswith(".")}
    assert changed - {"print/manifest.json"} == {
        name for name in before if name.startswith("print/qinghe/shiqiao/subs-arable/")
    } | {f"{VILLAGE}/补贴/地力补贴.yaml"}
