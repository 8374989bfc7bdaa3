"""Publishing leaves either the old tree or the new one, whenever it is killed."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from disclosure.building.publish import MANIFEST
from disclosure.building.publish import files_below
from disclosure.building.publish import publish
from disclosure.building.publish import recover


def fill(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def content(folder: Path) -> dict[str, str]:
    return {name: (folder / name).read_text() for name in files_below(folder)}


@pytest.fixture
def trees(tmp_path: Path) -> tuple[Path, Path, Path]:
    state = tmp_path / ".state"
    state.mkdir()
    return tmp_path / "site", tmp_path / "stage", state


def test_first_publication_makes_the_tree(trees: tuple[Path, Path, Path]) -> None:
    site, stage, state = trees
    fill(stage, {"index.html": "home", "a/b/index.html": "page"})
    publish(site, stage, (), b"{}", state=state)
    assert content(site) == {"index.html": "home", "a/b/index.html": "page", MANIFEST: "{}"}
    assert not stage.exists()


@pytest.mark.parametrize("extra", [0, 100])
def test_kept_files_stay_and_others_go(trees: tuple[Path, Path, Path], extra: int) -> None:
    """Both ways of publishing (swap for few old files, journal for many) give the same tree."""
    site, stage, state = trees
    ballast = {f"ballast/{number}.txt": str(number) for number in range(extra)}
    fill(site, {"keep.html": "old", "gone/away.html": "x", "changed.html": "old", MANIFEST: "old", **ballast})
    fill(stage, {"changed.html": "new", "added/index.html": "new"})
    publish(site, stage, ["keep.html", *ballast], b"new", state=state)
    expected = {"keep.html": "old", "changed.html": "new", "added/index.html": "new", MANIFEST: "new", **ballast}
    assert content(site) == expected
    assert not (site / "gone").exists()


def test_a_half_applied_journal_is_rolled_forward(trees: tuple[Path, Path, Path]) -> None:
    site, stage, state = trees
    fill(site, {"a.html": "new", "b.html": "old", "c.html": "old", MANIFEST: "old"})
    fill(stage, {"b.html": "new", MANIFEST: "new"})
    plan = {"stage": str(stage), "files": ["a.html", "b.html"], "gone": ["c.html"]}
    (state / "journal-site.json").write_text(json.dumps(plan))
    recover(site, state)
    assert content(site) == {"a.html": "new", "b.html": "new", MANIFEST: "new"}
    assert not (state / "journal-site.json").exists()


def test_a_half_swapped_tree_is_put_back(trees: tuple[Path, Path, Path]) -> None:
    site, _, state = trees
    fill(site.with_name(".site-old"), {"index.html": "old"})
    recover(site, state)
    assert content(site) == {"index.html": "old"}


_LOOP = """
import sys
from pathlib import Path
from disclosure.building.publish import publish, recover
root = Path(sys.argv[1]); site, state = root / "site", root / ".state"
turn = 0
while True:
    turn += 1
    recover(site, state)
    stage = root / f"stage{turn}"
    for number in range(int(sys.argv[2])):
        (stage / f"d{number % 7}").mkdir(parents=True, exist_ok=True)
        (stage / f"d{number % 7}" / f"{number}.html").write_text(str(turn))
    publish(site, stage, (), str(turn).encode(), state=state)
"""


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
@pytest.mark.slow
@pytest.mark.parametrize("files", [200])
def test_killed_at_any_moment_the_tree_is_whole(tmp_path: Path, files: int) -> None:
    """After SIGKILL every page of the tree carries the manifest's turn: one whole site, old or new."""
    (tmp_path / ".state").mkdir()
    for attempt in range(8):
        running = subprocess.Popen([sys.executable, "-c", _LOOP, str(tmp_path), str(files)])
        until = time.monotonic() + 30
        while not (tmp_path / "site" / MANIFEST).exists() and time.monotonic() < until:
            time.sleep(0.01)
        time.sleep(0.1 + attempt * 0.013)
        running.send_signal(signal.SIGKILL)
        running.wait()
        site = content(tmp_path / "site")
        turn = site.pop(MANIFEST)
        assert len(site) == files
        assert set(site.values()) == {turn}
