"""The site's own fonts: cut once, numbered so that every reader finds the right glyph; what fonts cover."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.coverage import Coverage
from disclosure.basis.coverage import coverage_of
from disclosure.basis.coverage import private_use
from disclosure.basis.coverage import unprintable
from disclosure.channels.printing import coverage
from disclosure.channels.printing import fonts as made
from disclosure.channels.printing import subset
from disclosure.channels.printing.cff import numbered_by_glyph
from tests.channels.printing import making

needs_fonts = pytest.mark.skipif(bool(making.MISSING), reason=making.MISSING)


@pytest.fixture(scope="session")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> made.Fonts:
    return making.fonts(str(tmp_path_factory.getbasetemp() / "fonts"))


@pytest.mark.pdf
@needs_fonts
def test_cut_fonts_hold_everyday_characters_under_their_glyph_numbers(fonts: made.Fonts) -> None:
    assert [(face.family, face.weight) for face in fonts.faces] == [("Poster Hei", 400), ("Poster Hei", 700), ("Poster Song", 700)]
    for face in fonts.faces:
        font = TTFont(face.path)
        assert set(map(ord, "石桥村务公开，元0123456789")) <= set(font.getBestCmap())
        if "CFF " in font:
            charset = font["CFF "].cff[0].charset
            assert charset[1:] == [f"cid{at:05d}" for at in range(1, len(charset))]
        assert Path(face.path).stat().st_size < 4_000_000


@pytest.mark.pdf
@needs_fonts
def test_fonts_are_cut_once_and_the_same_for_everybody(fonts: made.Fonts, tmp_path: Path) -> None:
    folder = Path(fonts.faces[0].path).parent
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert made.site_fonts(folder) == fonts
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before
    assert made.site_fonts(tmp_path).digest == fonts.digest
    assert made.site_fonts(tmp_path, ["䶮"]).digest != fonts.digest


def test_without_fontconfig_the_installed_fonts_serve(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(made.shutil, "which", lambda name: None)
    found = made.site_fonts(tmp_path)
    assert found == made.Fonts()
    assert found.stack("hei").startswith('"Noto Sans CJK SC", "Source Han Sans SC"')
    assert found.css() == ""


def test_without_the_library_the_installed_fonts_serve(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(subset.ctypes.util, "find_library", lambda name: None)
    assert made.site_fonts(tmp_path) == made.Fonts()


def test_a_font_without_cid_keys_is_left_alone() -> None:
    empty = b"\0\1\0\0" + (0).to_bytes(2, "big") + bytes(6)
    assert numbered_by_glyph(empty) == empty


def test_private_use_is_never_covered() -> None:
    everything = coverage_of([(0x20, 0x10FFFF)])
    assert unprintable("张\ue863\U000f0001同志", everything) == ["\ue863", "\U000f0001"]
    assert private_use("\ue000")
    assert not private_use("一")


def test_where_nothing_is_known_only_private_use_is_doubted() -> None:
    assert unprintable("䶮\ue863", Coverage()) == ["\ue863"]
    assert unprintable("plain ascii", Coverage((0x4E00,), (0x4E00,))) == []


@given(st.lists(st.tuples(st.integers(0x80, 0x5000), st.integers(0, 40)), max_size=12), st.integers(0x80, 0x5100))
def test_joined_ranges_cover_what_the_ranges_covered(pairs: list[tuple[int, int]], point: int) -> None:
    ranges = [(first, first + more) for first, more in pairs]
    found = coverage_of(ranges)
    if found.starts and chr(point) not in "\u00ad\u200b\u200c\u200d\u2007\u2008\u2009\u2060":
        assert found.covers(chr(point)) == any(first <= point <= last for first, last in ranges)


@pytest.mark.pdf
@needs_fonts
def test_installed_fonts_are_asked_once() -> None:
    assert coverage.uncovered("石桥村，123") == set()
    assert "\ue863" in coverage.uncovered("张\ue863")
    assert coverage.installed() is coverage.installed()


def test_without_fontconfig_nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coverage.shutil, "which", lambda name: None)
    coverage.installed.cache_clear()
    assert coverage.installed() == Coverage()
    coverage.installed.cache_clear()


def test_charsets_are_read_as_fontconfig_says_them(monkeypatch: pytest.MonkeyPatch) -> None:
    said = subprocess.CompletedProcess([], 0, "20-7e 4e00-4e02\n4e03 20-7e\n", "")
    monkeypatch.setattr(coverage.shutil, "which", lambda name: os.devnull)
    monkeypatch.setattr(coverage.subprocess, "run", lambda *a, **k: said)
    coverage.installed.cache_clear()
    assert coverage.installed() == Coverage((0x20, 0x4E00), (0x7E, 0x4E03))
    coverage.installed.cache_clear()
