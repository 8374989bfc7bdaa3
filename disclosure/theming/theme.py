"""A theme is one folder: theme.yaml with its knobs, templates, styles, a script. A theme extends another by name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.digest import sha256
from disclosure.basis.discovery import resource_folder
from disclosure.basis.span import Span
from disclosure.basis.text import closest
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import Node
from disclosure.reading.nodes import Scalar
from disclosure.reading.yaml import read_yaml

DEFAULT = "default"
KINDS = ("color", "font", "length", "number", "text")
_DEEPEST = 8
_VALID = {
    "color": re.compile(r"#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?|transparent"),
    "font": re.compile(r"[^{};<>]+"),
    "length": re.compile(r"(?:0|[0-9]*\.?[0-9]+(?:px|rem|em|mm|pt|%))"),
    "number": re.compile(r"[0-9]*\.?[0-9]+"),
    "text": re.compile(r"[^{};<>]*"),
}


@dataclass(frozen=True, slots=True)
class Knob:
    """One value a theme may set: kind, value, value in the dark (colours), value on wide screens (lengths)."""

    kind: str
    value: str
    dark: str = ""
    wide: str = ""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme and what it extends, ready for templates. Picklable and hashable.

    ``folders``: its own folder first, then those it extends. ``digest`` covers every file of them.
    ``compiled``: a folder where compiled templates may be kept, '' for none.
    """

    name: str
    folders: tuple[str, ...]
    knobs: tuple[tuple[str, Knob], ...] = field(hash=False)
    digest: str
    compiled: str = field(default="", compare=False)

    def knob(self, name: str) -> str:
        """Return the value of a knob, '' when there is none of that name."""
        return next((knob.value for key, knob in self.knobs if key == name), "")


def theme_roots(project: Path | None = None, content: Path | None = None) -> tuple[Path, ...]:
    """Return the folders that hold themes, nearest first: the project's, content's, those that ship with us."""
    own = [folder / "themes" for folder in (project, content) if folder is not None]
    return tuple(folder for folder in [*own, resource_folder("themes")] if folder.is_dir())


def theme_names(roots: tuple[Path, ...]) -> list[str]:
    """Return the names of all themes found, sorted."""
    return sorted({entry.parent.name for root in roots for entry in root.glob("*/theme.yaml")})


def load_theme(name: str, roots: tuple[Path, ...], span: Span | None = None) -> tuple[Theme, list[Diagnostic]]:
    """Return a theme by name; where it cannot be had, the default one and a finding at ``span`` (the 主题 of site.yaml)."""
    chain, found = _chain(name, roots, span or Span("site.yaml"))
    if not chain and name != DEFAULT:
        chain, more = _chain(DEFAULT, roots, Span("site.yaml"))
        found += more
    knobs: dict[str, Knob] = {}
    for folder in reversed(chain):
        _turn(knobs, _read(folder)[0], found)
    return Theme(name, tuple(map(str, chain)), tuple(knobs.items()), _digest(chain)), found


def _chain(name: str, roots: tuple[Path, ...], span: Span) -> tuple[list[Path], list[Diagnostic]]:
    """Return the folders of a theme and of all it extends, nearest first."""
    chain: list[Path] = []
    while name and len(chain) < _DEEPEST:
        folder = next((root / name for root in roots if name in _folders(root) and root / name not in chain), None)
        if folder is None:
            return chain, [_no_theme(name, roots, span)]
        root, found = _read(folder)
        if found:
            return chain, found
        chain.append(folder)
        extends = root.get("extends", "继承") if root else None
        name = extends.text if isinstance(extends, Scalar) else "" if name == DEFAULT else DEFAULT
        span = extends.span if isinstance(extends, Scalar) else span
    return chain, []


def _folders(root: Path) -> set[str]:
    """Return the names of the themes in a folder, read off it: a name typed by somebody is never put into a path."""
    return {folder.name for folder in root.iterdir() if (folder / "theme.yaml").is_file()}


def _no_theme(name: str, roots: tuple[Path, ...], span: Span) -> Diagnostic:
    names = theme_names(roots)
    near = closest(name, names)
    expected = f"主题的名字{f'，是不是 {near}' if near else ''}（现有：{'、'.join(names)}）"
    return Diagnostic("bad-value", span, {"key": "主题", "text": name, "expected": expected})


def _read(folder: Path) -> tuple[Mapping | None, list[Diagnostic]]:
    path = folder / "theme.yaml"
    document = read_yaml(path.read_bytes(), f"themes/{folder.name}/theme.yaml")
    return document.root, [entry for entry in document.diagnostics if document.broken]


def _turn(knobs: dict[str, Knob], root: Mapping | None, found: list[Diagnostic]) -> None:
    """Put what one theme.yaml says about knobs over those of the themes it extends."""
    given = root.get("knobs", "旋钮") if root else None
    if not isinstance(given, Mapping):
        return
    for key, node in given:
        knob = _knob(knobs.get(key.text), node)
        if knob is None or not _valid(knob):
            found.append(_bad_knob(key.text, node))
            continue
        knobs[key.text] = knob


def _bad_knob(name: str, node: Node) -> Diagnostic:
    text = node.text if isinstance(node, Scalar) else "…"
    return Diagnostic("bad-value", node.span, {"key": f"旋钮 {name}", "text": text, "expected": "和默认主题里同名旋钮一样的值：颜色如 #a4261c，长度如 1.2rem"})


def _knob(base: Knob | None, node: Node) -> Knob | None:
    """Read «accent: '#8b1a10'» or «accent: {value: …, dark: …, kind: …}»; None when no kind is known."""
    if isinstance(node, Scalar):
        return Knob(base.kind, node.text) if base else None
    if not isinstance(node, Mapping):
        return None
    said = {key.text: value.text for key, value in node if isinstance(value, Scalar)}
    kind = said.get("kind") or (base.kind if base else "")
    value = said.get("value") or (base.value if base else "")
    if kind not in KINDS or not value:
        return None
    return Knob(kind, value, said.get("dark", base.dark if base else ""), said.get("wide", base.wide if base else ""))


def _valid(knob: Knob) -> bool:
    return all(_VALID[knob.kind].fullmatch(text) for text in (knob.value, knob.dark, knob.wide) if text)


def _digest(chain: list[Path]) -> str:
    """Return one digest over every file of a theme's folders: their relative names and bytes."""
    files = [(folder, path) for folder in chain for path in sorted(folder.rglob("*")) if path.is_file()]
    kept = [(folder, path) for folder, path in files if not path.name.startswith((".", "~"))]
    lines = [f"{path.relative_to(folder).as_posix()} {sha256(path.read_bytes())}" for folder, path in kept]
    return sha256("\n".join(lines).encode())
