"""Themes: one folder each, extending another; knobs are typed; what is wrong is a finding and the page still stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.basis.span import Span
from disclosure.theming.theme import load_theme
from disclosure.theming.theme import theme_names
from disclosure.theming.theme import theme_roots
from disclosure.theming.theme import theme_span


def write(root: Path, name: str, yaml: str, **files: str) -> tuple[Path, ...]:
    folder = root / "themes" / name
    folder.mkdir(parents=True)
    (folder / "theme.yaml").write_text(yaml, "utf-8")
    for file, text in files.items():
        (folder / file.replace("_", ".")).write_text(text, "utf-8")
    return theme_roots(root)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_default_theme_ships_and_has_no_finding() -> None:
    theme, found = load_theme("default", theme_roots())
    assert found == []
    assert len(theme.folders) == 1
    assert theme.knob("accent") == "#a4261c"
    assert theme.knob("no-such") == ""


@pytest.mark.parametrize("name", ["ink", "ink-2", "accent", "ok", "late", "wait"])
def test_colours_can_be_read_in_light_and_dark(name: str) -> None:
    knobs = dict(load_theme("default", theme_roots())[0].knobs)
    for paper, ink in ((knobs["paper"].value, knobs[name].value), (knobs["paper"].dark, knobs[name].dark)):
        assert contrast(paper, ink) >= 4.5


def test_a_theme_of_one_file(tmp_path: Path) -> None:
    roots = write(tmp_path, "ours", "名称: 我们镇\nknobs:\n  accent: {value: '#8a3b12', dark: '#ffb08a'}\n  measure: 900px\n")
    theme, found = load_theme("ours", roots)
    assert found == []
    assert [Path(folder).name for folder in theme.folders] == ["ours", "default"]
    assert theme.knob("accent") == "#8a3b12"
    assert theme.knob("measure") == "900px"
    assert theme.knob("ink") == "#1c1b18"
    assert theme_names(roots) == ["default", "ours"]


def test_an_unknown_theme_is_a_finding_and_the_default_serves() -> None:
    theme, found = load_theme("defualt", theme_roots(), Span("site.yaml", 8, 5))
    assert theme.knob("accent")
    assert (found[0].slug, found[0].span.line) == ("bad-value", 8)
    assert "default" in str(found[0].arguments["expected"])


@pytest.mark.parametrize("knob", ["accent: 红", "accent: '#a4261c;}'", "measure: wide", "accent: [1]", "accent: {value: 红}", "fresh: {kind: size, value: 1px}"])
def test_a_bad_knob_is_a_finding_and_changes_nothing(tmp_path: Path, knob: str) -> None:
    theme, found = load_theme("ours", write(tmp_path, "ours", f"名称: 甲\nextends: default\nknobs:\n  {knob}\n"))
    assert [entry.slug for entry in found] == ["bad-value"]
    assert theme.knob("accent") == "#a4261c"
    assert theme.knob("measure") == "1160px"


@pytest.mark.parametrize("knob", ["acent: '#123456'", "acent: {value: '#123456'}"])
def test_a_misspelt_knob_is_told_so(tmp_path: Path, knob: str) -> None:
    _, found = load_theme("ours", write(tmp_path, "ours", f"knobs:\n  {knob}\n"))
    (one,) = found
    assert (one.slug, one.span.line, one.arguments["key"], one.arguments["suggestion"]) == ("unknown-key", 2, "acent", "accent")


def test_a_bad_knob_is_told_what_it_wants(tmp_path: Path) -> None:
    _, found = load_theme("ours", write(tmp_path, "ours", "knobs:\n  measure: wide\n  accent: {value: 红}\n"))
    assert [(one.arguments["text"], str(one.arguments["expected"])[:2]) for one in found] == [("wide", "长度"), ("红", "颜色")]


@pytest.mark.parametrize(("text", "line"), [("格式: 1\n\n主题: 甲\n", 3), ("theme: 甲\n", 1)])
def test_the_theme_is_named_somewhere(text: str, line: int) -> None:
    span = theme_span(text, "site.yaml")
    assert span is not None
    assert (span.path, span.line) == ("site.yaml", line)
    assert theme_span("格式: 1\n", "site.yaml") is None
    assert theme_span("- 1\n", "site.yaml") is None


def test_a_new_knob_says_its_kind(tmp_path: Path) -> None:
    theme, found = load_theme("ours", write(tmp_path, "ours", "knobs:\n  motto: {kind: text, value: 公开}\n"))
    assert (found, theme.knob("motto")) == ([], "公开")


def test_themes_that_extend_each_other_end_somewhere(tmp_path: Path) -> None:
    write(tmp_path, "a", "extends: b\n")
    theme, found = load_theme("a", write(tmp_path, "b", "extends: a\n"))
    assert [entry.slug for entry in found] == ["bad-value"]
    assert [Path(folder).name for folder in theme.folders] == ["a", "b"]


def test_a_broken_file_is_a_finding(tmp_path: Path) -> None:
    theme, found = load_theme("ours", write(tmp_path, "ours", "knobs: [\n"))
    assert found
    assert Path(theme.folders[0]).name == "default"


def test_the_digest_follows_every_file(tmp_path: Path) -> None:
    roots = write(tmp_path, "ours", "名称: 甲\n", site_css="p { color: red }")
    before = load_theme("ours", roots)[0].digest
    assert before == load_theme("ours", roots)[0].digest
    (tmp_path / "themes/ours/site.css").write_text("p { color: blue }", "utf-8")
    assert load_theme("ours", roots)[0].digest != before
