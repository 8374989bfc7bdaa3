"""The no-op check sees every change that could change the output."""

import os
from pathlib import Path

import pytest

from disclosure.building import state


@pytest.fixture
def world(tmp_path: Path) -> tuple[Path, Path, Path]:
    content, site, folder = tmp_path / "content", tmp_path / "site", tmp_path / ".disclosure"
    for place in (content, site, folder):
        place.mkdir()
    (content / "a.yaml").write_text("a")
    (site / "index.html").write_text("a")
    for file in (content / "a.yaml", site / "index.html"):
        os.utime(file, ns=(10, 10))
    saved = state.State("key", "2026-11-21", 1000, state.digest(state.snapshot([content])), state.snapshot([site]), 0, "line")
    state.save(folder, "state", tuple(saved))
    return content, site, folder


def unchanged(world: tuple[Path, Path, Path], key: str = "key", today: str = "2026-11-21") -> bool:
    content, site, folder = world
    return state.unchanged(folder, key, today, [content], [site]) is not None


def test_nothing_changed(world: tuple[Path, Path, Path]) -> None:
    assert unchanged(world)


def test_another_day_or_key(world: tuple[Path, Path, Path]) -> None:
    assert not unchanged(world, today="2026-11-22")
    assert not unchanged(world, key="other")


def test_edited_added_removed(world: tuple[Path, Path, Path]) -> None:
    content, _, _ = world
    (content / "b.yaml").write_text("b")
    os.utime(content / "b.yaml", ns=(10, 10))
    assert not unchanged(world)
    (content / "b.yaml").unlink()
    assert unchanged(world)
    (content / "a.yaml").write_text("aa")
    os.utime(content / "a.yaml", ns=(10, 10))
    assert not unchanged(world)


def test_a_file_as_young_as_the_build_is_suspect(world: tuple[Path, Path, Path]) -> None:
    content, site, folder = world
    os.utime(content / "a.yaml", ns=(1000, 1000))
    saved = state.State("key", "2026-11-21", 1000, state.digest(state.snapshot([content])), state.snapshot([site]), 0, "line")
    state.save(folder, "state", tuple(saved))
    assert not unchanged(world)


def test_an_output_touched_by_somebody(world: tuple[Path, Path, Path]) -> None:
    _, site, _ = world
    (site / "index.html").write_text("tampered")
    assert not unchanged(world)


def test_a_broken_state_file_means_changed(world: tuple[Path, Path, Path]) -> None:
    _, _, folder = world
    for junk in (b"", b"junk", b"\xff" * 50):
        (folder / "state.bin").write_bytes(junk)
        assert not unchanged(world)
