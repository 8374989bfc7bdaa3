"""Templates: strict, escaping, looked up along the chain; URLs relative to the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import TemplateNotFound
from jinja2 import UndefinedError

from disclosure.theming.environment import asset_path
from disclosure.theming.environment import assets
from disclosure.theming.environment import environment
from disclosure.theming.environment import template
from disclosure.theming.environment import url_from
from disclosure.theming.theme import load_theme
from disclosure.theming.theme import theme_roots
from tests.theming.test_theme import write

DEFAULT = load_theme("default", theme_roots())[0]


@pytest.mark.parametrize(
    ("page", "target", "url"),
    [
        ("index.html", "qinghe/index.html", "qinghe/index.html"),
        ("qinghe/shiqiao/a/2026/index.html", "index.html", "../../../../index.html"),
        ("a/index.html", "a/2026~五组征收/index.html#r3", "2026~%E4%BA%94%E7%BB%84%E5%BE%81%E6%94%B6/index.html#r3"),
        ("a/index.html", "#r3", "#r3"),
    ],
)
def test_urls_lead_up_and_down(page: str, target: str, url: str) -> None:
    assert url_from(page)(target) == url


def test_undefined_names_fail_at_once() -> None:
    with pytest.raises(UndefinedError):
        environment(DEFAULT).from_string("{{ nobody }}").render()


def test_everything_is_escaped() -> None:
    assert environment(DEFAULT).from_string("{{ x }}").render(x="<b>&") == "&lt;b&gt;&amp;"


def test_a_nearer_template_wins_and_may_ask_for_the_farther(tmp_path: Path) -> None:
    theme = load_theme("ours", write(tmp_path, "ours", "名称: 甲\n", hello_html="{% extends 'default/base.html' %}", list_html="ours"))[0]
    assert template(theme, "list.html").render() == "ours"
    assert environment(theme).get_template("hello.html")
    with pytest.raises(TemplateNotFound):
        template(theme, "nobody.html")


def test_assets_are_named_by_what_they_hold(tmp_path: Path) -> None:
    found = assets(DEFAULT)
    assert set(found) == {"site.css", "site.js"}
    assert found["site.css"].path.startswith("assets/site-")
    theme = load_theme("ours", write(tmp_path, "ours", "名称: 甲\n", site_js="var a;", mark_svg="<svg/>"))[0]
    assert set(assets(theme)) == {"site.css", "site.js", "mark.svg"}
    assert asset_path(theme, "site.js") != asset_path(DEFAULT, "site.js")
    assert asset_path(theme, "site.css") == asset_path(DEFAULT, "site.css")


def test_telephone_links_hold_digits_only() -> None:
    assert environment(DEFAULT).from_string("{{ n|tel }}").render(n="0000-612 3380") == "00006123380"
