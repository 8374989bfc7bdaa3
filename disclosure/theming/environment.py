"""The jinja environment of a theme: strict, escaping, templates looked up along the extends chain; relative URLs."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from typing import NamedTuple
from urllib.parse import quote

from disclosure.basis.digest import sha256
from disclosure.theming.markup import table_rows
from disclosure.theming.style import stylesheet
from disclosure.theming.theme import Theme

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2 import Template

_STYLES = frozenset((".css",))
_SHIPPED = frozenset((".js", ".svg", ".png", ".jpg", ".ico", ".woff2", ".txt"))
_DIGITS = re.compile(r"[^0-9+]")


class Asset(NamedTuple):
    """A file every page may ask for: its path in the site, which names its content, and its bytes."""

    path: str
    data: bytes


@cache
def environment(theme: Theme) -> Environment:
    """Return the environment of a theme, made once in a process.

    A template of the same name in a nearer folder wins; ``{% extends 'default/base.html' %}`` asks for one theme's own.
    """
    from jinja2 import ChoiceLoader
    from jinja2 import Environment
    from jinja2 import FileSystemBytecodeCache
    from jinja2 import FileSystemLoader
    from jinja2 import PrefixLoader
    from jinja2 import StrictUndefined

    named = {Path(folder).name: FileSystemLoader(folder) for folder in theme.folders}
    loader = ChoiceLoader([FileSystemLoader(list(theme.folders)), PrefixLoader(named)])
    kept = FileSystemBytecodeCache(theme.compiled) if theme.compiled else None
    made = Environment(loader=loader, bytecode_cache=kept, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False)
    made.filters["tel"] = lambda number: _DIGITS.sub("", str(number))
    made.globals["knob"] = theme.knob
    made.globals["table_rows"] = table_rows
    return made


@cache
def template(theme: Theme, name: str) -> Template:
    """Return a template of a theme, compiled once in a process."""
    return environment(theme).get_template(name)


@lru_cache(maxsize=65536)
def _quoted(path: str) -> str:
    return quote(path, safe="/#~-._")


def url_from(path: str) -> Callable[[str], str]:
    """Return ``url``: from the page at ``path`` to another path of the site, relative, so that it works from a folder."""
    up, folder = "../" * path.count("/"), path[: path.rfind("/") + 1]

    def url(target: str) -> str:
        if target.startswith("#"):
            return target
        below = target[len(folder) :] if folder and target.startswith(folder) else ""
        return _quoted(below) if below and ":" not in below else up + _quoted(target)

    return url


@cache
def assets(theme: Theme) -> dict[str, Asset]:
    """Return the files of a theme that pages ask for, by name; the path holds a digest, so that caches never lie.

    Every top-level style, script and image of the chain; a poster's style (poster.css) goes to no page.
    """
    found: dict[str, Asset] = {}
    for folder in reversed(theme.folders):
        for path in sorted(Path(folder).iterdir()):
            if path.suffix in _STYLES | _SHIPPED and not path.stem.startswith("poster"):
                data = stylesheet(theme, path.name).encode() if path.suffix in _STYLES else path.read_bytes()
                found[path.name] = Asset(f"assets/{path.stem}-{sha256(data)[:8]}{path.suffix}", data)
    return found


def asset_path(theme: Theme, name: str) -> str:
    """Return where an asset stands in the site; raises KeyError for a name the theme does not have."""
    return assets(theme)[name].path
