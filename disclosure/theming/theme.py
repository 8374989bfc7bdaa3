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

_EXPECTED = {"color": "颜色，如 #a4261c", "font": "字体的名字", "length": "长度，如 1.2rem", "number": "一个数，如 1.5", "text": "一句话，不带 { } < > ;"}


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


def theme_span(text: str, path: str) -> Span | None:
    """Return where a site.yaml names its theme, None where it names none."""
    root = read_yaml(text.encode(), path).root
    named = root.get("主题", "theme") if root else None
    return named.span if named is not None else None


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
        if key.text not in knobs and not _says_kind(node):
            found.append(_no_knob(key, knobs))
            continue
        if knob is None or not _valid(knob):
            found.append(_bad_knob(key.text, node, knobs.get(key.text)))
            continue
        knobs[key.text] = knob


def _says_kind(node: Node) -> bool:
    """Tell whether a knob says of what kind it is, as one that no theme below has must."""
    return isinstance(node, Mapping) and node.get("kind") is not None


def _no_knob(key: Scalar, knobs: dict[str, Knob]) -> Diagnostic:
    return Diagnostic("unknown-key", key.span, {"key": key.text, "suggestion": closest(key.text, knobs), "where": "主题的旋钮"})


def _bad_knob(name: str, node: Node, base: Knob | None) -> Diagnostic:
    said = node.get("value") if isinstance(node, Mapping) else node
    text = said.text if isinstance(said, Scalar) else "…"
    expected = _EXPECTED[base.kind] if base else f"写明种类（kind: {'、'.join(KINDS)} 之一）和值（value）"
    return Diagnostic("bad-value", node.span, {"key": f"旋钮 {name}", "text": text, "expected": expected})


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
