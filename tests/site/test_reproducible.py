"""The same content gives the same bytes, however it is built; what did not change is left alone; no kill tears a site."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from tests.site.project import CHANNELS
from tests.site.project import OTHER
from tests.site.project import ROOT
from tests.site.project import TOWN
from tests.site.project import VILLAGE
from tests.site.project import build
from tests.site.project import environment
from tests.site.project import example
from tests.site.project import inside
from tests.site.project import manifest
from tests.site.project import notice
from tests.site.project import small_files
from tests.site.project import tree
from tests.site.project import write

INDEX = {
    "index.html", "manifest.json", "missing/index.html", "data/index.html", "qinghe/index.html",
    "qinghe/shiqiao/index.html", "qinghe/liulin/index.html",
}  # fmt: skip


def quickly(root: Path, out: Path, *flags: str) -> dict[str, str]:
    """Build into ``out`` in this process and return the digests of the site."""
    answer = inside("build", "-C", root, "-o", out, "--channels", CHANNELS, *flags)
    assert answer.code == 0, answer.out + answer.err
    return tree(out / "site")


def made(root: Path, out: Path, *flags: str, **env: str) -> dict[str, str]:
    """Build into ``out`` and return the digests of the site."""
    answer = build(root, *flags, out=out, env=env)
    assert answer.code == 0, answer.out + answer.err
    return tree(out / "site")


def stamps(folder: Path) -> dict[Path, int]:
    """Return when each file and folder was last written."""
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*")}


def test_same_bytes_however_it_is_built(small: Path, tmp_path: Path) -> None:
    wanted = made(small, tmp_path / "plain", "-j", "1")
    assert made(small, tmp_path / "two", "-j", "2", PYTHONHASHSEED="7", TZ="Pacific/Kiritimati") == wanted
    moved = tmp_path / "别处 的文件夹" / "项目"
    write(moved, dict(reversed(small_files().items())))
    for path in moved.rglob("*"):
        os.utime(path, (1, 1))
    assert made(moved, moved, "-j", "2", LC_ALL="C", LANG="C", TZ="America/Adak", PYTHONHASHSEED="1") == wanted


@pytest.mark.slow
def test_the_sample_has_the_same_bytes_with_one_worker(sample: Path, tmp_path: Path) -> None:
    assert made(ROOT, tmp_path, "-j", "1", PYTHONHASHSEED="3") == tree(sample / "site")


def test_nothing_changed_nothing_done(small: Path, tmp_path: Path) -> None:
    first = build(small)
    before, seen = tree(small), stamps(small)
    for flags in ((), ("-j", "1")):
        again = build(small, *flags)
        assert again.code == first.code
        assert "没有变化" in again.err
        assert again.out.strip() == first.out.split("\n")[0]
        assert (tree(small), stamps(small)) == (before, seen)
    built = build(small, "--no-cache")
    assert "没有变化" not in built.err
    assert tree(small / "site") == {name[5:]: one for name, one in before.items() if name.startswith("site/")}


def test_another_day_changes_no_page_of_a_filing(small: Path, tmp_path: Path) -> None:
    before = quickly(small, small)
    after = quickly(small, small, "--today", "2026-11-25")
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    gaps = {one["path"] for one in manifest(small / "site")["artifacts"] if one["place"] is None}
    assert changed
    assert changed <= gaps | {"manifest.json"}


def test_one_edit_changes_its_own_files_and_the_index(small: Path) -> None:
    before, seen = quickly(small, small), stamps(small / "site")
    filing = small / VILLAGE / "停水.yaml"
    filing.write_text(filing.read_text("utf-8").replace("请提前储水", "请各家提前储水"), "utf-8")
    after = quickly(small, small)
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    own = {name for name in after if name.startswith("qinghe/shiqiao/other-notice/")}
    assert "qinghe/shiqiao/other-notice/2026-08-24~2026年8月管网检修/index.html" in changed
    assert changed <= own | INDEX
    now = stamps(small / "site")
    assert {name for name in after if seen.get(small / "site" / name) != now[small / "site" / name]} == changed


def _replace(path: str, old: str, new: str) -> Callable[[Path], object]:
    def change(root: Path) -> None:
        text = (root / path).read_text("utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new), "utf-8")

    return change


LEDGER = f"{VILLAGE}/财务/九月收支.yaml"
EDITS: dict[str, Callable[[Path], object]] = {
    "edit": _replace(LEDGER, "硒鼓 1 个", "硒鼓 2 个"),
    "edit a row file": _replace(f"{OTHER}/租赁.csv", "粮食仓库", "粮食大仓"),
    "break": _replace(f"{VILLAGE}/停水.yaml", "期间: 2026-08-24", "期间: [2026-08-24"),
    "revert": _replace(LEDGER, "硒鼓 2 个", "硒鼓 1 个"),
    "mend": _replace(f"{VILLAGE}/停水.yaml", "期间: [2026-08-24", "期间: 2026-08-24"),
    "rename": lambda root: (root / LEDGER).rename(root / VILLAGE / "财务" / "第九月.yaml"),
    "delete": lambda root: (root / VILLAGE / "补贴/地力补贴.yaml").unlink(),
    "add": lambda root: (root / TOWN / "通知.yaml").write_text(notice("十月停电", "正文: 检修线路。\n"), "utf-8"),
    "add an older day": lambda root: (root / OTHER / "通知.yaml").write_text(
        notice("六月停电", "正文: 检修线路。\n").replace("2026-08-24", "2026-06-24"), "utf-8"
    ),
    "edit a place": _replace(f"{OTHER}/place.yaml", "0000-6123380", "0000-6123381"),
    "edit the site": _replace("content/site.yaml", "青禾镇村务公开", "青禾镇村务公开网"),
    "move in": lambda root: shutil.copytree(root / OTHER, root / TOWN / "白塘村"),
    "settle": _replace(f"{TOWN}/白塘村/place.yaml", "slug: liulin", "slug: baitang"),
    "supersede": lambda root: (root / VILLAGE / "停水更正.yaml").write_text(
        example("other.notice").replace("2026年8月管网检修", "管网检修更正")
        + "替代: qinghe/shiqiao/other.notice/2026-08-24~2026年8月管网检修\n",
        "utf-8",
    ),
    "make it secret": lambda root: (root / VILLAGE / "停水.yaml").rename(root / VILLAGE / "不公开" / "停水.yaml"),
    "move out": lambda root: shutil.rmtree(root / OTHER),
}


def test_after_any_edit_the_site_is_as_if_built_anew(small: Path, tmp_path: Path) -> None:
    quickly(small, small)
    for number, (name, edit) in enumerate(EDITS.items()):
        edit(small)
        after = quickly(small, small)
        cold = quickly(small, tmp_path / f"cold{number}")
        assert {one for one in after.keys() | cold.keys() if after.get(one) != cold.get(one)} == set(), name
        shutil.rmtree(tmp_path / f"cold{number}")


@pytest.mark.parametrize("flags", [("--category", "财务收支明细"), ("--period", "2026-Q3"), ("--place", "石桥村")])
def test_a_part_leaves_the_rest_as_it_was(small: Path, flags: tuple[str, str]) -> None:
    """What was not asked for stays published, again and again; a whole build afterwards finds what is left to do."""
    before = quickly(small, small)
    assert quickly(small, small, *flags) == before
    _replace(f"{VILLAGE}/停水.yaml", "请提前储水", "请各家提前储水")(small)
    quickly(small, small, *flags)
    quickly(small, small, *flags)
    assert before.keys() == tree(small / "site").keys()
    assert quickly(small, small) == quickly(small, small, "--no-cache")
    notice_page = small / "site/qinghe/shiqiao/other-notice/2026-08-24~2026年8月管网检修/index.html"
    assert "请各家提前储水" in notice_page.read_text("utf-8")


def whole(site: Path) -> bool:
    """Tell whether every file of a site is as its manifest says, and there is no other."""
    listed = {one["path"]: one["sha256"] for one in manifest(site)["artifacts"]}
    found = tree(site)
    found.pop("manifest.json")
    return found == listed


def killed(root: Path, after: float) -> bool:
    """Start a build and kill it after some seconds; tell whether it was still at work."""
    command = [sys.executable, "-m", "disclosure", "build", "-C", str(root), "--channels", CHANNELS, "-j", "2"]
    running = subprocess.Popen(
        command, cwd=ROOT, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(after)
    alive = running.poll() is None
    running.kill()
    running.wait()
    return alive


def torn(root: Path, times: int, dice: random.Random) -> None:
    """Edit, kill the build that follows, look at the site, build again, look again."""
    began = time.perf_counter()
    made(root, root)
    usual = time.perf_counter() - began
    for number in range(times):
        for place in (VILLAGE, OTHER):
            path = root / place / "place.yaml"
            path.write_text(path.read_text("utf-8").split("公示栏")[0] + f"公示栏: [第{number}号栏]\n", "utf-8")
        killed(root, usual * dice.uniform(0.15, 0.95))
        journal = root / ".disclosure" / "journal-site.json"
        assert journal.exists() or whole(root / "site")
        quickly(root, root)
        assert whole(root / "site")
        assert f"第{number}号栏" in (root / "site/qinghe/shiqiao/subs-arable/2026/index.html").read_text("utf-8")
        assert not [path for path in (root / ".disclosure").iterdir() if path.name.startswith(("stage", "journal"))]
        assert not [path for path in root.iterdir() if path.name.endswith("-old")]


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_killed_at_random_moments_the_site_is_whole(small: Path, tmp_path: Path) -> None:
    torn(small, 4, random.Random(11))
    assert made(small, tmp_path / "cold") == tree(small / "site")


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_killed_very_often_the_site_is_whole(small: Path, tmp_path: Path) -> None:
    torn(small, 40, random.Random(12))
    assert made(small, tmp_path / "cold") == tree(small / "site")


def test_what_a_killed_build_had_staged_is_cleared_away_though_nothing_changed(small: Path) -> None:
    build(small)
    left = small / ".disclosure" / "stage-1"
    left.mkdir()
    assert build(small).code == 0
    assert not left.exists()


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_a_killed_build_leaves_nobody_behind(small: Path) -> None:
    """Workers end with the process that started them: an orphan would hold the lock for good."""
    for after in (0.5, 0.9, 1.3):
        killed(small, after)
    assert build(small).code == 0


def test_a_second_build_at_the_same_time_is_told_to_wait(small: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    build(small)
    before = sha256((small / "site" / "manifest.json").read_bytes()).hexdigest()
    with (small / ".disclosure" / "lock").open("rb+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        answer = build(small, "--no-cache")
    assert answer.code == 2
    assert "另一次构建" in answer.err
    assert sha256((small / "site" / "manifest.json").read_bytes()).hexdigest() == before
