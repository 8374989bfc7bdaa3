"""The stylesheet: literals before var(), markers expanded, nothing an old browser cannot read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from disclosure.theming.style import stylesheet
from disclosure.theming.theme import load_theme
from disclosure.theming.theme import theme_roots
from tests.theming.test_theme import write

CSS = stylesheet(load_theme("default", theme_roots())[0])


def styled(tmp_path: Path, css: str) -> str:
    return stylesheet(load_theme("ours", write(tmp_path, "ours", "名称: 甲\n", site_css=css))[0])


def test_every_var_has_its_literal_before_it() -> None:
    for rule in re.findall(r"\{([^{}]*)\}", CSS):
        declarations = rule.split(";")
        for before, declaration in zip(["", *declarations], declarations, strict=False):
            if "var(" in declaration:
                assert before.partition(":")[0] == declaration.partition(":")[0], declaration
                assert "var(" not in before


def test_every_var_is_a_knob() -> None:
    knobs = dict(load_theme("default", theme_roots())[0].knobs)
    assert set(re.findall(r"var\(--([a-z0-9-]+)\)", CSS)) <= set(knobs)


@pytest.mark.parametrize("word", ["display:grid", "gap:", ":has(", "clamp(", "aspect-ratio", "http:", "https:", "@import", "url("])
def test_nothing_too_new_and_nothing_from_elsewhere(word: str) -> None:
    assert word not in CSS


def test_markers_are_expanded() -> None:
    assert not re.search(r"(?<![\w-])\.(wide|cards)(?![\w-])", CSS)
    assert "html:not(.js) #huge:target~.wrap .ledger" in CSS
    assert "html:not(.huge) #huge:not(:target)~.wrap .cols" in CSS
    assert ".big .plain" in CSS


def test_dark_is_light_again_on_paper() -> None:
    assert "@media (prefers-color-scheme:dark){html:not(.light){--paper:#171715" in CSS
    assert "@media print{html:not(.light),html.dark{--paper:#fcfcf9" in CSS


def test_a_child_comes_after_what_it_extends(tmp_path: Path) -> None:
    css = styled(tmp_path, "/* ours */ .mast { color: var(--accent); }\n.huge .mast, .x { margin: 0 }")
    assert css.rstrip().endswith(".huge .mast,html:not(.js) #huge:target~.wrap .mast,.x{margin:0}")
    assert ".mast{color:#a4261c;color:var(--accent)}" in css
    assert "ours" not in css


def test_the_first_view_stays_small() -> None:
    assert len(CSS.encode()) < 45_000
